#include "finance.h"
#include "finance_words.h"
#include "iati.h"

/* Names of columns and of series. Where two columns of a table mean the same, the upper line wins. */
static const struct term terms[] = {
	{STR("#activity+pillar"), FIN_COLUMN_PILLAR, 0},
	{STR("pillar"), FIN_COLUMN_PILLAR, 0},
	{STR("pilier"), FIN_COLUMN_PILLAR, 0},

	{STR("#value+budget"), FIN_COLUMN_BUDGET, UNIT_NONE},
	{STR("budget"), FIN_COLUMN_BUDGET, UNIT_NONE},
	{STR("budgetusd"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("budgetmillionusd"), FIN_COLUMN_BUDGET, UNIT_MUSD},
	{STR("budgetvalue"), FIN_COLUMN_BUDGET, UNIT_NONE},
	/* OCHA FTS has dollars */
	{STR("#value+funding+required+usd"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("requirements"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("requirementsusd"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("requirementsrevisedrequirements"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("revisedrequirements"), FIN_COLUMN_BUDGET, UNIT_USD},
	{STR("#value+funding"), FIN_COLUMN_FUNDING, UNIT_NONE},
	{STR("#value+funding+total+usd"), FIN_COLUMN_FUNDING, UNIT_USD},
	{STR("funding"), FIN_COLUMN_FUNDING, UNIT_NONE},
	{STR("fundingusd"), FIN_COLUMN_FUNDING, UNIT_USD},
	{STR("fundingtotalfunding"), FIN_COLUMN_FUNDING, UNIT_USD},
	{STR("totalfunding"), FIN_COLUMN_FUNDING, UNIT_USD},
	{STR("fundsavailable"), FIN_COLUMN_FUNDING, UNIT_NONE},
	{STR("financement"), FIN_COLUMN_FUNDING, UNIT_NONE},
	{STR("#value+expenditure"), FIN_COLUMN_EXPENDITURE, UNIT_NONE},
	{STR("expenditure"), FIN_COLUMN_EXPENDITURE, UNIT_NONE},
	{STR("expenditures"), FIN_COLUMN_EXPENDITURE, UNIT_NONE},
	{STR("expenditureusd"), FIN_COLUMN_EXPENDITURE, UNIT_USD},
	{STR("dépenses"), FIN_COLUMN_EXPENDITURE, UNIT_NONE},
	{STR("#value+funding+pct"), FIN_COLUMN_PERCENT, 0},
	{STR("percentfunded"), FIN_COLUMN_PERCENT, 0},
	{STR("%funded"), FIN_COLUMN_PERCENT, 0},
	{STR("fundingpct"), FIN_COLUMN_PERCENT, 0},
	{STR("fundingprogress"), FIN_COLUMN_PERCENT, 0},

	{STR("#date+start"), FIN_COLUMN_START, 0},
	{STR("startdate"), FIN_COLUMN_START, 0},
	{STR("referenceperiodstart"), FIN_COLUMN_START, 0},
	{STR("budgetperiodstart"), FIN_COLUMN_START, 0},
	{STR("#activity+appeal+name"), FIN_COLUMN_PLAN, 0},
	{STR("appealname"), FIN_COLUMN_PLAN, 0},
	{STR("name"), FIN_COLUMN_PLAN, 0},
	{STR("budgetvaluedate"), FIN_COLUMN_REVISION, 0},
	{STR("#sector+cluster+name"), FIN_COLUMN_CLUSTER, 0},
	{STR("#sector+cluster"), FIN_COLUMN_CLUSTER, 0},
	{STR("cluster"), FIN_COLUMN_CLUSTER, 0},
	/* OCHA's codes are ISO's; in UNHCR's tables of people, country_code is one of its own */
	{STR("countrycode"), COLUMN_ISO3, 0},
	{STR("locationcode"), COLUMN_ISO3, 0},
	{STR("budgetcurrency"), COLUMN_UNIT, 0},
	{STR("countries"), FIN_COLUMN_COUNTRIES, 0},
	{STR("countriesiso3"), FIN_COLUMN_COUNTRY, 0},

	{STR("p1"), FIN_COLUMN_OF_PILLAR, PILLAR_1},
	{STR("p2"), FIN_COLUMN_OF_PILLAR, PILLAR_2},
	{STR("p3"), FIN_COLUMN_OF_PILLAR, PILLAR_3},
	{STR("p4"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
	{STR("pillar1"), FIN_COLUMN_OF_PILLAR, PILLAR_1},
	{STR("pillar2"), FIN_COLUMN_OF_PILLAR, PILLAR_2},
	{STR("pillar3"), FIN_COLUMN_OF_PILLAR, PILLAR_3},
	{STR("pillar4"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
	{STR("refugeeprogramme"), FIN_COLUMN_OF_PILLAR, PILLAR_1},
	{STR("statelessprogramme"), FIN_COLUMN_OF_PILLAR, PILLAR_2},
	{STR("reintegrationprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_3},
	{STR("idpprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
	{STR("internallydisplacedpersonprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
	{STR("pillar1refugeeprogramme"), FIN_COLUMN_OF_PILLAR, PILLAR_1},
	{STR("pillar2statelessprogramme"), FIN_COLUMN_OF_PILLAR, PILLAR_2},
	{STR("pillar3reintegrationprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_3},
	{STR("pillar4idpprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
	{STR("pillar4internallydisplacedpersonprojects"), FIN_COLUMN_OF_PILLAR, PILLAR_4},
};

const struct vocabulary finance_words = {terms, countof(terms), &iati_words, FIN_COLUMN_OF_PILLAR};

#define NAME(text) {text, sizeof(text) - 1}

const struct name pillar_names[PILLARS] = {NAME("total"), NAME("p1"), NAME("p2"), NAME("p3"), NAME("p4")};
const struct name unit_names[UNITS] = {NAME(""), NAME("usd"), NAME("kusd"), NAME("musd")};
const struct name money_names[MONEYS] = {NAME("budget"), NAME("funding"), NAME("expenditure")};

/* Other ways to write a unit. */
static const struct term unit_terms[] = {
	{STR("us"), 0, UNIT_USD},
	{STR("usd"), 0, UNIT_USD},
	{STR("usdollars"), 0, UNIT_USD},
	{STR("kusd"), 0, UNIT_KUSD},
	{STR("thousandusd"), 0, UNIT_KUSD},
	{STR("usdthousand"), 0, UNIT_KUSD},
	{STR("thousandsofusdollars"), 0, UNIT_KUSD},
	{STR("musd"), 0, UNIT_MUSD},
	{STR("millionusd"), 0, UNIT_MUSD},
	{STR("usdmillion"), 0, UNIT_MUSD},
	{STR("millionsofusdollars"), 0, UNIT_MUSD},
};

static const struct vocabulary unit_words = {unit_terms, countof(unit_terms), NULL, 0};

/* The number of our own name that the text is; n for none. */
static size_t
own_name(const struct name *name, size_t n, struct str text)
{
	size_t i = 0;

	while (i < n && !(name[i].n == text.n && memcmp(name[i].text, text.s, text.n) == 0))
		i++;
	return i;
}

enum pillar
pillar_of(struct str text)
{
	const struct term *term;
	size_t own = own_name(pillar_names, PILLARS, text);

	/* our own names are the ones that come most often */
	if (own < PILLARS)
		return (enum pillar)own;
	term = term_find(&finance_words, text);
	if (str_folds_to(text, S("total")))
		return PILLAR_TOTAL;
	return term && term->meaning == FIN_COLUMN_OF_PILLAR ? (enum pillar)term->detail : PILLARS;
}

enum unit
unit_of(struct str text)
{
	const struct term *term;
	size_t own = text.n > 0 ? own_name(unit_names, UNITS, text) : UNITS;

	if (own < UNITS)
		return (enum unit)own;
	term = term_find(&unit_words, text);
	return term ? (enum unit)term->detail : UNITS;
}

bool
finance_knows(struct str name)
{
	return term_find(&finance_words, name) != NULL;
}

bool
unit_convert(struct dec *figure, enum unit from, enum unit to)
{
	return dec_shift(figure, figure, 3 * ((int)from - (int)to));
}
