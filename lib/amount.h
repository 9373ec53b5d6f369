/*
 * amount: a figure of a source, as its text or as a number. Where the text that dec_format() would make of the number can be
 * cut out of it, that is kept, and read as a number only for who calculates: most figures are just handed through.
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <stdbool.h>
#include "decimal.h"
#include "scan.h"

#define AMOUNT_TEXT 24

/* Small, for they are copied: the parts of a struct dec stand where there is room for them. */
struct amount {
	/* private */
	union {
		char text[AMOUNT_TEXT];
		struct wide coefficient;
	};
	unsigned char length; /* of the text; 0: it is the number */
	unsigned char scale;  /* digits behind the point, of either */
	bool negative;
	/* public */
	bool known;
};

/* The last digit that stays: the last one that is not 0, or the last one before the point. */
static inline unsigned
amount_last(const char *s, unsigned digits, unsigned whole)
{
	return scan_last((digits & ~scan_same(s, "0000000000000000")) | 1U << (whole - 1));
}

/* Cuts its text behind the last digit that stays. */
static inline void
amount_cut(struct amount *a, unsigned whole, unsigned last)
{
	a->length = (unsigned char)(last + 1);
	a->scale = (unsigned char)(last - whole + (last < whole));
}

/*
 * Makes it known by a text of at most 16 bytes that dec_format() would give, or that has zeros at the end of its fraction
 * more, which go. False, and untouched: it is something else.
 */
bool amount_take(struct amount *, struct str text);

/* The same of a text behind which 16 bytes more may be read. No branch for how many digits there are. */
static inline bool
amount_take_padded(struct amount *a, struct str text)
{
	unsigned all, digits, point, whole, last;

	if (text.n - 1 >= SCAN_SHORT)
		return false;
	all = (2U << (text.n - 1)) - 1;
	digits = scan_digits(text.s) & all;
	point = digits ^ all;
	whole = scan_first(point | (all + 1));
	if (point && ((point & (point - 1)) || text.s[whole] != '.' || whole - 1 >= 7 || whole + 1 == text.n))
		return false;
	if (text.s[0] == '0' && whole > 1)
		return false;
	last = amount_last(text.s, digits, whole);
	memcpy(a->text, text.s, SCAN_SHORT);
	a->known = true;
	amount_cut(a, whole, last);
	return true;
}

/*
 * The same by the text of a number with the noise of a double: what dec_format() gives of dec_parse() with DOUBLE_DIGITS is
 * kept, "70.508304" for "70.508304000000008". False, and untouched: that takes more than to cut it, or it is something else.
 */
bool amount_take_noisy(struct amount *, struct str text);

/* The same of a number with a negative exponent of two digits, "9.8509e-05", which has no more than DOUBLE_DIGITS digits. */
bool amount_take_tiny(struct amount *, struct str text);

/*
 * The same of a number of JSON that begins at s, where 2 * SCAN_SHORT bytes may be read: how many bytes it has. 0: none stands
 * there that is plain. Not known, and to be taken as a text: more than a cut is needed, or to be looked up. No branch for how
 * many digits there are, but for noise, which few have.
 */
static inline unsigned
amount_read(struct amount *a, const char *s)
{
	unsigned digits = scan_digits(s), whole, n, last;
	uint64_t others = ~(digits | (uint64_t)scan_digits(s + SCAN_SHORT) << SCAN_SHORT);

	n = whole = scan_first(others);
	if (s[whole] == '.')
		n = scan_first(others & (others - 1));
	if (whole - 1 >= SCAN_SHORT - 1 || n >= 2 * SCAN_SHORT || n == whole + 1 || (*s == '0' && whole > 1) || (s[n] | 0x20) == 'e')
		return 0;
	a->known = false;
	if (n > SCAN_SHORT) {
		amount_take_noisy(a, (struct str){s, n});
		return n;
	}
	last = amount_last(s, digits & ((2U << (n - 1)) - 1), whole);
	memcpy(a->text, s, SCAN_SHORT);
	amount_cut(a, whole, last);
	a->known = (whole == n) | (whole <= 7);
	return n;
}

/*
 * Two amounts that are texts as whole numbers of the same unit: what most differences and shares are made of. *scale is 0 where
 * neither has a fraction, and otherwise AMOUNT_SCALE: the unit is 10^-*scale. Both are below 10^15. False: that cannot be, for
 * amount_value().
 */
#define AMOUNT_SCALE 8
bool amount_pair(const struct amount *, const struct amount *, uint64_t number[static 2], unsigned *scale);

/* Makes it known by a number. */
static inline void
amount_set(struct amount *a, const struct dec *value)
{
	_Static_assert(DEC_SCALE <= 255, "a byte holds the scale");
	a->known = true;
	a->length = 0;
	a->coefficient = value->coefficient;
	a->scale = (unsigned char)value->scale;
	a->negative = value->negative;
}

/* The number; it has to be known. */
static inline struct dec
amount_value(const struct amount *a)
{
	struct dec value;

	if (a->length == 0)
		return (struct dec){a->coefficient, a->scale, a->negative};
	value = dec_int(0);
	dec_parse_plain(&value, (struct str){a->text, a->length}, 0);
	return value;
}

#endif
