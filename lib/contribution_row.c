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
static void
learn_recipients(struct str text, struct buf *room, struct name *found)
{
	const char *between = is_list_of_codes(text) ? ";|," : ";|";

	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && !strchr(between, text.s[n]))
			n++;
		add_recipient(room, (struct str){text.s, n});
		text = str_skip(text, n < text.n ? n + 1 : n);
	}
	found->text = buf_str(room);
}

/* The name of one place: it may hold anything. */
static void
learn_place(struct str text, struct buf *room, struct name *found)
{
	add_recipient(room, text);
	found->text = buf_str(room);
}

static void
learn_donor(struct str text, struct buf *room, struct name *found)
{
	add_collapsed(room, text);
	found->text = buf_str(room);
	donor_find(found->text, &found->iso3, &found->type);
}

static void
learn_types(struct str text, struct buf *room, struct name *found)
{
	(void)room;
	found->type = donor_type_of(text);
}

/* A unit, by our name for it if we have one. */
static void
learn_unit(struct str text, struct buf *room, struct name *found)
{
	enum unit unit = unit_of(text);

	(void)room;
	found->text = unit == UNITS ? text : str_of(unit_name(unit));
}

void
contribution_texts_open(struct contribution_texts *texts)
{
	*texts = (struct contribution_texts){
		.donors = {.learn = learn_donor, .places = 2048},
		.types = {.learn = learn_types, .places = 64},
		.recipients = {.learn = learn_recipients, .places = 1024},
		.places = {.learn = learn_place, .places = 1024},
		.units = {.learn = learn_unit, .places = 16},
	};
}

void
contribution_texts_free(struct contribution_texts *texts)
{
	names_free(&texts->donors);
	names_free(&texts->types);
	names_free(&texts->recipients);
	names_free(&texts->places);
	names_free(&texts->units);
	free(texts->objects.object);
	free(texts->objects.kind);
	free(texts->objects.cell);
	free(texts->donor.data);
	free(texts->type.data);
	free(texts->recipient.data);
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

/* Adds the object whose type stands in that column, unless it has no name. */
static void
learn_object(struct contribution_objects *objects, const struct reading *r, size_t type, bool source)
{
	const struct cell *cell = r->record.cell, *name = beside(r, &cell[type], source ? SOURCE_NAME : DESTINATION_NAME);
	size_t begun = objects->kinds;

	if (!name)
		return;
	for (size_t i = 0; source && (i = columns_find(&r->columns, SOURCE_KIND, i)) < r->columns.n; i++) {
		if (cell[i].element != name->element)
			continue;
		objects->kind = mem_grow(objects->kind, objects->kinds, &objects->kinds_cap, sizeof *objects->kind);
		objects->kind[objects->kinds++] = i;
	}
	objects->object = mem_grow(objects->object, objects->n, &objects->cap, sizeof *objects->object);
	objects->object[objects->n++] = (struct contribution_object){.source = source, .type = type, .name = (size_t)(name - cell),
	                                                             .kind = begun, .kinds = objects->kinds - begun};
}

/* Learns the objects of the record, and where the values that they are made of stand. */
static void
learn_objects(struct contribution_objects *objects, const struct reading *r)
{
	static const int meanings[] = {SOURCE_TYPE, SOURCE_NAME, SOURCE_KIND, DESTINATION_TYPE, DESTINATION_NAME};

	objects->serial = r->columns.serial;
	objects->n = objects->kinds = objects->cells = 0;
	for (size_t i = 0; (i = columns_find(&r->columns, SOURCE_TYPE, i)) < r->columns.n; i++)
		learn_object(objects, r, i, true);
	for (size_t i = 0; (i = columns_find(&r->columns, DESTINATION_TYPE, i)) < r->columns.n; i++)
		learn_object(objects, r, i, false);
	for (size_t m = 0; m < countof(meanings); m++) {
		for (size_t i = 0; (i = columns_find(&r->columns, meanings[m], i)) < r->columns.n; i++) {
			objects->cell = mem_grow(objects->cell, objects->cells, &objects->cells_cap, sizeof *objects->cell);
			objects->cell[objects->cells++] = (struct contribution_cell){i, r->record.cell[i].element};
		}
	}
}

/* Whether the record's objects are those that were learned last. */
static bool
knows_objects(const struct contribution_objects *objects, const struct reading *r)
{
	bool same = objects->serial == r->columns.serial;

	for (size_t i = 0; i < objects->cells && same; i++)
		same = r->record.cell[objects->cell[i].column].element == objects->cell[i].element;
	return same;
}

/* Adds the kinds of an organization. */
static void
add_kinds(const struct contribution_objects *objects, const struct contribution_object *object, const struct cell *cell, struct buf *b)
{
	for (size_t i = 0; i < object->kinds; i++) {
		if (b->n > 0)
			buf_byte(b, '|');
		buf_add(b, cell[objects->kind[object->kind + i]].text);
	}
}

/* Adds a part of a list. */
static void
add_part(struct buf *b, struct str part)
{
	if (part.n > 0 && b->n > 0)
		buf_byte(b, ';');
	buf_add(b, part);
}

/* One more donor; *only holds the name of the one before, as long as there is only one. */
static void
add_donor(struct buf *b, size_t before, struct str *only, struct str name)
{
	if (before == 1)
		add_collapsed(b, *only);
	if (before > 0) {
		if (b->n > 0)
			buf_byte(b, ';');
		add_collapsed(b, name);
	}
	*only = name;
}

/* The objects of a flow: organizations at its source are donors, locations at its destination recipients. Returns the donors. */
static const struct name *
read_objects(const struct reading *r, struct contribution_texts *texts)
{
	struct contribution_objects *objects = &texts->objects;
	const struct cell *cell = r->record.cell;
	struct str donor = S("");
	size_t donors = 0;

	texts->donor.n = texts->type.n = texts->recipient.n = 0;
	if (!knows_objects(objects, r))
		learn_objects(objects, r);
	for (const struct contribution_object *o = objects->object; o < objects->object + objects->n; o++) {
		struct str name = cell[o->name].text, type = cell[o->type].text;

		if (!o->source && str_eq(type, S("Location"))) {
			add_part(&texts->recipient, names_find(&texts->places, name)->text);
		} else if (o->source && str_eq(type, S("Organization"))) {
			add_donor(&texts->donor, donors++, &donor, name);
			add_kinds(objects, o, cell, &texts->type);
		}
	}
	return names_find(&texts->donors, donors > 1 ? buf_str(&texts->donor) : donor);
}

static enum read
read_date(const struct reading *r, int column, struct contribution_texts *texts, struct contribution *c)
{
	struct str text = columns_text(&r->columns, &r->record, column);

	c->date = (struct str){text.s, date_plain(text)};
	if (c->date.n > 0 || text.n == 0)
		return READ_OK;
	c->date = (struct str){texts->date, date_iso(text, texts->date)};
	if (c->date.n > 0)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "\"%.*s\" is not a date that has one reading; write 2020-06-30", DIAG_STR(text));
	return READ_BAD;
}

/* The donor, and its country: what the column for that says, if there is one. */
static void
set_donor(const struct reading *r, const struct name *donor, bool coded, struct contribution *c)
{
	c->donor = donor->text;
	c->iso3 = coded ? columns_text(&r->columns, &r->record, COLUMN_ISO3) : donor->iso3;
	c->type = donor->type;
	c->who = coded ? 0 : donor->number * DONOR_TYPES;
}

/* The type: the source's own classification, or what the name tells for certain, which is set already. */
static enum read
read_type(const struct reading *r, struct contribution_texts *texts, struct str word, bool classified, struct contribution *c)
{
	if (word.n > 0)
		c->type = names_find(&texts->types, word)->type;
	else if (classified)
		c->type = DONOR_UNKNOWN;
	else if (c->type == DONOR_UNKNOWN && columns_have(&r->columns, COLUMN_ISO3) && c->iso3.n > 0)
		c->type = DONOR_GOVERNMENT;
	c->who += c->who > 0 ? c->type : 0;
	if (c->type != DONOR_TYPES)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "donor type \"%.*s\" is none of government, private, multilateral, other, and no word of "
	           "IATI or FTS", DIAG_STR(word));
	return READ_BAD;
}

/* The amount and its unit: the unit column's, the one in the column's name, dollars where the text has their sign. */
static enum read
read_amount(const struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	const struct cell *cell = columns_cell(&r->columns, &r->record, AMOUNT);
	struct str text, unit;
	enum read got;

	if (!cell)
		return READ_OK;
	text = cell->text;
	unit = columns_text(&r->columns, &r->record, COLUMN_UNIT);
	c->known = true;
	if (dec_parse_digits(&c->amount, text))
		c->digits = text.n > 1 && text.s[0] == '0' ? S("") : text;
	else if ((got = reading_figure(r, text, S("amount"), &c->amount)) != READ_OK)
		return got;
	if (unit.n > 0)
		c->unit = names_find(&texts->units, unit)->text;
	else if (c->digits.n == 0 && memchr(text.s, '$', text.n))
		c->unit = str_of(unit_name(UNIT_USD));
	else
		c->unit = str_of(unit_name((enum unit)columns_term(&r->columns, AMOUNT)->detail));
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
	set_donor(r, names_find(&texts->donors, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER)), false, c);
	if ((got = iati_activity(r, &activity)) != READ_OK || (got = read_date(r, IATI_COLUMN_DATE, texts, c)) != READ_OK
	    || (got = read_type(r, texts, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER_TYPE),
	                        columns_have(&r->columns, IATI_COLUMN_PROVIDER_TYPE), c)) != READ_OK)
		return got;
	c->recipient = activity.iso3;
	c->known = true;
	c->unit = str_of(unit_name(UNIT_USD));
	return iati_value(r, &c->amount);
}

/* Whether the columns can hold contributions; otherwise notes why not. */
static bool
is_row(struct reading *r, bool objects)
{
	const struct columns *columns = &r->columns;
	struct str boundary = columns_text(columns, &r->record, BOUNDARY);
	bool donor = objects || columns_have(columns, DONOR);
	bool what = columns_have(columns, DATE) || columns_have(columns, AMOUNT);

	if (!donor || !what)
		reading_lacks(r, donor ? "date or amount" : what ? "donor" : "date, donor");
	else if (boundary.n > 0 && !str_eq(boundary, S("incoming")) && !str_folds_to(boundary, S("incoming")))
		reading_unfit(r, "flows that are not incoming");
	else
		return true;
	return false;
}

enum read
contribution_row(struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	const struct columns *columns = &r->columns;
	bool objects = columns_have(columns, SOURCE_TYPE), classified = objects || columns_have(columns, DONOR_KIND);
	const struct name *donor;
	struct str kind;
	enum read got;

	*c = (struct contribution){.at = r->record.at};
	if (iati_has_transactions(columns))
		return read_transaction(r, texts, c);
	if (!is_row(r, objects))
		return READ_END;
	donor = objects ? read_objects(r, texts) : names_find(&texts->donors, columns_text(columns, &r->record, DONOR));
	set_donor(r, donor, columns_have(columns, COLUMN_ISO3), c);
	c->recipient = objects ? buf_str(&texts->recipient) :
	               names_find(&texts->recipients, columns_text(columns, &r->record, RECIPIENT))->text;
	kind = objects ? buf_str(&texts->type) : columns_text(columns, &r->record, DONOR_KIND);
	if ((got = read_date(r, DATE, texts, c)) != READ_OK || (got = read_type(r, texts, kind, classified, c)) != READ_OK)
		return got;
	return read_amount(r, texts, c);
}
