#include "amount.h"
#include "digits.h"

/* Whether a number that is digits, and a point somewhere among them if `point` is not 0, is written without needless zeros. */
static bool
is_brief(struct str text, uint64_t point)
{
	if (text.s[0] == '0' && text.n > 1 && text.s[1] != '.')
		return false;
	return !point || (text.s[0] != '.' && text.s[text.n - 1] > '0');
}

bool
amount_take(struct amount *a, struct str text)
{
	uint64_t head, tail = 0, point, dot, first, last = 0;

	_Static_assert(AMOUNT_TEXT == 16, "two words");
	if (text.n == 0 || text.n > AMOUNT_TEXT)
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
	if ((digits_wrong(first) | digits_wrong(last)) != 0 || !is_brief(text, point))
		return false;
	a->known = true;
	a->length = (unsigned char)text.n;
	digits_store8(a->text, head);
	if (text.n >= 8)
		digits_store8(a->text + text.n - 8, tail);
	return true;
}
