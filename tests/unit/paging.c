#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "feed.h"
#include "jsonrows.h"
#include "paging.h"

static bool check;

static bool
knows_year(struct str name)
{
	return str_eq(name, S("year"));
}

/* Reads all documents and tells what is missing. */
static void
read_pages(struct source *src, struct buf *out)
{
	struct jsonrows rows;
	struct record record;
	struct paging paging = {.cap = 0};

	jsonrows_open(&rows, src, knows_year);
	while (jsonrows_next(&rows, &record) == READ_OK)
		paging_note(&paging, &record);
	jsonrows_close(&rows);
	paging_tell(&paging, check);
	paging_free(&paging);
	buf_add(out, S("."));
}

#define PAGE(page, most) "{\"page\":" page ",\"short-url\":\"a\",\"maxPages\":" most ",\"total\":[],\"items\":[{\"year\":2019}]}\n"
#define OTHER(page, most) "{\"items\":[{\"year\":2019}],\"maxPages\":" most ",\"short-url\":\"b\",\"page\":" page "}\n"
#define FLOWS(meta) "{\"data\":{\"flows\":[{\"id\":1}]},\"meta\":{" meta "}}\n"
#define MISSING(severity, pages) "poc-tools: in: " severity ": " pages "; the figures of the other pages are missing\n"
#define NEXT "poc-tools: in: warning: another page follows (nextLink); its figures are missing\n"

static void
pages(void **state)
{
	static const struct feed_case cases[] = {
		{STR(PAGE("1", "1")), ".", NULL},
		{STR(PAGE("1", "0")), ".", NULL},
		{STR(PAGE("1", "2")), ".", MISSING("warning", "page 1 of 2")},
		{STR(PAGE("2", "2")), ".", MISSING("warning", "page 2 of 2")},
		{STR(PAGE("1", "2") PAGE("2", "2")), ".", NULL},
		{STR(PAGE("2", "2") PAGE("1", "2")), ".", NULL},
		{STR(PAGE("1", "2") PAGE("1", "2")), ".", MISSING("warning", "page 1 of 2")},
		{STR(PAGE("1", "5") PAGE("3", "5")), ".", MISSING("warning", "pages 1, 3 of 5")},
		{STR(PAGE("\"1\"", "\"2\"")), ".", MISSING("warning", "page 1 of 2")},
		/* pages of another query do not help */
		{STR(PAGE("1", "2") OTHER("2", "2")), ".", MISSING("warning", "page 1 of 2") MISSING("warning", "page 2 of 2")},
		{STR(PAGE("1", "2") OTHER("1", "1") PAGE("2", "2")), ".", NULL},
		/* not all are listed */
		{STR(PAGE("1", "20") PAGE("2", "20") PAGE("3", "20") PAGE("4", "20") PAGE("5", "20") PAGE("6", "20") PAGE("7", "20")
		     PAGE("8", "20") PAGE("9", "20")), ".", MISSING("warning", "pages 1, 2, 3, 4, 5, 6, 7, 8, ... of 20")},
		/* other things under these names */
		{STR(PAGE("1.5", "2")), ".", NULL}, {STR(PAGE("null", "2")), ".", NULL}, {STR(PAGE("1", "\"many\"")), ".", NULL},
		{STR(PAGE("-1", "2")), ".", NULL}, {STR("{\"items\":[{\"year\":2019}],\"page\":1}\n"), ".", NULL},
	};

	(void)state;
	check = false;
	feed_all(read_pages, cases, countof(cases));
}

static void
links(void **state)
{
	static const struct feed_case cases[] = {
		{STR(FLOWS("\"count\":1,\"nextLink\":\"https://x\"")), ".", NEXT},
		{STR(FLOWS("\"count\":1,\"nextLink\":null")), ".", NULL},
		{STR(FLOWS("\"count\":1")), ".", NULL},
		{STR(FLOWS("\"language\":\"en\"")), ".", NULL},
		{STR(FLOWS("\"count\":1,\"nextLink\":\"https://x\"") FLOWS("\"count\":1")), ".", NULL},
		{STR(FLOWS("\"count\":1,\"nextLink\":\"https://x\"") FLOWS("\"count\":1,\"nextLink\":\"https://y\"")), ".", NEXT},
	};

	(void)state;
	check = false;
	feed_all(read_pages, cases, countof(cases));
}

static void
checked(void **state)
{
	static const struct feed_case cases[] = {
		{STR(PAGE("1", "2")), ".", MISSING("error", "page 1 of 2")},
		{STR(PAGE("1", "1")), ".", NULL},
	};

	(void)state;
	check = true;
	feed_all(read_pages, cases, countof(cases));
	assert_int_equal(diag_status(), STATUS_NONE);
}

/* Behind malformed input, nothing is told. To be the last test: the status stays. */
static void
malformed(void **state)
{
	(void)state;
	diag_raise(STATUS_BAD);
	feed_gives(read_pages, S(PAGE("1", "2")), S("."), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages),
		cmocka_unit_test(links),
		cmocka_unit_test(checked),
		cmocka_unit_test(malformed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
