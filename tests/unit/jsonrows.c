#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "jsonrows.h"

static bool
known(struct str name)
{
	static const struct str keys[] = {STR("categories"), STR("year"), STR("budget"), STR("expenditure"), STR("country"), STR("codes"),
		STR("#year"), STR("#budget")};

	for (size_t i = 0; i < countof(keys); i++)
		if (str_folds_to(name, keys[i]))
			return true;
	return false;
}

/* R1:2(year#2015 a'x b0): a record behind its kind and place; names and values joined by what the value was. */
static void
note_record(struct buf *out, const struct record *r)
{
	static const char kinds[] = {[RECORD_ROW] = 'R', [RECORD_PAIR] = 'P', [RECORD_ENVELOPE] = 'E'};
	static const char cells[] = {[CELL_TEXT] = '\'', [CELL_NUMBER] = '#', [CELL_NULL] = '0', [CELL_OTHER] = '?'};

	note(out, "%s%c%zu:%zu(", r->chart ? "C" : "", kinds[r->kind], r->at.line, r->at.column);
	for (size_t i = 0; i < r->shape->n; i++) {
		buf_add(out, i > 0 ? S(" ") : S(""));
		buf_add(out, r->shape->name[i]);
		buf_byte(out, cells[r->cell[i].kind]);
		buf_add(out, r->cell[i].text);
	}
	buf_add(out, S(") "));
}

static void
rows(struct source *src, struct buf *out)
{
	static struct jsonrows rows;
	struct record r;
	enum read got;

	jsonrows_open(&rows, src, known);
	while ((got = jsonrows_next(&rows, &r)) == READ_OK)
		note_record(out, &r);
	note(out, "%s%zu %s", rows.empty ? "EMPTY " : "", rows.values, got == READ_END ? "END" : got == READ_BAD ? "BAD" : "FAIL");
	jsonrows_close(&rows);
}

static void
objects(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[{\"year\":2015,\"a\":\"x\"},{\"year\":2016,\"a\":\"y\"}]"), "R1:2(year#2015 a'x) R1:24(year#2016 a'y) 1 END", NULL},
		{STR("[\n {\"a\":null},\n {\"b\":true,\"c\":false,\"d\":-1.50e3}\n]"), "R2:2(a0) R3:2(b?true c?false d#-1.50e3) 1 END", NULL},
		{STR("[{}]"), "R1:2() 1 END", NULL},
		/* taken apart */
		{STR("[{\"a\":{\"b\":1,\"c\":{\"d\":2}},\"e\":3}]"), "R1:2(a.b#1 a.c.d#2 e#3) 1 END", NULL},
		{STR("[{\"a\":[1,\"x\",[2]],\"b\":[{\"c\":3},{\"c\":4}],\"d\":[],\"e\":{}}]"), "R1:2(a#1 a'x a#2 b.c#3 b.c#4) 1 END", NULL},
		{STR("[{\"a\":\" x \\u00e9\\n\"}]"), "R1:2(a'x é) 1 END", NULL},
		{STR("[{\"a\":1,\"a\":2}]"), "R1:2(a#1 a#2) 1 END", NULL}, {STR("[{\"a.b\":1}]"), "R1:2(a.b#1) 1 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

/* A run of documents, each an object: a record each. */
static void
one_object(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"year\":2015,\"budget\":1.5}\n{\"year\":2016}\n"), "R1:1(year#2015 budget#1.5) R2:1(year#2016) 2 END", NULL},
		{STR("{\"a\":{\"b\":1},\"c\":{\"d\":{\"e\":2},\"f\":3}}"), "R1:1(a.b#1 c.d.e#2 c.f#3) 1 END", NULL},
		{STR("{}"), "1 END", NULL}, {STR("{}{\"a\":1} [{\"b\":2}]"), "R1:3(a#1) R1:12(b#2) 3 END", NULL},
		/* a byte order mark is no part of what is learned of the first one */
		{STR("\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n"), "R1:1(a#1) R2:1(a#2) 2 END", NULL},
		{STR(""), "0 END", NULL}, {STR("1 \"a\" null"), "3 END", NULL}, {STR("[1,[2],{\"a\":3}] {\"b\":1}"), "R1:17(b#1) 2 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
envelopes(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"page\":1,\"items\":[{\"year\":2015},{\"year\":2016}],\"maxPages\":2}"),
		 "R1:20(year#2015) R1:34(year#2016) E1:1(page#1 maxPages#2) 1 END", NULL},
		{STR("{\"items\":[{\"a\":{\"b\":1}}]}"), "R1:11(a.b#1) 1 END", NULL},
		{STR("{\"a\":[{\"x\":1}],\"b\":[{\"y\":2}]}{\"c\":3}"), "R1:7(x#1) R1:21(y#2) R1:30(c#3) 2 END", NULL},
		/* under a known name the array is a member */
		{STR("{\"year\":2015,\"country\":[{\"x\":1},{\"x\":2}]}"), "R1:1(year#2015 country.x#1 country.x#2) 1 END", NULL},
		{STR("{\"items\":[[\"Refugees\",1]],\"page\":1}"), "P1:11('Refugees #1) E1:1(page#1) 1 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

/* What stands around the rows keeps its whole name. */
static void
names_behind_rows(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"data\":{\"x\":{\"flows\":[{\"a\":1}],\"n\":2}},\"m\":{\"k\":3}}"), "R1:24(a#1) E1:1(data.x.n#2 m.k#3) 1 END", NULL},
		{STR("{\"data\":{\"rows\":[[1]],\"n\":2}}"), "P1:18(#1) E1:1(data.n#2) 1 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
nothing(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[]"), "EMPTY 1 END", NULL}, {STR("[ ]\n[{\"a\":1}]"), "R2:2(a#1) EMPTY 2 END", NULL},
		{STR("{\"items\":[]}"), "EMPTY 1 END", NULL}, {STR("{\"page\":1,\"items\":[]}"), "E1:1(page#1) EMPTY 1 END", NULL},
		{STR("{\"year\":[],\"budget\":[]}"), "1 END", NULL}, /* a table by columns without a row */
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
lists(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[[\"Refugees\",26670],[\"IDPs\",207751]]"), "P1:2('Refugees #26670) P1:21('IDPs #207751) 1 END", NULL},
		{STR("[[1],[],[null,true,\"a\"]]"), "P1:2(#1) P1:6() P1:9(0 ?true 'a) 1 END", NULL},
		{STR("[[\"year\",\"budget\",\"x\"],[2015,1.5,\"a\"],[2016,null,\"b\"]]"),
		 "R1:24(year#2015 budget#1.5 x'a) R1:39(year#2016 budget0 x'b) 1 END", NULL},
		{STR("[[\"year\",\"budget\"]]"), "1 END", NULL},
		/* one known name, or a number, is no header; nor are names further down */
		{STR("[[\"year\",\"x\"],[\"year\",\"budget\"]]"), "P1:2('year 'x) P1:15('year 'budget) 1 END", NULL},
		{STR("[[\"year\",\"budget\",1]]"), "P1:2('year 'budget #1) 1 END", NULL},
		/* each array of arrays has its own */
		{STR("[[\"year\",\"budget\"],[1,2]] [[\"a\",3]]"), "R1:20(year#1 budget#2) P1:28('a #3) 2 END", NULL},
		{STR("[[\"year\",\"budget\"],[1,2],[3]]"), "R1:20(year#1 budget#2) 1 BAD",
		 "poc-tools: in:1:26: error: 1 values, the first array has 2\n"},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

/* The same inside one document. */
static void
lists_in_one_document(void **state)
{
	(void)state;
	feed_gives(rows, S("{\"a\":[[\"year\",\"budget\"],[1,2]],\"b\":[[\"x\",3]]}"), S("R1:25(year#1 budget#2) P1:37('x #3) 1 END"), "");
	feed_gives(rows, S("{\"a\":[[\"x\",3]],\"b\":[[\"year\",\"budget\"],[1,2]]}"), S("P1:7('x #3) R1:39(year#1 budget#2) 1 END"), "");
}

static void
columns(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"categories\":[2015,2016],\"budget\":[1.5,null]}"),
		 "CR1:1(categories#2015 budget#1.5) CR1:1(categories#2016 budget0) 1 END", NULL},
		/* single values repeat, wherever they stand */
		{STR("\n{\"unit\":\"musd\",\"categories\":[2015,2016],\"x\":{\"y\":true},\"p1\":[\"a\",\"b\"],\"z\":null}"),
		 "CR2:1(unit'musd x.y?true z0 categories#2015 p1'a) CR2:1(unit'musd x.y?true z0 categories#2016 p1'b) 1 END", NULL},
		{STR("{\"year\":[2015],\"budget\":[1]}"), "CR1:1(year#2015 budget#1) 1 END", NULL},
		{STR("{\"categories\":[]}"), "1 END", NULL}, {STR("{\"categories\":[2015]}"), "CR1:1(categories#2015) 1 END", NULL},
		/* what stands beside them and holds no number may have another length; so may what stands elsewhere */
		{STR("{\"categories\":[2015],\"colors\":[\"red\",\"blue\"],\"x\":{\"y\":[1,2,3]}}"), "CR1:1(categories#2015) 1 END", NULL},
		/* without categories and without two known names the arrays are no table */
		{STR("{\"year\":[2015],\"x\":[1]}"), "1 END", NULL}, {STR("{\"a\":[1],\"b\":[2],\"c\":3}"), "R1:1(c#3) 1 END", NULL},
		{STR("{\"a\":{\"categories\":[2015]},\"budget\":[1]}"), "CR1:1(categories#2015 budget#1) 1 END", NULL},
		{STR("{\"categories\":[2015],\"budget\":[1]} {\"categories\":[2016],\"budget\":[2]}"),
		 "CR1:1(categories#2015 budget#1) CR1:36(categories#2016 budget#2) 2 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
columns_of_other_lengths(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"categories\":[2015,2016],\"budget\":[1]}"), "1 BAD",
		 "poc-tools: in:1:1: error: \"budget\" has 1 value, \"categories\" has 2\n"},
		{STR(" {\"budget\":[1,2,3],\"year\":[2015,2016]}"), "1 BAD",
		 "poc-tools: in:1:2: error: \"year\" has 2 values, \"budget\" has 3\n"},
		{STR("{\"categories\":[],\"budget\":[1]}"), "1 BAD",
		 "poc-tools: in:1:1: error: \"budget\" has 1 value, \"categories\" has 0\n"},
		{STR("{\"categories\":[2015],\"budget\":[]}"), "1 BAD",
		 "poc-tools: in:1:1: error: \"budget\" has 0 values, \"categories\" has 1\n"},
		{STR("{\"categories\":[2015],\"p9\":[1,2]}"), "1 BAD",
		 "poc-tools: in:1:1: error: \"p9\" has 2 values, \"categories\" has 1\n"},
		{STR("{\"xAxis\":{\"categories\":[2015]},\"series\":[{\"name\":\"x\",\"data\":[]}]}"), "1 BAD",
		 "poc-tools: in:1:1: error: \"x\" has 0 values, \"categories\" has 1\n"},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
series(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"xAxis\":{\"categories\":[2015,2016]},\"series\":[{\"name\":\"budget\",\"data\":[1.5,null]},{\"data\":[3,4],\"name\":\"x\"}]}"),
		 "CR1:1(categories#2015 budget#1.5 x#3) CR1:1(categories#2016 budget0 x#4) 1 END", NULL},
		{STR("{\"series\":[{\"name\":\"budget\",\"color\":{\"a\":[1]},\"data\":[1]}],\"xAxis\":{\"categories\":[\"2015\"]},\"title\":{\"text\":\"t\"}}"),
		 "CR1:1(title.text't budget#1 categories'2015) 1 END", NULL},
		/* points that are more than a number */
		{STR("{\"categories\":[2015,2016],\"series\":[{\"name\":\"budget\",\"data\":[{\"y\":1,\"color\":[\"red\"]},{\"name\":\"a\",\"y\":null}]}]}"),
		 "CR1:1(categories#2015 budget#1) CR1:1(categories#2016 budget0) 1 END", NULL},
		/* and that say where they stand */
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[[2015,1],[2016,2]]},{\"name\":\"expenditure\",\"data\":[[2015,3],[2016,4]]}]}"),
		 "CR1:1(budget#1 expenditure#3 categories#2015) CR1:1(budget#2 expenditure#4 categories#2016) 1 END", NULL},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"x\":2015,\"y\":1}]}]}"), "CR1:1(budget#1 categories#2015) 1 END", NULL},
		/* beside them other arrays may stand */
		{STR("{\"a\":[\"x\"],\"series\":[{\"name\":\"budget\",\"data\":[[2015,1]]}]}"), "CR1:1(a'x budget#1 categories#2015) 1 END", NULL},
		/* what is no name and no data */
		{STR("{\"categories\":[2015],\"series\":[{\"name\":\"budget\",\"name\":7,\"data\":\"x\",\"data\":[1]}]}"),
		 "CR1:1(categories#2015 budget#1) 1 END", NULL},
		{STR("{\"series\":[]}"), "EMPTY 1 END", NULL},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[[2015,1]]},{\"name\":\"x\",\"data\":[[2016,1]]}]}"), "1 BAD",
		 "poc-tools: in:1:1: error: the points of \"x\" stand elsewhere than those of \"budget\"\n"},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"x\":1}]}]}"), "1 BAD",
		 "poc-tools: in:1:43: error: an object without one \"y\" among points of a series: the array is no table\n"},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"y\":[1]}]}]}"), "1 BAD",
		 "poc-tools: in:1:45: error: an object without one \"y\" among points of a series: the array is no table\n"},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"y\":1,\"y\":2}]}]}"), "1 BAD",
		 "poc-tools: in:1:49: error: an object without one \"y\" among points of a series: the array is no table\n"},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[[2015]]}]}"), "1 BAD",
		 "poc-tools: in:1:42: error: an array that is no pair of values among points of a series: the array is no table\n"},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[[2015,1,2]]}]}"), "1 BAD",
		 "poc-tools: in:1:45: error: an array that is no pair of values among points of a series: the array is no table\n"},
		{STR("{\"series\":[{\"name\":\"budget\"},1]}"), "1 BAD",
		 "poc-tools: in:1:30: error: another value among series: the array is no table\n"},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

/* A point has one place, whatever else it is called. */
static void
points_with_a_name(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"x\":2015,\"y\":1,\"name\":\"a\"}]}]}"), "CR1:1(budget#1 categories#2015) 1 END", NULL},
		{STR("{\"series\":[{\"name\":\"budget\",\"data\":[{\"name\":\"a\",\"x\":2015,\"y\":1}]}]}"), "CR1:1(budget#1 categories#2015) 1 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
no_tables(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[{\"a\":1},2]"), "R1:2(a#1) 1 BAD", "poc-tools: in:1:10: error: another value among objects: the array is no table\n"},
		{STR("[[1],\n{}]"), "P1:2(#1) 1 BAD", "poc-tools: in:2:1: error: another value among arrays: the array is no table\n"},
		{STR("[[1,[2]]]"), "1 BAD", "poc-tools: in:1:5: error: an array or object among values: the array is no table\n"},
		{STR("[[1,{}]]"), "1 BAD", "poc-tools: in:1:5: error: an array or object among values: the array is no table\n"},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
malformed(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[{\"a\":1},{\"a\":2"), "R1:2(a#1) 1 BAD",
		 "poc-tools: in:1:16: error: the input is cut short: it ends inside an object that begins at line 1, column 10\n"},
		{STR("{\"a\":1}\n}"), "R1:1(a#1) 1 BAD", "poc-tools: in:2:1: error: expected a value, found '}'\n"},
		{STR("{\"categories\":[2015],\"budget\":[1]"), "1 BAD",
		 "poc-tools: in:1:34: error: the input is cut short: it ends inside an object that begins at line 1, column 1\n"},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

/* Wherever it is cut: what comes out is the beginning of what the whole gives, and it is told unless nothing is missing. */
static void
cut(size_t at, struct str got, struct str whole, const char *said)
{
	size_t n = got.n;

	while (n > 0 && got.s[n - 1] != ')')
		n--;
	if (!str_starts(whole, (struct str){got.s, n}) || (*said == '\0') != (at == 0 || at == 63 || at == 64))
		fail_msg("cut at %zu: %.*s\n%s", at, (int)got.n, got.s, said);
}

static void
every_cut(void **state)
{
	const struct str text = S("{\"p\":1,\"items\":[{\"a\":{\"b\":[1,2]}},{\"a\":\"\\u00e9\"}],\"q\":[],\"r\":2}\n{\"categories\":[1],\"budget\":[1]}");

	(void)state;
	assert_int_equal(text.s[63], '\n');
	feed_cuts(rows, text, cut);
}

/* Of a chart nothing comes out before it is whole, and all of its parts are missed. */
static void
chart_cut(size_t at, struct str got, struct str whole, const char *said)
{
	(void)whole;
	if (!str_eq(got, at == 0 ? S("0 END") : S("1 BAD")) || (*said == '\0') != (at == 0))
		fail_msg("cut at %zu: %.*s\n%s", at, (int)got.n, got.s, said);
}

static void
every_cut_of_charts(void **state)
{
	static const struct str charts[] = {
		STR("{\"xAxis\":[{\"x\":{\"a\":[3]},\"categories\":[1,2],\"y\":4},{\"z\":[5]},6],\"series\":[{\"name\":\"budget\",\"data\":[7,8]}]}"),
		STR("{\"series\":[{\"name\":\"budget\",\"color\":{\"a\":[1]},\"data\":[{\"x\":1,\"y\":2,\"z\":[3]},[4,5]]},{\"name\":\"x\"}]}"),
		STR("{\"year\":[1,2],\"budget\":[3,4],\"codes\":[[5,[6]],{\"a\":[[7],{\"b\":8}]}]}"),
	};

	(void)state;
	for (size_t i = 0; i < countof(charts); i++)
		feed_cuts(rows, charts[i], chart_cut);
}

/* A page holds several values: the count goes on, whatever state the one before was left in. */
static void
switching(void **state)
{
	char one[40 + SOURCE_PAD] = "{\"categories\":[2015],\"budget\":[1]}", two[30 + SOURCE_PAD] = "[[\"year\",\"budget\"],[1,2]]";
	char three[10 + SOURCE_PAD] = "[[\"a\",1]]";
	static struct jsonrows rows;
	struct source a, b, c;
	struct record r;
	struct buf out = {.n = 0};

	(void)state;
	source_mem(&a, one, strlen(one), (struct pos){"in", 3, 5});
	source_mem(&b, two, strlen(two), (struct pos){"in", 7, 1});
	source_mem(&c, three, strlen(three), (struct pos){"in", 9, 0});
	jsonrows_open(&rows, &a, known);
	while (jsonrows_next(&rows, &r) == READ_OK)
		note_record(&out, &r);
	jsonrows_switch(&rows, &b);
	while (jsonrows_next(&rows, &r) == READ_OK)
		note_record(&out, &r);
	jsonrows_switch(&rows, &c);
	while (jsonrows_next(&rows, &r) == READ_OK)
		note_record(&out, &r);
	if (!str_eq(buf_str(&out), S("CR3:5(categories#2015 budget#1) R7:20(year#1 budget#2) P9:0('a #1) ")))
		fail_msg("%.*s", (int)out.n, out.data);
	assert_int_equal(rows.values, 3);
	jsonrows_close(&rows);
	source_close(&a);
	source_close(&b);
	source_close(&c);
	free(out.data);
}

/* @n behind a value: the element of an array that it stands in. */
static void
elements_of(struct source *src, struct buf *out)
{
	static struct jsonrows rows;
	struct record r;

	jsonrows_open(&rows, src, known);
	while (jsonrows_next(&rows, &r) == READ_OK) {
		for (size_t i = 0; i < r.shape->n; i++) {
			buf_add(out, r.cell[i].text);
			note(out, "@%u ", r.cell[i].element);
		}
		note(out, "| ");
	}
	jsonrows_close(&rows);
}

/* Numbered through the record; arrays inside one keep its number. */
static void
elements(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[{\"a\":9,\"b\":[7,8],\"c\":6},{\"b\":[5]}]"), "9@0 7@1 8@2 6@0 | 5@1 | ", NULL},
		{STR("[{\"a\":[{\"b\":9,\"c\":8},{\"b\":7}],\"d\":[6],\"e\":5}]"), "9@1 8@1 7@2 6@3 5@0 | ", NULL},
		{STR("[{\"a\":[[9,8],7,{\"b\":[6,5],\"c\":4}],\"d\":{\"e\":3}}]"), "9@1 8@1 7@2 6@3 5@3 4@3 3@0 | ", NULL},
		{STR("[{\"a\":[[],{},9]}]"), "9@3 | ", NULL}, {STR("[[\"x\",9]]"), "x@0 9@0 | ", NULL},
	};

	(void)state;
	feed_all(elements_of, cases, countof(cases));
}

/* HXL tags in the second array win over names in the first; further down they are values. */
static void
tags_in_lists(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[[\"year\",\"budget\"],[\"x\",\"y\"],[1,2]]"), "R1:20(year'x budget'y) R1:30(year#1 budget#2) 1 END", NULL},
		{STR("[[\"year\",\"budget\"],[\"#year\",\"#budget\"],[1,2]]"), "R1:40(#year#1 #budget#2) 1 END", NULL},
		{STR("[[\"year\",\"budget\",\"x\"],[\"#year\",\"#budget\",\"\"],[1,2,3]]"), "R1:47(#year#1 #budget#2 #3) 1 END", NULL},
		{STR("[[\"year\",\"budget\"],[1,2],[\"#year\",\"#budget\"]]"), "R1:20(year#1 budget#2) R1:26(year'#year budget'#budget) 1 END",
		 NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
charts_and_axes(void **state)
{
	static const struct feed_case cases[] = {
		{STR("[{\"categories\":[1],\"budget\":[2]}]"), "1 BAD",
		 "poc-tools: in:1:16: error: a chart inside an array; give the charts one after another\n"},
		{STR("{\"xAxis\":[{\"x\":[3],\"categories\":[1,2],\"y\":{}},{\"categories\":[7]}],\"series\":[{\"name\":\"budget\","
		     "\"data\":[5,6]}]}"), "CR1:1(categories#1 budget#5) CR1:1(categories#2 budget#6) 1 END", NULL},
		{STR("{\"xAxis\":[{\"categories\":null}],\"series\":[{\"name\":\"budget\",\"data\":[[1,5],[2,6]]}]}"),
		 "CR1:1(budget#5 categories#1) CR1:1(budget#6 categories#2) 1 END", NULL},
	};

	(void)state;
	feed_all(rows, cases, countof(cases));
}

static void
unreadable(void **state)
{
	(void)state;
	feed_fails(rows);
}

/* Records that promise padding have it: their texts stand in the input. Those below names are copies. */
static void
padding(void **state)
{
	char text[] = "[[\"year\",\"budget\"],[2015,1.5],[2016,2.5]] [[1,2],[3,4],[5,6]]################################################################";
	static struct jsonrows rows;
	struct record r = {.bare = false};
	struct source src;
	size_t padded = 0;

	(void)state;
	source_mem(&src, text, strcspn(text, "#"), (struct pos){"in", 1, 1});
	jsonrows_open(&rows, &src, known);
	for (; jsonrows_next(&rows, &r) == READ_OK; padded += r.padded, r = (struct record){.bare = false})
		for (size_t i = 0; r.padded && i < r.shape->n; i++)
			assert_true(r.cell[i].text.s >= text && r.cell[i].text.s < text + sizeof text);
	assert_true(padded > 0);
	jsonrows_close(&rows);
	source_close(&src);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unreadable), cmocka_unit_test(padding), cmocka_unit_test(objects), cmocka_unit_test(one_object), cmocka_unit_test(envelopes), cmocka_unit_test(names_behind_rows),
		cmocka_unit_test(nothing), cmocka_unit_test(lists), cmocka_unit_test(lists_in_one_document), cmocka_unit_test(columns),
		cmocka_unit_test(columns_of_other_lengths), cmocka_unit_test(series), cmocka_unit_test(points_with_a_name),
		cmocka_unit_test(no_tables), cmocka_unit_test(malformed), cmocka_unit_test(every_cut), cmocka_unit_test(every_cut_of_charts), cmocka_unit_test(switching),
		cmocka_unit_test(elements), cmocka_unit_test(tags_in_lists), cmocka_unit_test(charts_and_axes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
