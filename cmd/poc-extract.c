/* poc-extract: how many people of concern? A row is an operation, a year and a population type. */
#include <stdlib.h>
#include "command.h"
#include "people.h"
#include "population.h"

#define CODES "REF,ROC,ASY,OIP,IDP,IOC,RET,RDP,RST,NAT,STA,OOC,VDA,HST,TOT"

static struct population_how how = {.type_in = POP_UNKNOWN};

static struct {
	enum people_by by;
	bool zeros, change;
	bool type[POP_TYPES]; /* wanted; all, if `types` is false */
	bool types;
} wanted;

/* What is left out is told once an input, with how much it was. */
static size_t without_asylum, without_origin;

static const char *
set_types(const char *argument, void *to)
{
	struct str rest = str_of(argument), part;

	(void)to;
	wanted.types = true;
	while (str_split(&rest, ',', &part)) {
		enum population_type type = population_type(str_trim(part));

		if (type == POP_UNKNOWN)
			return opts_none_of(CODES, str_trim(part));
		wanted.type[type] = true;
	}
	return NULL;
}

static const char *
set_type_in(const char *argument, void *to)
{
	enum population_type type = population_type(str_of(argument));

	*(enum population_type *)to = type;
	return type == POP_UNKNOWN ? opts_none_of(CODES, str_of(argument)) : NULL;
}

static const char *
set_by(const char *argument, void *to)
{
	static const char *const names[] = {[BY_OPERATION] = "operation", [BY_ORIGIN] = "origin", [BY_PAIR] = "pair"};

	for (size_t i = 0; i < countof(names); i++) {
		if (str_eq(str_of(argument), str_of(names[i]))) {
			*(enum people_by *)to = (enum people_by)i;
			return NULL;
		}
	}
	return opts_none_of("operation,origin,pair", str_of(argument));
}

static const struct opt options[] = {
	{'t', "type", "LIST", "only these population types, by code: REF,IDP,TOT", set_types, NULL},
	{0, "type-in", "CODE", "what a total or value counts whose population type the source does not state", set_type_in,
	 &how.type_in},
	{0, "by", "WHAT", "operation (the default): sum the countries of origin, where a source names them; origin: sum per country "
	 "of origin; pair: keep the pairs", set_by, &wanted.by},
	{0, "zeros", NULL, "print zeros, too", opts_flag, &wanted.zeros},
	{0, "change", NULL, "append the change on the year before, in persons and per cent", opts_flag, &wanted.change},
};

/* Whether the options want the figure. --country means the country whose column is printed. */
static bool
is_wanted(const struct population *fact, enum population_type type)
{
	if (wanted.types && (type == POP_UNKNOWN || !wanted.type[type]))
		return false;
	return command_wants_year(fact->year) && command_wants_country(wanted.by == BY_ORIGIN ? fact->origin_iso3 : fact->iso3);
}

/* How many figures are known; a place alone counts as one. */
static size_t
count(const struct population *fact)
{
	struct population_figure zero;
	size_t known = 0;

	for (size_t i = 0; i < fact->n; i++)
		known += population_figure(fact, i, &zero)->status != POP_NONE;
	return known > 0 ? known : 1;
}

/* Whether the figures have the place that they would be printed under; otherwise they are counted as left out. */
static bool
has_place(const struct population *fact)
{
	bool origin;

	if (wanted.by != BY_ORIGIN && (fact->operation.n > 0 || fact->iso3.n > 0))
		return true;
	origin = fact->origin.n > 0 || fact->origin_iso3.n > 0;
	if (wanted.by == BY_ORIGIN && !origin) {
		without_origin += count(fact);
		return false;
	}
	if (wanted.by == BY_OPERATION && fact->by_origin && origin) {
		without_asylum += count(fact);
		return false;
	}
	return true;
}

static void
tell_left_out(const char *file)
{
	struct pos pos = {file, 0, 0};

	if (without_asylum > 0)
		diag_warning(pos, "%zu figures of a country of origin without a country of asylum are left out; --by=origin has them",
		             without_asylum);
	if (without_origin > 0)
		diag_warning(pos, "%zu figures without a country of origin are left out", without_origin);
	without_asylum = without_origin = 0;
}

/* Reads one input. */
static void
extract(struct people *people, struct source *src)
{
	struct population_reader reader;
	const struct population *fact;
	enum read got;

	population_open(&reader, src, &how);
	while ((got = population_next(&reader, &fact)) == READ_OK)
		if (has_place(fact))
			people_add(people, fact);
	command_read(got, reader.found, "population figures", "the heading People of Concern, a list of labels and figures, columns "
	             "such as refugees or persons", &reader.in);
	tell_left_out(src->name);
	population_close(&reader);
}

int
main(int argc, char **argv)
{
	struct opts opts = {
		.program = "poc-extract",
		.usage = "[OPTION]... [FILE]...",
		.summary = "How many people of concern? Reads UNHCR's pages, JSON and tables (standard input, or each FILE; - is standard "
		           "input) and writes a CSV row for every operation, year and population type.",
		.example = "poc-extract mali.html | poc-extract --type=TOT --change",
	};
	struct people people;
	struct source *src;

	opts_add(&opts, options, countof(options));
	command_start(&opts, argc, argv);
	how.reading = command.reading;
	how.asylum = wanted.by == BY_OPERATION && !command.check;
	how.lists = !command.check && !command.provenance;
	people_open(&people, wanted.by, wanted.zeros, wanted.change, wanted.types || command_filters() ? is_wanted : NULL);
	while ((src = command_input()))
		extract(&people, src);
	people_close(&people);
	return command_finish();
}
