#include "country.h"
#include "date.h"
#include "iati.h"

static const struct term terms[] = {
	{STR("iatiidentifier"), IATI_COLUMN_ACTIVITY, 0},
	{STR("transactiontypecode"), IATI_COLUMN_TYPE, 0},
	{STR("transactiontype"), IATI_COLUMN_TYPE, 0},
	{STR("transactiondate"), IATI_COLUMN_DATE, 0},
	{STR("transactionvalue"), IATI_COLUMN_VALUE, 0},
	{STR("transactionvaluecurrency"), IATI_COLUMN_CURRENCY, 0},
	{STR("transactionvalueusd"), IATI_COLUMN_VALUE_USD, 0},
	{STR("transactiondescription"), IATI_COLUMN_DESCRIPTION, 0},
	{STR("transactionproviderorg"), IATI_COLUMN_PROVIDER, 0},
	{STR("transactionproviderorgtype"), IATI_COLUMN_PROVIDER_TYPE, 0},
};

const struct vocabulary iati_words = {terms, countof(terms), &shared_words, 0};

/* Whether it looks like a code of ISO 3166, which is in capitals. */
static bool
is_code(struct str a)
{
	for (size_t i = 0; i < a.n; i++)
		if (a.s[i] < 'A' || a.s[i] > 'Z')
			return false;
	return a.n == 3;
}

bool
iati_read(struct str identifier, struct iati *activity)
{
	static const struct str unhcr = STR("XM-DAC-41121-");
	struct str rest, last;

	if (!str_starts(identifier, unhcr))
		return false;
	rest = str_skip(identifier, unhcr.n);
	if (!str_split(&rest, '-', &activity->year) || !date_is_year(activity->year))
		return false;
	last = activity->operation = rest.s ? rest : S("");
	for (size_t i = last.n; i > 0; i--) {
		if (last.s[i - 1] == '-') {
			last = str_skip(last, i);
			break;
		}
	}
	activity->iso3 = S("");
	if (is_code(last) && country_name(last).n > 0) {
		activity->operation = country_name(last);
		activity->iso3 = last;
	}
	return true;
}

enum read
iati_activity(const struct reading *r, struct iati *activity)
{
	struct str identifier = columns_text(&r->columns, &r->record, IATI_COLUMN_ACTIVITY);

	if (iati_read(identifier, activity))
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "\"%.*s\" is no activity of UNHCR's (XM-DAC-41121-YEAR-REGION-OPERATION)",
	           DIAG_STR(identifier));
	return READ_BAD;
}

bool
iati_has_transactions(const struct columns *c)
{
	return columns_have(c, IATI_COLUMN_ACTIVITY) && columns_have(c, IATI_COLUMN_TYPE)
	       && (columns_have(c, IATI_COLUMN_VALUE) || columns_have(c, IATI_COLUMN_VALUE_USD));
}

enum iati_type
iati_type(const struct reading *r)
{
	static const enum iati_type types[] = {IATI_INCOMING, IATI_DISBURSEMENT, IATI_EXPENDITURE, IATI_COMMITMENT};
	static const struct str codes[] = {STR("1"), STR("3"), STR("4"), STR("11")};
	struct str text = columns_text(&r->columns, &r->record, IATI_COLUMN_TYPE);

	for (size_t i = 0; i < countof(codes); i++)
		if (str_eq(text, codes[i]))
			return types[i];
	return IATI_OTHER;
}

enum read
iati_value(const struct reading *r, struct dec *value)
{
	const struct cell *cell = columns_cell(&r->columns, &r->record, IATI_COLUMN_VALUE_USD);
	struct str currency = columns_text(&r->columns, &r->record, IATI_COLUMN_CURRENCY);

	if (!cell && str_folds_to(currency, S("usd")))
		cell = columns_cell(&r->columns, &r->record, IATI_COLUMN_VALUE);
	if (cell)
		return reading_figure(r, cell->text, S("transaction value"), value);
	diag_error(STATUS_BAD, r->record.at, "the transaction's value is not stated in US dollars");
	return READ_BAD;
}
