/*
 * contribution: who gave, when and how much, out of any input.
 *
 * On a page a date is printed once and covers the items below it, and the line "private donors" qualifies the donor above it.
 * No donor is ever invented: where a text rendering has lost the name, it is empty.
 */
#ifndef CONTRIBUTION_H
#define CONTRIBUTION_H

#include <stdbool.h>
#include <stdint.h>
#include "date.h"
#include "decimal.h"
#include "donor.h"
#include "reading.h"

/* One contribution. The texts are borrowed until the next call. */
struct contribution {
	struct str date;         /* ISO 8601 */
	struct str donor, iso3;  /* the name as the source has it; the code of its country, or empty */
	enum donor_type type;
	uint64_t who;            /* where it is the same and not 0, donor, iso3 and type are the same */
	bool known;              /* whether an amount was stated */
	struct dec amount;
	struct str digits;       /* the amount as the source has it, if that is digits without a 0 in front; else empty */
	struct str unit;         /* empty without an amount, or where nothing tells it */
	struct str recipient;    /* an ISO code, several joined by ';'; empty for a page, whose list is UNHCR-wide */
	struct pos at;
};

struct contribution_reader {
	struct reading in;
	/* private */
	const struct reading_how *how;
	struct donations *list; /* the list of a page, as far as it was read */
	size_t part;            /* of the input, in which it stands */
	struct contribution_texts *texts;
	bool pending;           /* the record at hand is still to be looked at */
	enum read ended;        /* what comes behind the last one of the list; READ_OK: not yet */
};

bool contribution_knows(struct str name);

/* Reads from the source, which stays the caller's, as does how. */
void contribution_open(struct contribution_reader *, struct source *, const struct reading_how *);
void contribution_close(struct contribution_reader *);
/* The next contribution. */
enum read contribution_next(struct contribution_reader *, struct contribution *);

#endif
