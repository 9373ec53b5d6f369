/*
 * amount: a figure of a source, as its text or as a number. Where the text is the one that dec_format() would make of the
 * number, the text is kept, and read as a number only for who calculates: most figures are just handed through.
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <stdbool.h>
#include "decimal.h"

#define AMOUNT_TEXT 16

struct amount {
	bool known;
	/* private */
	unsigned char length; /* of the text; 0: it is the number */
	union {
		char text[AMOUNT_TEXT];
		struct dec value;
	};
};

/* Makes it known by a text that dec_format() would give: at most 16 bytes of it. False, and untouched: it is none. */
bool amount_take(struct amount *, struct str text);

/* Makes it known by a number. */
static inline void
amount_set(struct amount *a, const struct dec *value)
{
	a->known = true;
	a->length = 0;
	a->value = *value;
}

/* The number; it has to be known. */
static inline struct dec
amount_value(const struct amount *a)
{
	struct dec value = dec_int(0);

	if (a->length == 0)
		return a->value;
	dec_parse_plain(&value, (struct str){a->text, a->length}, 0);
	return value;
}

#endif
