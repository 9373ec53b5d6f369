#include <stdlib.h>
#include "contribution.h"
#include "country.h"
#include "donations.h"
#include "finance.h"
#include "subject.h"

/* What a column holds; the detail of an AMOUNT is its enum unit, where the name tells it. */
enum { DATE = COLUMN_OWN, DONOR, DONOR_KIND, AMOUNT, RECIPIENT };

/* Where two columns of a table mean the same, the upper line wins. */
static const struct term terms[] = {
	{STR("date"), DATE, 0},
	{STR("contributiondate"), DATE, 0},
	{STR("donor"), DONOR, 0},
	{STR("donorname"), DONOR, 0},
	{STR("bailleur"), DONOR, 0},
	{STR("donateur"), DONOR, 0},
	{STR("donortype"), DONOR_KIND, 0},
	{STR("amountusd"), AMOUNT, UNIT_USD},
	{STR("amount"), AMOUNT, UNIT_NONE},
	{STR("montant"), AMOUNT, UNIT_NONE},
	{STR("recipient"), RECIPIENT, 0},
	{STR("recipientiso3"), RECIPIENT, 0},
};

static const struct vocabulary words = {terms, countof(terms), &shared_words};

bool
contribution_knows(struct str name)
{
	return term_find(&words, name) != NULL;
}

void
contribution_open(struct contribution_reader *r, struct source *src, const struct reading_how *how)
{
	*r = (struct contribution_reader){.how = how, .list = mem_alloc(1, sizeof *r->list)};
	*r->list = (struct donations){.open = false};
	reading_open(&r->in, src, how, subject_knows);
}

void
contribution_close(struct contribution_reader *r)
{
	reading_close(&r->in);
	donations_free(r->list);
	free(r->list);
}

/* The list of a page has a contribution ready. */
static void
give_donation(struct contribution_reader *r, struct contribution *c)
{
	const struct donation *d = &r->list->done;

	*c = (struct contribution){.date = {d->date, d->date_n}, .donor = buf_str(&d->donor), .at = d->at};
	c->iso3 = country_iso3(c->donor);
	c->type = d->is_private ? DONOR_PRIVATE : c->iso3.n > 0 ? DONOR_GOVERNMENT : DONOR_UNKNOWN;
	c->known = d->known;
	c->amount = d->amount;
	c->unit = d->known ? S("usd") : S("");
}

static enum read
read_date(struct contribution_reader *r, struct contribution *c)
{
	struct str text = columns_text(&r->in.columns, &r->in.record, DATE);

	c->date = (struct str){r->date, date_iso(text, r->date)};
	if (c->date.n > 0 || text.n == 0)
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "\"%.*s\" is not a date that has one reading; write 2020-06-30", DIAG_STR(text));
	return READ_BAD;
}

static enum read
read_type(struct contribution_reader *r, struct contribution *c)
{
	struct str text = columns_text(&r->in.columns, &r->in.record, DONOR_KIND);

	c->type = text.n ? donor_type_of(text) : DONOR_UNKNOWN;
	if (!columns_have(&r->in.columns, DONOR_KIND) && c->iso3.n > 0)
		c->type = DONOR_GOVERNMENT;
	if (c->type != DONOR_TYPES)
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "donor type \"%.*s\" is none of government, private, multilateral, other",
	           DIAG_STR(text));
	return READ_BAD;
}

/* The amount and its unit: the unit column's, the one in the column's name, dollars where the text has their sign. */
static enum read
read_amount(struct contribution_reader *r, struct contribution *c)
{
	const struct cell *cell = columns_cell(&r->in.columns, &r->in.record, AMOUNT);
	enum unit unit;
	enum read got;

	if (!cell)
		return READ_OK;
	if ((got = reading_figure(&r->in, cell->text, S("amount"), &c->amount)) != READ_OK)
		return got;
	c->known = true;
	c->unit = columns_text(&r->in.columns, &r->in.record, COLUMN_UNIT);
	unit = c->unit.n ? unit_of(c->unit) : (enum unit)columns_term(&r->in.columns, AMOUNT)->detail;
	if (c->unit.n == 0 && memchr(cell->text.s, '$', cell->text.n))
		unit = UNIT_USD;
	if (unit != UNITS)
		c->unit = str_of(unit_name(unit));
	return READ_OK;
}

/* A record with names. READ_END: it is no contribution. */
static enum read
read_row(struct contribution_reader *r, struct contribution *c)
{
	const struct columns *columns = &r->in.columns;
	enum read got;

	if (!columns_have(columns, DATE) || !columns_have(columns, DONOR)) {
		reading_unfit(&r->in, "a table without date and donor");
		return READ_END;
	}
	*c = (struct contribution){.at = r->in.record.at};
	reading_place(&r->in, DONOR, COLUMN_ISO3, &c->donor, &c->iso3);
	c->recipient = columns_text(columns, &r->in.record, RECIPIENT);
	if ((got = read_date(r, c)) != READ_OK || (got = read_type(r, c)) != READ_OK)
		return got;
	return read_amount(r, c);
}

/* A line of a page. READ_END: no contribution is ready. */
static enum read
read_line(struct contribution_reader *r, struct contribution *c)
{
	const struct record *record = &r->in.record;
	bool whole;
	enum read got;

	if (record->caption->section != SECTION_CONTRIBUTIONS)
		return READ_END;
	got = donations_line(r->list, &(struct donations_text){.text = record->cell[0].text, .at = record->at,
	                     .item = record->kind == RECORD_ITEM, .apart = record->apart, .cut = record->cut}, &whole);
	if (got != READ_OK || !whole)
		return got == READ_OK ? READ_END : got;
	give_donation(r, c);
	return READ_OK;
}

/* Another part of the input begins: the list that stood in the one before is over. Whether it has one more contribution. */
static bool
turn_part(struct contribution_reader *r, struct contribution *c)
{
	size_t part = r->in.record.caption->part;
	bool last;

	if (part == r->part)
		return false;
	r->part = part;
	last = donations_end(r->list);
	r->list->dated = r->list->ended = false;
	r->list->now.date_n = 0;
	if (last)
		give_donation(r, c);
	return last;
}

enum read
contribution_next(struct contribution_reader *r, struct contribution *c)
{
	enum read got = READ_END;

	while (got == READ_END) {
		if (!r->pending) {
			if (r->ended != READ_OK)
				return r->ended;
			if ((got = reading_next(&r->in, &words)) != READ_OK)
				break;
			if (turn_part(r, c)) {
				r->pending = true;
				return READ_OK;
			}
		}
		r->pending = false;
		got = r->in.record.kind == RECORD_ROW ? read_row(r, c) :
		      r->in.record.kind == RECORD_LINE || r->in.record.kind == RECORD_ITEM ? read_line(r, c) : READ_END;
	}
	if (got == READ_OK)
		return got;
	/* the donor at hand is whole if the input is; otherwise its other lines may be missing */
	r->ended = got;
	if ((got == READ_END || r->list->whole) && donations_end(r->list)) {
		give_donation(r, c);
		return READ_OK;
	}
	return got;
}
