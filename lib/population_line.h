/*
 * population_line: a part of population: a row as a whole, of CSV, whose fields stand in a line and are no cells, or of JSON.
 */
#ifndef POPULATION_LINE_H
#define POPULATION_LINE_H

#include "population.h"

/* Learns where in a shape of records is what is needed, and whether such records can be taken here: r->straight. */
void population_line_learn(struct population_reader *);
/*
 * Takes a record, as most are: a place, a year of four digits, and figures of 1 to 8 digits, most of which are 0 or, in JSON,
 * "-". False, with nothing done that counts: it is another, to be read value by value.
 */
bool population_line_take(struct population_reader *);

#endif
