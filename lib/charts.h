/*
 * charts: puts the charts of an operation together: its totals, the budget by pillar, the expenditure by pillar.
 *
 * The two charts by pillar have the same keys. They come in that order; where their sums fit the totals only the other way
 * round, the sums are believed, with a warning.
 */
#ifndef CHARTS_H
#define CHARTS_H

#include <stdbool.h>
#include <stdint.h>
#include "finance.h"

/* Where the figures of a year stand: totals by enum money; pillars of the first and the second chart by pillar; none. */
enum { CHARTS_PILLARS = MONEYS, CHARTS_NONE = CHARTS_PILLARS + 2 * PILLARS, CHARTS_FIGURES };

/* A row of each chart: what one year has. */
struct charts_year {
	char name[4];
	uint32_t order; /* the name as a number, the later the greater */
	size_t chart; /* the last one that has it, from 1 */
	bool known[16]; /* the first CHARTS_FIGURES; where it is false, the amount is anything */
	struct amount figure[CHARTS_FIGURES];
};

/* A column of a chart that holds figures, and whose. */
struct charts_column {
	size_t column;
	size_t figure; /* its place in a year; of a pillar, in the first chart by pillar */
	bool by_pillar;
};

/* Zero-initialized is empty. */
struct charts {
	struct buf operation, iso3;
	enum unit unit;       /* of all of them */
	struct pos at;
	bool has[MONEYS];     /* which figures the totals have */
	size_t charts;        /* how many there are, and */
	size_t by_pillar;     /* how many by pillar */
	struct charts_year *year;
	size_t n, cap;
	bool ascending;       /* so they came, each later than the one before */
	size_t expected;      /* which year's row comes next, if the chart has them in the order of the one before */
	unsigned serial;      /* the shape that the columns were learned of, */
	size_t year_column;   /* that of the year, and */
	struct charts_column *column;
	size_t columns, columns_cap;
	enum pillar next_pillar; /* of charts_next() */
	size_t next_year, next_figure[MONEYS];
	bool settled, swapped;
};

/* What a chart's columns make of it. */
enum chart_kind { CHART_NONE, CHART_TOTALS, CHART_PILLARS };
enum chart_kind charts_kind(const struct columns *);

/* Whether the chart that the reading is at belongs to the charts at hand; otherwise those are whole. */
bool charts_take(const struct charts *, const struct reading *, enum unit);
/* Begins another chart: its rows come next. */
void charts_begin(struct charts *, const struct reading *, enum unit);
/* Adds the row that the reading is at. READ_BAD: reported. */
enum read charts_add(struct charts *, const struct reading *);
/* No more comes, the input is malformed: rows that lack the other half of their figures, by pillar, are not given out. */
void charts_cut(struct charts *);
/* The next row of what was put together: all years of the totals, then of each pillar. False: that was all; it is forgotten. */
bool charts_next(struct charts *, struct finance *);
void charts_free(struct charts *);

#endif
