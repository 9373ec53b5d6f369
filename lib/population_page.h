/* population_page: the part of population that reads pages: totals on lines, and lists of pairs. */
#ifndef POPULATION_PAGE_H
#define POPULATION_PAGE_H

#include "population.h"

/* A line or an item, in the section of people. READ_END: no figure in it; otherwise it is in r->one. */
enum read population_page_line(struct population_reader *);
/* A pair; the same. */
enum read population_page_pair(struct population_reader *);
/* All pairs of the list that begins with the record, as one fact; false: one of them is to be looked at, and none was taken. */
bool population_page_list(struct population_reader *);
/* An object of JSON that has no figures that are known: warns of the first one in a section of people that may have others. */
void population_page_pass(struct population_reader *);

/* What it has in common with the rest. The label counts for POP_UNKNOWN, others have their own. */
void population_set_type(struct population_figure *, enum population_type, struct str label);
/* Warns, once, of a figure that was read with a point before three digits: it may group thousands. */
void population_note_point(struct population_reader *, struct str text);
/* A figure in one cell, of a record of that status. */
enum read population_read_figure(struct population_reader *, enum population_status, const struct cell *, struct str name,
                                 struct population_figure *);

#endif
