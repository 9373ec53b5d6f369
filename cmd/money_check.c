#include <stdlib.h>
#include "money_check.h"

/* The figures of one operation and year: the totals, and the sums of its pillars. */
struct money_place {
	struct figure total[MONEYS], pillars[MONEYS];
	struct pos at; /* of the total */
};

/* The name of a row's operation: what is printed of it first. */
static struct str
name_of(const struct finance *row)
{
	return row->operation.n ? row->operation : row->iso3;
}

/* How two sources know the same row: by the code, else by the name. */
static struct str
key_of(struct money_check *c, const struct finance *row)
{
	c->key.n = 0;
	index_part(&c->key, row->iso3.n ? row->iso3 : row->operation);
	index_part(&c->key, row->year);
	buf_byte(&c->key, (char)row->pillar);
	return buf_str(&c->key);
}

void
money_check_against(struct money_check *c, const struct finance *row)
{
	bool added;
	size_t i = index_add(&c->others, key_of(c, row), &added);

	c->other = mem_grow(c->other, i, &c->other_cap, sizeof *c->other);
	c->other[i] = *row;
	c->other[i].operation = c->other[i].iso3 = c->other[i].year = S("");
}

/* Tells the figures of a row that differ from the other source's, in the row's unit. */
static void
compare(struct money_check *c, const struct finance *row)
{
	size_t i = index_find(&c->others, key_of(c, row));
	struct str name = name_of(row);

	if (i == SIZE_MAX)
		return;
	for (int m = 0; m < MONEYS; m++) {
		const struct finance *other = &c->other[i];
		struct dec value = other->money[m].value;
		char ours[DEC_MAX], theirs[DEC_MAX];

		if (!row->money[m].known || !other->money[m].known)
			continue;
		if (row->unit != other->unit
		    && (row->unit == UNIT_NONE || other->unit == UNIT_NONE || !unit_convert(&value, other->unit, row->unit))) {
			diag_error(STATUS_BAD, row->unit == UNIT_NONE ? row->at : other->at,
			           "the unit of the figures is not stated; tell it with --unit-in=UNIT");
			continue;
		}
		if (dec_cmp(&row->money[m].value, &value) == 0)
			continue;
		diag_error(STATUS_NONE, row->at, "%.*s %.*s %s: %s is %.*s here, %.*s in %s:%zu", DIAG_STR(name), DIAG_STR(row->year),
		           pillar_name(row->pillar), money_name((enum money)m), (int)dec_format(&row->money[m].value, ours), ours,
		           (int)dec_format(&value, theirs), theirs, other->at.file, other->at.line);
	}
}

/* The row's operation, year and unit; and whether the same pillar stood there before. */
static struct money_place *
place_of(struct money_check *c, const struct finance *row, bool *twice)
{
	bool added;
	size_t i;

	c->key.n = 0;
	index_part(&c->key, row->operation);
	index_part(&c->key, row->iso3);
	index_part(&c->key, row->year);
	index_part(&c->key, str_of(unit_name(row->unit)));
	i = index_add(&c->places, buf_str(&c->key), &added);
	c->place = mem_grow(c->place, i, &c->place_cap, sizeof *c->place);
	if (added)
		c->place[i] = (struct money_place){.at = row->at};
	buf_byte(&c->key, (char)row->pillar);
	index_add(&c->rows, buf_str(&c->key), &added);
	*twice = !added;
	return &c->place[i];
}

static void
add(struct figure *sum, const struct figure *figure, struct pos at)
{
	if (!figure->known)
		return;
	if (!sum->known)
		*sum = *figure;
	else if (!dec_add(&sum->value, &sum->value, &figure->value))
		diag_error(STATUS_BAD, at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
}

void
money_check_row(struct money_check *c, const struct finance *row)
{
	struct money_place *place;
	struct str name = name_of(row);
	bool twice;

	compare(c, row);
	if (!c->sums)
		return;
	place = place_of(c, row, &twice);
	if (twice) {
		diag_error(STATUS_NONE, row->at, "%.*s %.*s: %s stands there twice", DIAG_STR(name), DIAG_STR(row->year),
		           pillar_name(row->pillar));
		return;
	}
	for (int m = 0; m < MONEYS; m++)
		add(row->pillar == PILLAR_TOTAL ? &place->total[m] : &place->pillars[m], &row->money[m], row->at);
	if (row->pillar == PILLAR_TOTAL)
		place->at = row->at;
}

static void
check_sums(const struct money_place *place, struct str key)
{
	struct str operation = index_take(&key), iso3 = index_take(&key), year = index_take(&key);
	char sum[DEC_MAX], total[DEC_MAX];

	if (operation.n == 0)
		operation = iso3;
	for (int m = 0; m < MONEYS; m++) {
		const struct figure *have = &place->pillars[m], *stated = &place->total[m];

		if (!have->known || !stated->known || dec_cmp(&have->value, &stated->value) == 0)
			continue;
		diag_error(STATUS_NONE, place->at, "%.*s %.*s: %s of p1 to p4 adds up to %.*s, the total is %.*s", DIAG_STR(operation),
		           DIAG_STR(year), money_name((enum money)m), (int)dec_format(&have->value, sum), sum,
		           (int)dec_format(&stated->value, total), total);
	}
}

void
money_check_end(struct money_check *c)
{
	for (size_t i = 0; i < c->places.n; i++)
		check_sums(&c->place[i], index_key(&c->places, i));
	index_free(&c->places);
	index_free(&c->rows);
	index_free(&c->others);
	free(c->place);
	free(c->other);
	free(c->key.data);
}
