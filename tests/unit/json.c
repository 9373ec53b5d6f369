#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>
#include "json.h"
#include "mem.h"

static const size_t chunks[] = {1, 2, 3, 7, SIZE_MAX};

/* What reading a text gave: its tokens in words, and what was said on standard error. */
struct outcome {
	struct buf tokens;
	char said[4096];
	size_t lines;
	enum json_token last;
	size_t depth;
};

/* A descriptor that gives the text in pieces of `chunk` bytes, one a read: that is how packets are. */
static int
in_pieces(struct str text, size_t chunk)
{
	int ends[2];

	/* each packet takes its share of the socket's buffer, and nobody reads yet */
	assert_true(text.n / chunk < 200);
	assert_return_code(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	while (text.n > 0) {
		size_t n = text.n < chunk ? text.n : chunk;

		assert_int_equal(send(ends[1], text.s, n, 0), n);
		text = str_skip(text, n);
	}
	close(ends[1]);
	return ends[0];
}

static int
in_file(struct str text)
{
	FILE *f = tmpfile();
	int fd;

	assert_non_null(f);
	assert_int_equal(fwrite(text.s, 1, text.n, f), text.n);
	assert_int_equal(fflush(f), 0);
	fd = dup(fileno(f));
	assert_return_code(fd, 0);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	fclose(f);
	return fd;
}

/* Standard error into a file: returns what it was. */
static int
hear(int *file)
{
	int old = dup(STDERR_FILENO);

	assert_return_code(old, 0);
	*file = in_file(S(""));
	assert_return_code(dup2(*file, STDERR_FILENO), 0);
	return old;
}

static void
heard(struct outcome *o, int file, int old)
{
	ssize_t n;

	assert_return_code(dup2(old, STDERR_FILENO), 0);
	close(old);
	assert_int_equal(lseek(file, 0, SEEK_SET), 0);
	n = read(file, o->said, sizeof o->said - 1);
	assert_true(n >= 0);
	o->said[n] = '\0';
	close(file);
	for (const char *p = o->said; (p = strchr(p, '\n')); p++)
		o->lines++;
}

static void
add_token(struct buf *b, const struct json *j, enum json_token token, bool places)
{
	static const char *const words[] = {
		[JSON_END] = "END", [JSON_OBJECT] = "{", [JSON_OBJECT_END] = "}", [JSON_ARRAY] = "[", [JSON_ARRAY_END] = "]",
		[JSON_KEY] = "", [JSON_STRING] = "", [JSON_NUMBER] = "", [JSON_TRUE] = "true", [JSON_FALSE] = "false",
		[JSON_NULL] = "null", [JSON_BAD] = "BAD", [JSON_FAIL] = "FAIL",
	};
	struct str text = json_text(j);
	char at[64];

	if (b->n > 0)
		buf_byte(b, ' ');
	buf_add(b, str_of(words[token]));
	if (token == JSON_KEY || token == JSON_STRING) {
		buf_byte(b, '<');
		buf_add(b, text);
		buf_add(b, token == JSON_KEY ? S(">:") : S(">"));
	} else if (token == JSON_NUMBER) {
		buf_add(b, text);
	} else {
		assert_int_equal(text.n, 0);
	}
	if (!places && token != JSON_BAD)
		return;
	snprintf(at, sizeof at, "@%zu:%zu", json_pos(j).line, json_pos(j).column);
	buf_add(b, str_of(at));
}

static void
read_source(struct outcome *o, struct source *src, bool places)
{
	static struct json j;
	int file, old = hear(&file);

	json_open(&j, src);
	do {
		o->last = json_next(&j);
		add_token(&o->tokens, &j, o->last, places);
	} while (o->last != JSON_END && o->last < JSON_BAD);
	o->depth = json_depth(&j);
	/* the end is final, and an error is not told twice */
	assert_int_equal(json_next(&j), o->last);
	assert_int_equal(json_next(&j), o->last);
	json_close(&j);
	heard(o, file, old);
	assert_int_equal(o->lines, o->last >= JSON_BAD);
}

static struct outcome
read_fd(int fd, bool places)
{
	struct outcome o = {.lines = 0};
	struct source src;

	assert_true(source_fd(&src, fd, "f", NULL));
	read_source(&o, &src, places);
	source_close(&src);
	close(fd);
	return o;
}

/* The text gives these tokens, however it comes in. */
static void
gives_str(struct str text, struct str want, bool places)
{
	for (size_t i = 0; i < countof(chunks); i++) {
		struct outcome o = read_fd(in_pieces(text, chunks[i]), places);

		if (!str_eq(buf_str(&o.tokens), want))
			fail_msg("%.*s, %zu at once: gave %.*s, not %.*s; %s", (int)text.n, text.s, chunks[i], (int)o.tokens.n,
			         o.tokens.data, (int)want.n, want.s, o.said);
		free(o.tokens.data);
	}
}

static void
gives(const char *text, const char *want)
{
	gives_str(str_of(text), str_of(want), false);
}

static void
gives_each(const char *const cases[][2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		gives(cases[i][0], cases[i][1]);
}

static void
gives_places(const char *text, const char *want)
{
	gives_str(str_of(text), str_of(want), true);
}

/* The text is refused, and this is said. */
static void
says(const char *text, const char *want)
{
	for (size_t i = 0; i < countof(chunks); i++) {
		struct outcome o = read_fd(in_pieces(str_of(text), chunks[i]), false);

		assert_int_equal(o.last, JSON_BAD);
		if (!strstr(o.said, want))
			fail_msg("%s, %zu at once: said %s, not %s", text, chunks[i], o.said, want);
		free(o.tokens.data);
	}
}

static void
values(void **state)
{
	static const char *const cases[][2] = {
		{"", "END"}, {" \t\r\n ", "END"}, {"null", "null END"}, {" true\n", "true END"}, {"false", "false END"},
		{"[]", "[ ] END"}, {"{}", "{ } END"}, {"[ ]", "[ ] END"}, {"{\n}", "{ } END"}, {"\"\"", "<> END"},
		{"[[], {} ,[{\"a\" : {\"\":null}}]]", "[ [ ] { } [ { <a>: { <>: null } } ] ] END"},
		{"{\"a\":[1,\"x\",true],\"b\":false,\"a\":null}", "{ <a>: [ 1 <x> true ] <b>: false <a>: null } END"},
		{"\xEF\xBB\xBF[\"\xC3\xA9\xF0\x9F\x98\x80\x7F\"]", "[ <\xC3\xA9\xF0\x9F\x98\x80\x7F> ] END"},
	};

	(void)state;
	gives_each(cases, countof(cases));
}

static void
several(void **state)
{
	static const char *const cases[][2] = {
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
		"0", "-0", "7", "10", "-12", "0.5", "1.50", "1e5", "1E5", "1e+05", "1e-05", "0e0", "-0.0E-0", "123456789.0123456789e99",
		"123456789012345678901234567890",
	};
	static const char *const bad[][2] = {
		{"01", "BAD@1:2"}, {"-01", "BAD@1:3"}, {"00.5", "BAD@1:2"}, {"+1", "BAD@1:1"}, {".5", "BAD@1:1"}, {"-.5", "BAD@1:2"},
		{"-", "BAD@1:2"}, {"--1", "BAD@1:2"}, {"5.", "BAD@1:3"}, {"5. ", "BAD@1:3"}, {"1.e5", "BAD@1:3"}, {"1e", "BAD@1:3"},
		{"1e+", "BAD@1:4"}, {"1e+-5", "BAD@1:4"}, {"1e5.5", "BAD@1:4"}, {"1.2.3", "BAD@1:4"}, {"1e5e5", "BAD@1:4"},
		{"0x1", "BAD@1:2"}, {"1_000", "BAD@1:2"}, {"NaN", "BAD@1:1"}, {"-Infinity", "BAD@1:2"}, {"1+1", "BAD@1:2"},
	};
	char text[64], want[64];

	(void)state;
	for (size_t i = 0; i < countof(good); i++) {
		snprintf(want, sizeof want, "%s END", good[i]);
		gives(good[i], want);
		snprintf(text, sizeof text, "[%s,%s]", good[i], good[i]);
		snprintf(want, sizeof want, "[ %s %s ] END", good[i], good[i]);
		gives(text, want);
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
		{"\"\\\xC3\xA9\"", "BAD@1:3"}, {"\"\\u0041\\n\" x", "<A\n> BAD@1:12"}, {"\"\\u0041\\n\\x\"", "BAD@1:11"},
	};

	(void)state;
	gives_each(cases, countof(cases));
	gives("\"\\u0041\\u00e9\\u00E9\\u20ac\\uFFFF\\u007f\\u0080\\u07ff\\u0800\"",
	      "<A\xC3\xA9\xC3\xA9\xE2\x82\xAC\xEF\xBF\xBF\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80> END");
	gives_str(S("\"a\\u0000b\""), S("<a\0b> END"), false);
	gives_str(S("\"\\\0\""), S("BAD@1:3"), false);
	/* what is decoded already does not move the places behind it */
}

static void
surrogates(void **state)
{
	static const char *const cases[][2] = {
		{"\"\\ud83d\\ude00\"", "<\xF0\x9F\x98\x80> END"},
		{"\"\\uD800\\uDC00\\uDBFF\\uDFFF\"", "<\xF0\x90\x80\x80\xF4\x8F\xBF\xBF> END"}, {"\"a\\ud800\"", "BAD@1:3"},
		{"\"a\\udc00\"", "BAD@1:3"}, {"\"\\udfff\\ud800\"", "BAD@1:2"}, {"\"\\ud800x\"", "BAD@1:2"},
		{"\"\\udbff\\n\"", "BAD@1:2"}, {"\"\\ud800\\ud800\\udc00\"", "BAD@1:2"}, {"\"\\ud800\\u0041\"", "BAD@1:2"},
		{"\"\\ud800\\ue000\"", "BAD@1:2"}, {"\"\\ud800\\udz00\"", "BAD@1:11"},
	};

	(void)state;
	gives_each(cases, countof(cases));
}

static void
controls(void **state)
{
	(void)state;
	for (char c = 0; c < 0x20; c++) {
		char text[] = {'"', 'a', c, '"'}, outside[] = {c, '1'};
		bool blank = c == '\t' || c == '\n' || c == '\r';

		gives_str((struct str){text, sizeof text}, S("BAD@1:3"), false);
		gives_str((struct str){outside, sizeof outside}, blank ? S("1 END") : S("BAD@1:1"), false);
	}
	gives("\x0B", "BAD@1:1");
	gives("\xC2\xA0" "1", "BAD@1:1");
}

static void
places(void **state)
{
	(void)state;
	gives_places("[1, \"a\",\n {\"\xC3\xA9\" : null}\r\n]\n",
	             "[@1:1 1@1:2 <a>@1:5 {@2:2 <\xC3\xA9>:@2:3 null@2:10 }@2:14 ]@3:1 END@4:1");
	gives_places("\n\n true\n\n  x", "true@3:2 BAD@5:3");
	gives_places("\xEF\xBB\xBF 1", "1@1:2 END@1:3");
	gives_places("\"\\u0041\"\n\"b\" 1", "<A>@1:1 <b>@2:1 1@2:5 END@2:6");
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
		{"[tru]", "[ BAD@1:5"}, {"// x\n1", "BAD@1:1"},
	};

	(void)state;
	gives_each(cases, countof(cases));
	/* a NUL is no closing bracket, whatever a state's table says */
	gives_str(S("[1,\0]"), S("[ 1 BAD@1:4"), false);
	gives_str(S("\0"), S("BAD@1:1"), false);
}

static void
messages(void **state)
{
	(void)state;
	says("[1,]", "f:1:4: error: expected a value, found ']'");
	says("[\xC3\xA9]", "f:1:2: error: expected a value or ']', found '\xC3\xA9'");
	says("{\xF0\x9F\x98\x80", "f:1:2: error: expected a key in double quotes or '}', found '\xF0\x9F\x98\x80'");
	says("['a']", "found a single quote");
	says("{\"a\" 1}", "expected ':' and the key's value, found '1'");
	says("{\"a\":1 2", "expected ',' or '}', found '2'");
	says("[1 2", "expected ',' or ']', found '2'");
	says("01", "expected no digit behind a leading zero, found '1'");
	says("\"a\nb\"", "f:1:3: error: expected a closing quote, or the escape of a control character, "
	     "found the control character U+000A");
	says("tru\x7F", "expected true, found the control character U+007F");
	says("\"\\ud800x\"", "the escape \\ud800 is half a surrogate pair");
	says("\n [1,\n  {\"a\": 1", "f:3:10: error: the input is cut short: it ends inside an object that begins at line 3, column 3");
	says("[[1],[2]\n", "f:2:1: error: the input is cut short: it ends inside an array that begins at line 1, column 1");
	says("[\"ab", "f:1:5: error: the input is cut short: it ends inside a string that begins at line 1, column 2");
	says("[-", "inside a number that begins at line 1, column 2");
	says("[tr", "inside a word that begins at line 1, column 2");
	/* the source's own errors, once */
	says("[\"a\xFF\"]", "f:1:4: error: what follows is not UTF-8");
	says("[1, \xFF", "not UTF-8");
	says("[12\xFF", "not UTF-8");
	says("[true\xFF", "not UTF-8");
	says("[\xC3", "not UTF-8");
}

static void
nested(size_t depth, bool objects, const char *want)
{
	struct buf text = {.n = 0};
	struct outcome o;

	for (size_t i = 0; i < depth; i++)
		buf_add(&text, objects && i % 2 ? S("{\"\":") : S("["));
	buf_add(&text, S("1"));
	for (size_t i = depth; i-- > 0;)
		buf_add(&text, objects && i % 2 ? S("}") : S("]"));
	o = read_fd(in_file(buf_str(&text)), false);
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
	static const char text[] = "{\"k\\u00e9\": [-1.5e+3, \"a\\ud83d\\ude00\\n\xC3\xA9\", true, false, null, {}, []], \"z\": 0 }";

	(void)state;
	for (size_t n = 0; n < sizeof text; n++) {
		for (size_t i = 0; i < countof(chunks); i++) {
			struct outcome o = read_fd(in_pieces((struct str){text, n}, chunks[i]), false);

			assert_int_equal(o.last, n == 0 || n == sizeof text - 1 ? JSON_END : JSON_BAD);
			assert_true(o.last == JSON_BAD || o.depth == 0);
			if (o.last == JSON_BAD && !strstr(o.said, "cut short") && !strstr(o.said, "UTF-8"))
				fail_msg("%.*s: said %s", (int)n, text, o.said);
			free(o.tokens.data);
		}
	}
}

/* A string of n bytes, quotes included, with an escape at the end, and then what follows. */
static struct outcome
long_string(size_t n)
{
	struct buf text = {.n = 0};
	struct outcome o;

	memset(buf_room(&text, n), 'x', n);
	text.n = n;
	text.data[0] = text.data[n - 1] = '"';
	text.data[n - 3] = '\\';
	text.data[n - 2] = 'n';
	buf_add(&text, S(" 1"));
	o = read_fd(in_file(buf_str(&text)), false);
	free(text.data);
	return o;
}

static void
lengths(void **state)
{
	struct outcome o = long_string(SOURCE_MAX);

	(void)state;
	assert_int_equal(o.last, JSON_END);
	assert_int_equal(o.tokens.n, SOURCE_MAX - 3 + strlen("<> 1 END"));
	assert_memory_equal(o.tokens.data + o.tokens.n - 9, "x\n> 1 END", 9);
	free(o.tokens.data);
	o = long_string(3 * SOURCE_MAX);
	assert_int_equal(o.last, JSON_BAD);
	assert_non_null(strstr(o.said, "f:1:1: error: a string is longer than"));
	free(o.tokens.data);
}

static void
skips(const char *text, size_t before, const char *want)
{
	static struct json j;
	struct buf tokens = {.n = 0};
	enum json_token token = JSON_END;
	struct outcome o = {.lines = 0};
	struct source src;
	int fd = in_pieces(str_of(text), 3), file, old = hear(&file);

	assert_true(source_fd(&src, fd, "f", NULL));
	json_open(&j, &src);
	while (before-- > 0)
		token = json_next(&j);
	token = json_skip(&j, token);
	if (token != JSON_END)
		add_token(&tokens, &j, token, false);
	while (token < JSON_BAD && (token = json_next(&j)) != JSON_END)
		add_token(&tokens, &j, token, false);
	json_close(&j);
	source_close(&src);
	close(fd);
	heard(&o, file, old);
	if (!str_eq(buf_str(&tokens), str_of(want)))
		fail_msg("%s: gave %.*s, not %s", text, (int)tokens.n, tokens.data, want);
	free(tokens.data);
}

static void
skipping(void **state)
{
	static const char text[] = "[{\"a\":[1,{\"b\":2}],\"c\":3},[[]],4,true] 5";

	(void)state;
	skips(text, 1, "5");
	skips(text, 2, "[ [ ] ] 4 true ] 5");
	skips(text, 3, "<c>: 3 } [ [ ] ] 4 true ] 5");          /* a key: its value */
	skips(text, 4, "<c>: 3 } [ [ ] ] 4 true ] 5");          /* the value */
	skips(text, 5, "{ <b>: 2 } ] <c>: 3 } [ [ ] ] 4 true ] 5"); /* a number */
	skips(text, 7, "} ] <c>: 3 } [ [ ] ] 4 true ] 5");      /* a key with a number */
	skips(text, 9, "] <c>: 3 } [ [ ] ] 4 true ] 5");        /* an end: nothing */
	skips("[[1,2", 1, "BAD@1:6");
	skips("[[1,2] x", 2, "BAD@1:8");
	skips("{\"a\" ]", 2, "BAD@1:6");
	skips("x", 1, "BAD@1:1");
	skips("", 1, "");
}

/* A piece of a larger file, the places being those of the file. */
static void
in_memory(void **state)
{
	char text[] = "{\"a\\n\":\n1} [", line[] = "[\n1";
	struct outcome o = {.lines = 0}, p = {.lines = 0};
	struct source src;

	(void)state;
	source_mem(&src, text, sizeof text - 1, (struct pos){"page", 10, 5});
	read_source(&o, &src, true);
	source_close(&src);
	assert_true(str_eq(buf_str(&o.tokens), S("{@10:5 <a\n>:@10:6 1@11:1 }@11:2 [@11:4 BAD@11:5")));
	assert_non_null(strstr(o.said, "page:11:5: error: "));
	free(o.tokens.data);

	source_mem(&src, line, sizeof line - 1, (struct pos){"page", 10, 0});
	read_source(&p, &src, true);
	source_close(&src);
	assert_true(str_eq(buf_str(&p.tokens), S("[@10:0 1@11:0 BAD@11:0")));
	assert_non_null(strstr(p.said, "page:11: error: the input is cut short: it ends inside an array that begins at line 10\n"));
	free(p.tokens.data);
}

static void
unreadable(void **state)
{
	struct outcome o = read_fd(open("/", O_RDONLY), false);

	(void)state;
	assert_int_equal(o.last, JSON_FAIL);
	assert_non_null(strstr(o.said, "cannot read"));
	assert_int_equal(diag_status(), STATUS_IO);
	free(o.tokens.data);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values), cmocka_unit_test(several), cmocka_unit_test(numbers), cmocka_unit_test(escapes),
		cmocka_unit_test(surrogates), cmocka_unit_test(controls), cmocka_unit_test(places), cmocka_unit_test(grammar),
		cmocka_unit_test(messages), cmocka_unit_test(depth), cmocka_unit_test(truncation), cmocka_unit_test(lengths),
		cmocka_unit_test(skipping), cmocka_unit_test(in_memory), cmocka_unit_test(unreadable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
