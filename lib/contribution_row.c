#include <stdlib.h>
#include "contribution_names.h"
#include "contribution_row.h"
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

const struct vocabulary contribution_words = {terms, countof(terms), &iati_words, 0};

void
contribution_texts_open(struct contribution_texts *texts)
{
	*texts = (struct contribution_texts){
		.donors = {.learn = contribution_donor, .places = 2048},
		.types = {.learn = contribution_types, .places = 64},
		.recipients = {.learn = contribution_recipients, .places = 1024},
		.places = {.learn = contribution_place, .places = 1024},
		.units = {.learn = contribution_unit, .places = 16},
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
	free(texts->unknown.data);
	free(texts->type.data);
	free(texts->recipient.data);
}

/* The text under a column, if there is that column; empty where it is missing. */
static inline struct str
text_of(const struct reading *r, size_t column)
{
	const struct cell *cell = &r->record.cell[column];

	return column == r->columns.n || value_missing(cell) ? S("") : cell->text;
}

/* Learns what the columns of the record's shape are for. */
static void
learn_shape(struct contribution_shape *shape, const struct columns *columns)
{
	const struct term *amount = columns_term(columns, AMOUNT);
	bool donor, what;

	*shape = (struct contribution_shape){
		.serial = columns->serial,
		.transactions = iati_has_transactions(columns),
		.objects = columns_have(columns, SOURCE_TYPE),
		.coded = columns_have(columns, COLUMN_ISO3),
		.date = columns_find(columns, DATE, 0),
		.donor = columns_find(columns, DONOR, 0),
		.kind = columns_find(columns, DONOR_KIND, 0),
		.iso3 = columns_find(columns, COLUMN_ISO3, 0),
		.amount = columns_find(columns, AMOUNT, 0),
		.unit = columns_find(columns, COLUMN_UNIT, 0),
		.recipient = columns_find(columns, RECIPIENT, 0),
		.boundary = columns_find(columns, BOUNDARY, 0),
		.amount_unit = str_of(unit_name(amount ? (enum unit)amount->detail : UNIT_NONE)),
	};
	donor = shape->objects || shape->donor < columns->n;
	what = shape->date < columns->n || amount;
	shape->classified = shape->objects || shape->kind < columns->n;
	shape->lacks = donor && what ? NULL : donor ? "date or amount" : what ? "donor" : "date, donor";
}

/* Takes notice of whether the amounts may be in a column whose name nobody knows. */
static void
note_amounts(struct contribution_texts *texts, const struct reading *r)
{
	if (texts->shape.transactions || texts->shape.amount < r->columns.n)
		texts->amounts = true;
	else if (!texts->shape.lacks && texts->unknown.n == 0 && r->columns.known < r->columns.n)
		columns_names(r->record.shape, NULL, &texts->unknown, DIAG_STR_MAX);
}

/* The cells of an element of an array lie between two columns; those in none lie anywhere. */
struct element {
	unsigned number;
	size_t from, behind;
};

/* The first column from `from` on that has that meaning in the element; element->behind for none. */
static size_t
find_in(const struct reading *r, const struct element *element, int meaning, size_t from)
{
	const struct term *const *term = r->columns.term;

	for (; from < element->behind; from++)
		if (term[from] && term[from]->meaning == meaning && r->record.cell[from].element == element->number)
			break;
	return from;
}

/* Adds the object that the element is, if it has a type and a name. */
static void
learn_object(struct contribution_objects *objects, const struct reading *r, const struct element *element, bool source)
{
	size_t type = find_in(r, element, source ? SOURCE_TYPE : DESTINATION_TYPE, element->from), begun = objects->kinds;
	size_t name = find_in(r, element, source ? SOURCE_NAME : DESTINATION_NAME, element->from);

	if (type == element->behind || name == element->behind)
		return;
	for (size_t i = element->from; source && (i = find_in(r, element, SOURCE_KIND, i)) < element->behind; i++) {
		objects->kind = mem_grow(objects->kind, objects->kinds, &objects->kinds_cap, sizeof *objects->kind);
		objects->kind[objects->kinds++] = i;
	}
	objects->object = mem_grow(objects->object, objects->n, &objects->cap, sizeof *objects->object);
	objects->object[objects->n++] = (struct contribution_object){.source = source, .type = type, .name = name,
	                                                             .kind = begun, .kinds = objects->kinds - begun};
}

/* Learns the objects of the record, and where the values that they are made of stand; a record may have any number of them. */
static void
learn_objects(struct contribution_objects *objects, const struct reading *r)
{
	static const int meanings[] = {SOURCE_TYPE, SOURCE_NAME, SOURCE_KIND, DESTINATION_TYPE, DESTINATION_NAME};
	const struct cell *cell = r->record.cell;
	struct element element = {0, 0, r->columns.n};

	objects->serial = r->columns.serial;
	objects->n = objects->kinds = objects->cells = 0;
	learn_object(objects, r, &element, true);
	learn_object(objects, r, &element, false);
	for (size_t i = 0; i < r->columns.n; i = element.behind) {
		element = (struct element){cell[i].element, i, i + 1};
		while (element.behind < r->columns.n && cell[element.behind].element == element.number)
			element.behind++;
		if (element.number == 0)
			continue;
		learn_object(objects, r, &element, true);
		learn_object(objects, r, &element, false);
	}
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

/* Adds the kinds of an organization, by the columns that hold them. */
static void
add_kinds(struct buf *b, const struct cell *cell, const size_t *kind, size_t first, size_t kinds)
{
	for (size_t i = first; i < first + kinds; i++) {
		if (b->n > 0)
			buf_byte(b, '|');
		buf_add(b, cell[kind[i]].text);
	}
}

/* Adds a part of a list. */
static void
add_part(struct buf *b, struct str part)
{
	if (b->n > 0)
		buf_byte(b, ';');
	buf_add(b, part);
}

/* One more donor; *only holds the name of the one before, as long as there is only one. */
static void
add_donor(struct buf *b, size_t before, struct str *only, struct str name)
{
	if (before == 1)
		contribution_collapse(*only, b);
	if (before > 0) {
		buf_byte(b, ';');
		contribution_collapse(name, b);
	}
	*only = name;
}

/* The objects of a flow: organizations at its source are donors, locations at its destination recipients. Gives the donors. */
static const struct known *
read_objects(const struct reading *r, struct contribution_texts *texts)
{
	struct contribution_objects *objects = &texts->objects;
	const struct cell *cell = r->record.cell;
	struct str donor = S("");
	size_t donors = 0;

	texts->donor.n = texts->type.n = texts->recipient.n = 0;
	if (!knows_objects(objects, r))
		learn_objects(objects, r);
	for (size_t i = 0; i < objects->n; i++) {
		const struct contribution_object *o = &objects->object[i];
		struct str name = cell[o->name].text, type = cell[o->type].text;

		if (name.n == 0)
			continue;
		if (!o->source && str_eq(type, S("Location"))) {
			add_part(&texts->recipient, names_find(&texts->places, name)->text);
		} else if (o->source && str_eq(type, S("Organization"))) {
			add_donor(&texts->donor, donors++, &donor, name);
			add_kinds(&texts->type, cell, objects->kind, o->kind, o->kinds);
		}
	}
	return names_find(&texts->donors, donors > 1 ? buf_str(&texts->donor) : donor);
}

static enum read
read_date(const struct reading *r, struct str text, struct contribution_texts *texts, struct contribution *c)
{
	c->date = (struct str){text.s, date_plain(text)};
	if (c->date.n > 0 || text.n == 0)
		return READ_OK;
	c->date = (struct str){texts->date, date_iso(text, texts->date)};
	if (c->date.n > 0)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "\"%.*s\" is not a date that has one reading; write 2020-06-30", DIAG_STR(text));
	return READ_BAD;
}

/* The type: the source's own classification, or what the name tells for certain. */
static enum read
read_type(const struct reading *r, struct contribution_texts *texts, const struct known *donor, struct str word,
          struct contribution *c)
{
	const struct contribution_shape *shape = &texts->shape;

	c->type = word.n ? names_again(&texts->types, word)->type : shape->classified ? DONOR_UNKNOWN : donor->type;
	if (!shape->classified && c->type == DONOR_UNKNOWN && shape->coded && c->iso3.n > 0)
		c->type = DONOR_GOVERNMENT;
	if (donor->number > 0 && c->iso3.s == donor->iso3.s)
		c->who = donor->number * DONOR_TYPES + c->type;
	if (c->type != DONOR_TYPES)
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "donor type \"%.*s\" is none of government, private, multilateral, other, and no word of "
	           "IATI or FTS", DIAG_STR(word));
	return READ_BAD;
}

/* The unit in the name of the amount's column; thousands and millions of it beside it contradict that. */
static enum read
read_named_unit(const struct reading *r, struct contribution_texts *texts, struct str text, struct contribution *c)
{
	enum unit unit = unit_of(text);

	c->unit = texts->shape.amount_unit;
	if (unit == UNITS || unit == UNIT_NONE || str_eq(str_of(unit_name(unit)), c->unit))
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "unit \"%.*s\", but the name of the amount's column says %.*s; rename it, or leave the "
	           "unit out", DIAG_STR(text), DIAG_STR(c->unit));
	return READ_BAD;
}

/* The amount and its unit: the one in the column's name, the unit column's, dollars where the text has their sign. */
static enum read
read_amount(const struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	struct str text = text_of(r, texts->shape.amount), unit;
	enum read got;

	if (text.n == 0)
		return READ_OK;
	unit = text_of(r, texts->shape.unit);
	c->known = true;
	if (dec_parse_digits(&c->amount, text))
		c->digits = text.n > 1 && text.s[0] == '0' ? S("") : text;
	else if ((got = reading_figure(r, text, S("amount"), &c->amount)) != READ_OK)
		return got;
	if (texts->shape.amount_unit.n > 0) /* a currency beside it is that of another amount */
		return read_named_unit(r, texts, unit, c);
	if (unit.n > 0)
		c->unit = names_again(&texts->units, unit)->text;
	else if (c->digits.n == 0 && memchr(text.s, '$', text.n))
		c->unit = str_of(unit_name(UNIT_USD));
	return READ_OK;
}

/* A transaction of IATI. READ_END: it is no contribution. */
static enum read
read_transaction(struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	enum iati_type type = iati_type(r);
	const struct known *donor;
	struct iati activity;
	enum read got;

	if (type != IATI_INCOMING && type != IATI_COMMITMENT) {
		reading_unfit(r, "transactions without contributions (types 1 and 11)");
		return READ_END;
	}
	donor = names_find(&texts->donors, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER));
	c->donor = donor->text;
	c->iso3 = donor->iso3;
	if ((got = iati_activity(r, &activity)) != READ_OK
	    || (got = read_date(r, columns_text(&r->columns, &r->record, IATI_COLUMN_DATE), texts, c)) != READ_OK
	    || (got = read_type(r, texts, donor, columns_text(&r->columns, &r->record, IATI_COLUMN_PROVIDER_TYPE), c)) != READ_OK)
		return got;
	c->recipient = activity.iso3;
	c->known = true;
	c->unit = str_of(unit_name(UNIT_USD));
	return iati_value(r, &c->amount);
}

/* Whether the record may be a contribution; otherwise notes why not. */
static bool
is_row(struct reading *r, const struct contribution_shape *shape)
{
	struct str boundary = text_of(r, shape->boundary);

	if (shape->lacks && text_of(r, shape->amount).n > 0)
		reading_leave(r, "amounts without a donor");
	if (shape->lacks)
		reading_lacks(r, shape->lacks);
	else if (boundary.n > 0 && !str_eq(boundary, S("incoming")) && !str_folds_to(boundary, S("incoming")))
		reading_unfit(r, "flows that are not incoming");
	else
		return true;
	return false;
}

enum read
contribution_row(struct reading *r, struct contribution_texts *texts, struct contribution *c)
{
	const struct contribution_shape *shape = &texts->shape;
	const struct known *donor;
	struct str kind;
	enum read got;

	*c = (struct contribution){.at = r->record.at};
	if (shape->serial != r->columns.serial) {
		learn_shape(&texts->shape, &r->columns);
		note_amounts(texts, r);
	}
	if (shape->transactions)
		return read_transaction(r, texts, c);
	if (!is_row(r, shape))
		return READ_END;
	donor = shape->objects ? read_objects(r, texts) : names_find(&texts->donors, text_of(r, shape->donor));
	c->donor = donor->text;
	c->iso3 = shape->coded ? text_of(r, shape->iso3) : donor->iso3;
	c->recipient = shape->objects ? buf_str(&texts->recipient) :
	               names_find(&texts->recipients, text_of(r, shape->recipient))->text;
	kind = shape->objects ? buf_str(&texts->type) : text_of(r, shape->kind);
	if ((got = read_date(r, text_of(r, shape->date), texts, c)) != READ_OK
	    || (got = read_type(r, texts, donor, kind, c)) != READ_OK)
		return got;
	return read_amount(r, texts, c);
}
