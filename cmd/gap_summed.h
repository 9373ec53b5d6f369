/*
 * gap_summed: keeps in mind which rows went into sums, and warns of what sums do not show: rows that two inputs have about the
 * same operation, year and pillar (two pages of one operation, saved at different times, say; within one input such rows are
 * parts, the plans of a country, and fine), rows that seem to be a sum of others, and pillars that are left out because others
 * of their group have a total.
 */
#ifndef GAP_SUMMED_H
#define GAP_SUMMED_H

#include "finance.h"
#include "gap_groups.h"
#include "index.h"

/* Zero-initialized knows nothing. It keeps a key for each operation, year and pillar. */
struct gap_summed {
	/* private */
	struct index rows, told;
	const char **file; /* where each row was first */
	size_t cap;
	struct buf key;
};

/*
 * Takes note of a row that goes into a sum; warns of the first one of an operation in an input that another input has, too, and
 * of one that is a sum itself where sums are made of several operations.
 */
void gap_summed_row(struct gap_summed *, const struct gap_groups *, const struct finance *);
/* Warns where groups sum totals, and an operation and year has pillars only. When all rows were taken. */
void gap_summed_pillars(struct gap_summed *, struct gap_groups *);
void gap_summed_free(struct gap_summed *);

#endif
