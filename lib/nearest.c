#include "nearest.h"

#define LONGEST 40 /* bytes of a word that is compared */

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The distance of two words of at most LONGEST bytes: row by row of the usual table, of which three are enough. */
static size_t
distance(struct str a, struct str b)
{
	size_t rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b.n; j++)
		above[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t *next = before;

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			char x = str_lower(a.s[i - 1]), y = str_lower(b.s[j - 1]);

			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == str_lower(b.s[j - 2]) && y == str_lower(a.s[i - 2]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		before = above;
		above = row;
		row = next;
	}
	return above[b.n];
}

void
nearest_open(struct nearest *near, struct str given)
{
	*near = (struct nearest){.given = given, .distance = 1 + given.n / 4};
}

void
nearest_try(struct nearest *near, struct str word)
{
	size_t far;

	if (near->given.n == 0 || near->given.n > LONGEST || word.n > LONGEST)
		return;
	far = distance(near->given, word);
	if (far > near->distance || far >= word.n || far >= near->given.n)
		return;
	for (size_t i = 0; i < near->n && i < NEAREST_WORDS; i++)
		if (str_eq(near->word[i], word))
			return;
	if (far < near->distance)
		near->n = 0;
	near->distance = far;
	if (near->n < NEAREST_WORDS)
		near->word[near->n] = word;
	near->n++;
}

void
nearest_say(const struct nearest *near, const char *before, struct buf *to)
{
	if (near->n == 0 || near->n > NEAREST_WORDS)
		return;
	buf_add(to, S("; did you mean "));
	for (size_t i = 0; i < near->n; i++) {
		if (i > 0)
			buf_add(to, i + 1 < near->n ? S(", ") : S(" or "));
		buf_add(to, str_of(before));
		buf_add(to, near->word[i]);
	}
	buf_byte(to, '?');
}
