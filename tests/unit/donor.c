#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "donor.h"

static struct str
donor_iso3(struct str name)
{
	struct str iso3;
	enum donor_type type;

	donor_find(name, &iso3, &type);
	return iso3;
}

static enum donor_type
donor_type_by_name(struct str name)
{
	struct str iso3;
	enum donor_type type;

	donor_find(name, &iso3, &type);
	return type;
}

/* What a name gives: its code and its kind. */
static void
gives(const char *name, const char *iso3, enum donor_type type)
{
	struct str code = donor_iso3(str_of(name));
	enum donor_type kind = donor_type_by_name(str_of(name));

	if (!str_eq(code, str_of(iso3)))
		fail_msg("\"%s\" gives \"%.*s\" instead of \"%s\"", name, (int)code.n, code.s, iso3);
	if (kind != type)
		fail_msg("\"%s\" is \"%s\" instead of \"%s\"", name, donor_type_name(kind), donor_type_name(type));
}

static void
government(const char *name, const char *iso3)
{
	gives(name, iso3, DONOR_GOVERNMENT);
}

static void
nothing(const char *name)
{
	gives(name, "", DONOR_UNKNOWN);
}

static void
plain_countries(void **state)
{
	(void)state;
	government("Mali", "MLI");
	government("United States", "USA");
	government("Republic of Korea", "KOR");
	government(" the Gambia ", "GMB");
	government("Bailiwick of Bailiwick of Jersey", "JEY");
}

static void
governments(void **state)
{
	(void)state;
	government("Government of Spain", "ESP");
	government("GOVERNMENT OF SPAIN", "ESP");
	government(" Government  of\xC2\xA0Spain ", "ESP");
	government("Government of the Netherlands", "NLD");
	government("Government of the Serbia", "SRB");
	government("Government of Gambia (the)", "GMB");
	government("Government of Côte d'Ivoire", "CIV");
	government("Government of Isle of Man", "IMN");
	government("Government of the United Kingdom of Great Britain and Northern Ireland", "GBR");
	government("Federal Government of Germany", "DEU");
	government("Embassy of Japan", "JPN");
}

static void
governments_behind(void **state)
{
	(void)state;
	government("Canada, Government of", "CAN");
	government("Netherlands, Government of the", "NLD");
	government("Netherlands (the), Government of", "NLD");
	government("Korea, Republic of, Government of", "KOR");
	government("Saudi Arabia (Kingdom of), Government of", "SAU");
	government("Côte d’Ivoire, Government of", "CIV");
	government("Guinea-Bissau, Government of", "GNB");
	government("Dem. Rep. of the Congo, Government of", "COD");
}

static void
governments_in_french(void **state)
{
	(void)state;
	government("Gouvernement du Canada", "CAN");
	government("Gouvernement de l'Espagne", "ESP");
	government("Gouvernement de l’Espagne", "ESP");
	government("Gouvernement d'Espagne", "ESP");
	government("Gouvernement d’Espagne", "ESP");
	government("Gouvernement de la Suède", "SWE");
	government("Gouvernement de Suède", "SWE");
	government("Gouvernement des États-Unis d'Amérique", "USA");
	government("Canada, Gouvernement du", "CAN");
	government("Suède, Gouvernement de la", "SWE");
	government("Espagne, Gouvernement de l'", "ESP");
	government("Espagne, Gouvernement d’", "ESP");
	government("Monaco, Gouvernement de", "MCO");
	government("États-Unis, Gouvernement des", "USA");
}

static void
ministries(void **state)
{
	(void)state;
	government("Ministry of Foreign Affairs of Japan", "JPN");
	government("Ministry of Foreign Affairs, Denmark", "DNK");
	government("Ministry of Foreign Affairs (Denmark)", "DNK");
	government("Romania Ministry of Foreign Affairs", "ROU");
	government("Lithuania, Ministry of Foreign Affairs", "LTU");
	government("Finland - Ministry of Foreign Affairs", "FIN");
	government("France - Ministry for Europe and Foreign Affairs", "FRA");
	government("New Zealand - Ministry of Foreign Affairs and Trade - New Zealand Aid Programme", "NZL");
	government("Guinea-Bissau - Ministry of Finance", "GNB");
	government("France – Ministère de l’Europe et des Affaires étrangères", "FRA");
	government("France - Ministere des Affaires etrangeres", "FRA");
	government("Sénégal - Ministère du Budget", "SEN");
	government("Senegal - Ministere du Budget", "SEN");
	government("Sénégal - Ministère des Finances", "SEN");
	government("Senegal - Ministere de la Justice", "SEN");
}

static void
offices(void **state)
{
	(void)state;
	government("Germany - Federal Foreign Office", "DEU");
	government("Germany (Federal Foreign Office)", "DEU");
	government("Germany - Federal Ministry of the Interior", "DEU");
	government("Switzerland - Federal Department of Foreign Affairs", "CHE");
	government("Suisse - Département fédéral des affaires étrangères", "CHE");
	government("Suisse - Departement federal des affaires etrangeres", "CHE");
	government("Australia - Department of  Foreign Affairs and Trade", "AUS");
	government("UK - Foreign, Commonwealth and Development Office", "GBR");
	government("UK - Foreign and Commonwealth Office", "GBR");
	government("UK - Home Office", "GBR");
}

static void
a_country_and_its_agency(void **state)
{
	(void)state;
	government("Sweden, through Swedish International Development Cooperation Agency (Sida)", "SWE");
	government("Sweden, through Sida", "SWE");
	government("Sweden - Sida", "SWE");
	government("Switzerland - Swiss Agency for Development and Cooperation (SDC)", "CHE");
	government("Canada - Global Affairs Canada | Affaires mondiales Canada", "CAN");
	gives("Germany - KfW", "DEU", DONOR_UNKNOWN);
	gives("Japan - Japan for UNHCR", "JPN", DONOR_PRIVATE);
	nothing("Jordan - USAID");
	nothing("Jordan, through USAID");
	nothing("Sweden Sida");
	nothing("Sweden, through");
	nothing("Sweden, through (x)");
}

static void
agencies(void **state)
{
	(void)state;
	government("US Agency for International Development", "USA");
	government("U.S. Agency for International Development (USAID)", "USA");
	government("USAID", "USA");
	government("SIDA", "SWE");
	government("Sida", "SWE");
	government("DFID", "GBR");
	government("Belgian Development Cooperation", "BEL");
	government("Luxembourg Aid & Development", "LUX");
	government("Japan International Cooperation Agency (JICA)", "JPN");
	government("King Salman Humanitarian Aid and Relief Centre", "SAU");
	government("Norad - Norwegian Agency for Development Cooperation", "NOR");
	government("AICS - Agenzia Italiana per la Cooperazione allo Sviluppo / Italian Agency for Cooperation and Development",
	           "ITA");
	gives("KFW Development", "DEU", DONOR_UNKNOWN);
	gives("Agence Française de Développement", "FRA", DONOR_UNKNOWN);
	gives("Agence Francaise de Developpement", "FRA", DONOR_UNKNOWN);
	gives("Qatar Fund for Development", "QAT", DONOR_UNKNOWN);
	gives("Taiwan International Cooperation and Development Fund", "TWN", DONOR_UNKNOWN);
}

struct spelled {
	const char *name, *iso3;
	enum donor_type type;
};

/* The tables' other lines, as the names are written. */
static void
more_agencies(void **state)
{
	static const struct spelled rows[] = {
		{"United States Agency for International Development", "USA", DONOR_GOVERNMENT},
		{"US Department of State", "USA", DONOR_GOVERNMENT},
		{"United States Department of State", "USA", DONOR_GOVERNMENT},
		{"Bureau of Population, Refugees, and Migration", "USA", DONOR_GOVERNMENT},
		{"Department for International Development (DFID)", "GBR", DONOR_GOVERNMENT},
		{"FCDO", "GBR", DONOR_GOVERNMENT},
		{"Foreign, Commonwealth & Development Office", "GBR", DONOR_GOVERNMENT},
		{"Foreign, Commonwealth and Development Office", "GBR", DONOR_GOVERNMENT},
		{"Foreign & Commonwealth Office", "GBR", DONOR_GOVERNMENT},
		{"Foreign and Commonwealth Office", "GBR", DONOR_GOVERNMENT},
		{"Swedish International Development Agency", "SWE", DONOR_GOVERNMENT},
		{"NORAD", "NOR", DONOR_GOVERNMENT},
		{"Norwegian Agency for Development Cooperation", "NOR", DONOR_GOVERNMENT},
		{"Danida", "DNK", DONOR_GOVERNMENT},
		{"Danish International Development Agency", "DNK", DONOR_GOVERNMENT},
		{"Global Affairs Canada", "CAN", DONOR_GOVERNMENT},
		{"Affaires mondiales Canada", "CAN", DONOR_GOVERNMENT},
		{"Canadian International Development Agency", "CAN", DONOR_GOVERNMENT},
		{"Auswärtiges Amt", "DEU", DONOR_GOVERNMENT},
		{"Auswaertiges Amt", "DEU", DONOR_GOVERNMENT},
		{"German Federal Foreign Office", "DEU", DONOR_GOVERNMENT},
		{"Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ)", "DEU", DONOR_UNKNOWN},
		{"Deutsche Gesellschaft fuer Internationale Zusammenarbeit", "DEU", DONOR_UNKNOWN},
		{"KfW Development Bank", "DEU", DONOR_UNKNOWN},
		{"French Development Agency", "FRA", DONOR_UNKNOWN},
		{"AECID", "ESP", DONOR_GOVERNMENT},
		{"Spanish Agency for International Development Cooperation", "ESP", DONOR_GOVERNMENT},
		{"Agencia Española de Cooperación Internacional para el Desarrollo", "ESP", DONOR_GOVERNMENT},
		{"Agencia Espanola de Cooperacion Internacional para el Desarrollo", "ESP", DONOR_GOVERNMENT},
		{"Italian Agency for Cooperation and Development", "ITA", DONOR_GOVERNMENT},
		{"Italian Agency for Development Cooperation", "ITA", DONOR_GOVERNMENT},
		{"Agenzia Italiana per la Cooperazione allo Sviluppo", "ITA", DONOR_GOVERNMENT},
		{"Luxembourg Aid and Development", "LUX", DONOR_GOVERNMENT},
		{"Irish Aid", "IRL", DONOR_GOVERNMENT},
		{"Austrian Development Agency", "AUT", DONOR_GOVERNMENT},
		{"Czech Development Agency", "CZE", DONOR_GOVERNMENT},
		{"AusAID", "AUS", DONOR_GOVERNMENT},
		{"Australian Agency for International Development", "AUS", DONOR_GOVERNMENT},
		{"New Zealand Aid Programme", "NZL", DONOR_GOVERNMENT},
		{"JICA", "JPN", DONOR_GOVERNMENT},
		{"KOICA", "KOR", DONOR_GOVERNMENT},
		{"Korea International Cooperation Agency", "KOR", DONOR_GOVERNMENT},
		{"Turkish Cooperation and Coordination Agency (TIKA)", "TUR", DONOR_GOVERNMENT},
		{"KSrelief", "SAU", DONOR_GOVERNMENT},
		{"King Salman Humanitarian Aid and Relief Center", "SAU", DONOR_GOVERNMENT},
		{"Saudi Fund for Development", "SAU", DONOR_UNKNOWN},
		{"Kuwait Fund for Arab Economic Development", "KWT", DONOR_UNKNOWN},
		{"Abu Dhabi Fund for Development", "ARE", DONOR_UNKNOWN},
		{"Fundación ACNUR Argentina", "ARG", DONOR_PRIVATE},
		{"Fundacion ACNUR Argentina", "ARG", DONOR_PRIVATE},
		{"Sweden for UNHCR", "SWE", DONOR_PRIVATE},
		{"Switzerland for UNHCR", "CHE", DONOR_PRIVATE},
		{"UK for UNHCR", "GBR", DONOR_PRIVATE},
		{"UNO-Fluchtlingshilfe", "DEU", DONOR_PRIVATE},
		{"US Fund for UNICEF", "USA", DONOR_PRIVATE},
	};

	(void)state;
	for (size_t i = 0; i < countof(rows); i++)
		gives(rows[i].name, rows[i].iso3, rows[i].type);
}

static void
more_multilaterals(void **state)
{
	static const char *const names[] = {
		"Office of the United Nations High Commissioner for Refugees", "UNICEF", "UNDP", "UNFPA", "UNOPS", "UNRWA", "UNESCO",
		"UNEP", "UNAIDS", "UN Women", "WFP", "WHO", "World Health Organization", "FAO", "IOM", "CERF", "World Bank",
		"Food & Agriculture Organization of the United Nations", "OCHA Country Based Pooled Funds",
		"UNDP Administered Trust Fund", "UN COVID-19 Response and Recovery Fund", "Education Cannot Wait",
		"DG for Neighbourhood and Enlargement Negotiations",
	};

	(void)state;
	for (size_t i = 0; i < countof(names); i++)
		gives(names[i], "", DONOR_MULTILATERAL);
}

static void
partners(void **state)
{
	(void)state;
	gives("Australia for UNHCR", "AUS", DONOR_PRIVATE);
	gives("España con ACNUR", "ESP", DONOR_PRIVATE);
	gives("Espana con ACNUR", "ESP", DONOR_PRIVATE);
	gives("UNO-Flüchtlingshilfe", "DEU", DONOR_PRIVATE);
	gives("UNO-Fluechtlingshilfe", "DEU", DONOR_PRIVATE);
	gives("USA for UNHCR", "USA", DONOR_PRIVATE);
	gives("Japan for UNHCR", "JPN", DONOR_PRIVATE);
	gives("Sverige för UNHCR", "SWE", DONOR_PRIVATE);
	gives("UNICEF National Committee/Denmark", "DNK", DONOR_PRIVATE);
	gives("UNICEF National Committee/Korea (Republic of)", "KOR", DONOR_PRIVATE);
	gives("UNICEF National Committee/Nowhere", "", DONOR_PRIVATE);
	gives("United States Fund for UNICEF", "USA", DONOR_PRIVATE);
	nothing("Chad for UNHCR");
	nothing("UNO-Flüchtlingshilfe Österreich");
}

static void
private_donors(void **state)
{
	(void)state;
	gives("Private donors in Bermuda", "BMU", DONOR_PRIVATE);
	gives("Private donors in the Netherlands", "NLD", DONOR_PRIVATE);
	gives("private donors in Côte d'Ivoire", "CIV", DONOR_PRIVATE);
	gives("Donateurs privés en Suède", "SWE", DONOR_PRIVATE);
	gives("Donateurs prives en Suede", "SWE", DONOR_PRIVATE);
	gives("Donateurs privés au Canada", "CAN", DONOR_PRIVATE);
	gives("Donateurs prives au Canada", "CAN", DONOR_PRIVATE);
	gives("Donateurs privés aux États-Unis", "USA", DONOR_PRIVATE);
	gives("Donateurs prives aux Etats-Unis", "USA", DONOR_PRIVATE);
	gives("Donateurs privés à Monaco", "MCO", DONOR_PRIVATE);
	gives("Donateurs prives à Monaco", "MCO", DONOR_PRIVATE);
	gives("Donateurs privés", "", DONOR_PRIVATE);
	gives("Donateurs prives", "", DONOR_PRIVATE);
	gives("Private donors", "", DONOR_PRIVATE);
	gives("Private donors worldwide", "", DONOR_PRIVATE);
	gives("Private donors for Mali", "", DONOR_PRIVATE);
	gives("Private (individuals & organizations)", "", DONOR_PRIVATE);
	gives("United Nations Foundation", "", DONOR_PRIVATE);
}

static void
multilateral(const char *name)
{
	gives(name, "", DONOR_MULTILATERAL);
}

static void
multilaterals(void **state)
{
	(void)state;
	multilateral("UNHCR");
	multilateral("United Nations");
	multilateral("United Nations High Commissioner for Refugees");
	multilateral("United Nations Children's Fund (UNICEF)");
	multilateral("United Nations-African Union Hybrid Operation in Darfur");
	multilateral("UN-Habitat");
	multilateral("World Food Programme");
	multilateral("World Food Programme (WFP)");
	multilateral("Food and Agriculture Organization of the United Nations");
	multilateral("International Organization for Migration (IOM)");
	multilateral("Central Emergency Response Fund");
	multilateral("Asian Development Bank");
	multilateral("The World Bank");
	multilateral("European Commission");
	multilateral("European Commission's Humanitarian Aid and Civil Protection Department");
	multilateral("European Commission - EU Facility for Refugees in Turkey");
	multilateral("COVID-19 Humanitarian Thematic Fund");
}

/* A fund is not the country's that it is for. */
static void
pooled_funds(void **state)
{
	(void)state;
	multilateral("Afghanistan Humanitarian Fund");
	multilateral("Syrian Arab Republic Humanitarian Fund");
	multilateral("Syria Cross-border Humanitarian Fund");
	nothing("Acme Humanitarian Fund");
	nothing("Humanitarian Fund");
	nothing("Afghanistan Humanitarian Funding Ltd");
}

static void
no_country_s(void **state)
{
	(void)state;
	nothing("European Union");
	nothing("European Economic Area");
	nothing("ECHO");
	nothing("African Union");
	nothing("African Development Bank");
	nothing("Organisation of Islamic Cooperation");
	nothing("Intergovernmental Authority on Development");
	nothing("UPS Corporation");
	nothing("Ford Foundation");
	nothing("Regional Bureau for West Africa");
	nothing("United Nations Association of Germany");
	nothing("United Nations Federal Credit Union");
	nothing("United Nations Foundation of Mali");
	nothing("United Nations Staff Union");
	nothing("United Nationsville");
}

static void
a_country_in_a_name_is_not_enough(void **state)
{
	(void)state;
	nothing("Some Ltd - Germany");
	nothing("Germany - Some Ltd");
	nothing("Germany, Some Ltd");
	nothing("Some Ltd (Germany)");
	nothing("Bank of Ireland");
	nothing("Jordan Ltd");
	nothing("Air France");
	nothing("Action Contre la Faim - Action Against Hunger International");
	nothing("Danish Committee for Aid to Afghan Refugees");
	nothing("Save the Children, Government of");
	nothing("Georgia Department of Agriculture");
	nothing("Georgia - Department of Agriculture");
	nothing("Jordan Ministry of Health");
	nothing("Canada - Ministry often Ltd");
}

static void
half_a_name_is_not_enough(void **state)
{
	(void)state;
	nothing("Government of");
	nothing("Government of ");
	nothing("Government");
	nothing(", Government of");
	nothing("Government of Korea");
	nothing("Government of Western Australia");
	nothing("Government of Punjab, Pakistan");
	nothing("Canada, Government of Ontario");
	nothing("Government offers Spain");
	nothing("Government of Spain Ltd");
	nothing("Friends of the Government of Spain");
	nothing("Ministry of Foreign Affairs");
	nothing("Federal Foreign Office");
	nothing("- Federal Foreign Office");
	nothing("through Sida");
	nothing("USAIDE");
	nothing("USAID contractors");
	nothing("(USAID)s");
	nothing("AFD");
}

static void
odd_texts(void **state)
{
	(void)state;
	nothing("");
	nothing(" ");
	nothing("-");
	nothing("()");
	nothing(")");
	nothing("(");
	nothing("(((");
	nothing(", - |");
	nothing("\xE2\x80");
	nothing("Some \xE2\x80");
	assert_int_equal(donor_iso3((struct str){NULL, 0}).n, 0);
	assert_int_equal(donor_type_by_name((struct str){NULL, 0}), DONOR_UNKNOWN);
	/* NUL is no gap between words. */
	assert_int_equal(donor_iso3((struct str){"Government of\0Spain", 19}).n, 0);
}

static void
long_texts(void **state)
{
	static const char name[] = "Government of Mali";
	size_t n = 1 << 20;
	char *text = malloc(n);

	(void)state;
	assert_non_null(text);
	memset(text, ' ', n);
	memcpy(text + n / 2, name, sizeof name - 1);
	assert_true(str_eq(donor_iso3((struct str){text, n}), S("MLI")));
	for (size_t i = 0; i < n; i++)
		text[i] = i % 2 ? '-' : 'a';
	assert_int_equal(donor_iso3((struct str){text, n}).n, 0);
	assert_int_equal(donor_iso3((struct str){text, 512}).n, 0);
	memset(text, ' ', n);
	memcpy(text, "Government of", 13);
	memcpy(text + 508, "Mali", 4);
	assert_true(str_eq(donor_iso3((struct str){text, 512}), S("MLI")));
	text[508] = ' ';
	memcpy(text + 509, "Mali", 4);
	assert_int_equal(donor_iso3((struct str){text, 513}).n, 0);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_countries),
		cmocka_unit_test(governments),
		cmocka_unit_test(governments_behind),
		cmocka_unit_test(governments_in_french),
		cmocka_unit_test(ministries),
		cmocka_unit_test(offices),
		cmocka_unit_test(a_country_and_its_agency),
		cmocka_unit_test(agencies),
		cmocka_unit_test(more_agencies),
		cmocka_unit_test(more_multilaterals),
		cmocka_unit_test(partners),
		cmocka_unit_test(private_donors),
		cmocka_unit_test(multilaterals),
		cmocka_unit_test(pooled_funds),
		cmocka_unit_test(no_country_s),
		cmocka_unit_test(a_country_in_a_name_is_not_enough),
		cmocka_unit_test(half_a_name_is_not_enough),
		cmocka_unit_test(odd_texts),
		cmocka_unit_test(long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
