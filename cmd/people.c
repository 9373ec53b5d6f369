#include <stdlib.h>
#include "command.h"
#include "people.h"
#include "people_check.h"

/* The texts of a group, in the order in which keys hold them. */
enum { OPERATION, ISO3, ORIGIN, ORIGIN_ISO3, YEAR, LABEL, TEXTS };

static const struct {
	const char *const *column;
	size_t n;
} headers[] = {
	[BY_OPERATION] = {(const char *const[]){"operation", "iso3", "year"}, 3},
	[BY_ORIGIN] = {(const char *const[]){"origin", "origin_iso3", "year"}, 3},
	[BY_PAIR] = {(const char *const[]){"operation", "iso3", "origin", "origin_iso3", "year"}, 5},
};

void
people_open(struct people *p, enum people_by by, bool zeros, bool change, people_wanted *wanted)
{
	static const char *const columns[] = {"status", "code", "population_type", "persons", "change", "change_pct"};
	const char *all[16];
	size_t n = 0;

	*p = (struct people){.by = by, .zeros = zeros, .change = change, .wanted = wanted};
	if (command.check)
		p->checks = people_check_new();
	p->straight = !zeros && !wanted && !command.provenance && !csvout_changes_text(command_output());
	people_types(p);
	for (size_t i = 0; i < headers[by].n; i++)
		all[n++] = headers[by].column[i];
	for (size_t i = 0; i < countof(columns) - (change ? 0 : 2); i++)
		all[n++] = columns[i];
	command_header(all, n);
}

/* What a row is a figure of, whatever its year and status: the key for its changes. */
static struct str
thing(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	p->key.n = 0;
	index_part(&p->key, fact->operation);
	index_part(&p->key, fact->iso3);
	index_part(&p->key, fact->origin);
	index_part(&p->key, fact->origin_iso3);
	index_part(&p->key, str_of(population_code(figure->type)));
	index_part(&p->key, figure->label);
	return buf_str(&p->key);
}

/* Works out the fields of a place, and its year: every row of it begins with them. */
static void
keep_place(struct people *p, struct csvout *out, const struct population *fact)
{
	struct csvout_mark begun;
	struct str field[5];
	size_t n = 0;

	if (p->by != BY_ORIGIN) {
		field[n++] = fact->operation;
		field[n++] = fact->iso3;
	}
	if (p->by != BY_OPERATION) {
		field[n++] = fact->origin;
		field[n++] = fact->origin_iso3;
	}
	field[n++] = fact->year;
	begun = csvout_mark(out);
	if (fact->padded)
		csvout_padded_fields(out, field, n);
	else
		csvout_fields(out, field, n);
	csvout_take(out, begun, &p->place);
}

/* Status, code and label. */
static inline void
type_fields(struct people *p, struct csvout *out, const struct population *fact, const struct population_figure *figure)
{
	if (figure->type != POP_UNKNOWN) {
		csvout_again(out, &p->type[figure->status][figure->type]);
		return;
	}
	diag_note(fact->at, "\"%.*s\" is no population type that is known here: it is printed without a code",
	          DIAG_STR(figure->label));
	csvout_field(out, str_of(population_status(figure->status)));
	csvout_field(out, S(""));
	csvout_field(out, figure->label);
}

/* Whether the figure is to be printed. */
static inline bool
is_printed(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	if (p->wanted && !p->wanted(fact, figure->type))
		return false;
	if (p->zeros || figure->status == POP_REDACTED || !dec_zero(&figure->persons))
		return true;
	p->zero = true;
	return false;
}

static void
print_figure(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	struct csvout *out = command_output();
	const struct dec *persons = figure->status == POP_REDACTED ? NULL : &figure->persons;

	csvout_again(out, &p->place);
	type_fields(p, out, fact, figure);
	command_number(persons);
	if (p->change)
		changes_fields(&p->changes, thing(p, fact, figure), fact->year, persons);
	command_row(fact->at);
}

/* Prints the figures of a place. Most figures are zero, and most often zeros are not printed. */
static void
print(struct people *p, const struct population *fact)
{
	const uint64_t figures = population_figures(fact, !p->zeros && !p->wanted), known = figures & ~fact->missing;
	struct population_figure zero;
	bool placed = false;

	p->zero |= figures != population_figures(fact, false);
	if (p->straight && fact->plain) {
		if (known && !fact->bare)
			keep_place(p, command_output(), fact);
		if (known)
			people_print_plain(p, fact);
		return;
	}
	for (uint64_t rest = known; rest; rest &= rest - 1) {
		const struct population_figure *figure = population_figure(fact, scan_first(rest), &zero);

		if (figure->status == POP_NONE || !is_printed(p, fact, figure))
			continue;
		if (!placed)
			keep_place(p, command_output(), fact);
		placed = true;
		print_figure(p, fact, figure);
	}
}

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
	const struct str text[TEXTS] = {
		[OPERATION] = asylum ? fact->operation : S(""), [ISO3] = asylum ? fact->iso3 : S(""),
		[ORIGIN] = origin ? fact->origin : S(""), [ORIGIN_ISO3] = origin ? fact->origin_iso3 : S(""),
		[YEAR] = fact->year, [LABEL] = label,
	};

	p->key.n = 0;
	for (size_t i = 0; i < TEXTS; i++)
		index_part(&p->key, text[i]);
	buf_byte(&p->key, projected ? 'p' : 'a');
	return buf_str(&p->key);
}

static void
texts_of(struct population *fact, struct population_figure *figure, struct str *text[static TEXTS])
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
	struct str *text[TEXTS];

	texts_of(&row.fact, &row.figure, text);
	for (size_t i = 0; i < TEXTS; i++)
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

/* Makes the group of the figure the last one, if it is another: mostly it is not. */
static void
find_group(struct people *p, const struct population *fact, bool projected)
{
	struct people_last *last = &p->last;
	struct str place = p->by == BY_ORIGIN ? fact->origin : fact->operation;
	struct str iso3 = p->by == BY_ORIGIN ? fact->origin_iso3 : fact->iso3;

	if (!last->is || projected != last->projected || !str_eq(place, last->place) || !str_eq(iso3, last->iso3)
	    || !str_eq(fact->year, last->year))
		set_last(p, place, iso3, fact->year, projected, add_group(p, fact, projected, S("")));
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

/*
 * Figures that are parts of sums. A zero makes a sum known and adds nothing: where those types are known already in that
 * group, it need not be looked at.
 */
static void
add_parts(struct people *p, const struct population *fact)
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

/* Keeps a row until the changes are known. */
static void
keep(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	struct people_row *row;
	struct str *text[TEXTS];

	p->row = mem_grow(p->row, p->rows, &p->row_cap, sizeof *p->row);
	row = &p->row[p->rows++];
	*row = (struct people_row){*fact, *figure};
	row->fact.padded = row->fact.bare = false; /* as its copies will be */
	row->figure.plain = S("");
	texts_of(&row->fact, &row->figure, text);
	for (size_t i = 0; i < TEXTS; i++)
		*text[i] = arena_copy(&p->texts, *text[i]);
	if (figure->status != POP_REDACTED)
		changes_note(&p->changes, thing(p, fact, figure), fact->year, &figure->persons);
}

static bool
is_part(const struct people *p, const struct population *fact)
{
	return p->by == BY_ORIGIN || (p->by == BY_OPERATION && fact->by_origin);
}

void
people_add(struct people *p, const struct population *fact)
{
	struct population_figure zero;
	bool part = is_part(p, fact);

	if (!part && !p->checks && !p->change) {
		print(p, fact);
		return;
	}
	/* what is not printed may still be the year before, a part of a total, or the first of its place and year */
	if (part) {
		add_parts(p, fact);
		return;
	}
	for (size_t i = 0; i < fact->n; i++) {
		const struct population_figure *figure = population_figure(fact, i, &zero);

		if (figure->status == POP_NONE)
			continue;
		if (p->checks)
			people_check_add(p->checks, fact, figure, figure->status == POP_REDACTED);
		if (p->change)
			keep(p, fact, figure);
	}
	if (!p->change)
		print(p, fact);
}

/*
 * Calls fn for every sum as a row, with the number of cells that are hidden in it: groups in the order of their first
 * appearance, types in that of their codes.
 */
static void
each_sum(struct people *p, void (*fn)(struct people *, const struct people_row *, size_t))
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

static void
note_sum(struct people *p, const struct people_row *row, size_t hidden)
{
	if (p->change && row->figure.status != POP_REDACTED)
		changes_note(&p->changes, thing(p, &row->fact, &row->figure), row->fact.year, &row->figure.persons);
	if (p->checks)
		people_check_add(p->checks, &row->fact, &row->figure, hidden);
}

static void
print_row(struct people *p, const struct people_row *row, size_t hidden)
{
	(void)hidden;
	if (!is_printed(p, &row->fact, &row->figure))
		return;
	keep_place(p, command_output(), &row->fact);
	print_figure(p, &row->fact, &row->figure);
}

void
people_close(struct people *p)
{
	each_sum(p, note_sum);
	for (size_t i = 0; i < p->rows; i++)
		print_row(p, &p->row[i], 0);
	if (command_whole())
		each_sum(p, print_row);
	if (p->zero)
		command_why_nothing("all figures are zero (--zeros prints them)");
	if (p->checks)
		people_check_end(p->checks);
	index_free(&p->groups);
	arena_free(&p->texts);
	changes_free(&p->changes);
	free(p->place.text.data);
	for (int i = 0; i < POP_STATUSES * POP_TYPES; i++)
		free(p->type[i / POP_TYPES][i % POP_TYPES].text.data);
	free(p->last.text.data);
	free(p->first);
	free(p->sum);
	free(p->at);
	free(p->row);
	free(p->key.data);
}
