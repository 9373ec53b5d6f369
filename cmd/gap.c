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

enum money
gap_figures(const struct finance *row, enum against against, struct figure *need, struct figure *have)
{
	enum money other = gap_against(row, against);

	need->known = row->money[MONEY_BUDGET].known;
	if (need->known)
		need->value = amount_value(&row->money[MONEY_BUDGET]);
	have->known = other != MONEYS;
	if (have->known)
		have->value = amount_value(&row->money[other]);
	return other;
}

/*
 * The gap in per cent: what is covered, taken from 100. Rounded half to even, both have an even number (10,000) of hundredths
 * together, whatever the quotient; only where 100 - covered has too many digits the quotient has to say so itself.
 */
static bool
percent_left(struct gap *gap, const struct figure *need)
{
	const struct dec hundred = {wide_make(0, 10000), DECIMALS, false};

	return (dec_sub(&gap->gap_pct.value, &hundred, &gap->covered_pct.value) && gap->gap_pct.value.scale == DECIMALS)
	       || dec_percent(&gap->gap_pct.value, &gap->gap.value, &need->value, DECIMALS);
}

bool
gap_between(const struct figure *need, const struct figure *have, struct pos at, struct gap *gap)
{
	gap->gap.known = gap->gap_pct.known = gap->covered_pct.known = false;
	if (!need->known || !have->known)
		return true;
	if (!dec_sub(&gap->gap.value, &need->value, &have->value)) {
		diag_error(STATUS_BAD, at, "the gap has more digits than can be kept exactly (%d)", DEC_DIGITS);
		return false;
	}
	gap->gap.known = true;
	if (dec_zero(&need->value))
		return true;
	gap->gap_pct.known = gap->covered_pct.known = true;
	if (!dec_percent(&gap->covered_pct.value, &have->value, &need->value, DECIMALS)
	    || !percent_left(gap, need)) {
		diag_error(STATUS_BAD, at, "the percentage has more digits than can be kept exactly (%d)", DEC_DIGITS);
		return false;
	}
	return true;
}

/* gap_between() of two amounts that are texts, as most are. False, with nothing done: for that. */
static bool
gap_of_texts(const struct amount *need, const struct amount *have, struct gap *gap)
{
	const uint64_t all = 10000; /* hundredths of a per cent */
	uint64_t number[2], covered, rest;
	unsigned scale;
	bool over;

	_Static_assert(DECIMALS == 2, "hundredths");
	if (!amount_pair(need, have, number, &scale) || number[0] == 0)
		return false;
	covered = number[1] * all / number[0];
	rest = (number[1] * all - covered * number[0]) * 2;
	covered += (unsigned)(rest > number[0]) | ((unsigned)(rest == number[0]) & covered % 2);
	over = number[1] > number[0];
	gap->gap.known = gap->gap_pct.known = gap->covered_pct.known = true;
	gap->gap.value = dec_small(over ? number[1] - number[0] : number[0] - number[1], scale, over);
	gap->covered_pct.value = dec_small(covered, DECIMALS, false);
	over = covered > all;
	gap->gap_pct.value = dec_small(over ? covered - all : all - covered, DECIMALS, over);
	return true;
}

bool
gap_of(const struct finance *row, enum against against, struct gap *gap)
{
	struct figure need, have;

	gap->against = gap_against(row, against);
	if (gap->against != MONEYS && row->money[MONEY_BUDGET].known
	    && gap_of_texts(&row->money[MONEY_BUDGET], &row->money[gap->against], gap))
		return true;
	gap->against = gap_figures(row, against, &need, &have);
	return gap_between(&need, &have, row->at, gap);
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
	*to++ = ',';
	if (gap->gap.known)
		to = command_put_number(to, &gap->gap.value);
	to = put_percentage(to, &gap->gap_pct);
	return put_percentage(to, &gap->covered_pct);
}
