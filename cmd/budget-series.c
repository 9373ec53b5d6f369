/* budget-series: what was budgeted, funded, spent? A row is an operation, a year and a pillar. */
#include "command.h"
#include "money.h"

static void
print(const struct finance *row, void *arg)
{
	struct csvout *out = command_output();

	(void)arg;
	csvout_field(out, row->operation);
	csvout_field(out, row->iso3);
	csvout_field(out, row->year);
	csvout_field(out, str_of(pillar_name(row->pillar)));
	for (int m = 0; m < MONEYS; m++)
		money_field(&row->money[m]);
	csvout_field(out, str_of(unit_name(row->unit)));
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
