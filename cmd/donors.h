/*
 * donors: contributions on their way out: as they come, the largest ones, or summed by donor.
 *
 * A donor's sum has one type and one unit; contributions without an amount are a row of their own, for a sum that lacks some of
 * its parts would be wrong.
 */
#ifndef DONORS_H
#define DONORS_H

#include <stdbool.h>
#include "contribution.h"
#include "csvout.h"
#include "index.h"

/* Zero-initialized prints rows as they come. */
struct donors {
	bool by_donor;
	size_t top; /* 0: all */
	/* private */
	struct donors_row {
		struct contribution c; /* of a sum: what its contributions have in common, the first date, the place of the first read */
		struct str last;
		size_t contributions;
	} *row;
	size_t rows, cap;
	struct index index; /* of donors: one row each */
	struct arena texts;
	struct buf key;
	struct donors_recent {
		uint64_t who;            /* see struct contribution */
		size_t row;              /* the one that it was added to last, */
		bool summed;             /* if it was */
		struct csvout_part part; /* donor, iso3 and type, as they stand in the output */
	} *recent;
};

void donors_header(const struct donors *);
void donors_add(struct donors *, const struct contribution *);
/* Prints what was kept, if everything was read well, and frees. */
void donors_finish(struct donors *);

#endif
