/*
 * money: what budget-series and gap-calc share: their options about rows of money, reading and filtering those, and the checks.
 */
#ifndef MONEY_H
#define MONEY_H

#include <stdbool.h>
#include "command.h"
#include "finance.h"
#include "index.h"
#include "opts.h"

extern const struct opt money_options[];
extern const size_t money_options_n;

/* --complete: rows without any figure are wanted. */
bool money_complete(void);

/*
 * Reads all inputs and calls fn for all rows that the options want (of whatever year, with all_years), in the unit that they
 * want: n at once, at most MONEY_ROWS, of one place and with years of one length. The rows' texts are borrowed until fn
 * returns. At the end, tells what --check and --against-file found.
 */
#define MONEY_ROWS 16
void money_read(bool all_years, void (*fn)(const struct finance *row, size_t n, void *), void *);

/*
 * Writes fields behind others, a comma before each: budget, funding, expenditure and unit. To where there is room for
 * MONEY_ROOM bytes; gives the end.
 */
#define MONEY_ROOM (MONEYS * (1 + DEC_MAX) + 1 + NAME_MAX)
char *money_put_figures(char *to, const struct finance *);

/*
 * Begins n rows of one place, with years of one length: gives the output's room for all their fields of struct finance, from
 * operation to unit, and for `more` bytes behind those of each. money_put() writes these fields, and gives their end. Rows of
 * one place mostly follow one another: what was written for the one before is taken again, unless it stands in the input
 * (those two functions are parts of what follows). MONEY_FIELDS and those behind them are for csvout_wrote().
 */
#define MONEY_FIELDS (4 + MONEYS + 1)
char *money_begin_place(const struct finance *, size_t n, size_t more);
char *money_put_place(char *to, const struct finance *);

static inline char *
money_begin(const struct finance *row, size_t n, size_t more)
{
	if (row->head.n == 0)
		return money_begin_place(row, n, more);
	return csvout_room(command_output(), n * (row->head.n + MEM_PAD + MONEY_ROOM + more));
}

static inline char *
money_put(char *to, const struct finance *row)
{
	if (row->head.n == 0)
		return money_put_place(to, row);
	mem_put_padded(to, row->head.s, row->head.n);
	return money_put_figures(to + row->head.n, row);
}

/* The key of a row's operation and year, for an index. In *key, until that changes. */
struct str money_place(struct buf *key, const struct finance *);

/* Whether any of the figures is known. */
static inline bool
money_has_figure(const struct finance *row)
{
	return row->money[MONEY_BUDGET].known || row->money[MONEY_FUNDING].known || row->money[MONEY_EXPENDITURE].known;
}

#endif
