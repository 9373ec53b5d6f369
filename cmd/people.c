#include <stdlib.h>
#include "command.h"
#include "people.h"
#include "people_check.h"

/* The texts of a figure, in the order in which keys hold them. */
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
people_open(struct people *p, enum people_by by, bool zeros, bool change, bool (*wanted)(const struct population *))
{
	static const char *const columns[] = {"status", "code", "population_type", "persons", "change", "change_pct"};
	const char *all[16];
	size_t n = 0;

	*p = (struct people){.by = by, .zeros = zeros, .change = change, .wanted = wanted};
	if (command.check)
		p->checks = people_check_new();
	for (size_t i = 0; i < headers[by].n; i++)
		all[n++] = headers[by].column[i];
	for (size_t i = 0; i < countof(columns) - (change ? 0 : 2); i++)
		all[n++] = columns[i];
	command_header(all, n);
}

/* What a row is a figure of, whatever its year and status: the key for its changes. */
static struct str
thing(struct people *p, const struct population *row)
{
	p->key.n = 0;
	index_part(&p->key, row->operation);
	index_part(&p->key, row->iso3);
	index_part(&p->key, row->origin);
	index_part(&p->key, row->origin_iso3);
	index_part(&p->key, str_of(population_code(row->type)));
	index_part(&p->key, row->label);
	return buf_str(&p->key);
}

static void
print(struct people *p, const struct population *row)
{
	struct csvout *out = command_output();
	const struct dec *persons = row->status == POP_REDACTED ? NULL : &row->persons;

	if (!p->wanted(row))
		return;
	if (row->type == POP_UNKNOWN)
		diag_note(row->at, "\"%.*s\" is no population type that is known here: it is printed without a code", DIAG_STR(row->label));
	if (persons && dec_zero(persons) && !p->zeros) {
		command_why_nothing("all figures are zero (--zeros prints them)");
		return;
	}
	if (p->by != BY_ORIGIN) {
		csvout_field(out, row->operation);
		csvout_field(out, row->iso3);
	}
	if (p->by != BY_OPERATION) {
		csvout_field(out, row->origin);
		csvout_field(out, row->origin_iso3);
	}
	csvout_field(out, row->year);
	csvout_field(out, str_of(population_status(row->status)));
	csvout_field(out, str_of(population_code(row->type)));
	csvout_field(out, row->label);
	command_number(persons);
	if (p->change)
		changes_fields(&p->changes, thing(p, row), row->year, persons);
	command_row(row->at);
}

/* The key of a figure's sum: its place, by asylum or by origin, its year and status, and a label that has no code. */
static struct str
key_of(struct people *p, const struct population *row)
{
	bool asylum = p->by == BY_OPERATION, origin = p->by == BY_ORIGIN;
	const struct str text[TEXTS] = {
		[OPERATION] = asylum ? row->operation : S(""), [ISO3] = asylum ? row->iso3 : S(""),
		[ORIGIN] = origin ? row->origin : S(""), [ORIGIN_ISO3] = origin ? row->origin_iso3 : S(""),
		[YEAR] = row->year, [LABEL] = row->type == POP_UNKNOWN ? row->label : S(""),
	};

	p->key.n = 0;
	for (size_t i = 0; i < TEXTS; i++)
		index_part(&p->key, text[i]);
	buf_byte(&p->key, row->status == POP_PROJECTED ? 'p' : 'a');
	return buf_str(&p->key);
}

static void
texts_of(struct population *row, struct str *text[static TEXTS])
{
	text[OPERATION] = &row->operation;
	text[ISO3] = &row->iso3;
	text[ORIGIN] = &row->origin;
	text[ORIGIN_ISO3] = &row->origin_iso3;
	text[YEAR] = &row->year;
	text[LABEL] = &row->label;
}

/* The figure's texts and status as the key has them. */
static struct population
from_key(struct str key)
{
	struct population row = {.type = POP_UNKNOWN};
	struct str *text[TEXTS];

	texts_of(&row, text);
	for (size_t i = 0; i < TEXTS; i++)
		*text[i] = index_take(&key);
	row.status = key.s[0] == 'p' ? POP_PROJECTED : POP_ACTUAL;
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
note_place(struct people *p, const struct people_sum *sum, const struct population *fact)
{
	size_t i = (size_t)(sum - p->sum);

	if (!command.provenance || sum->known || (sum->hidden > 0 && fact->status == POP_REDACTED))
		return;
	p->place = mem_grow(p->place, i, &p->place_cap, sizeof *p->place);
	p->place[i] = fact->at;
}

/* The group of a figure. The figures of one record have the same place: they are looked up once. */
static size_t
group_of(struct people *p, const struct population *fact)
{
	const struct people_last now = {fact->record, p->last.group, fact->year.s, fact->status == POP_PROJECTED};
	bool added, known = fact->type != POP_UNKNOWN;

	if (known && now.record == p->last.record && now.year == p->last.year && now.projected == p->last.projected)
		return now.group;
	p->last = now;
	p->last.record = known ? now.record : 0;
	p->last.group = index_add(&p->groups, key_of(p, fact), &added);
	p->first = mem_grow(p->first, p->last.group, &p->first_cap, sizeof *p->first);
	if (added)
		p->first[p->last.group] = 0;
	return p->last.group;
}

static void
add_to_sum(struct people *p, const struct population *fact)
{
	size_t group = group_of(p, fact);
	struct people_sum *sum;

	if (fact->missing)
		return; /* but the order of the sums is that in which their places and years appeared */
	sum = sum_of(p, group, fact->type);
	note_place(p, sum, fact);
	if (fact->status == POP_REDACTED) {
		sum->hidden++;
		return;
	}
	sum->known = true;
	if (!dec_add(&sum->persons, &sum->persons, &fact->persons))
		diag_error(STATUS_BAD, fact->at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
}

/* Keeps a row until the changes are known. */
static void
keep(struct people *p, const struct population *fact)
{
	struct population *row;
	struct str *text[TEXTS];

	p->row = mem_grow(p->row, p->rows, &p->row_cap, sizeof *p->row);
	row = &p->row[p->rows++];
	*row = *fact;
	texts_of(row, text);
	for (size_t i = 0; i < TEXTS; i++)
		*text[i] = arena_copy(&p->texts, *text[i]);
}

static bool
is_part(const struct people *p, const struct population *fact)
{
	return p->by == BY_ORIGIN || (p->by == BY_OPERATION && fact->by_origin);
}

void
people_add(struct people *p, const struct population *fact)
{
	/* what is not printed may still be the year before, a part of a total, or the first of its place and year */
	if (is_part(p, fact)) {
		add_to_sum(p, fact);
		if (p->checks && !fact->missing)
			people_check_part(p->checks, fact);
		return;
	}
	if (fact->missing)
		return;
	if (p->checks)
		people_check_add(p->checks, fact, fact->status == POP_REDACTED);
	if (!p->change) {
		print(p, fact);
		return;
	}
	keep(p, fact);
	if (fact->status != POP_REDACTED)
		changes_note(&p->changes, thing(p, fact), fact->year, &fact->persons);
}

/*
 * Calls fn for every sum as a row, with the number of cells that are hidden in it: groups in the order of their first
 * appearance, types in that of their codes.
 */
static void
each_sum(struct people *p, void (*fn)(struct people *, const struct population *, size_t))
{
	for (size_t group = 0; group < p->groups.n; group++) {
		for (size_t i = p->first[group]; i; i = p->sum[i - 1].next) {
			const struct people_sum *sum = &p->sum[i - 1];
			struct population row = from_key(index_key(&p->groups, group));

			row.type = (enum population_type)sum->type;
			if (row.type != POP_UNKNOWN)
				row.label = str_of(population_label(row.type));
			if (!sum->known)
				row.status = POP_REDACTED;
			row.persons = sum->persons;
			if (p->place)
				row.at = p->place[i - 1];
			fn(p, &row, sum->hidden);
		}
	}
}

static void
note_sum(struct people *p, const struct population *row, size_t hidden)
{
	if (p->change && row->status != POP_REDACTED)
		changes_note(&p->changes, thing(p, row), row->year, &row->persons);
	if (p->checks)
		people_check_add(p->checks, row, hidden);
}

static void
print_sum(struct people *p, const struct population *row, size_t hidden)
{
	(void)hidden;
	print(p, row);
}

void
people_close(struct people *p)
{
	each_sum(p, note_sum);
	for (size_t i = 0; i < p->rows; i++)
		print(p, &p->row[i]);
	if (command_whole())
		each_sum(p, print_sum);
	if (p->checks)
		people_check_end(p->checks);
	index_free(&p->groups);
	arena_free(&p->texts);
	changes_free(&p->changes);
	free(p->first);
	free(p->sum);
	free(p->place);
	free(p->row);
	free(p->key.data);
}
