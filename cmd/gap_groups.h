/*
 * gap_groups: rows of money summed by any of operation, year and pillar.
 *
 * Totals and pillars never meet in one sum: without the pillar among the columns, a group sums its `total` rows, or its pillar
 * rows if it has no total. A row that lacks the budget or what it is compared with is left out of both sums.
 */
#ifndef GAP_GROUPS_H
#define GAP_GROUPS_H

#include <stdbool.h>
#include "gap.h"
#include "index.h"

enum group_column { GROUP_OPERATION, GROUP_YEAR, GROUP_PILLAR, GROUP_COLUMNS };

/* Zero-initialized is empty, and groups by nothing: everything is one group. */
struct gap_groups {
	enum group_column column[GROUP_COLUMNS]; /* in the order of the output */
	size_t columns;
	enum against against;
	/* private */
	struct index index;
	struct gap_group *group;
	size_t cap;
	struct buf key;
};

/* The columns of --group-by; what is wrong with them, or NULL. */
const char *gap_groups_columns(struct gap_groups *, const char *argument);
const char *gap_groups_column_name(enum group_column);
/* Whether the column is one of them. */
bool gap_groups_have(const struct gap_groups *, enum group_column);

void gap_groups_add(struct gap_groups *, const struct finance *);

/* Whether the rows of that operation and year are in a group that sums totals, and leaves pillars out. */
bool gap_groups_sums_totals(struct gap_groups *, struct str operation, struct str year);

/*
 * The sums of group i (there are index.n) as a row: texts and pillar of columns that it is not grouped by are empty. They are
 * borrowed until the groups are freed. False: two units or a mixed `against` in it; reported.
 */
bool gap_groups_row(const struct gap_groups *, size_t i, struct finance *);
void gap_groups_free(struct gap_groups *);

#endif
