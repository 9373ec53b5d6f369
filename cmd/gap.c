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
	if (!dec_percent(&gap->gap_pct.value, &gap->gap.value, &need->value, DECIMALS)
	    || !dec_percent(&gap->covered_pct.value, &have->value, &need->value, DECIMALS)) {
		diag_error(STATUS_BAD, at, "the percentage has more digits than can be kept exactly (%d)", DEC_DIGITS);
		return false;
	}
	return true;
}

bool
gap_of(const struct finance *row, enum against against, struct gap *gap)
{
	static const struct figure nothing;

	gap->against = gap_against(row, against);
	return gap_between(&row->money[MONEY_BUDGET], gap->against == MONEYS ? &nothing : &row->money[gap->against], row->at, gap);
}

static void
percentage(const struct figure *figure)
{
	char text[DEC_MAX];

	csvout_field(command_output(), (struct str){text, figure->known ? dec_format_fixed(&figure->value, text) : 0});
}

void
gap_fields(const struct gap *gap)
{
	command_number(gap->gap.known ? &gap->gap.value : NULL);
	percentage(&gap->gap_pct);
	percentage(&gap->covered_pct);
}
