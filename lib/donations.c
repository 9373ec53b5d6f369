#include <stdlib.h>
#include <strings.h>
#include "country.h"
#include "donations.h"

/* What qualifies the donor above: it was not the country's government. */
static const struct str private_words[] = {STR("private donors"), STR("donateurs privés")};

/* What one line says. */
struct parts {
	char date[DATE_MAX];
	size_t date_n;
	struct str donor;
	bool is_private, known;
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

/* Takes the date off the beginning: the whole line, or its first word. */
static void
take_date(struct str *line, struct parts *parts)
{
	struct str word = {line->s, 0};

	if ((parts->date_n = date_iso(*line, parts->date)) > 0) {
		*line = S("");
		return;
	}
	while (word.n < line->n && !is_bar(line->s[word.n]))
		word.n++;
	if (word.n >= DATE_MAX && (parts->date_n = date_iso(word, parts->date)) > 0)
		*line = without_bars(str_skip(*line, word.n));
}

/* Takes the amount off the end: "$93,700", "US$ 93,700". False if it begins like one and is none. */
static bool
take_amount(struct str *line, struct parts *parts)
{
	size_t i = line->n, begun;

	while (i > 0 && line->s[i - 1] != '$')
		i--;
	if (i == 0)
		return true;
	begun = i - 1;
	if (dec_parse(&parts->amount, str_skip(*line, i), DOUBLE_DIGITS) != DEC_OK)
		return false;
	if (begun >= 2 && strncasecmp(line->s + begun - 2, "US", 2) == 0)
		begun -= 2;
	parts->known = true;
	*line = without_bars((struct str){line->s, begun});
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
refuse(struct str line, struct pos at, const char *why)
{
	diag_error(STATUS_BAD, at, "\"%.*s\": %s", DIAG_STR(line), why);
	return READ_BAD;
}

static enum read
take_apart(struct str line, bool cut, struct pos at, struct parts *parts)
{
	struct str rest = without_bars(line);

	*parts = (struct parts){.known = false};
	take_date(&rest, parts);
	if (!take_amount(&rest, parts))
		return refuse(line, at, "not an amount of dollars");
	if (parts->known && cut)
		return refuse(line, at, "the input ends without a line end here: what may be cut short is left out");
	take_private(&rest, parts);
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
	now->donor.n = 0;
	buf_add(&now->donor, donor);
	now->is_private = now->known = false;
	now->at = at;
	list->open = true;
	list->dated = false;
}

/* A plain line that is no donor's ends the list: items below it are of other lists, unless they look like donors. */
static void
leave(struct donations *list, struct str text, bool item, struct pos at)
{
	if (list->ended && item && country_iso3(text).n > 0)
		diag_warning(at, "\"%.*s\" is left out: other text stands between it and the list of contributions", DIAG_STR(text));
	list->ended = true;
}

enum read
donations_line(struct donations *list, struct str line, bool item, bool cut, struct pos at, bool *whole)
{
	struct parts parts;
	enum read got = take_apart(line, cut, at, &parts);

	*whole = false;
	if (got != READ_OK)
		return got;
	if (parts.date_n > 0) {
		*whole = donations_end(list);
		memcpy(list->now.date, parts.date, DATE_MAX);
		list->now.date_n = parts.date_n;
		list->dated = true;
		list->ended = false;
	}
	if (parts.donor.n > 0) {
		if (list->ended || (!item && !list->dated)) {
			*whole = *whole || donations_end(list);
			leave(list, parts.donor, item, at);
			return READ_OK;
		}
		begin(list, parts.donor, at, whole);
	} else if (list->dated && (parts.is_private || parts.known)) {
		begin(list, S(""), at, whole);
	}
	if ((parts.is_private || parts.known) && !list->open)
		return refuse(line, at, "no donor stands above it");
	if ((parts.is_private && list->now.is_private) || (parts.known && list->now.known))
		return refuse(line, at, "the donor above it has that already");
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
