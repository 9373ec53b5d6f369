/*
 * decimal_inner: what decimal.c (arithmetic) and decimal_text.c (from text and to it) share.
 *
 * Most numbers are below 10^18: one word holds them, and what is worked out of two of them. Short cuts for those stand beside
 * the ways that take any number, and give the same.
 */
#ifndef DECIMAL_INNER_H
#define DECIMAL_INNER_H

#include <stdbool.h>
#include <stdint.h>
#include "decimal.h"

#define SMALL_DIGITS 18 /* that many digits and a sum of two such numbers fit in 64 bits */

/* 10^0 to 10^19 */
extern const uint64_t dec_power[20];

/* A number below 10^SMALL_DIGITS; *c is its coefficient. */
static inline bool
is_small(const struct dec *d, uint64_t *c)
{
	*c = wide_low(d->coefficient);
	return wide_high(d->coefficient) == 0 && *c < dec_power[SMALL_DIGITS];
}

/* Whether it has at most DEC_DIGITS digits. */
static inline bool
fits(struct wide c)
{
	_Static_assert(DEC_DIGITS == 36, "the limit is 10^DEC_DIGITS");
	return wide_cmp(c, wide_make(0x00c097ce7bc90715, 0xb34b9f1000000000)) < 0;
}

/* c ÷ 10, only where that leaves no rest. */
static inline bool
lower(struct wide *c)
{
	uint32_t rest;
	struct wide q = wide_div(*c, 10, &rest);

	if (rest == 0)
		*c = q;
	return rest == 0;
}

/* Whether half to even rounds a quotient up; half compares the rest with one half. */
static inline bool
rounds_up(struct wide quotient, int half)
{
	return half > 0 || (half == 0 && wide_odd(quotient));
}

/* c × 10^power */
struct wide dec_scaled(struct wide c, unsigned power);
/* c ÷ 10^n for n > 0, rounded half to even; sticky says that something but 0 stands behind the last digit of c. */
struct wide dec_drop(struct wide c, unsigned n, bool sticky);
/*
 * Makes c × 10^-scale a number, c < 10^37. Zeros at the end of the fraction go where they are too many; everything else that
 * does not fit is refused.
 */
bool dec_settle(struct dec *, struct wide c, long long scale, bool negative);
/* The digits of c, "0" for none; returns how many. */
unsigned dec_digits(struct wide c, char out[static DEC_DIGITS]);

#endif
