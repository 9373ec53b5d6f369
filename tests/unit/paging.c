#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "diag.h"
#include "feed.h"
#include "paging.h"

#define MISSING "; the figures of the other pages are missing\n"
#define TWICE " came in twice; its figures are counted twice; leave one out\n"
#define NEXT "another page follows (nextLink); its figures are missing\n"

/* What is noted, an envelope a line: "name=value name=value"; the file that each stands in is its number: "1", "2". */
static const char *const *noted;
static bool checked;
static enum status before;
static enum record_kind kind;

static void
note_line(struct paging *p, struct builder *b, struct str line, const char *file)
{
	struct record r = {.kind = kind};
	struct str part, name;

	builder_begin(b);
	while (str_split(&line, ' ', &part)) {
		str_split(&part, '=', &name);
		builder_add(b, name, part, part.n ? CELL_TEXT : CELL_NULL);
	}
	builder_end(b, &r, kind, (struct pos){file, 1, 1});
	paging_note(p, &r);
}

static void
tell(void)
{
	static const char *const file[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
	struct paging p = {.cap = 0};
	struct builder b = {.n = 0};

	for (size_t i = 0; noted[i]; i++)
		note_line(&p, &b, str_of(noted[i]), file[i]);
	diag_raise(before);
	paging_tell(&p, checked);
	paging_free(&p);
	builder_free(&b);
}

#define LINES(...) (const char *const[]){__VA_ARGS__, NULL}

/* What is said of these envelopes; behind "FILE: warning: " or "FILE: error: ". Empty file: nothing is said. */
static void
tells(const char *const *lines, const char *file, const char *what)
{
	char said[512];

	noted = lines;
	for (int check = 0; check < 2; check++) {
		checked = check;
		snprintf(said, sizeof said, "poc-tools: %s: %s: %s", file, check ? "error" : "warning", what);
		if (!*file)
			*said = '\0';
		assert_int_equal(in_child(tell, said), check && *file ? STATUS_NONE : STATUS_OK);
	}
}

static int
begin(void **state)
{
	(void)state;
	before = STATUS_OK;
	kind = RECORD_ENVELOPE;
	return 0;
}

static void
pages(void **state)
{
	(void)state;
	tells(LINES("page=1 short-url=a maxPages=1"), "", "");
	tells(LINES("page=1 short-url=a maxPages=2"), "1", "page 1 of 2" MISSING);
	tells(LINES("page=2 short-url=a maxPages=2"), "1", "page 2 of 2" MISSING);
	tells(LINES("page=2 short-url=a maxPages=2", "page=1 short-url=a maxPages=2"), "", "");
	tells(LINES("page=3 short-url=a maxPages=4", "page=1 short-url=a maxPages=4"), "2", "pages 1, 3 of 4" MISSING);
	/* one that came twice is one, and told; where nothing says of what it is a page, it may be of something else */
	tells(LINES("page=1 short-url=a maxPages=2", "page=1 short-url=a maxPages=2", "page=2 short-url=a maxPages=2"), "3",
	      "page 1 of 2" TWICE);
	tells(LINES("page=01 short-url=a maxPages=2", "page=2 short-url=a maxPages=2", "page=1 short-url=a maxPages=02"), "3",
	      "page 1 of 2" TWICE);
	tells(LINES("page=1 maxPages=2", "page=1 maxPages=2"), "2", "page 1 of 2" MISSING);
	tells(LINES("page=1 maxPages=2", "page=2 maxPages=2"), "", ""); /* without an address */
	tells(LINES("page=1 short-url=a maxPages=2", "page=2 short-url=a maxPages=3", "page=2 short-url=a maxPages=2"), "2",
	      "page 2 of 3" MISSING);
	tells(LINES("page=1 short-url=a maxPages=0"), "", "");
	tells(LINES("page=3 short-url=a maxPages=2"), "", ""); /* none of ours */
	tells(LINES("page=1 short-url=a maxPages=2", "page=3 short-url=a maxPages=2"), "1", "page 1 of 2" MISSING);
}

static void
queries(void **state)
{
	(void)state;
	tells(LINES("page=1 short-url=a maxPages=2", "page=2 short-url=b maxPages=2", "page=2 short-url=a maxPages=2"), "2",
	      "page 2 of 2" MISSING);
	tells(LINES("page=1 short-url=a maxPages=2", "page=2 short-url=a maxPages=2", "page=1 short-url=b maxPages=1"), "", "");
	noted = LINES("page=1 short-url=a maxPages=2", "page=1 short-url=b maxPages=3");
	checked = false;
	assert_int_equal(in_child(tell, "poc-tools: 1: warning: page 1 of 2" MISSING "poc-tools: 2: warning: page 1 of 3" MISSING),
	                 STATUS_OK);
}

static void
many_pages(void **state)
{
	(void)state;
	tells(LINES("page=1 maxPages=20", "page=2 maxPages=20", "page=3 maxPages=20", "page=4 maxPages=20", "page=5 maxPages=20",
	            "page=6 maxPages=20", "page=7 maxPages=20", "page=8 maxPages=20"), "8", "pages 1, 2, 3, 4, 5, 6, 7, 8 of 20" MISSING);
	tells(LINES("page=1 maxPages=20", "page=2 maxPages=20", "page=3 maxPages=20", "page=4 maxPages=20", "page=5 maxPages=20",
	            "page=6 maxPages=20", "page=7 maxPages=20", "page=8 maxPages=20", "page=9 maxPages=20"), "9",
	      "pages 1, 2, 3, 4, 5, 6, 7, 8, ... of 20" MISSING);
	/* whatever their order, the lowest are listed */
	tells(LINES("page=19 maxPages=20", "page=9 maxPages=20", "page=8 maxPages=20", "page=7 maxPages=20", "page=6 maxPages=20",
	            "page=5 maxPages=20", "page=4 maxPages=20", "page=3 maxPages=20", "page=2 maxPages=20"), "9",
	      "pages 2, 3, 4, 5, 6, 7, 8, 9, ... of 20" MISSING);
	/* the longest numbers fit */
	tells(LINES("page=100000001 maxPages=999999999", "page=100000002 maxPages=999999999", "page=100000003 maxPages=999999999",
	            "page=100000004 maxPages=999999999", "page=100000005 maxPages=999999999", "page=100000006 maxPages=999999999",
	            "page=100000007 maxPages=999999999", "page=100000008 maxPages=999999999", "page=100000009 maxPages=999999999"), "9",
	      "pages 100000001, 100000002, 100000003, 100000004, 100000005, 100000006, 100000007, 100000008, ... of 999999999" MISSING);
}

static void
no_pages(void **state)
{
	(void)state;
	tells(LINES("page=1.0 maxPages=2"), "", "");
	tells(LINES("page=1 maxPages=2.5"), "", "");
	tells(LINES("page=-1 maxPages=2"), "", "");
	tells(LINES("page=x maxPages=2"), "", "");
	tells(LINES("page=0 maxPages=2"), "", "");
	tells(LINES("page= maxPages=2"), "", "");
	tells(LINES("page=1 maxPages=1000000000"), "", "");
	tells(LINES("page=1"), "", "");
	tells(LINES("maxPages=2"), "", "");
	kind = RECORD_ROW;
	tells(LINES("page=1 maxPages=2"), "", "");
}

static void
links(void **state)
{
	(void)state;
	tells(LINES("meta.nextLink=u meta.count=1"), "1", NEXT);
	tells(LINES("meta.nextLink=u"), "1", NEXT);
	tells(LINES("meta.nextLink= meta.count=1"), "", "");
	tells(LINES("meta.count=1"), "", "");
	tells(LINES("nextLink=u"), "", "");
	/* the last page names none */
	tells(LINES("meta.nextLink=u", "meta.nextLink="), "", "");
	tells(LINES("meta.count=1", "meta.nextLink=u meta.count=1"), "", "");
	/* another query's last page is no help */
	tells(LINES("meta.nextLink=u meta.count=484", "meta.count=9"), "1", NEXT);
	tells(LINES("meta.count=9", "meta.nextLink=u meta.count=484", "meta.count=484"), "", "");
	tells(LINES("meta.nextLink=u", "meta.nextLink=v"), "2", NEXT);
	tells(LINES("meta.nextLink=u", "x=1"), "1", NEXT);
}

/* After malformed input it would be no news. */
static void
after_malformed_input(void **state)
{
	(void)state;
	noted = LINES("page=1 maxPages=2", "meta.nextLink=u");
	checked = true;
	before = STATUS_BAD;
	assert_int_equal(in_child(tell, ""), STATUS_BAD);
	before = STATUS_IO;
	assert_int_equal(in_child(tell, ""), STATUS_IO);
	before = STATUS_NONE;
	assert_int_equal(in_child(tell, "poc-tools: 1: error: page 1 of 2" MISSING "poc-tools: 2: error: " NEXT), STATUS_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(pages, begin), cmocka_unit_test_setup(queries, begin), cmocka_unit_test_setup(many_pages, begin),
		cmocka_unit_test_setup(no_pages, begin), cmocka_unit_test_setup(links, begin),
		cmocka_unit_test_setup(after_malformed_input, begin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
