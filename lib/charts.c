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
	for (size_t i = 0; i < c->n; i++) {
		const struct term *term = c->term[i];
		bool by_pillar;

		if (!term || term->meaning < FIN_COLUMN_OF_PILLAR || term->meaning > FIN_COLUMN_EXPENDITURE)
			continue;
		by_pillar = term->meaning == FIN_COLUMN_OF_PILLAR;
		charts->column = mem_grow(charts->column, charts->columns, &charts->columns_cap, sizeof *charts->column);
		charts->column[charts->columns++] =
			(struct charts_column){i, by_pillar, by_pillar ? term->detail : term->meaning - FIN_COLUMN_BUDGET};
	}
}

static struct charts_year *
new_year(struct charts *charts, struct str name)
{
	struct charts_year *year;

	charts->year = mem_grow(charts->year, charts->n, &charts->cap, sizeof *charts->year);
	year = &charts->year[charts->n++];
	memcpy(year->name, name.s, 4);
	year->name[4] = '\0';
	year->chart = 0;
	for (int money = 0; money < MONEYS; money++)
		year->total[money].known = false;
	for (int p = 0; p < 2 * PILLARS; p++)
		year->pillar[p / PILLARS][p % PILLARS].known = false;
	charts->expected = charts->n;
	return year;
}

/* Whether the first chart goes on with a year that is later than the one before, as nearly all do: it is new then. */
static bool
goes_on(const struct charts *charts, struct str name)
{
	return charts->n == 0 || (charts->ascending && memcmp(charts->year[charts->n - 1].name, name.s, 4) < 0);
}

/* The row of a year, a new one if need be. */
static struct charts_year *
year_of(struct charts *charts, struct str name)
{
	size_t i = charts->expected;

	if (i < charts->n && memcmp(charts->year[i].name, name.s, 4) == 0)
		return &charts->year[charts->expected++];
	if (goes_on(charts, name)) {
		charts->ascending = true;
		return new_year(charts, name);
	}
	for (i = 0; i < charts->n; i++) {
		if (memcmp(charts->year[i].name, name.s, 4) == 0) {
			charts->expected = i + 1;
			return &charts->year[i];
		}
	}
	charts->ascending = false;
	return new_year(charts, name);
}

/* The record's year. READ_BAD: reported. */
static enum read
read_year(const struct reading *in, struct str *name)
{
	const struct cell *cell = columns_cell(&in->columns, &in->record, COLUMN_YEAR);

	if (cell && date_is_year(cell->text)) {
		*name = cell->text;
		return READ_OK;
	}
	if (reading_year(in, name) != READ_OK)
		return READ_BAD;
	diag_error(STATUS_BAD, in->record.at, "\"%.*s\" is no year", DIAG_STR(*name));
	return READ_BAD;
}

enum read
charts_add(struct charts *charts, const struct reading *in)
{
	const struct record *record = &in->record;
	struct charts_year *year;
	struct str name;
	enum read got = read_year(in, &name);

	if (got != READ_OK)
		return got;
	year = year_of(charts, name);
	if (year->chart == charts->charts) {
		diag_error(STATUS_BAD, record->at, "the chart has the year %s twice", year->name);
		return READ_BAD;
	}
	year->chart = charts->charts;
	if (charts->serial != in->columns.serial)
		learn(charts, &in->columns);
	for (const struct charts_column *c = charts->column; c < charts->column + charts->columns; c++) {
		const struct cell *cell = &record->cell[c->column];
		struct amount *figure;
		struct dec value;

		if (value_missing(cell))
			continue;
		figure = c->by_pillar ? &year->pillar[charts->by_pillar - 1][c->figure] : &year->total[c->figure];
		if (amount_take(figure, cell->text))
			continue;
		if ((got = reading_figure(in, cell->text, record->shape->name[c->column], &value)) != READ_OK)
			return got;
		amount_set(figure, &value);
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
			if (!year->pillar[chart][p].known)
				continue;
			value = amount_value(&year->pillar[chart][p]);
			if (!dec_add(&sum, &sum, &value))
				return false;
		}
		if (!year->total[money].known && dec_zero(&sum))
			continue;
		if (!year->total[money].known)
			return false;
		value = amount_value(&year->total[money]);
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

bool
charts_next(struct charts *charts, struct finance *row)
{
	const struct charts_year *year;

	if (!charts->settled)
		settle(charts);
	while (charts->next_pillar < PILLARS && (charts->next_year == charts->n || !has_pillar(charts, charts->next_pillar))) {
		charts->next_pillar++;
		charts->next_year = 0;
	}
	if (charts->next_pillar == PILLARS) {
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
	if (row->pillar == PILLAR_TOTAL) {
		memcpy(row->money, year->total, sizeof row->money);
	} else {
		row->money[MONEY_FUNDING].known = false;
		row->money[MONEY_BUDGET] = year->pillar[charts->swapped][row->pillar];
		row->money[MONEY_EXPENDITURE] = year->pillar[!charts->swapped][row->pillar];
	}
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
