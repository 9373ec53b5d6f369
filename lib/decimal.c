/* decimal: see decimal.h. The arithmetic; decimal_text.c has the rest. */
#include <stdint.h>
#include <string.h>
#include "decimal_inner.h"

#define PRODUCT_DIGITS (2 * DEC_DIGITS + 2 * DEC_SCALE + 8) /* room for a product, wherever its point stands */

const uint64_t dec_power[20] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
	10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
	UINT64_C(10000000000000000000),
};

struct wide
dec_scaled(struct wide c, unsigned power)
{
	for (; power > 9; power -= 9)
		c = wide_mul(c, (uint32_t)dec_power[9]);
	return wide_mul(c, (uint32_t)dec_power[power]);
}

struct wide
dec_drop(struct wide c, unsigned n, bool sticky)
{
	uint32_t rest;

	for (; n > 1; n -= n > 9 ? 9 : n - 1) {
		c = wide_div(c, (uint32_t)dec_power[n > 9 ? 9 : n - 1], &rest);
		sticky |= rest != 0;
	}
	c = wide_div(c, 10, &rest);
	if (rounds_up(c, rest == 5 ? sticky : rest > 5 ? 1 : -1))
		c = wide_add(c, wide_make(0, 1));
	return c;
}

/* The loops end early whatever the scale, since c is not 0 there. */
bool
dec_settle(struct dec *result, struct wide c, long long scale, bool negative)
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

struct dec
dec_int(long long value)
{
	uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	return (struct dec){wide_make(0, magnitude), 0, value < 0};
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

/* dec_add() of small numbers, or dec_sub() with `opposite`, where the one of smaller scale stays small with zeros behind it. */
static bool
add_small(struct dec *result, const struct dec *a, const struct dec *b, bool opposite)
{
	bool negative = a->negative, other = b->negative != opposite;
	unsigned scale = a->scale > b->scale ? a->scale : b->scale, more_a = scale - a->scale, more_b = scale - b->scale;
	uint64_t x, y;

	if (!is_small(a, &x) || !is_small(b, &y) || more_a + more_b > SMALL_DIGITS || x >= dec_power[SMALL_DIGITS - more_a]
	    || y >= dec_power[SMALL_DIGITS - more_b])
		return false;
	x *= dec_power[more_a];
	y *= dec_power[more_b];
	if (negative == other) {
		x += y;
	} else if (x < y) {
		x = y - x;
		negative = other;
	} else {
		x -= y;
	}
	*result = (struct dec){wide_make(0, x), scale, negative && x > 0};
	return true;
}

/* Any numbers. */
static bool
add(struct dec *result, const struct dec *a, const struct dec *b, bool opposite)
{
	struct dec x = *a, y = *b;
	struct wide c;

	y.negative = b->negative != opposite;
	if (!(x.scale < y.scale ? align(&x, &y) : align(&y, &x)))
		return false;
	if (x.negative == y.negative)
		return dec_settle(result, wide_add(x.coefficient, y.coefficient), x.scale, x.negative);
	if (wide_cmp(x.coefficient, y.coefficient) < 0) {
		c = wide_sub(y.coefficient, x.coefficient);
		return dec_settle(result, c, x.scale, y.negative);
	}
	c = wide_sub(x.coefficient, y.coefficient);
	return dec_settle(result, c, x.scale, x.negative);
}

bool
dec_add(struct dec *result, const struct dec *a, const struct dec *b)
{
	return add_small(result, a, b, false) || add(result, a, b, false);
}

bool
dec_sub(struct dec *result, const struct dec *a, const struct dec *b)
{
	return add_small(result, a, b, true) || add(result, a, b, true);
}

bool
dec_shift(struct dec *result, const struct dec *d, int power)
{
	return dec_settle(result, d->coefficient, (long long)d->scale - power, d->negative);
}

/* dec_percent() of small numbers, where what is to be divided fits in a word. */
static bool
percent_small(struct dec *result, const struct dec *part, const struct dec *whole, unsigned decimals)
{
	int power = (int)whole->scale - (int)part->scale + 2 + (int)decimals;
	uint64_t x, by, q, rest;

	if (!is_small(part, &x) || !is_small(whole, &by) || by == 0 || decimals > 10 || power > SMALL_DIGITS || power < -SMALL_DIGITS)
		return false;
	if (power < 0 && by >= dec_power[SMALL_DIGITS + power])
		return false;
	by *= power < 0 ? dec_power[-power] : 1;
	q = x / by;
	rest = x % by;
	if (power > 0) {
		if (q >= dec_power[SMALL_DIGITS - power] || by > dec_power[SMALL_DIGITS + 1 - power])
			return false;
		x = rest * dec_power[power];
		q = q * dec_power[power] + x / by;
		rest = x % by;
	}
	q += 2 * rest > by || (2 * rest == by && q % 2 == 1);
	*result = (struct dec){wide_make(0, q), decimals, part->negative != whole->negative && q > 0};
	return true;
}

/* Any numbers. */
static bool
percent(struct dec *result, const struct dec *part, const struct dec *whole, unsigned decimals)
{
	int power = (int)whole->scale - (int)part->scale + 2 + (int)decimals;
	struct wide q, rest, divisor = whole->coefficient;

	if (wide_zero(divisor) || decimals > 10)
		return false;
	q = wide_divmod(part->coefficient, divisor, &rest);
	if (power < 0) {
		q = dec_drop(q, (unsigned)-power, !wide_zero(rest));
	} else {
		/* what is below 2^64 has room for nine digits more at once */
		for (int n; power > 0 && (wide_high(q) | wide_high(rest)) == 0; power -= n) {
			n = power < 9 ? power : 9;
			q = wide_mul(q, (uint32_t)dec_power[n]);
			q = wide_add(q, wide_divmod(wide_mul(rest, (uint32_t)dec_power[n]), divisor, &rest));
		}
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

bool
dec_percent(struct dec *result, const struct dec *part, const struct dec *whole, unsigned decimals)
{
	return percent_small(result, part, whole, decimals) || percent(result, part, whole, decimals);
}

struct dec
dec_round(const struct dec *d, unsigned decimals)
{
	struct wide c;

	if (d->scale <= decimals)
		return *d;
	c = dec_drop(d->coefficient, d->scale - decimals, false);
	return (struct dec){c, decimals, d->negative && !wide_zero(c)};
}

unsigned
dec_digits(struct wide c, char out[static DEC_DIGITS])
{
	char text[45], *p = text + sizeof(text);
	uint32_t group;
	unsigned n;

	for (c = wide_div(c, (uint32_t)dec_power[9], &group); !wide_zero(c); c = wide_div(c, (uint32_t)dec_power[9], &group)) {
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
		before_a = (int)dec_digits(a->coefficient, x) - (int)a->scale;
		before_b = (int)dec_digits(b->coefficient, y) - (int)b->scale;
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
	unsigned nx = dec_digits(a->coefficient, x), ny = dec_digits(b->coefficient, y);
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
