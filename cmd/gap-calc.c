/* gap-calc: how large is the gap? A row is one of budget-series with the gap and rates behind it, a sum, or anybody's row. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "changes.h"
#include "command.h"
#include "gap_groups.h"
#include "gap_plain.h"
#include "gap_summed.h"
#include "money.h"

static struct {
	const char *need, *have;
	bool grouped, limited, change;
	struct dec below; /* per cent, if limited */
	struct gap_groups groups;
	struct gap_summed summed;
	/* rows that wait for the changes */
	struct finance *row;
	size_t rows, cap;
	struct arena texts;
	struct changes changes;
	struct buf key;
} run;

static const char *
set_against(const char *argument, void *to)
{
	if (strcmp(argument, "funding") == 0)
		*(enum against *)to = AGAINST_FUNDING;
	else if (strcmp(argument, "expenditure") == 0)
		*(enum against *)to = AGAINST_EXPENDITURE;
	else
		return opts_none_of("funding,expenditure", str_of(argument));
	return NULL;
}

static const char *
set_groups(const char *argument, void *to)
{
	run.grouped = true;
	return gap_groups_columns(to, argument);
}

static const char *
set_below(const char *argument, void *to)
{
	run.limited = true;
	return dec_parse(to, str_of(argument), 0) == DEC_OK ? NULL : "a number of per cent is wanted";
}

static const struct opt options[] = {
	{0, "against", "WHAT", "compare the budget with funding or with expenditure; otherwise with funding where a row has it, else "
	 "with expenditure", set_against, &run.groups.against},
	{0, "group-by", "LIST", "sum first, by any of operation,year,pillar", set_groups, &run.groups},
	{0, "below", "PCT", "only rows covered less than that", set_below, &run.below},
	{0, "change", NULL, "append the change of the gap on the year before, and that in per cent", opts_flag, &run.change},
	{0, "need", "COLUMN", "with --have: read any CSV, pass its columns through and append the gap between these two", opts_text,
	 &run.need},
	{0, "have", "COLUMN", "the column that covers --need", opts_text, &run.have},
};

/* Whether have covers less of need than --below says; the rate that is printed is rounded, this is exact. */
static bool
is_below(const struct amount *need, const struct amount *have)
{
	struct dec whole, part;
	int order;

	if (!run.limited)
		return true;
	if (!need->known || !have->known)
		return false;
	whole = amount_value(need);
	part = amount_value(have);
	if (dec_zero(&whole))
		return false;
	order = dec_cmp_share(&part, &whole, &run.below);
	return whole.negative ? order > 0 : order < 0;
}

static bool
is_wanted(const struct finance *row)
{
	enum money against = gap_against(row, run.groups.against);

	return !run.limited || (against != MONEYS && is_below(&row->money[MONEY_BUDGET], &row->money[against]));
}

/* What a row is a gap of, whatever its year. */
static struct str
thing(const struct finance *row)
{
	run.key.n = 0;
	index_part(&run.key, row->operation);
	index_part(&run.key, row->iso3);
	index_part(&run.key, str_of(unit_name(row->unit)));
	buf_byte(&run.key, (char)row->pillar);
	return buf_str(&run.key);
}

/* The columns that tell what a sum is about. */
static void
print_group(const struct finance *row)
{
	struct csvout *out = command_output();
	struct str pillar = row->pillar == PILLARS ? S("") : str_of(pillar_name(row->pillar));

	for (size_t i = 0; i < run.groups.columns; i++) {
		enum group_column column = run.groups.column[i];

		csvout_field(out, column == GROUP_OPERATION ? row->operation : column == GROUP_YEAR ? row->year : pillar);
	}
}

#define PUT_GAP (1 + NAME_MAX + GAP_ROOM)
/* Writes what the row is compared with, and the gap; gives the end. */
static inline char *
put_gap(char *to, const struct gap *gap)
{
	*to++ = ',';
	if (gap->against != MONEYS)
		to = name_put(to, &money_names[gap->against]);
	return gap_put(to, gap);
}

static void
print(const struct finance *row)
{
	struct csvout *out = command_output();
	struct gap gap;
	struct dec value;
	char *to;

	if ((run.change && !command_wants_year(row->year)) || !is_wanted(row) || !gap_of(row, run.groups.against, &gap))
		return;
	if (run.grouped) {
		print_group(row);
		to = money_put_figures(csvout_room(out, MONEY_ROOM + PUT_GAP), row);
	} else {
		to = money_put(money_begin(row, 1, PUT_GAP), row);
	}
	csvout_wrote(out, put_gap(to, &gap), (run.grouped ? MONEYS + 1 : MONEY_FIELDS) + 1 + 3);
	if (run.change)
		changes_fields(&run.changes, thing(row), row->year, gap_value(&gap, &value) ? &value : NULL);
	command_row(row->at);
}

/* Prints rows of which every one is wanted, with nothing behind the gap. */
static void
print_all(const struct finance *row, size_t n, void *arg)
{
	char *to = money_begin(row, n, PUT_GAP + 1);
	struct gap gap;
	size_t rows = 0;

	(void)arg;
	for (size_t i = 0; i < n; i++) {
		if (!gap_of(&row[i], run.groups.against, &gap))
			continue;
		to = put_gap(money_put(to, &row[i]), &gap);
		*to++ = '\n';
		rows++;
	}
	command_rows(to, rows);
}

/* Keeps a row, or a sum, until all gaps are known. */
static void
keep(const struct finance *row)
{
	struct finance *copy;
	struct gap gap;
	struct dec value;

	if (!gap_of(row, run.groups.against, &gap))
		return;
	run.row = mem_grow(run.row, run.rows, &run.cap, sizeof *run.row);
	copy = &run.row[run.rows++];
	*copy = *row;
	copy->operation = arena_copy(&run.texts, row->operation);
	copy->iso3 = arena_copy(&run.texts, row->iso3);
	copy->year = arena_copy(&run.texts, row->year);
	copy->head = S("");
	if (gap_value(&gap, &value))
		changes_note(&run.changes, thing(row), row->year, &value);
}

static void
take(const struct finance *row, size_t n, void *arg)
{
	(void)arg;
	for (; n > 0; n--, row++) {
		if (run.grouped) {
			gap_summed_row(&run.summed, &run.groups, row);
			gap_groups_add(&run.groups, row);
		} else if (run.change) {
			keep(row);
		} else {
			print(row);
		}
	}
}

/* Prints what waited for the end of the input: sums only if all of it was read. */
static void
finish(void)
{
	if (run.grouped && command_whole())
		gap_summed_pillars(&run.summed, &run.groups);
	for (size_t i = 0; i < run.groups.index.n && command_whole(); i++) {
		struct finance row;

		if (!gap_groups_row(&run.groups, i, &row))
			break;
		if (money_complete() || money_has_figure(&row))
			keep(&row);
	}
	if (!run.grouped || command_whole())
		for (size_t i = 0; i < run.rows; i++)
			print(&run.row[i]);
	gap_groups_free(&run.groups);
	gap_summed_free(&run.summed);
	changes_free(&run.changes);
	arena_free(&run.texts);
	free(run.row);
	free(run.key.data);
}

static void
header(void)
{
	static const char *const place[] = {"operation", "iso3", "year", "pillar"};
	static const char *const figures[] = {"budget", "funding", "expenditure", "unit", "against", "gap", "gap_pct", "covered_pct",
	                                      "change", "change_pct"};
	const char *all[countof(place) + countof(figures)];
	size_t n = 0;

	if (run.grouped)
		for (size_t i = 0; i < run.groups.columns; i++)
			all[n++] = gap_groups_column_name(run.groups.column[i]);
	else
		for (size_t i = 0; i < countof(place); i++)
			all[n++] = place[i];
	for (size_t i = 0; i < countof(figures) - (run.change ? 0 : 2); i++)
		all[n++] = figures[i];
	command_header(all, n);
}

/* Options that make no sense together. */
static void
check_options(const struct opts *opts)
{
	/* options that are about columns of our own */
	static const char *const ours[] = {"group-by", "change", "against", "against-file", "pillar", "unit", "unit-in", "complete",
	                                   "years", "country", "check", "schema"};
	char what[96];

	if (!run.need != !run.have)
		opts_usage(opts, "--need and --have go together");
	for (size_t i = 0; run.need && i < countof(ours); i++) {
		if (!opts_given(opts, ours[i]))
			continue;
		snprintf(what, sizeof what, "--need and --have pass any CSV through; --%s does not go with them", ours[i]);
		opts_usage(opts, what);
	}
	if (run.grouped && run.change && !gap_groups_have(&run.groups, GROUP_YEAR))
		opts_usage(opts, "--change needs the year among the columns of --group-by");
}

int
main(int argc, char **argv)
{
	struct opts opts = {
		.program = "gap-calc",
		.usage = "[OPTION]... [FILE]...",
		.summary = "How large is the gap between the budget and what covers it? Reads what budget-series reads, or its output "
		           "(standard input, or each FILE; - is standard input), and writes its rows with the gap, in the unit of the row "
		           "and in per cent of the budget.",
		.example = "budget-series mali.html | gap-calc --group-by=operation,year",
	};
	bool straight;

	opts_add(&opts, options, countof(options));
	opts_add(&opts, money_options, money_options_n);
	command_start(&opts, argc, argv);
	check_options(&opts);
	if (run.need) {
		gap_plain(run.need, run.have, is_below);
		return command_finish();
	}
	header();
	straight = !run.grouped && !run.change && !run.limited && command_in_place();
	money_read(run.change, straight ? print_all : take, NULL); /* a year that is not wanted may be the year before */
	finish();
	return command_finish();
}
