/*
 * money_check: what can be verified of rows of money: p1 to p4 add up to the total, no row stands there twice, and another
 * source has the same figures. Each mismatch is told through diag, status 1.
 */
#ifndef MONEY_CHECK_H
#define MONEY_CHECK_H

#include <stdbool.h>
#include "finance.h"
#include "index.h"

/* Zero-initialized checks nothing. */
struct money_check {
	bool sums; /* check the rows among themselves */
	/* private */
	struct index places; /* operation, year */
	struct money_place *place;
	size_t place_cap;
	struct index rows;   /* the same with the pillar */
	struct index others; /* rows of the other source: iso3 or operation, year, pillar */
	struct money_other *other;
	size_t other_n, other_cap;
	size_t *first;       /* of those: for each key */
	size_t first_cap;
	size_t compared;     /* rows of our own that the other source has, too */
	struct buf key, name;
};

/* Adds a row of the source to compare with; before any row of our own. */
void money_check_against(struct money_check *, const struct finance *);
/*
 * Tells the figures of a row of our own that differ from the other source's, in the row's unit. Where that has several rows of
 * the same operation, year and pillar (plans, revisions), one that agrees is enough.
 */
void money_check_compare(struct money_check *, const struct finance *);
/* Notes a row of our own, if `sums` are to be checked; one that stands there already is told. */
void money_check_row(struct money_check *, const struct finance *);
/* Tells which sums do not fit, and frees. */
void money_check_end(struct money_check *);

#endif
