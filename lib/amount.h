/*
 * amount: a figure of a source, as its text or as a number. Where the text that dec_format() would make of the number can be
 * cut out of it, that is kept, and read as a number only for who calculates: most figures are just handed through.
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <stdbool.h>
#include "decimal.h"

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

/*
 * Makes it known by a text of at most 16 bytes that dec_format() would give, or that has zeros at the end of its fraction
 * more, which go. False, and untouched: it is something else.
 */
bool amount_take(struct amount *, struct str text);

/* The same of a text behind which 16 bytes more may be read. No branch for how many digits there are. */
bool amount_take_padded(struct amount *, struct str text);

/*
 * The same by the text of a number with the noise of a double: what dec_format() gives of dec_parse() with DOUBLE_DIGITS is
 * kept, "70.508304" for "70.508304000000008". False, and untouched: that takes more than to cut it, or it is something else.
 */
bool amount_take_noisy(struct amount *, struct str text);

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
