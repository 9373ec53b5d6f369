#include <stdlib.h>
#include <strings.h>
#include "country.h"
#include "donations.h"
#include "vocabulary.h"

/* What qualifies the donor above: it was not the country's government. */
static const struct str private_words[] = {STR("private donors"), STR("donateurs privés")};

/* What one line says. */
struct parts {
	char date[DATE_MAX];
	size_t date_n;
	struct str donor;
	bool is_private, known, bad_date;
	bool only; /* the line begins with the sign of dollars */
	struct dec amount;
};

static bool
is_bar(char c)
{
	return c == '|' || c == ':' || c == ' ';
}

static struct str
without_bars(struct str a)
{
	while (a.n > 0 && is_bar(a.s[0]))
		a = str_skip(a, 1);
	while (a.n > 0 && is_bar(a.s[a.n - 1]))
		a.n--;
	return a;
}

/* A day off the text: a month or a year alone is none here. */
static size_t
day(struct str text, char date[static DATE_MAX])
{
	return date_iso(text, date) == DATE_MAX ? DATE_MAX : 0;
}

/* Takes the date off the beginning: the whole line, or its first word. */
static void
take_date(struct str *line, struct parts *parts)
{
	struct str word = {line->s, 0};

	if ((parts->date_n = day(*line, parts->date)) > 0) {
		*line = S("");
		return;
	}
	while (word.n < line->n && !is_bar(line->s[word.n]))
		word.n++;
	if ((parts->date_n = day(word, parts->date)) > 0)
		*line = without_bars(str_skip(*line, word.n));
}

/* Whether a line that is no date was meant as one: "31-FEB-2020", "03/04/2020". */
static bool
looks_like_date(struct str line)
{
	size_t marks = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (is_bar(line.s[i]))
			return false;
		marks += line.s[i] == '-' || line.s[i] == '/' || line.s[i] == '.';
	}
	return marks > 0 && line.s[0] >= '0' && line.s[0] <= '9';
}

/* Takes one of the words off the end, if it stands apart there. */
static bool
take_last(struct str *line, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t rest = line->n - words[i].n;

		if (line->n < words[i].n || memcmp(line->s + rest, words[i].s, words[i].n) != 0 || (rest > 0 && !is_bar(line->s[rest - 1])))
			continue;
		line->n = rest;
		return true;
	}
	return false;
}

/*
 * Takes the amount off the end: "$93,700", "US$ 93,700", "-$5", "- $5", where the dash is none of it. False if one begins there
 * and is none.
 */
static bool
take_amount(struct str *line, struct parts *parts)
{
	static const struct str minus[] = {STR("-"), STR("\xE2\x88\x92")}, dashes[] = {STR("-"), STR("–"), STR("—")};
	struct str before = *line, digits;
	bool negative;

	while (before.n > 0 && before.s[before.n - 1] != '$')
		before.n--;
	if (before.n == 0)
		return true;
	digits = str_skip(*line, before.n);
	before.n--;
	if (before.n >= 2 && strncasecmp(before.s + before.n - 2, "US", 2) == 0)
		before.n -= 2;
	negative = take_last(&before, minus, countof(minus));
	parts->only = before.n == 0 || str_eq(before, S("(")); /* "($5)", as accountants write less than nothing, is not read */
	if (dec_parse(&parts->amount, digits, DOUBLE_DIGITS) != DEC_OK || (negative && parts->amount.negative))
		return false;
	parts->amount.negative = parts->amount.negative || (negative && !dec_zero(&parts->amount));
	parts->known = true;
	*line = without_bars(before);
	if (take_last(line, dashes, countof(dashes)))
		*line = without_bars(*line);
	return true;
}

static void
take_private(struct str *line, struct parts *parts)
{
	for (size_t i = 0; i < countof(private_words); i++) {
		struct str words = private_words[i];

		if (line->n < words.n || strncasecmp(line->s + line->n - words.n, words.s, words.n) != 0)
			continue;
		if (line->n > words.n && !is_bar(line->s[line->n - words.n - 1]))
			continue;
		parts->is_private = true;
		*line = without_bars((struct str){line->s, line->n - words.n});
	}
}

static enum read
refuse(const struct donations_text *line, const char *why)
{
	diag_error(STATUS_BAD, line->at, "\"%.*s\": %s", DIAG_STR(line->text), why);
	return READ_BAD;
}

/* Whether the input may have cut the words short that the line begins: "private do". */
static bool
begins_private(struct str line)
{
	for (size_t i = 0; i < countof(private_words); i++)
		if (line.n < private_words[i].n && strncasecmp(line.s, private_words[i].s, line.n) == 0)
			return true;
	return false;
}

/* Whether a text ends with a group of digits behind a comma, as an amount does and no donor's name: "Norway USD 6,000". */
static bool
ends_grouped(struct str a)
{
	return a.n > 4 && a.s[a.n - 5] >= '0' && a.s[a.n - 5] <= '9' && a.s[a.n - 4] == ',' && str_digits(str_skip(a, a.n - 3)) == 3;
}

/* Whether a text begins with digits, or they come behind the sign or the code of a currency: "5,000", "€5,000", "CHF 5,000". */
static bool
begins_amount(struct str a)
{
	size_t n = 0;

	while (n < a.n && n < 3 && ((a.s[n] >= 'A' && a.s[n] <= 'Z') || (unsigned char)a.s[n] >= 0x80))
		n++;
	while (n < a.n && is_bar(a.s[n]))
		n++;
	return str_digits(str_skip(a, n)) > 0;
}

/* "$1.000": amounts have no tenths of cents, but in many countries a point groups digits. */
static void
note_point(const struct donations_text *line, struct str rest)
{
	if (rest.n > 4 && rest.s[rest.n - 4] == '.' && str_digits(str_skip(rest, rest.n - 3)) == 3)
		diag_warning(line->at, "\"%.*s\": a point marks decimals here, it does not group thousands; if it is meant to, take it out",
		             DIAG_STR(line->text));
}

/* Takes a line apart. A plain line with dollars in the middle is prose, and a donor's name that is none. */
static enum read
take_apart(const struct donations_text *line, struct parts *parts)
{
	static const char cut_short[] = "the input ends without a line end here: what may be cut short is left out";
	struct str rest = without_bars(line->text);

	*parts = (struct parts){.known = false};
	take_date(&rest, parts);
	if (!take_amount(&rest, parts) && (line->item || parts->date_n > 0 || parts->only))
		return refuse(line, line->cut ? cut_short : "not an amount of dollars");
	if (parts->known)
		note_point(line, without_bars(line->text));
	take_private(&rest, parts);
	if (looks_like_date(rest)) {
		parts->bad_date = true;
		return refuse(line, line->cut ? cut_short : "not a date that has one reading; write 2020-06-30");
	}
	if (!parts->known && (line->item || begins_amount(rest)) && ends_grouped(rest))
		return refuse(line, line->cut ? cut_short : "an amount without the sign of dollars");
	if (line->cut && (parts->known || (rest.n > 0 && !line->item && begins_private(rest))))
		return refuse(line, cut_short);
	parts->donor = rest;
	return READ_OK;
}

bool
donations_end(struct donations *list)
{
	struct donation swap = list->done;
	bool whole = list->open;

	list->done = list->now;
	list->now = swap;
	list->open = false;
	return whole;
}

/* Begins the next donor, named or not, under the date at hand. */
static void
begin(struct donations *list, struct str donor, struct pos at, bool *whole)
{
	struct donation *now = &list->now;

	if (list->open) {
		*whole = donations_end(list);
		memcpy(now->date, list->done.date, DATE_MAX);
		now->date_n = list->done.date_n;
	}
	/* "n/a" would be missing in our own output, too, when it is read again */
	buf_set(&now->donor, value_missing_text(donor) ? S("") : donor);
	now->is_private = now->known = false;
	now->at = at;
	list->open = true;
	list->dated = false;
}

/* A donor's name that stands where the list is over or has not begun: it is of another list, unless it looks like a donor's. */
static void
leave(const struct donations_text *line, struct str name)
{
	if (line->item && country_iso3(name).n > 0)
		diag_warning(line->at, "\"%.*s\" is left out: it belongs to no list of contributions with a date", DIAG_STR(name));
}

/* Whether a name on this line is no donor's: the list is over, ends with it, or has not begun with a date. */
static bool
is_outside(const struct donations *list, bool item)
{
	return list->ended || list->now.date_n == 0 || (!item && !list->dated);
}

enum read
donations_line(struct donations *list, const struct donations_text *line, bool *whole)
{
	struct parts parts;
	enum read got = take_apart(line, &parts);

	*whole = false;
	list->whole = parts.bad_date;
	if (got != READ_OK)
		return got;
	if (line->apart && !list->dated)
		list->ended = true;
	if (parts.date_n > 0) {
		*whole = donations_end(list);
		memcpy(list->now.date, parts.date, DATE_MAX);
		list->now.date_n = parts.date_n;
		list->dated = true;
		list->ended = false;
	}
	if (parts.donor.n > 0 && is_outside(list, line->item)) {
		*whole = donations_end(list);
		leave(line, parts.donor);
		list->ended = list->ended || !line->item;
		return READ_OK;
	}
	if (parts.donor.n > 0 && line->cut) {
		list->whole = true;
		return refuse(line, "the input ends without a line end here: what may be cut short is left out");
	}
	if (parts.donor.n > 0 || (list->dated && (parts.is_private || parts.known)))
		begin(list, parts.donor, line->at, whole);
	if ((parts.is_private || parts.known) && !list->open)
		return refuse(line, "no donor stands above it");
	if ((parts.is_private && list->now.is_private) || (parts.known && list->now.known))
		return refuse(line, "the donor above it has that already");
	list->now.is_private = list->now.is_private || parts.is_private;
	if (parts.known) {
		list->now.known = true;
		list->now.amount = parts.amount;
	}
	return READ_OK;
}

void
donations_free(struct donations *list)
{
	free(list->now.donor.data);
	free(list->done.donor.data);
}
