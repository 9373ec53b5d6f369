#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "json.h"

static const size_t chunks[] = {1, 2, 3, 7, 0};

/* How to read a text, and what that gave: its tokens in words, and what was said on standard error. */
struct outcome {
	bool places;  /* with every token's place */
	size_t skips; /* skip the value that this token began, and begin behind it; from 1 */
	struct buf tokens;
	const char *said; /* until the next reading */
	enum json_token last;
};

/* Blanks before the text: a source reads its first bytes together, whatever the pieces are. */
static const struct str lead = STR("     ");

/* Whether there are bytes in the text that stand for half a surrogate pair. */
static bool
has_half(struct str text)
{
	for (size_t i = 0; i + 1 < text.n; i++)
		if ((unsigned char)text.s[i] == 0xED && (unsigned char)text.s[i + 1] >= 0xA0)
			return true;
	return false;
}

static void
add_token(struct buf *b, const struct json *j, enum json_token token, bool places)
{
	static const char *const words[] = {
		[JSON_END] = "END", [JSON_OBJECT] = "{", [JSON_OBJECT_END] = "}", [JSON_ARRAY] = "[", [JSON_ARRAY_END] = "]",
		[JSON_KEY] = "<", [JSON_STRING] = "<", [JSON_NUMBER] = "", [JSON_TRUE] = "true", [JSON_FALSE] = "false",
		[JSON_NULL] = "null", [JSON_BAD] = "BAD", [JSON_FAIL] = "FAIL",
	};
	struct str text = json_text(j);
	char at[64];

	if (b->n > 0)
		buf_byte(b, ' ');
	buf_add(b, str_of(words[token]));
	buf_add(b, text);
	if (token == JSON_KEY || token == JSON_STRING)
		buf_add(b, token == JSON_KEY ? S(">:") : S(">"));
	else if (token != JSON_NUMBER)
		assert_int_equal(text.n, 0);
	assert_true(token >= JSON_BAD || json_half(j) == has_half(text));
	if (!places && token != JSON_BAD)
		return;
	snprintf(at, sizeof at, "@%zu:%zu", json_pos(j).line, json_pos(j).column);
	buf_add(b, str_of(at));
}

static void
read_source(struct outcome *o, struct source *src)
{
	static struct json j;
	size_t n = 0;

	hear();
	json_open(&j, src);
	do {
		o->last = json_next(&j);
		if (++n == o->skips) {
			o->tokens.n = 0;
			o->last = json_skip(&j, o->last);
			if (o->last == JSON_END)
				o->last = json_next(&j);
		}
		add_token(&o->tokens, &j, o->last, o->places);
	} while (o->last != JSON_END && o->last < JSON_BAD);
	assert_true(o->last != JSON_END || json_depth(&j) == 0);
	/* the end is final, and an error is not told twice */
	assert_int_equal(json_next(&j), o->last);
	json_close(&j);
	o->said = heard();
	/* one line after an error, else nothing */
	assert_true(o->last < JSON_BAD ? *o->said == '\0' : strchr(o->said, '\n') == o->said + strlen(o->said) - 1);
}

static void
read_text(struct outcome *o, struct str text, size_t chunk)
{
	struct buf whole = {.n = 0};
	struct source src;
	int fd;

	buf_add(&whole, lead);
	buf_add(&whole, text);
	fd = feed(buf_str(&whole), chunk);
	assert_true(source_fd(&src, fd, "f", NULL));
	assert_true(source_peek(&src, lead.n) >= lead.n);
	src.at += lead.n;
	source_newline(&src, src.at);
	src.line = 1;
	read_source(o, &src);
	source_close(&src);
	close(fd);
	free(whole.data);
}

/* The text gives these tokens, however it comes in. */
static void
gives_when(struct str text, struct str want, bool places, size_t skips)
{
	for (size_t i = 0; i < countof(chunks); i++) {
		struct outcome o = {.places = places, .skips = skips};

		read_text(&o, text, chunks[i]);
		if (!str_eq(buf_str(&o.tokens), want))
			fail_msg("%.*s, %zu at once: gave %.*s, not %.*s; %s", (int)text.n, text.s, chunks[i], (int)o.tokens.n,
			         o.tokens.data, (int)want.n, want.s, o.said);
		free(o.tokens.data);
	}
}

static void
gives_str(struct str text, struct str want)
{
	gives_when(text, want, false, 0);
}

static void
gives_each(const char *const cases[][2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		gives_str(str_of(cases[i][0]), str_of(cases[i][1]));
}

static void
values(void **state)
{
	static const char *const cases[][2] = {
		{"", "END"}, {" \t\r\n ", "END"}, {"null", "null END"}, {" true\n", "true END"}, {"false", "false END"},
		{"[]", "[ ] END"}, {"{}", "{ } END"}, {"[ ]", "[ ] END"}, {"{\n}", "{ } END"}, {"\"\"", "<> END"},
		{"[[], {} ,[{\"a\" : {\"\":null}}]]", "[ [ ] { } [ { <a>: { <>: null } } ] ] END"},
		{"{\"a\":[1,\"x\",true],\"b\":false,\"a\":null}", "{ <a>: [ 1 <x> true ] <b>: false <a>: null } END"},
		{"[\"\xC3\xA9\xF0\x9F\x98\x80\x7F\"]", "[ <\xC3\xA9\xF0\x9F\x98\x80\x7F> ] END"},
		/* several of them */
		{"12 13", "12 13 END"}, {"{}{}", "{ } { } END"}, {"\"a\"\"b\"", "<a> <b> END"},
		{"[1]2\n\"x\"true[]null{}", "[ 1 ] 2 <x> true [ ] null { } END"}, {"1\"x\"", "1 <x> END"},
		{"truefalse", "BAD@1:5"}, {"nulll", "BAD@1:5"}, {"null_", "BAD@1:5"}, {"true\xC3\xA9", "BAD@1:5"},
		{"true1", "BAD@1:5"}, {"true-1", "BAD@1:5"}, {"1true", "BAD@1:2"}, {"1Z", "BAD@1:2"}, {"1-2", "BAD@1:2"},
		{"1\xC3\xA9", "BAD@1:2"}, {"{},{}", "{ } BAD@1:3"}, {"1]", "1 BAD@1:2"}, {"[]]", "[ ] BAD@1:3"},
	};

	(void)state;
	gives_each(cases, countof(cases));
}

static void
numbers(void **state)
{
	static const char *const good[] = {
		"0", "-0", "7", "10", "-12", "0.5", "1.50", "1e5", "1E5", "1e+05", "1e-05", "0e0", "-0.0E-0",
		"123456789.0123456789e99", "123456789012345678901234567890",
	};
	static const char *const bad[][2] = {
		{"01", "BAD@1:2"}, {"-01", "BAD@1:3"}, {"00.5", "BAD@1:2"}, {"+1", "BAD@1:1"}, {".5", "BAD@1:1"},
		{"-.5", "BAD@1:2"}, {"-", "BAD@1:2"}, {"--1", "BAD@1:2"}, {"5.", "BAD@1:3"}, {"5. ", "BAD@1:3"},
		{"1.e5", "BAD@1:3"}, {"1e", "BAD@1:3"}, {"1e+", "BAD@1:4"}, {"1e+-5", "BAD@1:4"}, {"1e5.5", "BAD@1:4"},
		{"1.2.3", "BAD@1:4"}, {"1e5e5", "BAD@1:4"}, {"0x1", "BAD@1:2"}, {"1_000", "BAD@1:2"}, {"NaN", "BAD@1:1"},
		{"-Infinity", "BAD@1:2"}, {"1+1", "BAD@1:2"},
	};
	char text[128], want[128];

	(void)state;
	for (size_t i = 0; i < countof(good); i++) {
		snprintf(want, sizeof want, "%s END", good[i]);
		gives_str(str_of(good[i]), str_of(want));
		snprintf(text, sizeof text, "[%s,%s]", good[i], good[i]);
		snprintf(want, sizeof want, "[ %s %s ] END", good[i], good[i]);
		gives_str(str_of(text), str_of(want));
	}
	gives_each(bad, countof(bad));
}

static void
escapes(void **state)
{
	static const char *const cases[][2] = {
		{"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "<\"\\/\b\f\n\r\t> END"}, {"\"a\\nb\\nc\"", "<a\nb\nc> END"},
		{"\"\\uabcd\\uABCD\\ud7ff\\ue000\"", "<\xEA\xAF\x8D\xEA\xAF\x8D\xED\x9F\xBF\xEE\x80\x80> END"},
		{"{\"\\u006bey\\t\":1}", "{ <key\t>: 1 } END"}, {"\"x\\q\"", "BAD@1:4"}, {"\"\\N\"", "BAD@1:3"},
		{"\"\\U0041\"", "BAD@1:3"}, {"\"\\u00g0\"", "BAD@1:6"}, {"\"\\u 041\"", "BAD@1:4"}, {"\"\\u41\"", "BAD@1:6"},
		{"\"\\\xC3\xA9\"", "BAD@1:3"},
		/* what is decoded already does not move the places behind it */
		{"\"\\u0041\\n\" x", "<A\n> BAD@1:12"}, {"\"\\u0041\\n\\x\"", "BAD@1:11"},
		/* surrogates; half a pair is allowed */
		{"\"\\ud83d\\ude00\"", "<\xF0\x9F\x98\x80> END"},
		{"\"\\uD800\\uDC00\\uDBFF\\uDFFF\"", "<\xF0\x90\x80\x80\xF4\x8F\xBF\xBF> END"},
		{"\"a\\ud800\"", "<a\xED\xA0\x80> END"}, {"\"a\\udc00\"", "<a\xED\xB0\x80> END"},
		{"\"\\udfff\\ud800\"", "<\xED\xBF\xBF\xED\xA0\x80> END"}, {"\"\\ud800x\"", "<\xED\xA0\x80x> END"},
		{"\"\\udbff\\n\"", "<\xED\xAF\xBF\n> END"},
		{"\"\\ud800\\ud800\\udc00\"", "<\xED\xA0\x80\xF0\x90\x80\x80> END"},
		{"\"\\ud800\\u0041\"", "<\xED\xA0\x80" "A> END"}, {"\"\\ud800\\ue000\"", "<\xED\xA0\x80\xEE\x80\x80> END"},
		{"\"\\ud800\\udz00\"", "BAD@1:11"}, {"\"\\udc00\\udc00\"", "<\xED\xB0\x80\xED\xB0\x80> END"},
		{"\"\\ud800\\udc0\"", "BAD@1:13"}, {"\"\\ud800\\", "BAD@1:9"},
		{"\"\\ud800\\ud83d\\ude00\\n\"", "<\xED\xA0\x80\xF0\x9F\x98\x80\n> END"},
	};

	(void)state;
	gives_each(cases, countof(cases));
	gives_str(S("\"\\u0041\\u00e9\\u00E9\\u20ac\\uFFFF\\u007f\\u0080\\u07ff\\u0800\""),
	          S("<A\xC3\xA9\xC3\xA9\xE2\x82\xAC\xEF\xBF\xBF\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80> END"));
	gives_str(S("\"a\\u0000b\""), S("<a\0b> END"));
	gives_str(S("\"\\\0\""), S("BAD@1:3"));
}

static void
controls(void **state)
{
	(void)state;
	for (char c = 0; c < 0x20; c++) {
		char text[] = {'"', 'a', c, '"'}, outside[] = {c, '1'};
		bool blank = c == '\t' || c == '\n' || c == '\r';

		gives_str((struct str){text, sizeof text}, S("BAD@1:3"));
		gives_str((struct str){outside, sizeof outside}, blank ? S("1 END") : S("BAD@1:1"));
	}
}

static void
places(void **state)
{
	(void)state;
	gives_when(S("[1, \"a\",\n {\"\xC3\xA9\" : null}\r\n]\n"),
	           S("[@1:1 1@1:2 <a>@1:5 {@2:2 <\xC3\xA9>:@2:3 null@2:10 }@2:14 ]@3:1 END@4:1"), true, 0);
	gives_when(S("\n\n true\n\n  x"), S("true@3:2 BAD@5:3"), true, 0);
	gives_when(S("\"\\u0041\"\n\"b\" 1"), S("<A>@1:1 <b>@2:1 1@2:5 END@2:6"), true, 0);
}

static void
grammar(void **state)
{
	static const char *const cases[][2] = {
		{"[1,]", "[ 1 BAD@1:4"}, {"[,1]", "[ BAD@1:2"}, {"[1 2]", "[ 1 BAD@1:4"}, {"[1}", "[ 1 BAD@1:3"},
		{"{]", "{ BAD@1:2"}, {"[}", "[ BAD@1:2"}, {"{\"a\":1,}", "{ <a>: 1 BAD@1:8"},
		{"{\"a\":1]", "{ <a>: 1 BAD@1:7"}, {"{\"a\":}", "{ <a>: BAD@1:6"}, {"{\"a\"}", "{ <a>: BAD@1:5"},
		{"{\"a\",1}", "{ <a>: BAD@1:5"}, {"{\"a\"::1}", "{ <a>: BAD@1:6"}, {"{\"a\":1 \"b\":2}", "{ <a>: 1 BAD@1:8"},
		{"{1:2}", "{ BAD@1:2"}, {"{a:2}", "{ BAD@1:2"}, {"{[]:2}", "{ BAD@1:2"}, {"{,}", "{ BAD@1:2"},
		{"[1:2]", "[ 1 BAD@1:3"}, {"[1,,2]", "[ 1 BAD@1:4"}, {"nul", "BAD@1:4"}, {"nuLl", "BAD@1:3"},
		{"[tru]", "[ BAD@1:5"}, {"// x\n1", "BAD@1:1"}, {"\xC2\xA0" "1", "BAD@1:1"},
	};

	(void)state;
	gives_each(cases, countof(cases));
	/* a NUL is no closing bracket, whatever a state's table says */
	gives_str(S("[1,\0]"), S("[ 1 BAD@1:4"));
	gives_str(S("\0"), S("BAD@1:1"));
}

/* What other languages and careless programs write, and what looks like a blank, a digit or a word of JSON and is none. */
static void
nearly_json(void **state)
{
	static const char *const cases[][2] = {
		{"/* x */1", "BAD@1:1"}, {"[1/**/]", "[ 1 BAD@1:3"}, {"# x\n1", "BAD@1:1"}, {"<!-- -->", "BAD@1:1"}, {"1;", "1 BAD@1:2"},
		{"TRUE", "BAD@1:1"}, {"True", "BAD@1:1"}, {"None", "BAD@1:1"}, {"undefined", "BAD@1:1"}, {"nil", "BAD@1:2"},
		{"[Infinity]", "[ BAD@1:2"}, {"[inf]", "[ BAD@1:2"}, {"[nan]", "[ BAD@1:3"}, {"- 1", "BAD@1:2"}, {"1 000", "1 BAD@1:4"},
		{"[0b1]", "[ BAD@1:3"}, {"1f", "BAD@1:2"}, {"1L", "BAD@1:2"}, {"0e", "BAD@1:3"}, {"-e1", "BAD@1:2"}, {"1e 5", "BAD@1:3"},
		{"1.0.", "BAD@1:4"}, {"1,5", "1 BAD@1:2"}, {"\xEF\xBC\x91", "BAD@1:1"}, {"\xD9\xA1", "BAD@1:1"}, {"\xE2\x88\x92" "1", "BAD@1:1"},
		{"\xE3\x80\x80" "1", "BAD@1:1"}, {"[1\xC2\x85]", "[ BAD@1:3"}, {"[\xE2\x80\xA8" "1]", "[ BAD@1:2"}, {"[1]\xEF\xBB\xBF", "[ 1 ] BAD@1:4"},
		{"\xE2\x80\x9C" "a\xE2\x80\x9D", "BAD@1:1"}, {"`a`", "BAD@1:1"}, {"\"\\x41\"", "BAD@1:3"}, {"\"\\0\"", "BAD@1:3"}, {"\"\\'\"", "BAD@1:3"},
		{"\"\\a\"", "BAD@1:3"}, {"\"\\v\"", "BAD@1:3"}, {"\"\\u{41}\"", "BAD@1:4"}, {"\"\\u+041\"", "BAD@1:4"}, {"\"\\u-041\"", "BAD@1:4"},
		{"\"\\u00\xC3\xA9\"", "BAD@1:6"}, {"\"a\\\n\"", "BAD@1:4"}, {"{\"a\" = 1}", "{ <a>: BAD@1:6"}, {"{\"a\":1;\"b\":2}", "{ <a>: 1 BAD@1:7"},
		{"{\"a\":1,,\"b\":2}", "{ <a>: 1 BAD@1:8"}, {"{null:1}", "{ BAD@1:2"}, {"{\"a\" \"b\"}", "{ <a>: BAD@1:6"}, {"[\"a\":1]", "[ <a> BAD@1:5"},
		{"(1)", "BAD@1:1"}, {"[1,...]", "[ 1 BAD@1:4"}, {"callback([1])", "BAD@1:1"},
	};

	(void)state;
	gives_each(cases, countof(cases));
}

/* What the grammar allows and programs shrink from: numbers beyond all types, names twice or empty, characters that are none. */
static void
odd_json(void **state)
{
	static const char *const cases[][2] = {
		{"[1e400,-1e-400,1E+0000000000000000000001]", "[ 1e400 -1e-400 1E+0000000000000000000001 ] END"},
		{"[18446744073709551616,-9223372036854775809,0e99999999999999999999]", "[ 18446744073709551616 -9223372036854775809 0e99999999999999999999 ] END"},
		{"[0.1e1,-0,-0.0,1.000000000000000000000000000000000000001]", "[ 0.1e1 -0 -0.0 1.000000000000000000000000000000000000001 ] END"},
		{"{\"\":{\"\":0},\"\":1}", "{ <>: { <>: 0 } <>: 1 } END"}, {"{\"a\":1,\"\\u0061\":2}", "{ <a>: 1 <a>: 2 } END"},
		{"\"\xE2\x80\xA8\xC2\x85\xEF\xBB\xBF\xEF\xBF\xBE\xF4\x8F\xBF\xBF\"", "<\xE2\x80\xA8\xC2\x85\xEF\xBB\xBF\xEF\xBF\xBE\xF4\x8F\xBF\xBF> END"},
		{"\"\\uFFFE\\uFDD0\\uDBFF\\uDFFE\"", "<\xEF\xBF\xBE\xEF\xB7\x90\xF4\x8F\xBF\xBE> END"}, {"\"\\\\u0041\\\\\"", "<\\u0041\\> END"},
		{"\"/*x*/ // # [,]{:}\"", "</*x*/ // # [,]{:}> END"}, {"\"\\/\\u002f\\u0022\\u005C\"", "<//\"\\> END"},
		{"\r[\r1\r,\r2\r]\r", "[ 1 2 ] END"}, {"[[],[[]],{\"a\":[]},{}]", "[ [ ] [ [ ] ] { <a>: [ ] } { } ] END"},
	};

	(void)state;
	gives_each(cases, countof(cases));
}

static void
messages(void **state)
{
	static const char *const cases[][2] = {
		{"[1,]", "f:1:4: error: expected a value, found ']'"},
		{"[\xC3\xA9]", "f:1:2: error: expected a value or ']', found '\xC3\xA9'"},
		{"{\xF0\x9F\x98\x80", "f:1:2: error: expected a key in double quotes or '}', found '\xF0\x9F\x98\x80'"},
		{"['a']", "found a single quote"}, {"{\"a\" 1}", "expected ':' and the key's value, found '1'"},
		{"{\"a\":1 2", "expected ',' or '}', found '2'"}, {"[1 2", "expected ',' or ']', found '2'"},
		{"01", "expected no digit behind a leading zero, found '1'"},
		{"\"a\nb\"", "f:1:3: error: expected a closing quote, or the escape of a control character, "
		             "found the control character U+000A"},
		{"tru\x7F", "expected true, found the control character U+007F"},
		{"\n [1,\n  {\"a\": 1",
		 "f:3:10: error: the input is cut short: it ends inside an object that begins at line 3, column 3"},
		{"[[1],[2]\n",
		 "f:2:1: error: the input is cut short: it ends inside an array that begins at line 1, column 1"},
		{"[\"ab", "f:1:5: error: the input is cut short: it ends inside a string that begins at line 1, column 2"},
		{"[-", "inside a number that begins at line 1, column 2"},
		{"[tr", "inside a word that begins at line 1, column 2"},
		/* the source's own errors, once */
		{"[\"a\xFF\"]", "f:1:4: error: what follows is not UTF-8"}, {"[1, \xFF", "not UTF-8"}, {"[12\xFF", "not UTF-8"},
		{"[true\xFF", "not UTF-8"}, {"[\xC3", "not UTF-8"},
		/* a line end that was an escape begins no line */
		{"[\"a\\nb\", \xFF", "f:1:10: error: what follows is not UTF-8"}, {"[\"a\\nb\xFF", "f:1:7: error: what follows is not UTF-8"},
		{"[\"a\\nb\",\n2, \xFF", "f:2:4: error: what follows is not UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases) * countof(chunks); i++) {
		const char *const *c = cases[i / countof(chunks)];
		struct outcome o = {.skips = 0};

		read_text(&o, str_of(c[0]), chunks[i % countof(chunks)]);
		assert_int_equal(o.last, JSON_BAD);
		if (!strstr(o.said, c[1]))
			fail_msg("%s, %zu at once: said %s, not %s", c[0], chunks[i % countof(chunks)], o.said, c[1]);
		free(o.tokens.data);
	}
}

static void
nested(size_t depth, bool objects, const char *want)
{
	struct buf text = {.n = 0};
	struct outcome o = {.skips = 0};

	for (size_t i = 0; i < depth; i++)
		buf_add(&text, objects && i % 2 ? S("{\"\":") : S("["));
	buf_add(&text, S("1"));
	for (size_t i = depth; i-- > 0;)
		buf_add(&text, objects && i % 2 ? S("}") : S("]"));
	read_text(&o, buf_str(&text), 0);
	assert_true(o.tokens.n > strlen(want));
	assert_memory_equal(o.tokens.data + o.tokens.n - strlen(want), want, strlen(want));
	assert_int_equal(strstr(o.said, "more than 1024 arrays and objects") != NULL, depth > JSON_DEPTH);
	free(text.data);
	free(o.tokens.data);
}

static void
depth(void **state)
{
	(void)state;
	nested(JSON_DEPTH, false, "] ] ] END");
	nested(JSON_DEPTH, true, "] } ] END");
	nested(JSON_DEPTH + 1, false, "[ [ [ BAD@1:1025");
	nested(JSON_DEPTH + 1, true, "[ { <>: BAD@1:2561");
	nested(100000, false, "[ BAD@1:1025");
}

/* However a text is cut, it is never taken for a whole one. */
static void
truncation(void **state)
{
	static const char text[] = "{\"k\\u00e9\": [-1.5e+3, "
	                           "\"a\\ud83d\\ude00\\n\xC3\xA9\", true, false, null, {}, []], \"z\": 0 }";

	(void)state;
	for (size_t n = 0, i = 0; n < sizeof text; n += ++i % countof(chunks) == 0) {
		struct outcome o = {.skips = 0};

		read_text(&o, (struct str){text, n}, chunks[i % countof(chunks)]);
		assert_int_equal(o.last, n == 0 || n == sizeof text - 1 ? JSON_END : JSON_BAD);
		if (o.last == JSON_BAD && !strstr(o.said, "cut short") && !strstr(o.said, "UTF-8"))
			fail_msg("%.*s: said %s", (int)n, text, o.said);
		free(o.tokens.data);
	}
}

/* Reads a string of n bytes, quotes included, with an escape at the end, and then a number. */
static void
long_string(size_t n, struct outcome *o)
{
	struct buf text = {.n = 0};

	memset(buf_room(&text, n), 'x', n);
	text.n = n;
	text.data[0] = text.data[n - 1] = '"';
	memcpy(text.data + n - 3, "\\n", 2);
	buf_add(&text, S(" 1"));
	read_text(o, buf_str(&text), 0);
	free(text.data);
}

static void
lengths(void **state)
{
	struct outcome fits = {.skips = 0}, too_long = fits;

	(void)state;
	long_string(SOURCE_MAX, &fits);
	assert_int_equal(fits.tokens.n, SOURCE_MAX - 3 + strlen("<> 1 END"));
	assert_memory_equal(fits.tokens.data + fits.tokens.n - 9, "x\n> 1 END", 9);
	free(fits.tokens.data);
	long_string(3 * SOURCE_MAX, &too_long);
	assert_int_equal(too_long.last, JSON_BAD);
	assert_non_null(strstr(too_long.said, "f:1:1: error: a string is longer than"));
	free(too_long.tokens.data);
}

static void
skipping(void **state)
{
	static const char text[] = "[{\"a\":[1,{\"b\":2}],\"c\":3},[[]],4,true] 5";
	static const struct {
		const char *text;
		size_t token;
		const char *want;
	} cases[] = {
		{text, 1, "5 END"}, {text, 2, "[ [ ] ] 4 true ] 5 END"},
		{text, 3, "<c>: 3 } [ [ ] ] 4 true ] 5 END"}, /* a key: its value */
		{text, 4, "<c>: 3 } [ [ ] ] 4 true ] 5 END"}, /* the value */
		{text, 5, "{ <b>: 2 } ] <c>: 3 } [ [ ] ] 4 true ] 5 END"}, /* a number */
		{text, 7, "} ] <c>: 3 } [ [ ] ] 4 true ] 5 END"}, /* the key of a number */
		{text, 9, "] <c>: 3 } [ [ ] ] 4 true ] 5 END"}, /* an end: nothing to do */
		{"[[1,2", 1, "BAD@1:6"}, {"[[1,2] x", 2, "BAD@1:8"}, {"{\"a\" ]", 2, "BAD@1:6"},
		{"x", 1, "BAD@1:1"}, {"", 1, "END"},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		gives_when(str_of(cases[i].text), str_of(cases[i].want), false, cases[i].token);
}

/* A piece of a larger file, the places being those of the file. */
static void
piece(const char *text, struct pos begin, const char *want, const char *said)
{
	struct outcome o = {.places = true};
	char *copy = mem_alloc(strlen(text) + SOURCE_PAD, 1);
	struct source src;

	/* what is decoded in place must stay within the text */
	memset(copy, '#', strlen(text) + SOURCE_PAD);
	memcpy(copy, text, strlen(text));
	source_mem(&src, copy, strlen(text), begin);
	read_source(&o, &src);
	source_close(&src);
	for (size_t i = 0; i < SOURCE_PAD; i++)
		assert_int_equal(copy[strlen(text) + i], '#');
	free(copy);
	assert_true(str_eq(buf_str(&o.tokens), str_of(want)));
	assert_non_null(strstr(o.said, said));
	free(o.tokens.data);
}

static void
in_memory(void **state)
{
	(void)state;
	piece("{\"a\\n\":\n1} [", (struct pos){"page", 10, 5}, "{@10:5 <a\n>:@10:6 1@11:1 }@11:2 [@11:4 BAD@11:5",
	      "page:11:5: error: ");
	/* columns are not known */
	piece("[\n1", (struct pos){"page", 10, 0}, "[@10:0 1@11:0 BAD@11:0",
	      "page:11: error: the input is cut short: it ends inside an array that begins at line 10\n");
	/* a string that goes wrong behind half a surrogate pair */
	piece("\"0123456789012345678901234567890123456789\\ud800", (struct pos){"page", 1, 1}, "BAD@1:48", "cut short");
	piece("\"0123456789012345678901234567890123456789\\ud800\\u0x", (struct pos){"page", 1, 1}, "BAD@1:51", "found 'x'");
}

static void
unreadable(void **state)
{
	struct outcome o = {.skips = 0};
	struct source src;
	int fd = open("/", O_RDONLY);

	(void)state;
	assert_true(source_fd(&src, fd, "f", NULL));
	read_source(&o, &src);
	source_close(&src);
	close(fd);
	assert_int_equal(o.last, JSON_FAIL);
	assert_non_null(strstr(o.said, "this is a directory"));
	assert_int_equal(diag_status(), STATUS_IO);
	free(o.tokens.data);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values), cmocka_unit_test(numbers), cmocka_unit_test(escapes),
		cmocka_unit_test(controls), cmocka_unit_test(places), cmocka_unit_test(grammar),
		cmocka_unit_test(nearly_json), cmocka_unit_test(odd_json),
		cmocka_unit_test(messages), cmocka_unit_test(depth), cmocka_unit_test(truncation), cmocka_unit_test(lengths),
		cmocka_unit_test(skipping), cmocka_unit_test(in_memory), cmocka_unit_test(unreadable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
