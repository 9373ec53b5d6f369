/* str: a piece of text that somebody else owns, and the few things one does with it. */
#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define countof(a) (sizeof(a) / sizeof((a)[0]))

/* n bytes of UTF-8, not ended by NUL; may hold NUL. Borrowed: it lasts as long as its owner says. */
struct str {
	const char *s;
	size_t n;
};

/* A question about a piece of text, above all: whether a column name means anything to the programs. */
typedef bool str_test(struct str);

/* A string literal as a str. */
#define S(literal) ((struct str){(literal), sizeof(literal) - 1})

/* The same where C wants a constant: in static tables. */
#define STR(literal) {(literal), sizeof(literal) - 1}

/* The bytes of a C string. */
static inline struct str
str_of(const char *s)
{
	return (struct str){s, strlen(s)};
}

/* Whether the eight bytes, or four, or two, at a are those at b. Compilers make one load of each. */
static inline bool
str_eq8(const char *a, const char *b)
{
	uint64_t x, y;

	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return x == y;
}

static inline bool
str_eq4(const char *a, const char *b)
{
	uint32_t x, y;

	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return x == y;
}

static inline bool
str_eq2(const char *a, const char *b)
{
	uint16_t x, y;

	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return x == y;
}

static inline bool
str_eq(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	if (a.n > 16)
		return memcmp(a.s, b.s, a.n) == 0;
	if (a.n >= 8)
		return str_eq8(a.s, b.s) && str_eq8(a.s + a.n - 8, b.s + a.n - 8);
	if (a.n >= 4)
		return str_eq4(a.s, b.s) && str_eq4(a.s + a.n - 4, b.s + a.n - 4);
	return a.n == 0 || (a.s[0] == b.s[0] && a.s[a.n / 2] == b.s[a.n / 2] && a.s[a.n - 1] == b.s[a.n - 1]);
}

/* Everything behind the first n bytes. */
static inline struct str
str_skip(struct str a, size_t n)
{
	return (struct str){a.s + n, a.n - n};
}

/* Whether a begins with prefix, byte for byte. */
static inline bool
str_starts(struct str a, struct str prefix)
{
	return a.n >= prefix.n && memcmp(a.s, prefix.s, prefix.n) == 0;
}

/* Bytewise order, as memcmp has it; the shorter first. */
int str_cmp(struct str a, struct str b);

/* The lower case of an ASCII letter; any other byte as it is. */
static inline char
str_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Whether a byte is ASCII and no blank: most are. */
static inline bool
str_is_visible(char c)
{
	return (signed char)c > 0x20;
}

/* str_blank() and str_trim() without their short cuts. */
size_t str_blank_bytes(struct str);
struct str str_trim_blanks(struct str);

/* How many bytes the blank at the beginning has (see str_trim); 0 where none stands. */
static inline size_t
str_blank(struct str a)
{
	return a.n == 0 || str_is_visible(a.s[0]) ? 0 : str_blank_bytes(a);
}

/* Without blanks at both ends: space, tab, CR, LF, U+00A0, U+2007, U+2009, U+202F, and U+FEFF. */
static inline struct str
str_trim(struct str a)
{
	return a.n > 0 && str_is_visible(a.s[0]) && str_is_visible(a.s[a.n - 1]) ? a : str_trim_blanks(a);
}

/* Whether str_trim() has nothing to take away. No, too, where that is not clear: the text begins or ends with no ASCII. */
static inline bool
str_is_trim(struct str a)
{
	return a.n == 0 || (str_is_visible(a.s[0]) && str_is_visible(a.s[a.n - 1]));
}

/* How many digits stand at the beginning. */
size_t str_digits(struct str);

/* Takes the text before the next byte `by` out of *rest; false if nothing is left. "a,,b" has three parts, "" an empty one. */
bool str_split(struct str *rest, char by, struct str *part);

/*
 * The key under which the vocabularies hold a name: two names have the same one if they differ only in case, blanks and
 * punctuation ("Asylum-seekers", "asylum_seekers", "ASYLUM SEEKERS"). Letters and digits stay, in lower case (ASCII, Latin-1
 * and Latin Extended-A); accents stay; so do the `#` and `+` of a HXL tag, the brackets []{} of JSON, and what makes another
 * measure of it, `%` and the signs of currencies but for `$`. Writes at most cap bytes to key and returns how many the key has:
 * it is complete if that is <= cap.
 */
size_t str_fold(struct str name, char *key, size_t cap);

/* Whether name has that key. */
bool str_folds_to(struct str name, struct str key);

#endif
