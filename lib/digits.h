/*
 * digits: eight digits at once, as a number and as text. A word holds eight bytes of text, the first one in its lowest byte
 * whatever the machine; what does not belong to the text is zero. Nothing is read outside of the text.
 */
#ifndef DIGITS_H
#define DIGITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "str.h"

#define DIGITS_ZEROS UINT64_C(0x3030303030303030) /* "00000000" */
#define DIGITS_EIGHT UINT64_C(100000000)         /* what has eight digits at most is below it */
#define DIGITS_EACH UINT64_C(0x0101010101010101)

/* Two, four and eight bytes of text. Compilers make one load of each. */
static inline uint64_t
digits_load2(const char *s)
{
	return (uint64_t)(unsigned char)s[0] | (uint64_t)(unsigned char)s[1] << 8;
}

static inline uint64_t
digits_load4(const char *s)
{
	return (uint64_t)(unsigned char)s[0] | (uint64_t)(unsigned char)s[1] << 8 | (uint64_t)(unsigned char)s[2] << 16
	       | (uint64_t)(unsigned char)s[3] << 24;
}

static inline uint64_t
digits_load8(const char *s)
{
	return (uint64_t)(unsigned char)s[0] | (uint64_t)(unsigned char)s[1] << 8 | (uint64_t)(unsigned char)s[2] << 16
	       | (uint64_t)(unsigned char)s[3] << 24 | (uint64_t)(unsigned char)s[4] << 32 | (uint64_t)(unsigned char)s[5] << 40
	       | (uint64_t)(unsigned char)s[6] << 48 | (uint64_t)(unsigned char)s[7] << 56;
}

static inline void
digits_store8(char *to, uint64_t word)
{
	to[0] = (char)word;
	to[1] = (char)(word >> 8);
	to[2] = (char)(word >> 16);
	to[3] = (char)(word >> 24);
	to[4] = (char)(word >> 32);
	to[5] = (char)(word >> 40);
	to[6] = (char)(word >> 48);
	to[7] = (char)(word >> 56);
}

static inline void
digits_store4(char *to, unsigned word)
{
	to[0] = (char)word;
	to[1] = (char)(word >> 8);
	to[2] = (char)(word >> 16);
	to[3] = (char)(word >> 24);
}

/* The first eight bytes of a text, or all there are. */
static inline uint64_t
digits_head(struct str text)
{
	size_t n = text.n;

	if (n >= 8)
		return digits_load8(text.s);
	if (n >= 4)
		return digits_load4(text.s) | digits_load4(text.s + n - 4) << (8 * (n - 4));
	if (n >= 2)
		return digits_load2(text.s) | digits_load2(text.s + n - 2) << (8 * (n - 2));
	return n ? (unsigned char)text.s[0] : 0;
}

/* The last eight bytes of a text; of a shorter one all, moved to the end of the word. */
static inline uint64_t
digits_tail(struct str text)
{
	return text.n >= 8 ? digits_load8(text.s + text.n - 8) : text.n ? digits_head(text) << (64 - 8 * text.n) : 0;
}

/* The number (0 to 7) of the first byte that is not zero, and of the last one; the word is not 0. */
static inline unsigned
digits_first(uint64_t word)
{
#if defined __GNUC__
	return (unsigned)__builtin_ctzll(word) >> 3;
#else
	unsigned i = 0;

	while (!(word >> 8 * i & 0xFF))
		i++;
	return i;
#endif
}

static inline unsigned
digits_last(uint64_t word)
{
#if defined __GNUC__
	return 7 - ((unsigned)__builtin_clzll(word) >> 3);
#else
	unsigned i = 7;

	while (!(word >> 8 * i & 0xFF))
		i--;
	return i;
#endif
}

/* The bytes of a word that are c, as 0x80 in their place, right up to the first one; 0 where there is none. */
static inline uint64_t
digits_find(uint64_t word, char c)
{
	uint64_t x = word ^ DIGITS_EACH * (unsigned char)c;

	return (x - DIGITS_EACH) & ~x & 0x80 * DIGITS_EACH;
}

/* The bytes of a text that are no digits, as 0x80 in their place, right up to the first one. The last byte counts as none. */
static inline uint64_t
digits_others(uint64_t text)
{
	return ((text + 0x46 * DIGITS_EACH) | (0xAF * DIGITS_EACH - text) | UINT64_C(1) << 63) & 0x80 * DIGITS_EACH;
}

/* The last n (1 to 8) bytes of a word as values of digits, zero before them: what digits_wrong() looks at. */
static inline uint64_t
digits_end(uint64_t word, size_t n)
{
	return (word ^ DIGITS_ZEROS) >> (64 - 8 * n) << (64 - 8 * n);
}

/* The first n (1 to 8) bytes, moved to the end. */
static inline uint64_t
digits_begin(uint64_t word, size_t n)
{
	return (word ^ DIGITS_ZEROS) << (64 - 8 * n);
}

/* Zero only if all eight are values of digits, 0 to 9. */
static inline uint64_t
digits_wrong(uint64_t values)
{
	return ((values + 0x76 * DIGITS_EACH) | values) & 0x80 * DIGITS_EACH;
}

/* The number that eight values are. */
static inline uint64_t
digits_number(uint64_t values)
{
	values = (values * 10 + (values >> 8)) & UINT64_C(0x00FF00FF00FF00FF);
	values = (values * 100 + (values >> 16)) & UINT64_C(0x0000FFFF0000FFFF);
	return (values * 10000 + (values >> 32)) & UINT64_C(0xFFFFFFFF);
}

/* The two values of each of four numbers below 100, which stand in 16 bits each. */
static inline uint64_t
digits_twos(uint64_t twos)
{
	uint64_t tens = twos * 103 >> 10 & UINT64_C(0x000F000F000F000F);

	return tens | (twos - tens * 10) << 8;
}

/* The four values of each of two numbers below 10,000, which stand in 32 bits each. */
static inline uint64_t
digits_fours(uint64_t fours)
{
	uint64_t hundreds = fours * 10486 >> 20 & UINT64_C(0x0000007F0000007F);

	return digits_twos(hundreds | (fours - hundreds * 100) << 16);
}

/* The eight values of a number below 100,000,000, zeros in front. */
static inline uint64_t
digits_values(uint64_t number)
{
	return digits_fours(number / 10000 | number % 10000 << 32);
}

/* A number below 100,000,000 without zeros in front; where it ends. Up to 8 bytes are written. */
static inline char *
digits_put(char *to, uint64_t number)
{
	uint64_t word = digits_values(number);
	unsigned zeros = digits_first(word | UINT64_C(1) << 56);

	digits_store8(to, (word | DIGITS_ZEROS) >> 8 * zeros);
	return to + (8 - zeros);
}

#endif
