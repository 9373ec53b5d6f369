#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "diag.h"
#include "feed.h"
#include "mem.h"

static void
allocating(void **state)
{
	unsigned *p;
	char *copy;

	(void)state;
	p = mem_alloc(3, sizeof *p);
	p[2] = 7;
	p = mem_resize(p, 1000, sizeof *p);
	assert_int_equal(p[2], 7);
	p[999] = 1;
	free(p);
	/* none of them is something, too: what comes back is not NULL */
	p = mem_alloc(0, sizeof *p);
	assert_non_null(p);
	free(p);
	p = mem_alloc(7, 0);
	assert_non_null(p);
	free(p);
	copy = mem_copy(S("a\0b"));
	assert_memory_equal(copy, "a\0b", 4);
	free(copy);
	copy = mem_copy((struct str){NULL, 0});
	assert_string_equal(copy, "");
	free(copy);
}

static void
growing(void **state)
{
	size_t cap = 0, moved = 0;
	size_t *a = NULL;

	(void)state;
	for (size_t n = 0; n < 10000; n++) {
		size_t had = cap;

		a = mem_grow(a, n, &cap, sizeof *a);
		assert_true(cap > n);
		if (cap != had) {
			assert_true(cap >= 2 * had);
			moved++;
		}
		a[n] = n;
	}
	assert_true(moved < 20);
	for (size_t n = 0; n < 10000; n++)
		assert_int_equal(a[n], n);
	/* nothing to do while there is room */
	assert_ptr_equal(mem_grow(a, cap - 1, &cap, sizeof *a), a);
	free(a);
}

static void
buffers(void **state)
{
	struct buf b = {.n = 0};
	char *room;

	(void)state;
	assert_true(str_eq(buf_str(&b), S("")));
	buf_add(&b, (struct str){NULL, 0});
	buf_add(&b, S(""));
	assert_int_equal(b.n, 0);
	buf_byte(&b, 'a');
	buf_add(&b, S("b\0c"));
	assert_true(str_eq(buf_str(&b), S("ab\0c")));
	room = buf_room(&b, 100000);
	assert_ptr_equal(room, b.data + 4);
	assert_int_equal(b.n, 4); /* room is not text */
	memset(room, 'x', 100000);
	b.n += 100000;
	assert_true(b.cap >= b.n);
	assert_true(str_starts(buf_str(&b), S("ab\0cxxx")));
	assert_ptr_equal(buf_room(&b, 0), b.data + b.n);
	b.n = 1;
	assert_true(str_eq(buf_str(&b), S("a")));
	free(b.data);
}

static void
a_buffer_grows_byte_by_byte(void **state)
{
	struct buf b = {.n = 0};

	(void)state;
	for (size_t i = 0; i < 100000; i++)
		buf_byte(&b, (char)(i % 251));
	assert_int_equal(b.n, 100000);
	for (size_t i = 0; i < b.n; i++)
		assert_int_equal((unsigned char)b.data[i], i % 251);
	free(b.data);
}

/* Texts of all lengths around the size of a block stay where they are. */
static void
texts_stay(void **state)
{
	static const size_t lengths[] = {0, 1, 2, 100, 5000, 16383, 16384, 16385, 100000, 0, 3};
	struct arena a = {.block = NULL};
	struct str copy[countof(lengths) * 20];
	char *text = mem_alloc(100000, 1);

	(void)state;
	for (size_t i = 0; i < countof(copy); i++) {
		size_t n = lengths[i % countof(lengths)];

		memset(text, (int)('a' + i % 26), n);
		copy[i] = arena_copy(&a, (struct str){text, n});
	}
	for (size_t i = 0; i < countof(copy); i++) {
		assert_int_equal(copy[i].n, lengths[i % countof(lengths)]);
		for (size_t k = 0; k < copy[i].n; k++)
			assert_int_equal(copy[i].s[k], 'a' + i % 26);
	}
	arena_free(&a);
	assert_null(a.block);
	arena_free(&a); /* empty again, and of use again */
	assert_true(str_eq(arena_copy(&a, S("Mali")), S("Mali")));
	assert_true(str_eq(arena_copy(&a, (struct str){NULL, 0}), S("")));
	arena_free(&a);
	free(text);
}

static void
too_many(void)
{
	mem_alloc(SIZE_MAX / 2, 3);
}

static void
too_much_room(void)
{
	struct buf b = {.n = 0};

	buf_byte(&b, 'a');
	buf_room(&b, SIZE_MAX - 1);
}

/* No memory ends the program: what does not fit into a size_t is not wrapped. */
static void
no_memory(void **state)
{
	char said[100];

	(void)state;
	snprintf(said, sizeof said, "poc-tools: error: out of memory: %zu × 3 bytes\n", SIZE_MAX / 2);
	assert_int_equal(in_child(too_many, said), STATUS_IO);
	snprintf(said, sizeof said, "poc-tools: error: out of memory: %zu bytes\n", SIZE_MAX - 1);
	assert_int_equal(in_child(too_much_room, said), STATUS_IO);
	assert_int_equal(diag_status(), STATUS_OK);
}

/* The ways to copy of any length: what was wanted, and nothing in front of it; behind it no more than they may. */
static void
copies(void **state)
{
	char from[200 + MEM_PAD], to[1 + 200 + MEM_PAD + 1];

	(void)state;
	for (size_t i = 0; i < sizeof from; i++)
		from[i] = (char)(i + 1);
	for (size_t n = 1; n <= 200; n++) {
		memset(to, 0, sizeof to);
		mem_put_padded(to + 1, from, n);
		assert_memory_equal(to + 1, from, n);
		assert_int_equal(to[0], 0);
		for (size_t i = 1 + n + MEM_PAD; i < sizeof to; i++)
			assert_int_equal(to[i], 0);
		memset(to, 0, sizeof to);
		mem_put(to + 1, from, n);
		assert_memory_equal(to + 1, from, n);
		for (size_t i = 1 + n; i < sizeof to; i++)
			assert_int_equal(to[i], 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allocating),
		cmocka_unit_test(growing),
		cmocka_unit_test(buffers),
		cmocka_unit_test(a_buffer_grows_byte_by_byte),
		cmocka_unit_test(texts_stay),
		cmocka_unit_test(no_memory),
		cmocka_unit_test(copies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
