/*
 * jsonplain: single values of JSON where they stand in the window, if they are plain: strings without escapes, usual numbers.
 *
 * All of it may read a little behind the end, less than SOURCE_PAD bytes: who calls looks whether a value ends before it.
 */
#ifndef JSONPLAIN_H
#define JSONPLAIN_H

#include <string.h>
#include "cell.h"
#include "digits.h"
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

/* Takes the string whose first byte behind the quote is at p: where it ends, quote included, or NULL. */
static inline const char *
jsonplain_text(const char *p, const char *end, struct cell *cell)
{
	const char *behind = jsonplain_string_end(p, end);

	if (!behind)
		return NULL;
	cell->text = (struct str){p, (size_t)(behind - p)};
	cell->kind = CELL_TEXT;
	/* without a text, both are quotes */
	if (!str_is_visible(p[0]) || !str_is_visible(behind[-1]))
		cell->text = str_trim(cell->text);
	return behind + 1;
}

/*
 * The same, and takes note of commas in it: *bare stays true only if the text may stand in CSV as it is. It is trimmed, and has
 * no quotes and no line ends, or it would not be plain.
 */
static inline const char *
jsonplain_bare_text(const char *p, const char *end, struct cell *cell, bool *bare)
{
	static const char comma[4] = {',', ',', ',', ','};
	const char *behind = p;
	uint64_t commas = 0;
	unsigned stop;

	for (;; behind += SCAN_SHORT) {
		if (behind >= end)
			return NULL;
		stop = scan_string(behind);
		commas |= scan_any16(behind, comma) & (uint64_t)((stop & -stop) - 1);
		if (stop)
			break;
	}
	behind += scan_first(stop);
	if (*behind != '"')
		return NULL;
	cell->text = (struct str){p, (size_t)(behind - p)};
	cell->kind = CELL_TEXT;
	/* without a text, both are quotes */
	if (!str_is_visible(p[0]) || !str_is_visible(behind[-1]))
		cell->text = str_trim(cell->text);
	*bare &= commas == 0;
	return behind + 1;
}

/*
 * Takes the string at p, if it is a word (see scan_word()) of that length, which is given as a mask as well, a bit for each
 * byte: where it ends, or NULL.
 */
static inline const char *
jsonplain_word(const char *p, unsigned length, unsigned word, struct cell *cell)
{
	if (*p != '"' || p[length + 1] != '"' || (scan_word(p + 1) & word) != word)
		return NULL;
	cell->text = (struct str){p + 1, length};
	cell->kind = CELL_TEXT;
	return p + length + 2;
}

/* Takes that string of one character, if it stands at p, quotes and all: where it ends, or NULL. */
static inline const char *
jsonplain_character(const char *p, const char string[static 3], struct cell *cell)
{
	if (memcmp(p, string, 3) != 0)
		return NULL;
	cell->text = (struct str){p + 1, 1};
	cell->kind = CELL_TEXT;
	return p + 3;
}

/* How many bytes a whole number may have that begins with this one, a quote included: no digit follows a zero. */
static const unsigned char jsonplain_longest[256] = {
	['"'] = 7, ['0'] = 1, ['1'] = 7, 7, 7, 7, 7, 7, 7, 7, 7,
};

/* What may stand behind it, as bits: 1, or 2 if it has quotes around it. */
static const unsigned char jsonplain_closes[256] = {
	['"'] = 2, [','] = 1, ['}'] = 1, [']'] = 1, [' '] = 1, ['\t'] = 1, ['\r'] = 1, ['\n'] = 1,
};

/*
 * Takes a whole number of up to seven digits (six with quotes around it): where it ends, or NULL. There is no branch for the
 * quotes nor for how many digits there are, for that is what nobody can foresee.
 */
static inline const char *
jsonplain_figure(const char *p, struct cell *cell)
{
	const uint64_t text = digits_load8(p);
	const unsigned char first = (unsigned char)*p;
	const unsigned quoted = first == '"';
	const char *from = p + quoted;
	const size_t n = digits_first(digits_others(text) & ~UINT64_C(0xFF));

	_Static_assert(CELL_TEXT == 0 && CELL_NUMBER == 1, "whether there are no quotes");
	cell->text = (struct str){from, n - quoted};
	cell->kind = (enum cell_kind)(quoted ^ 1);
	if (n > jsonplain_longest[first] || !(jsonplain_closes[(unsigned char)p[n]] >> quoted & 1))
		return NULL;
	return from + n;
}

/* Takes the single value at p: where it ends, or NULL where none stands there that is plain. */
static inline const char *
jsonplain_value(const char *p, const char *end, struct cell *cell)
{
	const char *behind;

	if (*p == '"')
		return jsonplain_text(p + 1, end, cell);
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
