#include <stdlib.h>
#include "charts.h"
#include "date.h"
#include "finance.h"
#include "finance_words.h"
#include "iati.h"
#include "subject.h"

void
finance_open(struct finance_reader *r, struct source *src, const struct finance_how *how)
{
	*r = (struct finance_reader){.how = how, .charts = mem_alloc(1, sizeof *r->charts)};
	*r->charts = (struct charts){.n = 0};
	reading_open(&r->in, src, &how->reading, subject_knows);
	r->in.table.dull = ~0u;
	r->in.table.lean = true;
}

void
finance_close(struct finance_reader *r)
{
	reading_close(&r->in);
	charts_free(r->charts);
	free(r->charts);
}

/* The column of that meaning; SIZE_MAX for none. */
static size_t
column_of(const struct columns *c, int meaning)
{
	size_t i = columns_find(c, meaning, 0);

	return i < c->n ? i : SIZE_MAX;
}

/* Learns the unit in the columns' names. */
static void
learn_unit(struct finance_shape *shape, const struct columns *c)
{
	for (int money = 0; money < MONEYS; money++) {
		const struct term *term = columns_term(c, FIN_COLUMN_BUDGET + money);

		if (!term || term->detail == UNIT_NONE)
			continue;
		shape->units = shape->units || (shape->unit != UNIT_NONE && shape->unit != (enum unit)term->detail);
		shape->unit = (enum unit)term->detail;
		shape->named = shape->named || str_eq(str_skip(term->key, term->key.n - 3), S("usd"));
	}
}

static void
learn(struct finance_shape *shape, const struct columns *c)
{
	*shape = (struct finance_shape){
		.serial = c->serial,
		.chart = charts_kind(c) != CHART_NONE,
		.transactions = iati_has_transactions(c),
		.activity = columns_have(c, IATI_COLUMN_ACTIVITY),
		.plan = columns_have(c, FIN_COLUMN_PLAN) || columns_have(c, FIN_COLUMN_REVISION),
		.placed = columns_have(c, COLUMN_OPERATION) && columns_have(c, COLUMN_ISO3),
		.operation = column_of(c, COLUMN_OPERATION),
		.iso3 = column_of(c, COLUMN_ISO3),
		.year = column_of(c, COLUMN_YEAR),
		.pillar = column_of(c, FIN_COLUMN_PILLAR),
		.unit_column = column_of(c, COLUMN_UNIT),
		.percent = column_of(c, FIN_COLUMN_PERCENT),
	};
	learn_unit(shape, c);
	for (int money = 0; money < MONEYS; money++) {
		shape->figure[money] = column_of(c, FIN_COLUMN_BUDGET + money);
		shape->money = shape->money || shape->figure[money] != SIZE_MAX;
	}
	shape->own = shape->placed && !shape->plan && !shape->activity && shape->percent == SIZE_MAX && shape->year != SIZE_MAX
	             && shape->pillar != SIZE_MAX && shape->unit_column != SIZE_MAX && !shape->named;
	shape->head = shape->own && shape->operation == 0 && shape->iso3 == 1 && shape->year == 2 && shape->pillar == 3;
}

/* The shape of the record at hand is another one than before. */
static void
recall(struct finance_reader *r)
{
	struct finance_shape *kept = &r->kept[r->in.columns.slot];

	if (kept->serial != r->in.columns.serial)
		learn(kept, &r->in.columns);
	r->shape = *kept;
}

/* The text in a column of the record; empty where there is none. */
static inline struct str
raw_in(const struct finance_reader *r, size_t column)
{
	return column == SIZE_MAX ? S("") : record_text(&r->in.record, column);
}

/* The same; empty, too, where it is missing. */
static inline struct str
text_in(const struct finance_reader *r, size_t column)
{
	struct str text = raw_in(r, column);

	return value_missing_text(text) ? S("") : text;
}

/* What pillar_of() and unit_of() make of our own names, which come most often. PILLARS, UNITS: ask those. */
static inline enum pillar
own_pillar(struct str text)
{
	if (text.n == 2 && text.s[0] == 'p' && text.s[1] >= '1' && text.s[1] <= '4')
		return (enum pillar)(PILLAR_1 + (text.s[1] - '1'));
	return text.n == 5 && text.s[0] == 't' && str_eq4(text.s + 1, "otal") ? PILLAR_TOTAL : PILLARS;
}

/* The same of a text that is not empty, in a record that is padded. Which one it is cannot be foreseen: no branch for it. */
static inline enum pillar
padded_pillar(struct str text)
{
	unsigned digit = (unsigned)(unsigned char)text.s[1] - '0';
	bool one = (text.n == 2) & (text.s[0] == 'p') & (digit - 1 < 4);
	bool total = (text.n == 5) & str_eq4(text.s, "tota") & (text.s[4] == 'l');

	return (one | total) ? (enum pillar)(digit & (0 - (unsigned)one)) : PILLARS;
}

static inline enum unit
own_unit(struct str text)
{
	return text.n == 4 && str_eq4(text.s, "musd") ? UNIT_MUSD : UNITS;
}

/* The unit that the source states of a record's figures: its unit column's, or the one in the columns' names. */
static enum read
read_unit(const struct finance_reader *r, enum unit *unit)
{
	struct str text;

	if (!r->shape.named && (*unit = own_unit(raw_in(r, r->shape.unit_column))) != UNITS)
		return READ_OK;
	text = text_in(r, r->shape.unit_column);
	*unit = r->shape.unit;
	if (r->shape.units) {
		diag_error(STATUS_BAD, r->in.record.at, "the names of the columns have several units, a row has one; leave some out");
		return READ_BAD;
	}
	if (text.n == 0)
		return READ_OK;
	*unit = unit_of(text);
	if (*unit != UNITS && r->shape.named && *unit != r->shape.unit) {
		diag_error(STATUS_BAD, r->in.record.at, "unit \"%.*s\", but the names of the columns say %s; rename them, or leave the "
		           "unit out", DIAG_STR(text), unit_name(r->shape.unit));
		return READ_BAD;
	}
	if (*unit != UNITS)
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "unit \"%.*s\" is none of usd, kusd, musd", DIAG_STR(text));
	return READ_BAD;
}

static enum read
read_pillar(const struct finance_reader *r, enum pillar *pillar)
{
	struct str text;

	if ((*pillar = own_pillar(raw_in(r, r->shape.pillar))) != PILLARS)
		return READ_OK;
	text = text_in(r, r->shape.pillar);
	*pillar = text.n == 0 ? PILLAR_TOTAL : pillar_of(text);
	if (*pillar != PILLARS)
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "pillar \"%.*s\" is none of total, p1, p2, p3, p4", DIAG_STR(text));
	return READ_BAD;
}

/* Whether the record may be a row as it stands; otherwise notes why not. */
static bool
is_row(struct finance_reader *r)
{
	const struct columns *c = &r->in.columns;
	bool money = r->shape.money, pillars = columns_have(c, FIN_COLUMN_OF_PILLAR);
	bool year = columns_have(c, COLUMN_YEAR) || columns_have(c, FIN_COLUMN_START) || columns_have(c, IATI_COLUMN_ACTIVITY);

	if (columns_have(c, FIN_COLUMN_CLUSTER))
		reading_unfit(&r->in, "a table by cluster, whose rows are parts of plans and no totals");
	else if (pillars && year)
		reading_unfit(&r->in, "p1 to p4 outside a chart, without a word whether they are budget or expenditure");
	else if (!money || !year)
		reading_lacks(&r->in, money ? "year" : year ? "budget, funding or expenditure" : "year, budget, funding or expenditure");
	else
		r->shape.row = true;
	for (int m = 0; m < MONEYS && !r->shape.row && !columns_have(c, FIN_COLUMN_CLUSTER); m++)
		if (text_in(r, r->shape.figure[m]).n > 0) {
			reading_leave(&r->in, year ? "p1 to p4 and a total outside a chart" : "figures without a year");
			break;
		}
	return r->shape.row;
}

/* The year: of its column, of the activity's identifier, or that in which a plan begins. */
static enum read
read_year(const struct finance_reader *r, const struct iati *activity, struct str *year)
{
	struct str start;
	char iso[DATE_MAX];
	enum read got;

	*year = raw_in(r, r->shape.year);
	if (date_is_year(*year))
		return READ_OK;
	got = reading_year(&r->in, year);
	if (got != READ_OK || year->n > 0)
		return got;
	start = columns_text(&r->in.columns, &r->in.record, FIN_COLUMN_START);
	if (activity->year.n > 0) {
		*year = activity->year;
	} else if (start.n > 0) {
		if (date_iso(start, iso) < 4 || !str_starts(start, (struct str){iso, 4})) {
			diag_error(STATUS_BAD, r->in.record.at, "\"%.*s\" is no date that begins with its year", DIAG_STR(start));
			return READ_BAD;
		}
		*year = (struct str){start.s, 4};
	}
	return READ_OK;
}

/* The operation: an activity's; a plan, if the source states no country of its own; or as the columns have it. */
static void
read_place(const struct finance_reader *r, const struct iati *activity, struct finance *row)
{
	const struct columns *c = &r->in.columns;
	size_t country;

	row->part = S("");
	if (r->shape.placed && !r->shape.plan && !r->shape.activity) {
		row->operation = text_in(r, r->shape.operation);
		row->iso3 = text_in(r, r->shape.iso3);
		return;
	}
	country = columns_find(c, FIN_COLUMN_COUNTRY, 0);
	row->part = columns_text(c, &r->in.record, FIN_COLUMN_PLAN);
	if (row->part.n == 0)
		row->part = columns_text(c, &r->in.record, FIN_COLUMN_REVISION);
	if (activity->year.n > 0) {
		row->operation = activity->operation;
		row->iso3 = activity->iso3;
	} else if (columns_have(c, FIN_COLUMN_PLAN) && !columns_have(c, COLUMN_OPERATION) && !columns_have(c, COLUMN_ISO3)) {
		row->operation = row->part;
		row->iso3 = S("");
		if (country < c->n && columns_find(c, FIN_COLUMN_COUNTRY, country + 1) == c->n)
			row->iso3 = columns_text(c, &r->in.record, FIN_COLUMN_COUNTRY);
	} else {
		reading_operation(&r->in, &row->operation, &row->iso3);
	}
}

/* A figure that is more than a text that can be cut, or missing. `name` is what messages call it. */
static enum read
read_other(const struct finance_reader *r, struct str text, const struct name *name, struct amount *amount)
{
	return value_missing_text(text) ? READ_OK : reading_amount(&r->in, text, (struct str){name->text, name->n}, amount);
}

/* The figures of the record that are known. */
static inline enum read
read_amounts(const struct finance_reader *r, struct amount amount[static MONEYS])
{
	for (int money = 0; money < MONEYS; money++) {
		size_t column = r->shape.figure[money];
		struct str text = raw_in(r, column);
		enum read got;

		amount[money].known = false;
		if (text.n == 0 || reading_take(&r->in, text, &amount[money]))
			continue;
		if ((got = read_other(r, text, &money_names[money], &amount[money])) != READ_OK)
			return got;
	}
	return READ_OK;
}

/* How much is funded, as the source says. */
static enum read
read_percent(const struct finance_reader *r, struct figure *percent)
{
	struct str text = text_in(r, r->shape.percent);

	percent->known = text.n > 0;
	return percent->known ? reading_figure(&r->in, text, S("per cent funded"), &percent->value) : READ_OK;
}

/* Whether a value is not missing; most show that by their length. */
static inline bool
is_there(struct str text)
{
	return text.n > 3 || (text.n == 3 && text.s[1] != '/') || !value_missing_text(text);
}

/* What a row is about, of a record that has it as we write it. False: it is to be looked at. */
static inline bool
read_own(const struct finance_reader *r, struct finance *row)
{
	const struct finance_shape *shape = &r->shape;
	const struct record *record = &r->in.record;
	struct str pillar, operation, iso3, fourth;

	if (!shape->own || !record->padded || (pillar = record_text(record, shape->pillar)).n == 0)
		return false;
	row->year = record_text(record, shape->year);
	row->pillar = padded_pillar(pillar);
	row->unit = own_unit(record_text(record, shape->unit_column));
	if (!date_is_year(row->year) || row->pillar == PILLARS || row->unit == UNITS)
		return false;
	operation = record_text(record, shape->operation);
	iso3 = record_text(record, shape->iso3);
	row->operation = is_there(operation) ? operation : S("");
	row->iso3 = is_there(iso3) ? iso3 : S("");
	row->part = S("");
	if (shape->head && row->operation.n > 0 && row->iso3.n > 0 && table_line(&r->in.table).n > 0) {
		fourth = record_text(record, 3);
		row->head = (struct str){row->operation.s, (size_t)(fourth.s + fourth.n - row->operation.s)};
	}
	return true;
}

/* The same of any record. */
static enum read
read_what(struct finance_reader *r, struct finance *row)
{
	struct iati activity = {.year = {NULL, 0}};
	enum read got;

	if (r->shape.activity && (got = iati_activity(&r->in, &activity)) != READ_OK)
		return got;
	if ((got = read_year(r, &activity, &row->year)) != READ_OK || (got = read_pillar(r, &row->pillar)) != READ_OK
	    || (got = read_unit(r, &row->unit)) != READ_OK)
		return got;
	if (row->unit == UNIT_NONE)
		row->unit = r->how->unit_in;
	read_place(r, &activity, row);
	return READ_OK;
}

/*
 * Copies a place that mostly is on another line than before. A line that has just been set is read by itself: at once with its
 * file it would have to be waited for.
 */
static inline void
take_place(struct pos *to, const struct pos *at)
{
	to->line = at->line;
	if (to->file != at->file || to->column != at->column)
		*to = *at;
}

/* A record that is a row as it stands. READ_END: it has no figures of money. */
static enum read
read_row(struct finance_reader *r, struct finance *row)
{
	enum read got;

	if (!r->shape.row && !is_row(r))
		return READ_END;
	take_place(&row->at, &r->in.record.at);
	row->added = false;
	row->head = S("");
	if (!read_own(r, row)) {
		table_cells(&r->in.table, &r->in.record);
		if ((got = read_what(r, row)) != READ_OK)
			return got;
	}
	if ((got = read_amounts(r, row->money)) != READ_OK)
		return got;
	return read_percent(r, &row->percent);
}

/* The pillar in "Total expenditure under Pillar 1: Refugee programme"; PILLAR_TOTAL for "Other:", PILLARS for anything else. */
static enum pillar
described_pillar(struct str text)
{
	static const struct str word = STR("Pillar "), other = STR("Other:");

	for (; text.n > 0; text = str_skip(text, 1)) {
		if (str_starts(text, other))
			return PILLAR_TOTAL;
		if (str_starts(text, word) && text.n > word.n && text.s[word.n] >= '1' && text.s[word.n] <= '4'
		    && !(text.n > word.n + 1 && text.s[word.n + 1] >= '0' && text.s[word.n + 1] <= '9'))
			return (enum pillar)(PILLAR_1 + (text.s[word.n] - '1'));
	}
	return PILLARS;
}

/* A transaction of IATI: what was spent on a pillar of an operation, or paid to partners for it. READ_END: it is neither. */
static enum read
read_transaction(struct finance_reader *r, struct finance *row)
{
	struct str text = columns_text(&r->in.columns, &r->in.record, IATI_COLUMN_DESCRIPTION);
	enum iati_type type = iati_type(&r->in);
	struct iati activity;
	struct dec value;
	enum read got;

	if (type != IATI_DISBURSEMENT && type != IATI_EXPENDITURE) {
		reading_unfit(&r->in, "transactions without expenditure (types 3 and 4)");
		return READ_END;
	}
	*row = (struct finance){.at = r->in.record.at, .unit = UNIT_USD, .added = true, .pillar = described_pillar(text)};
	if ((got = iati_activity(&r->in, &activity)) != READ_OK || (got = iati_value(&r->in, &value)) != READ_OK)
		return got;
	amount_set(&row->money[MONEY_EXPENDITURE], &value);
	row->operation = activity.operation;
	row->iso3 = activity.iso3;
	row->year = activity.year;
	if (row->pillar == PILLAR_TOTAL && dec_zero(&value))
		return READ_END;
	if (row->pillar != PILLAR_TOTAL && row->pillar != PILLARS)
		return READ_OK;
	diag_error(STATUS_BAD, row->at, "\"%.*s\" tells no pillar (1 to 4) for the expenditure", DIAG_STR(text));
	return READ_BAD;
}

/* Adds the chart that begins with the record. *whole: those that there are need no other, and this one begins the next. */
static enum read
add_chart(struct finance_reader *r, bool *whole)
{
	size_t page = r->in.record.caption->page;
	enum unit unit;
	enum read got;

	if ((got = read_unit(r, &unit)) != READ_OK)
		return got;
	unit = unit == UNIT_NONE ? UNIT_MUSD : unit;
	*whole = r->charts->n > 0 && (page != r->page || !charts_take(r->charts, &r->in, unit));
	if (*whole && page > 0 && page == r->page)
		charts_note_others(r->charts, &r->in);
	if (*whole)
		return READ_OK;
	charts_begin(r->charts, &r->in, unit);
	r->page = page;
	return charts_add(r->charts, &r->in);
}

/* Reads until r->row can be given, or it is the charts' turn: READ_OK. */
static enum read
read_on(struct finance_reader *r)
{
	enum read got = READ_OK;

	while (got == READ_OK || got == READ_END) {
		bool whole = false;

		if (!r->pending && (got = reading_next(&r->in, &finance_words)) != READ_OK)
			break;
		r->pending = false;
		if (r->in.record.kind != RECORD_ROW) {
			if (r->in.record.pairs)
				r->in.record.pairs->next = r->in.record.pairs->n;
			continue;
		}
		if (r->shape.serial != r->in.columns.serial)
			recall(r);
		if (r->in.record.chart && r->shape.chart) {
			got = add_chart(r, &whole);
			r->pending = r->giving = whole;
			if (whole)
				return READ_OK;
		} else {
			/* rows keep the order of the source: charts that came before come out before */
			r->pending = r->giving = r->charts->n > 0 && r->shape.money;
			if (r->giving)
				return READ_OK;
			if (r->shape.transactions)
				table_cells(&r->in.table, &r->in.record);
			got = r->shape.transactions ? read_transaction(r, &r->row) : read_row(r, &r->row);
			if (got == READ_OK)
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
finance_next(struct finance_reader *r, struct finance **row, size_t *n)
{
	enum read got;

	for (;;) {
		if (r->giving && (*row = charts_next(r->charts, n)))
			return READ_OK;
		r->giving = false;
		if (r->ended != READ_OK)
			return r->ended;
		*row = &r->row;
		*n = 1;
		if ((got = read_on(r)) != READ_OK || !r->giving)
			return got;
	}
}
