/*
 * donor: what country a donor's name belongs to, and what kind of donor it is, as IATI and OCHA's FTS write them.
 *
 * Names are compared as str_fold() makes them, and never by likeness: a name that only holds a country's ("Bank of Ireland")
 * has no code. The kind that a name tells is for sources that do not classify their donors.
 */
#ifndef DONOR_H
#define DONOR_H

#include "str.h"

enum donor_type { DONOR_UNKNOWN, DONOR_GOVERNMENT, DONOR_PRIVATE, DONOR_MULTILATERAL, DONOR_OTHER, DONOR_TYPES };

/* Our word for it; empty for DONOR_UNKNOWN. */
const char *donor_type_name(enum donor_type);
/*
 * The type of a word: ours, a code of IATI's OrganisationType, a word of FTS. Several, with ',' or '|' between them, have the
 * type that all of them have, else DONOR_UNKNOWN. DONOR_TYPES if a word is unknown.
 */
enum donor_type donor_type_of(struct str words);

/*
 * What a donor's name tells. The ISO 3166-1 alpha-3 code of the country in it ("Canada, Government of", "Private donors in
 * Bermuda", "Sida"), static; empty where there is none. A code does not tell that the donor is the country's government. And
 * what kind of donor has that name; DONOR_UNKNOWN where the name does not tell for certain.
 */
void donor_find(struct str name, struct str *iso3, enum donor_type *);

#endif
