#include <stdint.h>
#include <stdlib.h>
#include "caption.h"
#include "date.h"
#include "vocabulary.h"

/* How a line begins that names the operation; what follows is the name. Several may stand one behind the other. */
static const struct {
	struct str words;
	bool no_country;
	bool prose; /* a sentence may begin with them, too */
} owners[] = {
	{STR("Operation:"), false, false},
	{STR("Operation :"), false, false},
	{STR("Opération:"), false, false},
	{STR("Opération :"), false, false},
	{STR("Subregion:"), true, false},
	{STR("Sous-région:"), true, false},
	{STR("Sous-région :"), true, false},
	{STR("Regional Office in "), true, true},
	{STR("Bureau régional en "), true, true},
	{STR("Bureau régional au "), true, true},
};

/* Lines that begin a section. `whole`: nothing may follow; otherwise what follows is words of the heading. */
static const struct {
	struct str words;
	bool whole;
	enum section section;
} headings[] = {
	{STR("Key Figures"), true, SECTION_NONE},
	{STR("Chiffres clés"), true, SECTION_NONE},
	{STR("Plan Overview"), true, SECTION_NONE},
	{STR("Location"), true, SECTION_NONE},
	{STR("CHOOSE A YEAR"), true, SECTION_NONE},
	{STR("Budgets and Expenditure"), false, SECTION_MONEY},
	{STR("Budgets et dépenses"), false, SECTION_MONEY},
	{STR("< Back"), true, SECTION_MONEY},
	{STR("Latest contributions"), true, SECTION_CONTRIBUTIONS},
	{STR("Dernières contributions"), true, SECTION_CONTRIBUTIONS},
};

/* The headings above people; a year and "[projected]" may follow, each language's heading may follow the other's. */
static const struct str people[] = {
	STR("People of Concern"),
	STR("Personnes relevant de la compétence du HCR"),
};

static const struct str projected[] = {STR("[projected]"), STR("[projeté]"), STR("[projection]")};

#define BEGUN 6 /* bytes that the words of every heading have */

/* A number for how a line begins, in capitals or not. */
static unsigned
begun(const char *line)
{
	uint32_t first, last;

	memcpy(&first, line, sizeof first);
	memcpy(&last, line + BEGUN - sizeof last, sizeof last);
	return (unsigned)(((first ^ (uint64_t)last << 32) | UINT64_C(0x2020202020202020)) * UINT64_C(0xc4ceb9fe1a85ec53) >> 54);
}

/* What a line may be that begins so: the sum of those; 0 of most lines. */
enum { MAY_BE_PEOPLE = 1, MAY_BE_HEADING = 2, MAY_BE_OWNER = 4 };

static unsigned char
may_be(const char *line)
{
	static unsigned char what[1024] = {0};

	if (!what[begun(people[0].s)]) {
		for (size_t i = 0; i < countof(people); i++)
			what[begun(people[i].s)] |= MAY_BE_PEOPLE;
		for (size_t i = 0; i < countof(headings); i++)
			what[begun(headings[i].words.s)] |= MAY_BE_HEADING;
		for (size_t i = 0; i < countof(owners); i++)
			what[begun(owners[i].words.s)] |= MAY_BE_OWNER;
	}
	return what[begun(line)];
}

/* The words begin the line: takes them off, and the blanks and cell bars behind them. */
static bool
take_off(struct str *line, struct str words)
{
	*line = str_trim(str_skip(*line, words.n));
	while (line->n > 0 && line->s[0] == '|')
		*line = str_trim(str_skip(*line, 1));
	return true;
}

/* Whether two bytes of UTF-8 are the same but for the case, which is one bit in Latin-1, too. */
static inline bool
same_letter(char a, char b)
{
	return a == b || str_lower(a) == str_lower(b) || ((a & b & 0x80) && (a ^ b) == 0x20);
}

/* Whether the words begin the line: pages show headings in capitals. The first letter is one always. */
static bool
begins(struct str line, struct str words)
{
	size_t i = 1;

	while (i < words.n && i < line.n && same_letter(line.s[i], words.s[i]))
		i++;
	return i == words.n;
}

/* The same if they do. */
static inline bool
take(struct str *line, struct str words)
{
	return line->n > 0 && line->s[0] == words.s[0] && (str_starts(*line, words) || begins(*line, words)) && take_off(line, words);
}

/* " - 2017 [projected]", or nothing; false for any other words, for then the line is prose. */
static bool
read_year(struct caption *c, struct str rest)
{
	static const struct str dashes[] = {STR("-"), STR("–"), STR("—")};
	struct str year = {NULL, 0};
	bool planned = false;

	for (size_t i = 0; i < countof(dashes) && rest.n > 0; i++)
		if (take(&rest, dashes[i]))
			break;
	if (rest.n >= 4 && date_is_year((struct str){rest.s, 4})) {
		year = (struct str){rest.s, 4};
		rest = str_trim(str_skip(rest, 4));
	}
	for (size_t i = 0; i < countof(projected) && rest.n > 0; i++)
		planned = take(&rest, projected[i]) || planned;
	if (rest.n > 0)
		return false;
	buf_set(&c->year, year);
	c->projected = planned;
	return true;
}

static bool
people_heading(struct caption *c, struct str line)
{
	bool found = false;

	for (size_t i = 0; i < countof(people); i++)
		found = take(&line, people[i]) || found;
	return found && read_year(c, line);
}

/* Whether the text is a name and no part of a sentence: its words begin with capitals, but for the small ones. */
static bool
is_name(struct str text)
{
	static const struct str small[] = {STR("and"), STR("of"), STR("the"), STR("et"), STR("de"), STR("du"), STR("des"), STR("la")};
	struct str word;

	while (str_split(&text, ' ', &word)) {
		bool capital = word.n == 0 || (word.s[0] >= 'A' && word.s[0] <= 'Z') || (unsigned char)word.s[0] >= 0x80 || word.s[0] == '(';

		for (size_t i = 0; i < countof(small) && !capital; i++)
			capital = str_eq(word, small[i]);
		if (!capital)
			return false;
	}
	return true;
}

/* A new owner begins a new page: nothing of the one before holds for it. */
static void
begin_page(struct caption *c, struct str name, bool no_country)
{
	/* "-" and "n/a" are missing in tables, our own output among them */
	buf_set(&c->operation, value_missing_text(name) ? S("") : name);
	c->names++;
	c->no_country = no_country;
	c->section = SECTION_NONE;
	c->year.n = 0;
	c->projected = false;
	c->page += !c->nameless;
	c->part++;
	c->nameless = name.n == 0;
}

/* Whether the line begins with the words of the owner before, and a name follows that is nothing but one. */
static bool
same_owner(struct caption *c, struct str line)
{
	struct str name;

	if (c->nameless || c->owner_n == 0 || line.n <= c->owner_n || memcmp(line.s, c->owner, c->owner_n) != 0)
		return false;
	name = str_skip(line, c->owner_n);
	if (!str_is_visible(name.s[0]) || !str_is_visible(name.s[name.n - 1]) || memchr(name.s, '|', name.n)
	    || (name.n >= BEGUN && (may_be(name.s) & MAY_BE_OWNER)))
		return false;
	begin_page(c, name, c->owner_no_country);
	return true;
}

/* Keeps how the line begins that ends with the name. */
static void
keep_owner(struct caption *c, struct str line, struct str name, bool no_country)
{
	size_t n = line.n - name.n;

	c->owner_n = 0;
	if (n > sizeof c->owner || name.s != line.s + n)
		return;
	memcpy(c->owner, line.s, n);
	c->owner_n = (unsigned char)n;
	c->owner_no_country = no_country;
}

static bool
owner_heading(struct caption *c, struct str line)
{
	bool found = c->nameless, no_country = c->nameless && c->no_country, prose = false;
	const struct str whole = line;
	const char *bar;

	if (same_owner(c, line))
		return true;
	for (size_t i = 0; i < countof(owners); i++) {
		if (take(&line, owners[i].words)) {
			found = true;
			no_country = no_country || owners[i].no_country;
			prose = owners[i].prose;
			i = (size_t)-1; /* from the top: "Operation: Opération: X" */
		}
	}
	/* a name ends with its cell; where it is missing, the next line is the name */
	if ((bar = line.n ? memchr(line.s, '|', line.n) : NULL))
		line = str_trim((struct str){line.s, (size_t)(bar - line.s)});
	if (!found || (prose && (line.n == 0 || !is_name(line))))
		return false;
	if (!c->nameless && !prose && line.n > 0)
		keep_owner(c, whole, line, no_country);
	begin_page(c, line, no_country);
	return true;
}

static bool
is_heading(struct str line, enum section *section)
{
	for (size_t i = 0; i < countof(headings); i++) {
		struct str rest = line;

		if (take(&rest, headings[i].words) && (rest.n == 0 || !headings[i].whole)) {
			*section = headings[i].section;
			return true;
		}
	}
	return false;
}

/* A heading was found that begins that section. */
static void
begin_section(struct caption *c, enum section section)
{
	c->section = section;
	c->nameless = false;
	c->part++;
}

/* The place among the known lines of one that begins so. */
static struct caption_line *
place_of(struct caption *c, const char *line)
{
	return &c->known[begun(line) % countof(c->known)];
}

/* Keeps what the line is. One with brackets may be read as JSON where it comes again. */
static void
know(struct caption *c, struct str line, enum caption_glance what)
{
	struct caption_line *known = place_of(c, line.s);

	if (line.n > sizeof known->text || memchr(line.s, '[', line.n) || memchr(line.s, '{', line.n))
		return;
	memcpy(known->text, line.s, line.n);
	known->n = (unsigned char)line.n;
	known->what = what;
	known->section = c->section;
}

bool
caption_line(struct caption *c, struct str line)
{
	unsigned char what = line.n < BEGUN ? 0 : may_be(line.s);
	enum section section = SECTION_PEOPLE;

	if ((what & MAY_BE_PEOPLE) && people_heading(c, line)) {
		begin_section(c, section);
		if (c->year.n == 0 && !c->projected)
			know(c, line, CAPTION_HEADING);
		return true;
	}
	if ((what & MAY_BE_HEADING) && is_heading(line, &section)) {
		begin_section(c, section);
		know(c, line, CAPTION_HEADING);
		return true;
	}
	if (((what & MAY_BE_OWNER) || c->nameless) && owner_heading(c, line))
		return true;
	if (what)
		know(c, line, CAPTION_NOTHING);
	return false;
}

enum caption_glance
caption_glance(struct caption *c, const char *line, const char *end)
{
	const struct caption_line *known;

	if (c->nameless)
		return CAPTION_UNCLEAR;
	if (!may_be(line))
		return CAPTION_NOTHING;
	known = place_of(c, line);
	if (known->n == 0 || end - line <= known->n || line[known->n] != '\n' || memcmp(known->text, line, known->n) != 0)
		return CAPTION_UNCLEAR;
	if (known->what == CAPTION_HEADING) {
		if (known->section == SECTION_PEOPLE) {
			c->year.n = 0;
			c->projected = false;
		}
		begin_section(c, known->section);
	}
	return known->what;
}

void
caption_end(struct caption *c)
{
	begin_page(c, S(""), false);
	c->nameless = false;
}

void
caption_free(struct caption *c)
{
	free(c->operation.data);
	free(c->year.data);
	*c = (struct caption){.section = SECTION_NONE};
}
