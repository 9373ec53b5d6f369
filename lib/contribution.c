#include <stdlib.h>
#include "contribution.h"
#include "contribution_row.h"
#include "country.h"
#include "donations.h"
#include "finance.h"
#include "subject.h"

bool
contribution_knows(struct str name)
{
	return term_find(&contribution_words, name) != NULL;
}

void
contribution_open(struct contribution_reader *r, struct source *src, const struct reading_how *how)
{
	*r = (struct contribution_reader){.how = how, .list = mem_alloc(1, sizeof *r->list)};
	*r->list = (struct donations){.open = false};
	r->texts = mem_alloc(1, sizeof *r->texts);
	contribution_texts_open(r->texts);
	reading_open(&r->in, src, how, subject_knows);
}

void
contribution_close(struct contribution_reader *r)
{
	reading_close(&r->in);
	donations_free(r->list);
	free(r->list);
	contribution_texts_free(r->texts);
	free(r->texts);
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
			if ((got = reading_next(&r->in, &contribution_words)) != READ_OK)
				break;
			if (turn_part(r, c)) {
				r->pending = true;
				return READ_OK;
			}
		}
		r->pending = false;
		got = r->in.record.kind == RECORD_ROW ? contribution_row(&r->in, r->texts, c) :
		      r->in.record.kind == RECORD_LINE || r->in.record.kind == RECORD_ITEM ? read_line(r, c) : READ_END;
	}
	if (got == READ_OK)
		return got;
	if (got == READ_END && !r->texts->amounts && r->texts->unknown.n > 0)
		diag_warning((struct pos){r->in.table.src->name, 0, 0}, "no amounts: none of the columns is known to hold them; they are "
		             "%.*s", DIAG_STR(buf_str(&r->texts->unknown)));
	/* the donor at hand is whole if the input is; otherwise its other lines may be missing */
	r->ended = got;
	if ((got == READ_END || r->list->whole) && donations_end(r->list)) {
		give_donation(r, c);
		return READ_OK;
	}
	return got;
}
