#include <stdlib.h>
#include "command.h"
#include "people.h"
#include "people_check.h"

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

	if (fact->place > 0 && fact->place == p->kept) {
		p->place.text.n = p->years_at;
		buf_room(&p->place.text, fact->year.n + CSVOUT_PART);
		buf_add(&p->place.text, fact->year);
		return;
	}
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
	p->kept = fact->place;
	p->years_at = p->place.text.n - fact->year.n;
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
	if (figure->plain.n > 0)
		csvout_plain(out, figure->plain);
	else
		command_number(persons);
	if (p->change)
		changes_fields(&p->changes, thing(p, fact, figure), fact->year, persons);
	command_row(fact->at);
}

/* Prints figures of a place one by one. */
static SCAN_APART void
print_each(struct people *p, const struct population *fact, uint64_t known)
{
	struct population_figure zero;

	for (uint64_t rest = known; rest; rest &= rest - 1) {
		const struct population_figure *figure = population_figure(fact, scan_first(rest), &zero);

		if (figure->status == POP_NONE || !is_printed(p, fact, figure))
			continue;
		if (!p->placed)
			keep_place(p, command_output(), fact);
		p->placed = true;
		print_figure(p, fact, figure);
	}
}

/* Prints the figures of a place. Most figures are zero, and most often zeros are not printed. */
static void
print(struct people *p, const struct population *fact)
{
	const uint64_t figures = population_figures(fact, !p->zeros && !p->wanted), known = figures & ~fact->missing;

	p->placed &= fact->same;
	p->zero |= figures != population_figures(fact, false);
	if (p->straight && fact->plain) {
		if (known && !fact->bare && !p->placed)
			keep_place(p, command_output(), fact);
		p->placed |= known && !fact->bare;
		if (known)
			people_print_plain(p, fact);
		return;
	}
	print_each(p, fact, known);
}

/* Keeps a row until the changes are known. */
static void
keep(struct people *p, const struct population *fact, const struct population_figure *figure)
{
	struct people_row *row;
	struct str *text[PEOPLE_TEXTS];

	p->row = mem_grow(p->row, p->rows, &p->row_cap, sizeof *p->row);
	row = &p->row[p->rows++];
	*row = (struct people_row){*fact, *figure};
	row->fact.padded = row->fact.bare = false; /* as its copies will be */
	row->figure.plain = S("");
	people_texts(&row->fact, &row->figure, text);
	for (size_t i = 0; i < PEOPLE_TEXTS; i++)
		*text[i] = arena_copy(&p->texts, *text[i]);
	if (figure->status != POP_REDACTED)
		changes_note(&p->changes, thing(p, fact, figure), fact->year, &figure->persons);
}

static bool
is_part(const struct people *p, const struct population *fact)
{
	return p->by == BY_ORIGIN || (p->by == BY_OPERATION && fact->by_origin);
}

/* What is not printed may still be the year before, a part of a total, or the first of its place and year. */
static SCAN_APART void
add_noted(struct people *p, const struct population *fact)
{
	struct population_figure zero;

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

void
people_add(struct people *p, const struct population *fact)
{
	if (is_part(p, fact))
		people_add_parts(p, fact);
	else if (p->checks || p->change)
		add_noted(p, fact);
	else
		print(p, fact);
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
	if (p->change || p->checks)
		people_each_sum(p, note_sum);
	for (size_t i = 0; i < p->rows; i++)
		print_row(p, &p->row[i], 0);
	if (command_whole())
		people_each_sum(p, print_row);
	people_tell_sum(p);
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
	free(p->sum_name.data);
	free(p->key.data);
}
