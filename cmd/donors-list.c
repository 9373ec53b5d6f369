/* donors-list: who gave, when, how much? A row is a contribution, or the sum of a donor's. */
#include <stdlib.h>
#include <string.h>
#include "command.h"
#include "contribution.h"
#include "donors.h"

static struct {
	bool types, type[DONOR_TYPES]; /* wanted ones; all, if `types` is false */
	struct str since, until;       /* ISO dates, inclusive; empty: no bound */
	struct selection_codes recipients;
	struct donors donors;
} run;

static const char *
set_types(const char *argument, void *to)
{
	struct str rest = str_of(argument), part;

	(void)to;
	run.types = true;
	while (str_split(&rest, ',', &part)) {
		enum donor_type type = donor_type_of(str_trim(part));

		if (type == DONOR_TYPES || type == DONOR_UNKNOWN)
			return opts_none_of("government,private,multilateral,other", str_trim(part));
		run.type[type] = true;
	}
	return NULL;
}

/* Dates are compared as texts: ISO 8601 sorts as time does. */
static const char *
set_date(const char *argument, void *to)
{
	char iso[DATE_MAX];
	size_t n = date_iso(str_of(argument), iso);

	if (n == 0)
		return "a date is wanted, as in 2020-06-30, 2020-06 or 2020";
	*(struct str *)to = (struct str){mem_copy((struct str){iso, n}), n};
	return NULL;
}

static const char *
set_by(const char *argument, void *to)
{
	*(bool *)to = true;
	return strcmp(argument, "donor") == 0 ? NULL : opts_none_of("donor", str_of(argument));
}

static const char *
set_top(const char *argument, void *to)
{
	char *end;
	unsigned long n = strtoul(argument, &end, 10);

	if (argument[0] < '0' || argument[0] > '9' || *end || n == 0 || n > 1000000000)
		return "a number of rows is wanted, 1 or more";
	*(size_t *)to = n;
	return NULL;
}

static const struct opt options[] = {
	{'t', "type", "LIST", "only these types of donors: government,private,multilateral,other", set_types, NULL},
	{0, "since", "DATE", "only contributions of that day, month or year, or later", set_date, &run.since},
	{0, "until", "DATE", "only contributions of that day, month or year, or earlier", set_date, &run.until},
	{0, "recipient", "LIST", "only contributions to these countries, by ISO 3166 code", selection_add_countries, &run.recipients},
	{0, "by", "donor", "sum the contributions of each donor", set_by, &run.donors.by_donor},
	{0, "top", "N", "only the N rows with the largest amounts, the largest first", set_top, &run.donors.top},
};

/* Whether one of the recipients is wanted; several are joined by ';'. */
static bool
goes_to(struct str recipients)
{
	struct str part;

	if (run.recipients.n == 0)
		return true;
	while (str_split(&recipients, ';', &part))
		if (selection_has_code(&run.recipients, part))
			return true;
	return false;
}

/* Whether a date is on the right side of a bound, which may be a month or a year: then all of it is. */
static bool
is_within(struct str date)
{
	struct str head = {date.s, date.n < run.until.n ? date.n : run.until.n};

	if (run.since.n > 0 && (date.n == 0 || str_cmp(date, run.since) < 0))
		return false;
	return run.until.n == 0 || (date.n > 0 && str_cmp(head, run.until) <= 0);
}

static bool
is_wanted(const struct contribution *c)
{
	return (!run.types || run.type[c->type]) && is_within(c->date) && goes_to(c->recipient)
	       && command_wants_year(c->date) && command_wants_country(c->iso3);
}

/* Reads one input. */
static void
list(struct source *src)
{
	struct contribution_reader reader;
	struct contribution c;
	size_t found = 0;
	enum read got;

	contribution_open(&reader, src, &command.reading);
	while ((got = contribution_next(&reader, &c)) == READ_OK) {
		found++;
		if (c.donor.n == 0)
			diag_note(c.at, "a contribution whose donor has no name");
		if (is_wanted(&c))
			donors_add(&run.donors, &c);
	}
	command_read(got, found, "contributions", "the heading Latest contributions, columns such as date and donor", &reader.in);
	contribution_close(&reader);
}

int
main(int argc, char **argv)
{
	struct opts opts = {
		.program = "donors-list",
		.usage = "[OPTION]... [FILE]...",
		.summary = "Who gave, when, how much? Reads UNHCR's pages, JSON and tables (standard input, or each FILE; - is standard "
		           "input) and writes a CSV row for every contribution.",
		.example = "donors-list --type=private --by=donor contributions.html",
	};
	struct source *src;

	opts_add(&opts, options, countof(options));
	command_start(&opts, argc, argv);
	donors_header(&run.donors);
	while ((src = command_input()))
		list(src);
	donors_finish(&run.donors);
	free((char *)run.since.s);
	free((char *)run.until.s);
	return command_finish();
}
