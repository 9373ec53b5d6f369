#include <stdlib.h>
#include "charts.h"
#include "finance.h"
#include "finance_words.h"
#include "subject.h"

void
finance_open(struct finance_reader *r, struct source *src, const struct finance_how *how)
{
	*r = (struct finance_reader){.how = how, .charts = mem_alloc(1, sizeof *r->charts)};
	*r->charts = (struct charts){.n = 0};
	reading_open(&r->in, src, &how->reading, subject_knows);
}

void
finance_close(struct finance_reader *r)
{
	reading_close(&r->in);
	charts_free(r->charts);
	free(r->charts);
}

/* The unit that the source states of a record's figures: its unit column's, or the one in the columns' names. */
static enum read
read_unit(const struct finance_reader *r, enum unit *unit)
{
	const struct columns *c = &r->in.columns;
	struct str text = columns_text(c, &r->in.record, COLUMN_UNIT);

	*unit = UNIT_NONE;
	if (text.n > 0 && (*unit = unit_of(text)) == UNITS) {
		diag_error(STATUS_BAD, r->in.record.at, "unit \"%.*s\" is none of usd, kusd, musd", DIAG_STR(text));
		return READ_BAD;
	}
	for (int money = 0; money < MONEYS && *unit == UNIT_NONE; money++) {
		const struct term *term = columns_term(c, FIN_COLUMN_BUDGET + money);

		*unit = term ? (enum unit)term->detail : UNIT_NONE;
	}
	return READ_OK;
}

static enum read
read_pillar(const struct finance_reader *r, enum pillar *pillar)
{
	struct str text = columns_text(&r->in.columns, &r->in.record, FIN_COLUMN_PILLAR);

	*pillar = text.n == 0 ? PILLAR_TOTAL : pillar_of(text);
	if (*pillar != PILLARS)
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "pillar \"%.*s\" is none of total, p1, p2, p3, p4", DIAG_STR(text));
	return READ_BAD;
}

/* A record that is a row as it stands. READ_END: it has no figures of money. */
static enum read
read_row(struct finance_reader *r, struct finance *row)
{
	const struct columns *c = &r->in.columns;
	enum read got;

	if (charts_kind(c) != CHART_TOTALS) {
		reading_unfit(&r->in, charts_kind(c) == CHART_PILLARS ? "p1 to p4 outside a chart, without a word whether they are "
		              "budget or expenditure" : "a table without year and budget, funding or expenditure");
		return READ_END;
	}
	*row = (struct finance){.at = r->in.record.at};
	if ((got = reading_year(&r->in, &row->year)) != READ_OK || (got = read_pillar(r, &row->pillar)) != READ_OK
	    || (got = read_unit(r, &row->unit)) != READ_OK)
		return got;
	if (row->unit == UNIT_NONE)
		row->unit = r->how->unit_in;
	reading_operation(&r->in, &row->operation, &row->iso3);
	for (int money = 0; money < MONEYS; money++) {
		const struct cell *cell = columns_cell(c, &r->in.record, FIN_COLUMN_BUDGET + money);

		if (!cell)
			continue;
		if ((got = reading_figure(&r->in, cell->text, str_of(money_name((enum money)money)), &row->money[money].value)) != READ_OK)
			return got;
		row->money[money].known = true;
	}
	return READ_OK;
}

/* Whether the record is a row of one of the charts that belong together. */
static bool
is_chart(const struct record *record, const struct columns *c)
{
	return record->kind == RECORD_ROW && record->chart && charts_kind(c) != CHART_NONE;
}

/* Adds the record to the charts. False: those are whole, and this one begins the next. */
static enum read
add_to_charts(struct finance_reader *r, bool *whole)
{
	const struct record *record = &r->in.record;
	enum unit unit;
	enum read got;

	if (record->value != r->value || record->caption->page != r->page) {
		if ((got = read_unit(r, &unit)) != READ_OK)
			return got;
		if (unit == UNIT_NONE)
			unit = UNIT_MUSD;
		*whole = r->charts->n > 0 && (record->caption->page != r->page || !charts_take(r->charts, &r->in, unit));
		if (*whole)
			return READ_OK;
		charts_begin(r->charts, &r->in, unit);
		r->value = record->value;
		r->page = record->caption->page;
	}
	return charts_add(r->charts, &r->in);
}

/* Reads until a row can be given: READ_OK, with *row set unless it is the charts' turn. */
static enum read
read_on(struct finance_reader *r, struct finance *row)
{
	enum read got = READ_OK;

	while (got == READ_OK || got == READ_END) {
		bool whole = false;

		if (!r->pending && (got = reading_next(&r->in, &finance_words)) != READ_OK)
			break;
		r->pending = false;
		if (is_chart(&r->in.record, &r->in.columns)) {
			got = add_to_charts(r, &whole);
			r->pending = r->giving = whole;
			if (whole)
				return READ_OK;
		} else if (r->in.record.kind == RECORD_ROW) {
			/* rows keep the order of the source: charts that came before come out before */
			r->pending = r->giving = r->charts->n > 0 && charts_kind(&r->in.columns) == CHART_TOTALS;
			if (r->giving || (got = read_row(r, row)) == READ_OK)
				return READ_OK;
		}
	}
	r->ended = got;
	if (got != READ_END)
		charts_cut(r->charts);
	r->giving = r->charts->n > 0;
	return r->giving ? READ_OK : got;
}

enum read
finance_next(struct finance_reader *r, struct finance *row)
{
	enum read got;

	for (;;) {
		if (r->giving && charts_next(r->charts, row))
			return READ_OK;
		r->giving = false;
		if (r->ended != READ_OK)
			return r->ended;
		if ((got = read_on(r, row)) != READ_OK || !r->giving)
			return got;
	}
}
