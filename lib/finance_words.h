/*
 * finance_words: the vocabulary of money: names of columns and series, of pillars and of units. To teach the tools a new
 * spelling, add a line to a table in finance_words.c.
 */
#ifndef FINANCE_WORDS_H
#define FINANCE_WORDS_H

#include "vocabulary.h"

/* What a column holds. The detail of a figure is its enum unit, where the name tells; of a pillar's column, its enum pillar. */
enum finance_column {
	FIN_COLUMN_PILLAR = COLUMN_OWN, /* which one it is */
	FIN_COLUMN_OF_PILLAR,           /* that pillar's figure, in a chart */
	FIN_COLUMN_BUDGET,              /* in the order of enum money */
	FIN_COLUMN_FUNDING,
	FIN_COLUMN_EXPENDITURE,
	FIN_COLUMN_PERCENT,             /* how much of the budget the source says is funded */
	FIN_COLUMN_START,               /* the day when a plan begins: for its year */
	FIN_COLUMN_PLAN,                /* an appeal: one of several that an operation may have in a year */
	FIN_COLUMN_REVISION,            /* the day of the figures: a budget may be stated several times */
	FIN_COLUMN_CLUSTER,             /* a row is a part of a plan */
	FIN_COLUMN_COUNTRY = COLUMN_MANY, /* the code of one of a plan's countries */
	FIN_COLUMN_COUNTRIES,             /* the array of them: no rows of their own */
};

extern const struct vocabulary finance_words;

#endif
