#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "charts.h"
#include "feed.h"
#include "finance_words.h"

#define TOTALS "{\"categories\":[2015,2016],\"budget\":[3,7],\"expenditure\":[1,2]}"
#define BUDGET "{\"categories\":[2015,2016],\"p1\":[1,3],\"p4\":[2,4]}"
#define SPENT "{\"categories\":[2015,2016],\"p1\":[0.5,1.5],\"p4\":[0.5,0.5]}"
#define TOTAL_ROWS "2015 total 3 - 1; 2016 total 7 - 2; "
#define PILLAR_ROWS \
	"2015 p1 1 - 0.5; 2016 p1 3 - 1.5; 2015 p2 - - -; 2016 p2 - - -; 2015 p3 - - -; 2016 p3 - - -; 2015 p4 2 - 0.5; " \
	"2016 p4 4 - 0.5; "
#define SWAPPED(which) \
	"by their sums, the chart by pillar that comes " which " is the expenditure, not the budget; so it is read\n"

/* Mali MLI 2: 2015 p1 3 - 1.5; …: the operation, the line where its charts begin, and the rows. */
static void
note_rows(struct buf *out, struct charts *charts)
{
	struct finance *row;
	char text[DEC_MAX];
	bool first = true;
	size_t rows;

	while ((row = charts_next(charts, &rows))) {
		for (; rows > 0; rows--, row++) {
			if (first)
				note(out, "%.*s %.*s %zu: ", (int)row->operation.n, row->operation.s ? row->operation.s : "", (int)row->iso3.n,
				     row->iso3.s ? row->iso3.s : "", row->at.line);
			first = false;
			note(out, "%.*s %s", (int)row->year.n, row->year.s, pillar_name(row->pillar));
			for (int money = 0; money < MONEYS; money++) {
				struct dec value = row->money[money].known ? amount_value(&row->money[money]) : dec_int(0);
				size_t n = row->money[money].known ? dec_format(&value, text) : 0;

				note(out, " %.*s", n ? (int)n : 1, n ? text : "-");
			}
			buf_add(out, S("; "));
			assert_int_equal(row->unit, UNIT_MUSD);
		}
	}
	assert_int_equal(charts->n, 0); /* forgotten */
}

/* Puts the charts of a page together, as whoever reads money does. */
static void
read_charts(struct source *src, struct buf *out)
{
	const struct reading_how how = {.form = FORM_TEXT, .significant = DOUBLE_DIGITS};
	struct charts charts = {.n = 0};
	struct reading in;
	enum read got;

	reading_open(&in, src, &how, finance_knows);
	while ((got = reading_next(&in, &finance_words)) == READ_OK) {
		if (in.record.kind != RECORD_ROW || charts_kind(&in.columns) == CHART_NONE)
			continue;
		if (charts.n > 0 && !charts_take(&charts, &in, UNIT_MUSD))
			note_rows(out, &charts);
		charts_begin(&charts, &in, UNIT_MUSD);
		if ((got = charts_add(&charts, &in)) != READ_OK)
			break;
	}
	if (got != READ_END)
		charts_cut(&charts);
	if (charts.n > 0)
		note_rows(out, &charts);
	buf_add(out, got == READ_END ? S("END") : S("BAD"));
	charts_free(&charts);
	reading_close(&in);
}

static size_t at_once; /* charts whose figures were read with their texts */

static void
read_json(struct source *src, struct buf *out)
{
	const struct reading_how how = {.form = FORM_JSON, .significant = DOUBLE_DIGITS};
	struct charts charts = {.n = 0};
	struct reading in;
	enum read got;

	reading_open(&in, src, &how, finance_knows);
	while ((got = reading_next(&in, &finance_words)) == READ_OK) {
		if (!in.record.chart || charts_kind(&in.columns) == CHART_NONE)
			continue;
		if (charts.n > 0 && !charts_take(&charts, &in, UNIT_MUSD))
			note_rows(out, &charts);
		charts_begin(&charts, &in, UNIT_MUSD);
		at_once += in.record.chart->amount != NULL;
		if ((got = charts_add(&charts, &in)) != READ_OK)
			break;
	}
	if (got != READ_END)
		charts_cut(&charts);
	if (charts.n > 0)
		note_rows(out, &charts);
	buf_add(out, got == READ_END ? S("END") : S("BAD"));
	charts_free(&charts);
	reading_close(&in);
}

static void
add_values(struct buf *b, const char *name, const char *const *of, size_t n, size_t values)
{
	note(b, ",\"%s\":[", name);
	for (size_t i = 0; i < values; i++)
		note(b, "%s%s", i ? "," : "", of[(size_t)rand() % n]);
	buf_byte(b, ']');
}

/*
 * Charts that are alike, one after the other, give at once what they give in pieces, of which no chart is whole: years that
 * stay and change, figures of all kinds, few of them wrong.
 */
static void
alike(void **state)
{
	static const char *const figures[] = {
		"1", "0", "0.5", "70.508304", "70.508304000000008", "9.524297000000008", "0.120982000000004", "9.8509e-05", "1e-07",
		"null", "123.4500", "-2", "12345678.5", "1E2", "123456789012345678901234567890123456.5",
	};
	static const char *const wrong[] = {"1e-70", "1234567890123456789012345678901234567.5", "2015", "20155", "\"x\"", "\"1,5\"", "true"};
	struct buf b = {.n = 0}, out = {.n = 0}, said = {.n = 0};

	(void)state;
	srand(1);
	for (int round = 0; round < 150; round++) {
		size_t years = 1 + (size_t)rand() % 12, step = 1;
		const char *second = rand() % 2 ? "expenditure" : "p1";
		struct source src;

		b.n = out.n = said.n = 0;
		for (int chart = 0, first = 2000; chart < 12; chart++) {
			first = rand() % 4 ? first : 2000 + rand() % 8;
			step = rand() % 20 ? 1 : (size_t)rand() % 3;
			buf_add(&b, S("{\"categories\":["));
			for (size_t i = 0; i < years; i++)
				note(&b, "%s%zu", i ? "," : "", (size_t)first + i * step);
			buf_byte(&b, ']');
			add_values(&b, "budget", figures, countof(figures), years);
			if (rand() % 60 == 0)
				add_values(&b, second, wrong, countof(wrong), years);
			else
				add_values(&b, second, figures, countof(figures), years);
			buf_add(&b, S("}\n"));
		}
		memset(buf_room(&b, SOURCE_PAD), '"', SOURCE_PAD);
		hear();
		source_mem(&src, b.data, b.n, (struct pos){"in", 1, 1});
		read_json(&src, &out);
		source_close(&src);
		buf_add(&said, str_of(heard()));
		buf_byte(&said, '\0');
		feed_gives(read_json, buf_str(&b), buf_str(&out), said.data);
	}
	assert_true(at_once > 1000);
	free(b.data);
	free(out.data);
	free(said.data);
}

static void
kinds(void **state)
{
	static const struct {
		const char *name[4];
		enum chart_kind kind;
	} cases[] = {
		{{"categories", "budget"}, CHART_TOTALS}, {{"Year", "Expenditure", "x"}, CHART_TOTALS}, {{"year", "funding"}, CHART_TOTALS},
		{{"categories", "p2"}, CHART_PILLARS}, {{"categories", "budget", "p1"}, CHART_PILLARS},
		{{"categories"}, CHART_NONE}, {{"budget", "expenditure"}, CHART_NONE}, {{"p1", "p2"}, CHART_NONE},
		{{"year", "pillar"}, CHART_NONE}, {{NULL}, CHART_NONE},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct builder b = {.n = 0};
		struct columns c = {.n = 0};
		struct record r;

		builder_begin(&b);
		for (size_t k = 0; cases[i].name[k]; k++)
			builder_add(&b, str_of(cases[i].name[k]), S("1"), CELL_NUMBER);
		builder_end(&b, &r, RECORD_ROW, (struct pos){"in", 1, 1});
		assert_true(columns_learn(&c, &r, &finance_words));
		if (charts_kind(&c) != cases[i].kind)
			fail_msg("case %zu is of kind %d", i, charts_kind(&c));
		columns_free(&c);
		builder_free(&b);
	}
}

static void
together(void **state)
{
	static const struct feed_case cases[] = {
		{STR("Operation: Mali\n" TOTALS " " BUDGET " " SPENT "\n"), "Mali MLI 2: " TOTAL_ROWS PILLAR_ROWS "END", NULL},
		{STR(TOTALS "\n" BUDGET "\n" SPENT "\n"), "  1: " TOTAL_ROWS PILLAR_ROWS "END", NULL},
		{STR("Subregion: Mali\n" TOTALS "\n"), "Mali  2: " TOTAL_ROWS "END", NULL}, {STR("Operation: Mali\n"), "END", NULL},
		/* pillars without totals, and with the first chart only */
		{STR(BUDGET "\n" SPENT "\n"), "  1: " PILLAR_ROWS "END", NULL},
		{STR("{\"categories\":[2015],\"p1\":[1]}\n"), "  1: 2015 p1 1 - -; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		{STR("{\"categories\":[2015],\"budget\":[1]} {\"categories\":[2015],\"p1\":[1]}\n"),
		 "  1: 2015 total 1 - -; 2015 p1 1 - -; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		/* budget and expenditure each in a chart of their own */
		{STR("{\"categories\":[2015],\"budget\":[1]}\n{\"categories\":[2015],\"expenditure\":[2]}\n{\"categories\":[2015],\"funding\":[0]}\n"),
		 "  1: 2015 total 1 0 2; END", NULL},
		/* years as they come, once each; what is not known stays so */
		{STR("{\"categories\":[2016,2015],\"budget\":[1,null]} {\"categories\":[2014,2016],\"expenditure\":[3,4]}\n"),
		 "  1: 2016 total 1 - 4; 2015 total - - -; 2014 total - - 3; END", NULL},
		{STR("{\"categories\":[\"2015\"],\"budget\":[\"41.007531648000004\"]}\n"), "  1: 2015 total 41.007531648 - -; END", NULL},
		{STR("{\"xAxis\":{\"categories\":[2015]},\"series\":[{\"name\":\"Budget\",\"data\":[1]},{\"name\":\"Expenditure\",\"data\":[2]}]}\n"),
		 "  1: 2015 total 1 - 2; END", NULL},
	};

	(void)state;
	feed_all(read_charts, cases, countof(cases));
}

/* Keys that are there already begin other charts: two runs, of two operations or of one. */
static void
others(void **state)
{
	static const struct feed_case cases[] = {
		{STR(TOTALS " " TOTALS "\n"), "  1: " TOTAL_ROWS "  1: " TOTAL_ROWS "END", NULL},
		{STR(TOTALS "\n" BUDGET "\n" SPENT "\n" TOTALS "\n"), "  1: " TOTAL_ROWS PILLAR_ROWS "  4: " TOTAL_ROWS "END", NULL},
		{STR(BUDGET "\n" SPENT "\n" BUDGET "\n" SPENT "\n"), "  1: " PILLAR_ROWS "  3: " PILLAR_ROWS "END", NULL},
		/* totals behind pillars belong to what comes next */
		{STR(BUDGET "\n" SPENT "\n" TOTALS "\n"), "  1: " PILLAR_ROWS "  3: " TOTAL_ROWS "END", NULL},
		{STR("{\"operation\":\"Mali\",\"categories\":[2015],\"budget\":[1]} {\"operation\":\"Chad\",\"categories\":[2015],\"expenditure\":[2]}\n"),
		 "Mali MLI 1: 2015 total 1 - -; Chad TCD 1: 2015 total - - 2; END", NULL},
	};

	(void)state;
	feed_all(read_charts, cases, countof(cases));
}

static void
which_is_which(void **state)
{
	static const struct feed_case cases[] = {
		/* the sums fit the other way round only */
		{STR("Operation: Mali\n" TOTALS "\n" SPENT "\n" BUDGET "\n"), "Mali MLI 2: " TOTAL_ROWS PILLAR_ROWS "END",
		 "poc-tools: in:2:1: warning: " SWAPPED("first")},
		{STR("{\"categories\":[2015],\"budget\":[3],\"expenditure\":[1]} {\"categories\":[2015],\"p1\":[1]}\n"),
		 "  1: 2015 total 3 - 1; 2015 p1 - - 1; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END",
		 "poc-tools: in:1:1: warning: " SWAPPED("alone")},
		/* both ways, or no way, or the second one alone does not fit: the order is believed */
		{STR("{\"categories\":[2015],\"budget\":[1],\"expenditure\":[1]} {\"categories\":[2015],\"p1\":[1]}\n"),
		 "  1: 2015 total 1 - 1; 2015 p1 1 - -; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		{STR("{\"categories\":[2015],\"budget\":[3],\"expenditure\":[2]} {\"categories\":[2015],\"p1\":[1]}\n"),
		 "  1: 2015 total 3 - 2; 2015 p1 1 - -; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		{STR("{\"categories\":[2015],\"budget\":[3],\"expenditure\":[1]} {\"categories\":[2015],\"p1\":[1]} {\"categories\":[2015],\"p1\":[9]}\n"),
		 "  1: 2015 total 3 - 1; 2015 p1 1 - 9; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		/* a year without a total says nothing where it has no pillar, and does not fit where it has one */
		{STR("{\"categories\":[2015,2016],\"budget\":[3,5],\"expenditure\":[1,null]} {\"categories\":[2015,2016],\"p1\":[1,null]}\n"),
		 "  1: 2015 total 3 - 1; 2016 total 5 - -; 2015 p1 - - 1; 2016 p1 - - -; 2015 p2 - - -; 2016 p2 - - -; 2015 p3 - - -; "
		 "2016 p3 - - -; 2015 p4 - - -; 2016 p4 - - -; END",
		 "poc-tools: in:1:1: warning: " SWAPPED("alone")},
		{STR("{\"categories\":[2015],\"p1\":[1]} {\"categories\":[2015],\"p1\":[2]}\n"),
		 "  1: 2015 p1 1 - 2; 2015 p2 - - -; 2015 p3 - - -; 2015 p4 - - -; END", NULL},
		/* the noise of floating point is gone before the sums are compared */
		{STR("{\"categories\":[2017],\"budget\":[41.007531648000004],\"expenditure\":[13.34678074]} "
		     "{\"categories\":[2017],\"p1\":[5.73030234],\"p2\":[0.75438523],\"p3\":[6.39414574],\"p4\":[0.46794743]} "
		     "{\"categories\":[2017],\"p1\":[13.625051767999999],\"p2\":[0.956948],\"p3\":[25.28018688],\"p4\":[1.145345]}\n"),
		 "  1: 2017 total 41.007531648 - 13.34678074; 2017 p1 13.625051768 - 5.73030234; 2017 p2 0.956948 - 0.75438523; "
		 "2017 p3 25.28018688 - 6.39414574; 2017 p4 1.145345 - 0.46794743; END",
		 "poc-tools: in:1:1: warning: " SWAPPED("first")},
	};

	(void)state;
	feed_all(read_charts, cases, countof(cases));
}

static void
errors(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"categories\":[2015,2015],\"budget\":[1,2]}\n"), "  1: 2015 total 1 - -; BAD",
		 "poc-tools: in:1:1: error: the chart has the year 2015 twice\n"},
		{STR("{\"categories\":[\"x\"],\"budget\":[1]}\n"), "BAD", "poc-tools: in:1:1: error: \"x\" is no year\n"},
		{STR("{\"categories\":[null],\"budget\":[1]}\n"), "BAD", "poc-tools: in:1:1: error: \"\" is no year\n"},
		{STR("{\"categories\":[20155],\"budget\":[1]}\n"), "BAD", "poc-tools: in:1:1: error: \"20155\" is no year\n"},
		{STR("{\"categories\":[2015],\"budget\":[\"1,5\"]}\n"), "  1: 2015 total - - -; BAD",
		 "poc-tools: in:1:1: error: budget: \"1,5\" is not a number (a point marks decimals, a comma groups of three digits)\n"},
		{STR("{\"categories\":[2015],\"p1\":[true]}\n"), "BAD",
		 "poc-tools: in:1:1: error: p1: \"true\" is not a number (a point marks decimals, a comma groups of three digits)\n"},
	};

	(void)state;
	feed_all(read_charts, cases, countof(cases));
}

/* A year that stands twice in one chart is refused, also where only one of the two has a figure. */
static void
a_year_twice_with_one_figure(void **state)
{
	(void)state;
	feed_gives(read_charts, S("{\"categories\":[2015,2015],\"budget\":[null,2]}\n"), S("  1: 2015 total - - -; BAD"),
	           "poc-tools: in:1:1: error: the chart has the year 2015 twice\n");
}

/* Cut short: half of the figures by pillar is none, totals are whole. */
static void
cut_short(void **state)
{
#define CUT "poc-tools: in:3:10: error: the input is cut short: it ends inside a string that begins at line 3, column 2\n"
	static const struct feed_case cases[] = {
		{STR(TOTALS "\n" BUDGET "\n{\"categor"), "  1: " TOTAL_ROWS "BAD", CUT},
		{STR("Operation: Mali\n" TOTALS "\n{\"categor"), "Mali MLI 2: " TOTAL_ROWS "BAD", CUT},
		{STR(BUDGET "\n" SPENT "\n{\"categor"), "  1: " PILLAR_ROWS "BAD", CUT},
	};

	(void)state;
	feed_all(read_charts, cases, countof(cases));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds),
		cmocka_unit_test(together),
		cmocka_unit_test(others),
		cmocka_unit_test(which_is_which),
		cmocka_unit_test(errors),
		cmocka_unit_test(a_year_twice_with_one_figure),
		cmocka_unit_test(cut_short),
		cmocka_unit_test(alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
