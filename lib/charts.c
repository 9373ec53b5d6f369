#include <stdlib.h>
#include "charts.h"
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
	charts->by_pillar += charts_kind(&in->columns) == CHART_PILLARS;
	for (int money = 0; money < MONEYS; money++)
		charts->has[money] = charts->has[money] || columns_have(&in->columns, FIN_COLUMN_BUDGET + money);
}

/* The row of a year, a new one if need be. */
static struct charts_year *
year_of(struct charts *charts, struct str name)
{
	struct charts_year *year;

	for (size_t i = 0; i < charts->n; i++)
		if (str_eq(str_of(charts->year[i].name), name))
			return &charts->year[i];
	charts->year = mem_grow(charts->year, charts->n, &charts->cap, sizeof *charts->year);
	year = &charts->year[charts->n++];
	*year = (struct charts_year){.name = ""};
	memcpy(year->name, name.s, name.n);
	return year;
}

enum read
charts_add(struct charts *charts, const struct reading *in)
{
	const struct record *record = &in->record;
	struct charts_year *year;
	struct str name;
	enum read got = reading_year(in, &name);

	if (got != READ_OK)
		return got;
	if (name.n != 4) {
		diag_error(STATUS_BAD, record->at, "\"%.*s\" is no year", DIAG_STR(name));
		return READ_BAD;
	}
	year = year_of(charts, name);
	if (year->chart == charts->charts) {
		diag_error(STATUS_BAD, record->at, "the chart has the year %s twice", year->name);
		return READ_BAD;
	}
	year->chart = charts->charts;
	for (size_t i = 0; i < in->columns.n; i++) {
		const struct term *term = in->columns.term[i];
		struct figure *figure;

		if (!term || term->meaning < FIN_COLUMN_OF_PILLAR || term->meaning > FIN_COLUMN_EXPENDITURE
		    || value_missing(&record->cell[i]))
			continue;
		figure = term->meaning == FIN_COLUMN_OF_PILLAR ? &year->pillar[charts->by_pillar - 1][term->detail]
		                                               : &year->total[term->meaning - FIN_COLUMN_BUDGET];
		if ((got = reading_figure(in, record->cell[i].text, record->shape->name[i], &figure->value)) != READ_OK)
			return got;
		figure->known = true;
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
		struct dec sum = dec_int(0);

		for (int p = PILLAR_1; p < PILLARS; p++)
			if (year->pillar[chart][p].known && !dec_add(&sum, &sum, &year->pillar[chart][p].value))
				return false;
		if (!year->total[money].known && dec_zero(&sum))
			continue;
		if (!year->total[money].known || dec_cmp(&sum, &year->total[money].value) != 0)
			return false;
		compared++;
	}
	return compared > 0;
}

/* Decides which chart by pillar is which; see charts.h. */
static void
settle(struct charts *charts)
{
	bool first_fits = adds_up(charts, 0, MONEY_BUDGET), first_is_other = adds_up(charts, 0, MONEY_EXPENDITURE);
	bool second_is_other = charts->by_pillar < 2 || adds_up(charts, 1, MONEY_BUDGET);

	charts->settled = true;
	if (charts->by_pillar == 0 || first_fits || !first_is_other || !second_is_other)
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
	*row = (struct finance){
		.operation = buf_str(&charts->operation),
		.iso3 = buf_str(&charts->iso3),
		.year = str_of(year->name),
		.pillar = charts->next_pillar,
		.unit = charts->unit,
		.at = charts->at,
	};
	if (row->pillar == PILLAR_TOTAL) {
		memcpy(row->money, year->total, sizeof row->money);
	} else {
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
}
