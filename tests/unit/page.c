#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "page.h"

/* L1:1<a> I2:1<b> J3:1<{"c":1}>: lines, items and JSON behind their places; * behind what may be cut, x where a list has ended. */
static void
read_page(struct source *src, struct buf *out, bool markup)
{
	struct page p;
	enum page_block block;

	page_open(&p, src, markup);
	while ((block = page_next(&p)) == PAGE_LINE || block == PAGE_ITEM || block == PAGE_JSON) {
		struct str text = block == PAGE_JSON ? (struct str){p.value.at, (size_t)(p.value.end - p.value.at)} : p.text;

		assert_string_equal(p.pos.file, "in");
		assert_true(text.n > 0);
		if (block != PAGE_JSON && p.apart)
			buf_byte(out, 'x');
		note(out, "%c%zu:%zu<", block == PAGE_LINE ? 'L' : block == PAGE_ITEM ? 'I' : 'J', p.pos.line, p.pos.column);
		buf_add(out, text);
		buf_add(out, block != PAGE_JSON && p.cut ? S(">* ") : S("> "));
		if (block == PAGE_JSON) {
			assert_int_equal(source_pos(&p.value, p.value.at).line, p.pos.line);
			assert_int_equal(source_pos(&p.value, p.value.at).column, p.pos.column);
		}
	}
	buf_add(out, block == PAGE_END ? S("END") : block == PAGE_BAD ? S("BAD") : S("FAIL"));
	page_close(&p);
}

static void
page(struct source *src, struct buf *out)
{
	read_page(src, out, false);
}

static void
html_page(struct source *src, struct buf *out)
{
	read_page(src, out, true);
}

static void
lines(void **state)
{
	static const struct feed_case cases[] = {
		{STR(""), "END", NULL}, {STR("\n \r\n\t\n"), "END", NULL}, {STR("a\n"), "L1:1<a> END", NULL}, {STR("a"), "L1:1<a>* END", NULL},
		{STR("a\n\n b\r\n"), "L1:1<a> L3:1<b> END", NULL}, {STR("\xEF\xBB\xBF" "a\n"), "L1:1<a> END", NULL},
		{STR(" a  b\t c \n"), "L1:1<a b c> END", NULL},
		{STR("\xC2\xA0" "a\xC2\xA0\xC2\xA0 b\xE2\x80\xAF" "c\xE2\x80\x87\n"), "L1:1<a b c> END", NULL},
		{STR("2019 | 275,779 |\n"), "L1:1<2019 | 275,779 |> END", NULL}, {STR("a\n\xC2\xA0"), "L1:1<a> END", NULL},
		{STR("[x] (y) {z}\n"), "L1:1<[x] (y) {z}> END", NULL}, {STR("[[1,2]]\n"), "L1:1<[[1,2]]> END", NULL},
		{STR("{'a':1}\n"), "L1:1<{'a':1}> END", NULL}, {STR("a <b>b</b>\n< Back\n<1\n<\n"), "L1:1<a <b>b</b>> L2:1<< Back> L3:1<<1> L4:1<<> END", NULL},
	};

	(void)state;
	feed_all(page, cases, countof(cases));
	feed_gives(page, S("a\0b\n"), S("L1:1<a\0b> END"), "");
}

static void
items(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\xE2\x80\xA2 a\n- b\n* c\n"), "I1:1<a> I2:1<b> I3:1<c> END", NULL},
		{STR("  \xE2\x80\xA2\xC2\xA0 30-JUN-2020  \n"), "I1:1<30-JUN-2020> END", NULL}, {STR("\xE2\x80\xA2" "a\n"), "I1:1<a> END", NULL},
		{STR("-\xC2\xA0" "a b\n"), "I1:1<a b> END", NULL}, {STR("- a"), "I1:1<a>* END", NULL},
		{STR("-1\n-a\n**a**\n*\n-\n--- b\n"), "L1:1<-1> L2:1<-a> L3:1<**a**> L4:1<*> L5:1<-> L6:1<--- b> END", NULL},
		{STR("\xE2\x80\xA2\n\xE2\x80\xA2 \na\n"), "L3:1<a> END", NULL}, {STR("- - a\n"), "I1:1<- a> END", NULL},
	};

	(void)state;
	feed_all(page, cases, countof(cases));
}

static void
json(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\"a\":1}\n"), "J1:1<{\"a\":1}> END", NULL}, {STR("[[\"a\",1]]"), "J1:1<[[\"a\",1]]> END", NULL},
		{STR("[{\"a\":1}]\nx\n"), "J1:1<[{\"a\":1}]> L2:1<x> END", NULL},
		{STR("2019 {\"a\":1} {\"b\":2} c\n"), "L1:1<2019> J1:6<{\"a\":1}> J1:14<{\"b\":2}> L1:21<c> END", NULL},
		{STR("\xE2\x80\xA2 a {\"b\":1}{\"c\":2}d\n"), "I1:1<a> J1:7<{\"b\":1}> J1:14<{\"c\":2}> L1:21<d> END", NULL},
		{STR("{\"a\":\"}]\\\"\\\\\"}x\n"), "J1:1<{\"a\":\"}]\\\"\\\\\"}> L1:15<x> END", NULL},
		{STR("{\"a\":[{},[]]}\n"), "J1:1<{\"a\":[{},[]]}> END", NULL}, {STR("x{\"a\":1}"), "L1:1<x> J1:2<{\"a\":1}> END", NULL},
		/* the nearest bracket that begins some */
		{STR("[x] {y {\"a\":1}\n"), "L1:1<[x] {y> J1:8<{\"a\":1}> END", NULL}, {STR("[[{\"a\":1}]]\n"), "L1:1<[> J1:2<[{\"a\":1}]> L1:11<]> END", NULL},
		/* over lines */
		{STR("{\"a\":\n\n1}\nx\n"), "J1:1<{\"a\":\n\n1}> L4:1<x> END", NULL},
		{STR("y {\"a\n}b\":\n1} z\n"), "L1:1<y> J1:3<{\"a\n}b\":\n1}> L3:3<z> END", NULL},
		{STR("{ \n\"a\":1}\n"), "J1:1<{ \n\"a\":1}> END", NULL}, {STR("x [\n\n [\n\"a\",1]]\n"), "L1:1<x> J1:3<[\n\n [\n\"a\",1]]> END", NULL},
		{STR("[\r\n{\r\n\"a\":1}]\r\n"), "J1:1<[\r\n{\r\n\"a\":1}]> END", NULL}, {STR("[\t[ \"a\"]]\n"), "J1:1<[\t[ \"a\"]]> END", NULL},
		/* brackets that begin none */
		{STR("x [\ny\n"), "L1:1<x> L2:1<y> END", NULL}, {STR("{\n\n}\n"), "L3:1<}> END", NULL}, {STR("[\n{\"a\":1}]\nb\n"), "J1:1<[\n{\"a\":1}]> L3:1<b> END", NULL},
		{STR("{\n{\"a\":1}\n"), "J2:1<{\"a\":1}> END", NULL}, {STR("[ [\n- a\n"), "I2:1<a> END", NULL},
	};

	(void)state;
	feed_all(page, cases, countof(cases));
}

/* Wherever quotes, brackets and what is escaped stand among the blocks that are looked at at once. */
static void
json_in_every_place(void **state)
{
	struct buf value = {.n = 0}, text = {.n = 0}, want = {.n = 0};

	(void)state;
	for (int k = 0; k < 140; k++) {
		value.n = text.n = want.n = 0;
		note(&value, "{\"a\\\"%.*s\":[\"b\",{\"c\":\"\\\\\"}]}", k, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
		note(&text, "%.*s\nend {\"d\":1}\n", (int)value.n, value.data);
		note(&want, "J1:1<%.*s> L2:1<end> J2:5<{\"d\":1}> END", (int)value.n, value.data);
		feed_gives(page, buf_str(&text), buf_str(&want), "");
	}
	free(value.data);
	free(text.data);
	free(want.data);
}

/* What the input cuts off is given as far as it came: its reader will say what is missing. */
static void
cut_json(void **state)
{
	static const struct feed_case cases[] = {
		{STR("{\""), "J1:1<{\"> END", NULL}, {STR("a {\"b\":[1"), "L1:1<a> J1:3<{\"b\":[1> END", NULL},
		{STR("{\"b\":[1\n\n"), "J1:1<{\"b\":[1\n\n> END", NULL}, {STR("{\"b\":\"}\n"), "J1:1<{\"b\":\"}\n> END", NULL},
		{STR("["), "J1:1<[> END", NULL}, {STR("a\n{ \n"), "L1:1<a> J2:1<{ \n> END", NULL},
	};

	(void)state;
	feed_all(page, cases, countof(cases));
}

static void
html(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<p>a&nbsp; b</p>\n<ul><li>c<li>\xE2\x80\xA2 d<li>- e</ul>- f<p>g<p>"), "L1:0<a b> I2:0<c> I2:0<d> I2:0<e> xI2:0<f> L2:0<g> END", NULL},
		{STR("<p>a"), "L1:0<a>* END", NULL}, {STR("<p>&#32;&nbsp;<p>a<p>"), "L1:0<a> END", NULL},
		{STR("<tr><td>2019</td><td>275,779</td></tr>"), "L1:0<2019 | 275,779> END", NULL},
		{STR("<p>2019 {\"a\":1} b<p>"), "L1:0<2019> J1:0<{\"a\":1}> L1:0<b> END", NULL},
		{STR("<p>{&quot;a&quot;:&#91;1]}<p>"), "J1:0<{\"a\":[1]}> END", NULL}, {STR("<div>{<b>\"a\"</b>\n:1}</div>"), "J1:0<{\"a\" :1}> END", NULL},
		{STR("<p>{\"a\":<br>[1,\n<p>2]}<p>x<p>"), "J1:0<{\"a\":\n[1,\n2]}> L2:0<x> END", NULL},
		{STR("<p>[<br>[<br>\"a\",1]]<p>x<p>"), "J1:0<[[\"a\",1]]> L1:0<x> END", NULL},
		{STR("<ul></ul>{\"a\":1} b<p>"), "J1:0<{\"a\":1}> xL1:0<b> END", NULL},
		{STR("<li>a {\"b\":1} c</li>"), "I1:0<a> J1:0<{\"b\":1}> L1:0<c> END", NULL}, {STR("<p>{\"a\":[<p>"), "J1:0<{\"a\":[> END", NULL},
		{STR("<script>{\"a\":1}</script><!-- {\"b\":1} --><p>c<p>"), "L1:0<c> END", NULL},
		/* attributes: only JSON, and each on its own */
		{STR("<p data-a='[1]' data-b='{x}' data-c='[&quot;'>y<p>"), "L1:0<y> END", NULL},
	};

	(void)state;
	feed_all(html_page, cases, countof(cases));
}

/* What a character reference gives is a blank where it is one, and else stays, though nobody may see it. */
static void
references(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<p>a&NewLine;b&Tab;c&#13;d&#x9;&#xa0;&nbsp e&numsp;f&thinsp;g<p>"), "L1:0<a b c d e f g> END", NULL},
		{STR("<p>&#xFEFF;&#10;a&NonBreakingSpace;<p>&emsp;b&puncsp;<p>"), "L1:0<a> L1:0<\xE2\x80\x83" "b\xE2\x80\x88> END", NULL},
		{STR("<p>a&shy;b&zwnj;c&NoBreak;d&InvisibleComma;e&#x85;f<p>"),
		 "L1:0<a\xC2\xAD" "b\xE2\x80\x8C" "c\xE2\x81\xA0" "d\xE2\x81\xA3" "e\xE2\x80\xA6" "f> END", NULL},
		{STR("<p>&#1;&#x1F;&#127;&#x81;<p>"), "L1:0<\x01\x1F\x7F\xC2\x81> END", NULL},
		{STR("<p>&lt;li&gt;&bull; a &#45; b<p>&bull; c<p>&#42; d<p>"), "L1:0<<li>\xE2\x80\xA2 a - b> I1:0<c> I1:0<d> END", NULL},
	};

	(void)state;
	feed_all(html_page, cases, countof(cases));
}

/* Without their columns, see the test in html.c. */
static void
attributes(struct source *src, struct buf *out)
{
	struct page p;
	enum page_block block;

	page_open(&p, src, true);
	while ((block = page_next(&p)) != PAGE_END) {
		struct str text = block == PAGE_JSON ? (struct str){p.value.at, (size_t)(p.value.end - p.value.at)} : p.text;

		note(out, "%zu<%.*s> ", p.pos.line, (int)text.n, text.s);
	}
	page_close(&p);
}

static void
json_in_attributes(void **state)
{
	(void)state;
	feed_gives(attributes, S("<p>\n<p data-a='{\"a\":1}' data-b='[[&quot;b&quot;,1]]'>c"), S("2<{\"a\":1}> 2<[[\"b\",1]]> 2<c> "), "");
	/* one that is not closed takes nothing of what follows */
	feed_gives(attributes, S("<p data-a='{\"a\":['>b ]}<p>c"), S("1<{\"a\":[> 1<b ]}> 1<c> "), "");
	feed_gives(attributes, S("<p data-a='{'>\"b\"}<p>c"), S("1<\"b\"}> 1<c> "), "");
	feed_gives(attributes, S("<p data-a='x {\"a\":1} y' data-b='{\"a\":1} y'>b"), S("1<{\"a\":1}> 1<b> "), "");
}

static void
one_after_another(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a\n<!DOCTYPE html>\n<p>b</p></html>\nc\n"), "L1:1<a> L3:0<b> L4:1<c> END", NULL},
		{STR("a\n  <html lang=en><p>b</html> c\n<HTML>d</html><html>e</html>"), "L1:1<a> L2:0<b> L2:28<c> L3:0<d> L3:0<e> END", NULL},
		{STR("- a\n<!doctype html><li>b</html>"), "I1:1<a> I2:0<b> END", NULL},
		/* any tag at the beginning of a line begins one */
		{STR("a\n <p>b\nb</p>\n"), "L1:1<a> L2:0<b b> END", NULL}, {STR("<!-- x -->a\n"), "L1:0<a>* END", NULL},
	};

	(void)state;
	feed_all(page, cases, countof(cases));
	feed_gives(html_page, S("<p>a</p></html>\nb\n"), S("L1:0<a> L2:1<b> END"), "");
}

static void
errors(void **state)
{
	static const char utf8[] = "error: what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1\n";
	struct buf said = {.n = 0};

	(void)state;
	note(&said, "poc-tools: in:2:6: %s", utf8);
	buf_byte(&said, '\0');
	feed_gives(page, S("abcde\nfghij\xFFk\n"), S("L1:1<abcde> BAD"), said.data);
	feed_gives(page, S("abcde\n{\"a\":\xFF" "1}\n"), S("L1:1<abcde> BAD"), said.data);
	said.n = 0;
	note(&said, "poc-tools: in:1:9: %s", utf8);
	buf_byte(&said, '\0');
	feed_gives(html_page, S("<p>a &am\xFFp;<p>"), S("BAD"), said.data);
	said.n = 0;
	note(&said, "poc-tools: in:2:1: error: the input ends inside a tag: it is cut short\n");
	buf_byte(&said, '\0');
	feed_gives(html_page, S("<p>a<br>b<br>c\n<p x"), S("L1:0<a> L1:0<b> BAD"), said.data);
	free(said.data);
}

static void
long_json(struct str begin, struct str more, const char *want, const char *said)
{
	struct str many = repeated(more, SOURCE_MAX + (1 << 20));
	struct buf text = {.n = 0}, out = {.n = 0};
	struct source src;
	int fd;

	buf_add(&text, begin);
	buf_add(&text, many);
	fd = feed(buf_str(&text), 0);
	assert_true(source_fd(&src, fd, "in", NULL));
	hear();
	page(&src, &out);
	assert_string_equal(heard(), said);
	assert_true(str_eq(buf_str(&out), str_of(want)));
	source_close(&src);
	close(fd);
	free((char *)many.s);
	free(text.data);
	free(out.data);
}

static void
a_bound_for_json(void **state)
{
	(void)state;
	long_json(S("a\nb {\"a\":["), S("12345,\n"), "L1:1<a> L2:1<b> BAD", "poc-tools: in:2:3: error: a JSON value is longer than 16 MiB\n");
}

/* Lines of blanks behind a bracket: whether JSON begins is never clear. */
static void
a_bound_for_a_bracket(void **state)
{
	(void)state;
	long_json(S("a\n["), S("    \n"), "L1:1<a> BAD", "poc-tools: in:2:1: error: a JSON value is longer than 16 MiB\n");
}

/* A random text of what pages consist of. */
static void
make_text(struct buf *text)
{
	static const struct str parts[] = {
		STR("{\"a\":"), STR("[[\"b\",1]]"), STR("[{\"c\":\"d\"}]"), STR("{\"e\":[1,\n2]}\n"), STR("{\"h\":\r\n[1,\n <p>2]}\n"), STR("{"), STR("["), STR("]"), STR("}"), STR("\""),
		STR("\\"), STR("1}"), STR("\n"), STR("\n"), STR("\n"), STR("\n"), STR("\n"), STR("\r\n"), STR("\r\n"), STR("\t"), STR("  "),
		STR("\xC2\xA0"), STR("\xE2\x80\xAF"), STR("\xEF\xBB\xBF"), STR("\xE2\x80\x99"), STR("\xC3\xA9"), STR("\xE2\x80\xA2 "),
		STR("- "), STR("< "), STR("a"), STR(" b"), STR("Operation: "), STR("2019 275,779"), STR("the text of a page that is longer than a block "),
	};

	text->n = 0;
	for (int n = rand() % 40; n >= 0; n--) {
		struct str part = parts[(size_t)rand() % countof(parts)];

		for (int times = rand() % 8 ? 1 : rand() % 70; times >= 0; times -= 1 + (int)part.n)
			buf_add(text, part);
	}
	/* seldom, what ends the reading or makes it HTML: everything behind is read in another way */
	if (rand() % 8 == 0)
		buf_add(text, rand() % 2 ? S("\rx\n") : S("\n<p>{\"f\":1}</html>\n{\"g\":1}\n"));
}

/* What the transcript of a text is when it comes in pieces of that size. */
static void
transcript(struct str text, size_t chunk, struct buf *out)
{
	int fd = feed(text, chunk);
	struct source src;

	assert_true(source_fd(&src, fd, "in", NULL));
	out->n = 0;
	hear();
	page(&src, out);
	buf_add(out, str_of(heard()));
	source_close(&src);
	close(fd);
}

/* Whether the text is read as byte by byte, where no line is ever whole in the window. */
static void
reads_alike(struct str text)
{
	struct buf want = {.n = 0}, got = {.n = 0};

	transcript(text, 1, &want);
	transcript(text, 0, &got);
	if (!str_eq(buf_str(&got), buf_str(&want)))
		fail_msg("%.*s\nis read as %.*s\ninstead of %.*s", (int)text.n, text.s, (int)got.n, got.data, (int)want.n, want.data);
	free(want.data);
	free(got.data);
}

/* The short cuts for lines and values that are whole in the window. */
static void
short_cuts(void **state)
{
	static const struct str ends[] = {
		STR("  b\n"), STR(" \xC2\xA0 b\n"), STR("\xE2\x80\x99\xE2\x80\xAF\n"), STR(" \r\n"), STR("\rb\n"), STR(" {\"a\":1}\n"), STR("[\n"),
		STR("\n{\"a\":\n<p>1}\n"), STR("\n{\"a\":\r\n \t<p>1}\n"), STR("\n{\"a\":\r1}\n"), STR("\n{\"a\":\n\xC2\xA0<p>1}\n"),
	};
	struct buf text = {.n = 0};

	(void)state;
	for (size_t n = 0; n < 140; n++) {
		text.n = 0;
		for (size_t i = 0; i < n; i++)
			buf_byte(&text, 'a');
		buf_add(&text, ends[n % countof(ends)]);
		reads_alike(buf_str(&text));
		for (size_t i = 0; i < countof(ends) && n > 50 && n < 80; i++) {
			text.n = n;
			buf_add(&text, ends[i]);
			reads_alike(buf_str(&text));
		}
	}
	for (int i = 0; i < 800; i++) {
		make_text(&text);
		reads_alike(buf_str(&text));
	}
	/* a second space that begins a block */
	text.n = 0;
	note(&text, "%063d  b\n", 0);
	feed_gives(page, buf_str(&text), S("L1:1<000000000000000000000000000000000000000000000000000000000000000 b> END"), "");
	free(text.data);
}

static void
unreadable(void **state)
{
	(void)state;
	feed_fails(page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unreadable),
		cmocka_unit_test(lines),
		cmocka_unit_test(items),
		cmocka_unit_test(json),
		cmocka_unit_test(cut_json),
		cmocka_unit_test(json_in_every_place),
		cmocka_unit_test(html),
		cmocka_unit_test(references),
		cmocka_unit_test(json_in_attributes),
		cmocka_unit_test(one_after_another),
		cmocka_unit_test(errors),
		cmocka_unit_test(short_cuts),
		cmocka_unit_test(a_bound_for_json),
		cmocka_unit_test(a_bound_for_a_bracket),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
