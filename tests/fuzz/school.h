/*
 * school: a second implementation of what lib/decimal.h promises, for its fuzz target: digits in arrays and the arithmetic of a
 * school. It shares nothing with lib but the limits, and is in no hurry.
 */
#ifndef SCHOOL_H
#define SCHOOL_H

#include <stdbool.h>
#include <stddef.h>
#include "decimal.h"

#define SCHOOL_DIGITS 8192 /* of a number: what the longest input can have, and some more */

/* A whole number, the first digit not 0; 0 has no digits. */
struct whole {
	size_t n;
	unsigned char d[SCHOOL_DIGITS];
};

/* w × 10^-scale; not -0 */
struct number {
	struct whole w;
	long scale;
	bool negative;
};

/* One more digit at the end; so many zeros. */
void school_push(struct whole *, unsigned digit);
void school_zeros(struct whole *, long n);
int school_compare(const struct whole *, const struct whole *);
/* a + b, or a - b where sign is -1 and b <= a. *to is neither. */
void school_combine(struct whole *to, const struct whole *a, const struct whole *b, int sign);
/* a ÷ b digit by digit, rounded half to even; b is not 0. */
void school_divide(struct whole *q, const struct whole *a, const struct whole *b);
/* Makes it what a struct dec holds of it. False: that cannot be. */
bool school_fit(struct number *);
/* The text with all digits of the scale; `brief`: without zeros at the end of the fraction. It lasts for some calls. */
struct str school_text(const struct number *, bool brief);
/* dec_parse() */
enum dec_parse school_parse(struct number *, struct str text, size_t significant);

#endif
