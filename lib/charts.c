#include <stdint.h>
#include <stdlib.h>
#include "charts.h"
#include "date.h"
#include "finance_words.h"

enum chart_kind
charts_kind(const struct columns *c)
{
	if (!columns_have(c, COLUMN_YEAR))
		return CHART_NONE;
	if (columns_have(c, FIN_COLUMN_OF_PILLAR))
		return CHART_PILLARS;
	for (int money = 0; money < MONEYS; money++)
		if (columns_have(c, FIN_COLUMN_BUDGET + money))
			return CHART_TOTALS;
	return CHART_NONE;
}

/* Whether the chart is about the operation at hand: a chart in JSON may name it. */
static bool
same_operation(const struct charts *charts, const struct reading *in)
{
	struct str operation, iso3;

	reading_operation(in, &operation, &iso3);
	return str_eq(operation, buf_str(&charts->operation)) && str_eq(iso3, buf_str(&charts->iso3));
}

bool
charts_take(const struct charts *charts, const struct reading *in, enum unit unit)
{
	bool by_pillar = charts_kind(&in->columns) == CHART_PILLARS;

	if (!same_operation(charts, in) || unit != charts->unit || (by_pillar ? charts->by_pillar == 2 : charts->by_pillar > 0))
		return false;
	for (int money = 0; money < MONEYS; money++)
		if (charts->has[money] && columns_have(&in->columns, FIN_COLUMN_BUDGET + money))
			return false;
	return true;
}

void
charts_begin(struct charts *charts, const struct reading *in, enum unit unit)
{
	struct str operation, iso3;

	if (charts->n == 0) {
		reading_operation(in, &operation, &iso3);
		buf_set(&charts->operation, operation);
		buf_set(&charts->iso3, iso3);
		charts->unit = unit;
		charts->at = in->record.at;
	}
	charts->charts++;
	charts->expected = 0;
	charts->by_pillar += charts_kind(&in->columns) == CHART_PILLARS;
	for (int money = 0; money < MONEYS; money++)
		charts->has[money] = charts->has[money] || columns_have(&in->columns, FIN_COLUMN_BUDGET + money);
}

/* Which columns of the chart at hand hold figures. */
static void
learn(struct charts *charts, const struct columns *c)
{
	charts->serial = c->serial;
	charts->columns = 0;
	charts->year_column = c->first[COLUMN_YEAR];
	for (size_t i = 0; i < c->n; i++) {
		const struct term *term = c->term[i];
		bool by_pillar;

		if (!term || term->meaning < FIN_COLUMN_OF_PILLAR || term->meaning > FIN_COLUMN_EXPENDITURE)
			continue;
		by_pillar = term->meaning == FIN_COLUMN_OF_PILLAR;
		charts->column = mem_grow(charts->column, charts->columns, &charts->columns_cap, sizeof *charts->column);
		charts->column[charts->columns++] =
			(struct charts_column){i, (size_t)(by_pillar ? CHARTS_PILLARS + term->detail : term->meaning - FIN_COLUMN_BUDGET),
			                       by_pillar};
	}
}

static struct charts_year *
new_year(struct charts *charts, struct str name, uint32_t order)
{
	struct charts_year *year;

	if (charts->n == charts->cap)
		charts->year = mem_grow(charts->year, charts->n, &charts->cap, sizeof *charts->year);
	year = &charts->year[charts->n++];
	memcpy(year->name, name.s, 4);
	year->order = order;
	year->chart = 0;
	memset(year->known, 0, sizeof year->known);
	charts->expected = charts->n;
	return year;
}

/* Whether the first chart goes on with a year that is later than the one before, as nearly all do: it is new then. */
static bool
goes_on(const struct charts *charts, uint32_t order)
{
	return charts->n == 0 || (charts->ascending && charts->year[charts->n - 1].order < order);
}

/* The row of a year, a new one if need be. */
static struct charts_year *
year_of(struct charts *charts, struct str name)
{
	const unsigned char *s = (const unsigned char *)name.s;
	uint32_t order = (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 | (uint32_t)s[2] << 8 | s[3];
	size_t i = charts->expected;
	bool later;

	if (i < charts->n && charts->year[i].order == order)
		return &charts->year[charts->expected++];
	later = goes_on(charts, order);
	for (i = 0; i < charts->n && !later; i++) {
		if (charts->year[i].order == order) {
			charts->expected = i + 1;
			return &charts->year[i];
		}
	}
	charts->ascending = later;
	return new_year(charts, name, order);
}

/* The record's year. READ_BAD: reported. */
static enum read
read_year(const struct reading *in, struct str *name)
{
	if (reading_year(in, name) != READ_OK)
		return READ_BAD;
	diag_error(STATUS_BAD, in->record.at, "\"%.*s\" is no year", DIAG_STR(*name));
	return READ_BAD;
}

enum read
charts_add(struct charts *charts, const struct reading *in)
{
	const struct record *record = &in->record;
	size_t second = charts->by_pillar == 2 ? PILLARS : 0;
	const struct cell *cell = record->cell;
	struct charts_year *year;
	struct str name;
	enum read got;

	if (charts->serial != in->columns.serial)
		learn(charts, &in->columns);
	name = cell[charts->year_column].text;
	if (!date_is_year(name) && (got = read_year(in, &name)) != READ_OK)
		return got;
	year = year_of(charts, name);
	if (year->chart == charts->charts) {
		diag_error(STATUS_BAD, record->at, "the chart has the year %.4s twice", year->name);
		return READ_BAD;
	}
	year->chart = charts->charts;
	for (const struct charts_column *c = charts->column, *end = c + charts->columns; c < end; c++) {
		const struct cell *at = &cell[c->column];
		size_t figure = c->figure + (c->by_pillar ? second : 0);

		if (at->text.n == 0)
			continue;
		if (!reading_take(in, at->text, &year->figure[figure])) {
			if (value_missing(at))
				continue;
			if ((got = reading_amount(in, at->text, record->shape->name[c->column], &year->figure[figure])) != READ_OK)
				return got;
		}
		year->known[figure] = true;
	}
	return READ_OK;
}

/* Whether the pillars of a chart add up to the totals in every year; false, too, where there is nothing to compare. */
static bool
adds_up(const struct charts *charts, size_t chart, enum money money)
{
	size_t compared = 0;

	for (size_t i = 0; i < charts->n; i++) {
		const struct charts_year *year = &charts->year[i];
		struct dec sum = dec_int(0), value;

		for (int p = PILLAR_1; p < PILLARS; p++) {
			size_t figure = CHARTS_PILLARS + chart * PILLARS + (size_t)p;

			if (!year->known[figure])
				continue;
			value = amount_value(&year->figure[figure]);
			if (!dec_add(&sum, &sum, &value))
				return false;
		}
		if (!year->known[money] && dec_zero(&sum))
			continue;
		if (!year->known[money])
			return false;
		value = amount_value(&year->figure[money]);
		if (dec_cmp(&sum, &value) != 0)
			return false;
		compared++;
	}
	return compared > 0;
}

/* Decides which chart by pillar is which; see charts.h. */
static void
settle(struct charts *charts)
{
	charts->settled = true;
	if (charts->by_pillar == 0 || adds_up(charts, 0, MONEY_BUDGET) || !adds_up(charts, 0, MONEY_EXPENDITURE)
	    || (charts->by_pillar == 2 && !adds_up(charts, 1, MONEY_BUDGET)))
		return;
	charts->swapped = true;
	diag_warning(charts->at, "by their sums, the chart by pillar that comes %s is the expenditure, not the budget; so it is read",
	             charts->by_pillar == 2 ? "first" : "alone");
}

void
charts_cut(struct charts *charts)
{
	if (charts->by_pillar == 1)
		charts->by_pillar = 0;
}

static void
forget(struct charts *charts)
{
	charts->n = charts->charts = charts->by_pillar = charts->next_year = 0;
	charts->next_pillar = PILLAR_TOTAL;
	charts->settled = charts->swapped = false;
	for (int money = 0; money < MONEYS; money++)
		charts->has[money] = false;
}

/* Whether anything was said about a pillar: charts without totals have no rows of totals, and the reverse. */
static bool
has_pillar(const struct charts *charts, enum pillar pillar)
{
	if (pillar == PILLAR_TOTAL)
		return charts->has[MONEY_BUDGET] || charts->has[MONEY_FUNDING] || charts->has[MONEY_EXPENDITURE];
	return charts->by_pillar > 0;
}

/* Goes on to the next year or pillar of which there are rows; false where there is none. */
static bool
next_pillar(struct charts *charts)
{
	size_t first = charts->swapped ? PILLARS : 0;

	while (charts->next_pillar < PILLARS && (charts->next_year == charts->n || !has_pillar(charts, charts->next_pillar))) {
		charts->next_pillar++;
		charts->next_year = 0;
	}
	for (size_t money = 0; money < MONEYS && charts->next_pillar == PILLAR_TOTAL; money++)
		charts->next_figure[money] = money;
	if (charts->next_pillar != PILLAR_TOTAL) {
		charts->next_figure[MONEY_FUNDING] = CHARTS_NONE;
		charts->next_figure[MONEY_BUDGET] = CHARTS_PILLARS + first + charts->next_pillar;
		charts->next_figure[MONEY_EXPENDITURE] = CHARTS_PILLARS + (PILLARS - first) + charts->next_pillar;
	}
	return charts->next_pillar < PILLARS;
}

/* A figure of the year, or CHARTS_NONE. */
static inline void
give_figure(struct amount *amount, const struct charts_year *year, size_t figure)
{
	*amount = year->figure[figure];
	amount->known = year->known[figure];
}

bool
charts_next(struct charts *charts, struct finance *row)
{
	const struct charts_year *year;

	if (!charts->settled)
		settle(charts);
	if ((charts->next_year == 0 || charts->next_year == charts->n) && !next_pillar(charts)) {
		forget(charts);
		return false;
	}
	year = &charts->year[charts->next_year++];
	row->operation = buf_str(&charts->operation);
	row->iso3 = buf_str(&charts->iso3);
	row->year = (struct str){year->name, 4};
	row->pillar = charts->next_pillar;
	row->unit = charts->unit;
	row->part = S("");
	row->percent.known = row->added = false;
	row->at = charts->at;
	_Static_assert(MONEYS == 3, "each of them, without a loop");
	give_figure(&row->money[0], year, charts->next_figure[0]);
	give_figure(&row->money[1], year, charts->next_figure[1]);
	give_figure(&row->money[2], year, charts->next_figure[2]);
	return true;
}

void
charts_free(struct charts *charts)
{
	free(charts->operation.data);
	free(charts->iso3.data);
	free(charts->year);
	free(charts->column);
}
