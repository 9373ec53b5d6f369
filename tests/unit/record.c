#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "feed.h"
#include "record.h"

static const struct pos place = {"in", 3, 7};

static void
is_str(struct str got, struct str want)
{
	if (!str_eq(got, want))
		fail_msg("\"%.*s\" instead of \"%.*s\"", (int)got.n, got.s ? got.s : "", (int)want.n, want.s);
}

/* Builds a record with these names, ended by NULL; its values are their numbers. */
static struct record
named(struct builder *b, const char *const *name)
{
	struct record r = {.kind = RECORD_ENVELOPE};
	char value[16];

	builder_begin(b);
	for (unsigned i = 0; name[i]; i++) {
		snprintf(value, sizeof value, "%u", i);
		builder_add(b, str_of(name[i]), str_of(value), CELL_NUMBER);
	}
	builder_end(b, &r, RECORD_ROW, place);
	assert_ptr_equal(r.shape, &b->shape);
	for (unsigned i = 0; name[i]; i++) {
		snprintf(value, sizeof value, "%u", i);
		is_str(r.shape->name[i], str_of(name[i]));
		is_str(r.cell[i].text, str_of(value));
		assert_int_equal(r.shape->n, b->n);
	}
	return r;
}

#define NAMED(b, ...) named(b, (const char *const[]){__VA_ARGS__, NULL}).shape->serial

static void
building(void **state)
{
	struct builder b = {.n = 0};
	struct record r = {.kind = RECORD_LINE};
	char name[] = "year", text[] = " 2019\xC2\xA0";

	(void)state;
	builder_begin(&b);
	builder_add(&b, str_of(name), str_of(text), CELL_TEXT);
	builder_add(&b, S("budget"), S("1.50"), CELL_NUMBER);
	builder_add(&b, S(""), S(""), CELL_NULL);
	builder_lend(&b, S("lent"), S("\tx y\n"), CELL_OTHER);
	builder_add(&b, S("last"), (struct str){NULL, 0}, CELL_TEXT);
	builder_lend(&b, S("none"), (struct str){NULL, 0}, CELL_TEXT);
	builder_add(&b, S("year"), S("a\0b"), CELL_TEXT); /* names may repeat */
	memset(name, '?', sizeof name - 1);
	memset(text, '?', sizeof text - 1);
	builder_end(&b, &r, RECORD_PAIR, place);
	assert_int_equal(r.kind, RECORD_PAIR);
	assert_string_equal(r.at.file, "in");
	assert_int_equal(r.at.line, 3);
	assert_int_equal(r.at.column, 7);
	assert_int_equal(r.shape->n, 7);
	is_str(r.shape->name[0], S("year"));
	is_str(r.cell[0].text, S("2019")); /* trimmed, a copy */
	is_str(r.cell[1].text, S("1.50"));
	is_str(r.shape->name[2], S(""));
	is_str(r.cell[2].text, S(""));
	is_str(r.cell[3].text, S("x y"));
	is_str(r.cell[4].text, S(""));
	is_str(r.cell[5].text, S(""));
	is_str(r.cell[6].text, S("a\0b"));
	assert_int_equal(r.cell[0].kind, CELL_TEXT);
	assert_int_equal(r.cell[1].kind, CELL_NUMBER);
	assert_int_equal(r.cell[2].kind, CELL_NULL);
	assert_int_equal(r.cell[3].kind, CELL_OTHER);
	builder_free(&b);
	assert_true(b.n == 0 && b.cell == NULL && b.shape.n == 0);
	builder_free(&b);
}

/* The serial stays while the names do, and only then. */
static void
serials(void **state)
{
	struct builder b = {.n = 0}, other = {.n = 0};
	unsigned first = NAMED(&b, "year", "budget"), last = first, next;

	(void)state;
	assert_true(first >= 1);
	assert_int_equal(b.shape.at.line, place.line); /* of the first record that has the names */
	b.shape.at.line = 1;
	assert_int_equal(NAMED(&b, "year", "budget"), first);
	assert_int_equal(NAMED(&b, "year", "budget"), first);
	assert_int_equal(b.shape.at.line, 1);
#define CHANGES(...) \
	next = NAMED(&b, __VA_ARGS__); \
	assert_true(next > last); \
	assert_int_equal(NAMED(&b, __VA_ARGS__), next); \
	last = next
	CHANGES("year");                      /* fewer */
	CHANGES("year", "budget");            /* as many as once, again */
	CHANGES("year", "budget", "funding"); /* more */
	CHANGES("budget", "year", "funding"); /* another order */
	CHANGES("Budget", "year", "funding");
	CHANGES("Budget", "year", "fundin");
	CHANGES("", "", "");
	CHANGES("", "");
	CHANGES("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r");
	CHANGES("a");
	CHANGES("a", "b", "c");
	/* two builders never share one */
	assert_true(NAMED(&other, "a", "b", "c") > last);
	assert_true(shape_serial() > last + 1);
	builder_free(&b);
	builder_free(&other);
}

/* A record without values has a shape, too. */
static void
an_empty_record(void **state)
{
	struct builder b = {.n = 0};
	struct record r = {.kind = RECORD_LINE};

	(void)state;
	builder_begin(&b);
	builder_end(&b, &r, RECORD_ROW, place);
	assert_int_equal(r.shape->n, 0);
	assert_true(r.shape->serial >= 1);
	builder_free(&b);
}

/* What was begun and not ended leaves nothing behind. */
static void
begun_twice(void **state)
{
	struct builder b = {.n = 0};
	unsigned first = NAMED(&b, "year", "budget");

	(void)state;
	builder_begin(&b);
	builder_add(&b, S("year"), S("lost"), CELL_TEXT);
	assert_int_equal(NAMED(&b, "year", "budget"), first);
	builder_begin(&b);
	builder_add(&b, S("other"), S("lost"), CELL_TEXT);
	assert_true(NAMED(&b, "year", "budget") > first);
	builder_free(&b);
}

static void
many_values(void **state)
{
	struct builder b = {.n = 0};
	struct record r = {.kind = RECORD_LINE};
	char name[16], text[16];

	(void)state;
	for (unsigned round = 0; round < 3; round++) {
		builder_begin(&b);
		for (unsigned i = 0; i < 5000; i++) {
			snprintf(name, sizeof name, "n%u", i);
			snprintf(text, sizeof text, "%u", i * (round + 1));
			builder_add(&b, str_of(name), str_of(text), CELL_NUMBER);
		}
		builder_end(&b, &r, RECORD_ROW, place);
		assert_int_equal(r.shape->n, 5000);
		for (unsigned i = 0; i < 5000; i++) {
			snprintf(text, sizeof text, "%u", i * (round + 1));
			is_str(r.cell[i].text, str_of(text));
		}
	}
	builder_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(building),
		cmocka_unit_test(serials),
		cmocka_unit_test(an_empty_record),
		cmocka_unit_test(begun_twice),
		cmocka_unit_test(many_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
