/*
 * population_total: a part of population: the totals that a page states in lines of its own.
 */
#ifndef POPULATION_TOTAL_H
#define POPULATION_TOTAL_H

#include "population.h"

/*
 * A line under the heading of people, before the JSON: "2019 275,779", "2019 | 275,779 |", or the two on a line each. Then
 * its figure is r->one. Lines around them (Increase in, 125%, a year alone) say nothing. READ_END: no figure in it.
 */
enum read population_total(struct population_reader *);

/* Of a figure on a page: planned, if the heading says so of its year. */
enum population_status population_total_status(const struct population_reader *);

#endif
