#include <string.h>
#include "amount.h"
#include "decimal_inner.h"
#include "digits.h"

/* Whether digits, with a point among them if `point` is not 0, have no needless zeros in front, and the point at no end. */
static bool
is_whole_text(struct str text, uint64_t point)
{
	if (text.s[0] == '0' && text.n > 1 && text.s[1] != '.')
		return false;
	return !point || (text.s[0] != '.' && text.s[text.n - 1] != '.');
}

/* How long the text is without the zeros at the end of its fraction. */
static size_t
brief(const char *text, size_t n)
{
	while (text[n - 1] == '0')
		n--;
	return n - (text[n - 1] == '.');
}

bool
amount_take(struct amount *a, struct str text)
{
	uint64_t head, tail = 0, point, dot, first, last = 0;

	if (text.n == 0 || text.n > 16)
		return false;
	head = digits_head(text);
	point = digits_find(head, '.');
	dot = ((point & -point) >> 7) * ('.' ^ '0'); /* makes a 0 of the first point */
	first = head ^ DIGITS_ZEROS ^ dot;
	if (text.n < 8) {
		first <<= 64 - 8 * text.n;
	} else {
		tail = digits_load8(text.s + text.n - 8);
		last = tail ^ DIGITS_ZEROS ^ dot >> 4 * (text.n - 8) >> 4 * (text.n - 8);
	}
	if ((digits_wrong(first) | digits_wrong(last)) != 0 || !is_whole_text(text, point))
		return false;
	digits_store8(a->text, head);
	if (text.n >= 8)
		digits_store8(a->text + text.n - 8, tail);
	a->known = true;
	a->length = (unsigned char)(point && text.s[text.n - 1] == '0' ? brief(text.s, text.n) : text.n);
	return true;
}

bool
amount_take_padded(struct amount *a, struct str text)
{
	uint64_t first, last, point, all = ~UINT64_C(0), longer = 0 - (uint64_t)(text.n > 8);

	if (text.n - 1 >= 16)
		return false;
	first = (digits_load8(text.s) ^ DIGITS_ZEROS) & (all >> (text.n < 8 ? 64 - 8 * text.n : 0));
	last = (digits_load8(text.s + 8) ^ DIGITS_ZEROS) & (all >> (128 - 8 * text.n) % 64 & longer);
	point = digits_find(first, '.' ^ '0');
	first ^= ((point & -point) >> 7) * ('.' ^ '0');
	if ((digits_wrong(first) | digits_wrong(last)) != 0 || !is_whole_text(text, point))
		return false;
	memcpy(a->text, text.s, 16);
	a->known = true;
	a->length = (unsigned char)(point && text.s[text.n - 1] == '0' ? brief(text.s, text.n) : text.n);
	return true;
}

/* Whether the n bytes (8 to 24) are digits, but for a point among the first eight and not before them all. */
static bool
has_early_point(const char *s, size_t n, size_t *whole)
{
	uint64_t head = digits_load8(s), point = digits_find(head, '.'), middle = 0, tail;

	if (!point || (*whole = digits_first(point)) == 0)
		return false;
	head ^= DIGITS_ZEROS ^ ((point & -point) >> 7) * ('.' ^ '0');
	if (n > 16)
		middle = digits_load8(s + 8) ^ DIGITS_ZEROS;
	tail = digits_load8(s + n - 8) ^ DIGITS_ZEROS;
	return (digits_wrong(head) | digits_wrong(middle) | digits_wrong(tail)) == 0;
}

/*
 * Texts of 17 to 24 bytes. With 1 to 9 in front, the first 16 bytes are the point and 15 digits, which are those that count:
 * zeros at their end go, and what stands behind rounds the last one, half to even, unless that changes more than one digit.
 * "0.", 14 digits and one that is not 0 have no more digits than count.
 */
bool
amount_take_noisy(struct amount *a, struct str text)
{
	size_t n = DOUBLE_DIGITS + 1, whole;
	bool up = false;

	_Static_assert(DOUBLE_DIGITS == 15 && AMOUNT_TEXT == 24, "three words");
	if (text.n <= n || text.n > AMOUNT_TEXT || !has_early_point(text.s, text.n, &whole))
		return false;
	if (text.s[0] == '0') {
		if (whole > 1 || text.n > n + 1 || text.s[n] == '0')
			return false;
		n++;
	} else if (text.s[n] >= '5') {
		up = text.s[n] > '5' || text.s[n - 1] % 2 == 1;
		if ((text.s[n] == '5' && text.n > n + 1) || (up && text.s[n - 1] == '9'))
			return false;
	}
	memcpy(a->text, text.s, 16);
	a->text[16] = text.s[16];
	a->text[15] = (char)(a->text[15] + up);
	a->known = true;
	a->length = (unsigned char)brief(a->text, n);
	return true;
}

/*
 * The number of a text, without the point, and how many digits stand behind that. No branch for how many digits there are:
 * all 16 bytes that may be some are moved together over the point, and to the end of two words.
 */
static inline uint64_t
read_text(const struct amount *a, unsigned *scale)
{
	unsigned n = a->length > 16 ? 16 : a->length, shift = 8 * (16 - n) % 64, whole;
	const char *s = a->text + (a->length - n); /* "0.123456789012345" without its 0 */
	uint64_t low = digits_load8(s), high = digits_load8(s + 8) ^ DIGITS_ZEROS, point = digits_find(low, '.'), long_text, moved;

	whole = point ? digits_first(point) : 16;
	*scale = 0;
	low ^= DIGITS_ZEROS;
	if (whole < n) {
		uint64_t before = (UINT64_C(1) << 8 * whole) - 1;

		low = (low & before) << 8 | (low & ~before & ~(UINT64_C(0xFF) << 8 * whole));
		*scale = n - whole - 1;
	}
	long_text = 0 - (uint64_t)(n > 8);
	moved = low << shift;
	high = (moved & ~long_text) | ((high << shift | low >> 1 >> (63 - shift)) & long_text);
	return digits_number(moved & long_text) * 100000000 + digits_number(high);
}

bool
amount_pair(const struct amount *a, const struct amount *b, uint64_t number[static 2], unsigned *scale)
{
	const unsigned most = 15;
	unsigned behind_a, behind_b, more_a, more_b;

	if (a->length == 0 || b->length == 0)
		return false;
	number[0] = read_text(a, &behind_a);
	number[1] = read_text(b, &behind_b);
	*scale = behind_a > behind_b ? behind_a : behind_b;
	more_a = *scale - behind_a;
	more_b = *scale - behind_b;
	if (more_a > most || more_b > most || number[0] >= dec_power[most - more_a] || number[1] >= dec_power[most - more_b])
		return false;
	number[0] *= dec_power[more_a];
	number[1] *= dec_power[more_b];
	return true;
}
