#include <string.h>
#include "amount.h"
#include "decimal_inner.h"
#include "digits.h"
#include "scan.h"

/* Whether digits, with a point among them if `point` is not 0, have no needless zeros in front, and the point at no end. */
static bool
is_whole_text(struct str text, uint64_t point)
{
	if (text.s[0] == '0' && text.n > 1 && text.s[1] != '.')
		return false;
	return !point || (text.s[0] != '.' && text.s[text.n - 1] != '.');
}

/* Makes it known by its text, which stands in it: `whole` digits, and behind them perhaps a point and more digits. */
static inline void
settle(struct amount *a, unsigned whole, unsigned length)
{
	a->known = true;
	a->length = (unsigned char)length;
	a->scale = (unsigned char)(length > whole ? length - whole - 1 : 0);
}

/* How long the text is without the zeros at the end of its fraction. */
static unsigned
brief(const char *text, size_t n)
{
	while (text[n - 1] == '0')
		n--;
	return (unsigned)(n - (text[n - 1] == '.'));
}

bool
amount_take(struct amount *a, struct str text)
{
	uint64_t head, tail = 0, point, dot, first, last = 0;
	unsigned whole;

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
	whole = point ? digits_first(point) : (unsigned)text.n;
	settle(a, whole, point && text.s[text.n - 1] == '0' ? brief(text.s, text.n) : (unsigned)text.n);
	return true;
}

/* Whether the n bytes (17 to 24) are digits, but for a point among the first eight and not before them all. */
static bool
has_early_point(const char *s, size_t n, size_t *whole)
{
	uint64_t head = digits_load8(s), point = digits_find(head, '.'), middle, tail;

	if (!point || (*whole = digits_first(point)) == 0)
		return false;
	head ^= DIGITS_ZEROS ^ ((point & -point) >> 7) * ('.' ^ '0');
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
	bool up;
	uint64_t tail;

	_Static_assert(DOUBLE_DIGITS == 15 && AMOUNT_TEXT == 24, "three words");
	if (text.n <= n || text.n > AMOUNT_TEXT || !has_early_point(text.s, text.n, &whole))
		return false;
	if (text.s[0] == '0') {
		if (whole > 1 || text.n > n + 1 || text.s[n] == '0')
			return false;
		memcpy(a->text, text.s, n + 1);
		settle(a, (unsigned)whole, (unsigned)n + 1);
		return true;
	}
	/* the digit behind is any one: no branch for it */
	up = (text.s[n] > '5') | ((text.s[n] == '5') & (text.s[n - 1] % 2));
	if (((text.s[n] == '5') & (text.n > n + 1)) | (up & (text.s[n - 1] == '9')))
		return false;
	tail = digits_load8(text.s + 8) + ((uint64_t)up << 56);
	memcpy(a->text, text.s, 8);
	digits_store8(a->text + 8, tail);
	tail ^= DIGITS_ZEROS;
	settle(a, (unsigned)whole, tail ? 8 + digits_last(tail) + 1 : brief(text.s, 8));
	return true;
}

bool
amount_take_tiny(struct amount *a, struct str text)
{
	struct dec value;
	const char *power = text.s + text.n - 4;
	unsigned tens, ones;

	if (text.n < 5 || text.n > DOUBLE_DIGITS + 1 || power[0] != 'e' || power[1] != '-')
		return false;
	tens = (unsigned)(power[2] - '0');
	ones = (unsigned)(power[3] - '0');
	if (tens > 4 || ones > 9 || !dec_parse_plain(&value, (struct str){text.s, text.n - 4}, 0))
		return false;
	value.scale += 10 * tens + ones;
	amount_set(a, &value);
	return true;
}

/* Both as numbers where neither has a point. Each has at most 15 digits. */
static inline uint64_t
read_whole(const struct amount *a)
{
	unsigned n = a->length;
	uint64_t number = digits_number(digits_begin(digits_load8(a->text), n < 8 ? n : 8));

	return n <= 8 ? number : number * dec_power[n - 8] + digits_number(digits_begin(digits_load8(a->text + 8), n - 8));
}

/* A text of at most 7 digits before the point and 8 behind it, in 10^-8. No branch for how many digits there are. */
SCAN_INLINE uint64_t
read_fixed(const struct amount *a, unsigned whole)
{
	uint64_t head = digits_begin(digits_load8(a->text), whole);
	uint64_t fraction = (digits_load8(a->text + whole + 1) ^ DIGITS_ZEROS) & ((UINT64_C(1) << 4 * a->scale << 4 * a->scale) - 1);

	return digits_number(head) * 100000000 + digits_number(fraction);
}

/* How many digits stand before the point; more than a text has where it is none. */
static inline unsigned
whole_digits(const struct amount *a)
{
	return (unsigned)a->length - a->scale - (a->scale > 0);
}

bool
amount_pair(const struct amount *a, const struct amount *b, uint64_t number[static 2], unsigned *scale)
{
	unsigned whole_a = whole_digits(a), whole_b = whole_digits(b);

	_Static_assert(AMOUNT_SCALE == 8, "eight digits at once");
	if ((a->scale | b->scale) == 0) {
		if (whole_a - 1 >= 15 || whole_b - 1 >= 15)
			return false;
		number[0] = read_whole(a);
		number[1] = read_whole(b);
		*scale = 0;
		return true;
	}
	if (whole_a - 1 >= 7 || whole_b - 1 >= 7 || a->scale > AMOUNT_SCALE || b->scale > AMOUNT_SCALE)
		return false;
	number[0] = read_fixed(a, whole_a);
	number[1] = read_fixed(b, whole_b);
	*scale = AMOUNT_SCALE;
	return true;
}
