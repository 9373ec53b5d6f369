/*
 * scan: which of the bytes that lie ahead mean something, as a mask: bit i stands for byte i. The loops that read go from bit
 * to bit instead of from byte to byte. Everything here reads a whole block, so it may be called only where SCAN_BLOCK bytes may
 * be read (see struct source: that holds up to its end); what lies behind the text is cut off with scan_within().
 *
 * The one place with instructions of a certain processor, chosen by the compiler: SSE2, which every x86-64 has, and NEON, which
 * every ARM of 64 bits has. Behind each stands the plain way, scan_plain_..., which gives the same anywhere.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "scan_bits.h"
#if defined __SSE2__
#include <emmintrin.h>
#elif defined __aarch64__
#include <arm_neon.h>
#endif

/* What gives several masks is worth being inlined wherever it is called: they stay in registers. */
#if defined __GNUC__
#define SCAN_INLINE static inline __attribute__((always_inline))
#else
#define SCAN_INLINE static inline
#endif

/* And what is rare stays out of a loop whose registers are all in use. */
#if defined __GNUC__
#define SCAN_APART __attribute__((noinline))
#else
#define SCAN_APART
#endif

/* The bytes that are one of four. */
static inline uint64_t
scan_plain_any(const char *p, const char any[static 4])
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < SCAN_BLOCK; i++)
		mask |= (uint64_t)(p[i] == any[0] || p[i] == any[1] || p[i] == any[2] || p[i] == any[3]) << i;
	return mask;
}

/* The same of 16 bytes. */
static inline uint64_t
scan_plain_any16(const char *p, const char any[static 4])
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < 16; i++)
		mask |= (uint64_t)(p[i] == any[0] || p[i] == any[1] || p[i] == any[2] || p[i] == any[3]) << i;
	return mask;
}

/* What a line of CSV consists of. */
struct scan_csv {
	uint64_t fields; /* what may end one: delimiters, LF */
	uint64_t lines;  /* LF */
	uint64_t blanks; /* bytes that text may have to be trimmed of: up to the space, and all that are not ASCII */
	bool odd;        /* there is a quote or a CR */
};

static inline struct scan_csv
scan_plain_csv(const char *p, char delimiter)
{
	struct scan_csv m = {0, 0, 0, false};

	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		m.fields |= (uint64_t)(p[i] == delimiter || p[i] == '\n') << i;
		m.lines |= (uint64_t)(p[i] == '\n') << i;
		m.blanks |= (uint64_t)((signed char)p[i] <= ' ') << i;
		m.odd |= p[i] == '"' || p[i] == '\r';
	}
	return m;
}

/* Whether all of a block is ASCII. */
static inline bool
scan_plain_ascii(const char *p)
{
	unsigned char all = 0;

	for (unsigned i = 0; i < SCAN_BLOCK; i++)
		all |= (unsigned char)p[i];
	return all < 0x80;
}

/* What follows looks at as many bytes: the texts of JSON are short. */
#define SCAN_SHORT 16

/* Of SCAN_SHORT bytes, those that end a plain stretch of a string of JSON: quote, backslash, control character. */
static inline unsigned
scan_plain_string(const char *p)
{
	unsigned mask = 0;

	for (unsigned i = 0; i < SCAN_SHORT; i++)
		mask |= (unsigned)(p[i] == '"' || p[i] == '\\' || (unsigned char)p[i] < 0x20) << i;
	return mask;
}

/* Those that are digits. */
static inline unsigned
scan_plain_digits(const char *p)
{
	unsigned mask = 0;

	for (unsigned i = 0; i < SCAN_SHORT; i++)
		mask |= (unsigned)(p[i] >= '0' && p[i] <= '9') << i;
	return mask;
}

/* Those that words of capitals and digits consist of, dates and decimals among them: from '-' to 'Z', which is no comma. */
static inline unsigned
scan_plain_word(const char *p)
{
	unsigned mask = 0;

	for (unsigned i = 0; i < SCAN_SHORT; i++)
		mask |= (unsigned)(p[i] >= '-' && p[i] <= 'Z') << i;
	return mask;
}

/* Those that two texts have in common. */
static inline unsigned
scan_plain_same(const char *a, const char *b)
{
	unsigned mask = 0;

	for (unsigned i = 0; i < SCAN_SHORT; i++)
		mask |= (unsigned)(a[i] == b[i]) << i;
	return mask;
}

/* The bytes below a limit, from 1 on (0x20 for control characters); those of characters beyond ASCII are 0x80 and above. */
static inline uint64_t
scan_plain_below(const char *p, unsigned char limit)
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < SCAN_BLOCK; i++)
		mask |= (uint64_t)((unsigned char)p[i] < limit) << i;
	return mask;
}

/* The bytes that are `value` once the bits `set` are set: '{' for 0x20 has '[' too. */
static inline uint64_t
scan_plain_like(const char *p, char set, char value)
{
	uint64_t mask = 0;

	for (unsigned i = 0; i < SCAN_BLOCK; i++)
		mask |= (uint64_t)((char)(p[i] | set) == value) << i;
	return mask;
}

#if defined __SSE2__

/* 16 bytes from p + at on. */
static inline __m128i
scan_load(const char *p, unsigned at)
{
	return _mm_loadu_si128((const __m128i *)(const void *)(p + at));
}

/* The mask of a block whose four parts have bytes of all ones or all zeros. */
static inline uint64_t
scan_mask(__m128i a, __m128i b, __m128i c, __m128i d)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(a) | (uint64_t)(unsigned)_mm_movemask_epi8(b) << 16
	       | (uint64_t)(unsigned)_mm_movemask_epi8(c) << 32 | (uint64_t)(unsigned)_mm_movemask_epi8(d) << 48;
}

static inline __m128i
scan_equal(__m128i x, char c)
{
	return _mm_cmpeq_epi8(x, _mm_set1_epi8(c));
}

static inline __m128i
scan_any_of(__m128i x, const char any[static 4])
{
	return _mm_or_si128(_mm_or_si128(scan_equal(x, any[0]), scan_equal(x, any[1])),
	                    _mm_or_si128(scan_equal(x, any[2]), scan_equal(x, any[3])));
}

static inline uint64_t
scan_any(const char *p, const char any[static 4])
{
	return scan_mask(scan_any_of(scan_load(p, 0), any), scan_any_of(scan_load(p, 16), any),
	                 scan_any_of(scan_load(p, 32), any), scan_any_of(scan_load(p, 48), any));
}

static inline uint64_t
scan_any16(const char *p, const char any[static 4])
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(scan_any_of(scan_load(p, 0), any));
}

static inline __m128i
scan_either(__m128i x, char a, char b)
{
	return _mm_or_si128(scan_equal(x, a), scan_equal(x, b));
}

SCAN_INLINE struct scan_csv
scan_csv(const char *p, char delimiter)
{
	const __m128i a = scan_load(p, 0), b = scan_load(p, 16), c = scan_load(p, 32), d = scan_load(p, 48);
	const __m128i la = scan_equal(a, '\n'), lb = scan_equal(b, '\n'), lc = scan_equal(c, '\n'), ld = scan_equal(d, '\n');
	const __m128i odd = _mm_or_si128(_mm_or_si128(scan_either(a, '"', '\r'), scan_either(b, '"', '\r')),
	                                 _mm_or_si128(scan_either(c, '"', '\r'), scan_either(d, '"', '\r')));
	const __m128i seen = _mm_set1_epi8(' ' + 1);

	return (struct scan_csv){
		.fields = scan_mask(_mm_or_si128(scan_equal(a, delimiter), la), _mm_or_si128(scan_equal(b, delimiter), lb),
		                    _mm_or_si128(scan_equal(c, delimiter), lc), _mm_or_si128(scan_equal(d, delimiter), ld)),
		.lines = scan_mask(la, lb, lc, ld),
		.blanks = scan_mask(_mm_cmplt_epi8(a, seen), _mm_cmplt_epi8(b, seen), _mm_cmplt_epi8(c, seen),
		                    _mm_cmplt_epi8(d, seen)),
		.odd = _mm_movemask_epi8(odd) != 0,
	};
}

static inline bool
scan_ascii(const char *p)
{
	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(scan_load(p, 0), scan_load(p, 16)),
	                                      _mm_or_si128(scan_load(p, 32), scan_load(p, 48)))) == 0;
}

static inline unsigned
scan_string(const char *p)
{
	__m128i x = scan_load(p, 0), control = _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(0x1F)), x);
	__m128i end = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\\')));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(control, end));
}

static inline unsigned
scan_digits(const char *p)
{
	__m128i value = _mm_sub_epi8(scan_load(p, 0), _mm_set1_epi8('0'));

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value));
}

static inline unsigned
scan_word(const char *p)
{
	__m128i value = _mm_sub_epi8(scan_load(p, 0), _mm_set1_epi8('-'));

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8('Z' - '-')), value));
}

static inline unsigned
scan_same(const char *a, const char *b)
{
	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(scan_load(a, 0), scan_load(b, 0)));
}

static inline __m128i
scan_below_limit(__m128i x, unsigned char limit)
{
	return _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8((char)(limit - 1))), x);
}

static inline uint64_t
scan_below(const char *p, unsigned char limit)
{
	return scan_mask(scan_below_limit(scan_load(p, 0), limit), scan_below_limit(scan_load(p, 16), limit),
	                 scan_below_limit(scan_load(p, 32), limit), scan_below_limit(scan_load(p, 48), limit));
}

static inline uint64_t
scan_like(const char *p, char set, char value)
{
	const __m128i bits = _mm_set1_epi8(set);
	const __m128i a = _mm_or_si128(scan_load(p, 0), bits), b = _mm_or_si128(scan_load(p, 16), bits);
	const __m128i c = _mm_or_si128(scan_load(p, 32), bits), d = _mm_or_si128(scan_load(p, 48), bits);

	return scan_mask(scan_equal(a, value), scan_equal(b, value), scan_equal(c, value), scan_equal(d, value));
}

#elif defined __aarch64__

/* 16 bytes from p + at on. */
static inline uint8x16_t
scan_load(const char *p, unsigned at)
{
	return vld1q_u8((const unsigned char *)p + at);
}

/* The bits of 16 bytes that are all ones or all zeros, in their place in the mask. */
static inline uint64_t
scan_bits(uint8x16_t bytes, unsigned at)
{
	static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
	uint8x16_t bits = vandq_u8(bytes, vld1q_u8(weights));

	return (uint64_t)(vaddv_u8(vget_low_u8(bits)) | (unsigned)vaddv_u8(vget_high_u8(bits)) << 8) << at;
}

static inline uint8x16_t
scan_any_of(uint8x16_t x, const char any[static 4])
{
	uint8x16_t found = vdupq_n_u8(0);

	for (unsigned i = 0; i < 4; i++)
		found = vorrq_u8(found, vceqq_u8(x, vdupq_n_u8((unsigned char)any[i])));
	return found;
}

static inline uint64_t
scan_any(const char *p, const char any[static 4])
{
	uint64_t mask = 0;

	for (unsigned at = 0; at < SCAN_BLOCK; at += 16)
		mask |= scan_bits(scan_any_of(scan_load(p, at), any), at);
	return mask;
}

static inline uint64_t
scan_any16(const char *p, const char any[static 4])
{
	return scan_bits(scan_any_of(scan_load(p, 0), any), 0);
}

SCAN_INLINE struct scan_csv
scan_csv(const char *p, char delimiter)
{
	struct scan_csv m = {0, 0, 0, false};
	uint8x16_t odd = vdupq_n_u8(0);

	for (unsigned at = 0; at < SCAN_BLOCK; at += 16) {
		uint8x16_t x = scan_load(p, at), lines = vceqq_u8(x, vdupq_n_u8('\n'));

		m.fields |= scan_bits(vorrq_u8(lines, vceqq_u8(x, vdupq_n_u8((unsigned char)delimiter))), at);
		m.lines |= scan_bits(lines, at);
		m.blanks |= scan_bits(vcleq_s8(vreinterpretq_s8_u8(x), vdupq_n_s8(' ')), at);
		odd = vorrq_u8(odd, vorrq_u8(vceqq_u8(x, vdupq_n_u8('"')), vceqq_u8(x, vdupq_n_u8('\r'))));
	}
	m.odd = vmaxvq_u8(odd) != 0;
	return m;
}

static inline bool
scan_ascii(const char *p)
{
	return vmaxvq_u8(vorrq_u8(vorrq_u8(scan_load(p, 0), scan_load(p, 16)), vorrq_u8(scan_load(p, 32), scan_load(p, 48)))) < 0x80;
}

static inline unsigned
scan_string(const char *p)
{
	uint8x16_t x = scan_load(p, 0), control = vcltq_u8(x, vdupq_n_u8(0x20));
	uint8x16_t end = vorrq_u8(vceqq_u8(x, vdupq_n_u8('"')), vceqq_u8(x, vdupq_n_u8('\\')));

	return (unsigned)scan_bits(vorrq_u8(control, end), 0);
}

static inline unsigned
scan_digits(const char *p)
{
	return (unsigned)scan_bits(vcltq_u8(vsubq_u8(scan_load(p, 0), vdupq_n_u8('0')), vdupq_n_u8(10)), 0);
}

static inline unsigned
scan_word(const char *p)
{
	return (unsigned)scan_bits(vcleq_u8(vsubq_u8(scan_load(p, 0), vdupq_n_u8('-')), vdupq_n_u8('Z' - '-')), 0);
}

static inline unsigned
scan_same(const char *a, const char *b)
{
	return (unsigned)scan_bits(vceqq_u8(scan_load(a, 0), scan_load(b, 0)), 0);
}

static inline uint64_t
scan_below(const char *p, unsigned char limit)
{
	uint64_t mask = 0;

	for (unsigned at = 0; at < SCAN_BLOCK; at += 16)
		mask |= scan_bits(vcltq_u8(scan_load(p, at), vdupq_n_u8(limit)), at);
	return mask;
}

static inline uint64_t
scan_like(const char *p, char set, char value)
{
	const uint8x16_t bits = vdupq_n_u8((unsigned char)set), want = vdupq_n_u8((unsigned char)value);
	uint64_t mask = 0;

	for (unsigned at = 0; at < SCAN_BLOCK; at += 16)
		mask |= scan_bits(vceqq_u8(vorrq_u8(scan_load(p, at), bits), want), at);
	return mask;
}

#else

static inline uint64_t
scan_any(const char *p, const char any[static 4])
{
	return scan_plain_any(p, any);
}

static inline uint64_t
scan_any16(const char *p, const char any[static 4])
{
	return scan_plain_any16(p, any);
}

SCAN_INLINE struct scan_csv
scan_csv(const char *p, char delimiter)
{
	return scan_plain_csv(p, delimiter);
}

static inline bool
scan_ascii(const char *p)
{
	return scan_plain_ascii(p);
}

static inline uint64_t
scan_below(const char *p, unsigned char limit)
{
	return scan_plain_below(p, limit);
}

static inline uint64_t
scan_like(const char *p, char set, char value)
{
	return scan_plain_like(p, set, value);
}

static inline unsigned
scan_string(const char *p)
{
	return scan_plain_string(p);
}

static inline unsigned
scan_digits(const char *p)
{
	return scan_plain_digits(p);
}

static inline unsigned
scan_word(const char *p)
{
	return scan_plain_word(p);
}

static inline unsigned
scan_same(const char *a, const char *b)
{
	return scan_plain_same(a, b);
}

#endif

/* From the quotes of a block to what is inside of them, the opening ones included: whether the number so far is odd. */
static inline uint64_t
scan_inside(uint64_t quotes)
{
	quotes ^= quotes << 1;
	quotes ^= quotes << 2;
	quotes ^= quotes << 4;
	quotes ^= quotes << 8;
	quotes ^= quotes << 16;
	return quotes ^ quotes << 32;
}

#endif
