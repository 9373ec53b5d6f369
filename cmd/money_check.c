#include <stdlib.h>
#include <string.h>
#include "money.h"
#include "money_check.h"

/* The figures of one operation and year: the totals, and the sums of its pillars. */
struct money_place {
	struct figure total[MONEYS], pillars[MONEYS];
	enum unit unit; /* of them: the first row's */
	struct pos at; /* of the total */
	bool unfit;    /* a figure could not be added, which was told: the sums say nothing */
};

/* A row of the other source. */
struct money_other {
	struct amount money[MONEYS];
	enum unit unit;
	struct pos at;
	size_t next; /* the row before it with the same key, counted from 1; 0: none */
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

/* Whether the source's own percentage is the rounded one of its figures; true, too, where there is nothing to compare. */
static bool
percent_fits(const struct finance *row)
{
	struct dec half = dec_int(5), low, high, budget, funding;

	if (!row->percent.known || !row->money[MONEY_BUDGET].known || !row->money[MONEY_FUNDING].known)
		return true;
	budget = amount_value(&row->money[MONEY_BUDGET]);
	funding = amount_value(&row->money[MONEY_FUNDING]);
	if (dec_zero(&budget))
		return true;
	if (!dec_shift(&half, &half, -1 - (int)row->percent.value.scale) || !dec_sub(&low, &row->percent.value, &half)
	    || !dec_add(&high, &row->percent.value, &half))
		return true;
	return dec_cmp_share(&funding, &budget, &low) >= 0 && dec_cmp_share(&funding, &budget, &high) <= 0;
}

/* From one unit to another, which may be the same; false if one of two different ones is not known, or it cannot be kept. */
static bool
convert(struct dec *value, enum unit from, enum unit to)
{
	return from == to || (from != UNIT_NONE && to != UNIT_NONE && unit_convert(value, from, to));
}

/* The figure as --precision has it without "raw": the noise of somebody's binary fractions would fit nowhere. */
static struct dec
without_noise(const struct amount *amount)
{
	char text[DEC_MAX];
	struct dec clean = amount_value(amount);

	dec_parse(&clean, (struct str){text, dec_format(&clean, text)}, DOUBLE_DIGITS);
	return clean;
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
	struct money_other *other;

	c->first = mem_grow(c->first, i, &c->first_cap, sizeof *c->first);
	c->other = mem_grow(c->other, c->other_n, &c->other_cap, sizeof *c->other);
	other = &c->other[c->other_n++];
	*other = (struct money_other){.unit = row->unit, .at = row->at, .next = added ? 0 : c->first[i]};
	memcpy(other->money, row->money, sizeof other->money);
	c->first[i] = c->other_n;
}

/* Compares one figure of the row with those of the other source, from the last one on. */
static void
compare(struct money_check *c, const struct finance *row, int m, size_t last)
{
	struct str name = name_of(c, row->operation, row->iso3, row->year);
	struct dec ours = without_noise(&row->money[m]), theirs, differing = dec_int(0);
	const struct money_other *differs = NULL;
	char one[DEC_MAX], two[DEC_MAX];

	for (size_t i = last; i; i = c->other[i - 1].next) {
		const struct money_other *other = &c->other[i - 1];

		if (!other->money[m].known)
			continue;
		theirs = without_noise(&other->money[m]);
		if (!convert(&theirs, other->unit, row->unit)) {
			if (row->unit != UNIT_NONE && other->unit != UNIT_NONE)
				diag_error(STATUS_BAD, other->at, "%s in %s has more digits than can be kept exactly (%d)", money_name((enum money)m),
				           unit_name(row->unit), DEC_DIGITS);
			else
				diag_error(STATUS_BAD, row->unit == UNIT_NONE ? row->at : other->at,
				           "the unit of the figures is not stated; tell it with --unit-in=UNIT");
			return;
		}
		if (dec_cmp(&ours, &theirs) == 0)
			return;
		differs = other;
		differing = theirs;
	}
	if (differs)
		diag_error(STATUS_NONE, row->at, "%.*s %s: %s is %.*s here, %.*s in %s:%zu", DIAG_STR(name), pillar_name(row->pillar),
		           money_name((enum money)m), (int)dec_format(&ours, one), one, (int)dec_format(&differing, two), two,
		           differs->at.file, differs->at.line);
}

void
money_check_compare(struct money_check *c, const struct finance *row)
{
	size_t i = index_find(&c->others, key_of(c, row));

	if (i == SIZE_MAX)
		return;
	c->compared++;
	for (int m = 0; m < MONEYS; m++)
		if (row->money[m].known)
			compare(c, row, m, c->first[i]);
}

/* The row's operation and year; and whether the same pillar stood there before. */
static struct money_place *
place_of(struct money_check *c, const struct finance *row, bool *twice)
{
	bool added;
	size_t i;

	i = index_add(&c->places, money_place(&c->key, row), &added);
	c->place = mem_grow(c->place, i, &c->place_cap, sizeof *c->place);
	if (added)
		c->place[i] = (struct money_place){.unit = row->unit, .at = row->at};
	buf_byte(&c->key, (char)row->pillar);
	index_part(&c->key, row->part);
	index_add(&c->rows, buf_str(&c->key), &added);
	*twice = !added;
	return &c->place[i];
}

static void
add(struct money_place *place, struct figure *sum, const struct amount *amount, const struct finance *row)
{
	struct dec value;

	if (!amount->known)
		return;
	value = without_noise(amount);
	if (!sum->known)
		sum->value = dec_int(0);
	sum->known = true;
	if (convert(&value, row->unit, place->unit) && dec_add(&sum->value, &sum->value, &value))
		return;
	place->unfit = true;
	diag_error(STATUS_BAD, row->at, "the figures have units that do not go together, or more digits than can be kept exactly");
}

void
money_check_row(struct money_check *c, const struct finance *row)
{
	struct money_place *place;
	bool twice;

	if (!percent_fits(row)) {
		struct str name = name_of(c, row->operation, row->iso3, row->year);
		char stated[DEC_MAX];

		diag_error(STATUS_NONE, row->at, "%.*s: the source says that %.*s per cent are funded, which its figures do not give",
		           DIAG_STR(name), (int)dec_format(&row->percent.value, stated), stated);
	}
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

	for (int m = 0; m < MONEYS && !place->unfit; m++) {
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
	free(c->first);
	free(c->key.data);
	free(c->name.data);
}
