#include <strings.h>
#include "country.h"
#include "mem.h"
#include "nearest.h"
#include "selection.h"

/* A year at the beginning of the text; 0 where none stands. */
static unsigned
year_at(const char *s)
{
	unsigned year = 0;

	for (int i = 0; i < 4; i++) {
		if (s[i] < '0' || s[i] > '9')
			return 0;
		year = year * 10 + (unsigned)(s[i] - '0');
	}
	return year;
}

/* 2015, 2015-2019, 2015- or -2019. */
static bool
read_range(struct str text, struct selection_range *range)
{
	char s[16] = "";

	if (text.n < 4 || text.n > 9)
		return false;
	memcpy(s, text.s, text.n);
	*range = (struct selection_range){year_at(s), 9999};
	if (text.n == 5 && s[0] == '-')
		*range = (struct selection_range){1, year_at(s + 1)};
	else if (text.n == 4)
		range->to = range->from;
	else if (s[4] != '-' || (text.n != 5 && text.n != 9))
		return false;
	else if (text.n == 9)
		range->to = year_at(s + 5);
	return range->from && range->to && range->from <= range->to;
}

const char *
selection_add_years(const char *list, void *to)
{
	struct selection_years *years = to;
	struct str rest = str_of(list), part;

	while (str_split(&rest, ',', &part)) {
		years->range = mem_grow(years->range, years->n, &years->cap, sizeof *years->range);
		if (!read_range(part, &years->range[years->n++]))
			return "years and ranges of years are wanted, as in --years=2015-2019,2021";
	}
	return NULL;
}

/* UNHCR's own codes for people whose country nobody knows, or who have none. */
static bool
is_no_country(struct str code)
{
	return str_folds_to(code, S("unk")) || str_folds_to(code, S("xxa"));
}

static void
try_name(struct str iso3, struct str name, void *near)
{
	(void)iso3;
	nearest_try(near, name);
}

/* A code with two of its letters turned round; others are too near to one another to be a hint. */
static void
try_code(struct str iso3, struct str name, void *near)
{
	const char *given = ((struct nearest *)near)->given.s, *code = iso3.s;

	(void)name;
	if (((struct nearest *)near)->given.n != iso3.n)
		return;
	for (size_t turned = 0; turned + 1 < iso3.n; turned++) {
		bool same = true;

		for (size_t i = 0; i < iso3.n; i++)
			same = same && str_lower(given[i]) == str_lower(code[i == turned ? i + 1 : i == turned + 1 ? i - 1 : i]);
		if (same)
			nearest_try(near, iso3);
	}
}

/* What people call countries in three letters that are no ISO codes: for a hint, and never to read a source by. */
static const struct {
	struct str name, iso3;
} everyday[] = {
	{STR("CAR"), STR("CAF")}, {STR("DRC"), STR("COD")}, {STR("FRG"), STR("DEU")}, {STR("GER"), STR("DEU")},
	{STR("HOL"), STR("NLD")}, {STR("KSA"), STR("SAU")}, {STR("LEB"), STR("LBN")}, {STR("PRC"), STR("CHN")},
	{STR("ROK"), STR("KOR")}, {STR("RSA"), STR("ZAF")}, {STR("SUI"), STR("CHE")}, {STR("SWI"), STR("CHE")},
	{STR("UAE"), STR("ARE")}, {STR("ZAM"), STR("ZMB")},
};

/* The code of the country that has that name, or nearly has it and is the only one; an empty string for none. */
static struct str
code_of_name(struct str word)
{
	struct nearest near;
	struct str code = country_iso3(word);

	if (code.n > 0)
		return code;
	for (size_t i = 0; i < countof(everyday); i++)
		if (word.n == everyday[i].name.n && strncasecmp(word.s, everyday[i].name.s, word.n) == 0)
			return everyday[i].iso3;
	if (word.n <= 3)
		return S("");
	nearest_open(&near, word);
	country_each(try_name, &near);
	return near.n == 1 ? country_iso3(near.word[0]) : S("");
}

/* What is wrong with the word, and which code may have been meant. Lasts until the next call. */
static const char *
no_country(struct str word)
{
	static struct buf said;
	struct nearest near;
	struct str code = code_of_name(word);

	buf_set(&said, S("\""));
	buf_add(&said, word);
	buf_add(&said, S("\" is no ISO 3166 code of three letters"));
	nearest_open(&near, code.n > 0 ? code : word);
	if (code.n > 0)
		nearest_try(&near, code);
	else
		country_each(try_code, &near);
	nearest_say(&near, "", &said);
	buf_byte(&said, '\0');
	return said.data;
}

/* Adds a code, in upper case. */
static void
add_code(struct selection_codes *codes, struct str word)
{
	char *code = mem_copy(word);

	for (char *p = code; *p; p++)
		*p = (char)(*p >= 'a' && *p <= 'z' ? *p - 'a' + 'A' : *p);
	codes->code = mem_grow(codes->code, codes->n, &codes->cap, sizeof *codes->code);
	codes->code[codes->n++] = str_of(code);
}

const char *
selection_add_countries(const char *list, void *to)
{
	struct str rest = str_of(list), part;

	while (str_split(&rest, ',', &part)) {
		part = str_trim(part);
		if (country_name(part).n == 0 && !is_no_country(part))
			return no_country(part);
		add_code(to, part);
	}
	return NULL;
}

bool
selection_has_year(const struct selection_years *years, struct str year)
{
	bool wanted = years->n == 0;

	for (size_t i = 0; i < years->n && !wanted && year.n >= 4; i++) {
		unsigned y = year_at(year.s);

		wanted = y >= years->range[i].from && y <= years->range[i].to;
	}
	return wanted;
}

bool
selection_has_code(const struct selection_codes *codes, struct str code)
{
	bool wanted = codes->n == 0;

	for (size_t i = 0; i < codes->n && !wanted; i++)
		wanted = str_eq(codes->code[i], code);
	return wanted;
}
