/* budget-series: what was budgeted, funded, spent? A row is an operation, a year and a pillar. */
#include "command.h"
#include "money.h"

static void
print(const struct finance *row, size_t n, void *arg)
{
	(void)arg;
	for (size_t i = 0; i < n; i++) {
		csvout_wrote(command_output(), money_put(money_begin(&row[i], 1, 0), &row[i]), MONEY_FIELDS);
		command_row(row[i].at);
	}
}

/* The same of rows to which nothing is to be added. */
static void
print_all(const struct finance *row, size_t n, void *arg)
{
	char *to = money_begin(row, n, 1);

	(void)arg;
	for (size_t i = 0; i < n; i++) {
		to = money_put(to, &row[i]);
		*to++ = '\n';
	}
	command_rows(to, n);
}

int
main(int argc, char **argv)
{
	static const char *const header[] = {"operation", "iso3", "year", "pillar", "budget", "funding", "expenditure", "unit"};
	struct opts opts = {
		.program = "budget-series",
		.usage = "[OPTION]... [FILE]...",
		.summary = "What was budgeted, funded, spent? Reads UNHCR's pages, JSON and tables (standard input, or each FILE; - is "
		           "standard input) and writes a CSV row for every operation, year and pillar.",
		.example = "budget-series --pillar=total --unit=usd mali.html",
	};

	opts_add(&opts, money_options, money_options_n);
	command_start(&opts, argc, argv);
	command_header(header, countof(header));
	money_read(false, command_in_place() ? print_all : print, NULL);
	return command_finish();
}
