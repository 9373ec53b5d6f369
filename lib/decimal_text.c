/* decimal: see decimal.h. From text and to it; decimal.c has the arithmetic. */
#include <stdint.h>
#include <string.h>
#include "decimal_inner.h"
#include "digits.h"

#define HEAD_DIGITS 19 /* that many digits always fit in 64 bits */
#define KEPT_DIGITS 37 /* one more than a number may have: enough to round it, and in two words still */

/* What dec_parse() found in a text. Of the digits behind the 37th it keeps only whether they matter. */
struct figure {
	const char *s, *end; /* still to be read */
	uint64_t head, tail; /* the first 19 significant digits, and the 18 behind them */
	size_t digits;       /* from the first one that is not 0 on */
	size_t fraction;     /* digits behind the point */
	long long exponent;
	bool sticky; /* a digit that was not kept is not 0 */
	bool negative;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads digits as far as they go, and returns how many. */
static size_t
read_digits(struct figure *f)
{
	const char *s = f->s;
	size_t length;

	if (f->digits == 0) {
		while (s < f->end && *s == '0')
			s++;
	}
	for (; s < f->end && is_digit(*s) && f->digits < HEAD_DIGITS; s++, f->digits++)
		f->head = f->head * 10 + (uint64_t)(*s - '0');
	for (; s < f->end && is_digit(*s); s++, f->digits++) {
		if (f->digits < KEPT_DIGITS)
			f->tail = f->tail * 10 + (uint64_t)(*s - '0');
		else
			f->sticky |= *s != '0';
	}
	length = (size_t)(s - f->s);
	f->s = s;
	return length;
}

/* A minus or plus sign and a currency sign, each at most once, in either order. */
static void
read_sign(struct figure *f)
{
	bool sign = false, currency = false;

	for (; f->s < f->end; f->s++) {
		if (*f->s == '$' && !currency) {
			currency = true;
		} else if ((*f->s == '-' || *f->s == '+') && !sign) {
			sign = true;
			f->negative = *f->s == '-';
		} else {
			break;
		}
	}
}

/* The separator of groups with which a text begins, empty where none does: a comma, a space, or one that does not break. */
static struct str
separator(struct str text)
{
	static const struct str known[] = {
		{",", 1}, {" ", 1}, {"\xc2\xa0", 2}, {"\xe2\x80\xaf", 3}, {"\xe2\x80\x89", 3}, {"\xe2\x80\x87", 3},
	};

	for (size_t i = 0; i < countof(known); i++) {
		if (str_starts(text, known[i]))
			return known[i];
	}
	return (struct str){text.s, 0};
}

/* The groups behind the first one, which has `first` digits. False where a comma or a blank stands that separates none. */
static bool
read_groups(struct figure *f, size_t first, bool *grouped)
{
	struct str by = separator((struct str){f->s, (size_t)(f->end - f->s)});

	*grouped = by.n > 0;
	if (by.n > 0 && (first < 1 || first > 3))
		return false;
	while (by.n > 0 && str_starts((struct str){f->s, (size_t)(f->end - f->s)}, by)) {
		f->s += by.n;
		if (read_digits(f) != 3)
			return false;
	}
	return true;
}

/* What stands behind the e. Stops counting where no text can be long enough to make up for such an exponent. */
static bool
read_exponent(struct figure *f)
{
	bool negative = false;
	const char *start;

	if (f->s < f->end && (*f->s == '-' || *f->s == '+'))
		negative = *f->s++ == '-';
	for (start = f->s; f->s < f->end && is_digit(*f->s); f->s++) {
		if (f->exponent < 100000000000000000)
			f->exponent = f->exponent * 10 + (*f->s - '0');
	}
	if (negative)
		f->exponent = -f->exponent;
	return f->s > start;
}

/* Whether the whole text is a number. */
static bool
read_figure(struct figure *f)
{
	size_t whole;
	bool grouped = false;

	read_sign(f);
	whole = read_digits(f);
	if (f->s < f->end && *f->s != '.' && !read_groups(f, whole, &grouped))
		return false;
	if (f->s < f->end && *f->s == '.') {
		f->s++;
		f->fraction = read_digits(f);
		if (f->fraction == 0)
			return false;
	}
	if (whole + f->fraction == 0)
		return false;
	if (f->s < f->end && (*f->s == 'e' || *f->s == 'E') && !grouped) {
		f->s++;
		if (!read_exponent(f))
			return false;
	}
	return f->s == f->end;
}

/* Takes the zeros at the end of a fraction away, and returns how many. c is not 0. */
static unsigned
strip(struct wide *c, long long *scale)
{
	unsigned n;

	for (n = 0; *scale > 0 && lower(c); n++)
		--*scale;
	return n;
}

/*
 * Rounds c, which has more than `most` digits, unless it is a whole number. A whole c with `sticky` does not fit anyhow, since
 * nothing is sticky before c has KEPT_DIGITS digits.
 */
static void
shorten(struct wide *c, long long *scale, unsigned digits, unsigned most, bool sticky)
{
	struct wide stripped = *c;
	long long least = *scale;

	if (!sticky)
		digits -= strip(&stripped, &least);
	if (least > 0 && digits > most) {
		*c = dec_drop(stripped, digits - most, sticky);
		*scale = least - (digits - most);
		strip(c, scale);
	}
}

/*
 * Rounds c, which has more than `most` digits, to those, half to even, as dec_parse() has it. False for what is better done
 * by shorten(): zeros at the end of the fraction, or a whole number.
 */
static bool
shorten_small(uint64_t *c, unsigned *scale, unsigned most)
{
	unsigned n = 1;
	uint64_t q, rest;

	while (most + n < SMALL_DIGITS && *c >= dec_power[most + n])
		n++;
	if (*c % 10 == 0 || n > *scale)
		return false;
	q = *c / dec_power[n];
	rest = *c % dec_power[n] * 2;
	q += rest > dec_power[n] || (rest == dec_power[n] && q % 2 == 1);
	for (*scale -= n; *scale > 0 && q % 10 == 0; --*scale)
		q /= 10;
	*c = q;
	return true;
}

/* 1 to 16 digits. */
static bool
read_whole(struct str text, uint64_t *c)
{
	size_t more = text.n > 8 ? text.n - 8 : 0;
	uint64_t last = digits_end(digits_tail(text), text.n - more);
	uint64_t first = more ? digits_begin(digits_load8(text.s), more) : 0;

	*c = digits_number(first) * DIGITS_EIGHT + digits_number(last);
	return (digits_wrong(first) | digits_wrong(last)) == 0;
}

/* Digits, of which `whole` stand before the point (1 to 7), and at least one and at most 16 behind it. */
static bool
read_fraction(struct str text, uint64_t head, size_t whole, uint64_t *c)
{
	size_t fraction = text.n - whole - 1, more = fraction > 8 ? fraction - 8 : 0;
	uint64_t before = digits_begin(head, whole), last = digits_end(digits_tail(text), fraction - more);
	uint64_t middle = more ? digits_begin(digits_load8(text.s + whole + 1), more) : 0;

	*c = digits_number(before) * dec_power[fraction] + digits_number(last);
	if (more)
		*c += digits_number(middle) * DIGITS_EIGHT;
	return (digits_wrong(before) | digits_wrong(last) | digits_wrong(middle)) == 0;
}

bool
dec_parse_plain(struct dec *result, struct str text, int significant)
{
	uint64_t head, point, c;
	unsigned scale = 0;

	if (text.n == 0 || text.n > SMALL_DIGITS + 1)
		return false;
	head = digits_head(text);
	point = digits_find(head, '.');
	if (point) {
		size_t whole = digits_first(point);

		scale = (unsigned)(text.n - whole - 1);
		if (whole == 0 || scale == 0 || scale > 16 || !read_fraction(text, head, whole, &c))
			return false;
		if (significant > 0 && significant < SMALL_DIGITS && c >= dec_power[significant]
		    && !shorten_small(&c, &scale, (unsigned)significant))
			return false;
	} else if (text.n > 16 || !read_whole(text, &c)) {
		return false;
	}
	*result = (struct dec){wide_make(0, c), scale, false};
	return true;
}

enum dec_parse
dec_parse(struct dec *result, struct str text, int significant)
{
	struct figure f = {0};
	struct wide c;
	unsigned kept, most;
	long long scale;

	if (dec_parse_plain(result, text, significant))
		return DEC_OK;
	text = str_trim(text);
	if (text.n == 0)
		return DEC_NOT;
	f.s = text.s;
	f.end = text.s + text.n;
	if (!read_figure(&f))
		return DEC_NOT;
	kept = f.digits < KEPT_DIGITS ? (unsigned)f.digits : KEPT_DIGITS;
	most = significant > 0 && significant <= DEC_DIGITS ? (unsigned)significant : KEPT_DIGITS;
	scale = (long long)f.fraction - f.exponent - (long long)(f.digits - kept);
	c = wide_make(0, f.head);
	if (kept > HEAD_DIGITS)
		c = wide_add(dec_scaled(c, kept - HEAD_DIGITS), wide_make(0, f.tail));
	if (kept > most)
		shorten(&c, &scale, kept, most, f.sticky);
	else if (f.sticky)
		return DEC_LONG;
	return dec_settle(result, c, scale, f.negative) ? DEC_OK : DEC_LONG;
}

/* The number, below 10^16, without zeros in front; where it ends. Up to 8 bytes more are written. */
static char *
put_whole(char *to, uint64_t number)
{
	if (number < DIGITS_EIGHT)
		return digits_put(to, number);
	to = digits_put(to, number / DIGITS_EIGHT);
	digits_store8(to, digits_values(number % DIGITS_EIGHT) | DIGITS_ZEROS);
	return to + 8;
}

/* A point, and the digits of a fraction, scale (1 to 16) of them, behind it; with `brief`, without zeros at the end. */
static char *
put_fraction(char *to, uint64_t fraction, unsigned scale, bool brief)
{
	uint64_t first, last = 0;
	unsigned n = scale;

	if (scale <= 8) {
		first = digits_values(fraction * dec_power[8 - scale]);
	} else {
		fraction *= dec_power[16 - scale];
		first = digits_values(fraction / DIGITS_EIGHT);
		last = digits_values(fraction % DIGITS_EIGHT);
		digits_store8(to + 9, last | DIGITS_ZEROS);
	}
	to[0] = '.';
	digits_store8(to + 1, first | DIGITS_ZEROS);
	if (brief)
		n = last ? 9 + digits_last(last) : first ? 1 + digits_last(first) : 0;
	return to + (n ? 1 + n : 0);
}

/* The text of a small number with at most 16 digits on each side of the point; 0 for any other. */
static inline size_t
format_small(const struct dec *d, char out[static DEC_MAX], bool brief)
{
	uint64_t c, whole;
	char *to = out;

	if (!is_small(d, &c) || d->scale > 16 || (d->scale < 2 && c >= dec_power[16]))
		return 0;
	*to = '-';
	to += d->negative;
	whole = d->scale ? c / dec_power[d->scale] : c;
	to = put_whole(to, whole);
	if (d->scale)
		to = put_fraction(to, c - whole * dec_power[d->scale], d->scale, brief);
	return (size_t)(to - out);
}

/* Any number. */
static size_t
format_fixed(const struct dec *d, char out[static DEC_MAX])
{
	char digits[DEC_DIGITS], *p = out;
	unsigned n = dec_digits(d->coefficient, digits);
	unsigned before = n > d->scale ? n - d->scale : 0;

	if (d->negative)
		*p++ = '-';
	if (before == 0)
		*p++ = '0';
	memcpy(p, digits, before);
	p += before;
	if (d->scale > 0) {
		*p++ = '.';
		memset(p, '0', d->scale - (n - before));
		p += d->scale - (n - before);
		memcpy(p, digits + before, n - before);
		p += n - before;
	}
	return (size_t)(p - out);
}

size_t
dec_format_fixed(const struct dec *d, char out[static DEC_MAX])
{
	size_t n = format_small(d, out, false);

	return n ? n : format_fixed(d, out);
}

size_t
dec_format(const struct dec *d, char out[static DEC_MAX])
{
	size_t n = format_small(d, out, true);

	if (n)
		return n;
	n = format_fixed(d, out);
	if (d->scale > 0) {
		while (out[n - 1] == '0')
			n--;
		if (out[n - 1] == '.')
			n--;
	}
	return n;
}
