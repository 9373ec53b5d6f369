/* school: see school.h. */
#include "fuzz.h"
#include "school.h"

#define FAR 1000000 /* an exponent that no input is long enough to make up for */

static const struct whole one = {1, {1}};

static void
set(struct whole *to, const struct whole *from)
{
	to->n = from->n;
	memcpy(to->d, from->d, from->n);
}

void
school_push(struct whole *w, unsigned digit)
{
	fuzz_check(w->n < SCHOOL_DIGITS, "the test has too few digits");
	if (w->n > 0 || digit > 0)
		w->d[w->n++] = (unsigned char)digit;
}

void
school_zeros(struct whole *w, long power)
{
	while (w->n > 0 && power-- > 0)
		school_push(w, 0);
}

static size_t
zeros(const struct whole *w)
{
	size_t n = 0;

	while (n < w->n && w->d[w->n - 1 - n] == 0)
		n++;
	return n;
}

int
school_compare(const struct whole *a, const struct whole *b)
{
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (size_t i = 0; i < a->n; i++)
		if (a->d[i] != b->d[i])
			return a->d[i] < b->d[i] ? -1 : 1;
	return 0;
}

/* The digit that has so many behind it. */
static int
digit(const struct whole *w, size_t behind)
{
	return behind < w->n ? w->d[w->n - 1 - behind] : 0;
}

/* a + b, or a - b where sign is -1 and b <= a. *to is neither. */
void
school_combine(struct whole *to, const struct whole *a, const struct whole *b, int sign)
{
	size_t n = (a->n > b->n ? a->n : b->n) + 1;
	static unsigned char d[SCHOOL_DIGITS + 1];
	int carry = 0;

	for (size_t i = 0; i < n; i++) {
		int sum = digit(a, i) + sign * digit(b, i) + carry;

		carry = sum < 0 ? -1 : sum / 10;
		d[i] = (unsigned char)(sum < 0 ? sum + 10 : sum % 10);
	}
	fuzz_check(carry == 0, "the test subtracts the larger one");
	to->n = 0;
	for (size_t i = n; i-- > 0;)
		school_push(to, d[i]);
}

/* a ÷ b digit by digit, rounded half to even; b is not 0. */
void
school_divide(struct whole *q, const struct whole *a, const struct whole *b)
{
	static struct whole rest, less;
	int half;

	q->n = rest.n = 0;
	for (size_t i = 0; i < a->n; i++) {
		unsigned times = 0;

		school_push(&rest, a->d[i]);
		for (; school_compare(&rest, b) >= 0; times++) {
			school_combine(&less, &rest, b, -1);
			set(&rest, &less);
		}
		school_push(q, times);
	}
	school_combine(&less, &rest, &rest, 1);
	half = school_compare(&less, b);
	if (half > 0 || (half == 0 && digit(q, 0) % 2 == 1)) {
		school_combine(&less, q, &one, 1);
		set(q, &less);
	}
}

/* The power of ten with so many zeros. */
static void
power_of_ten(struct whole *w, long power)
{
	w->n = 0;
	school_push(w, 1);
	school_zeros(w, power);
}

/* Makes it what a struct dec can hold. False: there is none. */
bool
school_fit(struct number *x)
{
	long excess = (long)x->w.n - DEC_DIGITS;

	if (x->w.n == 0) {
		x->scale = x->scale < 0 ? 0 : x->scale > DEC_SCALE ? DEC_SCALE : x->scale;
		x->negative = false;
		return true;
	}
	if (x->scale <= 0) {
		if ((long)x->w.n - x->scale > DEC_DIGITS)
			return false;
		school_zeros(&x->w, -x->scale);
		x->scale = 0;
		return true;
	}
	if (excess < x->scale - DEC_SCALE)
		excess = x->scale - DEC_SCALE;
	if (excess < 0)
		excess = 0;
	if (excess > x->scale || excess > (long)zeros(&x->w))
		return false;
	x->w.n -= (size_t)excess;
	x->scale -= excess;
	return true;
}

/* The text with all digits of the scale; `brief` without zeros at the end of the fraction. Lasts for some calls. */
struct str
school_text(const struct number *x, bool brief)
{
	static char room[8][256];
	static unsigned next;
	char *text = room[next++ % 8], *to = text;
	long before = (long)x->w.n - x->scale;

	if (x->negative)
		*to++ = '-';
	if (before <= 0)
		*to++ = '0';
	for (long i = before < 0 ? before : 0; i < (long)x->w.n; i++) {
		if (i == before)
			*to++ = '.';
		*to++ = (char)('0' + (i < 0 ? 0 : x->w.d[i]));
	}
	if (brief && x->scale > 0) {
		while (to[-1] == '0')
			to--;
		to -= to[-1] == '.';
	}
	return (struct str){text, (size_t)(to - text)};
}

/* The blanks that may stand around a number; those but the last four separate groups, too. */
static const char *const blanks[] = {
	" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87", "\t", "\r", "\n", "\xEF\xBB\xBF",
};

static bool
ends_with(struct str text, struct str end)
{
	return text.n >= end.n && memcmp(text.s + text.n - end.n, end.s, end.n) == 0;
}

static struct str
without_blanks(struct str text)
{
	for (size_t i = 0; i < countof(blanks);) {
		struct str blank = str_of(blanks[i++]);

		if (str_starts(text, blank))
			text = str_skip(text, blank.n);
		else if (ends_with(text, blank))
			text.n -= blank.n;
		else
			continue;
		i = 0;
	}
	return text;
}

static bool
at_digit(struct str t)
{
	return t.n > 0 && t.s[0] >= '0' && t.s[0] <= '9';
}

/* Takes digits off; how many. */
static size_t
take_digits(struct str *t, struct whole *w)
{
	size_t n = 0;

	for (; at_digit(*t); n++, *t = str_skip(*t, 1))
		school_push(w, (unsigned)(t->s[0] - '0'));
	return n;
}

/* Takes an exponent off behind the e. False: there is none. */
static bool
take_exponent(struct str *t, long *exponent)
{
	bool negative = t->n > 0 && t->s[0] == '-', any = false;

	if (negative || (t->n > 0 && t->s[0] == '+'))
		*t = str_skip(*t, 1);
	for (; at_digit(*t); *t = str_skip(*t, 1), any = true)
		*exponent = *exponent > FAR ? FAR : *exponent * 10 + (t->s[0] - '0');
	*exponent = negative ? -*exponent : *exponent;
	return any;
}

/* Groups of three behind the first one. False: they are none; *grouped: there are. */
static bool
take_groups(struct str *t, size_t first, struct whole *w, bool *grouped)
{
	struct str by = S("");

	if (t->n > 0 && t->s[0] == ',')
		by = S(",");
	for (size_t i = 0; i < 5 && by.n == 0; i++)
		if (str_starts(*t, str_of(blanks[i])))
			by = str_of(blanks[i]);
	*grouped = by.n > 0;
	if (*grouped && (first < 1 || first > 3))
		return false;
	while (*grouped && str_starts(*t, by)) {
		*t = str_skip(*t, by.n);
		if (take_digits(t, w) != 3)
			return false;
	}
	return true;
}

/* Rounds what has a fraction and too many digits, as dec_parse() has it. */
static void
shorten(struct number *x, size_t significant)
{
	static struct whole by, q;
	size_t n = x->w.n - zeros(&x->w);

	if (significant < 1 || significant > DEC_DIGITS || n <= significant || x->scale - (long)zeros(&x->w) <= 0)
		return;
	power_of_ten(&by, (long)(x->w.n - significant));
	school_divide(&q, &x->w, &by);
	x->scale -= (long)(x->w.n - significant);
	set(&x->w, &q);
	n = zeros(&q);
	x->w.n -= n;
	x->scale -= (long)n;
}

enum dec_parse
school_parse(struct number *x, struct str t, size_t significant)
{
	bool sign = false, currency = false, grouped = false;
	size_t whole, fraction = 0;
	long exponent = 0;

	x->w.n = 0;
	x->negative = false;
	for (t = without_blanks(t); t.n > 0 && strchr("+-$", t.s[0]) && t.s[0]; t = str_skip(t, 1)) {
		bool *had = t.s[0] == '$' ? &currency : &sign;

		if (*had)
			return DEC_NOT;
		*had = true;
		x->negative |= t.s[0] == '-';
	}
	whole = take_digits(&t, &x->w);
	if (!take_groups(&t, whole, &x->w, &grouped))
		return DEC_NOT;
	if (t.n > 0 && t.s[0] == '.') {
		t = str_skip(t, 1);
		if ((fraction = take_digits(&t, &x->w)) == 0)
			return DEC_NOT;
	}
	if (whole + fraction == 0)
		return DEC_NOT;
	if (t.n > 0 && (t.s[0] | 0x20) == 'e' && !grouped) {
		t = str_skip(t, 1);
		if (!take_exponent(&t, &exponent))
			return DEC_NOT;
	}
	if (t.n > 0)
		return DEC_NOT;
	x->scale = (long)fraction - exponent;
	shorten(x, significant);
	return school_fit(x) ? DEC_OK : DEC_LONG;
}
