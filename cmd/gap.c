#include "command.h"
#include "gap.h"

#define DECIMALS 2 /* of percentages */

enum money
gap_against(const struct finance *row, enum against against)
{
	if (against != AGAINST_EXPENDITURE && row->money[MONEY_FUNDING].known)
		return MONEY_FUNDING;
	if (against != AGAINST_FUNDING && row->money[MONEY_EXPENDITURE].known)
		return MONEY_EXPENDITURE;
	return MONEYS;
}

/*
 * The gap in per cent: what is covered, taken from 100. Rounded half to even, both have an even number (10,000) of hundredths
 * together, whatever the quotient. False: it has too many digits, as the quotient would.
 */
static bool
percent_left(struct gap *gap)
{
	const struct dec hundred = {wide_make(0, 10000), DECIMALS, false};

	return dec_sub(&gap->gap_pct.value, &hundred, &gap->covered_pct.value) && gap->gap_pct.value.scale == DECIMALS;
}

/* Any two figures. */
static bool
work_out(struct gap *gap, const struct dec *need, const struct dec *have, struct pos at)
{
	gap->gap.known = dec_sub(&gap->gap.value, need, have);
	if (!gap->gap.known) {
		diag_error(STATUS_BAD, at, "the gap has more digits than can be kept exactly (%d)", DEC_DIGITS);
		return false;
	}
	if (dec_zero(need))
		return true;
	gap->gap_pct.known = gap->covered_pct.known = true;
	if (!dec_percent(&gap->covered_pct.value, have, need, DECIMALS) || !percent_left(gap)) {
		diag_error(STATUS_BAD, at, "the percentage has more digits than can be kept exactly (%d)", DEC_DIGITS);
		return false;
	}
	return true;
}

bool
gap_between(const struct amount *need, const struct amount *have, const struct pos *at, struct gap *gap)
{
	uint64_t number[2];
	struct dec one, other;

	gap->small = need->known && have->known && amount_pair(need, have, number, &gap->scale) && number[0] > 0;
	if (gap->small) {
		gap->need = number[0];
		gap->have = number[1];
		return true;
	}
	gap->gap.known = gap->gap_pct.known = gap->covered_pct.known = false;
	if (!need->known || !have->known)
		return true;
	one = amount_value(need);
	other = amount_value(have);
	return work_out(gap, &one, &other, *at);
}

bool
gap_of(const struct finance *row, enum against against, struct gap *gap)
{
	static const struct amount nothing = {.known = false};

	gap->against = gap_against(row, against);
	return gap_between(&row->money[MONEY_BUDGET], gap->against == MONEYS ? &nothing : &row->money[gap->against], &row->at, gap);
}

bool
gap_value(const struct gap *gap, struct dec *value)
{
	bool over = gap->have > gap->need;

	if (gap->small)
		*value = dec_small(over ? gap->have - gap->need : gap->need - gap->have, gap->scale, over);
	else if (gap->gap.known)
		*value = gap->gap.value;
	return gap->small || gap->gap.known;
}

/* The difference of two small numbers, as dec_format() has it. */
static inline char *
put_difference(char *to, const struct gap *gap)
{
	bool over = gap->have > gap->need;
	uint64_t number = over ? gap->have - gap->need : gap->need - gap->have, fraction;

	if (gap->scale == 0 && number >= DIGITS_EIGHT) {
		const struct dec value = dec_small(number, 0, over);

		return to + dec_format(&value, to);
	}
	*to = '-';
	to += over;
	if (gap->scale == 0)
		return digits_put(to, number);
	_Static_assert(AMOUNT_SCALE == 8, "eight digits at once");
	to = digits_put(to, number / DIGITS_EIGHT);
	fraction = digits_values(number % DIGITS_EIGHT);
	*to = '.';
	digits_store8(to + 1, fraction | DIGITS_ZEROS);
	return fraction ? to + 2 + digits_last(fraction) : to;
}

/* Hundredths of a per cent behind a comma, as dec_format_fixed() has them. */
static inline char *
put_hundredths(char *to, uint64_t hundredths, bool negative)
{
	uint64_t values;
	unsigned zeros;

	*to++ = ',';
	if (hundredths >= DIGITS_EIGHT) {
		const struct dec value = dec_small(hundredths, DECIMALS, negative);

		return to + dec_format_fixed(&value, to);
	}
	*to = '-';
	to += negative;
	/* eight digits, less the zeros in front but for three digits; then the last two again, behind a point */
	values = digits_values(hundredths);
	zeros = digits_first(values | UINT64_C(1) << 40);
	values |= DIGITS_ZEROS;
	digits_store8(to, values >> 8 * zeros);
	to += 6 - zeros;
	digits_store4(to, '.' | (unsigned)(values >> 48) << 8);
	return to + 3;
}

/* Four digits without the zeros in front but for the last one, a point, and two digits; their values are in the low bytes. */
static inline char *
put_fixed(char *to, unsigned whole, unsigned cents)
{
	unsigned zeros = digits_first(whole | 1U << 24);

	digits_store4(to, (whole | (unsigned)DIGITS_ZEROS) >> 8 * zeros);
	to += 4 - zeros;
	digits_store4(to, '.' | (cents | (unsigned)DIGITS_ZEROS) << 8);
	return to + 3;
}

/*
 * The shares of two small numbers: what is covered, and what it lacks to 100. Rounded half to even, both have an even number
 * (10,000) of hundredths together, whatever the quotient. Mostly they are below 10,000 per cent, and written side by side.
 */
static inline char *
put_shares(char *to, const struct gap *gap)
{
	const uint64_t all = 10000;
	uint64_t covered = gap->have * all / gap->need, rest = gap->have * all % gap->need * 2, left, whole, cents;

	_Static_assert(DECIMALS == 2, "hundredths");
	covered += (unsigned)(rest > gap->need) | ((unsigned)(rest == gap->need) & covered % 2);
	left = covered > all ? covered - all : all - covered;
	if (covered >= 1000000) {
		to = put_hundredths(to, left, true);
		return put_hundredths(to, covered, false);
	}
	whole = digits_fours(left / 100 | covered / 100 << 32);
	cents = digits_twos(left % 100 | covered % 100 << 32);
	*to++ = ',';
	*to = '-';
	to = put_fixed(to + (covered > all), (unsigned)whole, (unsigned)cents);
	*to++ = ',';
	return put_fixed(to, (unsigned)(whole >> 32), (unsigned)(cents >> 32));
}

static char *
put_percentage(char *to, const struct figure *figure)
{
	*to++ = ',';
	return figure->known ? to + dec_format_fixed(&figure->value, to) : to;
}

char *
gap_put(char *to, const struct gap *gap)
{
	struct dec value;

	*to++ = ',';
	if (gap->small && command.decimals < 0)
		to = put_difference(to, gap);
	else if (gap_value(gap, &value))
		to = command_put_number(to, &value);
	if (gap->small)
		return put_shares(to, gap);
	to = put_percentage(to, &gap->gap_pct);
	return put_percentage(to, &gap->covered_pct);
}
