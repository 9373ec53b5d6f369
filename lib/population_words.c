#include "population.h"
#include "population_words.h"

static const struct {
	const char *code, *label;
} types[] = {
	[POP_REF] = {"REF", "Refugees"},
	[POP_ROC] = {"ROC", "Refugee-like situation"},
	[POP_ASY] = {"ASY", "Asylum-seekers"},
	[POP_OIP] = {"OIP", "Other people in need of international protection"},
	[POP_IDP] = {"IDP", "IDPs"},
	[POP_IOC] = {"IOC", "IDP-like situation"},
	[POP_RET] = {"RET", "Returned refugees"},
	[POP_RDP] = {"RDP", "Returned IDPs"},
	[POP_RST] = {"RST", "Resettlement arrivals"},
	[POP_NAT] = {"NAT", "Naturalisation"},
	[POP_STA] = {"STA", "Stateless"},
	[POP_OOC] = {"OOC", "Others of concern"},
	[POP_VDA] = {"VDA", "Venezuelans displaced abroad"},
	[POP_HST] = {"HST", "Host community"},
	[POP_TOT] = {"TOT", "Total"},
	[POP_UNKNOWN] = {"", ""},
};

static const char *const statuses[] = {"actual", "projected", "redacted"};

/* Every name that stands above a column or before a figure. Where two columns mean the same, the upper line wins. */
static const struct term terms[] = {
	{STR("#country+name+origin"), POP_COLUMN_ORIGIN, 0},
	{STR("#country+origin"), POP_COLUMN_ORIGIN, 0},
	{STR("origin"), POP_COLUMN_ORIGIN, 0},
	{STR("countryoforigin"), POP_COLUMN_ORIGIN, 0},
	{STR("countryterritoryoforigin"), POP_COLUMN_ORIGIN, 0},
	{STR("countryoforiginname"), POP_COLUMN_ORIGIN, 0},
	{STR("origincountry"), POP_COLUMN_ORIGIN, 0},
	{STR("originreturnedfrom"), POP_COLUMN_ORIGIN, 0},
	{STR("cooname"), POP_COLUMN_ORIGIN, 0},
	{STR("paysdorigine"), POP_COLUMN_ORIGIN, 0},
	{STR("#country+code+origin"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("#country+code+iso3+origin"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("originiso3"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("countryoforiginiso"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("countryoforiginiso3"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("iso3oforigin"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("iso3coo"), POP_COLUMN_ORIGIN_ISO3, 0},
	{STR("cooiso"), POP_COLUMN_ORIGIN_ISO3, 0},
	/* a day stands for the year where there is no year */
	{STR("#date+year"), COLUMN_YEAR, 0},
	{STR("year"), COLUMN_YEAR, 0},
	{STR("#date"), COLUMN_YEAR, 0},
	{STR("date"), COLUMN_YEAR, 0},
	{STR("#status"), POP_COLUMN_STATUS, 0},
	{STR("status"), POP_COLUMN_STATUS, 0},
	{STR("#indicator+code"), POP_COLUMN_CODE, 0},
	{STR("code"), POP_COLUMN_CODE, 0},
	{STR("poptype"), POP_COLUMN_CODE, 0},
	{STR("#indicator+name"), POP_COLUMN_LABEL, 0},
	{STR("#indicator+populationtype"), POP_COLUMN_LABEL, 0},
	{STR("populationtype"), POP_COLUMN_LABEL, 0},
	{STR("typedepopulation"), POP_COLUMN_LABEL, 0},
	{STR("#affected"), POP_COLUMN_PERSONS, 0},
	{STR("persons"), POP_COLUMN_PERSONS, 0},
	{STR("people"), POP_COLUMN_PERSONS, 0},
	{STR("personnes"), POP_COLUMN_PERSONS, 0},
	{STR("individuals"), POP_COLUMN_PERSONS, 0},
	{STR("value"), POP_COLUMN_PERSONS, 0},
	{STR("#affected+all+total"), POP_COLUMN_TOTAL, POP_TOT},
	{STR("#affected+total"), POP_COLUMN_TOTAL, POP_TOT},
	{STR("total"), POP_COLUMN_TOTAL, POP_TOT},

	{STR("#affected+refugees"), POP_COLUMN_TYPE, POP_REF},
	{STR("#affected+asylumseekers"), POP_COLUMN_TYPE, POP_ASY},
	{STR("#affected+oip"), POP_COLUMN_TYPE, POP_OIP},
	{STR("#affected+idps"), POP_COLUMN_TYPE, POP_IDP},
	{STR("#affected+conflict+idps+ind+stock"), POP_COLUMN_TYPE, POP_IDP}, /* IDMC; those of disasters are not UNHCR's */
	{STR("#affected+refugees+returnees"), POP_COLUMN_TYPE, POP_RET},
	{STR("#affected+idps+returnees"), POP_COLUMN_TYPE, POP_RDP},
	{STR("#affected+resettled"), POP_COLUMN_TYPE, POP_RST},
	{STR("#affected+naturalized"), POP_COLUMN_TYPE, POP_NAT},
	{STR("#affected+stateless"), POP_COLUMN_TYPE, POP_STA},
	{STR("#affected+others"), POP_COLUMN_TYPE, POP_OOC},
	{STR("#affected+hst"), POP_COLUMN_TYPE, POP_HST},
	{STR("refugees"), POP_COLUMN_TYPE, POP_REF},
	{STR("refugeesunderunhcrsmandate"), POP_COLUMN_TYPE, POP_REF},
	{STR("refugeesinclrefugeelikesituations"), POP_COLUMN_TYPE, POP_REF},
	{STR("refugeesincludingrefugeelikesituations"), POP_COLUMN_TYPE, POP_REF},
	{STR("réfugiés"), POP_COLUMN_TYPE, POP_REF},
	{STR("ref"), POP_COLUMN_TYPE, POP_REF},
	{STR("refugeelikesituation"), POP_COLUMN_TYPE, POP_ROC},
	{STR("refugeelikesituations"), POP_COLUMN_TYPE, POP_ROC},
	{STR("peopleinrefugeelikesituation"), POP_COLUMN_TYPE, POP_ROC},
	{STR("peopleinrefugeelikesituations"), POP_COLUMN_TYPE, POP_ROC},
	{STR("personsinrefugeelikesituation"), POP_COLUMN_TYPE, POP_ROC},
	{STR("personsinrefugeelikesituations"), POP_COLUMN_TYPE, POP_ROC},
	{STR("personnesensituationsimilaireàcelledesréfugiés"), POP_COLUMN_TYPE, POP_ROC},
	{STR("roc"), POP_COLUMN_TYPE, POP_ROC},
	{STR("asylumseekers"), POP_COLUMN_TYPE, POP_ASY},
	{STR("asylumseekerspendingcases"), POP_COLUMN_TYPE, POP_ASY},
	{STR("demandeursdasile"), POP_COLUMN_TYPE, POP_ASY},
	{STR("asy"), POP_COLUMN_TYPE, POP_ASY},
	{STR("otherpeopleinneedofinternationalprotection"), POP_COLUMN_TYPE, POP_OIP},
	{STR("peopleinneedofinternationalprotection"), POP_COLUMN_TYPE, POP_OIP},
	{STR("autrespersonnesayantbesoindeprotectioninternationale"), POP_COLUMN_TYPE, POP_OIP},
	{STR("autrespersonnesayantbesoinduneprotectioninternationale"), POP_COLUMN_TYPE, POP_OIP},
	{STR("oip"), POP_COLUMN_TYPE, POP_OIP},
	{STR("idps"), POP_COLUMN_TYPE, POP_IDP},
	{STR("idpsofconcerntounhcr"), POP_COLUMN_TYPE, POP_IDP},
	{STR("internallydisplaced"), POP_COLUMN_TYPE, POP_IDP},
	{STR("internallydisplacedpersons"), POP_COLUMN_TYPE, POP_IDP},
	{STR("internallydisplacedpersonsidps"), POP_COLUMN_TYPE, POP_IDP},
	{STR("internallydisplacedpeople"), POP_COLUMN_TYPE, POP_IDP},
	{STR("idpsprotectedassistedbyunhcr"), POP_COLUMN_TYPE, POP_IDP},
	{STR("déplacésinternes"), POP_COLUMN_TYPE, POP_IDP},
	{STR("personnesdéplacéesinternes"), POP_COLUMN_TYPE, POP_IDP},
	{STR("personnesdéplacéesàlintérieurdeleurpays"), POP_COLUMN_TYPE, POP_IDP},
	{STR("pdi"), POP_COLUMN_TYPE, POP_IDP},
	{STR("conflictstockdisplacement"), POP_COLUMN_TYPE, POP_IDP}, /* IDMC */
	{STR("idp"), POP_COLUMN_TYPE, POP_IDP},
	{STR("idplikesituation"), POP_COLUMN_TYPE, POP_IOC},
	{STR("idplikesituations"), POP_COLUMN_TYPE, POP_IOC},
	{STR("peopleinidplikesituation"), POP_COLUMN_TYPE, POP_IOC},
	{STR("peopleinidplikesituations"), POP_COLUMN_TYPE, POP_IOC},
	{STR("personsinidplikesituations"), POP_COLUMN_TYPE, POP_IOC},
	{STR("ioc"), POP_COLUMN_TYPE, POP_IOC},
	{STR("returnedrefugees"), POP_COLUMN_TYPE, POP_RET},
	{STR("refugeereturnees"), POP_COLUMN_TYPE, POP_RET},
	{STR("refugeereturns"), POP_COLUMN_TYPE, POP_RET},
	{STR("returnees"), POP_COLUMN_TYPE, POP_RET},
	{STR("réfugiésrapatriés"), POP_COLUMN_TYPE, POP_RET},
	{STR("réfugiésderetour"), POP_COLUMN_TYPE, POP_RET},
	{STR("réfugiésretournés"), POP_COLUMN_TYPE, POP_RET},
	{STR("rapatriés"), POP_COLUMN_TYPE, POP_RET},
	{STR("ret"), POP_COLUMN_TYPE, POP_RET},
	{STR("returnedidps"), POP_COLUMN_TYPE, POP_RDP},
	{STR("returnedinternallydisplacedpersons"), POP_COLUMN_TYPE, POP_RDP},
	{STR("idpreturnees"), POP_COLUMN_TYPE, POP_RDP},
	{STR("idpreturns"), POP_COLUMN_TYPE, POP_RDP},
	{STR("déplacésinternesderetour"), POP_COLUMN_TYPE, POP_RDP},
	{STR("déplacésinternesretournés"), POP_COLUMN_TYPE, POP_RDP},
	{STR("pdideretour"), POP_COLUMN_TYPE, POP_RDP},
	{STR("rdp"), POP_COLUMN_TYPE, POP_RDP},
	{STR("resettlementarrivals"), POP_COLUMN_TYPE, POP_RST},
	{STR("resettlement"), POP_COLUMN_TYPE, POP_RST},
	{STR("resettled"), POP_COLUMN_TYPE, POP_RST},
	{STR("réinstallation"), POP_COLUMN_TYPE, POP_RST},
	{STR("rst"), POP_COLUMN_TYPE, POP_RST},
	{STR("naturalisation"), POP_COLUMN_TYPE, POP_NAT},
	{STR("naturalization"), POP_COLUMN_TYPE, POP_NAT},
	{STR("naturalised"), POP_COLUMN_TYPE, POP_NAT},
	{STR("nat"), POP_COLUMN_TYPE, POP_NAT},
	{STR("stateless"), POP_COLUMN_TYPE, POP_STA},
	{STR("statelesspersons"), POP_COLUMN_TYPE, POP_STA},
	{STR("statelesspeople"), POP_COLUMN_TYPE, POP_STA},
	{STR("personsunderunhcrsstatelessnessmandate"), POP_COLUMN_TYPE, POP_STA},
	{STR("apatrides"), POP_COLUMN_TYPE, POP_STA},
	{STR("personnesapatrides"), POP_COLUMN_TYPE, POP_STA},
	{STR("sta"), POP_COLUMN_TYPE, POP_STA},
	{STR("othersofconcern"), POP_COLUMN_TYPE, POP_OOC},
	{STR("othersofconcerntounhcr"), POP_COLUMN_TYPE, POP_OOC},
	{STR("otherpeopleofconcern"), POP_COLUMN_TYPE, POP_OOC},
	{STR("autrespersonnesrelevantdelacompétenceduhcr"), POP_COLUMN_TYPE, POP_OOC},
	{STR("autrespersonnesprisesencharge"), POP_COLUMN_TYPE, POP_OOC},
	{STR("ooc"), POP_COLUMN_TYPE, POP_OOC},
	{STR("venezuelansdisplacedabroad"), POP_COLUMN_TYPE, POP_VDA},
	{STR("vénézuéliensdéplacésàlétranger"), POP_COLUMN_TYPE, POP_VDA},
	{STR("vda"), POP_COLUMN_TYPE, POP_VDA},
	{STR("hostcommunity"), POP_COLUMN_TYPE, POP_HST},
	{STR("hostcommunities"), POP_COLUMN_TYPE, POP_HST},
	{STR("communautédaccueil"), POP_COLUMN_TYPE, POP_HST},
	{STR("communautésdaccueil"), POP_COLUMN_TYPE, POP_HST},
	{STR("communautéshôtes"), POP_COLUMN_TYPE, POP_HST},
	{STR("hst"), POP_COLUMN_TYPE, POP_HST},
	{STR("totalpopulation"), POP_COLUMN_TYPE, POP_TOT},
	{STR("totalpopulationofconcern"), POP_COLUMN_TYPE, POP_TOT},
	{STR("populationtotale"), POP_COLUMN_TYPE, POP_TOT},
	{STR("tot"), POP_COLUMN_TYPE, POP_TOT},
};

const struct vocabulary population_words = {terms, countof(terms), &shared_words, POP_COLUMN_TYPE};

const char *
population_code(enum population_type type)
{
	return types[type].code;
}

const char *
population_label(enum population_type type)
{
	return types[type].label;
}

const char *
population_status(enum population_status status)
{
	return statuses[status];
}

bool
population_read_status(struct str text, enum population_status *status)
{
	for (size_t i = 0; i < countof(statuses); i++) {
		if (str_folds_to(text, str_of(statuses[i]))) {
			*status = (enum population_status)i;
			return true;
		}
	}
	return false;
}

enum population_type
population_type(struct str name)
{
	const struct term *term = term_find(&population_words, name);

	if (!term || (term->meaning != POP_COLUMN_TYPE && term->meaning != POP_COLUMN_TOTAL))
		return POP_UNKNOWN;
	return (enum population_type)term->detail;
}

bool
population_knows(struct str name)
{
	return term_find(&population_words, name) != NULL;
}
