/* Tests of lib/amount.h: a text is kept only where the number that it stands for is written just so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "amount.h"

/* Compares with the plain way: read the whole text, and write it. */
static void
check(const char *text, size_t n)
{
	char *alone = malloc(n ? n : 1), written[DEC_MAX];
	struct str all = {alone, n};
	struct dec number, value, short_cut;
	struct amount amount = {.known = false};
	bool is_number;
	size_t length;

	assert_non_null(alone);
	memcpy(alone, text, n); /* with nothing behind it that may be read */
	is_number = dec_parse(&number, all, DOUBLE_DIGITS) == DEC_OK;
	length = is_number ? dec_format(&number, written) : 0;
	if (dec_parse_plain(&short_cut, all, DOUBLE_DIGITS)
	    && !(is_number && dec_cmp(&number, &short_cut) == 0 && number.scale == short_cut.scale))
		fail_msg("dec_parse_plain: %.*s", (int)n, text);
	if (amount_take(&amount, all)) {
		value = amount_value(&amount);
		if (!is_number || !str_eq(all, (struct str){written, length}) || dec_cmp(&value, &number) != 0)
			fail_msg("amount_take: %.*s", (int)n, text);
	} else {
		assert_false(amount.known);
	}
	free(alone);
}

static void
known_texts(void **state)
{
	static const char *const kept[] = {"0", "7", "12", "123", "1234567", "12345678", "1234567890123456", "0.5", "70.508304",
	                                   "462.189454", "0.00000000000001", "1234567.12345678"};
	static const char *const other[] = {"", ".", "5.", ".5", "00", "01", "00.5", "0.0", "1.50", "-1", "+1", "1e5", "1,234",
	                                    "1.2.3", "12345678.5", "12345678901234567", "1..2", "70.5083040000000", "a", "1 ", "$5"};
	struct amount amount;

	(void)state;
	for (size_t i = 0; i < countof(kept); i++) {
		check(kept[i], strlen(kept[i]));
		assert_true(amount_take(&amount, str_of(kept[i])) && amount.known);
	}
	for (size_t i = 0; i < countof(other); i++) {
		check(other[i], strlen(other[i]));
		assert_false(amount_take(&amount, str_of(other[i])));
	}
}

/* Texts of all lengths up to 20 out of what numbers are made of, mostly digits. */
static void
any_texts(void **state)
{
	static const char bytes[] = "0012345678999000.....,-e/: ";
	uint64_t random = 1;
	char text[20];

	(void)state;
	for (int i = 0; i < 400000; i++) {
		size_t n;

		random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		n = (random >> 59) % (sizeof text + 1);
		for (size_t k = 0; k < n; k++) {
			random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			text[k] = bytes[(random >> 33) % ((random >> 20) % 4 ? 16 : sizeof bytes - 1)];
		}
		if (n > 2 && random >> 63)
			text[random % n] = '.';
		check(text, n);
	}
}

static void
numbers(void **state)
{
	struct dec number = dec_int(-5), value;
	struct amount amount;

	(void)state;
	amount_set(&amount, &number);
	value = amount_value(&amount);
	assert_true(amount.known);
	assert_int_equal(dec_cmp(&value, &number), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts), cmocka_unit_test(any_texts), cmocka_unit_test(numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
