/* date: days as the sources write them, and as ISO 8601 has them. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>
#include "digits.h"
#include "str.h"

#define DATE_MAX 10 /* bytes of "2020-06-30" */

/*
 * Reads a date: "30-JUN-2020", "1 March 2015", "1er mars 2015", "March 1, 2015", "2020-06-30", with or without a time behind
 * it ("2020-06-30T00:00:00Z"), in English or French; also the month or year alone of ISO 8601 ("2020-06", "2020"). Writes it
 * as ISO 8601 and returns its length; 0 for anything else, above all for a day that does not exist and for "03/04/2020",
 * which has two readings.
 */
size_t date_iso(struct str text, char iso[static DATE_MAX]);

/* Whether the text is what most dates of ours are: a year, four digits of which the first is not 0. */
static inline bool
date_is_year(struct str text)
{
	return text.n == 4 && text.s[0] != '0' && !digits_wrong(digits_load4(text.s) ^ 0x30303030);
}

/*
 * The same of what most dates are, and nothing else: a day as ISO 8601 has it, or one with midnight behind it,
 * "2020-06-30T00:00:00Z". How many bytes at the beginning of the text the day has; 0: something else, for date_iso().
 */
size_t date_plain(struct str text);

#endif
