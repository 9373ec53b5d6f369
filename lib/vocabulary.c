#include <stdlib.h>
#include "index.h"
#include "vocabulary.h"

/* Where two columns of a table mean the same, the upper line wins. */
static const struct term shared_terms[] = {
	{STR("#country+asylum+name"), COLUMN_OPERATION, 0},
	{STR("#country+name"), COLUMN_OPERATION, 0},
	{STR("#country"), COLUMN_OPERATION, 0},
	{STR("operation"), COLUMN_OPERATION, 0},
	{STR("opération"), COLUMN_OPERATION, 0},
	{STR("countryofasylum"), COLUMN_OPERATION, 0},
	{STR("countryofasylumname"), COLUMN_OPERATION, 0},
	{STR("coaname"), COLUMN_OPERATION, 0},
	{STR("countryofasylumorresidence"), COLUMN_OPERATION, 0},
	{STR("countryterritoryofasylumresidence"), COLUMN_OPERATION, 0},
	{STR("countryterritoryofasylum"), COLUMN_OPERATION, 0},
	{STR("countryterritoryofresidence"), COLUMN_OPERATION, 0},
	{STR("countryofresidence"), COLUMN_OPERATION, 0},
	{STR("asylumcountry"), COLUMN_OPERATION, 0},
	{STR("residingin"), COLUMN_OPERATION, 0},
	{STR("country"), COLUMN_OPERATION, 0},
	{STR("paysdasile"), COLUMN_OPERATION, 0},
	{STR("pays"), COLUMN_OPERATION, 0},
	{STR("#country+asylum+code"), COLUMN_ISO3, 0},
	{STR("#country+code"), COLUMN_ISO3, 0},
	{STR("#country+code+iso3"), COLUMN_ISO3, 0},
	{STR("iso3"), COLUMN_ISO3, 0},
	{STR("iso"), COLUMN_ISO3, 0},
	{STR("countryofasylumiso"), COLUMN_ISO3, 0},
	{STR("countryofasylumiso3"), COLUMN_ISO3, 0},
	{STR("coaiso"), COLUMN_ISO3, 0},
	{STR("iso3coa"), COLUMN_ISO3, 0},
	{STR("countryiso"), COLUMN_ISO3, 0},
	{STR("countryiso3"), COLUMN_ISO3, 0},
	{STR("#date+year"), COLUMN_YEAR, 0},
	{STR("year"), COLUMN_YEAR, 0},
	{STR("année"), COLUMN_YEAR, 0},
	{STR("categories"), COLUMN_YEAR, 0},
	{STR("#value+unit"), COLUMN_UNIT, 0},
	{STR("unit"), COLUMN_UNIT, 0},
	{STR("unité"), COLUMN_UNIT, 0},
	{STR("currency"), COLUMN_UNIT, 0},
};

const struct vocabulary shared_words = {shared_terms, countof(shared_terms), NULL, 0};

#define TAG_MAX 128 /* bytes of a HXL tag that any table has */
#define ATTRIBUTES_MAX 16

/* Whether attribute a stands before b in the alphabet. */
static bool
is_before(struct str a, struct str b)
{
	return str_cmp((struct str){a.s, a.n < b.n ? a.n : b.n}, b) < 0 || (a.n < b.n && str_starts(b, a));
}

/*
 * A HXL tag as the tables have it: folded, its attributes sorted; without those that only tell which vocabulary or language the
 * values are in (+v_iso3, +i_fr). Empty: no table can have it.
 */
static struct str
tag_key(struct str tag, char key[static TAG_MAX])
{
	struct str attribute[ATTRIBUTES_MAX], part;
	char folded[TAG_MAX];
	size_t n = 0, used = 0, at = 0, length;

	while (str_split(&tag, '+', &part)) {
		part = str_trim(part);
		if (n > 0 && (str_starts(part, S("v_")) || str_starts(part, S("i_"))))
			continue;
		length = str_fold(part, folded + used, sizeof folded - used);
		if (n == ATTRIBUTES_MAX || length > sizeof folded - used)
			return S("");
		part = (struct str){folded + used, length};
		used += length;
		for (at = n++; at > 1 && is_before(part, attribute[at - 1]); at--)
			attribute[at] = attribute[at - 1];
		attribute[at] = part;
	}
	if (used + n > TAG_MAX)
		return S("");
	for (size_t i = used = 0; i < n; i++) {
		if (i > 0)
			key[used++] = '+';
		memcpy(key + used, attribute[i].s, attribute[i].n);
		used += attribute[i].n;
	}
	return (struct str){key, used};
}

/* The term under which the name stands, looked up. */
static const struct term *
look_up(const struct vocabulary *words, struct str name)
{
	char text[TAG_MAX];
	struct str key;

	if (name.n > 0 && name.s[0] == '#')
		key = tag_key(name, text);
	else
		key = (struct str){text, str_fold(name, text, sizeof text)};
	for (; words && key.n > 0 && key.n <= sizeof text; words = words->shared)
		for (size_t i = 0; i < words->n; i++) {
			const struct term *t = &words->term[i];

			if (t->key.n == key.n && t->key.s[0] == key.s[0] && memcmp(t->key.s, key.s, key.n) == 0)
				return t;
		}
	return NULL;
}

/*
 * The names that were looked up, and what that gave: the same few come again and again. A table of fixed size; a name takes the
 * place of another one. A name that is too long has none.
 */
static struct looked_up {
	const struct vocabulary *words; /* NULL: nobody has the place */
	const struct term *term;
	size_t n;
	char name[48];
} places[256];

static struct looked_up *
place_of(const struct vocabulary *words, struct str name)
{
	uint64_t first = 0, last = 0;

	if (name.n >= 8) {
		memcpy(&first, name.s, 8);
		memcpy(&last, name.s + name.n - 8, 8);
	} else if (name.n >= 4) {
		memcpy(&first, name.s, 4);
		memcpy(&last, name.s + name.n - 4, 4);
	} else if (name.n > 0) {
		first = (unsigned char)name.s[0] | (uint64_t)(unsigned char)name.s[name.n / 2] << 8;
		last = (unsigned char)name.s[name.n - 1];
	}
	first = (first ^ last << 7 ^ last >> 57 ^ name.n ^ (uintptr_t)words) * UINT64_C(0x9e3779b97f4a7c15);
	return &places[first >> 56];
}

const struct term *
term_find(const struct vocabulary *words, struct str name)
{
	struct looked_up *place = place_of(words, name);

	if (place->words == words && str_eq((struct str){place->name, place->n}, name))
		return place->term;
	if (name.n > sizeof place->name)
		return look_up(words, name);
	*place = (struct looked_up){.words = words, .term = look_up(words, name), .n = name.n};
	if (name.n > 0)
		memcpy(place->name, name.s, name.n);
	return place->term;
}

/* Where a term stands among all that the vocabulary has. */
static size_t
rank(const struct vocabulary *words, const struct term *term)
{
	uintptr_t at = (uintptr_t)term; /* which of two arrays it is in, pointers may not be asked */
	size_t before = 0;

	for (; words->shared && !(at >= (uintptr_t)words->term && at < (uintptr_t)(words->term + words->n)); words = words->shared)
		before += words->n;
	return before + (size_t)(term - words->term);
}

bool
value_missing_word(struct str text)
{
	static const struct str words[] = {STR("-"), STR("NA"), STR("N/A"), STR("n/a"), STR("..")};

	for (size_t i = 0; i < countof(words); i++)
		if (str_eq(text, words[i]))
			return true;
	return false;
}

void
columns_free(struct columns *c)
{
	for (size_t i = 0; i < COLUMNS_KEPT; i++) {
		free(c->kept[i].term);
		free(c->kept[i].first);
	}
	*c = (struct columns){.n = 0};
}

/* Whether a column means what no other one may. */
static bool
is_single(const struct term *term)
{
	return term && term->meaning < COLUMN_MANY;
}

/* Whether two columns that mean something have one name, which is reported. There may be any number of columns. */
static bool
has_twins(const struct columns_shape *c, const struct record *record)
{
	const struct shape *shape = record->shape;
	struct index names = {.n = 0};
	bool alone = true;

	for (size_t i = 0; i < c->n && alone; i++) {
		if (is_single(c->term[i]))
			index_add(&names, shape->name[i], &alone);
		if (!alone)
			diag_error(STATUS_BAD, shape->at, "two values are named \"%.*s\"", DIAG_STR(shape->name[i]));
	}
	index_free(&names);
	return !alone;
}

/* Whether two columns mean the same, so that one has to go. */
static bool
is_rival(const struct vocabulary *words, const struct term *one, const struct term *other)
{
	return one->meaning == other->meaning && (one->meaning != words->several || one->detail == other->detail);
}

/* Of columns that mean the same, leaves the one whose spelling stands first in the vocabulary. */
static void
settle(struct columns_shape *c, const struct vocabulary *words)
{
	size_t *left = NULL, n = 0, cap = 0; /* the columns that are left so far: no more than the vocabulary has meanings */

	for (size_t i = 0; i < c->n; i++) {
		const struct term *term = c->term[i];
		size_t k = 0;

		if (!is_single(term))
			continue;
		while (k < n && !is_rival(words, c->term[left[k]], term))
			k++;
		if (k == n) {
			left = mem_grow(left, n, &cap, sizeof *left);
			left[n++] = i;
		} else if (rank(words, c->term[left[k]]) <= rank(words, term)) {
			c->term[i] = NULL;
		} else {
			c->term[left[k]] = NULL;
			left[k] = i;
		}
	}
	free(left);
}

/* Tells which columns of a table, some of which mean something, mean nothing to us: one may be meant to. */
static void
note_unread(const struct columns_shape *c, const struct shape *shape)
{
	struct buf names = {NULL, 0, 0};
	struct str unread = columns_names(shape, c->term, &names, DIAG_STR_MAX);

	if (c->known > 0 && c->known < c->n)
		diag_note(shape->at, "columns that are not read: %.*s", DIAG_STR(unread));
	free(names.data);
}

/* Learns a shape in place of the one that is there. */
static bool
learn(struct columns_shape *c, const struct record *record, const struct vocabulary *words)
{
	const struct shape *shape = record->shape;

	if (!c->first)
		c->first = mem_alloc(COLUMN_END, sizeof *c->first);
	if (shape->n > c->cap) {
		c->cap = shape->n;
		c->term = mem_resize(c->term, c->cap, sizeof *c->term);
	}
	c->serial = 0;
	c->n = shape->n;
	c->known = 0;
	for (size_t i = 0; i < shape->n; i++)
		c->term[i] = term_find(words, shape->name[i]);
	if (has_twins(c, record))
		return false;
	settle(c, words);
	for (size_t i = 0; i < COLUMN_END; i++)
		c->first[i] = c->n;
	for (size_t i = shape->n; i-- > 0;) {
		if (!c->term[i])
			continue;
		c->known++;
		c->first[c->term[i]->meaning] = i;
	}
	c->serial = shape->serial;
	if (diag_verbose() && record->caption->page == 0)
		note_unread(c, shape);
	return true;
}

bool
columns_learn_shape(struct columns *c, const struct record *record, const struct vocabulary *words)
{
	struct columns_shape *shape;
	unsigned i = 0;

	c->serial = 0;
	c->n = 0;
	while (i < COLUMNS_KEPT && c->kept[i].serial != record->shape->serial)
		i++;
	if (i == COLUMNS_KEPT) {
		i = c->oldest++ % COLUMNS_KEPT;
		if (!learn(&c->kept[i], record, words))
			return false;
	}
	shape = &c->kept[i];
	c->serial = shape->serial;
	c->slot = i;
	c->term = shape->term;
	c->n = shape->n;
	c->known = shape->known;
	c->first = shape->first;
	return true;
}

size_t
columns_find(const struct columns *c, int meaning, size_t from)
{
	while (from < c->n && !(c->term[from] && c->term[from]->meaning == meaning))
		from++;
	return from;
}

struct str
columns_names(const struct shape *shape, const struct term *const *known, struct buf *to, size_t most)
{
	static const struct str more = STR(", ...");
	size_t begun = to->n, named = 0;

	for (size_t i = 0; i < shape->n; i++) {
		struct str comma = named > 0 ? S(", ") : S("");

		if (known && known[i])
			continue;
		if (to->n - begun + comma.n + shape->name[i].n + more.n > most) {
			buf_add(to, str_skip(more, named > 0 ? 0 : 2));
			break;
		}
		named++;
		buf_add(to, comma);
		buf_add(to, shape->name[i]);
	}
	return to->n > begun ? str_skip(buf_str(to), begun) : S("");
}
