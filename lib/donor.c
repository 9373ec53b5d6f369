#include "country.h"
#include "donor.h"
#include "vocabulary.h"

#define LONGEST 512 /* bytes of a name that is taken apart; the longest one known has about 100 */

/* A donor's name, as str_fold() makes it, with its country (empty: of none) and kind. */
struct donor {
	struct str key, iso3;
	enum donor_type type;
};

/* Words around a country's name that tell the donor's kind. */
struct phrase {
	struct str key;
	enum { FRONT, BEHIND } place;
	enum donor_type type;
};

/* A name, cut between two words: "Spain", " - ", "Ministry of Foreign Affairs". */
struct cut {
	struct str before, between, behind;
};

static const char *const types[] = {"", "government", "private", "multilateral", "other"};

/*
 * How the sources classify. Of IATI's codes, 15 is "other public sector": UNHCR has the European Commission there. FTS has its
 * words in singular.
 */
static const struct term type_terms[] = {
	{STR("government"), DONOR_GOVERNMENT, 0},
	{STR("governments"), DONOR_GOVERNMENT, 0},
	{STR("nationalgovernment"), DONOR_GOVERNMENT, 0},
	{STR("localgovernment"), DONOR_GOVERNMENT, 0},
	{STR("10"), DONOR_GOVERNMENT, 0},
	{STR("11"), DONOR_GOVERNMENT, 0},
	{STR("private"), DONOR_PRIVATE, 0},
	{STR("privateorganizationfoundation"), DONOR_PRIVATE, 0},
	{STR("privateorganization"), DONOR_PRIVATE, 0},
	{STR("privateorganizations"), DONOR_PRIVATE, 0},
	{STR("privateindividual"), DONOR_PRIVATE, 0},
	{STR("privateindividuals"), DONOR_PRIVATE, 0},
	{STR("60"), DONOR_PRIVATE, 0},
	{STR("70"), DONOR_PRIVATE, 0},
	{STR("80"), DONOR_PRIVATE, 0},
	{STR("multilateral"), DONOR_MULTILATERAL, 0},
	{STR("multilateralorganization"), DONOR_MULTILATERAL, 0},
	{STR("multilateralorganizations"), DONOR_MULTILATERAL, 0},
	{STR("intergovernmental"), DONOR_MULTILATERAL, 0},
	{STR("intergovernmentalorganization"), DONOR_MULTILATERAL, 0},
	{STR("intergovernmentalorganizations"), DONOR_MULTILATERAL, 0},
	{STR("unagency"), DONOR_MULTILATERAL, 0},
	{STR("unagencies"), DONOR_MULTILATERAL, 0},
	{STR("pooledfund"), DONOR_MULTILATERAL, 0},
	{STR("pooledfunds"), DONOR_MULTILATERAL, 0},
	{STR("15"), DONOR_MULTILATERAL, 0},
	{STR("40"), DONOR_MULTILATERAL, 0},
	{STR("other"), DONOR_OTHER, 0},
	{STR("ngo"), DONOR_OTHER, 0},
	{STR("ngos"), DONOR_OTHER, 0},
	{STR("internationalngo"), DONOR_OTHER, 0},
	{STR("internationalngos"), DONOR_OTHER, 0},
	{STR("nationalngo"), DONOR_OTHER, 0},
	{STR("nationalngos"), DONOR_OTHER, 0},
	{STR("localngo"), DONOR_OTHER, 0},
	{STR("localngos"), DONOR_OTHER, 0},
	{STR("redcrossredcrescent"), DONOR_OTHER, 0},
	{STR("21"), DONOR_OTHER, 0},
	{STR("22"), DONOR_OTHER, 0},
	{STR("23"), DONOR_OTHER, 0},
	{STR("24"), DONOR_OTHER, 0},
	{STR("30"), DONOR_OTHER, 0},
	{STR("71"), DONOR_OTHER, 0},
	{STR("72"), DONOR_OTHER, 0},
	{STR("73"), DONOR_OTHER, 0},
	{STR("90"), DONOR_OTHER, 0},
};

static const struct vocabulary type_words = {type_terms, countof(type_terms), NULL, 0};

/* The rest of the name is a country's, and nothing else. A pooled fund for a country is not the country's: it has no code. */
static const struct phrase phrases[] = {
	{STR("governmentof"), FRONT, DONOR_GOVERNMENT},
	{STR("governmentof"), BEHIND, DONOR_GOVERNMENT},
	{STR("governmentofthe"), BEHIND, DONOR_GOVERNMENT},
	{STR("federalgovernmentof"), FRONT, DONOR_GOVERNMENT},
	{STR("gouvernementde"), FRONT, DONOR_GOVERNMENT},
	{STR("gouvernementdu"), FRONT, DONOR_GOVERNMENT},
	{STR("gouvernementdes"), FRONT, DONOR_GOVERNMENT},
	{STR("gouvernementd"), FRONT, DONOR_GOVERNMENT},
	{STR("gouvernementde"), BEHIND, DONOR_GOVERNMENT},
	{STR("gouvernementdu"), BEHIND, DONOR_GOVERNMENT},
	{STR("gouvernementdes"), BEHIND, DONOR_GOVERNMENT},
	{STR("gouvernementdela"), BEHIND, DONOR_GOVERNMENT},
	{STR("gouvernementdel"), BEHIND, DONOR_GOVERNMENT},
	{STR("gouvernementd"), BEHIND, DONOR_GOVERNMENT},
	{STR("ministryofforeignaffairs"), FRONT, DONOR_GOVERNMENT},
	{STR("ministryofforeignaffairs"), BEHIND, DONOR_GOVERNMENT},
	{STR("ministryofforeignaffairsof"), FRONT, DONOR_GOVERNMENT},
	{STR("embassyof"), FRONT, DONOR_GOVERNMENT},
	{STR("privatedonorsin"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivésen"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivesen"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivésau"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivesau"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivésaux"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivesaux"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivésà"), FRONT, DONOR_PRIVATE},
	{STR("donateursprivesà"), FRONT, DONOR_PRIVATE},
	{STR("unicefnationalcommittee"), FRONT, DONOR_PRIVATE},
	{STR("humanitarianfund"), BEHIND, DONOR_MULTILATERAL},
};

/* What may follow a country's name and punctuation, with more words behind it: "Germany - Federal Foreign Office, Berlin". */
static const struct str offices[] = {
	STR("departmentofforeignaffairs"),
	STR("départementfédéral"),
	STR("departementfederal"),
	STR("federaldepartment"),
	STR("federalforeignoffice"),
	STR("federalministry"),
	STR("homeoffice"),
	STR("ministryfor"),
	STR("ministryof"),
	STR("ministèrede"),
	STR("ministèredes"),
	STR("ministèredu"),
	STR("ministerede"),
	STR("ministeredes"),
	STR("ministeredu"),
};

/*
 * Donors of one country that need not name it. Only what is certain: an acronym that others have, too ("AFD", "SDC", "DFAT"),
 * stays out. Development banks and funds, and companies that a state owns, have no kind: no source at hand classifies them.
 */
static const struct donor agencies[] = {
	{STR("usaid"), STR("USA"), DONOR_GOVERNMENT},
	{STR("usagencyforinternationaldevelopment"), STR("USA"), DONOR_GOVERNMENT},
	{STR("unitedstatesagencyforinternationaldevelopment"), STR("USA"), DONOR_GOVERNMENT},
	{STR("usdepartmentofstate"), STR("USA"), DONOR_GOVERNMENT},
	{STR("unitedstatesdepartmentofstate"), STR("USA"), DONOR_GOVERNMENT},
	{STR("bureauofpopulationrefugeesandmigration"), STR("USA"), DONOR_GOVERNMENT},
	{STR("dfid"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("departmentforinternationaldevelopment"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("fcdo"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("foreigncommonwealthanddevelopmentoffice"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("foreigncommonwealthdevelopmentoffice"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("foreignandcommonwealthoffice"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("foreigncommonwealthoffice"), STR("GBR"), DONOR_GOVERNMENT},
	{STR("sida"), STR("SWE"), DONOR_GOVERNMENT},
	{STR("swedishinternationaldevelopmentcooperationagency"), STR("SWE"), DONOR_GOVERNMENT},
	{STR("swedishinternationaldevelopmentagency"), STR("SWE"), DONOR_GOVERNMENT},
	{STR("norad"), STR("NOR"), DONOR_GOVERNMENT},
	{STR("norwegianagencyfordevelopmentcooperation"), STR("NOR"), DONOR_GOVERNMENT},
	{STR("noradnorwegianagencyfordevelopmentcooperation"), STR("NOR"), DONOR_GOVERNMENT},
	{STR("danida"), STR("DNK"), DONOR_GOVERNMENT},
	{STR("danishinternationaldevelopmentagency"), STR("DNK"), DONOR_GOVERNMENT},
	{STR("globalaffairscanada"), STR("CAN"), DONOR_GOVERNMENT},
	{STR("affairesmondialescanada"), STR("CAN"), DONOR_GOVERNMENT},
	{STR("globalaffairscanadaaffairesmondialescanada"), STR("CAN"), DONOR_GOVERNMENT},
	{STR("canadianinternationaldevelopmentagency"), STR("CAN"), DONOR_GOVERNMENT},
	{STR("swissagencyfordevelopmentandcooperation"), STR("CHE"), DONOR_GOVERNMENT},
	{STR("auswärtigesamt"), STR("DEU"), DONOR_GOVERNMENT},
	{STR("auswaertigesamt"), STR("DEU"), DONOR_GOVERNMENT},
	{STR("germanfederalforeignoffice"), STR("DEU"), DONOR_GOVERNMENT},
	{STR("deutschegesellschaftfürinternationalezusammenarbeit"), STR("DEU"), DONOR_UNKNOWN},
	{STR("deutschegesellschaftfuerinternationalezusammenarbeit"), STR("DEU"), DONOR_UNKNOWN},
	{STR("kfw"), STR("DEU"), DONOR_UNKNOWN},
	{STR("kfwdevelopment"), STR("DEU"), DONOR_UNKNOWN},
	{STR("kfwdevelopmentbank"), STR("DEU"), DONOR_UNKNOWN},
	{STR("agencefrançaisededéveloppement"), STR("FRA"), DONOR_UNKNOWN},
	{STR("agencefrancaisededeveloppement"), STR("FRA"), DONOR_UNKNOWN},
	{STR("frenchdevelopmentagency"), STR("FRA"), DONOR_UNKNOWN},
	{STR("aecid"), STR("ESP"), DONOR_GOVERNMENT},
	{STR("spanishagencyforinternationaldevelopmentcooperation"), STR("ESP"), DONOR_GOVERNMENT},
	{STR("agenciaespañoladecooperacióninternacionalparaeldesarrollo"), STR("ESP"), DONOR_GOVERNMENT},
	{STR("agenciaespanoladecooperacioninternacionalparaeldesarrollo"), STR("ESP"), DONOR_GOVERNMENT},
	{STR("italianagencyforcooperationanddevelopment"), STR("ITA"), DONOR_GOVERNMENT},
	{STR("italianagencyfordevelopmentcooperation"), STR("ITA"), DONOR_GOVERNMENT},
	{STR("agenziaitalianaperlacooperazioneallosviluppo"), STR("ITA"), DONOR_GOVERNMENT},
	{STR("aicsagenziaitalianaperlacooperazioneallosviluppoitalianagencyforcooperationanddevelopment"), STR("ITA"),
	 DONOR_GOVERNMENT},
	{STR("belgiandevelopmentcooperation"), STR("BEL"), DONOR_GOVERNMENT},
	{STR("luxembourgaiddevelopment"), STR("LUX"), DONOR_GOVERNMENT},
	{STR("luxembourgaidanddevelopment"), STR("LUX"), DONOR_GOVERNMENT},
	{STR("irishaid"), STR("IRL"), DONOR_GOVERNMENT},
	{STR("austriandevelopmentagency"), STR("AUT"), DONOR_GOVERNMENT},
	{STR("czechdevelopmentagency"), STR("CZE"), DONOR_GOVERNMENT},
	{STR("ausaid"), STR("AUS"), DONOR_GOVERNMENT},
	{STR("australianagencyforinternationaldevelopment"), STR("AUS"), DONOR_GOVERNMENT},
	{STR("newzealandaidprogramme"), STR("NZL"), DONOR_GOVERNMENT},
	{STR("jica"), STR("JPN"), DONOR_GOVERNMENT},
	{STR("japaninternationalcooperationagency"), STR("JPN"), DONOR_GOVERNMENT},
	{STR("koica"), STR("KOR"), DONOR_GOVERNMENT},
	{STR("koreainternationalcooperationagency"), STR("KOR"), DONOR_GOVERNMENT},
	{STR("turkishcooperationandcoordinationagency"), STR("TUR"), DONOR_GOVERNMENT},
	{STR("taiwaninternationalcooperationanddevelopmentfund"), STR("TWN"), DONOR_UNKNOWN},
	{STR("ksrelief"), STR("SAU"), DONOR_GOVERNMENT},
	{STR("kingsalmanhumanitarianaidandreliefcentre"), STR("SAU"), DONOR_GOVERNMENT},
	{STR("kingsalmanhumanitarianaidandreliefcenter"), STR("SAU"), DONOR_GOVERNMENT},
	{STR("saudifundfordevelopment"), STR("SAU"), DONOR_UNKNOWN},
	{STR("qatarfundfordevelopment"), STR("QAT"), DONOR_UNKNOWN},
	{STR("kuwaitfundforarabeconomicdevelopment"), STR("KWT"), DONOR_UNKNOWN},
	{STR("abudhabifundfordevelopment"), STR("ARE"), DONOR_UNKNOWN},
	/* UNHCR's and UNICEF's national partners. */
	{STR("australiaforunhcr"), STR("AUS"), DONOR_PRIVATE},
	{STR("españaconacnur"), STR("ESP"), DONOR_PRIVATE},
	{STR("espanaconacnur"), STR("ESP"), DONOR_PRIVATE},
	{STR("fundaciónacnurargentina"), STR("ARG"), DONOR_PRIVATE},
	{STR("fundacionacnurargentina"), STR("ARG"), DONOR_PRIVATE},
	{STR("japanforunhcr"), STR("JPN"), DONOR_PRIVATE},
	{STR("swedenforunhcr"), STR("SWE"), DONOR_PRIVATE},
	{STR("sverigeförunhcr"), STR("SWE"), DONOR_PRIVATE},
	{STR("switzerlandforunhcr"), STR("CHE"), DONOR_PRIVATE},
	{STR("ukforunhcr"), STR("GBR"), DONOR_PRIVATE},
	{STR("usaforunhcr"), STR("USA"), DONOR_PRIVATE},
	{STR("unoflüchtlingshilfe"), STR("DEU"), DONOR_PRIVATE},
	{STR("unofluchtlingshilfe"), STR("DEU"), DONOR_PRIVATE},
	{STR("unofluechtlingshilfe"), STR("DEU"), DONOR_PRIVATE},
	{STR("unitedstatesfundforunicef"), STR("USA"), DONOR_PRIVATE},
	{STR("usfundforunicef"), STR("USA"), DONOR_PRIVATE},
};

/* Donors of no country, by their whole names: FTS has them as UN agencies, pooled funds, inter-governmental or private. */
static const struct term body_terms[] = {
	{STR("unitednationsfoundation"), DONOR_PRIVATE, 0},
	{STR("privateindividualsorganizations"), DONOR_PRIVATE, 0},
	{STR("unhcr"), DONOR_MULTILATERAL, 0},
	{STR("officeoftheunitednationshighcommissionerforrefugees"), DONOR_MULTILATERAL, 0},
	{STR("unicef"), DONOR_MULTILATERAL, 0},
	{STR("undp"), DONOR_MULTILATERAL, 0},
	{STR("unfpa"), DONOR_MULTILATERAL, 0},
	{STR("unops"), DONOR_MULTILATERAL, 0},
	{STR("unrwa"), DONOR_MULTILATERAL, 0},
	{STR("unesco"), DONOR_MULTILATERAL, 0},
	{STR("unep"), DONOR_MULTILATERAL, 0},
	{STR("unaids"), DONOR_MULTILATERAL, 0},
	{STR("unwomen"), DONOR_MULTILATERAL, 0},
	{STR("unhabitat"), DONOR_MULTILATERAL, 0},
	{STR("wfp"), DONOR_MULTILATERAL, 0},
	{STR("worldfoodprogramme"), DONOR_MULTILATERAL, 0},
	{STR("who"), DONOR_MULTILATERAL, 0},
	{STR("worldhealthorganization"), DONOR_MULTILATERAL, 0},
	{STR("fao"), DONOR_MULTILATERAL, 0},
	{STR("foodandagricultureorganizationoftheunitednations"), DONOR_MULTILATERAL, 0},
	{STR("foodagricultureorganizationoftheunitednations"), DONOR_MULTILATERAL, 0},
	{STR("iom"), DONOR_MULTILATERAL, 0},
	{STR("internationalorganizationformigration"), DONOR_MULTILATERAL, 0},
	{STR("cerf"), DONOR_MULTILATERAL, 0},
	{STR("centralemergencyresponsefund"), DONOR_MULTILATERAL, 0},
	{STR("ochacountrybasedpooledfunds"), DONOR_MULTILATERAL, 0},
	{STR("syriacrossborderhumanitarianfund"), DONOR_MULTILATERAL, 0},
	{STR("covid19humanitarianthematicfund"), DONOR_MULTILATERAL, 0},
	{STR("undpadministeredtrustfund"), DONOR_MULTILATERAL, 0},
	{STR("uncovid19responseandrecoveryfund"), DONOR_MULTILATERAL, 0},
	{STR("educationcannotwait"), DONOR_MULTILATERAL, 0},
	{STR("worldbank"), DONOR_MULTILATERAL, 0},
	{STR("theworldbank"), DONOR_MULTILATERAL, 0},
	{STR("asiandevelopmentbank"), DONOR_MULTILATERAL, 0},
	{STR("dgforneighbourhoodandenlargementnegotiations"), DONOR_MULTILATERAL, 0},
};

static const struct vocabulary bodies = {body_terms, countof(body_terms), NULL, 0};

/* What their names begin with; the first one counts. Not all that is named after the United Nations is theirs. */
static const struct term beginnings[] = {
	{STR("unitednationsassociation"), DONOR_UNKNOWN, 0},
	{STR("unitednationsfederalcreditunion"), DONOR_UNKNOWN, 0},
	{STR("unitednationsfoundation"), DONOR_UNKNOWN, 0},
	{STR("unitednationsstaff"), DONOR_UNKNOWN, 0},
	{STR("unitednations"), DONOR_MULTILATERAL, 0},
	{STR("europeancommission"), DONOR_MULTILATERAL, 0},
	{STR("unicefnationalcommittee"), DONOR_PRIVATE, 0},
	{STR("privatedonors"), DONOR_PRIVATE, 0},
	{STR("donateursprivés"), DONOR_PRIVATE, 0},
	{STR("donateursprives"), DONOR_PRIVATE, 0},
};

const char *
donor_type_name(enum donor_type type)
{
	return types[type];
}

/* The type of one word; DONOR_TYPES for an unknown one. */
static enum donor_type
type_of(struct str word)
{
	const struct term *term = term_find(&type_words, word);

	return term ? (enum donor_type)term->meaning : DONOR_TYPES;
}

enum donor_type
donor_type_of(struct str words)
{
	enum donor_type all = DONOR_TYPES;
	size_t begun = 0;

	/* what is not given may be NULL, which nothing is added to */
	if (words.n == 0)
		return DONOR_TYPES;
	for (size_t i = 0; i <= words.n; i++) {
		enum donor_type one;

		if (i < words.n && words.s[i] != ',' && words.s[i] != '|')
			continue;
		one = type_of((struct str){words.s + begun, i - begun});
		if (one == DONOR_TYPES)
			return DONOR_TYPES;
		all = begun == 0 || one == all ? one : DONOR_UNKNOWN;
		begun = i + 1;
	}
	return all;
}

/* Most of what words are made of. */
static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How many bytes of what separates words stand at the beginning; a closing parenthesis belongs to the word before it. */
static size_t
gap(struct str text)
{
	size_t blank;

	if (text.n == 0 || is_letter(text.s[0]))
		return 0;
	if ((blank = str_blank(text)) > 0)
		return blank;
	if (text.s[0] && strchr("'(,-./:;|", text.s[0]))
		return 1;
	return text.n > 2 && str_starts(text, S("\xE2\x80")) ? 3 : 0; /* dashes and quotation marks */
}

/* Moves the cut to the next place between two words, or to the end of the name; false if it is there. It begins empty. */
static bool
next_cut(struct str name, struct cut *cut)
{
	size_t before = cut->before.n + cut->between.n, behind, n;

	if (before == name.n)
		return false;
	while (before < name.n && gap(str_skip(name, before)) == 0)
		before++;
	for (behind = before; (n = gap(str_skip(name, behind))) > 0; behind += n)
		;
	cut->before = (struct str){name.s, before};
	cut->between = (struct str){name.s + before, behind - before};
	cut->behind = str_skip(name, behind);
	return true;
}

/* The key of a name or of a part of it. */
static struct str
fold(struct str name, char room[static LONGEST])
{
	return (struct str){room, str_fold(name, room, LONGEST)};
}

/* Whether the name begins with the words of the key; folded is its own. */
static bool
begins(struct str name, struct str folded, struct str key)
{
	struct cut cut = {.before = {name.s, 0}};

	while (str_starts(folded, key) && next_cut(name, &cut))
		if (str_folds_to(cut.before, key))
			return true;
	return false;
}

/* "Swedish International Development Cooperation Agency (Sida)": without the parenthesis at the end. */
static struct str
without_parenthesis(struct str name)
{
	size_t n = name.n;

	if (n == 0 || name.s[n - 1] != ')')
		return name;
	while (n > 0 && name.s[n - 1] != '(')
		n--;
	return n > 0 ? (struct str){name.s, n - 1} : name;
}

/* The agency of that name, whatever stands in a parenthesis behind it; NULL for none. */
static const struct donor *
find_agency(struct str name)
{
	char room[LONGEST];
	struct str key = fold(without_parenthesis(name), room);

	for (size_t i = 0; i < countof(agencies); i++)
		if (str_eq(agencies[i].key, key))
			return &agencies[i];
	return NULL;
}

/* A country's name with a phrase in front of it or behind it. */
static bool
by_phrase(const struct cut *cut, struct donor *donor)
{
	char room_before[LONGEST], room_behind[LONGEST];
	struct str before = fold(cut->before, room_before), behind = fold(cut->behind, room_behind);

	for (size_t i = 0; i < countof(phrases); i++) {
		bool front = phrases[i].place == FRONT;

		if (!str_eq(phrases[i].key, front ? before : behind))
			continue;
		donor->iso3 = country_iso3(front ? cut->behind : cut->before);
		if (donor->iso3.n == 0)
			continue;
		donor->type = phrases[i].type;
		if (donor->type == DONOR_MULTILATERAL)
			donor->iso3 = S("");
		return true;
	}
	return false;
}

/* Whether it is an office that any country may have. */
static bool
is_office(struct str name)
{
	char room[LONGEST];
	struct str folded = fold(name, room);

	for (size_t i = 0; i < countof(offices); i++)
		if (begins(name, folded, offices[i]))
			return true;
	return false;
}

/* A country's name, punctuation, and one of its offices or agencies: "Sweden, through Sida", but not "Jordan - USAID". */
static bool
by_office(const struct cut *cut, struct donor *donor)
{
	struct str office = cut->behind;
	struct cut first = {.before = {office.s, 0}};
	const struct donor *agency;

	if (str_trim(cut->between).n == 0 || (donor->iso3 = country_iso3(cut->before)).n == 0)
		return false;
	if (next_cut(office, &first) && str_folds_to(first.before, S("through")))
		office = first.behind;
	agency = find_agency(office);
	donor->type = agency ? agency->type : DONOR_GOVERNMENT;
	return agency ? str_eq(agency->iso3, donor->iso3) : is_office(office);
}

/* What the name says that is no country's name. */
static struct donor
take_apart(struct str name)
{
	struct donor donor = {.iso3 = S("")};
	struct cut cut = {.before = {name.s, 0}};
	const struct donor *agency = find_agency(name);
	const struct term *body = term_find(&bodies, name);
	char room[LONGEST];
	struct str folded = fold(name, room);

	if (agency)
		return *agency;
	while (next_cut(name, &cut))
		if (by_phrase(&cut, &donor) || by_office(&cut, &donor))
			return donor;
	if (body == NULL)
		body = term_find(&bodies, without_parenthesis(name));
	for (size_t i = 0; i < countof(beginnings) && body == NULL; i++)
		if (begins(name, folded, beginnings[i].key))
			body = &beginnings[i];
	return (struct donor){.iso3 = S(""), .type = body ? (enum donor_type)body->meaning : DONOR_UNKNOWN};
}

/* The country and kind of the name, where it has them. */
static struct donor
find(struct str name)
{
	struct donor donor = {.iso3 = country_iso3(name), .type = DONOR_GOVERNMENT};

	name = str_trim(name);
	if (donor.iso3.n > 0)
		return donor;
	return name.n > 0 && name.n <= LONGEST ? take_apart(name) : (struct donor){.iso3 = S("")};
}

void
donor_find(struct str name, struct str *iso3, enum donor_type *type)
{
	struct donor donor = find(name);

	*iso3 = donor.iso3;
	*type = donor.type;
}
