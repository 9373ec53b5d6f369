#include "schema.h"

/* Texts of which a column holds one; a year may be a day or month of it, where the source is that exact. */
#define ONE_OF(list) "\"constraints\": {\"enum\": [" list "]}"
#define DAY "\"constraints\": {\"pattern\": \"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\"}"

static const struct column {
	const char *name, *tag, *type;
	const char *more; /* members of the JSON object; NULL: none */
	const char *description;
} columns[] = {
	/* where and when */
	{"operation", "#country+name", "string", NULL, "country operation, subregion or regional office, as the source names it"},
	{"iso3", "#country+code", "string", NULL, "ISO 3166-1 alpha-3 code of the operation or the donor; UNHCR's UNK and XXA pass"},
	{"origin", "#country+name+origin", "string", NULL, "country that people have fled"},
	{"origin_iso3", "#country+code+origin", "string", NULL, "its ISO 3166-1 alpha-3 code"},
	{"year", "#date+year", "string", DAY, "year; a day or a month, where the source has that"},
	/* people of concern */
	{"status", "#status", "string", ONE_OF("\"actual\", \"projected\", \"redacted\""),
	 "projected: a planning figure; redacted: 1 to 4 people, whom the source hides"},
	{"code", "#indicator+code", "string",
	 ONE_OF("\"REF\", \"ROC\", \"ASY\", \"OIP\", \"IDP\", \"IOC\", \"RET\", \"RDP\", \"RST\", \"NAT\", \"STA\", \"OOC\", \"VDA\", "
	        "\"HST\", \"TOT\""), "code of the population type; empty for one that has none"},
	{"population_type", "#indicator+name", "string", NULL, "UNHCR's population type"},
	{"persons", "#affected", "number", NULL, "people; empty where redacted"},
	/* money */
	{"pillar", "#activity+pillar", "string", ONE_OF("\"total\", \"p1\", \"p2\", \"p3\", \"p4\""),
	 "1 refugee programme, 2 stateless programme, 3 reintegration projects, 4 internally displaced person projects"},
	{"budget", "#value+budget", "number", NULL, "what was budgeted, or required; empty: not known"},
	{"funding", "#value+funding", "number", NULL, "what was given; empty: not known"},
	{"expenditure", "#value+expenditure", "number", NULL, "what was spent; empty: not known"},
	{"unit", "#value+unit", "string", NULL, "usd, kusd (thousands of US dollars), musd (millions), or the source's own"},
	{"against", "#meta+against", "string", ONE_OF("\"funding\", \"expenditure\""), "what the budget is compared with"},
	{"gap", "#value+gap", "number", NULL, "budget less what it is compared with; negative: more than the budget"},
	{"gap_pct", "#value+gap+pct", "number", NULL, "the gap in per cent of the budget"},
	{"covered_pct", "#value+covered+pct", "number", NULL, "what the budget is compared with, in per cent of the budget"},
	/* contributions */
	{"date", "#date", "string", DAY, "day of the contribution; a month or a year, where the source has no more"},
	{"donor", "#org+name+funder", "string", NULL, "donor, as the source names it; empty where the source lost the name"},
	{"donor_type", "#org+type+funder", "string", ONE_OF("\"government\", \"private\", \"multilateral\", \"other\""),
	 "kind of donor; private with a country's name: private donors in that country"},
	{"amount", "#value+funding+total", "number", NULL, "what was given; empty: not known"},
	{"recipient", "#country+code+dest", "string", NULL, "ISO 3166-1 alpha-3 codes of who was given it, ; between them"},
	{"contributions", "#meta+contributions", "integer", NULL, "how many contributions"},
	{"first", "#date+start", "string", DAY, "day of the first of them"},
	{"last", "#date+end", "string", DAY, "day of the last of them"},
	/* what options append */
	{"change", "#value+change", "number", NULL, "change on the year before"},
	{"change_pct", "#value+change+pct", "number", NULL, "change on the year before, in per cent"},
	{"source", "#meta+source", "string", NULL, "input that the row comes from"},
	{"line", "#meta+line", "integer", NULL, "line in that input"},
};

static const struct column *
find(const char *name)
{
	static const struct column none = {"", "", "any", NULL, ""};

	for (size_t i = 0; i < countof(columns); i++)
		if (strcmp(columns[i].name, name) == 0)
			return &columns[i];
	return &none;
}

const char *
schema_tag(const char *name)
{
	return find(name)->tag;
}

/* Adds a member; its texts need no escapes. */
static void
member(struct buf *to, const char *name, const char *text)
{
	buf_add(to, S("\""));
	buf_add(to, str_of(name));
	buf_add(to, S("\": \""));
	buf_add(to, str_of(text));
	buf_add(to, S("\", "));
}

void
schema_field(struct buf *to, const char *name)
{
	const struct column *column = find(name);

	buf_add(to, S("    {"));
	member(to, "name", name);
	member(to, "type", column->type);
	if (column->more) {
		buf_add(to, str_of(column->more));
		buf_add(to, S(", "));
	}
	member(to, "hxl", column->tag);
	member(to, "description", column->description);
	to->data[to->n - 2] = '}'; /* in place of the last comma */
	to->n--;
}
