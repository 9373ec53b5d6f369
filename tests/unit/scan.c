/* scan: each way that the processor has against the plain one, on blocks of every kind of byte, and the cuts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "scan.h"

#define MANY 20000

/* Bytes of which many are those that readers look for. */
static void
fill(char *block)
{
	static const char often[] = ",;\"\n\r\\{}[]:<& \t\x80\xFF\x1F\x7F";

	for (size_t i = 0; i < SCAN_BLOCK; i++)
		block[i] = (char)(rand() % 3 ? '0' + rand() % 70 : rand() % 4 ? often[(size_t)rand() % sizeof often] : rand());
}

static void
any_of_four(void **state)
{
	char block[SCAN_BLOCK + 1];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		const char *p = block + i % 2;

		fill(block + i % 2);
		assert_int_equal(scan_any(p, ",\"\n\r"), scan_plain_any(p, ",\"\n\r"));
		assert_int_equal(scan_any(p, "\t\"\x80\xFF"), scan_plain_any(p, "\t\"\x80\xFF"));
		assert_int_equal(scan_any16(p, ",\"\n\r"), scan_any(p, ",\"\n\r") & 0xFFFF);
		assert_int_equal(scan_any16(p, ",\"\n\r"), scan_plain_any16(p, ",\"\n\r"));
	}
	memset(block, 'x', sizeof block);
	assert_int_equal(scan_any(block, ",\"\n\r"), 0);
	block[0] = block[63] = ',';
	block[40] = '\r';
	assert_int_equal(scan_any(block, ",\"\n\r"), UINT64_C(1) | UINT64_C(1) << 40 | UINT64_C(1) << 63);
}

/* What strings of JSON need. */
static void
short_blocks(void **state)
{
	char block[SCAN_BLOCK], other[SCAN_BLOCK];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		const char *p = block + i % 4;

		fill(block);
		memcpy(other, p, SCAN_SHORT);
		for (int n = rand() % 8; n > 0; n--)
			other[rand() % SCAN_SHORT] = (char)rand();
		assert_int_equal(scan_string(p), scan_plain_string(p));
		assert_int_equal(scan_digits(p), scan_plain_digits(p));
		assert_int_equal(scan_word(p), scan_plain_word(p));
		assert_int_equal(scan_same(p, other), scan_plain_same(p, other));
	}
	for (int c = 0; c < 256; c++) {
		memset(block, c, SCAN_SHORT);
		assert_int_equal(scan_string(block), c < 0x20 || c == '"' || c == '\\' ? 0xFFFF : 0);
		assert_int_equal(scan_digits(block), c >= '0' && c <= '9' ? 0xFFFF : 0);
		assert_int_equal(scan_word(block), c >= '-' && c <= 'Z' ? 0xFFFF : 0);
	}
	memset(other, 'x', SCAN_SHORT);
	memset(block, 'x', SCAN_SHORT);
	assert_int_equal(scan_same(block, other), 0xFFFF);
	block[3] = 'y';
	assert_int_equal(scan_same(block, other), 0xFFF7);
	block[5] = '"';
	assert_int_equal(scan_string(block), 1 << 5);
}

static void
gives_csv(struct scan_csv got, struct scan_csv want)
{
	assert_int_equal(got.fields, want.fields);
	assert_int_equal(got.lines, want.lines);
	assert_int_equal(got.blanks, want.blanks);
	assert_int_equal(got.odd, want.odd);
}

static void
csv(void **state)
{
	char block[SCAN_BLOCK] = "a,\"b c\"\r\n\t\xC3\xA9,;!";

	(void)state;
	memset(block + 15, 'x', SCAN_BLOCK - 15);
	gives_csv(scan_csv(block, ','), (struct scan_csv){0x1102, 0x100, 0xf90, true});
	for (int i = 0; i < MANY; i++) {
		fill(block);
		gives_csv(scan_csv(block, ','), scan_plain_csv(block, ','));
		gives_csv(scan_csv(block, '\t'), scan_plain_csv(block, '\t'));
	}
}

static void
ascii(void **state)
{
	char block[SCAN_BLOCK];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		fill(block);
		assert_int_equal(scan_ascii(block), scan_plain_ascii(block));
	}
	memset(block, 0x7F, sizeof block);
	assert_true(scan_ascii(block));
	for (size_t i = 0; i < SCAN_BLOCK; i++) {
		block[i] = (char)0x80;
		assert_false(scan_ascii(block));
		block[i] = 0;
	}
}

static void
below(void **state)
{
	char block[SCAN_BLOCK];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		fill(block);
		assert_int_equal(scan_below(block, 0x20), scan_plain_below(block, 0x20));
		assert_int_equal(scan_below(block, 0x80), scan_plain_below(block, 0x80));
		assert_int_equal(scan_below(block, 0xC2), scan_plain_below(block, 0xC2));
		assert_int_equal(scan_below(block, 0xFF), scan_plain_below(block, 0xFF));
	}
	memset(block, ' ', sizeof block);
	assert_int_equal(scan_below(block, 0x20), 0);
	assert_int_equal(scan_below(block, 0x21), UINT64_MAX);
	block[5] = (char)0x80;
	block[6] = 0;
	assert_int_equal(scan_below(block, 0x20), 1 << 6);
}

static void
like(void **state)
{
	char block[SCAN_BLOCK];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		fill(block);
		assert_int_equal(scan_like(block, 0x20, '{'), scan_plain_like(block, 0x20, '{'));
		assert_int_equal(scan_like(block, 0x26, 0x7F), scan_plain_like(block, 0x26, 0x7F));
		assert_int_equal(scan_like(block, 0x20, '{'), scan_plain_any(block, "{[{["));
		assert_int_equal(scan_plain_any(block, "{[]}") & ~scan_like(block, 0x26, 0x7F), 0);
	}
}

static void
cuts(void **state)
{
	(void)state;
	assert_int_equal(scan_within(UINT64_MAX, 0), 0);
	assert_int_equal(scan_within(UINT64_MAX, 1), 1);
	assert_int_equal(scan_within(UINT64_MAX, 63), UINT64_MAX >> 1);
	assert_int_equal(scan_within(UINT64_MAX, 64), UINT64_MAX);
	assert_int_equal(scan_within(UINT64_MAX, 1000), UINT64_MAX);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(scan_first(UINT64_MAX << i), i);
}

/* A byte is inside if an odd number of quotes stands up to it. */
static void
inside(void **state)
{
	(void)state;
	for (int i = 0; i < MANY; i++) {
		uint64_t quotes = 0, want = 0;
		bool odd = false;

		for (unsigned bit = 0; bit < SCAN_BLOCK; bit++) {
			bool quote = rand() % (1 + i % 7) == 0;

			odd = odd != quote;
			quotes |= (uint64_t)quote << bit;
			want |= (uint64_t)odd << bit;
		}
		assert_int_equal(scan_inside(quotes), want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_of_four),
		cmocka_unit_test(short_blocks),
		cmocka_unit_test(csv),
		cmocka_unit_test(ascii),
		cmocka_unit_test(inside),
		cmocka_unit_test(below),
		cmocka_unit_test(like),
		cmocka_unit_test(cuts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
