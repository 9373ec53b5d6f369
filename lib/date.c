#include <stdint.h>
#include <stdio.h>
#include <strings.h>
#include "date.h"

static const struct {
	struct str key; /* as str_fold() makes it */
	unsigned month;
} months[] = {
	{STR("jan"), 1}, {STR("january"), 1}, {STR("janv"), 1}, {STR("janvier"), 1},
	{STR("feb"), 2}, {STR("february"), 2}, {STR("févr"), 2}, {STR("fév"), 2}, {STR("février"), 2},
	{STR("mar"), 3}, {STR("march"), 3}, {STR("mars"), 3},
	{STR("apr"), 4}, {STR("april"), 4}, {STR("avr"), 4}, {STR("avril"), 4},
	{STR("may"), 5}, {STR("mai"), 5},
	{STR("jun"), 6}, {STR("june"), 6}, {STR("juin"), 6},
	{STR("jul"), 7}, {STR("july"), 7}, {STR("juil"), 7}, {STR("juillet"), 7},
	{STR("aug"), 8}, {STR("august"), 8}, {STR("août"), 8},
	{STR("sep"), 9}, {STR("sept"), 9}, {STR("september"), 9}, {STR("septembre"), 9},
	{STR("oct"), 10}, {STR("october"), 10}, {STR("octobre"), 10},
	{STR("nov"), 11}, {STR("november"), 11}, {STR("novembre"), 11},
	{STR("dec"), 12}, {STR("december"), 12}, {STR("déc"), 12}, {STR("décembre"), 12},
};

static unsigned
month_of(struct str word)
{
	for (size_t i = 0; i < countof(months); i++)
		if (str_folds_to(word, months[i].key))
			return months[i].month;
	return 0;
}

/* Whether the month has that day. */
static bool
exists(unsigned year, unsigned month, unsigned day)
{
	static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

/* A number of exactly n digits at the beginning; -1 where none stands. */
static int
number(struct str a, size_t n)
{
	int value = 0;

	if (a.n < n)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (a.s[i] < '0' || a.s[i] > '9')
			return -1;
		value = value * 10 + (a.s[i] - '0');
	}
	return value;
}

/* Whether the text has the pattern's shape: '0' in it stands for any digit, the rest for itself. */
static bool
has_shape(struct str a, const char *pattern)
{
	if (a.n != strlen(pattern))
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (pattern[i] == '0' ? number(str_skip(a, i), 1) < 0 : a.s[i] != pattern[i])
			return false;
	return true;
}

/* What may follow a whole ISO date: nothing, or a time, "T14:49:37.282Z". */
static bool
is_time(struct str a)
{
	size_t fraction;
	bool seconds;

	if (a.n == 0)
		return true;
	if (a.n < 6 || (a.s[0] != 'T' && a.s[0] != ' ') || !has_shape((struct str){a.s + 1, 5}, "00:00")
	    || number(str_skip(a, 1), 2) > 24 || number(str_skip(a, 4), 2) > 59)
		return false;
	a = str_skip(a, 6);
	seconds = a.n >= 3 && has_shape((struct str){a.s, 3}, ":00") && number(str_skip(a, 1), 2) <= 60;
	a = str_skip(a, seconds ? 3 : 0);
	if (seconds && a.n > 1 && a.s[0] == '.') {
		for (fraction = 1; fraction < a.n && number(str_skip(a, fraction), 1) >= 0; fraction++)
			;
		if (fraction == 1)
			return false;
		a = str_skip(a, fraction);
	}
	return a.n == 0 || has_shape(a, "Z") || has_shape(a, "+00:00") || has_shape(a, "-00:00");
}

/* "2020-06-30", "2020-06" and "2020" are what they are: their length, or 0. */
static size_t
iso_length(struct str a)
{
	int year = number(a, 4), month, day;

	if (year < 1000 || a.n == 4)
		return year < 1000 ? 0 : 4;
	month = a.s[4] == '-' ? number(str_skip(a, 5), 2) : -1;
	if (month < 1 || month > 12)
		return 0;
	if (a.n == 7)
		return 7;
	day = a.s[7] == '-' ? number(str_skip(a, 8), 2) : -1;
	if (day < 0 || !exists((unsigned)year, (unsigned)month, (unsigned)day) || !is_time(str_skip(a, 10)))
		return 0;
	return 10;
}

static bool
parts_at(char c)
{
	return c == ' ' || c == '-' || c == ',' || c == '.';
}

/* Day, month in letters and year, the first two in any order. */
static bool
read_words(struct str text, unsigned *year, unsigned *month, unsigned *day)
{
	*year = *month = *day = 0;
	while (text.n > 0) {
		struct str word = {text.s, 0};
		int value;

		while (word.n < text.n && !parts_at(text.s[word.n]))
			word.n++;
		text = str_skip(text, word.n < text.n ? word.n + 1 : word.n);
		if (word.n == 0)
			continue;
		if (*year)
			return false; /* the year comes last */
		if (word.n == 3 && str_eq(str_skip(word, 1), S("er")))
			word.n = 1;
		if (word.n == 4 && (value = number(word, 4)) >= 1000)
			*year = (unsigned)value;
		else if (!*day && word.n <= 2 && (value = number(word, word.n)) > 0)
			*day = (unsigned)value;
		else if (*month || !(*month = month_of(word)))
			return false;
	}
	return *year && *month && *day;
}

size_t
date_iso(struct str text, char iso[static DATE_MAX])
{
	char out[DATE_MAX + 1];
	unsigned year, month, day;
	size_t n;

	text = str_trim(text);
	if ((n = iso_length(text)) > 0) {
		memcpy(iso, text.s, n);
		return n;
	}
	if (!read_words(text, &year, &month, &day) || !exists(year, month, day))
		return 0;
	snprintf(out, sizeof out, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
	memcpy(iso, out, DATE_MAX);
	return DATE_MAX;
}

/* Two digits; more than 99 where something else stands. */
static unsigned
two(const char *s)
{
	unsigned tens = (unsigned char)s[0] - (unsigned)'0', ones = (unsigned char)s[1] - (unsigned)'0';

	return tens <= 9 && ones <= 9 ? tens * 10 + ones : 100;
}

/* Whether the text begins with four digits, a dash, two digits and a dash: eight bytes at once. */
static bool
begins_date(const char *s)
{
	uint64_t bytes, zeros, six, wrong;

	memcpy(&bytes, s, 8);
	memcpy(&zeros, "0000-00-", 8);
	memcpy(&six, "\6\6\6\6\0\6\6", 8);
	memcpy(&wrong, "\xF0\xF0\xF0\xF0\xFF\xF0\xF0\xFF", 8);
	bytes ^= zeros; /* a digit is its value now, a dash 0; with six more a digit is still below 16 */
	return ((bytes | (bytes + six)) & wrong) == 0;
}

size_t
date_plain(struct str text)
{
	const struct str midnight = STR("T00:00:00Z");
	unsigned month, day, year;

	if ((text.n != DATE_MAX && text.n != DATE_MAX + midnight.n) || !begins_date(text.s))
		return 0;
	year = two(text.s) * 100 + two(text.s + 2);
	month = two(text.s + 5);
	day = two(text.s + 8);
	if (year < 1000 || month < 1 || month > 12 || day < 1 || (day > 28 && !exists(year, month, day)))
		return 0;
	return text.n == DATE_MAX || memcmp(text.s + DATE_MAX, midnight.s, midnight.n) == 0 ? DATE_MAX : 0;
}
