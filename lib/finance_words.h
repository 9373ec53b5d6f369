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
};

extern const struct vocabulary finance_words;

#endif
