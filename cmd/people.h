/*
 * people: figures of people on their way out: sums over countries of origin, changes, checks, rows.
 *
 * Figures of a source that names countries of origin are parts: they are summed, over all inputs, and printed at the end, if
 * everything was read. Figures of any other source are rows and are printed as they come; where changes are wanted, at the end.
 */
#ifndef PEOPLE_H
#define PEOPLE_H

#include <stdbool.h>
#include "changes.h"
#include "csvout.h"
#include "index.h"
#include "population.h"

enum people_by { BY_OPERATION, BY_ORIGIN, BY_PAIR };

/* Whether figures of that type and place are to be printed. */
typedef bool people_wanted(const struct population *, enum population_type);

/* One sum: the figures of one type in one group. */
struct people_sum {
	struct dec persons;
	size_t next; /* of the same group, in the order of types: its number + 1; 0 for none */
	size_t hidden; /* cells that the source hides, and that add nothing */
	unsigned char type;
	bool known;    /* a cell that adds something was there */
};

struct people {
	/* private */
	enum people_by by;
	bool zeros, change;
	bool straight;           /* of figures that are not zero all are printed, and as they are */
	bool zero;               /* a figure was not printed because it is zero */
	people_wanted *wanted;
	struct csvout_part place; /* the fields of a place, for its rows, */
	size_t kept, years_at;    /* which place that is, see struct population, and where its year begins; 0: unknown */
	bool placed;              /* it is that of the last place that was to be printed */
	struct csvout_part type[POP_STATUSES][POP_TYPES]; /* status, code and label of each */
	struct index groups;     /* by place, year, status and label */
	struct people_last {     /* the group of the last figure of a known type, and what tells that the next is of the same */
		struct buf text;
		struct str place, iso3, year; /* in text */
		bool projected, is;
		size_t group;
		unsigned types;        /* of those figures the sums of all types are known; 0: of none, see struct population */
		size_t sum[POP_TYPES]; /* its number + 1; 0: not looked up */
	} last;
	size_t *first;           /* sum of each group: its number + 1 */
	struct people_sum *sum;
	struct pos *at;          /* where each sum begins, with --provenance; NULL otherwise */
	size_t first_cap, sums, sum_cap, at_cap;
	struct people_row {      /* those that wait for the changes; their texts are in `texts` */
		struct population fact;
		struct population_figure figure;
	} *row;
	size_t rows, row_cap;
	struct arena texts;
	struct pos sum_at; /* where a part is that seems to be a sum of parts itself, the first of them */
	struct buf sum_name; /* its country of origin or asylum; empty: there is none */
	bool has_parts; /* there are others */
	struct changes changes;
	struct buf key;
	struct people_check *checks;
};

/* Writes the header. wanted tells whether a row is to be printed, NULL that any is; changes and checks know the others, too. */
void people_open(struct people *, enum people_by, bool zeros, bool change, people_wanted *);
/* Takes the figures of a place. */
void people_add(struct people *, const struct population *);
/* Prints what was kept, if everything was read well, tells what does not fit, and frees. */
void people_close(struct people *);

/* Parts of people, in files of their own. Works out the fields that all rows of a type have in common. */
void people_types(struct people *);
/* The texts that tell groups apart: place and year of a row, and the label of its figure. */
#define PEOPLE_TEXTS 6
void people_texts(struct population *, struct population_figure *, struct str *text[static PEOPLE_TEXTS]);
/* Adds figures that are parts to their sums. */
void people_add_parts(struct people *, const struct population *);
/* Warns if one of them seems to be the sum of the others. When all rows were taken. */
void people_tell_sum(const struct people *);
/*
 * Calls fn for every sum as a row, with the number of cells that are hidden in it: groups in the order of their first
 * appearance, types in that of their codes.
 */
void people_each_sum(struct people *, void (*fn)(struct people *, const struct people_row *, size_t));
/*
 * Prints the figures of a place in one go, where they are plain and at least one is not 0: all that is in their rows is there
 * as it is written. A place that is not bare stands in p->place.
 */
void people_print_plain(struct people *, const struct population *);

#endif
