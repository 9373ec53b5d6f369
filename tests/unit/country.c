#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "country.h"

struct row {
	struct str key;
	const char *iso3;
};

static const struct row names[] = {
#define C(key, iso3) {STR(key), iso3},
#include "country.tbl"
#undef C
};

static const struct row codes[] = {
#define N(iso3, name) {STR(name), iso3},
#include "countrynames.tbl"
#undef N
};

static void
is_str(struct str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("\"%.*s\" instead of \"%s\"", (int)got.n, got.s, want);
}

static void
gives(const char *name, const char *iso3)
{
	struct str got = country_iso3(str_of(name));

	if (!str_eq(got, str_of(iso3)))
		fail_msg("\"%s\" gives \"%.*s\" instead of \"%s\"", name, (int)got.n, got.s, iso3);
}

static bool
is_code(const char *iso3)
{
	return strlen(iso3) == 3 && strspn(iso3, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static void
names_are_sorted(void **state)
{
	(void)state;
	for (size_t i = 1; i < countof(names); i++)
		if (str_cmp(names[i - 1].key, names[i].key) >= 0)
			fail_msg("\"%s\" does not belong before \"%s\"", names[i - 1].key.s, names[i].key.s);
}

static void
codes_are_sorted(void **state)
{
	(void)state;
	for (size_t i = 1; i < countof(codes); i++)
		if (strcmp(codes[i - 1].iso3, codes[i].iso3) >= 0)
			fail_msg("%s does not belong before %s", codes[i - 1].iso3, codes[i].iso3);
}

/* A key of another form would never be found. */
static void
keys_are_keys(void **state)
{
	char key[256];

	(void)state;
	for (size_t i = 0; i < countof(names); i++) {
		size_t n = str_fold(names[i].key, key, sizeof key);

		if (n > sizeof key || !str_eq((struct str){key, n}, names[i].key))
			fail_msg("\"%s\" is not as str_fold() makes it", names[i].key.s);
	}
}

/* All of them, so also the longest. */
static void
every_key_gives_its_code(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(names); i++)
		gives(names[i].key.s, names[i].iso3);
}

static void
every_code_has_a_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(names); i++)
		if (!is_code(names[i].iso3) || country_name(str_of(names[i].iso3)).n == 0)
			fail_msg("%s (\"%s\") is not in countrynames.tbl", names[i].iso3, names[i].key.s);
}

static void
every_name_gives_its_code(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(codes); i++) {
		assert_true(is_code(codes[i].iso3));
		gives(codes[i].key.s, codes[i].iso3);
	}
}

/* Codes look like names to country_iso3(), and UNHCR's differ from ISO's: the only ones that may stand are no one else's. */
static void
no_key_is_a_code(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(names); i++)
		if (names[i].key.n == 3 && !str_eq(names[i].key, S("usa")) && !str_eq(names[i].key, S("opt")))
			fail_msg("\"%s\" may be a code", names[i].key.s);
}

static void
unhcr(void **state)
{
	(void)state;
	gives("Mali", "MLI");
	gives("Syrian Arab Rep.", "SYR");
	gives("Dem. Rep. of the Congo", "COD");
	gives("Central African Rep.", "CAF");
	gives("United Rep. of Tanzania", "TZA");
	gives("Iran (Islamic Rep. of)", "IRN");
	gives("Lao People's Dem. Rep.", "LAO");
	gives("Dem. People's Rep. of Korea", "PRK");
	gives("Cote d'Ivoire", "CIV");
	gives("China, Hong Kong SAR", "HKG");
	gives("Serbia and Kosovo: S/RES/1244 (1999)", "SRB");
	gives("Serbia and Kosovo (S/RES/1244 (1999))", "SRB");
	gives("Serbia (and Kosovo: S/RES/1244 (1999))", "SRB");
	gives("Netherlands (Kingdom of the)", "NLD");
	gives("United Kingdom of Great Britain and Northern Ireland", "GBR");
	gives("Palestinian", "PSE");
	gives("Western Sahara", "ESH");
	gives("Bonaire", "BES");
	gives("Bailiwick of Jersey", "JEY");
}

static void
iso_and_un(void **state)
{
	(void)state;
	gives("Viet Nam", "VNM");
	gives("Vietnam", "VNM");
	gives("Bolivia, Plurinational State of", "BOL");
	gives("Congo (the Democratic Republic of the)", "COD");
	gives("KOREA (THE REPUBLIC OF)", "KOR");
	gives("Falkland Islands (the) [Malvinas]", "FLK");
	gives("FALKLAND ISLANDS [MALVINAS]", "FLK");
	gives("Falkland Islands (Malvinas)", "FLK");
	gives("the Hashemite Kingdom of Jordan", "JOR");
	gives("the Republic of the Niger", "NER");
	gives("the Federal Republic of Nigeria", "NGA");
	gives("Czechia", "CZE");
	gives("Holy See", "VAT");
	gives("State of Palestine", "PSE");
	gives("Micronesia (Federated States of)", "FSM");
	gives("Åland Islands", "ALA");
	gives("Antigua & Barbuda", "ATG");
	gives("Trinidad & Tobago", "TTO");
}

static void
ocha(void **state)
{
	(void)state;
	gives("occupied Palestinian territory", "PSE");
	gives("oPt", "PSE");
	gives("DR Congo", "COD");
	gives("Lao PDR", "LAO");
	gives("Congo, The Democratic Republic of the", "COD");
	gives("Korea, Democratic People's Republic of", "PRK");
	gives("Saudi Arabia (Kingdom of)", "SAU");
	gives("Kosovo", "XKX");
}

static void
french(void **state)
{
	(void)state;
	gives("Tchad", "TCD");
	gives("Cameroun", "CMR");
	gives("Sénégal", "SEN");
	gives("Côte d'Ivoire", "CIV");
	gives("Côte d’Ivoire", "CIV");
	gives("CÔTE D'IVOIRE", "CIV");
	gives("République démocratique du Congo", "COD");
	gives("République centrafricaine", "CAF");
	gives("Rép. dém. du Congo", "COD");
	gives("États-Unis d'Amérique", "USA");
	gives("Etats-Unis d’Amérique", "USA");
	gives("Etats Unis", "USA");
	gives("Royaume-Uni", "GBR");
	gives("Allemagne", "DEU");
	gives("Suisse", "CHE");
	gives("Suède", "SWE");
	gives("Turquie", "TUR");
	gives("Guinée équatoriale", "GNQ");
	gives("Erythrée", "ERI");
	gives("la République arabe d'Égypte", "EGY");
	gives("Iran (République islamique d')", "IRN");
}

static void
historic(void **state)
{
	(void)state;
	gives("Turkey", "TUR");
	gives("Turkiye", "TUR");
	gives("TÜRKİYE", "TUR"); /* its dotted capital has no small letter of its own */
	gives("Swaziland", "SWZ");
	gives("Czech Rep.", "CZE");
	gives("Czech Republic", "CZE");
	gives("The former Yugoslav Republic of Macedonia", "MKD");
	gives("FYR Macedonia", "MKD");
	gives("Cape Verde", "CPV");
	gives("Ivory Coast", "CIV");
	gives("Burma", "MMR");
	gives("Libyan Arab Jamahiriya", "LBY");
	gives("Serbia and Montenegro", "SRB");
}

static void
neighbours_are_not_mixed_up(void **state)
{
	(void)state;
	gives("Niger", "NER");
	gives("Nigeria", "NGA");
	gives("Congo", "COG");
	gives("Guinea", "GIN");
	gives("Guinea-Bissau", "GNB");
	gives("Equatorial Guinea", "GNQ");
	gives("Papua New Guinea", "PNG");
	gives("Guyana", "GUY");
	gives("Dominica", "DMA");
	gives("Dominique", "DMA");
	gives("Dominican Rep.", "DOM");
	gives("Ireland", "IRL");
	gives("Samoa", "WSM");
	gives("American Samoa", "ASM");
	gives("Sudan", "SDN");
	gives("South Sudan", "SSD");
	gives("Austria", "AUT");
	gives("Australia", "AUS");
	gives("Saint Martin (French part)", "MAF");
	gives("Sint Maarten (Dutch part)", "SXM");
}

static void
case_and_blanks(void **state)
{
	(void)state;
	gives("Niger ", "NER");
	gives("\t burkina  FASO\r\n", "BFA");
	gives("\xC2\xA0Sri\xC2\xA0Lanka\xE2\x80\xAF", "LKA");
	gives("GUINEA BISSAU", "GNB");
	gives("TCHÉQUIE", "CZE");
}

static void
articles(void **state)
{
	(void)state;
	gives("The Gambia", "GMB");
	gives("the\xC2\xA0gambia", "GMB");
	gives(" THE Gambia ", "GMB");
	gives("Gambia (the)", "GMB");
	gives("Gambia (The) ", "GMB");
	gives("Gambia(the)", "GMB");
	gives("Niger (le)", "NER");
	gives("Suisse (la)", "CHE");
	gives("Philippines (les)", "PHL");
	gives("Afghanistan (l')", "AFG");
	gives("Afghanistan (l’)", "AFG");
	gives("Les Philippines", "PHL");
	gives("La Réunion", "REU");
	gives("le Tchad", "TCD");
	gives("l'Ouganda", "UGA");
	gives("L’Ouganda", "UGA");
	gives("the Gambia (the)", "GMB");
	gives("the Congo (le)", "COG");
	/* These only begin like one. */
	gives("Lebanon", "LBN");
	gives("Lesotho", "LSO");
	gives("Thailand", "THA");
}

static void
sums(void **state)
{
	(void)state;
	assert_true(country_is_sum(S("Total")));
	assert_true(country_is_sum(S(" totals ")));
	assert_true(country_is_sum(S("GRAND TOTAL")));
	assert_true(country_is_sum(S("Total g\xC3\xA9n\xC3\xA9ral")));
	assert_true(country_is_sum(S("Total general")));
	assert_true(country_is_sum(S("All countries")));
	assert_false(country_is_sum(S("")));
	assert_false(country_is_sum(S("Tota")));
	assert_false(country_is_sum(S("Total of Mali")));
	assert_false(country_is_sum(S("Grand Bassam")));
	assert_false(country_is_sum(S("Togo")));
	assert_false(country_is_sum(S("Various")));
}

static void
an_article_is_no_name(void **state)
{
	(void)state;
	gives("the", "");
	gives("the ", "");
	gives("(the)", "");
	gives("the (the)", "");
	gives("l'", "");
	gives(")", "");
	gives("(", "");
	gives("()", "");
	gives("the the Gambia", "");
	gives("a Gambia", "");
	gives("Gambia (a)", "");
	gives("the)", "");
	gives("Mali (the", "");
}

static void
never(void **state)
{
	(void)state;
	gives("", "");
	gives(" ", "");
	gives("-", "");
	gives("Mal", "");
	gives("Malix", "");
	gives("Mali 2020", "");
	gives("Korea", "");
	gives("Guineas", "");
	gives("Virgin Islands", "");
	gives("Various", "");
	gives("Various/Unknown", "");
	gives("Unknown", "");
	gives("Stateless", "");
	gives("Tibetan", "");
	gives("Others", "");
	gives("West Africa", "");
	gives("European Union", "");
	/* Codes, ISO's or UNHCR's, are no names. */
	gives("AUS", "");
	gives("MAR", "");
	gives("ARE", "");
	gives("CAR", "");
	gives("UAE", "");
	gives("LAO", "");
	gives("MLI", "");
	gives("UKN", "");
	gives("XXA", "");
	assert_int_equal(country_iso3((struct str){NULL, 0}).n, 0);
}

static void
long_names(void **state)
{
	static const char mali[] = "Mali";
	size_t n = 1 << 20;
	char *text = malloc(n);

	(void)state;
	assert_non_null(text);
	memset(text, 'a', n);
	assert_int_equal(country_iso3((struct str){text, n}).n, 0);
	for (size_t i = 90; i < 100; i++)
		assert_int_equal(country_iso3((struct str){text, i}).n, 0);
	memset(text, '(', n);
	text[n - 1] = ')';
	assert_int_equal(country_iso3((struct str){text, n}).n, 0);
	/* It is the key that counts. */
	memset(text, ' ', n);
	memcpy(text + n / 2, mali, sizeof mali - 1);
	is_str(country_iso3((struct str){text, n}), "MLI");
	free(text);
}

static void
name_of_a_code(void **state)
{
	(void)state;
	is_str(country_name(S("MLI")), "Mali");
	is_str(country_name(S("mli")), "Mali");
	is_str(country_name(S("mLi")), "Mali");
	is_str(country_name(S("AFG")), "Afghanistan"); /* the first */
	is_str(country_name(S("ZWE")), "Zimbabwe");    /* the last */
	is_str(country_name(S("SRB")), "Serbia and Kosovo: S/RES/1244 (1999)");
	is_str(country_name(S("COD")), "Dem. Rep. of the Congo");
	is_str(country_name(S("CUW")), "Curacao");
	is_str(country_name(S("AUS")), "Australia");
	is_str(country_name(S("GGY")), "Guernsey");
	is_str(country_name(S("UNK")), "");
	is_str(country_name(S("XXA")), "");
	is_str(country_name(S("ML")), "");
	is_str(country_name(S("MLIX")), "");
	is_str(country_name(S("ML\0")), "");
	is_str(country_name(S("")), "");
	is_str(country_name((struct str){NULL, 0}), "");
}

struct seen {
	size_t n;
	struct str last;
};

static void
see(struct str iso3, struct str name, void *arg)
{
	struct seen *seen = arg;

	assert_true(str_cmp(seen->last, iso3) < 0);
	assert_true(str_eq(country_name(iso3), name));
	seen->last = iso3;
	seen->n++;
}

static void
each(void **state)
{
	struct seen seen = {0, S("")};

	(void)state;
	country_each(see, &seen);
	assert_int_equal(seen.n, countof(codes));
	assert_int_equal(seen.n, 250); /* ISO 3166-1 has 249; and XKX */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_sorted),
		cmocka_unit_test(codes_are_sorted),
		cmocka_unit_test(keys_are_keys),
		cmocka_unit_test(every_key_gives_its_code),
		cmocka_unit_test(every_code_has_a_name),
		cmocka_unit_test(every_name_gives_its_code),
		cmocka_unit_test(no_key_is_a_code),
		cmocka_unit_test(unhcr),
		cmocka_unit_test(iso_and_un),
		cmocka_unit_test(ocha),
		cmocka_unit_test(french),
		cmocka_unit_test(historic),
		cmocka_unit_test(neighbours_are_not_mixed_up),
		cmocka_unit_test(case_and_blanks),
		cmocka_unit_test(articles),
		cmocka_unit_test(an_article_is_no_name),
		cmocka_unit_test(sums),
		cmocka_unit_test(never),
		cmocka_unit_test(long_names),
		cmocka_unit_test(name_of_a_code),
		cmocka_unit_test(each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
