#include <stdlib.h>
#include "money_check.h"

/* The figures of one operation and year: the totals, and the sums of its pillars. */
struct money_place {
	struct figure total[MONEYS], pillars[MONEYS];
	enum unit unit; /* of them: the first row's */
	struct pos at; /* of the total */
};

/* What a message calls a row: "Mali 2019". Borrowed until the next call. */
static struct str
name_of(struct money_check *c, struct str operation, struct str iso3, struct str year)
{
	c->name.n = 0;
	buf_add(&c->name, operation.n ? operation : iso3);
	if (c->name.n > 0)
		buf_byte(&c->name, ' ');
	buf_add(&c->name, year);
	return buf_str(&c->name);
}

/* From one unit to another, which may be the same; false if one of two different ones is not known, or it cannot be kept. */
static bool
convert(struct dec *value, enum unit from, enum unit to)
{
	return from == to || (from != UNIT_NONE && to != UNIT_NONE && unit_convert(value, from, to));
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

void
money_check_compare(struct money_check *c, const struct finance *row)
{
	size_t i = index_find(&c->others, key_of(c, row));
	struct str name = name_of(c, row->operation, row->iso3, row->year);

	if (i == SIZE_MAX)
		return;
	for (int m = 0; m < MONEYS; m++) {
		const struct finance *other = &c->other[i];
		struct dec value = other->money[m].value;
		char ours[DEC_MAX], theirs[DEC_MAX];

		if (!row->money[m].known || !other->money[m].known)
			continue;
		if (!convert(&value, other->unit, row->unit)) {
			diag_error(STATUS_BAD, row->unit == UNIT_NONE ? row->at : other->at,
			           "the unit of the figures is not stated; tell it with --unit-in=UNIT");
			continue;
		}
		if (dec_cmp(&row->money[m].value, &value) == 0)
			continue;
		diag_error(STATUS_NONE, row->at, "%.*s %s: %s is %.*s here, %.*s in %s:%zu", DIAG_STR(name), pillar_name(row->pillar),
		           money_name((enum money)m), (int)dec_format(&row->money[m].value, ours), ours,
		           (int)dec_format(&value, theirs), theirs, other->at.file, other->at.line);
	}
}

/* The row's operation and year; and whether the same pillar stood there before. */
static struct money_place *
place_of(struct money_check *c, const struct finance *row, bool *twice)
{
	bool added;
	size_t i;

	c->key.n = 0;
	index_part(&c->key, row->operation);
	index_part(&c->key, row->iso3);
	index_part(&c->key, row->year);
	i = index_add(&c->places, buf_str(&c->key), &added);
	c->place = mem_grow(c->place, i, &c->place_cap, sizeof *c->place);
	if (added)
		c->place[i] = (struct money_place){.unit = row->unit, .at = row->at};
	buf_byte(&c->key, (char)row->pillar);
	index_add(&c->rows, buf_str(&c->key), &added);
	*twice = !added;
	return &c->place[i];
}

static void
add(const struct money_place *place, struct figure *sum, const struct figure *figure, const struct finance *row)
{
	struct dec value = figure->value;

	if (!figure->known)
		return;
	if (!sum->known)
		sum->value = dec_int(0);
	sum->known = true;
	if (!convert(&value, row->unit, place->unit) || !dec_add(&sum->value, &sum->value, &value))
		diag_error(STATUS_BAD, row->at, "the figures have units that do not go together, or more digits than can be kept exactly");
}

void
money_check_row(struct money_check *c, const struct finance *row)
{
	struct money_place *place;
	bool twice;

	if (!c->sums)
		return;
	place = place_of(c, row, &twice);
	if (twice) {
		struct str name = name_of(c, row->operation, row->iso3, row->year);

		diag_error(STATUS_NONE, row->at, "%.*s: %s stands there twice", DIAG_STR(name), pillar_name(row->pillar));
		return;
	}
	for (int m = 0; m < MONEYS; m++)
		add(place, row->pillar == PILLAR_TOTAL ? &place->total[m] : &place->pillars[m], &row->money[m], row);
	if (row->pillar == PILLAR_TOTAL)
		place->at = row->at;
}

static void
check_sums(struct money_check *c, const struct money_place *place, struct str key)
{
	struct str operation = index_take(&key), iso3 = index_take(&key), year = index_take(&key);
	struct str name = name_of(c, operation, iso3, year);
	char sum[DEC_MAX], total[DEC_MAX];

	for (int m = 0; m < MONEYS; m++) {
		const struct figure *have = &place->pillars[m], *stated = &place->total[m];

		if (!have->known || !stated->known || dec_cmp(&have->value, &stated->value) == 0)
			continue;
		diag_error(STATUS_NONE, place->at, "%.*s: %s of p1 to p4 adds up to %.*s, the total is %.*s", DIAG_STR(name),
		           money_name((enum money)m), (int)dec_format(&have->value, sum), sum, (int)dec_format(&stated->value, total),
		           total);
	}
}

void
money_check_end(struct money_check *c)
{
	for (size_t i = 0; i < c->places.n; i++)
		check_sums(c, &c->place[i], index_key(&c->places, i));
	index_free(&c->places);
	index_free(&c->rows);
	index_free(&c->others);
	free(c->place);
	free(c->other);
	free(c->key.data);
	free(c->name.data);
}
