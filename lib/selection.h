/*
 * selection: which years and which countries are wanted, as the arguments of options tell it: "2015-2019,2021", "MLI,NER".
 */
#ifndef SELECTION_H
#define SELECTION_H

#include <stdbool.h>
#include <stddef.h>
#include "str.h"

/* Years, as ranges. Zero-initialized: all are wanted. What it grows to stays until the program ends. */
struct selection_years {
	struct selection_range {
		unsigned from, to;
	} *range;
	size_t n, cap;
};

/* Codes, in upper case. Zero-initialized: all are wanted, also rows without one. It stays, too. */
struct selection_codes {
	struct str *code;
	size_t n, cap;
};

/* For an option's `set`: adds a list to the struct selection_years, or to the struct selection_codes, at `to`. */
const char *selection_add_years(const char *list, void *to);
const char *selection_add_countries(const char *list, void *to);

/* Whether that year (2019, or a date of it) is wanted; a text that is none is not, if any are. */
bool selection_has_year(const struct selection_years *, struct str year);
/* Whether that code, spelled in upper case, is wanted. */
bool selection_has_code(const struct selection_codes *, struct str code);

#endif
