#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "donations.h"
#include "feed.h"

#define CUT "the input ends without a line end here: what may be cut short is left out\n"

/* 3:2020-06-30|Brazil|private|$5: a contribution behind the line that it stands on. */
static void
note_donation(struct buf *out, const struct donation *d)
{
	char amount[DEC_MAX];
	size_t n = d->known ? dec_format(&d->amount, amount) : 0;

	note(out, "%zu:%.*s|%.*s|%s|%.*s ", d->at.line, (int)d->date_n, d->date, (int)d->donor.n, d->donor.n ? d->donor.data : "",
	     d->is_private ? "private" : "", (int)n, amount);
}

/* Reads lines; a star before one makes it an item, a slash before that sets it apart; the last one is cut if no line end follows. */
static void
read_list(struct str rest, struct buf *out)
{
	struct donations list = {.open = false};
	struct str line;
	struct pos at = {"in", 0, 0};
	bool whole;
	enum read got = READ_OK;

	while (got == READ_OK && rest.n > 0 && str_split(&rest, '\n', &line)) {
		bool apart = line.n > 0 && line.s[0] == '/', item;

		at.line++;
		if (line.n == 0)
			continue;
		line = str_skip(line, apart);
		item = line.s[0] == '*';
		got = donations_line(&list, &(struct donations_text){.text = str_skip(line, item), .at = at, .item = item, .apart = apart,
		                     .cut = rest.s == NULL}, &whole);
		if (got == READ_OK && whole)
			note_donation(out, &list.done);
	}
	if (got == READ_BAD)
		buf_add(out, S("BAD"));
	else if (donations_end(&list))
		note_donation(out, &list.done);
	assert_true(got == READ_BAD || !donations_end(&list));
	donations_free(&list);
}

static void
gives_all(const struct feed_case *c, size_t n)
{
	for (; n > 0; n--, c++) {
		struct buf out = {.n = 0};
		const char *said;

		hear();
		read_list(c->text, &out);
		said = heard();
		if (!str_eq(buf_str(&out), str_of(c->want)))
			fail_msg("\n%.*s\ngave\n%.*s\ninstead of\n%s\n%s", (int)c->text.n, c->text.s, (int)out.n, out.n ? out.data : "", c->want, said);
		if (strcmp(said, c->said ? c->said : "") != 0)
			fail_msg("\n%.*s\nsaid\n%s", (int)c->text.n, c->text.s, said);
		free(out.data);
	}
}

static void
lists(void **state)
{
	static const struct feed_case cases[] = {
		{STR(""), "", NULL},
		{STR("*10-NOV-2020\n*United States of America\n$93,700\n"), "2:2020-11-10|United States of America||93700 ", NULL},
		/* a date covers what comes below it */
		{STR("*10-NOV-2020\n*Brazil\n$1\n*Germany\n$2\n*09-NOV-2020\n*Norway\n$3\n"),
		 "2:2020-11-10|Brazil||1 4:2020-11-10|Germany||2 7:2020-11-09|Norway||3 ", NULL},
		/* without amounts */
		{STR("*30-JUN-2020\n*Brazil\n*Germany\n"), "2:2020-06-30|Brazil|| 3:2020-06-30|Germany|| ", NULL},
		/* private donors qualify the donor above */
		{STR("*30-JUN-2020\n*Norway\nprivate donors\n*Switzerland\n"), "2:2020-06-30|Norway|private| 4:2020-06-30|Switzerland|| ", NULL},
		{STR("*30-JUN-2020\n*Switzerland\nprivate donors\n$110,086\n"), "2:2020-06-30|Switzerland|private|110086 ", NULL},
		{STR("*30-JUN-2020\n*Switzerland\n$110,086\nPrivate Donors\n"), "2:2020-06-30|Switzerland|private|110086 ", NULL},
		{STR("*30-JUN-2020\n*Suisse\ndonateurs privés\n"), "2:2020-06-30|Suisse|private| ", NULL},
		{STR("*30-JUN-2020\n*private donors\n*Norway\n"), "2:2020-06-30||private| 3:2020-06-30|Norway|| ", NULL},
		/* the first donor's name is lost */
		{STR("*30-JUN-2020\nprivate donors\n*Brazil\n"), "2:2020-06-30||private| 3:2020-06-30|Brazil|| ", NULL},
		{STR("*30-JUN-2020\n$5\n*Brazil\n"), "2:2020-06-30|||5 3:2020-06-30|Brazil|| ", NULL},
		{STR("*30-JUN-2020\nprivate donors\n$5\n"), "2:2020-06-30||private|5 ", NULL},
		/* a date with nothing below is no row */
		{STR("*30-JUN-2020\n*29-JUN-2020\n*Romania\n"), "3:2020-06-29|Romania|| ", NULL}, {STR("*30-JUN-2020\n"), "", NULL},
		/* the line below a date is a donor, item or not */
		{STR("30-JUN-2020\nBrazil\n$5\n"), "2:2020-06-30|Brazil||5 ", NULL}, {STR("1er mars 2015\nBrésil\n"), "2:2015-03-01|Brésil|| ", NULL},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

/* Several parts on one line, in that order, with blanks or bars between. */
static void
one_line(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*10-NOV-2020 Brazil $5\n"), "1:2020-11-10|Brazil||5 ", NULL},
		{STR("*10-NOV-2020 | Brazil | private donors | $5\n*Norway | $6\n"), "1:2020-11-10|Brazil|private|5 2:2020-11-10|Norway||6 ", NULL},
		{STR("10-NOV-2020: Brazil\n$5\n"), "1:2020-11-10|Brazil||5 ", NULL}, {STR("*10-NOV-2020\n*Brazil private donors\n"), "2:2020-11-10|Brazil|private| ", NULL},
		{STR("*10-NOV-2020\n*Brazil US$ 93,700\n"), "2:2020-11-10|Brazil||93700 ", NULL}, {STR("*10-NOV-2020\n*Brazil\nUS$93,700\n"), "2:2020-11-10|Brazil||93700 ", NULL},
		{STR("*10-NOV-2020\n*Brazil\n| $0.50 |\n"), "2:2020-11-10|Brazil||0.5 ", NULL}, {STR("*10-NOV-2020 $5\n"), "1:2020-11-10|||5 ", NULL},
		{STR("*10-NOV-2020 private donors\n"), "1:2020-11-10||private| ", NULL},
		/* words that only end alike */
		{STR("*10-NOV-2020\n*Semiprivate donors\n"), "2:2020-11-10|Semiprivate donors|| ", NULL},
		{STR("*10-NOV-2020\n*private donors of Spain\n"), "2:2020-11-10|private donors of Spain|| ", NULL},
		{STR("*10-NOV-2020\n*1 Fund\n"), "2:2020-11-10|1 Fund|| ", NULL}, {STR("*10-NOV-2020\n*2020 Fund\n"), "2:2020-11-10|2020 Fund|| ", NULL},
		{STR("*10-NOV-2020\n*(a-b)\n*Hand-in-Hand\n"), "2:2020-11-10|(a-b)|| 3:2020-11-10|Hand-in-Hand|| ", NULL},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

/* Other text ends the list; items below it are of other lists. */
static void
ends(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*30-JUN-2020\n*Brazil\nSome words.\n*a link\n*another\n"), "2:2020-06-30|Brazil|| ", NULL},
		{STR("*30-JUN-2020\n*Brazil\nSome words.\n*Norway\n"), "2:2020-06-30|Brazil|| ",
		 "poc-tools: in:4: warning: \"Norway\" is left out: it belongs to no list of contributions with a date\n"},
		{STR("*30-JUN-2020\n*Brazil\nSome words.\n*29-JUN-2020\n*Norway\n"), "2:2020-06-30|Brazil|| 5:2020-06-29|Norway|| ", NULL},
		{STR("Some words.\n*30-JUN-2020\n*Brazil\n"), "3:2020-06-30|Brazil|| ", NULL},
		{STR("Some words.\nMore.\n"), "", NULL},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

/* Items above the first date are of other lists, and so are those that stand apart. */
static void
other_lists(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*Home\n*Operations\n*30-JUN-2020\n*Brazil\n"), "4:2020-06-30|Brazil|| ", NULL},
		{STR("*Brazil\n*30-JUN-2020\n*Norway\n"), "3:2020-06-30|Norway|| ",
		 "poc-tools: in:1: warning: \"Brazil\" is left out: it belongs to no list of contributions with a date\n"},
		{STR("*30-JUN-2020\n*Brazil\n/*Norway\n*Home\n"), "2:2020-06-30|Brazil|| ",
		 "poc-tools: in:3: warning: \"Norway\" is left out: it belongs to no list of contributions with a date\n"},
		{STR("*30-JUN-2020\n/*Brazil\n*Norway\n"), "2:2020-06-30|Brazil|| 3:2020-06-30|Norway|| ", NULL}, /* dates have lists of their own */
		{STR("*30-JUN-2020\n*Brazil\n/*29-JUN-2020\n*Norway\n"), "2:2020-06-30|Brazil|| 4:2020-06-29|Norway|| ", NULL},
		/* a year or a month is no day */
		{STR("*2019\n*2020\n"), "", NULL}, {STR("*2020-06\n"), "BAD",
		 "poc-tools: in:1: error: \"2020-06\": not a date that has one reading; write 2020-06-30\n"},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

/* Dollars in a sentence are no amount: the list is over. */
static void
sentences(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*30-JUN-2020\n*Brazil\nSome $5 million came.\n"), "2:2020-06-30|Brazil|| ", NULL},
		{STR("*30-JUN-2020\n*Brazil\nUNHCR thanks all for $5 million given.\n"), "2:2020-06-30|Brazil|| ", NULL},
		{STR("*30-JUN-2020\n*Brazil\nUS aid was $5 million.\n"), "2:2020-06-30|Brazil|| ", NULL},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

static void
errors(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*30-JUN-2020\n*Brazil\n$5,5\n"), "BAD", "poc-tools: in:3: error: \"$5,5\": not an amount of dollars\n"},
		{STR("*30-JUN-2020\n*Brazil\nUS$ x\n"), "BAD", "poc-tools: in:3: error: \"US$ x\": not an amount of dollars\n"},
		{STR("30-JUN-2020 $x\n"), "BAD", "poc-tools: in:1: error: \"30-JUN-2020 $x\": not an amount of dollars\n"},
		{STR("*30-JUN-2020\n*Brazil $\n"), "BAD", "poc-tools: in:2: error: \"Brazil $\": not an amount of dollars\n"},
		{STR("*30-JUN-2020\n*Brazil $5 or so\n"), "BAD", "poc-tools: in:2: error: \"Brazil $5 or so\": not an amount of dollars\n"},
		{STR("$5\n"), "BAD", "poc-tools: in:1: error: \"$5\": no donor stands above it\n"},
		{STR("private donors\n"), "BAD", "poc-tools: in:1: error: \"private donors\": no donor stands above it\n"},
		{STR("*30-JUN-2020\n*Brazil\n$5\n$6\n"), "BAD", "poc-tools: in:4: error: \"$6\": the donor above it has that already\n"},
		{STR("*30-JUN-2020\n*Brazil\nprivate donors\nprivate donors\n"), "BAD",
		 "poc-tools: in:4: error: \"private donors\": the donor above it has that already\n"},
		{STR("*30-JUN-2020\n*Brazil\nSome words.\n$6\n"), "2:2020-06-30|Brazil|| BAD", "poc-tools: in:4: error: \"$6\": no donor stands above it\n"},
		/* what was meant as a date */
		{STR("*31-FEB-2020\n"), "BAD", "poc-tools: in:1: error: \"31-FEB-2020\": not a date that has one reading; write 2020-06-30\n"},
		{STR("*03/04/2020\n"), "BAD", "poc-tools: in:1: error: \"03/04/2020\": not a date that has one reading; write 2020-06-30\n"},
		{STR("3.4.2020\n"), "BAD", "poc-tools: in:1: error: \"3.4.2020\": not a date that has one reading; write 2020-06-30\n"},
		/* an amount that the end of the input may have cut */
		{STR("*30-JUN-2020\n*Brazil\n$93,700"), "BAD",
		 "poc-tools: in:3: error: \"$93,700\": " CUT},
		{STR("*30-JUN-2020\n*Brazil\n$"), "BAD", "poc-tools: in:3: error: \"$\": " CUT},
		{STR("*30-JUN-2020\n*Brazil\n*29-JUN-202"), "BAD", "poc-tools: in:3: error: \"29-JUN-202\": " CUT},
		{STR("*30-JUN-2020\n*Brazil\n*Gree"), "BAD", "poc-tools: in:3: error: \"Gree\": " CUT},
		{STR("*30-JUN-2020\n*Brazil\nprivate do"), "BAD", "poc-tools: in:3: error: \"private do\": " CUT},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

/* Pages may lack their last line end: words are believed then. */
static void
words_without_a_line_end(void **state)
{
	static const struct feed_case cases[] = {
		{STR("*30-JUN-2020\n*Greece\nprivate donors"), "2:2020-06-30|Greece|private| ", NULL},
		{STR("*30-JUN-2020\n*Brazil\n*Greece\n"), "2:2020-06-30|Brazil|| 3:2020-06-30|Greece|| ", NULL},
		{STR("*30-JUN-2020\n*Brazil\n*29-JUN-2020"), "2:2020-06-30|Brazil|| ", NULL},
	};

	(void)state;
	gives_all(cases, countof(cases));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists),
		cmocka_unit_test(one_line),
		cmocka_unit_test(ends),
		cmocka_unit_test(other_lists),
		cmocka_unit_test(sentences),
		cmocka_unit_test(errors),
		cmocka_unit_test(words_without_a_line_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
