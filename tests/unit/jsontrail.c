/* jsontrail, jsonplan: records that are followed give what the plain way gives, which reads those that come in small pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "feed.h"
#include "jsonrows.h"

static size_t followed; /* records of all readings that were not read the plain way */

static size_t bare;     /* those whose texts may stand in CSV as they are */
static size_t zeros, figures; /* values that were seen to be one */

static bool
may_be_bare(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (strchr(",\"\r\n", text.s[i]))
			return false;
	return str_is_trim(text) || str_eq(str_trim(text), text);
}

/* What was seen of the values is so. */
static void
check_seen(const struct record *r)
{
	for (size_t i = 0; i < RECORD_SEEN; i++) {
		bool zero = r->zeros >> i & 1, figure = r->figures >> i & 1;
		struct str text = i < r->shape->n ? r->cell[i].text : S("");

		assert_true(!zero || str_eq(text, S("0")));
		assert_true(!figure || (text.n >= 1 && text.n <= 8 && str_digits(text) == text.n && text.s[0] != '0'));
		zeros += zero;
		figures += figure;
	}
}

static bool
known(struct str name)
{
	return str_eq(name, S("categories")) || str_eq(name, S("year")) || str_eq(name, S("budget")) || str_eq(name, S("list"));
}

/* All of a record that others look at; "!" where the names are others than before. */
static void
note_record(struct buf *out, const struct record *r, unsigned *serial)
{
	note(out, "%d%s%zu:%zu(", (int)r->kind, r->chart ? "C" : "", r->at.line, r->at.column);
	buf_add(out, *serial == r->shape->serial ? S("") : S("!"));
	*serial = r->shape->serial;
	note(out, "%zu ", r->shape->at.line);
	for (size_t i = 0; i < r->shape->n; i++) {
		buf_add(out, r->shape->name[i]);
		note(out, "@%u=%d", r->cell[i].element, (int)r->cell[i].kind);
		buf_add(out, r->cell[i].text);
		buf_byte(out, ' ');
	}
	note(out, ") ");
}

static void
rows(struct source *src, struct buf *out)
{
	static struct jsonrows rows;
	struct record r;
	unsigned serial = 0;
	enum read got;

	jsonrows_open(&rows, src, known);
	while (r = (struct record){.bare = false}, (got = jsonrows_next(&rows, &r)) == READ_OK) {
		note_record(out, &r, &serial);
		for (size_t i = 0; r.bare && i < r.shape->n; i++)
			assert_true(may_be_bare(r.cell[i].text));
		bare += r.bare;
		check_seen(&r);
		followed += rows.ways.whole || rows.documents.whole;
	}
	note(out, "%s%zu %d %zu", rows.empty ? "EMPTY " : "", rows.values, (int)got, src->line);
	jsonrows_close(&rows);
}

/* Reads the text at once, and then in pieces of every size. */
static void
compare(struct str text)
{
	struct buf whole = {.n = 0}, out = {.n = 0}, said = {.n = 0};
	struct source src;

	buf_add(&whole, text);
	memset(buf_room(&whole, SOURCE_PAD), '"', SOURCE_PAD);
	hear();
	source_mem(&src, whole.data, text.n, (struct pos){"in", 1, 1});
	rows(&src, &out);
	source_close(&src);
	buf_add(&said, str_of(heard()));
	buf_byte(&said, '\0');
	feed_gives(rows, text, buf_str(&out), said.data);
	free(whole.data);
	free(out.data);
	free(said.data);
}

static const char *
one_of(const char *const *of, size_t n)
{
	return of[(size_t)rand() % n];
}

static void
add_value(struct buf *b)
{
	static const char *const values[] = {
		"1", "0", "-0", "2015", "1.5", "-12.250", "9.6497e-05", "1E+3", "12345678901234567890", "70.508304000000008",
		"0.1234567890123456789012345678901234567890", "123456789012345.5", "1234567890123456.5", "null", "true", "false", "\"\"", "\" \"", "\"a\"",
		"\"-\"", "\"0\"", "\"WORD\"",
		"\"exactly sixteen!\"", "\"more than sixteen bytes, and a few\"", "\"\\u00e9\"", "\"a\\\"b\"", "\"\xC3\xA9\xC2\xA0\"", "\"a]}{[,:\"",
	};
	static const char *const odd[] = {"{}", "[]", "[1,2]", "{\"x\":1}", "[{\"x\":1,\"y\":[2,3]},{\"x\":4}]", "[[1],2]", "{\"x\":{\"y\":null}}"};

	buf_add(b, str_of(rand() % 12 ? one_of(values, countof(values)) : one_of(odd, countof(odd))));
}

/* Records as they follow one another: mostly the same members, blanks of one kind. */
static void
add_record(struct buf *b, const char *blank, bool columns)
{
	static const char *const names[] = {"year", "budget", "a", "list", "a_rather_long_name_of_a_column", "b\\n", "", "a.b", ("name that is longer "
		"than two blocks of sixteen bytes are, and goes on")};
	size_t n = rand() % 8 ? 4 : (size_t)rand() % 7, first = rand() % 8 ? 0 : (size_t)rand() % 4;

	buf_byte(b, '{');
	for (size_t i = 0; i < n; i++) {
		size_t values = rand() % 10 ? 3 : (size_t)rand() % 20;

		note(b, "%s%s\"%s\":%s", i ? "," : "", blank, columns && i == 0 ? "categories" : names[(first + i) % countof(names)], blank);
		if (!columns || rand() % 12 == 0) {
			add_value(b);
			continue;
		}
		buf_byte(b, '[');
		for (size_t k = 0; k < values; k++) {
			buf_add(b, str_of(k ? "," : ""));
			add_value(b);
		}
		buf_byte(b, ']');
	}
	note(b, "%s}", blank);
}

/* Whether a byte of UTF-8 goes on with the character before it: nothing may be cut there, the text stays UTF-8. */
static bool
inside(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static void
any_records(void **state)
{
	static const char *const blanks[] = {"", "", " ", "\n\t", "\r\n  "};
	static const char *const wrong[] = {"", "\"", "}", ",", "0", "\\", "\x01", "\n", "[", "e", "null"};
	struct buf b = {.n = 0};

	(void)state;
	srand(1);
	for (int round = 0; round < 400; round++) {
		const char *blank = one_of(blanks, countof(blanks)), *between = rand() % 2 ? blank : one_of(blanks, countof(blanks));
		int form = rand() % 4, n = 1 + rand() % 12;

		b.n = 0;
		buf_add(&b, form == 0 ? S("[") : form == 1 ? S("{\"p\":1,\"items\":[") : S(""));
		for (int i = 0; i < n; i++) {
			note(&b, "%s%s", i && form < 2 ? "," : "", between);
			add_record(&b, blank, form == 3);
		}
		buf_add(&b, form == 0 ? S("]") : form == 1 ? S("],\"q\":2}") : S("\n"));
		if (rand() % 3 == 0) { /* something is wrong in it */
			size_t at = (size_t)rand() % b.n;
			struct str with = str_of(one_of(wrong, countof(wrong)));

			while (at > 0 && inside(b.data[at]))
				at--;
			if (with.n > 0 && at + with.n < b.n && !inside(b.data[at + with.n]))
				memcpy(b.data + at, with.s, with.n);
			else
				b.n = at;
		}
		compare(buf_str(&b));
	}
	assert_true(followed > 1000);
	free(b.data);
}

/* More places, branches and levels than are kept. */
static void
too_much(void **state)
{
	struct buf b = {.n = 0};

	(void)state;
	buf_byte(&b, '[');
	for (int i = 0; i < 1500; i++)
		note(&b, "%s{\"a\":1,\"k%d\":2}", i ? "," : "", i);
	for (int i = 0; i < 3; i++) {
		note(&b, ",{\"d\":");
		for (int depth = 0; depth < 40; depth++)
			note(&b, "{\"x\":");
		note(&b, "1%.*s}", 40, "}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}");
	}
	buf_byte(&b, ']');
	compare(buf_str(&b));
	free(b.data);
}

static void
compare_again(struct buf *record, int times)
{
	struct buf b = {.n = 0};

	for (int i = 0; i < times; i++) {
		buf_add(&b, buf_str(record));
		buf_byte(&b, '\n');
	}
	compare(buf_str(&b));
	record->n = 0;
	free(b.data);
}

/* Each of these bounds by itself, in records that come again and again. */
static void
much_of_one_thing(void **state)
{
	struct buf b = {.n = 0};

	(void)state;
	/* members */
	for (int i = 0; i < 1100; i++)
		note(&b, "%s\"k%d\":%d", i ? "," : "{", i, i);
	note(&b, "}");
	compare_again(&b, 3);
	/* ways on from many places: other blanks each time */
	note(&b, "[");
	for (int blanks = 0; blanks < 6; blanks++)
		for (int i = 0; i < 900; i++)
			note(&b, "%s%*s\"k%d\":%d%s", i ? "," : blanks ? ",{" : "{", blanks, "", i, i, i < 899 ? "" : "}");
	note(&b, "]");
	compare_again(&b, 2);
	/* what stands between two values */
	note(&b, "{\"a\":1,");
	for (int i = 0; i < 50; i++)
		note(&b, "%100s", "");
	note(&b, "\"b\":2}");
	compare_again(&b, 3);
	/* levels */
	note(&b, "{\"d\":");
	for (int depth = 0; depth < 40; depth++)
		note(&b, "{\"x\":");
	note(&b, "1}%.*s", 40, "}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}");
	compare_again(&b, 3);
	free(b.data);
}

/* Charts that are alike, one that is wrong among them, and one whose names are the same and whose values are fewer. */
static void
charts(void **state)
{
	(void)state;
	compare(S("{\"categories\":[1,2],\"budget\":[3,4]}\n{\"categories\":[5,6],\"budget\":[null,8]}\n{\"categories\":[5,6],\"budget\":[1e3,8]}\n"
	          "{\"categories\":[1],\"budget\":[3]}\n{\"categories\":[1,2],\"budget\":[3,4]}\n{\"categories\":[1,2],\"budget\":[5,6]}\n"
	          "{\"categories\":[1,2],\"unit\":\"x\",\"budget\":[5,6]}\n{\"categories\":[1,2],\"unit\":\"y\",\"budget\":[5,6]}\n"
	          "{\"categories\":[1,2],\"unit\":\"z\",\"budget\":[7,8]}\n{\"categories\":[1,2],\"budget\":[5]}\n"));
	/* what is left out has to fit as soon as it holds a number */
	compare(S("{\"categories\":[1,2],\"x\":[\"a\"]}\n{\"categories\":[1,2],\"x\":[\"b\"]}\n{\"categories\":[1,2],\"x\":[\"c\"]}\n"
	          "{\"categories\":[1,2],\"x\":[4]}\n"));
	/* no tables */
	compare(S("{\"a\":[1]}\n{\"a\":[2]}\n{\"a\":[3],\"b\":4}\n{\"a\":[5],\"b\":6}\n{\"a\":[7],\"b\":8}\n{}\n{}\n{}\n"));
}

/* What records are followed to must be looked at as the plain way does: some that are alike, and one that has something else. */
static void
one_is_other(void **state)
{
	static const char *const usual[] = {"1", "\"0\"", "\"ALB\"", "\"2019-12-31\"", "\"-\"", "\"Viet Nam\"", "\"a, b\"", "null", "0.5"};
	static const char *const last[] = {
		"01", "-", "-01", "1.", "1.e1", "1e", "1.5.2", "nul", "truth", "\"a", "\"\x02\"", "\"\\x\"", "[", "1 2", "00.5", "\"\\ud800\"",
		"-1.5E-07", "\" a \"", "\"a\\\"b\"", "12345678901234567890123456789012345678901234567890.5",
		/* figures */
		"0", "00", "7", "1234567", "12345678", "\"\"", "\"7\"", "\"007\"", "\"123456\"", "\"1234567\"",
		"\"12\"3", "12\"", "\"12", "1\"2", "0x1", "7-", "7/", "\"7 \"",
		/* words */
		"\"GER\"", "\"GE\"", "\"GERM\"", "\"G,R\"", "\"g,r\"", "\" GR\"", "\"GR \"", "\"GE", "\"GER",
		"\"\\u0047E\"", "\"GE\"R", "\"GER\"\"", "GER\"", "\"2020-01-01\"",
		"\"2020-1-1 \"", "\"\xC3\xA9R\"", "\"WORD OF SIXTEEN!\"", "\"a, b, and more than a block, too\"",
	};
	struct buf b = {.n = 0};

	(void)state;
	for (size_t i = 0; i < countof(usual) * countof(last); i++) {
		size_t form = (i + i / countof(usual)) % 3;

		b.n = 0;
		note(&b, form ? "" : "[{\"p\":[0]}");
		for (int k = 0; k < 8; k++)
			note(&b, "%s{\"l\":[%s,2],%s\"a\":%s,\"b\":3}", form ? "\n\n " : ",\n\n", form == 2 ? "7" : "4", form == 1 ? "\n\n" : "",
			     k == 5 ? last[i / countof(usual)] : usual[i % countof(usual)]);
		compare(buf_str(&b));
	}
	assert_true(bare > 500);
	assert_true(zeros > 200 && figures > 5000);
	free(b.data);
}

/* Records that part from the one before behind an array: elements are counted through. And a comma beyond the first block. */
static void
parted(void **state)
{
	(void)state;
	compare(S("[{\"l\":[1,2],\"m\":[3,4]},{\"l\":[1,2],\"m\":[3,4]},{\"l\":[1,2],\"a\":5,\"m\":[3,4]},{\"l\":[1,2],\"m\":[3,4]},"
	          "{\"l\":[1,2],\"a\":5,\"m\":[3,4]},{\"l\":[1,2],\"m\":[3,4]},{\"l\":[1,2],\"a\":5,\"m\":[3,4]}]"));
	compare(S("[{\"a\":\"x y\"},{\"a\":\"x y\"},{\"a\":\"x y\"},{\"a\":\"x y z\"},{\"a\":\"Saint Helena and Ascension, Tristan\"}]"));
}

/* Names of members of objects, of which one has a single letter, and one none. */
static void
objects(void **state)
{
	(void)state;
	compare(S("[{\"a\":{\"x\":1,\"y\":2}},{\"a\":{\"x\":3,\"y\":4}},{\"a\":{\"x\":5,\"y\":6}},{\"a\":{\"x\":7,\"y\":8}}]"));
	compare(S("[{\"\":{\"x\":1,\"\":2}},{\"\":{\"x\":3,\"\":4}},{\"\":{\"x\":5,\"\":6}},{\"\":{\"x\":7,\"\":8}}]"));
	compare(S("[{\"ab\":{\"c\":{\"x\":1}}},{\"ab\":{\"c\":{\"x\":2}}},{\"ab\":{\"c\":{\"x\":3}}},{\"ab\":{\"c\":{\"x\":4}}}]"));
}

/* Where an escape was decoded the bytes are no longer what came in: nothing is to be learned of them. */
static void
decoded(void **state)
{
	(void)state;
	compare(S("[{\"a\":\"p\"},{\"a\":\"\\\"1\"},{\"a\":\"q\"},{\"a\":\"r\"},{\"a\":\"s\"5},{\"a\":\"t\"}]"));
	compare(S("{\"a\":[\"\\\"1\"]}\n{\"a\":[\"\\\"1\"]}\n{\"a\":[\"q\"]}\n{\"a\":[\"r\"]}\n{\"a\":[\"s\"5]}\n"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(charts), cmocka_unit_test(one_is_other), cmocka_unit_test(parted), cmocka_unit_test(decoded),
		cmocka_unit_test(objects), cmocka_unit_test(too_much), cmocka_unit_test(much_of_one_thing),
		cmocka_unit_test(any_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
