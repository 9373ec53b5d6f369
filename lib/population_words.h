/*
 * population_words: the vocabulary of people of concern: types and their codes, and every name that sources give to a column or
 * a figure. To teach the tools a new spelling, add a line to the table in population_words.c.
 */
#ifndef POPULATION_WORDS_H
#define POPULATION_WORDS_H

#include "vocabulary.h"

/* What a column holds; the detail of a TYPE or TOTAL is the enum population_type whose figures stand in it. */
enum population_column {
	POP_COLUMN_ORIGIN = COLUMN_OWN,
	POP_COLUMN_ORIGIN_ISO3,
	POP_COLUMN_STATUS,
	POP_COLUMN_CODE,
	POP_COLUMN_LABEL,
	POP_COLUMN_PERSONS,
	POP_COLUMN_TOTAL, /* all types, or the one type that a code or label of the record names */
	POP_COLUMN_TYPE,
};

extern const struct vocabulary population_words;

/* The status that a cell names; false for any other word. */
bool population_read_status(struct str, enum population_status *);

#endif
