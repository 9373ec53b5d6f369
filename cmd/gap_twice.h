/*
 * gap_twice: tells of rows that two inputs have about the same operation, year and pillar, where all rows are summed: two pages
 * of one operation, saved at different times, say. Within one input such rows are parts (the plans of a country), and fine.
 */
#ifndef GAP_TWICE_H
#define GAP_TWICE_H

#include "finance.h"
#include "gap_groups.h"
#include "index.h"

/* Zero-initialized knows nothing. It keeps a key for each operation, year and pillar. */
struct gap_twice {
	/* private */
	struct index rows, told;
	const char **file; /* where each row was first */
	size_t cap;
	struct buf key;
};

/* Takes note of a row that goes into a sum; warns of the first one of an operation in an input that another input has, too. */
void gap_twice_row(struct gap_twice *, const struct finance *);
/* Warns where groups sum totals, and an operation and year has pillars only. When all rows were taken. */
void gap_twice_pillars(struct gap_twice *, struct gap_groups *);
void gap_twice_free(struct gap_twice *);

#endif
