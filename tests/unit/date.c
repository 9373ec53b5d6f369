#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "date.h"

static void
gives(const char *text, const char *want)
{
	char iso[DATE_MAX];
	size_t n = date_iso(str_of(text), iso);

	if (!str_eq((struct str){iso, n}, str_of(want)))
		fail_msg("\"%s\" gives \"%.*s\" instead of \"%s\"", text, (int)n, iso, want);
	n = date_plain(str_of(text));
	if (n != 0 && !str_eq((struct str){text, n}, str_of(want)))
		fail_msg("\"%s\" is taken for a plain \"%.*s\"", text, (int)n, text);
}

static void
give(const char *const cases[][2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		gives(cases[i][0], cases[i][1]);
}

static void
as_iso_has_them(void **state)
{
	static const char *const cases[][2] = {
		{"2020-06-30", "2020-06-30"}, {" 2020-06-30\t", "2020-06-30"}, {"2020-06", "2020-06"}, {"2020", "2020"},
		{"1000-01-01", "1000-01-01"}, {"9999-12-31", "9999-12-31"},
		/* with a time, which is left out */
		{"2020-06-30T00:00:00Z", "2020-06-30"}, {"2020-06-30T23:59:59.999+02:00", "2020-06-30"},
		{"2020-06-30 12:00:00", "2020-06-30"}, {"2020-06-30T12:00", "2020-06-30"},
		{"2020-06-30T12:00:00.5", "2020-06-30"}, {"2020-06-30T12:00:00.", ""}, {"2020-06-30T12:00:00.Z", ""},
		{"2020-06-30T24:00", "2020-06-30"}, {"2020-06-30T12:00Z", "2020-06-30"}, {"2020-06-30 12:00:60-05:30", "2020-06-30"},
		{"2020-6-30", ""}, {"2020-06-3", ""}, {"2020-06-30T", ""}, {"2020-06-30T1", ""}, {"2020-06-30x12:00", ""},
		{"2020-06-30T12:00 noon", ""}, {"2020-06-301", ""}, {"2020-06-", ""}, {"2020-", ""}, {"20200630", ""}, {"20200", ""},
		{"2020/06/30", ""}, {"202-06-30", ""}, {"0999-06-30", ""}, {"0999", ""}, {"+2020", ""}, {"-2020", ""}, {"2020x", ""},
		{"2020-06-3O", ""}, {"2O20", ""}, {"2020_06", ""},
	};

	(void)state;
	give(cases, countof(cases));
}

static void
as_sources_write_them(void **state)
{
	static const char *const cases[][2] = {
		{"30-JUN-2020", "2020-06-30"}, {"1 March 2015", "2015-03-01"}, {"1er mars 2015", "2015-03-01"}, {"March 1, 2015", "2015-03-01"},
		{"01 mar 2015", "2015-03-01"}, {"1. March 2015", "2015-03-01"}, {"Mar. 1 2015", "2015-03-01"}, {"MARCH-01-2015", "2015-03-01"},
		{"  14  juillet  1951 ", "1951-07-14"}, {"\xC2\xA0" "1 May 2020\xC2\xA0", "2020-05-01"}, {"1-er mars 2015", ""},
		{"1st March 2015", ""}, {"March 2015", ""}, {"1 March", ""}, {"1 March 15", ""}, {"2015 March 1", ""}, {"1 2 March 2015", ""},
		{"1 March May 2015", ""}, {"March May 2015", ""}, {"1 3 2015", ""}, {"1 Marchy 2015", ""}, {"1 M 2015", ""}, {"1 March 0999", ""},
		{"1 March 20155", ""}, {"001 March 2015", ""}, {"1 March 2015 10:00", ""}, {"from 1 March 2015", ""}, {"1 March 2015 x", ""},
		{"er mars 2015", ""},
	};

	(void)state;
	give(cases, countof(cases));
}

static void
two_readings_or_none(void **state)
{
	static const char *const cases[] = {
		"03/04/2020", "03-04-2020", "03.04.2020", "3/4/20", "30/06/2020", "2020-30-06", "", " ", "-", "NA", "yesterday", "June", "1", "30",
		"275,779", "$93,700", "Mali", "2019 275,779", "2015-2019", "1.5", "12/2020", "Q1 2020",
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		gives(cases[i], "");
}

static void
months(void **state)
{
	static const char *const names[12][8] = {
		{"jan", "January", "janv.", "janvier"}, {"Feb", "February", "févr.", "février", "FÉVRIER", "fév"}, {"Mar", "March", "mars"},
		{"Apr", "April", "avr.", "avril"}, {"May", "mai"}, {"Jun", "June", "juin"}, {"Jul", "July", "juil.", "juillet"},
		{"Aug", "August", "août", "AOÛT"}, {"Sep", "Sept", "September", "septembre"}, {"Oct", "October", "octobre"},
		{"Nov", "November", "novembre"}, {"Dec", "December", "déc.", "décembre", "Décembre"},
	};
	char text[64], want[16];

	(void)state;
	for (unsigned month = 1; month <= 12; month++) {
		for (size_t i = 0; names[month - 1][i]; i++) {
			snprintf(want, sizeof want, "2012-%02u-09", month);
			snprintf(text, sizeof text, "9 %s 2012", names[month - 1][i]);
			gives(text, want);
			snprintf(text, sizeof text, "%s 9, 2012", names[month - 1][i]);
			gives(text, want);
		}
		snprintf(text, sizeof text, "2012-%02u", month);
		gives(text, text);
	}
	gives("2012-00", "");
	gives("2012-13", "");
	gives("2012-00-09", "");
	gives("2012-13-09", "");
}

/* Every month has its last day, and no day more. */
static void
last_days(void **state)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}, years[] = {1900, 2000, 2019, 2020, 2100};
	char text[64], want[32];

	(void)state;
	for (size_t y = 0; y < countof(years); y++) {
		for (unsigned month = 1; month <= 12; month++) {
			unsigned last = days[month - 1] + (month == 2 && (years[y] == 2000 || years[y] == 2020));

			for (unsigned day = 0; day <= 99; day++) {
				bool exists = day >= 1 && day <= last;

				snprintf(want, sizeof want, "%u-%02u-%02u", years[y], month, day);
				gives(want, exists ? want : "");
				snprintf(text, sizeof text, "%u-%s-%u", day, months[month - 1], years[y]);
				gives(text, exists ? want : "");
			}
		}
	}
}

/* What comes out is read again as the same. And nothing is written where nothing was read. */
static void
untouched(void **state)
{
	char iso[DATE_MAX + 1] = "..........";

	(void)state;
	assert_int_equal(date_iso(S("31 June 2020"), iso), 0);
	assert_string_equal(iso, "..........");
	assert_int_equal(date_iso(S("2020-06"), iso), 7);
	assert_string_equal(iso, "2020-06...");
	assert_int_equal(date_iso((struct str){NULL, 0}, iso), 0);
	assert_int_equal(date_iso(S("2020-06-30T00:0\0"), iso), 0);
	assert_int_equal(date_iso(S("2020\0"), iso), 0);
}

/* A time is hours and minutes at least, not any six characters of one. */
static void
times(void **state)
{
	static const char *const cases[] = {"2020-06-30T------", "2020-06-30 ......", "2020-06-30T99:99:99", "2020-06-30 123456789",
		"2020-06-30T25:00", "2020-06-30T12:60", "2020-06-30T12:00:61", "2020-06-30T12:00:", "2020-06-30T12:00:00.", "2020-06-30T12:00.5",
		"2020-06-30T12:00:00.5Z0", "2020-06-30T12:00+02", "2020-06-30T12:00z", "2020-06-30T1200", "2020-06-30t12:00",
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		gives(cases[i], "");
}

/* What the short cut says is what the full way says, and nothing that is a day is left to that. */
static void
plain_as_the_full_way(void **state)
{
	static const char *const behind[] = {"", "T00:00:00Z"};
	char text[32], iso[DATE_MAX];

	(void)state;
	for (unsigned year = 990; year < 2500; year += year < 1890 || year > 2110 ? 97 : 1) {
		for (unsigned day = 0; day < 15 * 34; day++) {
			struct str date = {text, (size_t)sprintf(text, "%04u-%02u-%02u%s", year, day / 34, day % 34, behind[day % 2])};
			size_t n = date_iso(date, iso);

			if (date_plain(date) != n)
				fail_msg("\"%s\": %zu instead of %zu", text, date_plain(date), n);
			assert_true(n == 0 || memcmp(iso, text, n) == 0);
		}
	}
}

/* Every byte in every place: the short cut takes no other text for a date than the full way. */
static void
plain_with_wrong_bytes(void **state)
{
	static const char *const dates[] = {"2020-06-30", "2020-06-30T00:00:00Z", "1999-12-09", "2000-02-29"};
	char text[32], iso[DATE_MAX];

	(void)state;
	for (size_t i = 0; i < countof(dates); i++) {
		struct str date = {text, strlen(dates[i])};

		for (size_t at = 0; at < date.n; at++) {
			for (unsigned byte = 0; byte < 256; byte++) {
				size_t n;

				memcpy(text, dates[i], date.n);
				text[at] = (char)byte;
				n = date_plain(date);
				if (n != 0 && (date_iso(date, iso) != n || memcmp(iso, text, n) != 0))
					fail_msg("\"%.*s\" is taken for a plain date", (int)date.n, text);
			}
		}
		assert_int_equal(date_plain(str_of(dates[i])), DATE_MAX);
	}
	assert_int_equal(date_plain((struct str){NULL, 0}), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_iso_has_them),
		cmocka_unit_test(as_sources_write_them),
		cmocka_unit_test(two_readings_or_none),
		cmocka_unit_test(months),
		cmocka_unit_test(last_days),
		cmocka_unit_test(untouched),
		cmocka_unit_test(times),
		cmocka_unit_test(plain_as_the_full_way),
		cmocka_unit_test(plain_with_wrong_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
