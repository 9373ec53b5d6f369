/* stranger: what an input in which nothing was found may be, by its beginning. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "stranger.h"

static void
says(const char *head, bool all, const char *want)
{
	struct buf said = {NULL, 0, 0};

	assert_int_equal(stranger_say(str_of(head), &said), all);
	buf_byte(&said, '\0');
	assert_string_equal(said.data, want);
	free(said.data);
}

static void
pages_that_servers_send_instead(void **state)
{
	static const char *const strange[] = {
		"<title>Attention Required! | Cloudflare</title>", "<html><head><title>403 Forbidden</title>", "<h1>Bad Gateway</h1>",
		"<TITLE lang=en>\n Sign In \n</TITLE>", "Too Many Requests\n", "\n\nUnauthorized", "<!-- x --><title>HTTP 404</title>",
	};

	(void)state;
	for (size_t i = 0; i < countof(strange); i++) {
		struct buf said = {NULL, 0, 0};

		assert_true(stranger_say(str_of(strange[i]), &said));
		assert_true(said.n > 0);
		free(said.data);
	}
}

static void
others_are_named(void **state)
{
	(void)state;
	says("<title>Mali</title>", false, "the page is called \"Mali\"");
	says("<title></title><h1>Niger</h1>", false, "the page is called \"Niger\"");
	says("\r\n  name;price \r\n", false, "the input begins \"name;price\"");
	says("", false, "");
	says("\n\n", false, "");
	says("<p>nothing that names it", false, "");
}

/* A long one is cut, at a whole character, if there is one. */
static void
long_ones_are_cut(void **state)
{
	static const char *const begin[] = {"b", "b", "\x80"}, *const text[] = {"b", "\xC3\xA9", "\x80"};
	static const size_t shown[] = {60, 59, 0};

	(void)state;
	for (size_t i = 0; i < countof(text); i++) {
		struct buf head = {NULL, 0, 0}, want = {NULL, 0, 0};

		buf_add(&head, str_of(begin[i]));
		while (head.n < 100)
			buf_add(&head, str_of(text[i]));
		buf_add(&want, S("the input begins \""));
		buf_add(&want, (struct str){head.data, shown[i]});
		buf_add(&want, S("...\"\0"));
		buf_byte(&head, '\0');
		says(head.data, false, want.data);
		free(head.data);
		free(want.data);
	}
}

/* What a heading says is only looked for where there is no title, and prose does not count. */
static void
prose_is_no_sign(void **state)
{
	(void)state;
	says("<title>Mali</title><h1>Access denied</h1>", false, "the page is called \"Mali\"");
	says("Mali\nforbidden\n", false, "the input begins \"Mali\"");
	says("<p>404</p>", false, "");
}

static void
a_head_may_end_anywhere(void **state)
{
	static const char page[] = "<html><title>Just a moment...</title>";

	(void)state;
	for (size_t n = 0; n < sizeof page; n++) {
		struct buf said = {NULL, 0, 0};

		assert_int_equal(stranger_say((struct str){page, n}, &said), n >= 26);
		free(said.data);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_that_servers_send_instead),
		cmocka_unit_test(others_are_named),
		cmocka_unit_test(long_ones_are_cut),
		cmocka_unit_test(prose_is_no_sign),
		cmocka_unit_test(a_head_may_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
