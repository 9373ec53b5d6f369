#include <stdio.h>
#include <stdlib.h>
#include "command.h"
#include "donors.h"
#include "finance.h"

void
donors_header(const struct donors *d)
{
	static const char *const rows[] = {"date", "donor", "iso3", "donor_type", "amount", "unit", "recipient"};
	static const char *const sums[] = {"donor", "iso3", "donor_type", "contributions", "amount", "unit", "first", "last"};

	if (d->by_donor)
		command_header(sums, countof(sums));
	else
		command_header(rows, countof(rows));
}

static void
print(const struct contribution *c)
{
	struct csvout *out = command_output();

	csvout_field(out, c->date);
	csvout_field(out, c->donor);
	csvout_field(out, c->iso3);
	csvout_field(out, str_of(donor_type_name(c->type)));
	command_number(c->known ? &c->amount : NULL);
	csvout_field(out, c->unit);
	csvout_field(out, c->recipient);
	command_row(c->at);
}

static void
print_sum(const struct donors_row *row)
{
	struct csvout *out = command_output();
	char count[32];

	csvout_field(out, row->c.donor);
	csvout_field(out, row->c.iso3);
	csvout_field(out, str_of(donor_type_name(row->c.type)));
	csvout_field(out, (struct str){count, (size_t)snprintf(count, sizeof count, "%zu", row->contributions)});
	command_number(row->c.known ? &row->c.amount : NULL);
	csvout_field(out, row->c.unit);
	csvout_field(out, row->c.date);
	csvout_field(out, row->last);
	command_row(row->c.at);
}

/* A new row, its texts copied. */
static struct donors_row *
keep(struct donors *d, const struct contribution *c)
{
	struct donors_row *row;

	d->row = mem_grow(d->row, d->rows, &d->cap, sizeof *d->row);
	row = &d->row[d->rows++];
	*row = (struct donors_row){.c = *c, .contributions = 1};
	row->c.date = row->last = arena_copy(&d->texts, c->date);
	row->c.donor = arena_copy(&d->texts, c->donor);
	row->c.iso3 = arena_copy(&d->texts, c->iso3);
	row->c.unit = arena_copy(&d->texts, c->unit);
	row->c.recipient = arena_copy(&d->texts, c->recipient);
	return row;
}

static void
add(struct donors *d, const struct contribution *c)
{
	struct donors_row *row;
	bool added;
	size_t i;

	d->key.n = 0;
	index_part(&d->key, c->donor);
	index_part(&d->key, c->iso3);
	index_part(&d->key, c->unit);
	buf_byte(&d->key, (char)c->type);
	buf_byte(&d->key, (char)c->known);
	i = index_add(&d->index, buf_str(&d->key), &added);
	if (added) {
		keep(d, c);
		return;
	}
	row = &d->row[i];
	row->contributions++;
	if (c->known && !dec_add(&row->c.amount, &row->c.amount, &c->amount))
		diag_error(STATUS_BAD, c->at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
	/* a day that is not known is neither first nor last */
	if (c->date.n > 0 && (row->c.date.n == 0 || str_cmp(c->date, row->c.date) < 0))
		row->c.date = arena_copy(&d->texts, c->date);
	if (c->date.n > 0 && str_cmp(c->date, row->last) > 0)
		row->last = arena_copy(&d->texts, c->date);
}

void
donors_add(struct donors *d, const struct contribution *c)
{
	if (d->by_donor)
		add(d, c);
	else if (d->top)
		keep(d, c);
	else
		print(c);
}

/* What the amount is worth: units of dollars are made one; any other unit stands for itself. */
static struct dec
value_of(const struct contribution *c)
{
	struct dec value = c->amount;
	enum unit unit = unit_of(c->unit);

	if (unit != UNITS && unit != UNIT_NONE)
		unit_convert(&value, unit, UNIT_USD);
	return value;
}

/* The largest amount first, then the most contributions; rows without an amount last. */
static int
larger_first(const void *a, const void *b)
{
	const struct donors_row *x = *(struct donors_row *const *)a, *y = *(struct donors_row *const *)b;
	int cmp = (int)y->c.known - (int)x->c.known;

	if (cmp == 0 && x->c.known) {
		const struct dec left = value_of(&x->c), right = value_of(&y->c);

		cmp = dec_cmp(&right, &left);
	}
	if (cmp == 0)
		cmp = (y->contributions > x->contributions) - (y->contributions < x->contributions);
	return cmp ? cmp : (x > y) - (x < y);
}

void
donors_finish(struct donors *d)
{
	struct donors_row **order = mem_alloc(d->rows, sizeof *order);
	size_t n = d->top && d->top < d->rows ? d->top : d->rows;

	for (size_t i = 0; i < d->rows; i++)
		order[i] = &d->row[i];
	if (d->top)
		qsort(order, d->rows, sizeof *order, larger_first);
	for (size_t i = 0; i < n && command_whole(); i++) {
		if (d->by_donor)
			print_sum(order[i]);
		else
			print(&order[i]->c);
	}
	free(order);
	free(d->row);
	index_free(&d->index);
	arena_free(&d->texts);
	free(d->key.data);
}
