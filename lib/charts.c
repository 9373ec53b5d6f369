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

/* The name of a year as a number, the later the greater. */
static inline uint32_t
order_of(const char *name)
{
	const unsigned char *s = (const unsigned char *)name;

	return (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 | (uint32_t)s[2] << 8 | s[3];
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
charts_note_others(const struct charts *charts, const struct reading *in)
{
	const struct chart *chart = in->record.chart;
	struct str first = chart->cell[chart_at(chart, in->columns.first[COLUMN_YEAR], 0)].text;
	size_t i = 0;

	if (!date_is_year(first) || !same_operation(charts, in))
		return;
	while (i < charts->n && charts->year[i].order != order_of(first.s))
		i++;
	if (i < charts->n)
		diag_warning(in->record.at, "the figures of %.4s again, below \"%.*s\": they are read as that operation's; if they are not, "
		             "the heading that names their own is none that is known here", first.s, DIAG_STR(buf_str(&charts->operation)));
}

/* Which columns of the chart at hand hold figures. */
static void
learn(struct charts *charts, const struct columns *c)
{
	charts->columns = 0;
	charts->year_column = c->first[COLUMN_YEAR];
	for (size_t i = 0; i < c->n; i++) {
		const struct term *term = c->term[i];
		struct charts_column column = {.column = i};

		if (!term || term->meaning < FIN_COLUMN_OF_PILLAR || term->meaning > FIN_COLUMN_EXPENDITURE)
			continue;
		if (term->meaning == FIN_COLUMN_OF_PILLAR) {
			column.pillar = (enum pillar)term->detail;
			column.money = charts->by_pillar == 2 ? MONEY_EXPENDITURE : MONEY_BUDGET;
		} else {
			column.money = (enum money)(term->meaning - FIN_COLUMN_BUDGET);
		}
		charts->column = mem_grow(charts->column, charts->columns, &charts->columns_cap, sizeof *charts->column);
		charts->column[charts->columns++] = column;
	}
}

/* What the rows borrow has moved. */
static void
forget_names(struct charts *charts)
{
	for (int pillar = 0; pillar < PILLARS; pillar++)
		charts->named[pillar] = 0;
}

/* Room for a year behind n of them: what all rows have in common is set. */
static void
grow(struct charts *charts, size_t n)
{
	size_t had = charts->cap, cap = had;

	if (n < had)
		return;
	forget_names(charts);
	charts->year = mem_grow(charts->year, n, &charts->cap, sizeof *charts->year);
	for (int pillar = 0; pillar < PILLARS; pillar++, cap = had) {
		charts->row[pillar] = mem_grow(charts->row[pillar], n, &cap, sizeof **charts->row);
		for (size_t i = had; i < cap; i++)
			charts->row[pillar][i] = (struct finance){.pillar = (enum pillar)pillar, .part = S("")};
	}
}

/* No figure of a year and these pillars is known. */
static void
clear(struct charts *charts, size_t year, int pillar, int end)
{
	for (; pillar < end; pillar++)
		for (int money = 0; money < MONEYS; money++)
			charts->row[pillar][year].money[money].known = false;
}

static struct charts_year *
new_year(struct charts *charts, struct str name, uint32_t order)
{
	struct charts_year *year;

	grow(charts, charts->n);
	year = &charts->year[charts->n++];
	memcpy(year->name, name.s, 4);
	year->order = order;
	year->chart = 0;
	clear(charts, charts->n - 1, PILLAR_TOTAL, charts->by_pillar > 0 ? PILLARS : PILLAR_1);
	charts->expected = charts->n;
	return year;
}

/* Whether the first chart goes on with a year that is later than the one before, as nearly all do: it is new then. */
static bool
goes_on(const struct charts *charts, uint32_t order)
{
	return charts->n == 0 || (charts->ascending && charts->year[charts->n - 1].order < order);
}

/* The year of that name, a new one if need be. */
static struct charts_year *
year_of(struct charts *charts, struct str name)
{
	uint32_t order = order_of(name.s);
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

void
charts_begin(struct charts *charts, const struct reading *in, enum unit unit)
{
	bool by_pillar = charts_kind(&in->columns) == CHART_PILLARS;
	struct str operation, iso3;

	if (charts->n == 0) {
		reading_operation(in, &operation, &iso3);
		if (!str_eq(operation, buf_str(&charts->operation)) || !str_eq(iso3, buf_str(&charts->iso3))) {
			buf_set(&charts->operation, operation);
			buf_set(&charts->iso3, iso3);
			forget_names(charts);
		}
		charts->unit = unit;
		charts->at = in->record.at;
	}
	for (size_t i = 0; i < charts->n && by_pillar && charts->by_pillar == 0; i++)
		clear(charts, i, PILLAR_1, PILLARS);
	charts->charts++;
	charts->expected = 0;
	charts->by_pillar += by_pillar;
	for (int money = 0; money < MONEYS; money++)
		charts->has[money] = charts->has[money] || columns_have(&in->columns, FIN_COLUMN_BUDGET + money);
	if (charts->serial != in->columns.serial || by_pillar)
		learn(charts, &in->columns);
	charts->serial = in->columns.serial;
}

/* Refuses what stands in the place of a year. */
static enum read
no_year(const struct reading *in, const struct cell *cell)
{
	struct str name = value_missing(cell) ? S("") : cell->text;

	diag_error(STATUS_BAD, in->record.at, "\"%.*s\" is no year", DIAG_STR(name));
	return READ_BAD;
}

/* Takes the figure in a cell of the chart; one that is missing is not known. */
static enum read
take(const struct reading *in, size_t column, size_t at, struct amount *amount)
{
	const struct chart *chart = in->record.chart;
	const struct cell *cell = &chart->cell[at];

	if (chart->amount && chart->amount[at].known && reading_takes(in, cell->text)) {
		*amount = chart->amount[at];
		return READ_OK;
	}
	if (cell->text.n == 0 || reading_take(in, cell->text, amount) || value_missing(cell))
		return READ_OK;
	return reading_amount(in, cell->text, chart->shape->name[column], amount);
}

/* Adds a row of the chart that the reading is at. */
static enum read
add_row(struct charts *charts, const struct reading *in, size_t row)
{
	const struct chart *chart = in->record.chart;
	const struct cell *name = &chart->cell[chart_at(chart, charts->year_column, row)];
	struct charts_year *year;
	size_t i;

	if (!date_is_year(name->text))
		return no_year(in, name);
	year = year_of(charts, name->text);
	if (year->chart == charts->charts) {
		diag_error(STATUS_BAD, in->record.at, "the chart has the year %.4s twice", year->name);
		return READ_BAD;
	}
	year->chart = charts->charts;
	i = (size_t)(year - charts->year);
	for (const struct charts_column *c = charts->column, *end = c + charts->columns; c < end; c++)
		if (take(in, c->column, chart_at(chart, c->column, row), &charts->row[c->pillar][i].money[c->money]) != READ_OK)
			return READ_BAD;
	return READ_OK;
}

/* Takes the years of the first chart, if each is later than the one before. Otherwise that is for year_of(). */
static bool
take_years(struct charts *charts, const struct chart *chart)
{
	const struct cell *name = &chart->cell[chart_at(chart, charts->year_column, 0)];
	size_t step = chart->column[charts->year_column].step;
	uint32_t before = 0;

	while (charts->cap < chart->rows)
		grow(charts, charts->cap);
	for (struct charts_year *year = charts->year, *end = year + chart->rows; year < end; year++, name += step) {
		if (!date_is_year(name->text) || (year->order = order_of(name->text.s)) <= before)
			return false;
		before = year->order;
		memcpy(year->name, name->text.s, sizeof year->name);
		year->chart = charts->charts;
	}
	return true;
}

/* Takes all figures of a column, the years being those of the chart. False: one is to be looked at. */
static bool
take_column(const struct charts *charts, const struct chart *chart, const struct charts_column *c)
{
	struct finance *row = charts->row[c->pillar];
	size_t at = chart_at(chart, c->column, 0), step = chart->column[c->column].step;

	for (size_t i = 0; i < chart->rows; i++, at += step) {
		if (!chart->amount[at].known && chart->cell[at].kind != CELL_NULL)
			return false;
		row[i].money[c->money] = chart->amount[at];
	}
	return true;
}

/*
 * Adds all rows of the first chart of an operation at once, if it has totals and its figures were read with their texts: what
 * is not known then is missing. False: it is for add_row(), and nothing was added.
 */
static bool
add_totals(struct charts *charts, const struct reading *in)
{
	const struct chart *chart = in->record.chart;

	if (!chart->amount || charts->n > 0 || charts->by_pillar > 0 || in->how->significant != DOUBLE_DIGITS
	    || !take_years(charts, chart))
		return false;
	for (const struct charts_column *c = charts->column, *end = c + charts->columns; c < end; c++)
		if (!take_column(charts, chart, c))
			return false;
	for (int money = 0; money < MONEYS; money++)
		for (size_t i = 0; i < chart->rows && !charts->has[money]; i++)
			charts->row[PILLAR_TOTAL][i].money[money].known = false;
	charts->n = charts->expected = chart->rows;
	charts->ascending = true;
	return true;
}

enum read
charts_add(struct charts *charts, const struct reading *in)
{
	struct chart *chart = in->record.chart;
	enum read got = READ_OK;

	if (add_totals(charts, in)) {
		chart->next = chart->rows;
		return READ_OK;
	}
	for (size_t row = 0; row < chart->rows && got == READ_OK; row++)
		got = add_row(charts, in, row);
	chart->next = chart->rows;
	return got;
}

/* Whether the pillars of a chart add up to the totals in every year; false, too, where there is nothing to compare. */
static bool
adds_up(const struct charts *charts, enum money chart, enum money money)
{
	size_t compared = 0;

	for (size_t i = 0; i < charts->n; i++) {
		const struct amount *total = &charts->row[PILLAR_TOTAL][i].money[money];
		struct dec sum = dec_int(0), value;

		for (int p = PILLAR_1; p < PILLARS; p++) {
			if (!charts->row[p][i].money[chart].known)
				continue;
			value = amount_value(&charts->row[p][i].money[chart]);
			if (!dec_add(&sum, &sum, &value))
				return false;
		}
		if (!total->known && dec_zero(&sum))
			continue;
		if (!total->known)
			return false;
		value = amount_value(total);
		if (dec_cmp(&sum, &value) != 0)
			return false;
		compared++;
	}
	return compared > 0;
}

/* Takes the first chart by pillar for the expenditure, and the second one for the budget. */
static void
swap(struct charts *charts)
{
	for (int p = PILLAR_1; p < PILLARS; p++) {
		for (size_t i = 0; i < charts->n; i++) {
			struct amount *money = charts->row[p][i].money, budget = money[MONEY_BUDGET];

			money[MONEY_BUDGET] = money[MONEY_EXPENDITURE];
			money[MONEY_EXPENDITURE] = budget;
		}
	}
}

/* Decides which chart by pillar is which; see charts.h. */
static void
settle(struct charts *charts)
{
	charts->settled = true;
	if (charts->by_pillar == 0 || adds_up(charts, MONEY_BUDGET, MONEY_BUDGET) || !adds_up(charts, MONEY_BUDGET, MONEY_EXPENDITURE)
	    || (charts->by_pillar == 2 && !adds_up(charts, MONEY_EXPENDITURE, MONEY_BUDGET)))
		return;
	swap(charts);
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
	charts->n = charts->charts = charts->by_pillar = 0;
	charts->next_pillar = PILLAR_TOTAL;
	charts->settled = false;
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

struct finance *
charts_next(struct charts *charts, size_t *n)
{
	enum pillar pillar;
	struct finance *row;

	if (!charts->settled)
		settle(charts);
	while (charts->next_pillar < PILLARS && !has_pillar(charts, charts->next_pillar))
		charts->next_pillar++;
	*n = charts->n;
	if (charts->next_pillar == PILLARS || charts->n == 0) {
		forget(charts);
		return NULL;
	}
	pillar = charts->next_pillar++;
	row = charts->row[pillar];
	for (size_t i = charts->named[pillar]; i < charts->n; i++) {
		row[i].operation = buf_str(&charts->operation);
		row[i].iso3 = buf_str(&charts->iso3);
		row[i].year = (struct str){charts->year[i].name, 4};
	}
	if (charts->named[pillar] < charts->n)
		charts->named[pillar] = charts->n;
	for (size_t i = 0; i < charts->n; i++) {
		row[i].unit = charts->unit;
		row[i].at = charts->at;
	}
	return row;
}

void
charts_free(struct charts *charts)
{
	free(charts->operation.data);
	free(charts->iso3.data);
	free(charts->year);
	for (int pillar = 0; pillar < PILLARS; pillar++)
		free(charts->row[pillar]);
	free(charts->column);
}
