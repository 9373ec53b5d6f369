#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "feed.h"
#include "index.h"

static void
keys(void **state)
{
	struct index x = {.n = 0};
	bool added;
	char text[] = "Mali";

	(void)state;
	assert_true(index_find(&x, S("Mali")) == SIZE_MAX);
	assert_int_equal(index_add(&x, str_of(text), &added), 0);
	assert_true(added);
	text[0] = 'B'; /* the key was copied */
	assert_int_equal(index_add(&x, str_of(text), &added), 1);
	assert_true(added);
	assert_int_equal(index_add(&x, S("Mali"), &added), 0);
	assert_false(added);
	assert_int_equal(index_add(&x, S(""), &added), 2);
	assert_true(added);
	assert_int_equal(index_add(&x, (struct str){NULL, 0}, &added), 2);
	assert_false(added);
	assert_int_equal(index_add(&x, S("Mali\0"), &added), 3);
	assert_true(added);
	assert_int_equal(x.n, 4);
	assert_int_equal(index_find(&x, S("Bali")), 1);
	assert_int_equal(index_find(&x, S("Mali\0")), 3);
	assert_true(index_find(&x, S("mali")) == SIZE_MAX);
	assert_true(index_find(&x, S("Mal")) == SIZE_MAX);
	assert_int_equal(x.n, 4); /* looking adds nothing */
	assert_true(str_eq(index_key(&x, 0), S("Mali")));
	assert_true(str_eq(index_key(&x, 2), S("")));
	assert_true(str_eq(index_key(&x, 3), S("Mali\0")));
	index_free(&x);
}

/* The n-th of many keys, of lengths around the words of the hash. */
static struct str
nth(unsigned i, char *text)
{
	return (struct str){text, (size_t)sprintf(text, "%.*s%u", (int)(i % 20), "....................", i)};
}

static void
many_keys(void **state)
{
	enum { MANY = 100000 };
	struct index x = {.n = 0};
	bool added;
	char text[40];

	(void)state;
	for (unsigned round = 0; round < 2; round++) {
		for (unsigned i = 0; i < MANY; i++) {
			assert_int_equal(index_add(&x, nth(i, text), &added), i);
			assert_int_equal(added, round == 0);
		}
	}
	assert_int_equal(x.n, MANY);
	for (unsigned i = 0; i < MANY; i++) {
		assert_int_equal(index_find(&x, nth(i, text)), i);
		assert_true(str_eq(index_key(&x, i), nth(i, text)));
		assert_true(index_find(&x, nth(MANY + i, text)) == SIZE_MAX);
	}
	index_free(&x);
}

/* The hash of the only key. */
static uint32_t
hash_of(const struct index *x)
{
	size_t i = 0;

	while (i < x->slots && x->slot[i].number == 0)
		i++;
	assert_true(i < x->slots);
	return x->slot[i].hash;
}

/* A key that comes again at once is not looked for: it is the same one, and another one is not. */
static void
last_again(void **state)
{
	struct index x = {.n = 0};
	bool added;

	(void)state;
	assert_int_equal(index_add(&x, S(""), &added), 0);
	assert_int_equal(index_add(&x, S(""), &added), 0);
	assert_false(added);
	assert_int_equal(index_add(&x, S("Mali"), &added), 1);
	assert_int_equal(index_add(&x, S("Bali"), &added), 2);
	assert_int_equal(index_add(&x, S("Mali"), &added), 1);
	assert_int_equal(index_add(&x, S("Mali"), &added), 1);
	assert_false(added);
	assert_int_equal(index_add(&x, S("Malibu"), &added), 3);
	assert_true(added);
	assert_int_equal(index_add(&x, S(""), &added), 0);
	assert_int_equal(x.n, 4);
	index_free(&x);
}

/* A million groups have to fit: what a key takes beside its text. */
static void
small(void **state)
{
	enum { MANY = 300000 };
	struct index x = {.n = 0};
	bool added;
	char text[40];

	(void)state;
	for (unsigned i = 0; i < MANY; i++) {
		index_add(&x, nth(i, text), &added);
		if (x.n > 1000)
			assert_true((x.cap * sizeof *x.end + x.slots * sizeof *x.slot) / x.n < 40);
	}
	index_free(&x);
}

/* Whoever writes the input cannot know which keys collide: two tables never hash alike. */
static void
seeds(void **state)
{
	struct index a = {.n = 0}, b = {.n = 0};
	bool added;

	(void)state;
	index_add(&a, S("Mali"), &added);
	index_add(&b, S("Mali"), &added);
	assert_true(a.seed[0] != b.seed[0] || a.seed[1] != b.seed[1]);
	assert_true(hash_of(&a) != hash_of(&b));
	index_free(&a);
	index_free(&b);
}

/* How many keys are passed over on the way to each one, all together. */
static size_t
passed_over(const struct index *x)
{
	size_t sum = 0;

	for (size_t i = 0; i < x->slots; i++)
		if (x->slot[i].number)
			sum += (i - x->slot[i].hash) & (x->slots - 1);
	return sum;
}

/* An empty table with a seed that is known. */
static struct index
known(void)
{
	struct index x = {.n = 0};
	bool added;

	index_add(&x, S("to have slots"), &added);
	memset(x.slot, 0, x.slots * sizeof *x.slot);
	x.n = x.keys.n = 0;
	x.seed[0] = 1;
	x.seed[1] = 2;
	return x;
}

/* The hash of a key there. */
static uint32_t
known_hash(struct str key)
{
	struct index x = known();
	bool added;
	uint32_t hash;

	index_add(&x, key, &added);
	hash = hash_of(&x);
	index_free(&x);
	return hash;
}

/*
 * Keys that were chosen to have the same place under one seed: where that is the table's, each one is found behind all before it,
 * and time grows with the square of their number. Under the seed that the table makes for itself they stand like any others.
 */
static void
chosen_keys(void **state)
{
	enum { MANY = 512, PLACES = 1024 };
	struct index theirs = known(), ours = {.n = 0};
	bool added;
	char text[40];

	(void)state;
	for (unsigned i = 0; theirs.n < MANY; i++) {
		struct str key = nth(i, text);

		if (known_hash(key) % PLACES != 0)
			continue;
		index_add(&theirs, key, &added);
		assert_true(added);
		index_add(&ours, key, &added);
		assert_true(added);
	}
	assert_int_equal(theirs.slots, PLACES);
	assert_int_equal(ours.slots, PLACES);
	assert_int_equal(passed_over(&theirs), MANY * (MANY - 1) / 2);
	assert_true(passed_over(&ours) < 4 * MANY);
	index_free(&theirs);
	index_free(&ours);
}

/* Parts of all lengths come out as they went in. */
static void
parts(void **state)
{
	static const size_t lengths[] = {0, 1, 126, 127, 128, 129, 16383, 16384, 16385, 2097151, 2097152, 0};
	struct buf key = {.n = 0};
	struct str text = repeated(S("\0abc\x80\xFF"), 2097152), rest;

	(void)state;
	for (size_t i = 0; i < countof(lengths); i++)
		index_part(&key, (struct str){text.s, lengths[i]});
	rest = buf_str(&key);
	for (size_t i = 0; i < countof(lengths); i++)
		assert_true(str_eq(index_take(&rest), (struct str){text.s, lengths[i]}));
	assert_int_equal(rest.n, 0);
	free(key.data);
	free((char *)text.s);
}

static struct buf
key_of(const struct str *part, size_t n)
{
	struct buf key = {.n = 0};

	for (size_t i = 0; i < n; i++)
		index_part(&key, part[i]);
	return key;
}

/* No other parts make the same key. */
static void
keys_of_parts_differ(void **state)
{
	static const struct str cases[][3] = {
		{STR("ab"), STR("c"), STR("")}, {STR("a"), STR("bc"), STR("")}, {STR("abc"), STR(""), STR("")}, {STR(""), STR("abc"), STR("")},
		{STR(""), STR(""), STR("abc")}, {STR("ab\1c"), STR(""), STR("")}, {STR("\2ab"), STR("c"), STR("")}, {STR(""), STR("\1c"), STR("ab")},
		{STR("\0"), STR(""), STR("")}, {STR(""), STR("\0"), STR("")}, {STR(""), STR(""), STR("")},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		for (size_t k = 0; k < countof(cases); k++) {
			struct buf a = key_of(cases[i], 3), b = key_of(cases[k], 3);

			assert_int_equal(str_eq(buf_str(&a), buf_str(&b)), i == k);
			free(a.data);
			free(b.data);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys),
		cmocka_unit_test(many_keys),
		cmocka_unit_test(last_again),
		cmocka_unit_test(small),
		cmocka_unit_test(seeds),
		cmocka_unit_test(chosen_keys),
		cmocka_unit_test(parts),
		cmocka_unit_test(keys_of_parts_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
