/*
 * decimal: exact decimal numbers, by value. No float anywhere.
 *
 * A number is coefficient × 10^-scale with at most DEC_DIGITS digits and 0 <= scale <= DEC_SCALE. What does not fit is
 * refused (false), never wrapped or rounded in silence; on false the result is untouched. A result may be one of the operands.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include "digits.h"
#include "str.h"
#include "wide.h"

#define DEC_DIGITS 36 /* significant digits that every number may have */
#define DEC_SCALE 64  /* digits behind the point at the most */
#define DEC_MAX 104   /* bytes that dec_format() may write to */

struct dec {
	struct wide coefficient; /* the digits, without a sign */
	unsigned scale;
	bool negative; /* never for zero */
};

/* How dec_parse() ended. */
enum dec_parse {
	DEC_OK,
	DEC_NOT,  /* not a number */
	DEC_LONG, /* a number, but too long or too small to be exact here */
};

/*
 * Reads a figure as people and programs write it: "1,124,620", "$8,812,859", "1 234 567" (no-break spaces too), "-12", ".97",
 * "9.6497e-05". A comma or a space counts only before the point and between groups of exactly three digits, the first group
 * having one to three; it is the same one throughout, and no exponent follows. Blanks around are ignored; one sign and one
 * currency sign $ may stand in front, in either order. "1,5", "1.2.3", "1.", "12abc" and "" are DEC_NOT.
 *
 * With significant > 0 a number that has a fraction and more than `significant` significant digits is rounded to those, half
 * to even (a double promises 15; see DOUBLE_DIGITS); zeros at the end of its fraction are gone then. Zeros at the end of a
 * fraction do not count as digits, so "1234567890123456.0" is a whole number. A `significant` beyond DEC_DIGITS rounds
 * nothing.
 *
 * The scale is that of the text otherwise, "1.50e1" having one digit behind the point; less only by zeros at the end of the
 * fraction, where there are too many of them.
 */
enum dec_parse dec_parse(struct dec *, struct str, int significant);

/*
 * dec_parse() of what most figures are, and nothing else: digits, at most 16 of them, or 1 to 7 digits, a point and at most 16
 * digits more. False: it is something else, for dec_parse().
 */
bool dec_parse_plain(struct dec *, struct str, int significant);

/* The same of 1 to 15 digits. */
static inline bool
dec_parse_digits(struct dec *result, struct str text)
{
	uint64_t first = 0, last;

	if (text.n == 0 || text.n > 15)
		return false;
	last = digits_end(digits_tail(text), text.n > 8 ? 8 : text.n);
	if (text.n > 8)
		first = digits_begin(digits_load8(text.s), text.n - 8);
	if ((digits_wrong(first) | digits_wrong(last)) != 0)
		return false;
	*result = (struct dec){wide_make(0, digits_number(first) * 100000000 + digits_number(last)), 0, false};
	return true;
}

/* The significant digits that every double keeps (DBL_DIG): more than that in a source is the noise of its arithmetic. */
#define DOUBLE_DIGITS 15

struct dec dec_int(long long);
/* coefficient × 10^-scale; negative not for zero */
static inline struct dec
dec_small(uint64_t coefficient, unsigned scale, bool negative)
{
	return (struct dec){wide_make(0, coefficient), scale, negative};
}
/*
 * Exact; false only where the exact result does not fit. The scale is the greater one of the two, less by as many zeros at the
 * end of the fraction as are too many.
 */
bool dec_add(struct dec *, const struct dec *, const struct dec *);
/* dec_add() to a sum of whole numbers, where both are small, as most are. False, with nothing done: for dec_add(). */
static inline bool
dec_add_whole(struct dec *sum, const struct dec *more)
{
	uint64_t a = wide_low(sum->coefficient), b = wide_low(more->coefficient);

	if ((sum->scale | more->scale) != 0 || sum->negative || more->negative || (a | b) >> 62 != 0
	    || (wide_high(sum->coefficient) | wide_high(more->coefficient)) != 0)
		return false;
	sum->coefficient = wide_make(0, a + b);
	return true;
}
bool dec_sub(struct dec *, const struct dec *, const struct dec *);
/* *d × 10^power, for powers of either sign: thousands to units and back. Too many zeros at the end of the fraction go, too. */
bool dec_shift(struct dec *, const struct dec *d, int power);
/* part ÷ whole × 100, rounded half to even on the exact quotient; its scale is `decimals` (<= 10). False for whole = 0, too. */
bool dec_percent(struct dec *, const struct dec *part, const struct dec *whole, unsigned decimals);
/* Rounded half to even to at most `decimals` digits behind the point. Cannot fail. */
struct dec dec_round(const struct dec *, unsigned decimals);
/* -1, 0 or 1; exact whatever the scales. */
int dec_cmp(const struct dec *, const struct dec *);
static inline bool
dec_zero(const struct dec *d)
{
	return wide_zero(d->coefficient);
}
/* How part compares with `percent` per cent of whole, exactly: -1, 0 or 1. */
int dec_cmp_share(const struct dec *part, const struct dec *whole, const struct dec *percent);

/* Plain notation without trailing zeros: "41.007531648", "-0.5", "0". Returns the length; no NUL. */
size_t dec_format(const struct dec *, char [static DEC_MAX]);
/* The same, with the digits of the scale kept: "24.40". */
size_t dec_format_fixed(const struct dec *, char [static DEC_MAX]);

#endif
