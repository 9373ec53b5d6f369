#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "table.h"

static bool
known(struct str name)
{
	static const struct str keys[] = {STR("categories"), STR("year"), STR("budget"), STR("country")};

	for (size_t i = 0; i < countof(keys); i++)
		if (str_folds_to(name, keys[i]))
			return true;
	return false;
}

static struct table_how how = {.known = known};
static unsigned dull;
static bool apart; /* JSON of a page is looked at as a whole before it is read */

/* R2:0(year=2015 budget=1): a record behind its kind and place; @n: the JSON value, C: a chart, *: cut, [x]: the operation. */
static void
records(struct source *src, struct buf *out)
{
	static const char kinds[] = {[RECORD_ROW] = 'R', [RECORD_PAIR] = 'P', [RECORD_LINE] = 'L', [RECORD_ITEM] = 'I', [RECORD_ENVELOPE] = 'E'};
	static struct table t;
	struct record r;
	enum read got;

	table_open(&t, src, &how);
	t.dull = dull;
	if (apart)
		t.page.takes = NULL;
	while ((got = table_next(&t, &r)) == READ_OK) {
		assert_non_null(r.caption);
		assert_string_equal(r.at.file, "in");
		buf_add(out, buf_str(&r.caption->operation));
		note(out, "%s%c%zu:%zu", r.kind == RECORD_ROW && r.chart ? "C" : "", kinds[r.kind], r.at.line, r.at.column);
		if (r.value)
			note(out, "@%zu", r.value);
		buf_byte(out, '(');
		for (size_t i = 0; i < r.shape->n; i++) {
			buf_add(out, i > 0 ? S(" ") : S(""));
			buf_add(out, r.shape->name[i]);
			buf_add(out, r.shape->name[i].n ? S("=") : S(""));
			buf_add(out, r.cell[i].text);
		}
		buf_add(out, r.cut ? S(")* ") : S(") "));
	}
	note(out, "%s%s", table_empty(&t) ? "EMPTY " : "", got == READ_END ? "END" : got == READ_BAD ? "BAD" : "FAIL");
	table_close(&t);
}

static int
end_how(void **state)
{
	(void)state;
	how = (struct table_how){.known = known};
	dull = 0;
	apart = false;
	return 0;
}

static void
csv(void **state)
{
	static const struct feed_case cases[] = {
		{STR("year,budget\n2015,1\n2016,\n"), "R2:0(year=2015 budget=1) R3:0(year=2016 budget=) END", NULL},
		{STR(" Year ;\"a;b\";BUDGET\r\n\"2015\";x;\xC2\xA0" "1\xC2\xA0\r\n"), "R2:0(Year=2015 a;b=x BUDGET=1) END", NULL},
		{STR("year\tbudget\n2015\t1"), "R2:0(year=2015 budget=1) END", NULL},
		{STR("year,budget\n\n\"20\n15\",1\n2016,2\n"), "R3:0(year=20\n15 budget=1) R5:0(year=2016 budget=2) END", NULL},
		{STR("\xEF\xBB\xBFyear,budget\n1,2\n"), "R2:0(year=1 budget=2) END", NULL},
		/* what stands above the header */
		{STR("About x\n\nMore, and more\nyear,budget\n1,2\n"), "R5:0(year=1 budget=2) END", NULL},
		{STR("\"About\nyear,budget\"\nyear,budget\n1,2\n"), "R4:0(year=1 budget=2) END", NULL},
		/* a row of tags is a header, too */
		{STR("#date+year,#value\n1,2\n"), "R2:0(#date+year=1 #value=2) END", NULL},
		/* tables that were joined with cat */
		{STR("year,budget\n1,2\nyear,budget\n3,4\n"), "R2:0(year=1 budget=2) R4:0(year=3 budget=4) END", NULL},
		{STR("year,budget\nyear,budget\nYear,budget\n"), "R3:0(year=Year budget=budget) END", NULL},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
csv_errors(void **state)
{
	static const struct feed_case cases[] = {
		{STR("year,budget\n1,2\n3\n"), "R2:0(year=1 budget=2) BAD", "poc-tools: in:3: error: 1 field, the header in line 1 has 2\n"},
		{STR("year,budget\n1,2,3\n"), "EMPTY BAD", "poc-tools: in:2: error: 3 fields, the header in line 1 has 2\n"},
		{STR("year,budget\n1,2\n\n1,\"2\n"), "R2:0(year=1 budget=2) BAD",
		 "poc-tools: in:4: error: the record that begins here has a quoted field that never ends\n"},
		/* a header is what its own fields say, whatever a longer record in front of it had behind them */
		{STR("x,a,year\nb,budget\nyear,budget\n1,2\n"), "R4:0(year=1 budget=2) END", NULL},
		{STR("a\rb\nyear,budget\n1,2\n"), "BAD",
		 "poc-tools: in:1:2: error: a carriage return that ends no line; if it is meant to, convert the file: tr '\\r' '\\n'\n"},
	};

	(void)state;
	how.form = FORM_CSV;
	feed_all(records, cases, countof(cases));
}

/* Where no header is found, the first record's names come out once, without values: for whoever says what is missing. */
static void
csv_without_a_header(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a,b\n1,2\n3,4\n"), "R1:0(a= b=) END", NULL}, {STR("\n\nyear\n2015\n"), "R3:0(year=) END", NULL},
		{STR("a\n"), "R1:0(a=) END", NULL}, {STR(""), "END", NULL}, {STR("\n"), "END", NULL},
		{STR("year,budget\n"), "EMPTY END", NULL},
	};

	(void)state;
	how.form = FORM_CSV;
	feed_all(records, cases, countof(cases));
}

static void
header_in_record(size_t n, const char *want)
{
	struct buf text = {.n = 0};

	for (size_t i = 1; i < n; i++)
		buf_add(&text, S("about,this,file\n\n"));
	buf_add(&text, S("year,budget\n1,2\n"));
	how.form = FORM_CSV;
	feed_gives(records, buf_str(&text), str_of(want), "");
	free(text.data);
}

static void
csv_preamble(void **state)
{
	(void)state;
	header_in_record(SNIFF_RECORDS, "R60:0(year=1 budget=2) END");
	header_in_record(SNIFF_RECORDS + 2, "R1:0(about= this= file=) END");
}

static void
csv_delimiters(void **state)
{
	static const struct {
		char delimiter;
		struct feed_case c;
	} cases[] = {
		{';', {STR("year;budget\n1;2,3\n"), "R2:0(year=1 budget=2,3) END", NULL}}, {':', {STR("year:budget\n1:2\n"), "R2:0(year=1 budget=2) END", NULL}},
		{';', {STR("year,budget\n1,2\n"), "R1:0(year,budget=) END", NULL}}, {'\0', {STR("year|budget\n1|2\n"), "R2:0(year=1 budget=2) END", NULL}},
		/* nothing known: a comma */
		{'\0', {STR("a;b,c\n1;2,3\n"), "R1:0(a;b= c=) END", NULL}},
	};

	(void)state;
	how.form = FORM_CSV;
	for (size_t i = 0; i < countof(cases); i++) {
		how.delimiter = cases[i].delimiter;
		feed_all(records, &cases[i].c, 1);
	}
}

static void
headers(void **state)
{
	char text[20 + SOURCE_PAD] = "About\nyear,budget\n", none[10 + SOURCE_PAD] = "a,b\n1,2\n";
	static struct table t;
	struct source src;
	struct record r;

	(void)state;
	how.form = FORM_CSV;
	source_mem(&src, text, strlen(text), (struct pos){"in", 1, 1});
	table_open(&t, &src, &how);
	assert_null(table_header(&t));
	assert_int_equal(table_next(&t, &r), READ_END);
	assert_non_null(table_header(&t));
	assert_int_equal(table_header(&t)->n, 2);
	assert_true(str_eq(table_header(&t)->name[1], S("budget")));
	assert_int_equal(table_header(&t)->at.line, 2);
	assert_true(table_empty(&t));
	table_close(&t);
	source_close(&src);
	source_mem(&src, none, strlen(none), (struct pos){"in", 1, 1});
	table_open(&t, &src, &how);
	assert_int_equal(table_next(&t, &r), READ_OK);
	assert_null(table_header(&t));
	assert_false(table_empty(&t));
	assert_int_equal(table_next(&t, &r), READ_END);
	table_close(&t);
	source_close(&src);
}

/* One shape for all rows of a table. */
static void
shapes(void **state)
{
	char text[20 + SOURCE_PAD] = "year,budget\n1,2\n3,4\n", json[40 + SOURCE_PAD] = "[{\"year\":1},{\"year\":2},{\"budget\":3}]";
	static struct table t;
	struct source src;
	struct record r;
	unsigned serial;

	(void)state;
	source_mem(&src, text, strlen(text), (struct pos){"in", 1, 1});
	table_open(&t, &src, &how);
	assert_int_equal(table_next(&t, &r), READ_OK);
	serial = r.shape->serial;
	assert_int_equal(r.shape->at.line, 1);
	assert_int_equal(table_next(&t, &r), READ_OK);
	assert_int_equal(r.shape->serial, serial);
	table_close(&t);
	source_close(&src);
	source_mem(&src, json, strlen(json), (struct pos){"in", 1, 1});
	table_open(&t, &src, &how);
	assert_int_equal(table_next(&t, &r), READ_OK);
	assert_true(r.shape->serial != serial);
	serial = r.shape->serial;
	assert_int_equal(table_next(&t, &r), READ_OK);
	assert_int_equal(r.shape->serial, serial);
	assert_int_equal(r.shape->at.column, 2);
	assert_int_equal(table_next(&t, &r), READ_OK);
	assert_true(r.shape->serial != serial);
	assert_int_equal(r.shape->at.column, 24);
	table_close(&t);
	source_close(&src);
}

static void
json(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"year\":2015,\"budget\":null}\n{\"year\":2016}\n"), "R1:1@1(year=2015 budget=) R2:1@2(year=2016) END", NULL},
		{STR("{\"page\":1,\"items\":[{\"year\":1}]}"), "R1:20@1(year=1) E1:1@1(page=1) END", NULL},
		{STR("[[\"Refugees\",1]] {\"categories\":[1],\"budget\":[2]}"), "P1:2@1(Refugees 1) CR1:18@2(categories=1 budget=2) END", NULL},
		{STR("[]"), "EMPTY END", NULL}, {STR("{\"items\":[]}"), "EMPTY END", NULL}, {STR("{}"), "END", NULL},
		{STR("[{\"year\":1},{"), "R1:2@1(year=1) BAD",
		 "poc-tools: in:1:14: error: the input is cut short: it ends inside an object that begins at line 1, column 13\n"},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
pages(void **state)
{
	static const struct feed_case cases[] = {
		{STR("2019  275,779\n- Brazil\n"), "L1:1(2019 275,779) I2:1(Brazil) END", NULL}, {STR(""), "END", NULL},
		{STR("a"), "L1:1(a)* END", NULL},
		/* headings go into the caption, wherever they stand */
		{STR("a\nOperation: Mali\nb\n- People of Concern\nc\nOperation: Chad\nd\n"), "L1:1(a) MaliL3:1(b) MaliL5:1(c) ChadL7:1(d) END", NULL},
		/* JSON among the lines; its values are counted over the page */
		{STR("Operation: Mali\n2019 {\"categories\":[1],\"budget\":[2]} [[\"Refugees\",1]]\nb {\"year\":1,\"budget\":2}\n"),
		 "MaliL2:1(2019) MaliCR2:6@1(categories=1 budget=2) MaliP2:39@2(Refugees 1) MaliL3:1(b) MaliR3:3@3(year=1 budget=2) END", NULL},
		{STR("a {\"items\":[]}\n"), "L1:1(a) EMPTY END", NULL},
		{STR("{ x\n{\"year\":1,\"z\":[[1]\n]}\nb\n"), "L1:1({ x) P2:16@1(1) R2:1@1(year=1) L4:1(b) END", NULL},
		{STR("a\n{\"year\":1"), "L1:1(a) BAD",
		 "poc-tools: in:2:10: error: the input is cut short: it ends inside an object that begins at line 2, column 1\n"},
	};

	(void)state;
	feed_all(records, cases, 6);
	feed_all(records, cases + 7, 1);
}

static void
html(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<!DOCTYPE html>\n<h1>Operation: Mali</h1>\n<ul><li>Brazil</ul>\n<p>x {&quot;year&quot;:1}</p></html>\nOperation: Chad\ny\n"),
		 "MaliI3:0(Brazil) MaliL4:0(x) MaliR4:0@1(year=1) ChadL6:1(y) END", NULL},
		{STR("<p>a"), "L1:0(a)* END", NULL},
		{STR("<p>a<p>b<p"), "L1:0(a) L1:0(b) BAD", "poc-tools: in:1:9: error: the input ends inside a tag: it is cut short\n"},
	};

	(void)state;
	feed_all(records, cases, 2);
}

/* A form that is told is believed. */
static void
told_forms(void **state)
{
	(void)state;
	how.form = FORM_TEXT;
	feed_gives(records, S("year,budget\n1,2\n"), S("L1:1(year,budget) L2:1(1,2) END"), "");
	feed_gives(records, S("{\"year\":1}\n"), S("R1:1@1(year=1) END"), "");
	feed_gives(records, S("[1]\n"), S("L1:1([1]) END"), "");
	how.form = FORM_HTML;
	feed_gives(records, S("a\nb<p>"), S("L1:0(a b) END"), "");
	how.form = FORM_JSON;
	feed_gives(records, S("year,budget\n"), S("BAD"), "poc-tools: in:1:1: error: expected a value, found 'y'\n");
	how.form = FORM_CSV;
	feed_gives(records, S("{\"year\":1}\n"), S("BAD"),
	           "poc-tools: in:1:2: error: a quote (\") inside a field: a field that holds quotes must itself stand in quotes, with "
	           "every inner quote doubled\n");
}

static void
unreadable(void **state)
{
	(void)state;
	for (int form = FORM_AUTO; form <= FORM_CSV; form++) {
		how.form = (enum form)form;
		feed_fails(records);
	}
}

/* A row of HXL tags below names is the header; what stands above it is none. */
static void
rows_of_tags(void **state)
{
	static const struct feed_case cases[] = {
		{STR("year,budget\n#date+year,#value\n1,2\n"), "R3:0(#date+year=1 #value=2) END", NULL},
		{STR("a\nyear,budget\n#date+year,\n1,2\n"), "R3:0(year=#date+year budget=) R4:0(year=1 budget=2) END", NULL},
		{STR("year,budget\nName,Code\n#date+year,#value\n1,2\n"), "R4:0(#date+year=1 #value=2) END", NULL},
		{STR("year,budget,x\n#date+year,#value,\n1,2,3\n"), "R3:0(#date+year=1 #value=2 3) END", NULL},
		{STR("year,budget\n#date+year,x\n"), "R2:0(year=#date+year budget=x) END", NULL},
		{STR("Title\n\nyear,budget\n#date+year,#value\n1,2\n3\n"), "R5:0(#date+year=1 #value=2) BAD",
		 "poc-tools: in:6: error: 1 field, the header in line 4 has 2\n"},
		/* other titles between, however slowly it all comes in */
		{STR("year,budget\nYear,In dollars\n,\n#date+year,#value\n1,2\n"), "R5:0(#date+year=1 #value=2) END", NULL},
		/* joined with cat */
		{STR("year,budget\n#date+year,#value\n1,2\nyear,budget\n#date+year,#value\n3,4\n"),
		 "R3:0(#date+year=1 #value=2) R6:0(#date+year=3 #value=4) END", NULL},
		{STR("#date+year,#value\n1,2\n#date+year,#value\n3,4\n"), "R2:0(#date+year=1 #value=2) R4:0(#date+year=3 #value=4) END",
		 NULL},
		/* in a field they are text */
		{STR("year,budget\n1,\"x\n#a,#b\n\"\n"), "R2:0(year=1 budget=x\n#a,#b) END", NULL},
		/* nothing below */
		{STR("year,budget\n#date+year,#value\n"), "EMPTY END", NULL}, {STR("year,budget\n#date+year,#value"), "EMPTY END", NULL},
		{STR("#date+year,#value\n"), "EMPTY END", NULL},
		/* what stands behind is looked at, and not told before its time */
		{STR("year,budget\n1,2,3\nx\xFF"), "EMPTY BAD", "poc-tools: in:2: error: 3 fields, the header in line 1 has 2\n"},
		{STR("year,budget\nx\xFF"), "EMPTY BAD",
		 "poc-tools: in:2:2: error: what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1\n"},
		{STR("year,budget\n#date+year,#value\n1,\"2"), "EMPTY BAD",
		 "poc-tools: in:3: error: the record that begins here has a quoted field that never ends\n"},
	};

	(void)state;
	how.form = FORM_CSV;
	feed_all(records, cases, countof(cases));
}

/* Lines that are not wanted are passed over, headings are not; those that come again are known; so are layouts of JSON. */
static void
dull_lines(void **state)
{
	static const struct feed_case cases[] = {
		{STR("Operation: A\nSome words\n\nPeople of Concern\n2019 5\n[[\"x\",1]]\nBudgets and Expenditure\nb\n{\"a\":1}\n"
		     "Operation: B\nSome [words\n\nPeople of Concern\n2019 6\n[[\"y\",2]]\nBudgets and Expenditure\r\n{\"a\":2}\n"
		     "People of Concern - 2018\n7\nPeople of Concern\n8\n< Back\n9\n"),
		 "AL5:1(2019 5) AP6:2@1(x 1) AR9:1@2(a=1) BL14:1(2019 6) BP15:2@3(y 2) BR17:1@4(a=2) BL19:1(7) BL21:1(8) END", NULL},
		{STR("Operation:\nCongo\nwords\n{\"a\":1}\n"), "CongoR4:1@1(a=1) END", NULL},
		{STR("Operation:\r\nCongo\r\nwords\r\n\r\n{\"a\":1}\r\n"), "CongoR5:1@1(a=1) END", NULL},
		{STR("words\nw\rx\n{\"a\":1}\n"), "BAD",
		 "poc-tools: in:2:2: error: a carriage return that ends no line; if it is meant to, convert the file: tr '\\r' '\\n'\n"},
	};

	(void)state;
	how.form = FORM_TEXT;
	dull = ~(1u << SECTION_PEOPLE);
	feed_all(records, cases, countof(cases));
}

static const char *
any(const char *const *list, size_t n)
{
	return list[(size_t)rand() % n];
}

/* A page with values that are like others, now and then one that is strange; what stands behind them may be strange, too. */
static void
add_page(struct buf *text)
{
	static const char *const begins[] = {"Operation: A\n", "Operation: B\n\n", "words\n", "People of Concern\n", "<p>"};
	static const char *const values[] = {
		"{\"categories\":[2015,2016],\"p1\":[1,%d]}", "[[\"a\",%d],[\"b\",2]]", "[[\"a\",%d.5],[\"b c\",-2],[\"\",0]]",
		"{\"categories\":[2015,%d],\"budget\":[1.5,null]}",
		"{\"categories\":[2015,2016],\"p1\":[1,%d],\"p2\":[3,4]}",
		"{\"longitude\":%d,\"iso_codes\":\"'MLI'\"}", "{\"longitude\":%d,\"iso_codes\":\"'KEN'\"}",
		"[[\" a \",%d]]", "[[\"year\",\"budget\"],[2015,%d]]", "[[\"a\",%d],[\"b\",true]]", "[[\"a\",\"%d\"]]", "[[\"a\", %d ]]",
		"[[\"a\\n\",%d]]", "[[\"a\",0%d]]", "[[\"a\",%d],]", "[[\"a\",%d]", "{\"categories\":[2015,%d],\n\"budget\":[1.5,2]}",
		"{\"categories\":[2015,%d],\n<b>\"budget\":[1.5,2]}", "{\"categories\":[%d],\r\n\"budget\":[1.5]}", "{\"a\":%d,\r\"b\":2}",
		"{\"a\":%d,\"b\":[[1]]}", "{\"a\":%d}", "{\"a\":%d]",
		"[\n[\"a\",%d]]", "[{\"year\":%d,\"budget\":1},{\"year\":2,\"budget\":2}]",
	};
	static const char *const ends[] = {"\n", "\r\n", "\n\n", "\nwords\n", " \n", " words\n", "", "\r", "]\n", "{\"a\":1}\n"};
	bool strange = rand() % 3 == 0;

	note(text, "%s", any(begins, rand() % 10 ? 4 : countof(begins)));
	for (int n = rand() % 6; n > 0; n--) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		note(text, any(values, strange && rand() % 10 == 0 ? countof(values) : 7), rand() >> rand() % 31);
#pragma GCC diagnostic pop
		note(text, "%s", any(ends, strange && rand() % 10 == 0 ? countof(ends) : 4));
	}
}

/* JSON that is taken from a page gives what it gives where its end is looked for first. */
static void
taken(void **state)
{
	(void)state;
	how.form = FORM_TEXT;
	for (int i = 0; i < 6000; i++) {
		struct buf text = {.n = 0}, out[2] = {{.n = 0}};
		size_t chunk = i % 2 ? 0 : (size_t)(1 + rand() % 200);

		for (int pages = rand() % 8; pages >= 0; pages--)
			add_page(&text);
		dull = rand() % 2 ? ~0u : 0;
		for (int k = 0; k < 2; k++) {
			int fd = feed(buf_str(&text), chunk);
			struct source src;

			apart = k == 0;
			assert_true(source_fd(&src, fd, "in", NULL));
			hear();
			records(&src, &out[k]);
			note(&out[k], "%s", heard());
			source_close(&src);
			close(fd);
		}
		if (!str_eq(buf_str(&out[0]), buf_str(&out[1])))
			fail_msg("%.*s: %.*s instead of %.*s", (int)text.n, text.data, (int)out[1].n, out[1].data, (int)out[0].n,
			         out[0].data);
		free(text.data);
		free(out[0].data);
		free(out[1].data);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(unreadable, end_how),
		cmocka_unit_test_teardown(taken, end_how),
		cmocka_unit_test(csv),
		cmocka_unit_test_teardown(dull_lines, end_how),
		cmocka_unit_test_teardown(csv_errors, end_how),
		cmocka_unit_test_teardown(csv_without_a_header, end_how),
		cmocka_unit_test_teardown(csv_preamble, end_how),
		cmocka_unit_test_teardown(csv_delimiters, end_how),
		cmocka_unit_test_teardown(headers, end_how),
		cmocka_unit_test_teardown(rows_of_tags, end_how),
		cmocka_unit_test(shapes),
		cmocka_unit_test(json),
		cmocka_unit_test(pages),
		cmocka_unit_test(html),
		cmocka_unit_test_teardown(told_forms, end_how),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
