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

/* What one year has. Its rows hold the figures: those of the first chart by pillar as budgets, of the second as expenditure. */
struct charts_year {
	char name[4];
	uint32_t order; /* the name as a number, the later the greater */
	size_t chart;   /* the last one that has it, from 1 */
};

/* A column of a chart that holds figures, and whose. */
struct charts_column {
	size_t column;
	enum pillar pillar;
	enum money money;
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
	struct finance *row[PILLARS]; /* of each year */
	size_t named[PILLARS]; /* how many of them have their texts: operation, code and year */
	size_t n, cap;
	bool ascending;       /* so they came, each later than the one before */
	size_t expected;      /* which year's row comes next, if the chart has them in the order of the one before */
	unsigned serial;      /* the shape that the columns were learned of, */
	size_t year_column;   /* that of the year, and */
	struct charts_column *column;
	size_t columns, columns_cap;
	enum pillar next_pillar; /* of charts_next() */
	bool settled;
};

/* What a chart's columns make of it. */
enum chart_kind { CHART_NONE, CHART_TOTALS, CHART_PILLARS };
enum chart_kind charts_kind(const struct columns *);

/* Whether the chart that the reading is at belongs to the charts at hand; otherwise those are whole. */
bool charts_take(const struct charts *, const struct reading *, enum unit);
/*
 * The chart that the reading is at does not belong to them, but stands on the same page: warns if it has a year of theirs, of
 * the same operation. Then it is likely another page, whose heading is not known.
 */
void charts_note_others(const struct charts *, const struct reading *);
/* Begins the chart that the reading is at. */
void charts_begin(struct charts *, const struct reading *, enum unit);
/* Adds all rows of the chart whose first one the reading is at. READ_BAD: reported; those before the bad one are added. */
enum read charts_add(struct charts *, const struct reading *);
/* No more comes, the input is malformed: rows that lack the other half of their figures, by pillar, are not given out. */
void charts_cut(struct charts *);
/*
 * The next rows of what was put together, one for each year: the totals, then each pillar. The caller's to change until the
 * next call. NULL: that was all; it is forgotten.
 */
struct finance *charts_next(struct charts *, size_t *n);
void charts_free(struct charts *);

#endif
