#include <stdlib.h>
#include "contribution_row.h"
#include "country.h"
#include "finance.h"
#include "iati.h"

/* What a column holds; the detail of an AMOUNT is its enum unit, where the name tells it. */
enum {
	DATE = COLUMN_OWN,
	DONOR,
	DONOR_KIND,
	AMOUNT,
	RECIPIENT, /* several, with ';' or '|' between them */
	BOUNDARY,  /* of a flow: only incoming ones come from a donor */
	/* the objects of a flow in JSON: organizations, locations and others, on either side */
	SOURCE_TYPE = COLUMN_MANY,
	SOURCE_NAME,
	SOURCE_KIND,
	DESTINATION_TYPE,
	DESTINATION_NAME,
	OBJECTS, /* the arrays of them: no rows of their own */
};

/* Where two columns of a table mean the same, the upper line wins. */
static const struct term terms[] = {
	{STR("#date"), DATE, 0},
	{STR("date"), DATE, 0},
	{STR("contributiondate"), DATE, 0},
	{STR("#org+funder+name"), DONOR, 0},
	{STR("donor"), DONOR, 0},
	{STR("donorname"), DONOR, 0},
	{STR("srcorganization"), DONOR, 0},
	{STR("sourceorg"), DONOR, 0},
	{STR("sourceorganization"), DONOR, 0},
	{STR("bailleur"), DONOR, 0},
	{STR("donateur"), DONOR, 0},
	{STR("#org+funder+type"), DONOR_KIND, 0},
	{STR("donortype"), DONOR_KIND, 0},
	{STR("srcorganizationtypes"), DONOR_KIND, 0},
	{STR("#value+funding+total"), AMOUNT, UNIT_NONE},
	{STR("amountusd"), AMOUNT, UNIT_USD},
	{STR("amountus"), AMOUNT, UNIT_USD}, /* Amount (US$) */
	{STR("amount"), AMOUNT, UNIT_NONE},
	{STR("montant"), AMOUNT, UNIT_NONE},
	{STR("#country+code+dest"), RECIPIENT, 0},
	{STR("recipient"), RECIPIENT, 0},
	{STR("recipientiso3"), RECIPIENT, 0},
	{STR("destlocations"), RECIPIENT, 0},
	{STR("destinationcountry"), RECIPIENT, 0},
	{STR("boundary"), BOUNDARY, 0},
	{STR("sourceobjects"), OBJECTS, 0},
	{STR("destinationobjects"), OBJECTS, 0},
	{STR("reportdetails"), OBJECTS, 0},
	{STR("sourceobjectstype"), SOURCE_TYPE, 0},
	{STR("sourceobjectsname"), SOURCE_NAME, 0},
	{STR("sourceobjectsorganizationtypes"), SOURCE_KIND, 0},
	{STR("destinationobjectstype"), DESTINATION_TYPE, 0},
	{STR("destinationobjectsname"), DESTINATION_NAME, 0},
};

const struct vocabulary contribution_words = {terms, countof(terms), &iati_words};

void
contribution_texts_free(struct contribution_texts *texts)
{
	free(texts->donor.data);
	free(texts->type.data);
	free(texts->recipient.data);
}

/* Adds a name with one space for each run of blanks; sources have two where something was cut out. */
static void
add_collapsed(struct buf *b, struct str name)
{
	size_t blank;

	for (name = str_trim(name); name.n > 0; name = str_skip(name, blank ? blank : 1)) {
		blank = str_blank(name);
		if (!blank)
			buf_byte(b, name.s[0]);
		else if (b->n > 0 && b->data[b->n - 1] != ' ')
			buf_byte(b, ' ');
	}
}

/* Adds a recipient: its code, where it is a country. */
static void
add_recipient(struct buf *b, struct str name)
{
	struct str iso3 = country_iso3(name);

	name = str_trim(name);
	if (name.n == 0)
		return;
	if (b->n > 0)
		buf_byte(b, ';');
	if (iso3.n > 0)
		buf_add(b, iso3);
	else
		add_collapsed(b, name);
}

/* Whether the text is a list of codes with commas between them: in names a comma stands, too. */
static bool
is_list_of_codes(struct str text)
{
	struct str part;

	while (str_split(&text, ',', &part))
		if (str_trim(part).n != 3 || country_name(str_trim(part)).n == 0)
			return false;
	return true;
}

/* The recipients in a cell: AFG; AFG,JOR; Egypt | Iraq. */
static struct str
read_recipients(struct contribution_texts *texts, struct str text)
{
	const char *between = is_list_of_codes(text) ? ";|," : ";|";

	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && !strchr(between, text.s[n]))
			n++;
		add_recipient(&texts->recipient, (struct str){text.s, n});
		text = str_skip(text, n < text.n ? n + 1 : n);
	}
	return buf_str(&texts->recipient);
}

/* The cell of that meaning in the same element of an array; NULL: none. */
static const struct cell *
beside(const struct reading *r, const struct cell *cell, int meaning)
{
	size_t i = 0;

	while ((i = columns_find(&r->columns, meaning, i)) < r->columns.n && r->record.cell[i].element != cell->element)
		i++;
	return i < r->columns.n ? &r->record.cell[i] : NULL;
}

/* Adds the kinds of the organization that stands in the element of that cell. */
static void
add_kinds(const struct reading *r, const struct cell *cell, struct buf *b)
{
	for (size_t i = 0; (i = columns_find(&r->columns, SOURCE_KIND, i)) < r->columns.n; i++) {
		if (r->record.cell[i].element != cell->element)
			continue;
		if (b->n > 0)
			buf_byte(b, '|');
		buf_add(b, r->record.cell[i].text);
	}
}

/* The objects of a flow: organizations at its source are donors, locations at its destination recipients. */
static void
read_objects(const struct reading *r, struct contribution_texts *texts)
{
	for (size_t i = 0; (i = columns_find(&r->columns, SOURCE_TYPE, i)) < r->columns.n; i++) {
		const struct cell *name = beside(r, &r->record.cell[i], SOURCE_NAME);

		if (!name || !str_eq(r->record.cell[i].text, S("Organization")))
			continue;
		if (texts->donor.n > 0)
			buf_byte(&texts->donor, ';');
		add_collapsed(&texts->donor, name->text);
		add_kinds(r, name, &texts->type);
	}
	for (size_t i = 0; (i = columns_find(&r->columns, DESTINATION_TYPE, i)) < r->columns.n; i++) {
		const struct cell *name = beside(r, &r->record.cell[i], DESTINATION_NAME);

		if (name && str_eq(r->record.cell[i].text, S("Location")))
			add_recipient(&texts->recipient, name->text);
	}
}

static enum read
read_date(const struct reading *r, int column, struct contribution_texts *texts, struct contribution *c)
{
	struct str text = columns_text(&r->columns, &r->record, column);

	c->date = (struct str){texts->date, date_iso(text, texts->date)};
	if (c->date.n > 0 || text.n == 0)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "\"%.*s\" is not a date that has one reading; write 2020-06-30", DIAG_STR(text));
	return READ_BAD;
}

/* The type: the source's own classification, or what the name tells for certain. */
static enum read
read_type(const struct reading *r, struct str word, bool classified, struct contribution *c)
{
	c->type = word.n ? donor_type_of(word) : classified ? DONOR_UNKNOWN : donor_type_by_name(c->donor);
	if (!classified && c->type == DONOR_UNKNOWN && columns_have(&r->columns, COLUMN_ISO3) && c->iso3.n > 0)
		c->type = DONOR_GOVERNMENT;
	if (c->type != DONOR_TYPES)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "donor type \"%.*s\" is none of government, private, multilateral, other, and no word of "
	           "IATI or FTS", DIAG_STR(word));
	return READ_BAD;
}

/* The amount and its unit: the unit column's, the one in the column's name, dollars where the text has their sign. */
static enum read
read_amount(const struct reading *r, struct contribution *c)
{
	const struct cell *cell = columns_cell(&r->columns, &r->record, AMOUNT);
	enum unit unit;
	enum read got;

	if (!cell)
		return READ_OK;
	if ((got = reading_figure(r, cell->text, S("amount"), &c->amount)) != READ_OK)
		return got;
	c->known = true;
	c->unit = columns_text(&r->columns, &r->record, COLUMN_UNIT);
	unit = c->unit.n ? unit_of(c->unit) : (enum unit)columns_term(&r->columns, AMOUNT)->detail;
	if (c->unit.n == 0 && memchr(cell->text.s, '$', cell->text.n))
		unit = UNIT_USD;
	if (unit != UNITS)
		c->unit = str_of(unit_name(unit));
	return READ_OK;
}

/* A transaction of IATI. READ_END: it is no contribution. */
static enum read
read_transaction(struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	enum iati_type type = iati_type(r);
	struct iati activity;
	enum read got;

	if (type != IATI_INCOMING && type != IATI_COMMITMENT) {
		reading_unfit(r, "transactions without contributions (types 1 and 11)");
		return READ_END;
	}
	add_collapsed(&texts->donor, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER));
	c->donor = buf_str(&texts->donor);
	c->iso3 = donor_iso3(c->donor);
	if ((got = iati_activity(r, &activity)) != READ_OK || (got = read_date(r, IATI_COLUMN_DATE, texts, c)) != READ_OK
	    || (got = read_type(r, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER_TYPE),
	                        columns_have(&r->columns, IATI_COLUMN_PROVIDER_TYPE), c)) != READ_OK)
		return got;
	c->recipient = activity.iso3;
	c->known = true;
	c->unit = str_of(unit_name(UNIT_USD));
	return iati_value(r, &c->amount);
}

/* Whether the columns can hold contributions; otherwise notes why not. */
static bool
is_row(struct reading *r)
{
	const struct columns *columns = &r->columns;
	struct str boundary = columns_text(columns, &r->record, BOUNDARY);
	bool donor = columns_have(columns, DONOR) || columns_have(columns, SOURCE_TYPE);
	bool what = columns_have(columns, DATE) || columns_have(columns, AMOUNT);

	if (!donor || !what)
		reading_lacks(r, donor ? "date or amount" : what ? "donor" : "date, donor");
	else if (boundary.n > 0 && !str_folds_to(boundary, S("incoming")))
		reading_unfit(r, "flows that are not incoming");
	else
		return true;
	return false;
}

enum read
contribution_row(struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	const struct columns *columns = &r->columns;
	bool objects = columns_have(columns, SOURCE_TYPE);
	enum read got;

	*c = (struct contribution){.at = r->record.at};
	texts->donor.n = texts->type.n = texts->recipient.n = 0;
	if (iati_has_transactions(columns))
		return read_transaction(r, texts, c);
	if (!is_row(r))
		return READ_END;
	if (objects)
		read_objects(r, texts);
	else
		add_collapsed(&texts->donor, columns_text(columns, &r->record, DONOR));
	c->donor = buf_str(&texts->donor);
	c->iso3 = columns_have(columns, COLUMN_ISO3) ? columns_text(columns, &r->record, COLUMN_ISO3) : donor_iso3(c->donor);
	c->recipient = objects ? buf_str(&texts->recipient) : read_recipients(texts, columns_text(columns, &r->record, RECIPIENT));
	if ((got = read_date(r, DATE, texts, c)) != READ_OK)
		return got;
	if (objects)
		got = read_type(r, buf_str(&texts->type), true, c);
	else
		got = read_type(r, columns_text(columns, &r->record, DONOR_KIND), columns_have(columns, DONOR_KIND), c);
	return got == READ_OK ? read_amount(r, c) : got;
}
