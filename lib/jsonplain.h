/*
 * jsonplain: single values of JSON where they stand in the window, if they are plain: strings without escapes, usual numbers.
 *
 * All of it may read a little behind the end, less than SOURCE_PAD bytes: who calls looks whether a value ends before it.
 */
#ifndef JSONPLAIN_H
#define JSONPLAIN_H

#include <string.h>
#include "cell.h"
#include "json.h"
#include "scan.h"

/* The end of the string whose first byte behind the quote is at p; NULL where it is not plain, or not all there. */
static inline const char *
jsonplain_string_end(const char *p, const char *end)
{
	unsigned stop;

	while (!(stop = scan_string(p)))
		if ((p += SCAN_SHORT) >= end)
			return NULL;
	p += scan_first(stop);
	return *p == '"' ? p : NULL;
}

/* The end of the number at p; NULL where none stands there. What stands behind it is for the next edge to tell. */
static inline const char *
jsonplain_number_end(const char *p, const char *end)
{
	const char *q = p + (*p == '-');
	uint64_t others = ~(uint64_t)scan_digits(q);
	unsigned whole = scan_first(others), n = whole;

	if (q[n] == '.') {
		others &= others - 1;
		n = scan_first(others);
		if (n == SCAN_SHORT)
			n += scan_first(~(uint64_t)scan_digits(q + n));
	}
	/* what is unusual, for others to judge: no digit where one must be, a zero before others, an exponent, very many digits */
	if (whole == 0 || whole >= SCAN_SHORT || n == whole + 1 || n >= 2 * SCAN_SHORT || (*q == '0' && whole > 1)
	    || (q[n] | 0x20) == 'e')
		return p < end ? json_number_end(p, end) : NULL;
	return q + n;
}

/* Takes the single value at p: where it ends, or NULL where none stands there that is plain. */
static inline const char *
jsonplain_value(const char *p, const char *end, struct cell *cell)
{
	const char *behind;

	if (*p == '"') {
		behind = jsonplain_string_end(p + 1, end);
		if (!behind)
			return NULL;
		cell->text = (struct str){p + 1, (size_t)(behind - p - 1)};
		/* without a text, both are quotes */
		if (!str_is_visible(p[1]) || !str_is_visible(behind[-1]))
			cell->text = str_trim(cell->text);
		cell->kind = CELL_TEXT;
		return behind + 1;
	}
	if ((*p >= '0' && *p <= '9') || *p == '-') {
		behind = jsonplain_number_end(p, end);
		if (!behind)
			return NULL;
		cell->text = (struct str){p, (size_t)(behind - p)};
		cell->kind = CELL_NUMBER;
		return behind;
	}
	if (memcmp(p, "null", 4) == 0) {
		cell->text = S("");
		cell->kind = CELL_NULL;
		return p + 4;
	}
	cell->kind = CELL_OTHER;
	cell->text = (struct str){p, *p == 't' ? 4 : 5};
	return memcmp(p, *p == 't' ? "true" : "false", cell->text.n) == 0 ? p + cell->text.n : NULL;
}

#endif
