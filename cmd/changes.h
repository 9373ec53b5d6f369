/* changes: figures of the year before, for --change: exactly that year's, of the same thing, wherever its row stands. */
#ifndef CHANGES_H
#define CHANGES_H

#include <stdbool.h>
#include "decimal.h"
#include "index.h"

/* Zero-initialized knows nothing. */
struct changes {
	/* private */
	struct index index;
	struct changes_value {
		struct dec value;
		bool twice; /* another figure came for the same year: there is no telling which one counts */
	} *value;
	size_t cap;
	struct buf key;
};

/* Notes the figure of a year; thing is what it is one of, a key made with index_part(). Only years of four digits count. */
void changes_note(struct changes *, struct str thing, struct str year, const struct dec *);
/* Adds the fields change and change_pct to the row at hand; empty where one of the years is not known. value may be NULL. */
void changes_fields(struct changes *, struct str thing, struct str year, const struct dec *value);
void changes_free(struct changes *);

#endif
