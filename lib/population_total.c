#include "date.h"
#include "population_total.h"
#include "population_words.h"

static struct str
without_bars(struct str a)
{
	for (a = str_trim(a); a.n > 0 && (a.s[0] == '|' || a.s[0] == ':'); a = str_trim(a))
		a = str_skip(a, 1);
	for (; a.n > 0 && a.s[a.n - 1] == '|'; a = str_trim(a))
		a.n--;
	return a;
}

/* Takes the year off the beginning of a line; false if none stands there. */
static bool
take_year(struct str *text, struct str *year)
{
	size_t n = str_digits(*text);

	if (n != 4 || (text->n > n && !str_blank(str_skip(*text, n)) && text->s[n] != '|' && text->s[n] != ':'))
		return false;
	*year = (struct str){text->s, n};
	*text = without_bars(str_skip(*text, n));
	return true;
}

static enum read
refuse_line(const struct population_reader *r, const char *why)
{
	diag_error(STATUS_BAD, r->in.record.at, "\"%.*s\": %s", DIAG_STR(r->in.record.cell[0].text), why);
	return READ_BAD;
}

enum population_status
population_total_status(const struct population_reader *r)
{
	const struct caption *caption = r->in.record.caption;
	struct str year = buf_str(&caption->year);

	return caption->projected && (year.n == 0 || str_eq(year, r->fact.year)) ? POP_PROJECTED : POP_ACTUAL;
}

/* Takes a total that is digits, as it stands; false for any other. */
static bool
take_total(struct population_reader *r, struct str text)
{
	r->one.plain.n = 0;
	if (text.n > POP_PLAIN || text.s[0] == '0' || !dec_parse_digits(&r->one.persons, text))
		return false;
	memcpy(r->total, text.s, text.n);
	r->one.plain = (struct str){r->total, text.n};
	return true;
}

enum read
population_total(struct population_reader *r)
{
	static const char not_both[] = "not a year and a figure (a comma groups three digits)";
	struct str rest = without_bars(r->in.record.cell[0].text), year;
	struct dec any;

	if (str_digits(rest) == 0 || (rest.s[rest.n - 1] == '%' && dec_parse(&any, (struct str){rest.s, rest.n - 1}, 0) != DEC_NOT))
		return READ_END;
	if (r->in.record.cut)
		return refuse_line(r, "the input ends without a line end here: what may be cut short is left out");
	if (take_year(&rest, &year)) {
		if (!date_is_year(year))
			return str_digits(rest) == 0 ? READ_END : refuse_line(r, not_both);
		buf_set(&r->year, year);
		r->year_open = true;
		if (str_digits(rest) == 0)
			return READ_END;
	} else if (dec_parse(&any, rest, 0) == DEC_NOT) {
		return READ_END; /* prose that begins with a number */
	}
	if (!r->year_open)
		return refuse_line(r, "a figure of people without its year");
	if (!take_total(r, rest) && dec_parse(&r->one.persons, rest, r->how->reading.significant) != DEC_OK)
		return refuse_line(r, not_both);
	if (r->newest.n == 0 || str_cmp(buf_str(&r->year), buf_str(&r->newest)) > 0)
		buf_set(&r->newest, buf_str(&r->year));
	r->year_open = false;
	reading_operation(&r->in, &r->fact.operation, &r->fact.iso3);
	r->fact.year = buf_str(&r->year);
	r->one.status = population_total_status(r);
	r->one.type = POP_TOT;
	r->one.label = str_of(population_label(POP_TOT));
	return READ_OK;
}
