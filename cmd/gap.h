/*
 * gap: the arithmetic of a gap, and the columns that it fills.
 *
 * UNHCR's funding gap is the budget minus the funds available. A page knows no funds, only expenditure; so the column `against`
 * says what was subtracted.
 */
#ifndef GAP_H
#define GAP_H

#include <stdbool.h>
#include "decimal.h"
#include "finance.h"

/* What the budget is compared with. */
enum against { AGAINST_WHAT_IS_THERE, AGAINST_FUNDING, AGAINST_EXPENDITURE };

struct gap {
	enum money against;     /* MONEYS: neither is known */
	/* private */
	bool small;             /* both figures are these numbers of 10^-scale; otherwise what follows them was worked out: */
	uint64_t need, have;
	unsigned scale;
	struct figure gap;      /* budget - against */
	struct figure gap_pct, covered_pct; /* of the budget; not known for a budget of 0 */
};

/* Which figure of a row it is; MONEYS for none. */
enum money gap_against(const struct finance *, enum against);
/* The gap of a row's figures. Missing stays missing. False: it cannot be kept exactly; reported. */
bool gap_of(const struct finance *, enum against, struct gap *);
/* The gap of two figures; what it is against is the caller's to know. */
bool gap_between(const struct amount *need, const struct amount *have, const struct pos *, struct gap *);
/* The difference as a number; false where it is not known. */
bool gap_value(const struct gap *, struct dec *);

/* Writes the fields gap, gap_pct and covered_pct behind others, a comma before each, to where that room is; gives the end. */
#define GAP_ROOM ((size_t)3 * (1 + DEC_MAX))
char *gap_put(char *to, const struct gap *);

#endif
