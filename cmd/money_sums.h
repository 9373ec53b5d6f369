/*
 * money_sums: sums of rows that are parts of one figure, as IATI's transactions are: by operation and year in the order of
 * their first appearance, in each by pillar.
 */
#ifndef MONEY_SUMS_H
#define MONEY_SUMS_H

#include "finance.h"
#include "index.h"

/* Zero-initialized is empty. */
struct money_sums {
	/* private */
	struct index places; /* operation, iso3, year */
	struct money_sum {
		struct figure money[PILLARS][MONEYS];
		enum unit unit;
		struct pos at[PILLARS]; /* of the first part of each */
	} *sum;
	size_t cap;
	struct buf key;
};

/* Adds a part. What cannot be added exactly is reported. */
void money_sums_add(struct money_sums *, const struct finance *);
/* Calls fn for each sum as a row. */
void money_sums_each(const struct money_sums *, void (*fn)(struct finance *, void *), void *);
void money_sums_free(struct money_sums *);

#endif
