#include "str.h"

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n ? memcmp(a.s, b.s, n) : 0;

	return d ? d : (a.n > b.n) - (a.n < b.n);
}

size_t
str_blank_bytes(struct str a)
{
	static const struct str wide[] = {STR("\xC2\xA0"), STR("\xE2\x80\x87"), STR("\xE2\x80\x89"), STR("\xE2\x80\xAF"),
	                                  STR("\xEF\xBB\xBF")};

	if (a.n == 0)
		return 0;
	if (a.s[0] == ' ' || a.s[0] == '\t' || a.s[0] == '\r' || a.s[0] == '\n')
		return 1;
	if (a.s[0] == '\xC2' || a.s[0] == '\xE2' || a.s[0] == '\xEF') {
		for (size_t i = 0; i < countof(wide); i++)
			if (str_starts(a, wide[i]))
				return wide[i].n;
	}
	return 0;
}

/* How many bytes the blank at the end has. */
static size_t
blank_before(struct str a)
{
	for (size_t n = 1; n <= 3 && n <= a.n; n++)
		if (str_blank(str_skip(a, a.n - n)) == n)
			return n;
	return 0;
}

struct str
str_trim_blanks(struct str a)
{
	size_t n;

	if (a.n == 0)
		return a;

	while ((n = str_blank(a)) > 0)
		a = str_skip(a, n);
	while ((n = blank_before(a)) > 0)
		a.n -= n;
	return a;
}

size_t
str_digits(struct str a)
{
	size_t n = 0;

	while (n < a.n && a.s[n] >= '0' && a.s[n] <= '9')
		n++;
	return n;
}

bool
str_split(struct str *rest, char by, struct str *part)
{
	const char *p;

	if (rest->s == NULL)
		return false;
	p = rest->n ? memchr(rest->s, by, rest->n) : NULL;
	if (p == NULL) {
		*part = *rest;
		*rest = (struct str){NULL, 0};
		return true;
	}
	*part = (struct str){rest->s, (size_t)(p - rest->s)};
	*rest = str_skip(*rest, part->n + 1);
	return true;
}

/* The lower case of a character of U+00C0 to U+017F; of any other, the character. */
static unsigned
lower(unsigned c)
{
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	if ((c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177))
		return c | 1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c + (c & 1);
	return c == 0x178 ? 0xFF : c;
}

/*
 * How many bytes of punctuation that is not ASCII stand at the beginning: U+0080 to U+00BF but for the signs of currencies in
 * it, U+2000 to U+206F, U+FEFF.
 */
static size_t
punctuation(struct str a)
{
	unsigned char b0 = (unsigned char)a.s[0], b1 = a.n > 1 ? (unsigned char)a.s[1] : 0;
	unsigned char b2 = a.n > 2 ? (unsigned char)a.s[2] : 0;

	if (b0 == 0xC2 && !(b1 >= 0xA2 && b1 <= 0xA5))
		return a.n > 1 ? 2 : 1;
	if (a.n > 2 && ((b0 == 0xE2 && (b1 == 0x80 || (b1 == 0x81 && b2 < 0xB0))) || (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF)))
		return 3;
	return 0;
}

/* What an ASCII character is in a key; NUL: it is not in it. */
static const char folded[128] = {
	['#'] = '#', ['%'] = '%', ['+'] = '+', ['['] = '[', [']'] = ']', ['{'] = '{', ['}'] = '}',
	['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
	['9'] = '9',
	['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i',
	['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
	['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
	['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',
	['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
	['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Folds the character at the beginning of a, no ASCII, into out: how many bytes it took, and through *n how many it gave. */
static size_t
fold_wide(struct str a, char out[static 2], size_t *n)
{
	unsigned char c = (unsigned char)a.s[0];
	unsigned u;
	size_t skip;

	*n = 1;
	out[0] = a.s[0];
	if ((skip = punctuation(a)) > 0) {
		*n = 0;
		return skip;
	}
	if (c >= 0xC3 && c <= 0xC5 && a.n > 1) {
		u = lower((c & 0x1Fu) << 6 | ((unsigned char)a.s[1] & 0x3Fu));
		out[0] = (char)(0xC0 | u >> 6);
		out[1] = (char)(0x80 | (u & 0x3F));
		*n = 2;
		return 2;
	}
	return 1;
}

/* The same of any character. */
static inline size_t
fold_one(struct str a, char out[static 2], size_t *n)
{
	unsigned char c = (unsigned char)a.s[0];

	if (c >= sizeof folded)
		return fold_wide(a, out, n);
	out[0] = folded[c];
	*n = out[0] != '\0';
	return 1;
}

size_t
str_fold(struct str name, char *key, size_t cap)
{
	char out[2];
	size_t n, length = 0;

	while (name.n > 0) {
		name = str_skip(name, fold_one(name, out, &n));
		for (size_t i = 0; i < n; i++, length++)
			if (length < cap)
				key[length] = out[i];
	}
	return length;
}

bool
str_folds_to(struct str name, struct str key)
{
	char out[2];
	size_t n;

	while (name.n > 0) {
		name = str_skip(name, fold_one(name, out, &n));
		for (size_t i = 0; i < n; i++, key = str_skip(key, 1))
			if (key.n == 0 || key.s[0] != out[i])
				return false;
	}
	return key.n == 0;
}
