/*
 * decimal: fuzz target, of lib/decimal and lib/amount, against a second implementation (school.h). The input is two numbers, a
 * line each; its first two bytes are how many significant digits count, and decimals or a power of ten.
 */
#include <stdlib.h>
#include "amount.h"
#include "decimal.h"
#include "fuzz.h"
#include "school.h"

/* The number of lib, by its parts: double and add. */
static void
take(struct number *x, const struct dec *d)
{
	static struct whole twice, bit = {1, {1}};
	static const struct whole none;

	x->w.n = 0;
	x->scale = (long)d->scale;
	x->negative = d->negative;
	for (int i = 127; i >= 0; i--) {
		uint64_t half = i > 63 ? wide_high(d->coefficient) : wide_low(d->coefficient);

		school_combine(&twice, &x->w, &x->w, 1);
		school_combine(&x->w, &twice, half >> i % 64 & 1 ? &bit : &none, 1);
	}
}

/* Whether a number of lib is this one, with its scale, and is written so. */
static void
same(const char *what, struct number *want, const struct dec *got)
{
	static struct number x;
	char text[DEC_MAX];

	take(&x, got);
	fuzz_check(x.w.n <= DEC_DIGITS && got->scale <= DEC_SCALE && !(x.negative && x.w.n == 0), "what no number may be");
	fuzz_equal(what, school_text(want, false), school_text(&x, false));
	fuzz_equal("dec_format_fixed", school_text(want, false), (struct str){text, dec_format_fixed(got, text)});
	fuzz_equal("dec_format", school_text(want, true), (struct str){text, dec_format(got, text)});
}

/* Reads the text, both ways. False: it is no number that can be kept. */
static bool
read_text(struct str text, unsigned significant, struct dec *d, struct number *x)
{
	enum dec_parse want = school_parse(x, text, significant), got;

	*d = dec_int(7);
	got = dec_parse(d, text, (int)significant);
	fuzz_check(want == got, "dec_parse: another kind of text");
	if (want == DEC_OK)
		same("dec_parse", x, d);
	else
		fuzz_check(dec_cmp(d, &(struct dec){wide_make(0, 7), 0, false}) == 0, "dec_parse: a result in spite of all");
	return want == DEC_OK;
}

/* The short cuts take some texts, and give the same. Nothing may be read beyond the end of the text. */
static void
short_cuts(struct str text, unsigned significant, struct number *x, bool is)
{
	struct dec d;

	if (dec_parse_plain(&d, text, (int)significant)) {
		fuzz_check(is, "dec_parse_plain: of what is no number");
		same("dec_parse_plain", x, &d);
	}
	if (dec_parse_digits(&d, text)) {
		fuzz_check(is, "dec_parse_digits: of what is no number");
		same("dec_parse_digits", x, &d);
	}
}

/* An amount stands for what school_parse() makes of the text. */
static void
same_amount(const char *what, const struct amount *a, struct str text, size_t significant)
{
	static struct number x;
	struct dec d;
	char plain[DEC_MAX];

	fuzz_check(a->known, "an amount that was taken and is not known");
	fuzz_check(school_parse(&x, text, significant) == DEC_OK, what);
	d = amount_value(a);
	fuzz_equal(what, school_text(&x, true), (struct str){plain, dec_format(&d, plain)});
	if (a->length > 0)
		fuzz_equal(what, school_text(&x, true), (struct str){a->text, a->length});
}

/* The ways to an amount. */
static void
amounts(struct str text)
{
	struct buf padded = {.n = 0};
	struct amount plain = {.known = false}, other = plain, noisy = plain, read = plain;
	struct str copy;
	bool takes = amount_take(&plain, text);
	unsigned n;

	buf_add(&padded, text);
	memset(buf_room(&padded, 64), ',', 64);
	copy = (struct str){padded.data, text.n};
	fuzz_check(amount_take_padded(&other, copy) == takes, "amount_take_padded takes others");
	if (takes) {
		same_amount("amount_take", &plain, text, 0);
		same_amount("amount_take_padded", &other, text, 0);
	}
	if (amount_take_noisy(&noisy, text))
		same_amount("amount_take_noisy", &noisy, text, DOUBLE_DIGITS);
	n = amount_read(&read, padded.data);
	fuzz_check(n <= text.n, "amount_read: more than there is");
	if (n > 0 && read.known)
		same_amount("amount_read", &read, (struct str){text.s, n}, DOUBLE_DIGITS);
	free(padded.data);
}

/* a + b or a - b: x and y have the same scale then. */
static bool
sum(struct number *to, struct number a, struct number b)
{
	long scale = a.scale > b.scale ? a.scale : b.scale;
	int order;

	school_zeros(&a.w, scale - a.scale);
	school_zeros(&b.w, scale - b.scale);
	order = school_compare(&a.w, &b.w);
	to->scale = scale;
	to->negative = order < 0 ? b.negative : a.negative;
	if (a.negative == b.negative)
		school_combine(&to->w, &a.w, &b.w, 1);
	else
		school_combine(&to->w, order < 0 ? &b.w : &a.w, order < 0 ? &a.w : &b.w, -1);
	to->negative &= to->w.n > 0;
	return school_fit(to);
}

static void
sums(const struct dec *a, const struct dec *b, const struct number *x, struct number *y)
{
	static struct number z;
	struct dec d = *a;
	bool is = sum(&z, *x, *y);

	fuzz_check(dec_add(&d, &d, b) == is, "dec_add: whether there is a sum");
	if (is)
		same("dec_add", &z, &d);
	d = *a;
	if (dec_add_whole(&d, b)) {
		fuzz_check(is, "dec_add_whole: of what has no sum");
		same("dec_add_whole", &z, &d);
	}
	y->negative = y->w.n > 0 && !y->negative;
	is = sum(&z, *x, *y);
	d = *b;
	fuzz_check(dec_sub(&d, a, &d) == is, "dec_sub: whether there is a difference");
	if (is)
		same("dec_sub", &z, &d);
	y->negative = y->w.n > 0 && !y->negative;
}

/* How two numbers compare: by their signs, or by their digits at one scale. */
static int
order(struct number a, struct number b)
{
	int sign = a.negative ? -1 : 1;

	if (a.negative != b.negative)
		return sign;
	school_zeros(&a.w, b.scale - a.scale);
	school_zeros(&b.w, a.scale - b.scale);
	return sign * school_compare(&a.w, &b.w);
}

/* x ÷ y × 100, to so many decimals. False: there is none. */
static bool
percent(struct number *to, struct number x, struct number y, unsigned decimals)
{
	if (y.w.n == 0 || decimals > 10)
		return false;
	school_zeros(&x.w, y.scale + 2 + (long)decimals);
	school_zeros(&y.w, x.scale);
	school_divide(&to->w, &x.w, &y.w);
	to->scale = (long)decimals;
	to->negative = to->w.n > 0 && x.negative != y.negative;
	return to->w.n <= DEC_DIGITS;
}

static void
quotients(const struct dec *a, const struct dec *b, const struct number *x, const struct number *y, unsigned decimals)
{
	static struct number z;
	struct dec d = *a;
	bool is = percent(&z, *x, *y, decimals);

	fuzz_check(dec_percent(&d, a, b, decimals) == is, "dec_percent: whether there is one");
	if (is)
		same("dec_percent", &z, &d);
}

static void
rounds(const struct dec *a, const struct number *x, unsigned decimals)
{
	static struct number z, by;
	struct dec d = dec_round(a, decimals);

	z = *x;
	if (x->scale > (long)decimals) {
		by.w.n = 0;
		school_push(&by.w, 1);
		school_zeros(&by.w, x->scale - (long)decimals);
		school_divide(&z.w, &x->w, &by.w);
		z.scale = (long)decimals;
		z.negative &= z.w.n > 0;
	}
	same("dec_round", &z, &d);
}

static void
shifts(const struct dec *a, const struct number *x, int power)
{
	static struct number z;
	struct dec d = *a;
	bool is;

	z = *x;
	z.scale -= power;
	is = school_fit(&z);
	fuzz_check(dec_shift(&d, &d, power) == is, "dec_shift: whether there is one");
	if (is)
		same("dec_shift", &z, &d);
}

/* Two amounts as numbers of one unit. */
static void
pair(struct str one, struct str two)
{
	static struct number x, want;
	struct amount a = {.known = false}, b = a;
	uint64_t number[2];
	unsigned scale;

	if (!amount_take(&a, one) || !amount_take(&b, two) || !amount_pair(&a, &b, number, &scale))
		return;
	for (int i = 0; i < 2; i++) {
		struct dec d = dec_small(number[i], scale, false);

		fuzz_check(number[i] < UINT64_C(1000000000000000), "amount_pair: a number that is too large");
		take(&x, &d);
		fuzz_check(school_parse(&want, i ? two : one, 0) == DEC_OK, "amount_pair: of what is no number");
		fuzz_equal("amount_pair", school_text(&want, true), school_text(&x, true));
	}
}

/* A copy with nothing behind its end. */
static struct str
exact(struct str text)
{
	char *copy = mem_alloc(text.n, 1);

	mem_put(copy, text.s, text.n);
	return (struct str){copy, text.n};
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct number x, y;
	struct fuzz_input in;
	struct str text[2];
	struct dec a, b;
	unsigned significant, more;
	bool is[2];

	if (!fuzz_input(&in, data, size))
		return 0;
	significant = data[0] % 40;
	more = in.option;
	if (!str_split(&in.text, '\n', &text[0]))
		return 0;
	/* each in memory of its own, for who reads too far */
	text[0] = exact(text[0]);
	text[1] = exact(in.text);
	is[0] = read_text(text[0], significant, &a, &x);
	is[1] = read_text(text[1], significant, &b, &y);
	short_cuts(text[0], significant, &x, is[0]);
	short_cuts(text[1], significant, &y, is[1]);
	amounts(text[0]);
	pair(text[0], text[1]);
	if (is[0]) {
		rounds(&a, &x, more % 70);
		shifts(&a, &x, (int)more - 128);
	}
	if (is[0] && is[1]) {
		sums(&a, &b, &x, &y);
		fuzz_check(dec_cmp(&a, &b) == order(x, y), "dec_cmp");
		quotients(&a, &b, &x, &y, more % 12);
	}
	free((char *)text[0].s);
	free((char *)text[1].s);
	return 0;
}
