/* Tests of lib/amount.h: a text is kept only where the number that it stands for is written just so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "amount.h"

static size_t pairs; /* that were compared */
static size_t taken; /* that amount_read() took */

/* Holds amount_pair() against amount_value(), of an amount and the one before that was a text. */
static void
check_pair(const struct amount *amount)
{
	static struct amount before;
	uint64_t number[2];
	unsigned scale;

	if (before.known && amount_pair(amount, &before, number, &scale)) {
		struct dec one = amount_value(amount), two = amount_value(&before);
		struct dec first = dec_small(number[0], scale, false), second = dec_small(number[1], scale, false);

		assert_int_equal(dec_cmp(&one, &first), 0);
		assert_int_equal(dec_cmp(&two, &second), 0);
		assert_int_equal(scale, one.scale + two.scale > 0 ? AMOUNT_SCALE : 0);
		pairs++;
	}
	before = *amount;
}

/* Holds amount_take_padded() against amount_take(), whatever stands behind the text. */
static void
check_padded(struct str text, const struct amount *amount)
{
	static const char behind[3] = "7.e";
	char bytes[64];

	for (size_t i = 0; i < sizeof behind; i++) {
		struct amount padded = {.known = false};
		struct str in = {bytes, text.n};

		memset(bytes, behind[i], sizeof bytes);
		memcpy(bytes, text.s, text.n);
		if (amount_take_padded(&padded, in) != amount->known || padded.known != amount->known)
			fail_msg("amount_take_padded: %.*s", (int)text.n, text.s);
		if (amount->known)
			assert_true(padded.length == amount->length && memcmp(padded.text, amount->text, amount->length) == 0);
	}
}

/* Holds amount_read() against the plain way: what it takes of the text, which a comma ends. */
static void
check_read(struct str text)
{
	char bytes[96], written[DEC_MAX];
	struct dec number, value;
	struct amount amount = {.known = false};

	memset(bytes, ',', sizeof bytes);
	memcpy(bytes, text.s, text.n);
	text = (struct str){bytes, amount_read(&amount, bytes)};
	if (text.n == 0 || !amount.known)
		return;
	assert_int_equal(dec_parse(&number, text, DOUBLE_DIGITS), DEC_OK);
	value = amount_value(&amount);
	if (!str_eq((struct str){amount.text, amount.length}, (struct str){written, dec_format(&number, written)})
	    || dec_cmp(&value, &number) != 0)
		fail_msg("amount_read: %.*s", (int)text.n, text.s);
	check_pair(&amount);
	taken++;
}

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
		if (!is_number || !str_eq((struct str){amount.text, amount.length}, (struct str){written, length})
		    || dec_cmp(&value, &number) != 0)
			fail_msg("amount_take: %.*s", (int)n, text);
		check_pair(&amount);
	} else {
		assert_false(amount.known);
	}
	check_padded(all, &amount);
	check_read(all);
	amount.known = false;
	if (amount_take_noisy(&amount, all)) {
		value = amount_value(&amount);
		if (!is_number || !str_eq((struct str){amount.text, amount.length}, (struct str){written, length})
		    || dec_cmp(&value, &number) != 0)
			fail_msg("amount_take_noisy: %.*s", (int)n, text);
		check_pair(&amount);
	} else {
		assert_false(amount.known);
	}
	free(alone);
}

static void
known_texts(void **state)
{
	static const char *const kept[] = {"0", "7", "12", "123", "1234567", "12345678",
	                                   "1234567890123456", "0.5", "70.508304",
	                                   "462.189454", "0.00000000000001", "1234567.12345678", "0.0",
	                                   "1.50", "70.5083040000000", "100.000", "100"};
	static const char *const other[] = {"", ".", "5.", ".5", "00", "01", "00.5", "-1", "+1", "1e5", "1,234",
	                                    "1.2.3", "12345678.5", "12345678901234567", "1..2", "a", "1 ", "$5"};
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

/* Numbers with an exponent: what is taken is what the plain way makes of it, whatever it is rounded to. */
static void
tiny_texts(void **state)
{
	static const char *const taken_texts[] = {"9.8509e-05", "1e-07", "0.5e-40", "0e-05", "1234567.125e-00", "123456789012e-10"};
	static const char *const other[] = {"9.8509e-5", "9.8509e+05", "9.8509E-05", "e-05", ".5e-05", "5.e-05", "1e-50", "-1e-05",
	                                    "9.8509e-0a", "9.8509000000000e-05", "1e-005", "", "1"};

	(void)state;
	for (size_t i = 0; i < countof(taken_texts) + countof(other); i++) {
		bool is_taken = i < countof(taken_texts);
		struct str text = str_of(is_taken ? taken_texts[i] : other[i - countof(taken_texts)]);
		struct amount amount = {.known = false};
		struct dec number, value;

		if (amount_take_tiny(&amount, text) != is_taken || amount.known != is_taken)
			fail_msg("amount_take_tiny: %s", text.s);
		if (!is_taken)
			continue;
		value = amount_value(&amount);
		for (int significant = 0; significant <= DOUBLE_DIGITS; significant += DOUBLE_DIGITS) {
			assert_int_equal(dec_parse(&number, text, significant), DEC_OK);
			assert_true(dec_cmp(&value, &number) == 0 && value.scale == number.scale);
		}
	}
}

/* Whether amount_read() takes the whole text as it is known. */
static bool
reads(const char *text)
{
	char bytes[96] = "";
	struct amount amount = {.known = false};

	memcpy(bytes, text, strlen(text));
	return amount_read(&amount, bytes) == strlen(text) && amount.known;
}

static void
noisy_texts(void **state)
{
	static const char *const text[][2] = {
		{"70.508304000000008", "70.508304"}, {"9.524297000000008", "9.52429700000001"},
		{"0.120982000000004", "0.120982000000004"},
		{"12.000000000000003", "12"}, {"1234567.00000000012345", "1234567"}, {"100.000000000000006", "100"},
		{"1.00000000000000600000000", "1.00000000000001"}, {"398.285715000000003", "398.285715"},
		{"9.524297000000005", "9.524297"},
		{"9.524297000000015", "9.52429700000002"},
	};
	static const char *const other[] = {"9.999999999999996", "9.999999999999995",
	                                   "9.5242970000000051", "0.1209820000000045", "00.12098200000004",
	                                    "12345678.0000000001", "1.000000000000000000000001",
	                                    "0.120982000000000", "-1.000000000000003",
	                                    "1.00000000000000e", "1234567890123456.5",
	                                    "1.0000000000.00003", "70.508304"};
	struct amount amount;

	(void)state;
	for (size_t i = 0; i < countof(text); i++) {
		check(text[i][0], strlen(text[i][0]));
		assert_true(strlen(text[i][0]) > AMOUNT_TEXT || amount_take_noisy(&amount, str_of(text[i][0])));
		assert_true(strlen(text[i][0]) > AMOUNT_TEXT || str_eq((struct str){amount.text, amount.length}, str_of(text[i][1])));
		assert_true(reads(text[i][0]) || strlen(text[i][0]) >= AMOUNT_TEXT - 1);
	}
	for (size_t i = 0; i < countof(other); i++) {
		check(other[i], strlen(other[i]));
		assert_false(amount_take_noisy(&amount, str_of(other[i])));
	}
}

/* Texts of all lengths up to 26 out of what numbers are made of, mostly digits. */
static void
any_texts(void **state)
{
	static const char bytes[] = "0012345678999000.....,-e/: ";
	uint64_t random = 1;
	char text[26];

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
		if (n > 8 && random >> 62 == 1) /* digits and a point near the beginning, with zeros that noise stands behind */
			for (size_t k = 0; k < n; k++)
				text[k] = k == 1 + random % 7 ? '.' : text[k] < '0' || text[k] > '9' || (k > 7 && k < 14) ? '0' : text[k];
		check(text, n);
	}
	assert_true(pairs > 10000 && taken > 100000);
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
		cmocka_unit_test(known_texts), cmocka_unit_test(noisy_texts), cmocka_unit_test(any_texts), cmocka_unit_test(numbers),
		cmocka_unit_test(tiny_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
