/* scan_bits: what is asked of a mask of bytes, bit i for byte i, whatever made it. See scan.h. */
#ifndef SCAN_BITS_H
#define SCAN_BITS_H

#include <stdint.h>

#define SCAN_BLOCK 64

/* The mask without what lies behind n bytes; of a mask of 16 bytes, too. */
static inline uint64_t
scan_within(uint64_t mask, size_t n)
{
	return n < SCAN_BLOCK ? mask & ((UINT64_C(1) << n) - 1) : mask;
}

/* The first byte of a mask that is not empty. */
static inline unsigned
scan_first(uint64_t mask)
{
	unsigned i = 0;

#if defined __GNUC__
	i = (unsigned)__builtin_ctzll(mask);
#else
	while (!(mask >> i & 1))
		i++;
#endif
	return i;
}

/* The last one. */
static inline unsigned
scan_last(uint64_t mask)
{
	unsigned i = SCAN_BLOCK - 1;

#if defined __GNUC__
	i -= (unsigned)__builtin_clzll(mask);
#else
	while (!(mask >> i & 1))
		i--;
#endif
	return i;
}

/* How many there are: in steps, for not every processor has an instruction for that. */
static inline unsigned
scan_count(uint64_t mask)
{
	mask -= mask >> 1 & UINT64_C(0x5555555555555555);
	mask = (mask & UINT64_C(0x3333333333333333)) + (mask >> 2 & UINT64_C(0x3333333333333333));
	return (unsigned)(((mask + (mask >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F)) * UINT64_C(0x0101010101010101) >> 56);
}

#endif
