#include <stdlib.h>
#include "index.h"
#include "mem.h"
#include "people_check.h"

struct people_check {
	struct index places; /* place, year and whether it is planned */
	struct place {
		struct dec types, total;
		size_t figures;    /* of types */
		size_t hidden;     /* cells of them: 1 to 4 people each */
		bool stated;       /* the total is */
		struct pos at;     /* of the total */
	} *place;
	size_t cap;
	struct index types; /* the same with the type */
	struct buf key;
};

struct people_check *
people_check_new(void)
{
	struct people_check *c = mem_alloc(1, sizeof *c);

	*c = (struct people_check){.cap = 0};
	return c;
}

/* The place for a message: "Mali 2019", "Mali from Niger 2019". */
static void
name_of(struct buf *b, const struct population *fact)
{
	struct str place = fact->operation.n ? fact->operation : fact->iso3;
	struct str origin = fact->origin.n ? fact->origin : fact->origin_iso3;

	b->n = 0;
	buf_add(b, place);
	if (origin.n > 0) {
		buf_add(b, S(" from "));
		buf_add(b, origin);
	}
	if (b->n > 0 && fact->year.n > 0)
		buf_byte(b, ' ');
	buf_add(b, fact->year);
}

static struct place *
place_of(struct people_check *c, const struct population *fact, enum population_status status)
{
	bool added;
	size_t i;

	c->key.n = 0;
	index_part(&c->key, fact->operation);
	index_part(&c->key, fact->iso3);
	index_part(&c->key, fact->origin);
	index_part(&c->key, fact->origin_iso3);
	index_part(&c->key, fact->year);
	buf_byte(&c->key, status == POP_PROJECTED ? 'p' : 'a');
	i = index_add(&c->places, buf_str(&c->key), &added);
	c->place = mem_grow(c->place, i, &c->cap, sizeof *c->place);
	if (added)
		c->place[i] = (struct place){.types = dec_int(0), .total = dec_int(0)};
	return &c->place[i];
}

/* Whether the type stands there already, which is told. Behind place_of(). */
static bool
is_twice(struct people_check *c, const struct population *fact, struct str label)
{
	bool added;
	struct buf name = {NULL, 0, 0};

	index_part(&c->key, label);
	index_add(&c->types, buf_str(&c->key), &added);
	if (added)
		return false;
	name_of(&name, fact);
	diag_error(STATUS_NONE, fact->at, "%.*s: %.*s stands there twice", DIAG_STR(buf_str(&name)), DIAG_STR(label));
	free(name.data);
	return true;
}

void
people_check_add(struct people_check *c, const struct population *fact, const struct population_figure *figure, size_t hidden)
{
	struct place *place = place_of(c, fact, figure->status);

	if (is_twice(c, fact, figure->label))
		return;
	if (figure->type == POP_TOT) {
		place->stated = figure->status != POP_REDACTED;
		place->total = figure->persons;
		place->at = fact->at;
		return;
	}
	place->figures++;
	place->hidden += hidden;
	if (figure->status != POP_REDACTED && !dec_add(&place->types, &place->types, &figure->persons))
		diag_error(STATUS_BAD, fact->at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
}

void
people_check_part(struct people_check *c, const struct population *fact, const struct population_figure *figure)
{
	place_of(c, fact, figure->status);
	is_twice(c, fact, figure->label);
}

static void
check_total(const struct place *place, struct str key)
{
	struct population fact = {.n = 0};
	struct buf name = {NULL, 0, 0};
	char types[DEC_MAX], total[DEC_MAX];
	struct dec most = dec_int(4 * (long long)place->hidden);

	/* hidden people are missing from the types, and perhaps from the total */
	if (!place->stated || place->figures == 0 || !dec_add(&most, &most, &place->types)
	    || (dec_cmp(&place->types, &place->total) <= 0 && dec_cmp(&place->total, &most) <= 0))
		return;
	fact.operation = index_take(&key);
	fact.iso3 = index_take(&key);
	fact.origin = index_take(&key);
	fact.origin_iso3 = index_take(&key);
	fact.year = index_take(&key);
	name_of(&name, &fact);
	diag_error(STATUS_NONE, place->at, "%.*s: the types add up to %.*s, the stated total is %.*s", DIAG_STR(buf_str(&name)),
	           (int)dec_format(&place->types, types), types, (int)dec_format(&place->total, total), total);
	free(name.data);
}

void
people_check_end(struct people_check *c)
{
	for (size_t i = 0; i < c->places.n; i++)
		check_total(&c->place[i], index_key(&c->places, i));
	index_free(&c->places);
	index_free(&c->types);
	free(c->place);
	free(c->key.data);
	free(c);
}
