/*
 * wide: an unsigned number of 128 bits, with the few operations that decimal needs.
 *
 * There are two twins: the compiler's own type, and two halves in plain C11. WIDE_PORTABLE asks for the second one, so that it
 * can be tested on machines that do not need it. Nothing looks for overflow here: whoever calls stays below 2^127.
 */
#ifndef WIDE_H
#define WIDE_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__SIZEOF_INT128__) && !defined(WIDE_PORTABLE)

__extension__ typedef unsigned __int128 wide_native;

struct wide {
	wide_native v;
};

/* high × 2^64 + low */
static inline struct wide
wide_make(uint64_t high, uint64_t low)
{
	return (struct wide){(wide_native)high << 64 | low};
}

static inline uint64_t
wide_high(struct wide a)
{
	return (uint64_t)(a.v >> 64);
}

static inline uint64_t
wide_low(struct wide a)
{
	return (uint64_t)a.v;
}

static inline bool
wide_zero(struct wide a)
{
	return a.v == 0;
}

static inline bool
wide_odd(struct wide a)
{
	return (a.v & 1) != 0;
}

/* -1, 0 or 1 */
static inline int
wide_cmp(struct wide a, struct wide b)
{
	return (a.v > b.v) - (a.v < b.v);
}

static inline struct wide
wide_add(struct wide a, struct wide b)
{
	return (struct wide){a.v + b.v};
}

/* a - b, for b <= a */
static inline struct wide
wide_sub(struct wide a, struct wide b)
{
	return (struct wide){a.v - b.v};
}

static inline struct wide
wide_mul(struct wide a, uint32_t by)
{
	return (struct wide){a.v * by};
}

static inline struct wide
wide_div(struct wide a, uint32_t by, uint32_t *rest)
{
	struct wide q = {a.v >> 64 == 0 ? (uint64_t)a.v / by : a.v / by};

	*rest = (uint32_t)(a.v - q.v * by);
	return q;
}

/* The same with any divisor but 0. */
static inline struct wide
wide_divmod(struct wide a, struct wide by, struct wide *rest)
{
	struct wide q = {a.v / by.v};

	rest->v = a.v - q.v * by.v;
	return q;
}

#else

struct wide {
	uint64_t high, low;
};

static inline struct wide
wide_make(uint64_t high, uint64_t low)
{
	return (struct wide){high, low};
}

static inline uint64_t
wide_high(struct wide a)
{
	return a.high;
}

static inline uint64_t
wide_low(struct wide a)
{
	return a.low;
}

static inline bool
wide_zero(struct wide a)
{
	return (a.high | a.low) == 0;
}

static inline bool
wide_odd(struct wide a)
{
	return (a.low & 1) != 0;
}

static inline int
wide_cmp(struct wide a, struct wide b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return (a.low > b.low) - (a.low < b.low);
}

static inline struct wide
wide_add(struct wide a, struct wide b)
{
	uint64_t low = a.low + b.low;

	return (struct wide){a.high + b.high + (low < a.low), low};
}

static inline struct wide
wide_sub(struct wide a, struct wide b)
{
	return (struct wide){a.high - b.high - (a.low < b.low), a.low - b.low};
}

static inline struct wide
wide_mul(struct wide a, uint32_t by)
{
	uint64_t p = (a.low & UINT32_MAX) * by;
	uint64_t q = (a.low >> 32) * by + (p >> 32);

	return (struct wide){a.high * by + (q >> 32), q << 32 | (p & UINT32_MAX)};
}

static inline struct wide
wide_div(struct wide a, uint32_t by, uint32_t *rest)
{
	uint64_t p = (a.high % by) << 32 | a.low >> 32;
	uint64_t q = (p % by) << 32 | (a.low & UINT32_MAX);

	*rest = (uint32_t)(q % by);
	return (struct wide){a.high / by, p / by << 32 | q / by};
}

/* One bit of the quotient after the other. */
static inline struct wide
wide_divmod(struct wide a, struct wide by, struct wide *rest)
{
	struct wide q = {0, 0}, r = {0, 0};

	for (int i = 0; i < 128; i++) {
		r = wide_add(r, r);
		r.low |= a.high >> 63;
		a = wide_add(a, a);
		q = wide_add(q, q);
		if (wide_cmp(r, by) >= 0) {
			r = wide_sub(r, by);
			q.low |= 1;
		}
	}
	*rest = r;
	return q;
}

#endif

#endif
