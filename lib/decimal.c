/* decimal: see decimal.h. */
#include <stdint.h>
#include <string.h>
#include "decimal.h"

#define HEAD_DIGITS 19 /* that many digits always fit in 64 bits */
#define PRODUCT_DIGITS (2 * DEC_DIGITS + 2 * DEC_SCALE + 8) /* room for a product, wherever its point stands */
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

static const uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

static bool
fits(struct wide c)
{
	_Static_assert(DEC_DIGITS == 36, "the limit is 10^DEC_DIGITS");
	return wide_cmp(c, wide_make(0x00c097ce7bc90715, 0xb34b9f1000000000)) < 0;
}

/* c × 10^power */
static struct wide
scaled(struct wide c, unsigned power)
{
	for (; power > 9; power -= 9)
		c = wide_mul(c, powers[9]);
	return wide_mul(c, powers[power]);
}

/* c ÷ 10, only where that leaves no rest. */
static bool
lower(struct wide *c)
{
	uint32_t rest;
	struct wide q = wide_div(*c, 10, &rest);

	if (rest == 0)
		*c = q;
	return rest == 0;
}

/* Whether half to even rounds a quotient up; half compares the rest with one half. */
static bool
rounds_up(struct wide quotient, int half)
{
	return half > 0 || (half == 0 && wide_odd(quotient));
}

/* c ÷ 10^n for n > 0, rounded half to even; sticky says that something but 0 stands behind the last digit of c. */
static struct wide
drop(struct wide c, unsigned n, bool sticky)
{
	uint32_t rest;

	for (; n > 1; n -= n > 9 ? 9 : n - 1) {
		c = wide_div(c, powers[n > 9 ? 9 : n - 1], &rest);
		sticky |= rest != 0;
	}
	c = wide_div(c, 10, &rest);
	if (rounds_up(c, rest == 5 ? sticky : rest > 5 ? 1 : -1))
		c = wide_add(c, wide_make(0, 1));
	return c;
}

/*
 * Makes c × 10^-scale a number, c < 10^37. Zeros at the end of the fraction go where they are too many; everything else that
 * does not fit is refused. The loops end early whatever the scale, since c is not 0 there.
 */
static bool
settle(struct dec *result, struct wide c, long long scale, bool negative)
{
	bool zero = wide_zero(c);

	if (zero)
		scale = scale < 0 ? 0 : scale > DEC_SCALE ? DEC_SCALE : scale;
	for (; scale < 0 && fits(c); scale++)
		c = wide_mul(c, 10);
	for (; scale > DEC_SCALE || (scale > 0 && !fits(c)); scale--) {
		if (!lower(&c))
			return false;
	}
	if (!fits(c))
		return false;
	*result = (struct dec){c, (unsigned)scale, negative && !zero};
	return true;
}

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
		*c = drop(stripped, digits - most, sticky);
		*scale = least - (digits - most);
		strip(c, scale);
	}
}

enum dec_parse
dec_parse(struct dec *result, struct str text, int significant)
{
	struct figure f = {0};
	struct wide c;
	unsigned kept, most;
	long long scale;

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
		c = wide_add(scaled(c, kept - HEAD_DIGITS), wide_make(0, f.tail));
	if (kept > most)
		shorten(&c, &scale, kept, most, f.sticky);
	else if (f.sticky)
		return DEC_LONG;
	return settle(result, c, scale, f.negative) ? DEC_OK : DEC_LONG;
}

struct dec
dec_int(long long value)
{
	uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	return (struct dec){wide_make(0, magnitude), 0, value < 0};
}

bool
dec_zero(const struct dec *d)
{
	return wide_zero(d->coefficient);
}

/*
 * Refuses only what has no exact result. `coarse` gets the scale of `fine` as far as a result of at most DEC_DIGITS digits
 * allows, and `fine` loses zeros for the rest.
 */
static bool
align(struct dec *coarse, struct dec *fine)
{
	for (; coarse->scale < fine->scale && fits(coarse->coefficient); coarse->scale++)
		coarse->coefficient = wide_mul(coarse->coefficient, 10);
	for (; fine->scale > coarse->scale; fine->scale--) {
		if (!lower(&fine->coefficient))
			return false;
	}
	return true;
}

bool
dec_add(struct dec *result, const struct dec *a, const struct dec *b)
{
	struct dec x = *a, y = *b;
	struct wide c;

	if (!(x.scale < y.scale ? align(&x, &y) : align(&y, &x)))
		return false;
	if (x.negative == y.negative)
		return settle(result, wide_add(x.coefficient, y.coefficient), x.scale, x.negative);
	if (wide_cmp(x.coefficient, y.coefficient) < 0) {
		c = wide_sub(y.coefficient, x.coefficient);
		return settle(result, c, x.scale, y.negative);
	}
	c = wide_sub(x.coefficient, y.coefficient);
	return settle(result, c, x.scale, x.negative);
}

bool
dec_sub(struct dec *result, const struct dec *a, const struct dec *b)
{
	struct dec opposite = *b;

	opposite.negative = !b->negative;
	return dec_add(result, a, &opposite);
}

bool
dec_shift(struct dec *result, const struct dec *d, int power)
{
	return settle(result, d->coefficient, (long long)d->scale - power, d->negative);
}

bool
dec_percent(struct dec *result, const struct dec *part, const struct dec *whole, unsigned decimals)
{
	int power = (int)whole->scale - (int)part->scale + 2 + (int)decimals;
	struct wide q, rest, divisor = whole->coefficient;

	if (wide_zero(divisor) || decimals > 10)
		return false;
	q = wide_divmod(part->coefficient, divisor, &rest);
	if (power < 0) {
		q = drop(q, (unsigned)-power, !wide_zero(rest));
	} else {
		for (; power > 0 && fits(q); power--) {
			q = wide_mul(q, 10);
			rest = wide_mul(rest, 10);
			for (; wide_cmp(rest, divisor) >= 0; rest = wide_sub(rest, divisor))
				q = wide_add(q, wide_make(0, 1));
		}
		if (rounds_up(q, wide_cmp(wide_add(rest, rest), divisor)))
			q = wide_add(q, wide_make(0, 1));
	}
	if (!fits(q))
		return false;
	*result = (struct dec){q, decimals, part->negative != whole->negative && !wide_zero(q)};
	return true;
}

struct dec
dec_round(const struct dec *d, unsigned decimals)
{
	struct wide c;

	if (d->scale <= decimals)
		return *d;
	c = drop(d->coefficient, d->scale - decimals, false);
	return (struct dec){c, decimals, d->negative && !wide_zero(c)};
}

/* The digits of c, "0" for none; returns how many. */
static unsigned
put_digits(struct wide c, char out[static DEC_DIGITS])
{
	char text[45], *p = text + sizeof(text);
	uint32_t group;
	unsigned n;

	for (c = wide_div(c, powers[9], &group); !wide_zero(c); c = wide_div(c, powers[9], &group)) {
		for (int i = 0; i < 9; i++, group /= 10)
			*--p = (char)('0' + group % 10);
	}
	do {
		*--p = (char)('0' + group % 10);
		group /= 10;
	} while (group > 0);
	n = (unsigned)(text + sizeof(text) - p);
	memcpy(out, p, n);
	return n;
}

static int
sign(const struct dec *d)
{
	return dec_zero(d) ? 0 : d->negative ? -1 : 1;
}

int
dec_cmp(const struct dec *a, const struct dec *b)
{
	char x[DEC_DIGITS], y[DEC_DIGITS];
	int order, before_a, before_b;

	if (sign(a) != sign(b))
		return sign(a) < sign(b) ? -1 : 1;
	if (a->scale == b->scale) {
		order = wide_cmp(a->coefficient, b->coefficient);
	} else {
		/* Which has more digits before the point; with as many, the texts side by side: no scales are too far apart. */
		memset(x, '0', sizeof(x));
		memset(y, '0', sizeof(y));
		before_a = (int)put_digits(a->coefficient, x) - (int)a->scale;
		before_b = (int)put_digits(b->coefficient, y) - (int)b->scale;
		order = before_a != before_b ? before_a - before_b : memcmp(x, y, sizeof(x));
	}
	order = (order > 0) - (order < 0);
	return sign(a) * order;
}

/* The digits of a × b, with those behind the point at fixed places, so that two products can be compared as bytes. */
static void
multiply(const struct dec *a, const struct dec *b, unsigned shift, unsigned char out[static PRODUCT_DIGITS])
{
	char x[DEC_DIGITS], y[DEC_DIGITS];
	unsigned nx = put_digits(a->coefficient, x), ny = put_digits(b->coefficient, y);
	unsigned last = PRODUCT_DIGITS - 1 - 2 * DEC_SCALE - 2 + a->scale + b->scale - shift;

	memset(out, 0, PRODUCT_DIGITS);
	for (unsigned i = 0; i < nx; i++) {
		unsigned carry = 0, at = last - i;

		for (unsigned k = 0; k < ny || carry > 0; k++, at--) {
			carry += out[at] + (k < ny ? (unsigned)(x[nx - 1 - i] - '0') * (unsigned)(y[ny - 1 - k] - '0') : 0);
			out[at] = (unsigned char)(carry % 10);
			carry /= 10;
		}
	}
}

int
dec_cmp_share(const struct dec *part, const struct dec *whole, const struct dec *percent)
{
	unsigned char x[PRODUCT_DIGITS], y[PRODUCT_DIGITS];
	const struct dec one = dec_int(1);
	int order, left = sign(part), right = sign(whole) * sign(percent);

	if (left != right)
		return left < right ? -1 : 1;
	multiply(part, &one, 2, x);
	multiply(whole, percent, 0, y);
	order = memcmp(x, y, sizeof(x));
	return left * ((order > 0) - (order < 0));
}

size_t
dec_format_fixed(const struct dec *d, char out[static DEC_MAX])
{
	char digits[DEC_DIGITS], *p = out;
	unsigned n = put_digits(d->coefficient, digits);
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
dec_format(const struct dec *d, char out[static DEC_MAX])
{
	size_t n = dec_format_fixed(d, out);

	if (d->scale > 0) {
		while (out[n - 1] == '0')
			n--;
		if (out[n - 1] == '.')
			n--;
	}
	return n;
}
