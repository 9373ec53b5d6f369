#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "feed.h"
#include "names.h"

static size_t learned;

/* A name says itself in brackets. */
static void
in_brackets(struct str name, struct buf *room, struct known *found)
{
	learned++;
	assert_int_equal(room->n, 0);
	buf_byte(room, '[');
	buf_add(room, name);
	buf_byte(room, ']');
	found->text = buf_str(room);
	found->type = name.n > 3 ? DONOR_PRIVATE : DONOR_OTHER;
}

/* What is found is what would be worked out: whatever came before. */
static const struct known *
finds(struct names *names, struct str name)
{
	const struct known *found;
	struct buf room = {.n = 0};
	struct known want = {.iso3 = S("")};
	char *given = mem_copy(name);

	found = names_find(names, (struct str){given, name.n});
	memset(given, '?', name.n); /* it was copied */
	free(given);
	in_brackets(name, &room, &want);
	learned--;
	if (!str_eq(found->text, want.text) || found->type != want.type || !str_eq(found->iso3, want.iso3))
		fail_msg("\"%.*s\" gives \"%.*s\"", (int)name.n, name.s, (int)found->text.n, found->text.s);
	free(room.data);
	return found;
}

static struct str
nth(unsigned i, char *text)
{
	return (struct str){text, (size_t)sprintf(text, "%.*s%u", (int)(i % 19), "Bank of the Islands", i)};
}

static void
once(void **state)
{
	static const struct str some[] = {STR(""), STR("a"), STR("ab"), STR("ba"), STR("abc"), STR("Mali"), STR("Mali\0"), STR("Bali"),
	                                  STR("12345678"), STR("123456789"), STR("1234567812345678"), STR("8765432112345678")};
	struct names names = {.learn = in_brackets, .places = 64};
	uint64_t number[countof(some)];

	(void)state;
	learned = 0;
	for (size_t i = 0; i < countof(some); i++)
		number[i] = finds(&names, some[i])->number;
	assert_int_equal(learned, countof(some));
	for (size_t i = countof(some); i-- > 0;) {
		assert_true(finds(&names, some[i])->number == number[i]);
		for (size_t k = 0; k < i; k++)
			assert_true(number[i] != number[k]);
	}
	assert_true(number[0] > 0);
	assert_int_equal(learned, countof(some));
	names_free(&names);
}

/* Two that were made to have the same hash are told apart. */
static void
same_hash(void **state)
{
	static const struct str one = STR("Bank ABC Islands"), other = STR("Bank XYZ d\xB4taC\xA3k");
	struct names names = {.learn = in_brackets, .places = 64};
	uint64_t number;

	(void)state;
	number = finds(&names, one)->number;
	for (int i = 0; i < 2; i++) {
		assert_true(finds(&names, other)->number != number);
		assert_true(finds(&names, one)->number == number);
	}
	names_free(&names);
}

/* More names than there are places: what is given out is right, and a number never stands for two names. */
static void
more_than_places(void **state)
{
	enum { MANY = 3000 };
	static uint64_t number[MANY];
	struct names names = {.learn = in_brackets, .places = 16};
	uint64_t last = 0;
	char text[40];

	(void)state;
	learned = 0;
	for (unsigned round = 0; round < 3; round++) {
		for (unsigned i = 0; i < MANY; i++) {
			const struct known *found = finds(&names, nth(i, text));

			assert_true(found->number > last || found->number == number[i]);
			last = found->number > last ? found->number : last;
			number[i] = found->number;
			assert_true(names_again(&names, nth(i, text)) == found);
			assert_true(finds(&names, nth(i, text)) == found);
		}
	}
	names_free(&names);
}

/* Another table's numbers are others. */
static void
numbers_of_two(void **state)
{
	struct names a = {.learn = in_brackets, .places = 16}, b = {.learn = in_brackets, .places = 16};

	(void)state;
	assert_true(finds(&a, S("Mali"))->number != finds(&b, S("Mali"))->number);
	assert_true(names_again(&a, S("Mali"))->number != names_again(&b, S("Mali"))->number);
	assert_true(str_eq(names_again(&a, S("Bali"))->text, S("[Bali]")));
	assert_true(str_eq(names_again(&a, S("Mali"))->text, S("[Mali]")));
	names_free(&a);
	names_free(&b);
}

/* All the donors there are have places. */
static void
as_many_as_donors(void **state)
{
	enum { MANY = 300 };
	struct names names = {.learn = in_brackets, .places = 2048};
	char text[40];

	(void)state;
	learned = 0;
	for (unsigned round = 0; round < 5; round++)
		for (unsigned i = 0; i < MANY; i++)
			finds(&names, nth(i, text));
	if (learned > MANY + 5)
		fail_msg("%zu names were learned", learned);
	names_free(&names);
}

/* Long names take turns in one place, and have no number. */
static void
long_names(void **state)
{
	struct names names = {.learn = in_brackets, .places = 16};
	struct str text = repeated(S("abcdefg"), 1000);

	(void)state;
	learned = 0;
	assert_true(finds(&names, (struct str){text.s, NAMES_LONGEST})->number > 0);
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(finds(&names, (struct str){text.s, NAMES_LONGEST + 1})->number, 0);
		assert_int_equal(finds(&names, (struct str){text.s, NAMES_LONGEST + 1})->number, 0);
		assert_int_equal(finds(&names, text)->number, 0);
		assert_int_equal(finds(&names, str_skip(text, 7))->number, 0);
	}
	assert_int_equal(learned, 1 + 9);
	assert_true(finds(&names, (struct str){text.s, NAMES_LONGEST})->number > 0);
	assert_int_equal(learned, 1 + 9);
	names_free(&names);
	free((char *)text.s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(once),
		cmocka_unit_test(same_hash),
		cmocka_unit_test(more_than_places),
		cmocka_unit_test(numbers_of_two),
		cmocka_unit_test(as_many_as_donors),
		cmocka_unit_test(long_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
