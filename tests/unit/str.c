#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "str.h"

static const struct str none = {NULL, 0};

static void
is_str(struct str got, struct str want)
{
	if (!str_eq(got, want))
		fail_msg("\"%.*s\" instead of \"%.*s\"", (int)got.n, got.s ? got.s : "", (int)want.n, want.s);
}

static void
equality(void **state)
{
	(void)state;
	assert_true(str_eq(S("abc"), str_of("abc")));
	assert_true(str_eq(S(""), none));
	assert_true(str_eq(none, none));
	assert_true(str_eq(S("a\0b"), S("a\0b")));
	assert_false(str_eq(S("a\0b"), S("a\0c")));
	assert_false(str_eq(S("a"), S("ab")));
	assert_false(str_eq(S("ab"), S("aB")));
	assert_int_equal(S("a\0b").n, 3);
	assert_int_equal(str_of("").n, 0);
}

static void
beginnings(void **state)
{
	(void)state;
	assert_true(str_starts(S("Mali"), S("Ma")));
	assert_true(str_starts(S("Mali"), S("Mali")));
	assert_true(str_starts(S("Mali"), S("")));
	assert_true(str_starts(S(""), S("")));
	assert_false(str_starts(S("Mali"), S("ma")));
	assert_false(str_starts(S("Mal"), S("Mali")));
	assert_false(str_starts(none, S("M")));
	is_str(str_skip(S("Mali"), 2), S("li"));
	is_str(str_skip(S("Mali"), 4), S(""));
}

static void
order(void **state)
{
	static const struct str sorted[] = {STR(""), STR("\0"), STR("A"), STR("AB"), STR("a"), STR("a\0"), STR("ab"), STR("\xC3\xA9")};

	(void)state;
	for (size_t i = 0; i < countof(sorted); i++) {
		for (size_t k = 0; k < countof(sorted); k++) {
			int d = str_cmp(sorted[i], sorted[k]);

			assert_int_equal((d > 0) - (d < 0), (i > k) - (i < k));
		}
	}
	assert_int_equal(str_cmp(none, S("")), 0);
	assert_true(str_cmp(none, S("a")) < 0);
}

static void
blanks(void **state)
{
	static const struct {
		struct str text;
		size_t n;
	} cases[] = {
		{STR(" a"), 1}, {STR("\ta"), 1}, {STR("\r\n"), 1}, {STR("\na"), 1}, {STR("\xC2\xA0 "), 2}, {STR("\xE2\x80\x87"), 3},
		{STR("\xE2\x80\xAF."), 3}, {STR("\xE2\x80\x89"), 3}, {STR("\xEF\xBB\xBF" "a"), 3},
		{STR(""), 0}, {STR("a "), 0}, {STR("\0"), 0}, {STR("\v"), 0}, {STR("\f"), 0}, {STR("\xC2"), 0}, {STR("\xC2\xA1"), 0},
		{STR("\xE2\x80"), 0}, {STR("\xE2\x80\xA2"), 0}, /* a bullet */
		{STR("\xE2\x80\x8B"), 0}, {STR("\xC3\xA0"), 0}, {STR("\xEF\xBB"), 0}, {STR("\xEF\xBB\xBE"), 0},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		if (str_blank(cases[i].text) != cases[i].n)
			fail_msg("case %zu: a blank of %zu bytes", i, str_blank(cases[i].text));
	assert_int_equal(str_blank(none), 0);
}

static void
trimming(void **state)
{
	static const struct str cases[][2] = {
		{STR("Mali"), STR("Mali")}, {STR(" \t\r\nMali\n\r\t "), STR("Mali")}, {STR(""), STR("")}, {STR(" \n "), STR("")},
		{STR(" a b "), STR("a b")}, {STR("\xC2\xA0\xE2\x80\x87\xE2\x80\xAF" "a\xE2\x80\xAF\xE2\x80\x87\xC2\xA0"), STR("a")},
		{STR("\xC2\xA0"), STR("")}, {STR("a\xC2\xA0 b"), STR("a\xC2\xA0 b")},
		/* à is C3 A0, a bullet E2 80 A2: they only look like the end of a blank */
		{STR("l\xC3\xA0"), STR("l\xC3\xA0")}, {STR("\xE2\x80\xA2 a"), STR("\xE2\x80\xA2 a")}, {STR("\0 "), STR("\0")},
		{STR(" \xC2"), STR("\xC2")}, {STR("a\xE2\x80 "), STR("a\xE2\x80")},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		is_str(str_trim(cases[i][0]), cases[i][1]);
		is_str(str_trim_blanks(cases[i][0]), cases[i][1]);
	}
	assert_int_equal(str_trim(none).n, 0);
}

static void
parts_are(struct str text, const char *const *want)
{
	struct str rest = text, part;

	for (; *want; want++) {
		assert_true(str_split(&rest, ',', &part));
		is_str(part, str_of(*want));
	}
	if (str_split(&rest, ',', &part))
		fail_msg("\"%.*s\" has another part, \"%.*s\"", (int)text.n, text.s, (int)part.n, part.s);
	assert_false(str_split(&rest, ',', &part));
}

static void
splitting(void **state)
{
	(void)state;
	parts_are(S("a,,b"), (const char *[]){"a", "", "b", NULL});
	parts_are(S("a"), (const char *[]){"a", NULL});
	parts_are(S(",a"), (const char *[]){"", "a", NULL});
	parts_are(S("a,"), (const char *[]){"a", "", NULL});
	parts_are(S(","), (const char *[]){"", "", NULL});
	parts_are(S("a;b, c"), (const char *[]){"a;b", " c", NULL});
	parts_are(none, (const char *[]){NULL});
}

static void
nothing_has_an_empty_part(void **state)
{
	(void)state;
	parts_are(S(""), (const char *[]){"", NULL});
}

static void
folds_to(struct str name, struct str want)
{
	char key[64];
	size_t n = str_fold(name, key, sizeof key);

	is_str((struct str){key, n}, want);
	assert_true(str_folds_to(name, want));
	assert_true(str_folds_to(want, want)); /* a key is its own key */
	assert_int_equal(str_fold(name, NULL, 0), want.n);
}

static void
folding(void **state)
{
	static const struct str cases[][2] = {
		{STR("Asylum-seekers"), STR("asylumseekers")}, {STR("asylum_seekers"), STR("asylumseekers")},
		{STR("ASYLUM SEEKERS"), STR("asylumseekers")}, {STR(" asylum\tseekers\r\n"), STR("asylumseekers")},
		{STR("azAZ09"), STR("azaz09")}, {STR("@[`{/:"), STR("[{")}, /* the neighbours of letters and digits */
		{STR("#affected+f"), STR("#affected+f")}, {STR("a[]{}"), STR("a[]{}")}, {STR("a\0b"), STR("ab")},
		{STR("!\"$&'()*,-./:;<=>?\\^_|~\x7F"), STR("")}, {STR(""), STR("")},
		/* accents stay */
		{STR("Opération"), STR("opération")}, {STR("OPÉRATION"), STR("opération")}, {STR("ÀÞ×ßàÿ"), STR("àþ×ßàÿ")},
		{STR("ĀāĶķĸĹĺŇňŉŊŋŶŷŸŹźŽžſ"), STR("āāķķĸĺĺňňŉŋŋŷŷÿźźžžſ")}, {STR("İı"), STR("İı")}, {STR("Œuvre"), STR("œuvre")},
		/* punctuation that is not ASCII */
		{STR("d’Ivoire–x…•"), STR("divoirex")}, {STR("«a»"), STR("a")}, {STR("a\xC2\xA0" "b\xE2\x80\xAF" "c"), STR("abc")},
		{STR("\xEF\xBB\xBFyear"), STR("year")}, {STR("\xEF\xBB\xBC"), STR("\xEF\xBB\xBC")}, {STR("\xEF\xBC\x81"), STR("\xEF\xBC\x81")}, {STR("\xE2\x81\xAF" "a\xE2\x81\xB0"), STR("a\xE2\x81\xB0")},
		/* what makes another measure of it stays */
		{STR("Budget (%)"), STR("budget%")}, {STR("¡¢£¤¥¦ €"), STR("¢£¤¥€")},
		/* other scripts pass as they are */
		{STR("Ελ€人"), STR("Ελ€人")}, {STR("\xF0\x9F\x98\x80"), STR("\xF0\x9F\x98\x80")},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		folds_to(cases[i][0], cases[i][1]);
	assert_int_equal(str_fold(none, NULL, 0), 0);
	assert_int_equal(str_blank_bytes(none), 0);
	assert_true(str_folds_to(none, none));
}

static void
folding_differs(void **state)
{
	(void)state;
	assert_false(str_folds_to(S("Refugees"), S("refugee")));
	assert_false(str_folds_to(S("Refugee"), S("refugees")));
	assert_false(str_folds_to(S("REF"), S("REF"))); /* this is no key */
	assert_false(str_folds_to(S("Operation"), S("opération")));
	assert_false(str_folds_to(S("é"), S("\xC3")));
	assert_false(str_folds_to(S(""), S("a")));
	assert_false(str_folds_to(S("-"), S("-")));
}

/* What is too long for the room is counted, not written. */
static void
folding_into_little_room(void **state)
{
	char key[] = "......";

	(void)state;
	assert_int_equal(str_fold(S("A-B-C-D"), key, 3), 4);
	assert_memory_equal(key, "abc...", 6);
	assert_int_equal(str_fold(S("xyé"), key, 3), 4);
	assert_memory_equal(key, "xy\xC3...", 6);
	assert_int_equal(str_fold(S("zzz"), key, 0), 3);
	assert_memory_equal(key, "xy\xC3...", 6);
}

/* Text that ends inside a character, as a careless caller may cut it. */
static void
folding_half_characters(void **state)
{
	static const struct str cases[] = {STR("a\xC3"), STR("a\xC2"), STR("a\xE2"), STR("a\xE2\x80"), STR("a\xEF\xBB"), STR("a\xF0\x9F")};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		char key[8], *text = malloc(cases[i].n); /* no byte behind it */

		assert_non_null(text);
		memcpy(text, cases[i].s, cases[i].n);
		assert_true(str_fold((struct str){text, cases[i].n}, key, sizeof key) <= cases[i].n);
		assert_int_equal(key[0], 'a');
		assert_false(str_folds_to((struct str){text, cases[i].n}, S("b")));
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equality),
		cmocka_unit_test(beginnings),
		cmocka_unit_test(order),
		cmocka_unit_test(blanks),
		cmocka_unit_test(trimming),
		cmocka_unit_test(splitting),
		cmocka_unit_test(nothing_has_an_empty_part),
		cmocka_unit_test(folding),
		cmocka_unit_test(folding_differs),
		cmocka_unit_test(folding_into_little_room),
		cmocka_unit_test(folding_half_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
