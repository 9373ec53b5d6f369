/* nearest: the word that a misspelled one was probably meant to be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "nearest.h"

/* What is said of `given` where `words` (with blanks between) are known. */
static void
says(const char *given, const char *words, const char *want)
{
	struct nearest near;
	struct str rest = str_of(words), word;
	struct buf said = {NULL, 0, 0};

	nearest_open(&near, str_of(given));
	while (str_split(&rest, ' ', &word))
		nearest_try(&near, word);
	nearest_say(&near, "--", &said);
	buf_byte(&said, '\0');
	assert_string_equal(said.data, want);
	free(said.data);
}

static void
one_error_is_near(void **state)
{
	(void)state;
	says("yers", "from years type", "; did you mean --years?");
	says("yearss", "from years type", "; did you mean --years?");
	says("yeurs", "from years type", "; did you mean --years?");
	says("eyars", "from years type", "; did you mean --years?");
	says("tpye", "from years type", "; did you mean --type?");
	says("YERS", "from years type", "; did you mean --years?");
}

static void
what_is_far_is_not_said(void **state)
{
	(void)state;
	says("nonesuch", "from years type", "");
	says("tpey", "from years type", "; did you mean --type?");
	says("", "from years type", "");
	says("x", "p1 y z", "");
	says("x", "xy", "");
	says("ab", "cd a b", "");
	says("0123456789012345678901234567890123456789x", "0123456789012345678901234567890123456789y", "");
}

static void
longer_words_may_have_more_errors(void **state)
{
	(void)state;
	says("provenence", "provenance precision", "; did you mean --provenance?");
	says("provinence", "provenance precision", "; did you mean --provenance?");
	says("expinditrue", "expenditure funding", "; did you mean --expenditure?");
	says("xpinditrux", "expenditure funding", "");
}

static void
the_nearest_wins_and_equals_stand_together(void **state)
{
	(void)state;
	says("unit-on", "unit unit-in", "; did you mean --unit-in?");
	says("MLX", "MLI MLT NER", "; did you mean --MLI or --MLT?");
	says("PRX", "PRI PRK PRT NER", "; did you mean --PRI, --PRK or --PRT?");
	says("p7", "total p1 p2 p3 p4", "");
	says("p7", "total p1 p2 p3 p4 p5 p6", "");
	says("MLX", "MLI MLI MLT", "; did you mean --MLI or --MLT?");
}


static void
a_word_is_nearest_to_itself(void **state)
{
	(void)state;
	says("type", "typ type types", "; did you mean --type?");
	says("abc", "acb bac abc", "; did you mean --abc?");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_error_is_near),
		cmocka_unit_test(what_is_far_is_not_said),
		cmocka_unit_test(longer_words_may_have_more_errors),
		cmocka_unit_test(the_nearest_wins_and_equals_stand_together),
		cmocka_unit_test(a_word_is_nearest_to_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
