#include "entity.h"

#define LONGEST 32 /* bytes of a name; "CounterClockwiseContourIntegral;" has them */

struct entity {
	char name[LONGEST + 1], text[ENTITY_MAX];
};

static const struct entity entities[] = {
#define E(name, text) {name, u8##text},
#include "entity.tbl"
#undef E
};

/* The characters of windows-1252 for the numbers from 0x80 on; 0 where it has none. */
static const unsigned short windows[0x20] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The value of a digit, decimal or hexadecimal; 16 where the byte is none. */
static unsigned
digit(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (unsigned)(c - 'a') + 10;
	if (c >= 'A' && c <= 'F')
		return (unsigned)(c - 'A') + 10;
	return 16;
}

/* The character that a number stands for in HTML. */
static unsigned
character(unsigned number)
{
	if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
		return 0xFFFD;
	if (number >= 0x80 && number < 0x80 + countof(windows) && windows[number - 0x80])
		return windows[number - 0x80];
	return number;
}

/* Writes a character as UTF-8: how many bytes it has. */
static size_t
encode(unsigned c, char out[static ENTITY_MAX])
{
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};

	for (size_t i = n; --i > 0; c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3F));
	out[0] = (char)(lead[n] | c);
	return n;
}

/* A reference by number, text being what follows "&#". */
static size_t
by_number(struct str text, char out[static ENTITY_MAX], size_t *n)
{
	unsigned base = text.n > 0 && (text.s[0] | 0x20) == 'x' ? 16 : 10, number = 0, d;
	size_t start = base == 16, i = start;

	for (; i < text.n && (d = digit(text.s[i])) < base; i++)
		if (number <= 0x10FFFF) /* a larger one is none, whatever follows */
			number = number * base + d;
	if (i == start)
		return 0;
	*n = encode(character(number), out);
	return 2 + i + (i < text.n && text.s[i] == ';');
}

/* Among the entries from lo to hi, alike before byte i: the first whose byte i is not below c. */
static size_t
bound(size_t lo, size_t hi, size_t i, unsigned c)
{
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if ((unsigned char)entities[mid].name[i] < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The longest name that text begins with, and its length; NULL where none does. */
static const struct entity *
longest(struct str text, size_t *length)
{
	const struct entity *found = NULL;
	size_t lo = 0, hi = countof(entities);

	for (size_t i = 0; i < text.n && i < LONGEST && text.s[i] != '\0'; i++) {
		unsigned c = (unsigned char)text.s[i];

		lo = bound(lo, hi, i, c);
		hi = bound(lo, hi, i, c + 1);
		if (lo == hi)
			break;
		if (entities[lo].name[i + 1] == '\0') {
			found = &entities[lo];
			*length = i + 1;
		}
	}
	return found;
}

/* A reference by name, text being what follows '&'. */
static size_t
by_name(struct str text, bool attribute, char out[static ENTITY_MAX], size_t *n)
{
	size_t length = 0;
	const struct entity *found = longest(text, &length);

	if (found == NULL)
		return 0;
	if (attribute && text.s[length - 1] != ';' && length < text.n && (text.s[length] == '=' || is_alnum(text.s[length])))
		return 0;
	*n = strlen(found->text);
	memcpy(out, found->text, *n);
	return 1 + length;
}

size_t
entity_decode(struct str text, bool attribute, char out[static ENTITY_MAX], size_t *n)
{
	if (!str_starts(text, S("&")))
		return 0;
	if (str_starts(text, S("&#")))
		return by_number(str_skip(text, 2), out, n);
	return by_name(str_skip(text, 1), attribute, out, n);
}
