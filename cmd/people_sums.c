#include "command.h"
#include "country.h"
#include "people.h"
#include "people_check.h"
#include "scan.h"

/* The texts of a group, in the order in which keys hold them. */
enum { OPERATION, ISO3, ORIGIN, ORIGIN_ISO3, YEAR, LABEL };

static bool
is_projected(const struct population *fact, const struct population_figure *figure)
{
	return figure->status == POP_PROJECTED || (figure->status == POP_NONE && fact->status == POP_PROJECTED);
}

/* The key of a figure's sum: its place, by asylum or by origin, its year and status, and a label that has no code. */
static struct str
key_of(struct people *p, const struct population *fact, bool projected, struct str label)
{
	bool asylum = p->by == BY_OPERATION, origin = p->by == BY_ORIGIN;
	const struct str text[PEOPLE_TEXTS] = {
		[OPERATION] = asylum ? fact->operation : S(""), [ISO3] = asylum ? fact->iso3 : S(""),
		[ORIGIN] = origin ? fact->origin : S(""), [ORIGIN_ISO3] = origin ? fact->origin_iso3 : S(""),
		[YEAR] = fact->year, [LABEL] = label,
	};

	p->key.n = 0;
	for (size_t i = 0; i < PEOPLE_TEXTS; i++)
		index_part(&p->key, text[i]);
	buf_byte(&p->key, projected ? 'p' : 'a');
	return buf_str(&p->key);
}

void
people_texts(struct population *fact, struct population_figure *figure, struct str *text[static PEOPLE_TEXTS])
{
	text[OPERATION] = &fact->operation;
	text[ISO3] = &fact->iso3;
	text[ORIGIN] = &fact->origin;
	text[ORIGIN_ISO3] = &fact->origin_iso3;
	text[YEAR] = &fact->year;
	text[LABEL] = &figure->label;
}

/* A row with the texts and the status that the key has. */
static struct people_row
from_key(struct str key)
{
	struct people_row row = {.figure.type = POP_UNKNOWN};
	struct str *text[PEOPLE_TEXTS];

	people_texts(&row.fact, &row.figure, text);
	for (size_t i = 0; i < PEOPLE_TEXTS; i++)
		*text[i] = index_take(&key);
	row.figure.status = key.s[0] == 'p' ? POP_PROJECTED : POP_ACTUAL;
	return row;
}

/* The sum of that type in the group; a new one where there is none. */
static struct people_sum *
sum_of(struct people *p, size_t group, enum population_type type)
{
	size_t i = p->first[group], last = 0;

	for (; i && p->sum[i - 1].type < type; i = p->sum[i - 1].next)
		last = i;
	if (i && p->sum[i - 1].type == type)
		return &p->sum[i - 1];
	p->sum = mem_grow(p->sum, p->sums, &p->sum_cap, sizeof *p->sum);
	p->sum[p->sums++] = (struct people_sum){.persons = dec_int(0), .next = i, .type = (unsigned char)type};
	if (last)
		p->sum[last - 1].next = p->sums;
	else
		p->first[group] = p->sums;
	return &p->sum[p->sums - 1];
}

/* A sum's place is that of its first figure; of the first hidden cell, as long as there is no figure. Before it is added. */
static void
note_place(struct people *p, const struct people_sum *sum, struct pos at, bool hidden)
{
	size_t i = (size_t)(sum - p->sum);

	if (!command.provenance || sum->known || (sum->hidden > 0 && hidden))
		return;
	p->at = mem_grow(p->at, i, &p->at_cap, sizeof *p->at);
	p->at[i] = at;
}

/* The group of a figure; a new one where there is none. */
static size_t
add_group(struct people *p, const struct population *fact, bool projected, struct str label)
{
	bool added;
	size_t group = index_add(&p->groups, key_of(p, fact, projected, label), &added);

	p->first = mem_grow(p->first, group, &p->first_cap, sizeof *p->first);
	if (added)
		p->first[group] = 0;
	return group;
}

/* Makes the group of a figure the last one. */
static void
set_last(struct people *p, struct str place, struct str iso3, struct str year, bool projected, size_t group)
{
	struct people_last *last = &p->last;

	buf_set(&last->text, place);
	buf_add(&last->text, iso3);
	buf_add(&last->text, year);
	buf_room(&last->text, SCAN_SHORT);
	last->place = (struct str){last->text.data, place.n};
	last->iso3 = (struct str){last->text.data + place.n, iso3.n};
	last->year = (struct str){last->text.data + place.n + iso3.n, year.n};
	last->projected = projected;
	last->types = 0;
	last->group = group;
	last->is = true;
	memset(last->sum, 0, sizeof last->sum);
	for (size_t i = p->first[group]; i; i = p->sum[i - 1].next)
		last->sum[p->sum[i - 1].type] = i;
}

/* Whether two texts are the same that may be read beyond their ends, as far as SCAN_SHORT bytes; mostly they are no longer. */
static inline bool
is_same(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	if (a.n - 1 < SCAN_SHORT)
		return scan_within(~(uint64_t)scan_same(a.s, b.s), a.n) == 0;
	/* cppcheck-suppress knownConditionTrueFalse ; 0 - 1 is no less */
	return a.n == 0 || memcmp(a.s, b.s, a.n) == 0;
}

/* Whether the figure is of the group of the last one. */
static inline bool
is_last(const struct people *p, const struct population *fact, bool projected)
{
	const struct people_last *last = &p->last;
	struct str place = p->by == BY_ORIGIN ? fact->origin : fact->operation;
	struct str iso3 = p->by == BY_ORIGIN ? fact->origin_iso3 : fact->iso3;

	if (!last->is || projected != last->projected)
		return false;
	if (fact->padded)
		return is_same(place, last->place) && is_same(iso3, last->iso3) && is_same(fact->year, last->year);
	return str_eq(place, last->place) && str_eq(iso3, last->iso3) && str_eq(fact->year, last->year);
}

/* Makes the group of the figure the last one, if it is another: mostly it is not. */
static void
find_group(struct people *p, const struct population *fact, bool projected)
{
	if (is_last(p, fact, projected))
		return;
	if (p->by == BY_ORIGIN)
		set_last(p, fact->origin, fact->origin_iso3, fact->year, projected, add_group(p, fact, projected, S("")));
	else
		set_last(p, fact->operation, fact->iso3, fact->year, projected, add_group(p, fact, projected, S("")));
}

/* The sum that a figure belongs to; NULL for one that is not known: but its group stands where its place and year appeared. */
static struct people_sum *
sum_for(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	struct people_last *last = &p->last;
	struct people_sum *sum;

	if (figure->type == POP_UNKNOWN) {
		size_t group = add_group(p, fact, is_projected(fact, figure), figure->label);

		return figure->status == POP_NONE ? NULL : sum_of(p, group, figure->type);
	}
	if (figure->status == POP_NONE)
		return NULL;
	if (last->sum[figure->type])
		return &p->sum[last->sum[figure->type] - 1];
	sum = sum_of(p, last->group, figure->type);
	last->sum[figure->type] = (size_t)(sum - p->sum) + 1;
	return sum;
}

/* Adds a figure. Whether its sum is known now: then a zero of that type changes nothing any more. */
static bool
add_to_sum(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	struct people_sum *sum = sum_for(p, fact, figure);

	if (!sum)
		return false;
	note_place(p, sum, fact->at, figure->status == POP_REDACTED);
	if (figure->status == POP_REDACTED) {
		sum->hidden++;
		return sum->known;
	}
	sum->known = true;
	if (!dec_add_whole(&sum->persons, &figure->persons) && !dec_add(&sum->persons, &sum->persons, &figure->persons))
		diag_error(STATUS_BAD, fact->at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
	return true;
}

/* The same of one that is plain. */
static SCAN_APART void
add_large(struct people *p, const struct population *fact, size_t i)
{
	struct population_figure made;

	add_to_sum(p, fact, population_figure(fact, i, &made));
}

/*
 * Adds plain figures to sums of one group that are all known: nothing else changes then. False, with nothing done: they are
 * others, for add_each().
 */
static inline bool
add_plain(struct people *p, const struct population *fact)
{
	const struct people_last *last = &p->last;

	if (!fact->plain || last->types != fact->types || p->checks || !is_last(p, fact, fact->status == POP_PROJECTED))
		return false;
	for (uint64_t rest = fact->notable & ~fact->missing; rest; rest &= rest - 1) {
		const struct population_figure *figure = &fact->figure[scan_first(rest)];
		const struct dec more = dec_small(population_plain(figure->plain), 0, false);
		struct people_sum *sum = &p->sum[last->sum[figure->type] - 1];

		if (!dec_add_whole(&sum->persons, &more))
			add_large(p, fact, scan_first(rest));
	}
	return true;
}

/*
 * Figures that are parts of sums. A zero makes a sum known and adds nothing: where those types are known already in that
 * group, it need not be looked at.
 */
static SCAN_APART void
add_each(struct people *p, const struct population *fact)
{
	struct people_last *last = &p->last;
	struct population_figure zero;
	bool skips = false, all_known = true;

	if (fact->types > 0) {
		find_group(p, fact, is_projected(fact, population_figure(fact, 0, &zero)));
		skips = last->types == fact->types && !p->checks;
	}
	for (uint64_t rest = population_figures(fact, skips); rest; rest &= rest - 1) {
		const struct population_figure *figure = population_figure(fact, scan_first(rest), &zero);
		bool projected = is_projected(fact, figure);

		if (figure->type != POP_UNKNOWN && (fact->types == 0 || last->projected != projected)) {
			find_group(p, fact, projected);
			all_known = false; /* they are not all of one group */
		}
		all_known &= add_to_sum(p, fact, figure);
		if (p->checks && figure->status != POP_NONE)
			people_check_part(p->checks, fact, figure);
	}
	if (!skips)
		last->types = all_known ? fact->types : 0;
}

/* Takes note of a part that seems to be the sum of the others, as tables have one below them, and of others. */
static inline void
note_part(struct people *p, const struct population *fact)
{
	struct str name = p->by == BY_ORIGIN ? fact->operation : fact->origin;

	if (!country_may_be_sum(name) || !country_is_sum(name)) {
		p->has_parts = true;
	} else if (p->sum_name.n == 0) {
		buf_set(&p->sum_name, name);
		p->sum_at = fact->at;
	}
}

void
people_tell_sum(const struct people *p)
{
	if (p->has_parts && p->sum_name.n > 0)
		diag_warning(p->sum_at, "\"%.*s\" seems to be the sum of other rows, and is summed with them; leave it out if it is",
		             DIAG_STR(buf_str(&p->sum_name)));
}

void
people_add_parts(struct people *p, const struct population *fact)
{
	note_part(p, fact);
	if (!add_plain(p, fact))
		add_each(p, fact);
}

void
people_each_sum(struct people *p, void (*fn)(struct people *, const struct people_row *, size_t))
{
	for (size_t group = 0; group < p->groups.n; group++) {
		for (size_t i = p->first[group]; i; i = p->sum[i - 1].next) {
			const struct people_sum *sum = &p->sum[i - 1];
			struct people_row row = from_key(index_key(&p->groups, group));

			row.figure.type = (enum population_type)sum->type;
			if (row.figure.type != POP_UNKNOWN)
				row.figure.label = str_of(population_label(row.figure.type));
			if (!sum->known)
				row.figure.status = POP_REDACTED;
			row.figure.persons = sum->persons;
			if (p->at)
				row.fact.at = p->at[i - 1];
			fn(p, &row, sum->hidden);
		}
	}
}
