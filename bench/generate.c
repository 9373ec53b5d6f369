/*
 * generate KIND SIZE [SEED [GROUPS]]: writes about SIZE bytes (200M, 10k) of made-up input in the shape of a real source. The same
 * KIND, SIZE, SEED and GROUPS give the same bytes everywhere. Figures are skewed as real ones are: most are 0, few are large.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define countof(a) (sizeof(a) / sizeof((a)[0]))

/* Countries as the tools know them, names with a comma among them. */
static const struct {
	const char *code, *name;
} countries[] = {
#define N(code, name) {code, name},
#include "../lib/countrynames.tbl"
#undef N
};

static uint64_t state;

/* A number below n: splitmix64, by Sebastiano Vigna, in the public domain. */
static unsigned
below(unsigned n)
{
	uint64_t z = state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (unsigned)((z ^ z >> 31) >> 32) % n;
}

/* A figure of people: 0 in three of four cases, else of one to seven digits. */
static unsigned
people(void)
{
	static const unsigned sizes[] = {10, 100, 1000, 10000, 100000, 1000000, 5000000};

	return below(4) ? 0 : below(sizes[below(countof(sizes))]);
}

/* A field, in quotes where RFC 4180 or the kind wants them. */
static void
field(const char *text, int quoted)
{
	printf(quoted || strchr(text, ',') ? "\"%s\"" : "%s", text);
}

/* Where the rows are: they come sorted by year and country, as the sources have them. */
struct place {
	unsigned year, asylum, origin;
};

static void
advance(struct place *p)
{
	p->origin += 1 + below(6);
	if (p->origin >= countof(countries)) {
		p->origin %= countof(countries);
		p->asylum++;
	}
	if (p->asylum >= countof(countries)) {
		p->asylum = 0;
		p->year = p->year < 2024 ? p->year + 1 : 1951;
	}
}

static struct place at = {1951, 0, 0};

static void
population_header(int quoted)
{
	static const char *const names[] = {"Year", "Country of Asylum", "Country of Origin", "Country of Asylum ISO",
		"Country of Origin ISO", "Refugees", "Returned Refugees", "Asylum Seekers", "IDPs", "Returned IDPs", "Stateless", "HST", "OOC"};

	for (size_t i = 0; i < countof(names); i++) {
		fputs(i ? "," : "", stdout);
		field(names[i], quoted || strchr(names[i], ' ') != NULL);
	}
	putchar('\n');
}

static void
population_row(int quoted)
{
	char text[16];

	advance(&at);
	snprintf(text, sizeof text, "%u", at.year);
	field(text, quoted);
	for (int i = 0; i < 4; i++) {
		unsigned c = i % 2 ? at.origin : at.asylum;

		putchar(',');
		field(i < 2 ? countries[c].name : countries[c].code, quoted);
	}
	for (int i = 0; i < 8; i++) {
		putchar(',');
		snprintf(text, sizeof text, "%u", people());
		field(text, quoted);
	}
	putchar('\n');
}

static void population_begin(void) { population_header(0); }
static void population(void) { population_row(0); }
static void quoted_begin(void) { population_header(1); }
static void quoted(void) { population_row(1); }

/* As many places as are wanted, each with figures of one type, in one year: each is a sum of its own. */
static unsigned places = 16000;

static void
groups_begin(void)
{
	printf("Year,Country of Asylum,Country of Origin,Country of Asylum ISO,Country of Origin ISO,Refugees\n");
}

static void
groups(void)
{
	static unsigned rows;
	unsigned c = below(countof(countries)), place = rows < places ? rows++ : below(places);

	printf("2020,Settlement %07u,", place);
	field(countries[c].name, 0);
	printf(",,%s,%u\n", countries[c].code, 1 + people());
}

static int first; /* of the objects in an array */

static void
api_begin(void)
{
	printf("{\"page\":1,\"short-url\":\"\",\"maxPages\":1,\"total\":[],\"items\":[");
	first = 1;
}

static void
api(void)
{
	static const char *const types[] = {"refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless",
		"ooc", "oip", "hst"};

	advance(&at);
	printf("%s{\"year\":%u,\"coo_name\":\"%s\",\"coo\":\"%s\",\"coo_iso\":\"%s\",\"coa_name\":\"%s\",\"coa\":\"%s\",\"coa_iso\":\"%s\"",
	       first ? "" : ",", at.year, countries[at.origin].name, countries[at.origin].code, countries[at.origin].code,
	       countries[at.asylum].name, countries[at.asylum].code, countries[at.asylum].code);
	for (size_t i = 0; i < countof(types); i++) {
		unsigned n = people();

		/* as the API has it: what is not known is "-", zero a string */
		printf(n ? ",\"%s\":%u" : i == 7 ? ",\"%s\":\"-\"" : ",\"%s\":\"0\"", types[i], n);
	}
	putchar('}');
	first = 0;
}

static void api_end(void) { printf("]}\n"); }

/* Millions of dollars, with the noise of a sum of binary fractions at times. */
static void
millions(void)
{
	static const unsigned sizes[] = {10, 100, 500};

	unsigned whole = below(sizes[below(countof(sizes))]);

	printf("%u.%06u", whole, below(1000000));
	if (below(8) == 0)
		printf("00000000%u", 1 + below(9));
}

static void
series(const char *name, int unknown)
{
	printf(",\"%s\":[", name);
	for (int i = 0; i < 6; i++) {
		fputs(i ? "," : "", stdout);
		if (i == 5 && unknown)
			fputs("null", stdout);
		else if (below(50) == 0)
			printf("9.%04ue-05", below(10000));
		else
			millions();
	}
	putchar(']');
}

static void
charts(void)
{
	printf("{\"categories\":[2015,2016,2017,2018,2019,2020]");
	series("budget", 0);
	series("expenditure", 1);
	printf("}\n");
}

static void
pages(void)
{
	unsigned c = below(countof(countries)), n[4], total = 0;

	for (size_t i = 0; i < countof(n); i++)
		total += n[i] = 1 + people();
	printf("Operation: Opération: %s\n\nLatest Updates\n\nThe operation in %s continues to receive people who flee; the text of a page\n"
	       "has some lines such as this one, with figures such as 21,000 in them, and goes on for a while about partners,\n"
	       "protection, shelter and schools.\n\nPeople of Concern Personnes relevant de la compétence du HCR\n\n2019 %u\n2018 %u\n\n",
	       countries[c].name, countries[c].name, total, 1 + total / 2);
	printf("[[\"Refugees\",%u],[\"Asylum-seekers\",%u],[\"IDPs\",%u],[\"Returned IDPs\",%u]]\n\n"
	       "Budgets and Expenditure in Millions USD\n\n", n[0], n[1], n[2], n[3]);
	charts();
	printf("\n{\"longitude\":%u.5,\"latitude\":12.25,\"iso_codes\":\"'%s'\"}\n\n< Back\n\n", below(180), countries[c].code);
}

static void
money_begin(void)
{
	printf("operation,iso3,year,pillar,budget,funding,expenditure,unit\n");
}

static void
money(void)
{
	static const char *const pillars[] = {"total", "p1", "p2", "p3", "p4"};

	advance(&at);
	field(countries[at.asylum].name, 0);
	printf(",%s,%u,", countries[at.asylum].code, 2010 + below(11));
	printf("%s,", pillars[below(5)]);
	millions();
	putchar(',');
	putchar(',');
	millions();
	printf(",musd\n");
}

#define WIDE 60

static void
wide_begin(void)
{
	for (int i = 0; i < WIDE; i++)
		printf(i == 20 ? ",asked" : i == 40 ? ",got" : i ? ",c%d" : "c%d", i);
	putchar('\n');
}

static void
wide(void)
{
	for (int i = 0; i < WIDE; i++)
		printf(i ? ",%u" : "%u", people());
	putchar('\n');
}

/* A day that is one in every month. */
static void
day(void)
{
	unsigned n = below(11 * 12 * 28);

	printf("%u-%02u-%02u", 2010 + n / (12 * 28), 1 + n / 28 % 12, 1 + n % 28);
}

static void
flows_begin(void)
{
	printf("date,budgetYear,description,amountUSD,srcOrganization,srcOrganizationTypes,srcLocations,destPlan,destOrganization,"
	       "destOrganizationTypes,destLocations,contributionType,flowType,method,boundary,onBoundary,status,originalAmount,"
	       "originalCurrency,id\n");
}

static void
flows(void)
{
	unsigned c = below(countof(countries)), to = below(countof(countries)), amount = 1 + below(9000000), id = below(1000000);

	day();
	printf(",2020,\"Contribution to support assistance, protection and shelter of people in need, no. %u\",%u,"
	       "\"%s, Government of\",Government,%s,,United Nations High Commissioner for Refugees,UN agency,%s,financial,Standard,"
	       "Traditional aid,incoming,single,%s,%u,EUR,%u\n", id, amount, countries[c].name, countries[c].code,
	       countries[to].code, id % 2 ? "paid" : "commitment", amount, id);
}

static void
flow_objects_begin(void)
{
	printf("{\"status\":\"ok\",\"data\":{\"flows\":[");
	first = 1;
}

static void
flow_objects(void)
{
	unsigned c = below(countof(countries)), to = below(countof(countries)), amount = 1 + below(9000000), id = below(1000000);

	printf("%s{\"id\":\"%u\",\"amountUSD\":%u,\"budgetYear\":null,\"contributionType\":\"financial\",\"date\":\"", first ? "" : ",",
	       id, amount);
	day();
	printf("T00:00:00Z\",\"decisionDate\":null,\"description\":\"Contribution to support assistance, protection and shelter (%u)\","
	       "\"flowType\":\"Standard\",\"newMoney\":true,\"originalAmount\":%u,\"originalCurrency\":\"EUR\",\"method\":\"Traditional aid\","
	       "\"status\":\"paid\",\"versionId\":1,\"sourceObjects\":[{\"type\":\"Organization\",\"id\":\"%u\",\"name\":\"%s, Government of\","
	       "\"behavior\":\"single\",\"organizationTypes\":[\"Government\"]},{\"type\":\"Location\",\"id\":\"%u\",\"name\":\"%s\"}],"
	       "\"destinationObjects\":[{\"type\":\"Organization\",\"id\":\"2915\",\"name\":\"United Nations High Commissioner for Refugees\","
	       "\"organizationTypes\":[\"UN agency\"]},{\"type\":\"Location\",\"id\":\"%u\",\"name\":\"%s\"}],\"boundary\":\"incoming\"}",
	       id, amount, c, countries[c].name, c, countries[c].name, to, countries[to].name);
	first = 0;
}

static void flow_objects_end(void) { printf("]}}\n"); }

static const struct kind {
	const char *name;
	void (*begin)(void), (*row)(void), (*end)(void);
} kinds[] = {
	{"population", population_begin, population, NULL},
	{"population-quoted", quoted_begin, quoted, NULL},
	{"groups", groups_begin, groups, NULL},
	{"api", api_begin, api, api_end},
	{"charts", NULL, charts, NULL},
	{"pages", NULL, pages, NULL},
	{"money", money_begin, money, NULL},
	{"wide", wide_begin, wide, NULL},
	{"flows", flows_begin, flows, NULL},
	{"flow-objects", flow_objects_begin, flow_objects, flow_objects_end},
};

/* 200M, 10k or a number of bytes; 0 for anything else. */
static long long
size_of(const char *text)
{
	char *end;
	long long n = strtoll(text, &end, 10);

	if (*end == 'k' || *end == 'M' || *end == 'G')
		n *= *end == 'k' ? 1000 : *end == 'M' ? 1000000 : 1000000000, end++;
	return *end ? 0 : n;
}

int
main(int argc, char **argv)
{
	const struct kind *kind = NULL;
	long long size = argc > 2 ? size_of(argv[2]) : 0;

	for (size_t i = 0; argc > 1 && i < countof(kinds); i++)
		if (strcmp(argv[1], kinds[i].name) == 0)
			kind = &kinds[i];
	if (!kind || size <= 0) {
		fprintf(stderr, "usage: generate KIND SIZE [SEED [GROUPS]]; kinds:");
		for (size_t i = 0; i < countof(kinds); i++)
			fprintf(stderr, " %s", kinds[i].name);
		fputc('\n', stderr);
		return 2;
	}
	state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
	if (argc > 4 && strtoul(argv[4], NULL, 10) > 0)
		places = (unsigned)strtoul(argv[4], NULL, 10);
	/* in large pieces, as a file is copied: small ones would be kept in small pages, and reading would be about finding them */
	setvbuf(stdout, NULL, _IOFBF, 1 << 20);
	if (kind->begin)
		kind->begin();
	/* the size is looked at now and then: ftell is slow, and does not work on a pipe */
	for (long long written = 0, rows = 0; written < size; rows++) {
		kind->row();
		if (rows % 64 == 0 || size < 100000) {
			long here = ftell(stdout);

			written = here >= 0 ? here : rows * 130;
		}
	}
	if (kind->end)
		kind->end();
	return fflush(stdout) != 0 || ferror(stdout) ? 1 : 0;
}
