/*
 * people_check: what a source lets us verify of its figures of people: in every place and year the types add up to the stated
 * total, and no type stands there twice. Each mismatch is told through diag, status 1.
 */
#ifndef PEOPLE_CHECK_H
#define PEOPLE_CHECK_H

#include "population.h"

struct people_check;

struct people_check *people_check_new(void);
/* Notes a figure of that place, and how many cells of 1 to 4 people are hidden in it; one that stands there already is told. */
void people_check_add(struct people_check *, const struct population *, const struct population_figure *, size_t hidden);
/* The same of a part of a sum, which only has to stand there once. */
void people_check_part(struct people_check *, const struct population *, const struct population_figure *);
/* Tells which totals do not fit, and frees. */
void people_check_end(struct people_check *);

#endif
