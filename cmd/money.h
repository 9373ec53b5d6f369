/*
 * money: what budget-series and gap-calc share: their options about rows of money, reading and filtering those, and the checks.
 */
#ifndef MONEY_H
#define MONEY_H

#include <stdbool.h>
#include "finance.h"
#include "index.h"
#include "opts.h"

extern const struct opt money_options[];
extern const size_t money_options_n;

/* --complete: rows without any figure are wanted. */
bool money_complete(void);

/*
 * Reads all inputs and calls fn for every row that the options want (of whatever year, with all_years), in the unit that they
 * want. The row's texts are borrowed until fn returns. At the end, tells what --check and --against-file found.
 */
void money_read(bool all_years, void (*fn)(const struct finance *, void *), void *);

/* The key of a row's operation and year, for an index. In *key, until that changes. */
struct str money_place(struct buf *key, const struct finance *);

/* Whether any of the figures is known. */
bool money_has_figure(const struct finance *);

/* Adds the field of a figure to the row at hand; empty where it is not known. */
void money_field(const struct figure *);

#endif
