#include <stdio.h>
#include <stdlib.h>
#include "command.h"
#include "donors.h"
#include "finance.h"

#define RECENT 512 /* donors that are remembered; a power of two */

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

/* What is remembered of that donor; begun anew if that was another one. NULL where donors cannot be told apart by a number. */
static struct donors_recent *
recent(struct donors *d, uint64_t who)
{
	struct donors_recent *found;

	if (who == 0)
		return NULL;
	if (!d->recent) {
		d->recent = mem_alloc(RECENT, sizeof *d->recent);
		memset(d->recent, 0, RECENT * sizeof *d->recent);
	}
	found = &d->recent[who % RECENT];
	if (found->who != who) {
		found->who = who;
		found->summed = false;
		found->part.fields = 0;
	}
	return found;
}

/* The fields of the donor; those of one that came before are written as they stand. */
static void
print_donor(struct donors *d, const struct contribution *c)
{
	struct csvout *out = command_output();
	struct donors_recent *known = recent(d, c->who);
	struct csvout_mark mark = csvout_mark(out);

	if (known && known->part.fields > 0) {
		csvout_again(out, &known->part);
		return;
	}
	csvout_field(out, c->donor);
	csvout_field(out, c->iso3);
	csvout_field(out, str_of(donor_type_name(c->type)));
	if (known)
		csvout_keep(out, mark, &known->part);
}

static void
print(struct donors *d, const struct contribution *c)
{
	struct csvout *out = command_output();

	csvout_plain(out, c->date);
	print_donor(d, c);
	if (c->digits.n > 0)
		csvout_plain(out, c->digits);
	else
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
	row->c.digits = S("");
	return row;
}

/* The number of the row of the contribution's donor; *added tells whether there is none yet. */
static size_t
find(struct donors *d, const struct contribution *c, bool *added)
{
	struct donors_recent *known = recent(d, c->who);
	size_t i;

	*added = false;
	if (known && known->summed && d->row[known->row].c.known == c->known && str_eq(d->row[known->row].c.unit, c->unit))
		return known->row;
	d->key.n = 0;
	index_part(&d->key, c->donor);
	index_part(&d->key, c->iso3);
	index_part(&d->key, c->unit);
	buf_byte(&d->key, (char)c->type);
	buf_byte(&d->key, (char)c->known);
	i = index_add(&d->index, buf_str(&d->key), added);
	if (known) {
		known->row = i;
		known->summed = true;
	}
	return i;
}

static void
add(struct donors *d, const struct contribution *c)
{
	struct donors_row *row;
	bool added;
	size_t i = find(d, c, &added);

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
		print(d, c);
}

/* What the amount is worth: units of dollars are made one; any other unit stands for itself. */
static struct dec
value_of(const struct contribution *c)
{
	struct dec value = c->amount;
	enum unit unit = unit_of(c->unit);

	if (unit != UNITS)
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
			print(d, &order[i]->c);
	}
	for (size_t i = 0; d->recent && i < RECENT; i++)
		free(d->recent[i].part.text.data);
	free(d->recent);
	free(order);
	free(d->row);
	index_free(&d->index);
	arena_free(&d->texts);
	free(d->key.data);
}
