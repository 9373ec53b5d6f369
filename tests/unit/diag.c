#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "diag.h"
#include "feed.h"

static const struct pos at = {"in", 3, 0};

/* What a warning that quotes the text says of it. */
static void
shows(struct str text, const char *want)
{
	hear();
	diag_warning(at, "<%.*s>", DIAG_STR(text));
	assert_string_equal(heard(), want);
}

/* What printf would take for the end is shown as what it is. */
static void
nul(void **state)
{
	(void)state;
	shows(S("a"), "poc-tools: in:3: warning: <a>\n");
	shows(S(""), "poc-tools: in:3: warning: <>\n");
	shows(S("a\0b"), "poc-tools: in:3: warning: <a\\x00b>\n");
	shows(S("\0"), "poc-tools: in:3: warning: <\\x00>\n");
	shows(S("\0\0x\x1b\x7f\0"), "poc-tools: in:3: warning: <\\x00\\x00x\\x1B\\x7F\\x00>\n");
	shows(S("\xC3\xA9\0\xC2\x9B"), "poc-tools: in:3: warning: <\xC3\xA9\\x00\\x9B>\n");
}

/* Half a character is no control character. */
static void
half(void **state)
{
	(void)state;
	shows(S("\xC2" "A"), "poc-tools: in:3: warning: <\xC2" "A>\n");
	shows(S("\xC2"), "poc-tools: in:3: warning: <\xC2>\n");
	shows(S("\xC2\xA0\xC2\x80\xC2\x9F"), "poc-tools: in:3: warning: <\xC2\xA0\\x80\\x9F>\n");
}

/* Two of them in one message do not share a copy. */
static void
several(void **state)
{
	(void)state;
	hear();
	diag_warning(at, "%.*s %.*s %.*s", DIAG_STR(S("a\0")), DIAG_STR(S("b\0")), DIAG_STR(S("c")));
	assert_string_equal(heard(), "poc-tools: in:3: warning: a\\x00 b\\x00 c\n");
}

/* A long text is cut, wherever its NUL is. */
static void
cut(void **state)
{
	struct str text = repeated(S("a"), DIAG_STR_MAX + 1);
	const char *shown;

	(void)state;
	((char *)text.s)[DIAG_STR_MAX] = '\0';
	assert_int_equal(diag_length(text), DIAG_STR_MAX);
	assert_int_equal(diag_length((struct str){text.s, DIAG_STR_MAX - 1}), DIAG_STR_MAX - 1);
	/* not inside a character */
	for (size_t n = 1; n <= 4; n++) {
		memset((char *)text.s, 'a', DIAG_STR_MAX + 1);
		memset((char *)text.s + DIAG_STR_MAX - n + 1, 0x80, n);
		((char *)text.s)[DIAG_STR_MAX - n + 1] = '\xC2';
		assert_int_equal(diag_length(text), DIAG_STR_MAX - n + 1);
	}
	memset((char *)text.s, 'a', DIAG_STR_MAX + 1);
	((char *)text.s)[DIAG_STR_MAX] = '\0';
	assert_ptr_equal(diag_shown(text), text.s); /* behind the cut */
	((char *)text.s)[0] = '\0';
	shown = diag_shown(text);
	assert_ptr_not_equal(shown, text.s);
	assert_int_equal(strlen(shown), DIAG_STR_MAX);
	free((char *)text.s);
}

/* What was drawn is written over with as many blanks, and the next message begins where it began. Nothing is wiped twice. */
static void
drawn(void **state)
{
	(void)state;
	hear();
	diag_draw("%d of %d", 1, 2);
	diag_draw("half");
	diag_wipe();
	diag_wipe();
	diag_draw("%s", "");
	diag_error(STATUS_BAD, at, "no");
	assert_string_equal(heard(), "poc-tools: 1 of 2\r                 \r" "poc-tools: half\r               \r"
	                             "poc-tools: \r           \r" "poc-tools: in:3: error: no\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(nul), cmocka_unit_test(half), cmocka_unit_test(several),
	                                   cmocka_unit_test(cut), cmocka_unit_test(drawn)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
