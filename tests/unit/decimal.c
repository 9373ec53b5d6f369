/* Tests of lib/decimal.h and lib/wide.h, rule by rule. decimal-oracle.py compares with another implementation. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <limits.h>
#include <stdio.h>
#include "decimal.h"

#define NINES18 "999999999999999999"
#define NINES36 NINES18 NINES18
#define ZEROS9 "000000000"
#define ZEROS36 ZEROS9 ZEROS9 ZEROS9 ZEROS9

/* What a refused operation must leave as it was. */
static const char untouched[] = "-77.770";

static struct dec
number(const char *text)
{
	struct dec d;

	if (dec_parse(&d, str_of(text), 0) != DEC_OK)
		fail_msg("no number: %s", text);
	return d;
}

/* Whether d is written as `expected`, NULL standing for a refusal. */
static void
check(const char *what, bool ok, const struct dec *d, const char *expected)
{
	char text[DEC_MAX + 1];

	text[dec_format_fixed(d, text)] = 0;
	if (ok != (expected != NULL) || strcmp(text, ok ? expected : untouched) != 0)
		fail_msg("%s: %s %s, not %s", what, ok ? "gives" : "refused with", text, expected ? expected : "a refusal");
	if (dec_zero(d) && d->negative)
		fail_msg("%s: gives a negative zero", what);
}

static void
check_parse(const char *text, int significant, enum dec_parse end, const char *expected)
{
	struct dec d = number(untouched);
	enum dec_parse got = dec_parse(&d, str_of(text), significant);

	if (got != end)
		fail_msg("'%s' ends with %d, not %d", text, (int)got, (int)end);
	check(text, got == DEC_OK, &d, expected);
	/* the short cut gives the same, or nothing */
	d = number(untouched);
	if (dec_parse_digits(&d, str_of(text)))
		check(text, got == DEC_OK, &d, expected);
	else
		check(text, false, &d, NULL);
}

static void
parse_numbers(void **state)
{
	static const char *const table[][2] = {
		{"0", "0"}, {"7", "7"}, {"007", "7"}, {"00.50", "0.50"}, {"12345", "12345"}, {"-12", "-12"}, {"+5", "5"},
		{"41.007531648", "41.007531648"}, {"1.50", "1.50"}, {".97", "0.97"}, {"-.5", "-0.5"}, {"-0", "0"},
		{"-0.00", "0.00"}, {"$5", "5"}, {"$-5", "-5"}, {"-$5", "-5"}, {"+$5", "5"}, {"$8,812,859", "8812859"},
		{"$.50", "0.50"}, {"  12 ", "12"}, {"\t12\r\n", "12"}, {"\xc2\xa0" "12\xe2\x80\xaf", "12"},
		{"9.6497e-05", "0.000096497"}, {"1e3", "1000"}, {"1E+3", "1000"}, {"1.5e3", "1500"}, {"1.50e1", "15.0"},
		{"1e-3", "0.001"}, {".5e1", "5"}, {"-2.50e-1", "-0.250"}, {"0e5", "0"}, {"0.0e-1", "0.00"},
		{"1e0000000000000000000000001", "10"}, {"1e-0", "1"},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_parse(table[i][0], 0, DEC_OK, table[i][1]);
}

static void
parse_groups(void **state)
{
	static const char *const table[][2] = {
		{"1,124,620", "1124620"}, {"1,234.5", "1234.5"}, {"-12,345", "-12345"}, {"123,456", "123456"},
		{"0,001", "1"}, {"1 234 567", "1234567"}, {"1\xc2\xa0" "234\xc2\xa0" "567.25", "1234567.25"},
		{"1\xe2\x80\xaf" "234", "1234"}, {"1\xe2\x80\x89" "234", "1234"}, {"12\xe2\x80\x87" "345", "12345"},
		{"$1,234.50 ", "1234.50"}, {"999,999,999,999,999,999,999,999,999,999,999,999", NINES36},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_parse(table[i][0], 0, DEC_OK, table[i][1]);
}

static void
parse_refuses(void **state)
{
	static const char *const table[] = {
		"", " ", "-", "$", "-$", ".", "-.", "$.", "e", "e5", ".e5", "1e", "1e+", "1e-", "1e5.0", "1e5e5", "1.",
		"1.e5", "-1.", "12abc", "abc", "1.2.3", "1..2", "1.2.", "--5", "+-5", "-+5", "$$5", "-$-5", "$-$5", "5-",
		"5$", "(5)", "- 5", "$ 5", "1,5", "12,34", "1234,567", ",123", ",123.5", "$,123.5", "1,", "1,234,",
		"1,,234", "1,2345", "1,234,56", "1, 234", "1,234 567", "1 234,567", "1 2", "1  234", "12 34", "1234 567",
		"1\t234", "1 234\xc2\xa0" "567", "1.234,5", "1.234 567", "1.5,000", "1,234.", "1,234e3", "1 234.5e3",
		"1e1,000", "0x10", "1_000", "inf", "nan", "1%", "1\xc2", "1\xe2\x80", "\xe2\x88\x92" "5", "1\xe2\x80\x8b",
		"1e5 6", "1/2",
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		check_parse(table[i], 0, DEC_NOT, NULL);
		check_parse(table[i], DOUBLE_DIGITS, DEC_NOT, NULL);
	}
}

/* The text of a str need not end where its number does, nor be there at all. */
static void
parse_bounds(void **state)
{
	struct dec d = number(untouched);

	(void)state;
	assert_int_equal(dec_parse(&d, (struct str){NULL, 0}, 0), DEC_NOT);
	assert_int_equal(dec_parse(&d, (struct str){"1\0" "2", 3}, 0), DEC_NOT);
	assert_int_equal(dec_parse(&d, (struct str){"1,234", 3}, 0), DEC_NOT);
	assert_int_equal(dec_parse(&d, (struct str){"1e5", 2}, 0), DEC_NOT);
	assert_int_equal(dec_parse(&d, (struct str){"1.5", 2}, 0), DEC_NOT);
	check("bounds", false, &d, NULL);
	assert_int_equal(dec_parse(&d, (struct str){"1,234,567", 5}, 0), DEC_OK);
	check("1,234", true, &d, "1234");
}

static void
parse_limits(void **state)
{
	static const char *const table[][2] = {
		{NINES36, NINES36}, {"-" NINES36, "-" NINES36}, {"1" ZEROS36, NULL},
		{"1e35", "1" ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"1e36", NULL},
		{"12e34", "12" ZEROS9 ZEROS9 ZEROS9 "0000000"}, {"12e35", NULL}, {NINES36 "1", NULL},
		{NINES18 "." NINES18, NINES18 "." NINES18}, {NINES18 "." NINES18 "1", NULL}, {NINES36 ".0", NINES36},
		{NINES18 "." NINES18 "00", NINES18 "." NINES18}, {NINES36 "00e-2", NINES36}, {NINES36 "00", NULL},
		{"1." ZEROS36, "1." ZEROS9 ZEROS9 ZEROS9 "00000000"},
		{"1." ZEROS36 ZEROS36, "1." ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"1." ZEROS36 "1", NULL},
		{"1" ZEROS36 ZEROS36 "e-72", "1." ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"0." ZEROS36 "1", "0." ZEROS36 "1"},
		{"1e-64", "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {"1e-65", NULL},
		{"10e-65", "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {"11e-65", NULL}, {"1e999999999", NULL},
		{"1e-999999999", NULL}, {"1e99999999999999999999999", NULL}, {"1e-99999999999999999999999", NULL},
		{"0e999999999", "0"}, {"0e99999999999999999999999", "0"},
		{"0.0" ZEROS36 ZEROS36, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "0"},
		{"-0e-99999999999999999999999", "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "0"},
		{"0." ZEROS36 ZEROS36 "12e73", "1.2"}, {ZEROS36 ZEROS36 "12", "12"},
		{"0." ZEROS36 ZEROS36 ZEROS36 "12e109", "1.2"},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_parse(table[i][0], 0, table[i][1] ? DEC_OK : DEC_LONG, table[i][1]);
}

static void
parse_significant(void **state)
{
	static const struct {
		const char *text;
		int significant;
		const char *expected;
	} table[] = {
		{"0.30000000000000004", 15, "0.3"}, {"0.12345678901234567", 15, "0.123456789012346"}, {"1.50", 2, "1.50"},
		{"1.50", 1, "2"}, {"2.50", 1, "2"}, {"-1.5", 1, "-2"}, {"-2.5", 1, "-2"}, {"3.5", 1, "4"}, {"9.5", 1, "10"},
		{"0.95", 1, "1"}, {"0.25", 1, "0.2"}, {"0.251", 1, "0.3"}, {"0.249", 1, "0.2"}, {"0.35", 1, "0.4"},
		{"99.96", 3, "100"}, {"1234.5", 2, "1200"}, {"1250.5", 2, "1300"}, {"12.5e1", 2, "125"},
		{"12.55e1", 2, "130"}, {"125e-1", 2, "12"}, {"150000e-2", 2, "1500.00"}, {"1,250.5", 2, "1300"},
		{"0.000000", 3, "0.000000"}, {"1.000000000", 3, "1.000000000"},
		{"1234567890123456789", 15, "1234567890123456789"}, {"1234567890123456.0", 15, "1234567890123456.0"},
		{"1234567890123456.5", 15, "1234567890123460"}, {"0.0000123456789012345678", 15, "0.0000123456789012346"},
		/* Only the last digit of the text tells that it is no tie. */
		{"0.25" ZEROS36 ZEROS36 "1", 1, "0.3"}, {"0.25" ZEROS36 ZEROS36, 1, "0.2"},
		{"-0.25" ZEROS36 ZEROS36 "1", 1, "-0.3"}, {"0.1" "0000000000000" "05" ZEROS36 "1", 15, "0.100000000000001"},
		{"0.1" "0000000000000" "05" ZEROS36, 15, "0.1"},
		{"0.1" "0000000000000" "15" ZEROS36, 15, "0.100000000000002"}, {"0.25" ZEROS36 "1" ZEROS9, 1, "0.3"},
		{"0.1" ZEROS36 "1", 15, "0.1"}, {"0.1" NINES36 NINES36, 15, "0.2"}, {"0." NINES36 NINES36, 36, "1"},
		{"0." NINES36 NINES36, 37, NULL}, {"0." NINES36 "5", 36, "1"}, {"0." NINES36 "4", 36, "0." NINES36},
		{"1234.5" NINES36 NINES36 "e-3", 4, "1.235"}, {NINES36 "7.5", 15, NULL}, {NINES36 "75", 15, NULL},
		{"1.25e-64", 1, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {"1.25e-64", 2, NULL}, {"1.25e-64", 15, NULL},
		{"1.5", 0, "1.5"}, {"1.5", -1, "1.5"}, {"1.5", INT_MAX, "1.5"}, {"1.5", INT_MIN, "1.5"},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_parse(table[i].text, table[i].significant, table[i].expected ? DEC_OK : DEC_LONG, table[i].expected);
}

static void
integers(void **state)
{
	struct dec d;

	(void)state;
	d = dec_int(0);
	check("0", true, &d, "0");
	d = dec_int(-12);
	check("-12", true, &d, "-12");
	d = dec_int(LLONG_MAX);
	check("LLONG_MAX", true, &d, "9223372036854775807");
	d = dec_int(LLONG_MIN);
	check("LLONG_MIN", true, &d, "-9223372036854775808");
}

/* Also with the result in the place of either operand. */
static void
check_binary(bool (*operation)(struct dec *, const struct dec *, const struct dec *), const char *const row[3])
{
	struct dec a = number(row[0]), b = number(row[1]), d = number(untouched);
	const char *expected = row[2];
	bool ok = operation(&d, &a, &b);

	check(row[0], ok, &d, expected);
	if (ok) {
		assert_true(operation(&a, &a, &b));
		check("result in the place of the first operand", true, &a, expected);
		a = number(row[0]);
		assert_true(operation(&b, &a, &b));
		check("result in the place of the second operand", true, &b, expected);
	}
}

static void
sums(void **state)
{
	static const char *const table[][3] = {
		{"1", "2", "3"}, {"1.5", "2.25", "3.75"}, {"2.25", "1.5", "3.75"}, {"-1.5", "0.50", "-1.00"},
		{"1.50", "-1.5", "0.00"}, {"-1", "-2", "-3"}, {"1", "-3", "-2"}, {"0", "-0.0", "0.0"}, {"0", "-5", "-5"},
		{"0.1", "0.2", "0.3"}, {"1e30", "0.5", "1000000000000000000000000000000.5"},
		{"1e30", "0.500000000", "1000000000000000000000000000000.50000"}, {"0.5000001", "1e30", NULL},
		{"1e30", "0.000001", NULL}, {"1e30", "0.00001", "1000000000000000000000000000000.00001"},
		{NINES36, "1", NULL}, {NINES36, "0", NINES36}, {NINES36, "0.00", NINES36}, {NINES36, "0.1", NULL},
		{NINES36, "-0.1", NULL},
		{NINES18 "." NINES18, "0." ZEROS9 "000000001", "1" ZEROS9 ZEROS9 "." ZEROS9 "00000000"},
		{"1", "-0." NINES36, "0." ZEROS9 ZEROS9 ZEROS9 "000000001"},
		{"-0." NINES36, "1", "0." ZEROS9 ZEROS9 ZEROS9 "000000001"}, {"1", "0." NINES36, NULL},
		{"2", "-0." NINES36, NULL}, {"0", "1e-64", "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {"1", "1e-64", NULL},
		{"1", "0e-64", "1." ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"-" NINES36, "-1", NULL},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_binary(dec_add, table[i]);
}

/* The short cut gives what dec_add() gives, or leaves all to it: what it does not look at is what it must see to be there. */
static void
whole_sums(void **state)
{
	static const char *const table[][3] = {
		{"0", "0", "0"}, {"0", "5", "5"}, {"12", "30", "42"},
		{"4611686018427387903", "4611686018427387903", "9223372036854775806"},
		{"4611686018427387904", "1", NULL}, {"1", "4611686018427387904", NULL}, {"18446744073709551615", "1", NULL},
		{"9223372036854775808", "9223372036854775808", NULL}, {"18446744073709551616", "1", NULL},
		{"1", "18446744073709551616", NULL}, {NINES36, "1", NULL}, {"-3", "1", NULL}, {"3", "-1", NULL},
		{"1.5", "1", NULL}, {"1", "1.5", NULL},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		struct dec sum = number(table[i][0]), more = number(table[i][1]), was = sum;
		bool ok = dec_add_whole(&sum, &more);

		if (table[i][2])
			check(table[i][0], ok, &sum, table[i][2]);
		else if (ok || dec_cmp(&sum, &was) != 0)
			fail_msg("%s and %s are not left to dec_add()", table[i][0], table[i][1]);
	}
}

static void
differences(void **state)
{
	static const char *const table[][3] = {
		{"3", "2", "1"}, {"2", "3", "-1"}, {"2", "2.0", "0.0"}, {"-2", "-2", "0"}, {"0", "0", "0"}, {"5", "0", "5"},
		{"0", "5", "-5"}, {"-1", "2.5", "-3.5"}, {"1", "0." NINES36, "0." ZEROS9 ZEROS9 ZEROS9 "000000001"},
		{"-" NINES36, "1", NULL}, {NINES36, NINES36 ".0", "0"}, {NINES36, "0.5", NULL},
	};

	(void)state;
	for (size_t i = 0; i < countof(table); i++)
		check_binary(dec_sub, table[i]);
}

static void
same_operand(void **state)
{
	struct dec a = number("1.25");

	(void)state;
	assert_true(dec_add(&a, &a, &a));
	check("a + a", true, &a, "2.50");
	assert_true(dec_sub(&a, &a, &a));
	check("a - a", true, &a, "0.00");
}

static void
shifts(void **state)
{
	static const struct {
		const char *text;
		int power;
		const char *expected;
	} table[] = {
		{"12", 3, "12000"}, {"1.5", 3, "1500"}, {"1.50", 1, "15.0"}, {"1500", -3, "1.500"}, {"-1.5", 0, "-1.5"},
		{"-7", -2, "-0.07"}, {"0", 3, "0"}, {"0.00", 1, "0.0"}, {"0.00", 3, "0"}, {"0", INT_MAX, "0"},
		{"-7", INT_MAX, NULL}, {"-7", INT_MIN, NULL}, {"0", INT_MIN, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "0"},
		{"1", 35, "1" ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"1", 36, NULL}, {"1.0", 36, NULL}, {"1e-64", 64, "1"},
		{"1", -64, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {"1", -65, NULL},
		{"10", -65, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"}, {NINES36, 1, NULL}, {NINES36, -36, "0." NINES36},
	};
	struct dec d, result;
	bool ok;

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		d = number(table[i].text);
		result = number(untouched);
		ok = dec_shift(&result, &d, table[i].power);
		check(table[i].text, ok, &result, table[i].expected);
		assert_int_equal(dec_shift(&d, &d, table[i].power), ok);
		check("in place", true, &d, ok ? table[i].expected : table[i].text);
	}
}

static void
percents(void **state)
{
	static const struct {
		const char *part, *whole;
		unsigned decimals;
		const char *expected;
	} table[] = {
		{"1", "4", 0, "25"}, {"61", "250", 2, "24.40"}, {"1", "3", 4, "33.3333"}, {"2", "3", 4, "66.6667"},
		{"-1", "3", 1, "-33.3"}, {"1", "-3", 0, "-33"}, {"-1", "-3", 0, "33"}, {"0", "5", 2, "0.00"},
		{"-0", "-5", 0, "0"}, {"5", "0", 2, NULL}, {"0", "0.00", 2, NULL}, {"1", "1", 10, "100.0000000000"},
		{"1", "1", 11, NULL}, {"1", "1", UINT_MAX, NULL}, {"1", "200", 0, "0"}, {"3", "200", 0, "2"},
		{"5", "200", 0, "2"}, {"-1", "200", 0, "0"}, {"-3", "200", 0, "-2"}, {"-5", "200", 0, "-2"},
		{"5.0000001", "200", 0, "3"}, {"4.9999999", "200", 0, "2"}, {"1.5", "0.003", 0, "50000"},
		{"1e-64", "1", 10, "0.0000000000"}, {"1e-64", "1e-64", 1, "100.0"}, {"1", "1e-64", 0, NULL},
		{"1e-33", "1e-64", 0, "1" ZEROS9 ZEROS9 ZEROS9 "000000"},
		{"1e-31", "1e-64", 0, "1" ZEROS9 ZEROS9 ZEROS9 "00000000"}, {"1e-30", "1e-64", 0, NULL},
		{"4503599627370496", "1e-64", 10, NULL}, {NINES36, NINES36, 10, "100.0000000000"}, {NINES36, "1", 0, NULL},
		{"1", NINES36, 10, "0.0000000000"}, {NINES36, "1" ZEROS9 ZEROS9 ZEROS9 "00000000", 10, "1000.0000000000"},
		/* Ties, and what is next to them, with products that would not fit. */
		{"0." ZEROS36 "00025", "1e-36", 0, "0"}, {"0." ZEROS36 "005", "1e-36", 0, "0"},
		{"0." ZEROS36 "015", "1e-36", 0, "2"}, {"0." ZEROS36 "0050000000001", "1e-36", 0, "1"},
		{"5" ZEROS9 "e-12", "1", 0, "0"}, {"50000000001e-13", "1", 0, "1"},
		{"1" ZEROS9 "." ZEROS9 "1", "2" ZEROS9 "." ZEROS9 "0", 0, "50"}, {"0.5", "33" ZEROS9, 10, "0.0000000015"},
		{"1000000000000000000000000000000000.05", "1e34", 1, "10.0"},
		{"99999999999999999999999999999999995e-1", "1e34", 0, "100"},
	};
	struct dec part, whole, result;
	bool ok;

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		part = number(table[i].part);
		whole = number(table[i].whole);
		result = number(untouched);
		ok = dec_percent(&result, &part, &whole, table[i].decimals);
		check(table[i].part, ok, &result, table[i].expected);
		if (ok) {
			assert_true(dec_percent(&whole, &part, &whole, table[i].decimals));
			check("in place", true, &whole, table[i].expected);
		}
	}
	part = number("1.50");
	assert_true(dec_percent(&part, &part, &part, 1));
	check("part of itself", true, &part, "100.0");
}

static void
rounds(void **state)
{
	static const struct {
		const char *text;
		unsigned decimals;
		const char *expected;
	} table[] = {
		{"1.5", 0, "2"}, {"2.5", 0, "2"}, {"-1.5", 0, "-2"}, {"-2.5", 0, "-2"}, {"0.5", 0, "0"}, {"-0.5", 0, "0"},
		{"-0.4", 0, "0"}, {"-0.51", 0, "-1"}, {"2.500001", 0, "3"}, {"2.499999", 0, "2"}, {"1.25", 1, "1.2"},
		{"1.35", 1, "1.4"}, {"1.25", 2, "1.25"}, {"1.25", 7, "1.25"}, {"1.2000", 2, "1.20"}, {"12", 0, "12"},
		{"9.99", 1, "10.0"}, {"0." NINES36, 0, "1"}, {"0." NINES36, 35, "1." ZEROS9 ZEROS9 ZEROS9 "00000000"},
		{"1e-64", 0, "0"}, {"1e-64", 63, "0." ZEROS36 ZEROS9 ZEROS9 ZEROS9},
		{"6e-64", 63, "0." ZEROS36 ZEROS9 ZEROS9 "000000001"}, {"0.25" ZEROS9 ZEROS9 ZEROS9 "1", 1, "0.3"},
		{"1.5", UINT_MAX, "1.5"}, {"1.5" ZEROS9 ZEROS9, 0, "2"}, {"2.5" ZEROS9 ZEROS9, 0, "2"},
		{"2.5" ZEROS9 "1", 0, "3"}, {"2.500000001", 0, "3"},
	};
	struct dec d;

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		d = number(table[i].text);
		d = dec_round(&d, table[i].decimals);
		check(table[i].text, true, &d, table[i].expected);
	}
}

static void
order(void **state)
{
	/* Ascending; those with the same rank are equal. */
	static const struct {
		const char *text;
		int rank;
	} table[] = {
		{"-" NINES36, 0}, {"-10", 1}, {"-10.00", 1}, {"-9.5", 2}, {"-9.49", 3}, {"-1e-64", 4}, {"-0", 5},
		{"0.000", 5}, {"0e-64", 5}, {"1e-64", 6}, {"0." NINES36, 7}, {"1", 8}, {"1.0", 8},
		{"1." ZEROS9 ZEROS9 ZEROS9 "00000000", 8}, {"1." ZEROS9 "1", 9}, {"9.49", 10}, {"9.5", 11}, {"9.50000", 11},
		{"10", 12}, {"100", 13}, {"1e2", 13}, {NINES18 "." NINES18, 14}, {"1e18", 15}, {"1e35", 16}, {NINES36, 17},
	};
	struct dec a, b;
	int expected;

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		for (size_t k = 0; k < countof(table); k++) {
			a = number(table[i].text);
			b = number(table[k].text);
			expected = (table[i].rank > table[k].rank) - (table[i].rank < table[k].rank);
			if (dec_cmp(&a, &b) != expected)
				fail_msg("%s against %s is %d", table[i].text, table[k].text, dec_cmp(&a, &b));
		}
		a = number(table[i].text);
		assert_int_equal(dec_zero(&a), table[i].rank == 5);
	}
}

static void
formats(void **state)
{
	static const char *const table[][2] = {
		{"0", "0"}, {"0.000", "0"}, {"-0.50", "-0.5"}, {"24.40", "24.4"}, {"10", "10"}, {"100.00", "100"},
		{"41.007531648", "41.007531648"}, {"1000", "1000"}, {"-7", "-7"}, {"0.05", "0.05"},
		{"1234567890.000000001", "1234567890.000000001"}, {NINES36, NINES36},
		{"-0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1", "-0." ZEROS36 ZEROS9 ZEROS9 ZEROS9 "1"},
		{"-0." NINES36, "-0." NINES36}, {"1000000000", "1000000000"},
		{"1000000001000000000", "1000000001000000000"},
	};
	char text[DEC_MAX + 1];
	struct dec d;

	(void)state;
	for (size_t i = 0; i < countof(table); i++) {
		d = number(table[i][0]);
		memset(text, '#', sizeof(text));
		text[dec_format(&d, text)] = 0;
		assert_string_equal(text, table[i][1]);
		memset(text, '#', sizeof(text));
		text[dec_format_fixed(&d, text)] = 0;
		assert_string_equal(text, table[i][0]);
	}
}

static void
check_wide(struct wide got, struct wide expected)
{
	assert_int_equal(wide_cmp(got, expected), 0);
}

/* Carries between the halves. */
static void
wides(void **state)
{
	struct wide rest, big = wide_make(0x0123456789abcdef, 0xfedcba9876543210);
	uint32_t small;

	(void)state;
	check_wide(wide_add(wide_make(1, UINT64_MAX), wide_make(2, 1)), wide_make(4, 0));
	check_wide(wide_sub(wide_make(4, 0), wide_make(2, 1)), wide_make(1, UINT64_MAX));
	check_wide(wide_mul(wide_make(3, UINT64_MAX), UINT32_MAX), wide_make(0x3fffffffb, 0xffffffff00000001));
	check_wide(wide_div(big, 1000000007, &small), wide_make(0x4e2fff8, 0xa480a8f47507e0e0));
	assert_int_equal(small, 619465712);
	check_wide(wide_divmod(big, wide_make(0x12345, 0x6789abcdef012345), &rest), wide_make(0, 0x10000000000));
	check_wide(rest, wide_make(0, 0xfdb9759876543210));
	check_wide(wide_divmod(wide_make(1, 0), wide_make(0, UINT64_MAX), &rest), wide_make(0, 1));
	check_wide(rest, wide_make(0, 1));
	check_wide(wide_divmod(wide_make(0, 5), wide_make(1, 0), &rest), wide_make(0, 0));
	check_wide(rest, wide_make(0, 5));
	assert_true(wide_zero(wide_make(0, 0)));
	assert_false(wide_zero(wide_make(1, 0)));
	assert_false(wide_zero(wide_make(0, 1)));
	assert_true(wide_odd(wide_make(0, 1)));
	assert_false(wide_odd(wide_make(1, 2)));
	assert_int_equal(wide_cmp(wide_make(1, 0), wide_make(0, 1)), 1);
	assert_int_equal(wide_cmp(wide_make(0, UINT64_MAX), wide_make(1, 0)), -1);
}

/* What the short cut takes: a plain number, that with the noise of a double too, but no other, which is dec_parse()'s. */
static void
parse_plain(void **state)
{
	static const char *const taken[] = {"0", "7", "1234567890123456", "0.5", "1234567.12345678", "70.508304000000008", "0.3000000000000004"};
	static const char *const left[] = {"", "-1", "1e3", ".5", "5.", "1 2", "12345678901234567", "12345678.5", "1.2.3", "0.30000000000000004"};
	struct dec d;

	(void)state;
	for (size_t i = 0; i < countof(taken); i++)
		if (!dec_parse_plain(&d, str_of(taken[i]), DOUBLE_DIGITS))
			fail_msg("%s", taken[i]);
	for (size_t i = 0; i < countof(left); i++)
		if (dec_parse_plain(&d, str_of(left[i]), DOUBLE_DIGITS))
			fail_msg("%s", left[i]);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(parse_numbers), cmocka_unit_test(parse_groups), cmocka_unit_test(parse_refuses),
		cmocka_unit_test(parse_bounds), cmocka_unit_test(parse_plain), cmocka_unit_test(parse_limits), cmocka_unit_test(parse_significant),
		cmocka_unit_test(integers), cmocka_unit_test(sums), cmocka_unit_test(whole_sums), cmocka_unit_test(differences),
		cmocka_unit_test(same_operand), cmocka_unit_test(shifts), cmocka_unit_test(percents),
		cmocka_unit_test(rounds), cmocka_unit_test(order), cmocka_unit_test(formats), cmocka_unit_test(wides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
