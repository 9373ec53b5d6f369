/* budget-series: what was budgeted, funded, spent? A row is an operation, a year and a pillar. */
#include "command.h"
#include "money.h"

static void
print(const struct finance *row, void *arg)
{
	(void)arg;
	csvout_wrote(command_output(), money_begin(row, 0), MONEY_FIELDS);
	command_row(row->at);
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
	money_read(false, print, NULL);
	return command_finish();
}
