#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "entity.h"

struct row {
	struct str name, text;
};

static const struct row entities[] = {
#define E(name, text) {STR(name), STR(text)},
#include "entity.tbl"
#undef E
};

/* Decodes a copy that ends where its memory ends, so that a look behind it does not go unnoticed. */
static void
decodes(struct str text, bool attribute, struct str want, size_t want_took)
{
	char out[ENTITY_MAX], *copy = malloc(text.n ? text.n : 1);
	size_t n = 0, took;

	assert_non_null(copy);
	if (text.n)
		memcpy(copy, text.s, text.n);
	took = entity_decode((struct str){copy, text.n}, attribute, out, &n);
	free(copy);
	if (took != want_took)
		fail_msg("\"%.*s\": took %zu bytes instead of %zu", (int)text.n, text.s, took, want_took);
	if (took > 0 && !str_eq((struct str){out, n}, want))
		fail_msg("\"%.*s\": gave \"%.*s\", not \"%.*s\"", (int)text.n, text.s, (int)n, out, (int)want.n, want.s);
}

static void
gives(const char *text, const char *want, size_t took)
{
	decodes(str_of(text), false, str_of(want), took);
}

static void
gives_in_attribute(const char *text, const char *want, size_t took)
{
	decodes(str_of(text), true, str_of(want), took);
}

static void
none(const char *text)
{
	gives(text, "", 0);
	gives_in_attribute(text, "", 0);
}

static void
table(void **state)
{
	(void)state;
	assert_int_equal(countof(entities), 2231);
	for (size_t i = 1; i < countof(entities); i++)
		if (str_cmp(entities[i - 1].name, entities[i].name) >= 0)
			fail_msg("\"%s\" does not belong before \"%s\"", entities[i - 1].name.s, entities[i].name.s);
}

/* Every name gives its text and takes all of itself: alone, before a blank, and before a letter if it ends in a semicolon. */
static void
every_name(void **state)
{
	char text[64];

	(void)state;
	for (size_t i = 0; i < countof(entities); i++) {
		struct str name = entities[i].name, whole = {text, name.n + 1};

		assert_true(name.n + 2 <= sizeof text);
		text[0] = '&';
		memcpy(text + 1, name.s, name.n);
		decodes(whole, false, entities[i].text, whole.n);
		decodes(whole, true, entities[i].text, whole.n);
		text[whole.n] = name.s[name.n - 1] == ';' ? 'x' : ' ';
		decodes((struct str){text, whole.n + 1}, false, entities[i].text, whole.n);
		decodes((struct str){text, whole.n + 1}, true, entities[i].text, whole.n);
	}
}

static void
named(void **state)
{
	(void)state;
	gives("&eacute;", "\xC3\xA9", 8);
	gives("&eacute;s", "\xC3\xA9", 8);
	gives("&amp;amp;", "&", 5);
	gives("&lt;&gt;", "<", 4);
	gives("&quot;", "\"", 6);
	gives("&nbsp;", "\xC2\xA0", 6);
	gives("&AElig;", "\xC3\x86", 7);   /* the first */
	gives("&zwnj;", "\xE2\x80\x8C", 6); /* the last */
	gives("&NewLine;", "\n", 9);
	gives("&bsol;", "\\", 6);
	gives("&fjlig;", "fj", 7);
	gives("&Afr;", "\xF0\x9D\x94\x84", 5);
	gives("&ThickSpace;", "\xE2\x81\x9F\xE2\x80\x8A", 12);
	gives("&NotEqualTilde;", "\xE2\x89\x82\xCC\xB8", 15);
	gives("&CounterClockwiseContourIntegral;", "\xE2\x88\xB3", 33); /* the longest */
	/* Case counts. */
	gives("&Eacute;", "\xC3\x89", 8);
	gives("&AMP;", "&", 5);
	none("&Amp;");
	none("&EACUTE;");
}

static void
without_semicolon(void **state)
{
	(void)state;
	gives("&eacute", "\xC3\xA9", 7);
	gives("&eacute ", "\xC3\xA9", 7);
	gives("&amp", "&", 4);
	gives("&ampx", "&", 4);
	gives("&copyright", "\xC2\xA9", 5);
	none("&hellip");
	none("&hellip ");
}

static void
longest_wins(void **state)
{
	(void)state;
	gives("&notin;", "\xE2\x88\x89", 7);
	gives("&notit;", "\xC2\xAC", 4);
	gives("&notin", "\xC2\xAC", 4);
	gives("&not;in;", "\xC2\xAC", 5);
	gives("&notinE;", "\xE2\x8B\xB9\xCC\xB8", 8);
	gives("&notinEx", "\xC2\xAC", 4);
	gives("&sup1;", "\xC2\xB9", 6);
	gives("&sup2", "\xC2\xB2", 5);
	gives("&sup;", "\xE2\x8A\x83", 5);
	none("&supx");
	none("&CounterClockwiseContourIntegralx");
	none("&CounterClockwiseContourIntegral");
}

static void
attribute(void **state)
{
	(void)state;
	gives_in_attribute("&copy=1", "", 0);
	gives_in_attribute("&copy1", "", 0);
	gives_in_attribute("&copyx", "", 0);
	gives_in_attribute("&copyX", "", 0);
	gives_in_attribute("&copy[", "©", 5); /* the neighbours of letters */
	gives_in_attribute("&copy{", "©", 5);
	gives_in_attribute("&copy@", "©", 5);
	gives_in_attribute("&notit;", "", 0);
	gives_in_attribute("&copy", "\xC2\xA9", 5);
	gives_in_attribute("&copy ", "\xC2\xA9", 5);
	gives_in_attribute("&copy&", "\xC2\xA9", 5);
	gives_in_attribute("&copy\xC3\xA9", "\xC2\xA9", 5);
	gives_in_attribute("&copy;=1", "\xC2\xA9", 6);
	gives_in_attribute("&copy;x", "\xC2\xA9", 6);
	gives_in_attribute("&notin;x", "\xE2\x88\x89", 7);
	/* The rule is one for names. */
	gives_in_attribute("&#65x", "A", 4);
	gives_in_attribute("&#65=", "A", 4);
	gives("&copy=1", "\xC2\xA9", 5);
}

static void
no_reference(void **state)
{
	(void)state;
	none("");
	none("x");
	none("&");
	none("& ");
	none("&;");
	none("&&amp;");
	none("&x");
	none("&zzz;");
	none("&1;");
	none("&\xC3\xA9;");
	none("&\xFF");
	none("AT&T");
	decodes((struct str){NULL, 0}, false, S(""), 0);
}

static void
nul(void **state)
{
	(void)state;
	decodes(S("&amp\0;"), false, S("&"), 4);
	decodes(S("&amp\0"), true, S("&"), 4);
	decodes(S("&\0"), false, S(""), 0);
	decodes(S("&hellip\0"), false, S(""), 0);
	decodes(S("&#65\0"), false, S("A"), 4);
	decodes(S("&#\0"), false, S(""), 0);
}

static void
decimal(void **state)
{
	(void)state;
	gives("&#65;", "A", 5);
	gives("&#65", "A", 4);
	gives("&#65 ", "A", 4);
	gives("&#65a", "A", 4);
	gives("&#0065;", "A", 7);
	gives("&#233;", "\xC3\xA9", 6);
	gives("&#8217;", "\xE2\x80\x99", 7);
	gives("&#128512;", "\xF0\x9F\x98\x80", 9);
	none("&#");
	none("&#;");
	none("&#a;");
	none("&# 65;");
	none("&#-65;");
	none("&#+65;");
}

static void
hexadecimal(void **state)
{
	(void)state;
	gives("&#x41;", "A", 6);
	gives("&#X41;", "A", 6);
	gives("&#x41", "A", 5);
	gives("&#x41g", "A", 5);
	gives("&#xe9;", "\xC3\xA9", 6);
	gives("&#xE9;", "\xC3\xA9", 6);
	gives("&#xabcd;", "\xEA\xAF\x8D", 8);
	gives("&#xEFef;", "\xEE\xBF\xAF", 8);
	gives("&#x2019;", "\xE2\x80\x99", 8);
	gives("&#x1F600;", "\xF0\x9F\x98\x80", 9);
	none("&#x");
	none("&#x;");
	none("&#xg;");
	none("&#xx41;");
	gives("&#0x41;", "\xEF\xBF\xBD", 3);
}

static void
lengths_of_utf8(void **state)
{
	(void)state;
	gives("&#x1;", "\x01", 5);
	gives("&#x7F;", "\x7F", 6);
	gives("&#xA0;", "\xC2\xA0", 6);
	gives("&#x7FF;", "\xDF\xBF", 7);
	gives("&#x800;", "\xE0\xA0\x80", 7);
	gives("&#xFFFF;", "\xEF\xBF\xBF", 8);
	gives("&#x10000;", "\xF0\x90\x80\x80", 9);
	gives("&#x10FFFF;", "\xF4\x8F\xBF\xBF", 10);
}

static void
no_characters(void **state)
{
	(void)state;
	gives("&#0;", "\xEF\xBF\xBD", 4);
	gives("&#x0;", "\xEF\xBF\xBD", 5);
	gives("&#x110000;", "\xEF\xBF\xBD", 10);
	gives("&#xD7FF;", "\xED\x9F\xBF", 8);
	gives("&#xD800;", "\xEF\xBF\xBD", 8);
	gives("&#xDFFF;", "\xEF\xBF\xBD", 8);
	gives("&#xE000;", "\xEE\x80\x80", 8);
	/* Numbers that would be 65 if they wrapped around at 32 or 64 bits. */
	gives("&#4294967361;", "\xEF\xBF\xBD", 13);
	gives("&#x100000041;", "\xEF\xBF\xBD", 13);
	gives("&#18446744073709551681;", "\xEF\xBF\xBD", 23);
	gives("&#x10000000000000041", "\xEF\xBF\xBD", 20);
}

static void
any_number_of_digits(void **state)
{
	static char text[100000];

	(void)state;
	memset(text, '9', sizeof text);
	memcpy(text, "&#", 2);
	decodes((struct str){text, sizeof text}, false, S("\xEF\xBF\xBD"), sizeof text);
	text[sizeof text - 1] = ';';
	decodes((struct str){text, sizeof text}, false, S("\xEF\xBF\xBD"), sizeof text);
	memset(text + 2, '0', sizeof text - 2);
	memcpy(text + sizeof text - 3, "65;", 3);
	decodes((struct str){text, sizeof text}, false, S("A"), sizeof text);
}

static void
windows_1252(void **state)
{
	(void)state;
	gives("&#128;", "\xE2\x82\xAC", 6);
	gives("&#x80;", "\xE2\x82\xAC", 6);
	gives("&#x81;", "\xC2\x81", 6);
	gives("&#x83;", "\xC6\x92", 6);
	gives("&#x8D;", "\xC2\x8D", 6);
	gives("&#x8E;", "\xC5\xBD", 6);
	gives("&#x8F;", "\xC2\x8F", 6);
	gives("&#x90;", "\xC2\x90", 6);
	gives("&#x91;", "\xE2\x80\x98", 6);
	gives("&#146;", "\xE2\x80\x99", 6);
	gives("&#x99;", "\xE2\x84\xA2", 6);
	gives("&#x9D;", "\xC2\x9D", 6);
	gives("&#x9F;", "\xC5\xB8", 6);
	gives("&#xA0;", "\xC2\xA0", 6);
}

/* Every cut of a text is safe, and what was taken gives the same without what stood behind it. */
static void
cut_anywhere(void **state)
{
	static const char *const texts[] = {"&CounterClockwiseContourIntegral;", "&notinE;", "&#x0010FFFF;", "&#00128;"};

	(void)state;
	for (size_t i = 0; i < countof(texts); i++)
		for (size_t n = 0; n <= strlen(texts[i]); n++) {
			char out[ENTITY_MAX], again[ENTITY_MAX], *copy = malloc(n + 1);
			size_t length = 0, length_again = 0, took;

			assert_non_null(copy);
			memcpy(copy, texts[i], n);
			took = entity_decode((struct str){copy, n}, false, out, &length);
			assert_true(took <= n && length <= ENTITY_MAX);
			if (took > 0) {
				assert_int_equal(entity_decode((struct str){copy, took}, false, again, &length_again), took);
				assert_true(str_eq((struct str){out, length}, (struct str){again, length_again}));
			}
			free(copy);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table),
		cmocka_unit_test(every_name),
		cmocka_unit_test(named),
		cmocka_unit_test(without_semicolon),
		cmocka_unit_test(longest_wins),
		cmocka_unit_test(attribute),
		cmocka_unit_test(no_reference),
		cmocka_unit_test(nul),
		cmocka_unit_test(decimal),
		cmocka_unit_test(hexadecimal),
		cmocka_unit_test(lengths_of_utf8),
		cmocka_unit_test(no_characters),
		cmocka_unit_test(any_number_of_digits),
		cmocka_unit_test(windows_1252),
		cmocka_unit_test(cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
