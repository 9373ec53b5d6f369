#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include <csv.h>
#include "csvin.h"
#include "feed.h"

#define NO_END "error: a carriage return that ends no line; if it is meant to, convert the file: tr '\\r' '\\n'\n"
#define QUOTE \
	"error: a quote (\") inside a field: a field that holds quotes must itself stand in quotes, with every inner quote doubled\n"
#define UNENDED "error: the record that begins here has a quoted field that never ends\n"

/* Whether moving large blocks takes seconds. */
#ifdef __SANITIZE_ADDRESS__
#define SLOW 1
#else
#define SLOW 0
#endif

static char delimiter = ',';

/* 1(a|b) 2(c|): every record behind the number of its first line. */
static void
records(struct source *src, struct buf *out)
{
	struct csvin in;
	struct cell *cell;
	size_t n;
	enum read got;

	csvin_open(&in, src, delimiter);
	while ((got = csvin_next(&in, &cell, &n)) == READ_OK) {
		assert_string_equal(in.pos.file, "in");
		assert_int_equal(in.pos.column, 0);
		assert_true(n > 0);
		note(out, "%zu(", in.pos.line);
		for (size_t i = 0; i < n; i++) {
			buf_add(out, i > 0 ? S("|") : S(""));
			buf_add(out, cell[i].text);
		}
		buf_add(out, S(") "));
	}
	buf_add(out, got == READ_END ? S("END") : got == READ_BAD ? S("BAD") : S("FAIL"));
	csvin_close(&in);
}

static void
plain(void **state)
{
	static const struct feed_case cases[] = {
		{STR(""), "END", NULL},
		{STR("a"), "1(a) END", NULL},
		{STR("a,b\nc,d\n"), "1(a|b) 2(c|d) END", NULL},
		{STR("a,b\nc,d"), "1(a|b) 2(c|d) END", NULL},
		{STR("a,b\r\nc,d\r\n"), "1(a|b) 2(c|d) END", NULL},
		{STR("a\r\nb\nc\r\n"), "1(a) 2(b) 3(c) END", NULL}, /* line ends may be mixed */
		{STR(","), "1(|) END", NULL},
		{STR(",\n,,\n"), "1(|) 2(||) END", NULL},
		{STR("a,\n"), "1(a|) END", NULL},
		{STR("a;b\tc|d\n"), "1(a;b\tc|d) END", NULL},
		{STR("\xEF\xBB\xBFyear,b\n"), "1(year|b) END", NULL},
		{STR("opération,é\n"), "1(opération|é) END", NULL},
		/* how many fields a record has is not our business */
		{STR("a,b,c\n1\n1,2,3,4\n"), "1(a|b|c) 2(1) 3(1|2|3|4) END", NULL},
		{STR("#country,#date\n# x\n"), "1(#country|#date) 2(# x) END", NULL},
		{STR("'a,b'\n"), "1('a|b') END", NULL},
		{STR("a\\,b\n"), "1(a\\|b) END", NULL},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
	feed_gives(records, S("ab\0,\0\n"), S("1(ab\0|\0) END"), "");
}

static void
quoted(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\"a\",\"b\"\n"), "1(a|b) END", NULL},
		{STR("\"a\",b\r\nc,\"d\"\r\n"), "1(a|b) 2(c|d) END", NULL},
		{STR("\"a\""), "1(a) END", NULL},
		{STR("a,\"\""), "1(a|) END", NULL},
		{STR("\"a,b\",c\n"), "1(a,b|c) END", NULL},
		{STR("\"a\"\"b\"\n"), "1(a\"b) END", NULL},
		{STR("\"\"\"\"\n"), "1(\") END", NULL},
		{STR("\"\"\"a\"\"\",\"\"\"\"\"\"\n"), "1(\"a\"|\"\") END", NULL},
		{STR("\"a\nb\"\nc\n"), "1(a\nb) 3(c) END", NULL},
		{STR("\"a\r\nb\",c\r\nd,e\r\n"), "1(a\r\nb|c) 3(d|e) END", NULL},
		{STR("\"a\rb\"\n"), "1(a\rb) END", NULL}, /* inside quotes a CR is text */
		{STR("\"a\r\"\r\n"), "1(a\r) END", NULL},
		{STR("x,\"\n\n\n\",y\nz\n"), "1(x|\n\n\n|y) 5(z) END", NULL},
		{STR("\"a\n\"\"\nb\",\"c\nd\"\ne\n"), "1(a\n\"\nb|c\nd) 5(e) END", NULL},
		{STR("a,b\n\"c\",d\ne,f\n\"g\nh\",i\nj,k"), "1(a|b) 2(c|d) 3(e|f) 4(g\nh|i) 6(j|k) END", NULL},
		{STR("\"\"\n"), "1() END", NULL}, /* one empty field, and no blank line */
		{STR("\"\n\""), "1(\n) END", NULL},
		{STR("\xEF\xBB\xBF\"year\",b\n"), "1(year|b) END", NULL},
		{STR("\"é\",\"\xF0\x9F\x98\x80\"\n"), "1(é|\xF0\x9F\x98\x80) END", NULL},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
	feed_gives(records, S("\"a\0b\",\0\n"), S("1(a\0b|\0) END"), "");
}

/* What other formats and programs mean something by, and RFC 4180 does not. */
static void
other_dialects(void **state)
{
	static const struct feed_case cases[] = {
		/* backslashes escape nothing */
		{STR("\"a\\\"b\"\n"), "BAD", "poc-tools: in:1:5: " QUOTE},
		{STR("\"a\\\",\\N,\\\n"), "1(a\\|\\N|\\) END", NULL},
		/* nor do other characters end a line, separate, or quote */
		{STR("a\vb,c\fd\n"), "1(a\vb|c\fd) END", NULL},
		{STR("a\xC2\x85" "b\xE2\x80\xA8" "c\xE2\x80\xA9" "d\n"), "1(a\xC2\x85" "b\xE2\x80\xA8" "c\xE2\x80\xA9" "d) END", NULL},
		{STR("a\xEF\xBC\x8C" "b\x1F" "c\x1E" "d\n"), "1(a\xEF\xBC\x8C" "b\x1F" "c\x1E" "d) END", NULL},
		{STR("\xE2\x80\x9C" "a,b\xE2\x80\x9D,`c,d`\n"), "1(\xE2\x80\x9C" "a|b\xE2\x80\x9D|`c|d`) END", NULL},
		/* a line that tells the separator is one like others, and so is a comment, which may hold no quote */
		{STR("sep=,\n# a, b\n"), "1(sep=|) 2(# a|b) END", NULL},
		{STR("# it is a \"b\"\n"), "BAD", "poc-tools: in:1:11: " QUOTE},
		{STR("=\"01\",2\n"), "BAD", "poc-tools: in:1:2: " QUOTE},
		/* a mark is dropped at the beginning only */
		{STR("\xEF\xBB\xBF\xEF\xBB\xBF" "a,\xEF\xBB\xBF" "b\n\xEF\xBB\xBF" "c\n"), "1(\xEF\xBB\xBF" "a|\xEF\xBB\xBF" "b) 2(\xEF\xBB\xBF" "c) END", NULL},
		{STR("a\n\xEF\xBB\xBF\"b\"\n"), "1(a) BAD", "poc-tools: in:2:4: " QUOTE},
		/* the end of the input instead of one of a line */
		{STR("\"a\","), "1(a|) END", NULL}, {STR("\"a\" "), "1(a) END", NULL}, {STR("a,\"b\"\"\""), "1(a|b\") END", NULL},
		{STR("\"a\nb\""), "1(a\nb) END", NULL}, {STR("\"\"\""), "BAD", "poc-tools: in:1: " UNENDED}, {STR("\"a\n\n"), "BAD", "poc-tools: in:1: " UNENDED},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
blanks_around_fields(void **state)
{
	static const struct feed_case cases[] = {
		{STR(" a ,\tb\t, c d \n"), "1(a|b|c d) END", NULL},
		{STR(" a ,\t\"b\"\t, c d \n"), "1(a|b|c d) END", NULL},
		{STR("a , b \r\n"), "1(a|b) END", NULL},
		{STR(" , \n"), "1(|) END", NULL},
		{STR("  \"a\"  \n"), "1(a) END", NULL},
		/* inside quotes they are text */
		{STR("\" a \",\"\t\"\n"), "1( a |\t) END", NULL},
		{STR("1, \"a\", \" b \"\n"), "1(1|a| b ) END", NULL},
		/* a no-break space is no blank of this module's */
		{STR("\xC2\xA0" "a\n"), "1(\xC2\xA0" "a) END", NULL},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
blank_lines(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\n\na\n\nb\n\n"), "3(a) 5(b) END", NULL},
		{STR("\r\na\r\n\r\nb"), "2(a) 4(b) END", NULL},
		{STR(" \t \na\n  "), "2(a) END", NULL},
		{STR("\n"), "END", NULL},
		{STR("\"a\"\n\n\"b\"\n"), "1(a) 3(b) END", NULL},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
delimiters(void **state)
{
	static const struct {
		char delimiter;
		struct feed_case c;
	} cases[] = {
		{';', {STR("a;b,c;\"d;e\"\n"), "1(a|b,c|d;e) END", NULL}},
		{';', {STR("\"a\" ; \"b\"\n;\n"), "1(a|b) 2(|) END", NULL}},
		{'|', {STR("a | b\n|\"|\"\n"), "1(a|b) 2(||) END", NULL}},
		{'\t', {STR("a\tb\n"), "1(a|b) END", NULL}},
		/* where a tab separates it is no blank: these lines have fields */
		{'\t', {STR("\t\n \t \n\t\t\n"), "1(|) 2(|) 3(||) END", NULL}},
		{'\t', {STR("\"a\"\t\"\tb\"\t\n"), "1(a|\tb|) END", NULL}},
		{'\t', {STR(" a \t \"b\" \n"), "1(a|b) END", NULL}},
		{'\t', {STR("  \n\t\"\"\n"), "2(|) END", NULL}},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		delimiter = cases[i].delimiter;
		feed_all(records, &cases[i].c, 1);
	}
}

static int
end_delimiters(void **state)
{
	(void)state;
	delimiter = ',';
	return 0;
}

static void
a_cr_alone(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a,b\rc,d\r"), "BAD", "poc-tools: in:1:4: " NO_END},
		{STR("a\nb\rc\n"), "1(a) BAD", "poc-tools: in:2:2: " NO_END},
		{STR("a,b\r"), "BAD", "poc-tools: in:1:4: " NO_END}, /* nor is the end of the input a line end */
		{STR("a\r\r\n"), "BAD", "poc-tools: in:1:2: " NO_END},
		{STR("\r"), "BAD", "poc-tools: in:1:1: " NO_END},
		{STR("a\n\rb\n"), "1(a) BAD", "poc-tools: in:2:1: " NO_END},
		{STR("\xEF\xBB\xBF" "a\rb\n"), "BAD", "poc-tools: in:1:2: " NO_END},
		{STR("\"a\"\r\"b\"\n"), "BAD", "poc-tools: in:1:4: " NO_END},
		{STR("\"a\",b\rc\n"), "BAD", "poc-tools: in:1:6: " NO_END},
		{STR("\"a\"\r"), "BAD", "poc-tools: in:1:4: " NO_END},
		{STR("a,\"b\nc\",d\re\n"), "BAD", "poc-tools: in:2:5: " NO_END},
		{STR("\"a\"\r\r\n"), "BAD", "poc-tools: in:1:4: " NO_END},
		{STR("\"a\",\r\"b\"\n"), "BAD", "poc-tools: in:1:5: " NO_END},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

/* libcsv takes the CR before a record for the end of a blank line. */
static void
a_cr_before_a_quoted_field(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\r\"a\",b\n"), "BAD", "poc-tools: in:1:1: " NO_END},
		{STR("x\n \r \"a\"\n"), "1(x) BAD", "poc-tools: in:2:2: " NO_END},
		{STR("\r\r\"a\"\n"), "BAD", "poc-tools: in:1:1: " NO_END},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

/* The place is that of the CR outside the quotes, not of one that is text. */
static void
a_cr_behind_one_in_quotes(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\"a\rb\",c\rd\n"), "BAD", "poc-tools: in:1:8: " NO_END},
		{STR("x,\"a\nb\r\"\rd\n"), "BAD", "poc-tools: in:2:4: " NO_END},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
quotes_in_the_wrong_place(void **state)
{
	static const struct feed_case cases[] = {
		{STR("a\"b\n"), "BAD", "poc-tools: in:1:2: " QUOTE},
		{STR("x\na\"\"b,c\n"), "1(x) BAD", "poc-tools: in:2:2: " QUOTE},
		{STR("a \"b\"\n"), "BAD", "poc-tools: in:1:3: " QUOTE},
		{STR("\xEF\xBB\xBF" "ab\"\n"), "BAD", "poc-tools: in:1:3: " QUOTE},
		{STR("\"ab\"c\n"), "BAD", "poc-tools: in:1:5: " QUOTE},
		{STR("\"ab\" c\n"), "BAD", "poc-tools: in:1:6: " QUOTE},
		{STR("\"a\" \"b\"\n"), "BAD", "poc-tools: in:1:5: " QUOTE},
		{STR("\"a\n\nb\"c\n"), "BAD", "poc-tools: in:3:3: " QUOTE},
		{STR("\"a\n\"\" b\",c\"\n"), "BAD", "poc-tools: in:2:8: " QUOTE},
		{STR("\"a\"\"\"b\n"), "BAD", "poc-tools: in:1:6: " QUOTE},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
quotes_that_never_end(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\""), "BAD", "poc-tools: in:1: " UNENDED},
		{STR("a,\""), "BAD", "poc-tools: in:1: " UNENDED},
		{STR("a\n\"b\nc\nd,e\n"), "1(a) BAD", "poc-tools: in:2: " UNENDED},
		{STR("\"a\"\"\n"), "BAD", "poc-tools: in:1: " UNENDED},
	};

	(void)state;
	feed_all(records, cases, countof(cases));
}

static void
bytes_that_are_no_text(void **state)
{
	static const char said[] =
		"poc-tools: in:2:3: error: what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1\n";

	(void)state;
	feed_gives(records, S("abcde,f\nc,\xFF\n"), S("1(abcde|f) BAD"), said);
	feed_gives(records, S("abcde,f\n\"c\xFF\"\n"), S("1(abcde|f) BAD"), said);
	feed_gives(records, S("\"abcde\nx\"\xFF\n"), S("BAD"), said);
}

/* Records before the cut are whole; the one that it goes through may be another, but it is never more of them. */
static void
cut(size_t at, struct str got, struct str whole, const char *said)
{
	size_t same = 0;

	while (same < got.n && got.s[same] == whole.s[same])
		same++;
	if (got.n - same > 8 && memchr(got.s + same, '(', got.n - same))
		fail_msg("cut at %zu: %.*s", at, (int)got.n, got.s);
	assert_int_equal(strstr(said, "never ends") || strstr(said, "carriage return"), got.s[got.n - 1] != 'D' || got.s[got.n - 2] == 'A');
}

static void
every_cut(void **state)
{
	(void)state;
	feed_cuts(records, S("a,b\r\n\"c\r\n\"\"d\"\"\",\"e\"\n\nf,\"\"\r\n"), cut);
}

static bool in_record;

/* What libcsv makes of a text, in the words of records(), without the numbers of lines. */
static void
add_field(void *s, size_t n, void *arg)
{
	struct buf *out = arg;

	buf_byte(out, in_record ? '|' : '(');
	buf_add(out, (struct str){s, n});
	in_record = true;
}

static void
end_record(int c, void *arg)
{
	(void)c;
	buf_add(arg, S(") "));
	in_record = false;
}

static void
by_libcsv(struct str text, struct buf *out)
{
	struct csv_parser parser;
	bool read;

	out->n = 0;
	in_record = false;
	assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
	csv_set_delim(&parser, (unsigned char)delimiter);
	read = csv_parse(&parser, text.s, text.n, add_field, end_record, out) == text.n
	       && csv_fini(&parser, add_field, end_record, out) == 0;
	csv_free(&parser);
	if (read)
		buf_add(out, S("END"));
	else
		buf_set(out, S("BAD"));
}

/* A record that is given as it stands has no quotes, and its fields in it. */
static void
is_line_of(const struct csvin *in, const struct cell *cell, size_t n)
{
	struct str line = in->line;

	if (memchr(line.s, '"', line.n))
		fail_msg("has quotes: %.*s", (int)line.n, line.s);
	for (size_t i = 0; i < n; i++) {
		if (line.n < cell[i].text.n || !str_eq((struct str){line.s, cell[i].text.n}, cell[i].text))
			fail_msg("has not %.*s: %.*s", (int)cell[i].text.n, cell[i].text.s, (int)in->line.n, in->line.s);
		line = str_skip(line, cell[i].text.n);
		assert_int_equal(line.n > 0, i + 1 < n);
		if (line.n > 0)
			assert_int_equal(*line.s, delimiter);
		line = str_skip(line, line.n > 0);
	}
}

/* The same by our reader. */
static void
by_csvin(struct source *src, struct buf *out)
{
	struct csvin in;
	struct cell *cell;
	size_t n;
	enum read got;

	out->n = 0;
	csvin_open(&in, src, delimiter);
	while ((got = csvin_next(&in, &cell, &n)) == READ_OK) {
		for (size_t i = 0; i < n; i++) {
			buf_byte(out, i > 0 ? '|' : '(');
			buf_add(out, cell[i].text);
			if (!in.ragged && !str_is_trim(cell[i].text))
				fail_msg("not trimmed: %.*s", (int)cell[i].text.n, cell[i].text.s);
		}
		if (in.line.n > 0)
			is_line_of(&in, cell, n);
		buf_add(out, S(") "));
	}
	if (got == READ_END)
		buf_add(out, S("END"));
	else
		buf_set(out, S("BAD"));
	csvin_close(&in);
}

#define WELL_FORMED 15 /* of the kinds of fields below */

/* A line of fields, most of them clean: their lengths make quotes and delimiters stand at every place of a block. */
static void
add_line(struct buf *text, bool well_formed)
{
	static const char *const kinds[] = {"", "0", "2019", "\"\"", "\"a,b\"", "\"Mali\"", "\"a\"\"b\"", "\" x \"", " x ", "\t", "\"a\nb\"",
	        "\"x\" ", "\xC3\xA9", "\"\xC3\xA9\"", "\"a;\tb\"", "a\"b", "\"a\"b", "\"", "' '", "\"\r\n\"",
	        "a\"b\"", "a\"b,c\"", " x", "x ", " x", "x ", "\" x\"", "\"x \""};

	for (int fields = rand() % 12; fields >= 0; fields--) {
		bool clean = rand() % 8 != 0, quoted = clean && rand() % 3 == 0;

		buf_add(text, str_of(clean ? (quoted ? "\"" : "") : kinds[(size_t)rand() % (well_formed ? WELL_FORMED : countof(kinds))]));
		for (int n = clean ? rand() % 40 : 0; n > 0; n--)
			buf_byte(text, (char)('a' + rand() % 26));
		buf_add(text, quoted ? S("\"") : S(""));
		if (fields > 0)
			buf_byte(text, delimiter);
	}
	buf_add(text, rand() % 4 ? S("\n") : S("\r\n"));
}

/* Clean records are taken without libcsv: that gives what libcsv would have given, whatever stands before and behind. */
static void
as_libcsv(void **state)
{
	static const char delimiters[] = ",;\t|";

	(void)state;
	for (int i = 0; i < 12000; i++) {
		struct buf text = {.n = 0}, want = {.n = 0}, got = {.n = 0};
		struct source src;
		int fd;

		delimiter = delimiters[i % 4];
		/* some are longer than a window */
		for (int lines = rand() % (i % 50 ? 5 : 400); lines >= 0; lines--)
			add_line(&text, i % 50 == 0);
		by_libcsv(buf_str(&text), &want);
		fd = feed(buf_str(&text), i % 3 ? 0 : (size_t)(1 + rand() % 100));
		assert_true(source_fd(&src, fd, "in", NULL));
		hear();
		by_csvin(&src, &got);
		heard();
		if (!str_eq(buf_str(&got), buf_str(&want)))
			fail_msg("%.*s instead of %.*s for %.*s", (int)got.n, got.data, (int)want.n, want.data, (int)text.n, text.data);
		source_close(&src);
		close(fd);
		free(text.data);
		free(want.data);
		free(got.data);
	}
	delimiter = ',';
}

/* Each record as it stands, where it is said. */
static void
lines(struct source *src, struct buf *out)
{
	struct csvin in;
	struct cell *cell;
	size_t n;

	csvin_open(&in, src, delimiter);
	while (csvin_next(&in, &cell, &n) == READ_OK) {
		buf_add(out, in.line);
		buf_byte(out, '/');
	}
	csvin_close(&in);
}

static void
as_it_stands(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\"a\",b\n"), "/", NULL}, {STR("a,\"b,c\"\n"), "/", NULL}, {STR("\"a\"\"\",b\n"), "/", NULL},
		{STR("a, b\n"), "/", NULL},
	};
	static const char want[] = "a,b/,/2019/1,2,/";
	static char text[400 + SOURCE_PAD] = "a,b\r\n,\n2019\n\n1,2,\n";
	size_t n = strlen(text);
	struct source src;
	struct buf out = {NULL, 0, 0};

	(void)state;
	feed_all(lines, cases, countof(cases));
	/* of the last blocks, what stands behind is part, too */
	memset(text + n, 'x', 400 - n);
	source_mem(&src, text, 400, (struct pos){"in", 1, 1});
	lines(&src, &out);
	assert_true(out.n >= sizeof want);
	assert_memory_equal(out.data, want, sizeof want - 1);
	free(out.data);
}

/* Reads one record of two fields whose text the caller knows. */
static void
gives_two(struct str text, struct str first, struct str second)
{
	struct source src;
	struct csvin in;
	struct cell *cell = NULL;
	size_t n;
	int fd = feed(text, 0);

	assert_true(source_fd(&src, fd, "in", NULL));
	csvin_open(&in, &src, ',');
	assert_int_equal(csvin_next(&in, &cell, &n), READ_OK);
	assert_int_equal(n, 2);
	assert_true(str_eq(cell[0].text, first));
	assert_true(str_eq(cell[1].text, second));
	assert_int_equal(csvin_next(&in, &cell, &n), READ_END);
	csvin_close(&in);
	source_close(&src);
	close(fd);
}

/* A field of n bytes, on lines of 100, in quotes: as long as libcsv's buffer needs to move many times. */
static struct str
with_long_field(size_t n, struct str *field)
{
	struct str text = repeated(S("x"), n + 5);
	char *s = (char *)text.s;

	s[0] = '"';
	for (size_t i = 100; i < n; i += 100)
		s[i] = '\n';
	memcpy(s + n + 1, "\",b\n", 4);
	*field = (struct str){text.s + 1, n};
	return text;
}

static void
long_fields(void **state)
{
	static const size_t lengths[] = {127, 128, 129, 65535, 65536, 65537, 300000, SOURCE_MAX};

	(void)state;
	for (size_t i = 0; i < countof(lengths) - SLOW; i++) {
		struct str field, text = with_long_field(lengths[i], &field);

		gives_two(text, field, S("b"));
		free((char *)text.s);
	}
}

/* As feed_gives(), but the text comes whole: it is long. */
static void
gives_whole(struct str text, struct str want, const char *said)
{
	struct buf out = {.n = 0};
	struct source src;
	int fd = feed(text, 0);

	assert_true(source_fd(&src, fd, "in", NULL));
	hear();
	records(&src, &out);
	assert_string_equal(heard(), said);
	assert_true(str_eq(buf_str(&out), want));
	source_close(&src);
	close(fd);
	free(out.data);
}

static void
too_long_fields(void **state)
{
	/* the first one fits into libcsv's last block, the second one does not */
	static const size_t lengths[] = {SOURCE_MAX + 1, SOURCE_MAX + 100000};
	static const char why[] = "poc-tools: in:1: error: a quoted field is longer than 16 MiB\n";

	(void)state;
	for (size_t i = SLOW; i < countof(lengths); i++) {
		struct str field, text = with_long_field(lengths[i], &field);
		char *behind = (char *)text.s + text.n - 3;

		gives_whole(text, S("BAD"), why);
		/* alone, where libcsv gives it only when the line ends, or the input */
		*behind = '\n';
		gives_whole((struct str){text.s, text.n - 2}, S("BAD"), why);
		gives_whole((struct str){text.s, text.n - 3}, S("BAD"), why);
		free((char *)text.s);
	}
}

/* Of all fields the text is there at the same time, however often the memory behind it had to move. */
static void
many_fields(void **state)
{
	struct buf text = {.n = 0}, want = {.n = 0};

	(void)state;
	for (int quotes = 0; quotes < 2; quotes++) {
		text.n = want.n = 0;
		buf_add(&want, S("1("));
		for (unsigned i = 0; i < 3000; i++) {
			note(&text, quotes ? "%s\"%u\"" : "%s%u", i ? "," : "", i);
			note(&want, "%s%u", i ? "|" : "", i);
		}
		buf_add(&text, S("\na"));
		buf_add(&want, S(") 2(a) END"));
		feed_gives(records, buf_str(&text), buf_str(&want), "");
	}
	free(text.data);
	free(want.data);
}

/* More fields, and more records, than are looked at ahead: short ones, in quotes or not. */
static void
short_ones(void **state)
{
	static const char *const fields[] = {"", "a", "\"\"", "\"a\""}, *const values[] = {"", "a", "", "a"};
	struct buf text = {.n = 0}, want = {.n = 0};

	(void)state;
	for (size_t f = 0; f < countof(fields); f++) {
		text.n = want.n = 0;
		for (unsigned line = 1; line <= 3; line++) {
			note(&want, "%u(", line);
			for (unsigned i = 0; i < 5000; i++) {
				note(&text, "%s%s", i ? "," : "", fields[f]);
				note(&want, "%s%s", i ? "|" : "", values[f]);
			}
			note(&text, "\n");
			note(&want, ") ");
		}
		buf_add(&want, S("END"));
		feed_gives(records, buf_str(&text), buf_str(&want), "");
		text.n = want.n = 0;
		for (unsigned line = 1; line <= 2000; line++) {
			note(&text, "%s,\n", fields[f]);
			note(&want, "%u(%s|) ", line, values[f]);
		}
		buf_add(&want, S("END"));
		feed_gives(records, buf_str(&text), buf_str(&want), "");
	}
	free(text.data);
	free(want.data);
}

/* A record whose fields are too long together, or as long as they may be: 12 MiB each but for the last. */
static void
too_long_together(void **state)
{
	static const char why[] = "poc-tools: in:1: error: the fields of a record with quotes are longer than 32 MiB together\n";
	struct str field, one = with_long_field((size_t)3 << 22, &field), last;
	struct buf text = {.n = 0}, want = {.n = 0};
	size_t two;

	(void)state;
	for (int i = 0; i < 3; i++)
		buf_add(&text, (struct str){one.s, one.n - 2});
	buf_add(&text, S("\n"));
	gives_whole(buf_str(&text), S("BAD"), why);

	text.n = two = 2 * (one.n - 2);
	last = (struct str){field.s, ((size_t)8 << 20) - 1};
	note(&want, "1(");
	for (int i = 0; i < 2; i++) {
		buf_add(&want, field);
		buf_add(&want, S("|"));
	}
	buf_add(&want, last);
	buf_add(&want, S("|b) END"));
	buf_byte(&text, '"');
	buf_add(&text, last);
	buf_add(&text, S("\",b\n"));
	gives_whole(buf_str(&text), buf_str(&want), "");

	/* a byte more, in the last field: libcsv gives it only when the line ends, or the input */
	text.n--;
	buf_add(&text, S("b\n"));
	gives_whole(buf_str(&text), S("BAD"), why);
	text.n--;
	gives_whole(buf_str(&text), S("BAD"), why);
	free((char *)one.s);
	free(text.data);
	free(want.data);
}

static void
unreadable(void **state)
{
	(void)state;
	feed_fails(records);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unreadable),
		cmocka_unit_test(plain),
		cmocka_unit_test(quoted),
		cmocka_unit_test(other_dialects),
		cmocka_unit_test(blanks_around_fields),
		cmocka_unit_test(blank_lines),
		cmocka_unit_test_teardown(delimiters, end_delimiters),
		cmocka_unit_test(a_cr_alone),
		cmocka_unit_test(a_cr_before_a_quoted_field),
		cmocka_unit_test(a_cr_behind_one_in_quotes),
		cmocka_unit_test(quotes_in_the_wrong_place),
		cmocka_unit_test(quotes_that_never_end),
		cmocka_unit_test(bytes_that_are_no_text),
		cmocka_unit_test(as_libcsv), cmocka_unit_test(as_it_stands),
		cmocka_unit_test(every_cut),
		cmocka_unit_test(long_fields),
		cmocka_unit_test(too_long_fields),
		cmocka_unit_test(many_fields),
		cmocka_unit_test(short_ones),
		cmocka_unit_test(too_long_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
