/*
 * donations: the list of latest contributions on a page, line by line.
 *
 *     • 10-NOV-2020               an item or a line: a date covers what comes below it
 *         United States of America    an item, or the line below a date: a donor
 *         private donors              private donors in the donor's country gave it
 *         $93,700                     the amount
 *
 * Several of them may stand on one line, in that order, with blanks or bars between. Items above the first date, and all
 * below the end of the list, are of other lists.
 */
#ifndef DONATIONS_H
#define DONATIONS_H

#include <stdbool.h>
#include "date.h"
#include "decimal.h"
#include "diag.h"
#include "mem.h"
#include "str.h"

struct donation {
	char date[DATE_MAX];
	size_t date_n;
	struct buf donor; /* empty where the page has lost the name */
	bool is_private;
	bool known;       /* whether the amount is */
	struct dec amount;
	struct pos at;
};

/* Zero-initialized is a list that has not begun. */
struct donations {
	struct donation now, done; /* the one whose lines may go on; the one that is whole */
	bool open;                 /* there is one in `now` */
	bool dated;                /* a date was read and nothing below it yet */
	bool ended;                /* a line came that no list has: what follows belongs to something else */
	bool whole;                /* a line was refused that is none of the donor's at hand: that one is whole */
};

/* A line of the page, as a list of contributions sees it. */
struct donations_text {
	struct str text;
	struct pos at;
	bool item;  /* of a list */
	bool apart; /* a list has ended in front of it */
	bool cut;   /* the input ends with it, without a line end */
};

/* One line. *whole: `done` is a contribution. READ_BAD: reported. */
enum read donations_line(struct donations *, const struct donations_text *, bool *whole);
/* The list ends: whether `done` is its last contribution. */
bool donations_end(struct donations *);
void donations_free(struct donations *);

#endif
