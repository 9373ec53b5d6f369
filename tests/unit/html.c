#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "html.h"

#define CUT "the input ends inside "

/*
 * 1<a> 2i<b> END: every line behind its number and what is peculiar: an item, an attribute, cut, x for a list that has ended
 * before it; "." for a closed document.
 */
static void
lines(struct source *src, struct buf *out)
{
	struct html h;
	struct html_line line;
	enum read got;

	html_open(&h, src);
	while ((got = html_next(&h, &line)) == READ_OK) {
		assert_string_equal(line.pos.file, "in");
		assert_true(line.attribute || line.pos.column == 0);
		note(out, "%zu%s%s%s%s<", line.pos.line, line.item ? "i" : "", line.attribute ? "a" : "", line.cut ? "c" : "",
		     line.apart ? "x" : "");
		buf_add(out, line.text);
		buf_add(out, S("> "));
	}
	buf_add(out, got == READ_END ? h.closed ? S(".") : S("END") : got == READ_BAD ? S("BAD") : S("FAIL"));
	html_close(&h);
}

static void
text_and_tags(void **state)
{
	static const struct feed_case cases[] = {
		{STR(""), "END", NULL}, {STR(" \n "), "END", NULL}, {STR("<p></p>"), "END", NULL}, {STR("a"), "1c<a> END", NULL},
		{STR("<p>a</p>"), "1<a> END", NULL}, {STR("a<b>b</b>c<p>"), "1<abc> END", NULL},
		{STR("<p>a <em>b</em> c<p>"), "1<a b c> END", NULL}, {STR("<B\nclass='x'>a</B ><p>"), "2<a> END", NULL},
		{STR("<unknown>a</unknown><custom-tag/>b<p>"), "1<ab> END", NULL}, {STR("a<img src=x.png />b<br>"), "1<ab> END", NULL},
		/* a > in quotes ends no tag */
		{STR("<a title=\"1 > 2\" href='>'>x</a><p>"), "1<x> END", NULL}, {STR("<a title = \">\" >x</a><p>"), "1<x> END", NULL},
		{STR("<a title='\">'>x</a><p>"), "1<x> END", NULL}, {STR("<a title=it's>x</a><p>"), "1<x> END", NULL},
		/* no tags */
		{STR("1 < 2 <3 a<"), "1c<1 < 2 <3 a<> END", NULL}, {STR("a > b<p>"), "1<a > b> END", NULL},
		{STR("<{a <~ <[<p>"), "1<<{a <~ <[> END", NULL},
		/* declarations */
		{STR("<!DOCTYPE html><?xml version=\"1.0\"?>a<p>"), "1<a> END", NULL}, {STR("</>a</ p><p>"), "1<a> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
	feed_gives(lines, S("a\0b<p>"), S("1<a\0b> END"), "");
}

static void
comments(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a<!-- x -->b<p>"), "1<ab> END", NULL}, {STR("a <!----> b<p>"), "1<a b> END", NULL},
		{STR("a<!-- <p>x</p> - -- > \n -->b<p>"), "1<ab> END", NULL}, {STR("<!---->a<p>"), "1<a> END", NULL},
		{STR("<!--[if IE]><p>x</p><![endif]-->a<p>"), "1<a> END", NULL}, {STR("<!-- x\n--->\na<p>"), "3<a> END", NULL},
		{STR("<p>a<!-- b"), "BAD", "poc-tools: in:1:11: error: " CUT "a comment: it is cut short\n"},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

/* <!--> and <!---> are whole comments. */
static void
comments_without_text(void **state)
{
	(void)state;
	feed_gives(lines, S("a<!-->b<p>"), S("1<ab> END"), "");
	feed_gives(lines, S("a<!--->b<p>"), S("1<ab> END"), "");
}

static void
breaks(void **state)
{
	static const char *const blocks[] = {
		"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
		"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "legend",
		"main", "menu", "nav", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "tfoot", "thead", "tr",
		"DIV",
	};
	static const char *const inlines[] = {"a", "b", "span", "strong", "sup", "small", "font", "code", "time", "label", "q", "pr", "divx"};
	static const struct feed_case cases[] = {
		{STR("a<br>b<br/>c<BR />d<hr>e<p>"), "1<a> 1<b> 1<c> 1<d> 1<e> END", NULL},
		{STR("<p>a\n<p>\nb</p>\n\nc</div>"), "1<a> 3<b> 5<c> END", NULL},
		{STR("<div><div><p>a</p></div></div>"), "1<a> END", NULL}, {STR("<p> a </p> <p> b </p>"), "1<a> 1<b> END", NULL},
	};
	char text[64];

	(void)state;
	feed_all(lines, cases, countof(cases));
	for (size_t i = 0; i < countof(blocks); i++) {
		snprintf(text, sizeof text, "a<%s>b</%s>c<p>", blocks[i], blocks[i]);
		feed_gives(lines, str_of(text), S("1<a> 1<b> 1<c> END"), "");
	}
	for (size_t i = 0; i < countof(inlines); i++) {
		snprintf(text, sizeof text, "a<%s>b</%s>c<p>", inlines[i], inlines[i]);
		feed_gives(lines, str_of(text), S("1<abc> END"), "");
	}
}

static void
white_space(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<p>\n  a \t\r\n b\f c \n</p>"), "2<a b c> END", NULL}, {STR("a <b> b</b><p>"), "1<a b> END", NULL},
		{STR("a<b> </b>b<p>"), "1<a b> END", NULL}, {STR("2019\n275,779<p>"), "1<2019 275,779> END", NULL},
		{STR("a\xC2\xA0 b<p>"), "1<a\xC2\xA0 b> END", NULL},
		/* where a line ends in <pre>, it ends */
		{STR("<pre>a\nb  c\r\n\nd</pre>e f<p>"), "1<a> 2<b c> 4<d> 4<e f> END", NULL},
		{STR("<pre>\na</pre>\nb\nc<p>"), "2<a> 3<b c> END", NULL},
		{STR("<pre>a<pre>b\nc</pre>d\ne</pre></pre>f\ng<p>"), "1<a> 1<b> 2<c> 2<d> 3<e> 3<f g> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
items(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<ul><li>a</li><li>b</li></ul>c<p>"), "1i<a> 1i<b> 1x<c> END", NULL},
		{STR("<ul>\n<li>a\n<li>b\n</ul>\nc<p>"), "2i<a> 3i<b> 5x<c> END", NULL},
		{STR("<li><p>a</p><p>b</p></li>"), "1i<a> 1<b> END", NULL}, /* its first line is the item */
		{STR("<li> <b>a</b> b</li>"), "1i<a b> END", NULL}, {STR("<li></li>a<p>"), "1<a> END", NULL},
		{STR("<ul><li>a<ul><li>b</ul>c</ul>"), "1i<a> 1i<b> 1<c> END", NULL}, {STR("<LI CLASS=x>a<p>"), "1i<a> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

/* Where the outermost list has ended, the next line is apart from it. */
static void
lists(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a<ol>b</ol>c<p>d<p>"), "1<a> 1<b> 1x<c> 1<d> END", NULL}, {STR("a<UL></ul>b<p>c<p>"), "1<a> 1x<b> 1<c> END", NULL},
		{STR("<ul><li>a</ul>\n<ul><li>b</ul>"), "1i<a> 2ix<b> END", NULL},
		{STR("<ul><li>a<ol><li>b</ol><li>c</ul><li>d<p>"), "1i<a> 1i<b> 1i<c> 1ix<d> END", NULL},
		{STR("<ul><ul></ul></ul></ul>a<ul>b</ul>c<p>"), "1x<a> 1<b> 1x<c> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
tables(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>e<p>"), "1<a | b> 1<c | d> 1<e> END", NULL},
		{STR("<table>\n<tr>\n <td>2019</td>\n <td> 275,779 </td>\n</tr>\n</table>"), "3<2019 | 275,779> END", NULL},
		{STR("<tr><td>a<td>b<tr><td>c</table>"), "1<a | b> 1<c> END", NULL}, /* end tags may be left out */
		{STR("<tr><td><div>a</div></td><td><p>b</p></td></tr>"), "1<a | b> END", NULL},
		{STR("<tr><td>a <b>b</b></td> <td>c</td></tr>"), "1<a b | c> END", NULL},
		{STR("<table><caption>x</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>"),
		 "1<x> 1<a | b> 1<c> END", NULL},
		{STR("<tr><td>a</td></tr><tr><td>b</td></tr>c<p>d"), "1<a> 1<b> 1<c> 1c<d> END", NULL},
		{STR("a<td>b<p>"), "1<ab> END", NULL}, /* a cell of no row */
		/* what begins a cell begins no line */
		{STR("<tr><td>a</td><td><ul>b</ul></td><td><p>c</p></td></tr>"), "1<a | b | c> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
hidden(void **state)
{
	static const char *const names[] = {"script", "style", "title", "template", "svg", "SCRIPT"};
	static const struct feed_case cases[] = {
		{STR("<script>if (1<2) x = '<p>' + \"</p>\";</script>a<p>"), "1<a> END", NULL},
		{STR("<script>\n</scrip>\n</SCRIPT\n>a<p>"), "4<a> END", NULL},
		{STR("<script type=\"application/json\">{\"a\":1}</script>a<p>"), "1<a> END", NULL},
		{STR("<svg/>a<p>"), "1<a> END", NULL}, {STR("<svg viewBox='0 0' />a<p>"), "1<a> END", NULL},
		{STR("<style><!-- p > a {} --></style>a<p>"), "1<a> END", NULL},
		{STR("a<script>x"), "BAD", "poc-tools: in:1:11: error: " CUT "a script, style or title: it is cut short\n"},
		{STR("a<script>x</script"), "BAD", "poc-tools: in:1:19: error: " CUT "a tag: it is cut short\n"},
	};
	char text[96];

	(void)state;
	for (size_t i = 0; i < countof(names); i++) {
		snprintf(text, sizeof text, "a<%s x=y>b<p>\n&amp;</%s>c<p>", names[i], names[i]);
		feed_gives(lines, str_of(text), S("1<ac> END"), "");
	}
	feed_all(lines, cases, countof(cases));
}

/* The blank before it is no part of it. */
static void
hidden_between_words(void **state)
{
	(void)state;
	feed_gives(lines, S("2019 <script>x</script>275,779<p>"), S("1<2019 275,779> END"), "");
	feed_gives(lines, S("2019 <svg/> 275,779<p>"), S("1<2019 275,779> END"), "");
}

static void
references(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a &amp; b &lt;p&gt;<p>"), "1<a & b <p>> END", NULL}, {STR("d&eacute;pens&#233;s &#xE9;<p>"), "1<dépensés é> END", NULL},
		{STR("a&nbsp;b<p>"), "1<a\xC2\xA0" "b> END", NULL}, {STR("{&quot;a&quot;:1}<p>"), "1<{\"a\":1}> END", NULL},
		{STR("a & b &unknown; &; &#; &amp c<p>"), "1<a & b &unknown; &; &#; & c> END", NULL}, {STR("&amp;amp;<p>"), "1<&amp;> END", NULL},
		{STR("&lt;br&gt;a<p>"), "1<<br>a> END", NULL}, 
		/* at the end of the input it may be cut short */
		{STR("a&"), "BAD", "poc-tools: in:1:2: error: " CUT "a character reference: it is cut short\n"},
		{STR("a&amp"), "BAD", "poc-tools: in:1:2: error: " CUT "a character reference: it is cut short\n"},
		{STR("x&CounterClockwiseContourIntegral;y<p>"), "1<x∳y> END", NULL},
		/* a number has any digits, and is taken whole however slowly they come */
		{STR("x&#00000000000000000000000000000000000000000000000000000000000000000000000000000065;y<p>"), "1<xAy> END", NULL},
		{STR("x&#x111111111111111111111111111111111111111111111111111111111111111111111111111111;y<p>"), "1<x\xEF\xBF\xBDy> END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
attributes(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a<div data-chart='{\"a\":[1]}'>b</div>"), "1<a> 1a<{\"a\":[1]}> 1<b> END", NULL},
		{STR("<div\n data-a=\"[[&quot;Refugees&quot;,1]]\"\n DATA-B='{}' data-c=\"x\" data-d=[1] data-e>b</div>"),
		 "1a<[[\"Refugees\",1]]> 1a<{}> 1a<[1]> 3<b> END", NULL},
		{STR("<div data-x = ' {\"a\":1} '>b<p>"), "1a< {\"a\":1} > 1<b> END", NULL},
		{STR("\n<img data-x='{\"a\":\n1}' src=x>b<p>"), "2a<{\"a\":\n1}> 3<b> END", NULL},
		{STR("<script data-x='{\"a\":1}'>y</script>b<p>"), "1a<{\"a\":1}> 1<b> END", NULL},
		{STR("<div title='{\"a\":1}' data='[1]' content=[1]>b<p>"), "1<b> END", NULL},
		{STR("<div data-x='é&eacute;' data-y='{\"é\":\"&eacute;&copyx&copy;\"}'>b<p>"), "1a<{\"é\":\"é&copyx©\"}> 1<b> END", NULL},
		{STR("<div data-x='{\"a\":1}'>"), "1a<{\"a\":1}> END", NULL},
		{STR("<p data-x='[1]'/><p data-y='[2]'>"), "1a<[1]> 1a<[2]> END", NULL},
		{STR("<div \" data-x=\"[1]>b<p>"), "1a<[1]>> 1<b> END", NULL}, /* a quote out of place: the tag ends where it ends */
		{STR("<div data-x='{\"a\":1}"), "BAD", "poc-tools: in:1:1: error: " CUT "a tag: it is cut short\n"},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
closing(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<html><p>a</html>\nb"), "1<a> .", NULL}, {STR("<html>a</html>b"), "1<a> .", NULL},
		{STR("<html>a</body></HTML >"), "1<a> .", NULL}, {STR("</html>a"), ".", NULL},
		{STR("<html></html data-x='[1]'>a"), "1a<[1]> .", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

/* Behind the end tag the source goes on where the document ended. */
static void
two(struct source *src, struct buf *out)
{
	lines(src, out);
	assert_true(source_peek(src, 1) >= 1);
	note(out, " %zu:%zu ", source_pos(src, src->at).line, source_pos(src, src->at).column);
	lines(src, out);
}

static void
two_documents(void **state)
{
	(void)state;
	feed_gives(two, S("<html>\n<p>a</p></html><html>b</html>"), S("2<a> . 2:16 2<b> ."), "");
	feed_gives(two, S("<html><p>a</p></html>\n\n<html>b<p>"), S("1<a> . 1:22 3<b> END"), "");
}

static void
cut_tags(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a<"), "1c<a<> END", NULL}, {STR("<p>2019 275,77"), "1c<2019 275,77> END", NULL},
		{STR("<p>a\n<b"), "BAD", "poc-tools: in:2:1: error: " CUT "a tag: it is cut short\n"},
		{STR("<p>a</p"), "BAD", "poc-tools: in:1:5: error: " CUT "a tag: it is cut short\n"},
		{STR("<a href=\"x>y"), "BAD", "poc-tools: in:1:1: error: " CUT "a tag: it is cut short\n"},
		{STR("<!-"), "BAD", "poc-tools: in:1:1: error: " CUT "a tag: it is cut short\n"},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

/* A line that is whole is given before the error behind it is told. */
static void
whole_lines_before_an_error(void **state)
{
	static const struct feed_case cases[] = {
		{STR("<p>2019 275,779</p>\n<b"), "1<2019 275,779> BAD", "poc-tools: in:2:1: error: " CUT "a tag: it is cut short\n"},
		{STR("<li>a<li>b</li><!-- x"), "1i<a> 1i<b> BAD", "poc-tools: in:1:22: error: " CUT "a comment: it is cut short\n"},
		{STR("<p>abc</p>\xFF"), "1<abc> BAD", "poc-tools: in:1:11: error: what follows is not UTF-8: name the encoding of the "
		 "text, as in --encoding=ISO-8859-1\n"},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
}

static void
places(struct source *src, struct buf *out)
{
	struct html h;
	struct html_line line;

	html_open(&h, src);
	while (html_next(&h, &line) == READ_OK)
		note(out, "%zu:%zu ", line.pos.line, line.pos.column);
	html_close(&h);
}

/* Decoded text has no columns. */
static void
columns_are_unknown(void **state)
{
	(void)state;
	feed_gives(places, S("<p>a\n<p>b&amp;"), S("1:0 2:0 "), "");
	feed_gives(places, S("\n<p data-x='{&quot;a&quot;:1}'>"), S("2:0 "), "");
}

static void
unreadable(void **state)
{
	(void)state;
	feed_fails(lines);
}

static void
bound(struct str begin, struct str middle, const char *want, const char *said)
{
	struct buf text = {.n = 0}, out = {.n = 0};
	struct str many = repeated(middle, SOURCE_MAX + (1 << 20));
	struct source src;
	int fd;

	buf_add(&text, begin);
	buf_add(&text, many);
	fd = feed(buf_str(&text), 0);
	assert_true(source_fd(&src, fd, "in", NULL));
	hear();
	lines(&src, &out);
	assert_string_equal(heard(), said);
	assert_true(str_eq(buf_str(&out), str_of(want)));
	source_close(&src);
	close(fd);
	free((char *)many.s);
	free(text.data);
	free(out.data);
}

/* What is long is refused; what is dropped may be as long as it likes. */
static void
bounds(void **state)
{
	(void)state;
	bound(S("<p>a<p>\n"), S("b c "), "1<a> BAD", "poc-tools: in:2: error: a line is longer than 16 MiB\n");
	bound(S("<p>\n<!--"), S("x "), "BAD", "poc-tools: in:2:17825797: error: " CUT "a comment: it is cut short\n");
	bound(S("<p>\n<script>"), S("x "), "BAD",
	      "poc-tools: in:2:17825801: error: " CUT "a script, style or title: it is cut short\n");
}

static void
a_bound_for_tags(void **state)
{
	(void)state;
	bound(S("<p>\n<a title='"), S("b c "), "BAD", "poc-tools: in:2:1: error: a tag is longer than 16 MiB\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unreadable), cmocka_unit_test(text_and_tags), cmocka_unit_test(comments), cmocka_unit_test(comments_without_text),
		cmocka_unit_test(breaks), cmocka_unit_test(white_space), cmocka_unit_test(items), cmocka_unit_test(lists), cmocka_unit_test(tables),
		cmocka_unit_test(hidden), cmocka_unit_test(hidden_between_words),
		cmocka_unit_test(references), cmocka_unit_test(attributes), cmocka_unit_test(closing),
		cmocka_unit_test(two_documents), cmocka_unit_test(cut_tags),
		cmocka_unit_test(whole_lines_before_an_error), cmocka_unit_test(columns_are_unknown), cmocka_unit_test(bounds), cmocka_unit_test(a_bound_for_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
