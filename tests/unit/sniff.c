#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "sniff.h"

static char given; /* the delimiter that sniff() is told */

static bool
known(struct str name)
{
	static const struct str keys[] = {STR("year"), STR("budget"), STR("country"), STR("année")};

	for (size_t i = 0; i < countof(keys); i++)
		if (str_folds_to(name, keys[i]))
			return true;
	return false;
}

/* What follows is there, whole. */
static void
rest(struct source *src, struct buf *out)
{
	while (source_fill(src, "text") == READ_OK)
		;
	buf_add(out, (struct str){src->at, (size_t)(src->end - src->at)});
}

static void
sniffs(struct source *src, struct buf *out)
{
	static const char *const forms[] = {"auto", "text", "html", "json", "csv"};
	char delimiter = given;
	enum form form = sniff(src, known, &delimiter);

	buf_add(out, str_of(forms[form]));
	if (form == FORM_CSV)
		note(out, " %c", delimiter == '\t' ? 'T' : delimiter);
	assert_int_equal(src->line, 1);
}

static void
sniffs_and_reads(struct source *src, struct buf *out)
{
	sniffs(src, out);
	buf_byte(out, ' ');
	rest(src, out);
}

static void
finds_header(struct source *src, struct buf *out)
{
	char delimiter = given;

	buf_byte(out, !sniff_header(src, known, &delimiter) ? '-' : delimiter == '\t' ? 'T' : delimiter);
}

static void
json(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"a\":1}"), "json", NULL}, {STR("{}"), "json", NULL}, {STR("[{\"a\":1}]"), "json", NULL},
		{STR("[[\"Refugees\",1]]"), "json", NULL}, {STR("[]"), "json", NULL}, {STR("[[1]]"), "json", NULL},
		{STR(" \r\n\t{ \n\"a\":1}"), "json", NULL}, {STR("[ \n ["), "json", NULL}, {STR("[\n{"), "json", NULL},
		{STR("\xEF\xBB\xBF{\"a\":1}"), "json", NULL}, {STR("{ }"), "json", NULL}, {STR("[ ]"), "json", NULL},
		{STR("{"), "text", NULL}, {STR("["), "text", NULL}, {STR("{a:1}"), "text", NULL}, {STR("{'a':1}"), "text", NULL},
		{STR("[1,2]"), "text", NULL}, {STR("[\"a\"]"), "text", NULL}, {STR("\"a\""), "text", NULL}, {STR("1"), "text", NULL},
		{STR("[x] {\"a\":1}"), "text", NULL}, {STR("a [[1]]"), "text", NULL},
	};

	(void)state;
	feed_all(sniffs, cases, countof(cases));
}

static void
html(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<!DOCTYPE html>"), "html", NULL}, {STR("<html>"), "html", NULL}, {STR("<H1>"), "html", NULL},
		{STR("\n  <p>"), "html", NULL}, {STR("</p>"), "html", NULL}, {STR("<?xml"), "html", NULL}, {STR("<!--"), "html", NULL},
		{STR("\xEF\xBB\xBF<p>"), "html", NULL}, {STR("<zebra"), "html", NULL}, {STR("<a"), "html", NULL},
		{STR("< Back\n"), "text", NULL}, {STR("<"), "text", NULL}, {STR("<1"), "text", NULL}, {STR("<\np>"), "text", NULL},
		{STR("<<p>"), "text", NULL}, {STR("<@"), "text", NULL}, {STR("<["), "text", NULL}, {STR("<`"), "text", NULL},
		{STR("<{"), "text", NULL}, {STR("a <p>"), "text", NULL}, {STR("<\xC3\xA9"), "text", NULL},
	};

	(void)state;
	feed_all(sniffs, cases, countof(cases));
	feed_gives(sniffs, S("<\0p>"), S("text"), "");
}

static void
tables(void **state)
{
	static const struct feed_case cases[] = {
		{STR("year,budget\n2015,1\n"), "csv ,", NULL}, {STR("year;budget\n"), "csv ;", NULL},
		{STR("year\tbudget\n"), "csv T", NULL}, {STR("year|budget\n"), "csv |", NULL}, {STR("year,budget"), "csv ,", NULL},
		{STR("x,YEAR,y, Budget \r\n"), "csv ,", NULL}, {STR("\"year\",\"budget\"\n"), "csv ,", NULL},
		{STR("\" year \" ; \"x;y\";\"budget\"\n"), "csv ;", NULL}, {STR("\xEF\xBB\xBFyear,budget\n"), "csv ,", NULL},
		{STR("ann\xC3\xA9" "e;country\n"), "csv ;", NULL},
		/* the delimiter under which more names are known */
		{STR("year,x;budget;country\n"), "csv ;", NULL}, {STR("year|budget|x,country,year,budget\n"), "csv ,", NULL},
		/* a row of tags */
		{STR("#date+year,#value\n"), "csv ,", NULL}, {STR("#date;;#Value\n"), "csv ;", NULL},
		{STR("\"#date\",,#value\n"), "csv ,", NULL}, {STR("#1,#2\n"), "text", NULL}, {STR("# date\n"), "text", NULL},
		{STR(",,\n"), "text", NULL},
		/* one known name is not enough, nor are two in quotes or on two lines */
		{STR("year,x\n"), "text", NULL}, {STR("\"year,budget\"\n"), "text", NULL}, {STR("year\nbudget\n"), "text", NULL},
		{STR("year budget\n"), "text", NULL}, {STR(""), "text", NULL}, {STR("\n\n"), "text", NULL},
		{STR("Operation: Mali\nPeople of Concern\n2019 275,779\n"), "text", NULL},
		/* what stands above it is preamble */
		{STR("Extracted from: x\n\n \"quoted\"\nyear,budget\n"), "csv ,", NULL},
		{STR("{x}\nyear,budget\n"), "csv ,", NULL}, {STR("< x\nyear,budget\n"), "csv ,", NULL},
	};

	(void)state;
	feed_all(sniffs, cases, countof(cases));
}

/* Pages have hashtags, tables have comments. */
static void
no_row_of_tags(void **state)
{
	static const struct feed_case cases[] = {
		{STR("#date,value\n"), "text", NULL},
		{STR("Operation: Mali\n#WithRefugees is what we say\nPeople of Concern\n2019 275,779\n"), "text", NULL},
		{STR("Operation: Mali\n#WithRefugees\nPeople of Concern\n2019 275,779\n"), "text", NULL},
		{STR("#source: UNHCR\nyear,budget\n"), "csv ,", NULL},
		{STR("#source: UNHCR\n2015,1\n"), "text", NULL},
		{STR("#date,#value,price\n2015,1,2\n"), "text", NULL},
	};

	(void)state;
	feed_all(sniffs, cases, countof(cases));
}

/* Consumes nothing, whatever it was. */
static void
nothing_is_lost(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\xEF\xBB\xBF {\n\"a\":1}\n"), "json  {\n\"a\":1}\n", NULL}, {STR("\n<p>a"), "html \n<p>a", NULL},
		{STR("a\n\nyear,budget\nx\n"), "csv , a\n\nyear,budget\nx\n", NULL}, {STR("a\nb\n"), "text a\nb\n", NULL},
		{STR(""), "text ", NULL},
	};

	(void)state;
	feed_all(sniffs_and_reads, cases, countof(cases));
}

static void
header_in_line(size_t line, bool blank, const char *want)
{
	struct buf text = {.n = 0};

	for (size_t i = 1; i < line; i++)
		buf_add(&text, blank ? S("\n") : S("About this file\n"));
	buf_add(&text, S("year,budget\n"));
	feed_gives(sniffs, buf_str(&text), str_of(want), "");
	free(text.data);
}

static void
preamble(void **state)
{
	(void)state;
	header_in_line(SNIFF_RECORDS, false, "csv ,");
	header_in_line(SNIFF_RECORDS + 2, false, "text");
}

/* A blank line is no record: csvin says so. */
static void
blank_lines_are_no_preamble(void **state)
{
	(void)state;
	header_in_line(SNIFF_RECORDS + 2, true, "csv ,");
}

static void
a_given_delimiter(void **state)
{
	static const struct {
		char given;
		struct feed_case c;
	} cases[] = {
		{';', {STR("year;budget\n"), "csv ;", NULL}}, {';', {STR("year,budget\n"), "text", NULL}},
		{':', {STR("year:budget\n"), "csv :", NULL}}, {';', {STR("year;x,budget,country\n"), "text", NULL}},
		{';', {STR("{\"a\":1}"), "json", NULL}}, {';', {STR("<p>"), "html", NULL}},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		given = cases[i].given;
		feed_all(sniffs, &cases[i].c, 1);
	}
}

static int
end_given(void **state)
{
	(void)state;
	given = '\0';
	return 0;
}

/* Where it is known that a table comes, only the delimiter is asked for. */
static void
headers(void **state)
{
	static const struct feed_case cases[] = {
		{STR("year;budget\n"), ";", NULL}, {STR("x\nyear\tbudget\n"), "T", NULL}, {STR("a;b;c\n1;2;3\n"), "-", NULL},
		{STR(""), "-", NULL}, {STR("#date|#value\n"), "|", NULL}, {STR("{\"year\",\"budget\"}\n<p>|year|budget"), "|", NULL},
	};

	(void)state;
	feed_all(finds_header, cases, countof(cases));
	given = ':';
	feed_gives(finds_header, S("year:budget\n"), S(":"), "");
	feed_gives(finds_header, S("year,budget\n"), S("-"), "");
}

static void
tags(void **state)
{
	static const char *const yes[] = {"#a", "#z", "#A", "#Z", "#country+code", "#x1", "#country +code", "#a_b", "#affected+f + children"};
	static const char *const no[] = {"", "#", "##a", "# a", "#1", "#+a", "#@", "#[", "#`", "#{", "a#b", "#date,value", "#source: UNHCR", "#a!", "#a b", "#a ", "#a-b", " #a", "#\xC3\xA9"};

	(void)state;
	for (size_t i = 0; i < countof(yes); i++)
		if (!sniff_tag(str_of(yes[i])))
			fail_msg("%s is a tag", yes[i]);
	for (size_t i = 0; i < countof(no); i++)
		if (sniff_tag(str_of(no[i])))
			fail_msg("%s is no tag", no[i]);
}

/* White space before the first byte that tells, more than a buffer at once, and text without any line end. */
static void
long_beginnings(void **state)
{
	struct buf text = {.n = 0};
	struct str line = repeated(S("x, "), 70000);

	(void)state;
	memset(buf_room(&text, 20000), ' ', 20000);
	text.n = 20000;
	buf_add(&text, S("\n{ \"a\":1}"));
	feed_gives(sniffs, buf_str(&text), S("json"), "");
	feed_gives(sniffs, line, S("text"), "");
	free(text.data);
	free((char *)line.s);
}

/* Whether a text is what it has to be, in larger pieces than feed_gives() has: byte by byte this would take minutes. */
static void
is_in_large_pieces(struct str text, const char *want)
{
	static const size_t sizes[] = {997, 4097, 60001, 0};
	struct buf out = {.n = 0};

	for (size_t i = 0; i < countof(sizes); i++) {
		struct source src;
		int fd = feed(text, sizes[i]);

		out.n = 0;
		assert_true(source_fd(&src, fd, "in", NULL));
		sniffs(&src, &out);
		source_close(&src);
		close(fd);
		if (!str_eq(buf_str(&out), str_of(want)))
			fail_msg("%zu bytes in pieces of %zu are %.*s, not %s", text.n, sizes[i], (int)out.n, out.data, want);
	}
	free(out.data);
}

/* What tells stands behind the first 64 KiB, or its end does: it is not looked at, even if a read brings it. */
static void
behind_the_beginning(void **state)
{
	static const char *const ends[] = {"{\"a\":1}", "\nyear,budget\n", "\n#a,#b\n", "[[1]]"};
	static const size_t before[] = {(64 << 10) - 5, (64 << 10) - 1, 64 << 10, 70000};

	(void)state;
	for (size_t i = 0; i < countof(ends) * countof(before); i++) {
		size_t n = before[i % countof(before)];
		struct str text = repeated(S(" "), n + strlen(ends[i / countof(before)]));
		bool tells = i == 0 || i == 12; /* two visible bytes of JSON stand before */

		memcpy((char *)text.s + n, ends[i / countof(before)], text.n - n);
		is_in_large_pieces(text, tells ? "json" : "text");
		free((char *)text.s);
	}
}

/* What the source cannot read it says later. */
static void
unreadable(void **state)
{
	static const char gzip[] = "poc-tools: in: error: looks like gzip; try zcat\n";

	(void)state;
	feed_gives(sniffs, S("\x1F\x8B\x08\0\0"), S("text"), gzip);
	feed_gives(sniffs_and_reads, S("year,budget\n\xFF"), S("csv , year,budget\n"),
	           "poc-tools: in:2:1: error: what follows is not UTF-8: name the encoding of the text, as in "
	           "--encoding=ISO-8859-1\n");
}

/* A terminal or a slow pipe: once it is clear, no more is waited for. */
static void
does_not_wait(void **state)
{
	static const char *const texts[] = {"{\"", "[[", "<p", "year,budget\n", "x\nyear;budget\n"};

	(void)state;
	for (size_t i = 0; i < countof(texts); i++) {
		struct buf out = {.n = 0};
		struct source src;
		char more[8] = "      \n";
		int end[2];

		assert_int_equal(pipe(end), 0);
		assert_int_equal(write(end[1], texts[i], strlen(texts[i])), strlen(texts[i]));
		if (strlen(texts[i]) < 5) /* the source itself needs five bytes */
			assert_int_equal(write(end[1], more, 4), 4);
		assert_true(source_fd(&src, end[0], "in", NULL));
		alarm(10);
		sniffs(&src, &out);
		alarm(0);
		assert_false(str_starts(buf_str(&out), S("text")));
		source_close(&src);
		close(end[0]);
		close(end[1]);
		free(out.data);
	}
}

static void
finds_tags(struct source *src, struct buf *out)
{
	note(out, "%d ", sniff_tags(src, ','));
	rest(src, out);
}

/* A row of tags among the lines of a table, however they come in: a line that has begun may go on with something else. */
static void
a_row_of_tags(void **state)
{
	(void)state;
	feed_gives(finds_tags, S("#date,#value\n1,2\n"), S("1 #date,#value\n1,2\n"), "");
	feed_gives(finds_tags, S("year,what it comes to\n#date,#value"), S("1 year,what it comes to\n#date,#value"), "");
	feed_gives(finds_tags, S("year,what it comes to\n#date,#value\n1,2"), S("1 year,what it comes to\n#date,#value\n1,2"), "");
	feed_gives(finds_tags, S("#date,#value,7\n1,2\n"), S("0 #date,#value,7\n1,2\n"), "");
	feed_gives(finds_tags, S("#date,#value,7"), S("0 #date,#value,7"), "");
	feed_gives(finds_tags, S("\"a\n#date,#value\n\",2\n"), S("0 \"a\n#date,#value\n\",2\n"), "");
	feed_gives(finds_tags, S(""), S("0 "), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json),
		cmocka_unit_test(html),
		cmocka_unit_test(tables),
		cmocka_unit_test(no_row_of_tags),
		cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(preamble),
		cmocka_unit_test(blank_lines_are_no_preamble),
		cmocka_unit_test_teardown(a_given_delimiter, end_given),
		cmocka_unit_test_teardown(headers, end_given),
		cmocka_unit_test(tags),
		cmocka_unit_test(a_row_of_tags),
		cmocka_unit_test(long_beginnings),
		cmocka_unit_test(behind_the_beginning),
		cmocka_unit_test(unreadable),
		cmocka_unit_test(does_not_wait),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
