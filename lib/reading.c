#include <stdlib.h>
#include "country.h"
#include "date.h"
#include "reading.h"
#include "subject.h"

/* The code of an operation. */
static void
learn_place(struct str name, struct buf *room, struct known *found)
{
	(void)room;
	found->iso3 = country_iso3(name);
}

void
reading_open(struct reading *r, struct source *src, const struct reading_how *how, str_test *known)
{
	*r = (struct reading){.how = how, .places = mem_alloc(1, sizeof *r->places)};
	*r->places = (struct names){.learn = learn_place, .places = 256};
	table_open(&r->table, src, &(struct table_how){.form = how->form, .delimiter = how->delimiter, .known = known,
	           .by_name = how->by_name});
}

void
reading_close(struct reading *r)
{
	table_close(&r->table);
	columns_free(&r->columns);
	free(r->why.data);
	free(r->iso3.data);
	names_free(r->places);
	free(r->places);
}

/* Finds the column of a page's codes, the last of that name, in the shape at hand; SIZE_MAX: it has none. */
static void
learn_codes(struct reading *r)
{
	const struct shape *shape = r->record.shape;
	size_t at = SIZE_MAX;

	for (size_t i = 0; i < shape->n; i++)
		if (str_eq(shape->name[i], S("iso_codes")))
			at = i;
	r->codes_learned[r->columns.slot] = r->columns.serial;
	r->codes_at[r->columns.slot] = at;
}

/*
 * The place of a page on the map, {"longitude":38,…,"iso_codes":"'KEN'"}: exactly one code is the operation's. For the page's
 * tables, which have no codes.
 */
static void
take_codes(struct reading *r)
{
	struct str codes;

	if (r->codes_learned[r->columns.slot] != r->columns.serial)
		learn_codes(r);
	if (r->codes_at[r->columns.slot] == SIZE_MAX)
		return;
	codes = r->record.cell[r->codes_at[r->columns.slot]].text;
	if (codes.n != 5 || codes.s[0] != '\'' || codes.s[4] != '\'')
		return;
	r->codes++;
	r->iso3.n = 0;
	buf_add(&r->iso3, (struct str){codes.s + 1, 3});
	r->iso3_page = r->record.caption->page;
}

/* What stands around the rows of a document and says whose they are, or of when, is not read: rows that lack it are told. */
static void
note_around(struct reading *r, const struct vocabulary *words)
{
	static const char what[] = "the year, country or unit that stands beside the rows of a document, and not in them";
	const struct record *record = &r->record;
	bool placed = columns_have(&r->columns, COLUMN_OPERATION) || columns_have(&r->columns, COLUMN_ISO3);

	for (size_t i = 0; i < record->shape->n && r->columns.known > 0; i++) {
		const struct term *term = term_find(words, record->shape->name[i]);
		bool place = term && (term->meaning == COLUMN_OPERATION || term->meaning == COLUMN_ISO3);

		if (!term || term->meaning >= (r->unitless ? COLUMN_UNIT : COLUMN_OWN) || value_missing(&record->cell[i])
		    || (place ? placed : columns_have(&r->columns, term->meaning)))
			continue;
		reading_leave(r, what);
		return;
	}
}

enum read
reading_next(struct reading *r, const struct vocabulary *words)
{
	enum read got = table_next(&r->table, &r->record);

	if (got == READ_OK && r->how->paging)
		paging_note(r->how->paging, &r->record);
	if (got == READ_OK && r->record.apart && (r->record.kind == RECORD_ROW || r->record.kind == RECORD_ENVELOPE))
		note_around(r, words);
	if (got != READ_OK || r->record.kind != RECORD_ROW)
		return got;
	if (!columns_learn(&r->columns, &r->record, words))
		return READ_BAD;
	if (r->record.caption->page > 0)
		take_codes(r);
	return READ_OK;
}

enum read
reading_figure(const struct reading *r, struct str text, struct str name, struct dec *figure)
{
	enum dec_parse parsed;

	if (dec_parse_digits(figure, text) || (parsed = dec_parse(figure, text, r->how->significant)) == DEC_OK)
		return READ_OK;
	if (parsed == DEC_LONG)
		diag_error(STATUS_BAD, r->record.at, "%.*s%s\"%.*s\" has more digits than can be kept exactly (%d)", DIAG_STR(name),
		           name.n ? ": " : "", DIAG_STR(text), DEC_DIGITS);
	else
		diag_error(STATUS_BAD, r->record.at, "%.*s%s\"%.*s\" is not a number (a point marks decimals, a comma groups of three "
		           "digits)", DIAG_STR(name), name.n ? ": " : "", DIAG_STR(text));
	return READ_BAD;
}

enum read
reading_amount(const struct reading *r, struct str text, struct str name, struct amount *amount)
{
	struct dec value;
	enum read got = reading_figure(r, text, name, &value);

	if (got == READ_OK)
		amount_set(amount, &value);
	return got;
}

void
reading_place_alone(const struct reading *r, int name, int code, struct str *place, struct str *iso3)
{
	*place = columns_text(&r->columns, &r->record, name);
	*iso3 = columns_text(&r->columns, &r->record, code);
	if (columns_have(&r->columns, code)) {
		*place = country_name(*iso3);
		if (place->n == 0)
			*place = *iso3;
	} else if (place->n > 0) {
		*iso3 = country_iso3(*place);
	}
}

void
reading_page_operation(const struct reading *r, struct str *operation, struct str *iso3)
{
	const struct caption *caption = r->record.caption;

	*operation = buf_str(&caption->operation);
	if (operation->n == 0 || caption->no_country)
		*iso3 = S("");
	else if (r->iso3.n > 0 && r->iso3_page == caption->page)
		*iso3 = buf_str(&r->iso3);
	else
		*iso3 = names_again(r->places, *operation)->iso3;
}

void
reading_unknown(const struct reading *r, const struct vocabulary *words, size_t from)
{
	const struct record *record = &r->record;
	struct str first = S("");
	size_t unknown = 0;
	struct dec any;

	for (size_t i = from; i < record->shape->n && r->table.form == FORM_CSV; i++) {
		struct str name = record->shape->name[i];

		if (name.n == 0 || name.s[0] == '#' || memchr(name.s, '%', name.n) || term_find(words, name))
			continue;
		if (dec_parse(&any, record_text(record, i), 0) != DEC_OK)
			continue;
		first = unknown++ == 0 ? name : first;
	}
	if (unknown > 0)
		diag_warning(record->at, "the column \"%.*s\" has figures, too, but a name that is not known here: it is left out%s",
		             DIAG_STR(first), unknown > 1 ? ", and so are others" : "");
}

enum read
reading_any_year(const struct reading *r, struct str *year)
{
	char iso[DATE_MAX];

	*year = columns_text(&r->columns, &r->record, COLUMN_YEAR);
	if (year->n == 0 || (date_iso(*year, iso) == year->n && memcmp(iso, year->s, year->n) == 0))
		return READ_OK;
	diag_error(STATUS_BAD, r->record.at, "\"%.*s\" is no year", DIAG_STR(*year));
	return READ_BAD;
}

/* Pages have other things on them. */
static bool
is_page(const struct reading *r)
{
	return r->table.form == FORM_TEXT || r->table.form == FORM_HTML;
}

/* Whether a reason is wanted: the first one is kept. */
static bool
asks_why(const struct reading *r)
{
	return r->why.n == 0 && !is_page(r);
}

void
reading_leave(struct reading *r, const char *what)
{
	if (is_page(r) || r->left++ > 0)
		return;
	r->left_at = r->record.at;
	r->left_what = what;
}

bool
reading_done(const struct reading *r, enum read got, size_t found)
{
	if (got == READ_END && found > 0 && r->left > 0)
		diag_warning(r->left_at, "%s: left out, in %zu record%s from here on", r->left_what, r->left, r->left == 1 ? "" : "s");
	return got != READ_END || found > 0;
}

/* What else the table may be, and its columns. */
static void
describe(struct reading *r)
{
	const char *seems = subject_seems(r->record.shape);

	if (seems) {
		buf_add(&r->why, S("; it seems to hold "));
		buf_add(&r->why, str_of(seems));
	}
	buf_add(&r->why, S("; its columns are "));
	columns_names(r->record.shape, NULL, &r->why, 300);
}

void
reading_unfit(struct reading *r, const char *what)
{
	if (!asks_why(r))
		return;
	buf_add(&r->why, str_of(what));
	describe(r);
}

void
reading_lacks(struct reading *r, const char *missing)
{
	size_t found = 0;

	if (!asks_why(r))
		return;
	buf_add(&r->why, S("a table"));
	for (size_t i = 0; i < r->columns.n; i++) {
		if (!r->columns.term[i])
			continue;
		buf_add(&r->why, found++ == 0 ? S(" with ") : S(", "));
		buf_add(&r->why, r->record.shape->name[i]);
	}
	buf_add(&r->why, found > 0 ? S(", but without ") : S(" without "));
	buf_add(&r->why, str_of(missing));
	describe(r);
}

void
reading_missing(struct reading *r)
{
	if (r->why.n == 0)
		buf_add(&r->why, S("all its figures are missing"));
}
