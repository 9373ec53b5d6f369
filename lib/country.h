/*
 * country: names of countries and territories, and their codes.
 *
 * The names are those of UNHCR, ISO 3166, the UN (UNTERM, M49) and OCHA, short and official, English and French, and historic
 * ones. They are looked up exactly but for case, blanks and punctuation (str_fold), never by likeness and never by UNHCR's own
 * three-letter codes, of which 99 differ from ISO's.
 */
#ifndef COUNTRY_H
#define COUNTRY_H

#include <stdbool.h>
#include "digits.h"
#include "str.h"

/*
 * The ISO 3166-1 alpha-3 code of the name; an empty string where no list has it. An article ("the", "la", "(the)") is ignored.
 * Static.
 */
struct str country_iso3(struct str name);
/* UNHCR's name for a code ("MLI": "Mali"), in whatever case the code is given; an empty string for an unknown code. Static. */
struct str country_name(struct str iso3);
/* Whether a name in the place of a country or an operation says that its row is the sum of others: "Total", "All countries". */
bool country_is_sum(struct str name);
/* False only if country_is_sum() is, of a name without a blank in front: by its first letters, for thousands of rows. */
static inline bool
country_may_be_sum(struct str name)
{
	uint64_t begin;

	if (name.n < 5)
		return false;
	begin = digits_load4(name.s) | 0x20202020;
	return begin == digits_load4("tota") || begin == digits_load4("gran") || begin == digits_load4("all ");
}
/* Calls fn for every code, in alphabetic order, with UNHCR's name. For completion and for tests. */
void country_each(void (*fn)(struct str iso3, struct str name, void *), void *);

#endif
