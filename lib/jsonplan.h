/*
 * jsonplan: the records of a document that was followed (see jsontrail.h), by where their values stand among its values.
 *
 * What a document without rows is (one record, a table by columns, or nothing) depends on its names, and on how many values
 * stand under them. The plan keeps what came out, for the documents behind it that have the same.
 */
#ifndef JSONPLAN_H
#define JSONPLAN_H

#include <stdbool.h>
#include <stddef.h>
#include "jsoncolumns.h"
#include "jsontrail.h"

/* Zero-initialized is none. */
struct jsonplan {
	/* private */
	struct jsonplan_pick {
		size_t first; /* the value of the first record */
		size_t step;  /* to that of the next one: 0 for what repeats */
	} *pick;
	size_t n, cap;    /* values of a record */
	size_t length;    /* records */
	size_t next;
	bool table;       /* by columns */
	const struct builder *builder; /* has the shape of the records; NULL: there is no plan */
	unsigned serial;  /* of that shape; 0 until it is known */
	struct cell *cell;
};

void jsonplan_free(struct jsonplan *);
void jsonplan_drop(struct jsonplan *);
/* Gives the values of a document that was followed to whom the plain way gives them. */
void jsonplan_spread(const struct trail *, struct builder *loose, struct jsoncolumns *);
/* Keeps what that came to: a table of columns, or (NULL) a record of single values; the builder makes its records. */
void jsonplan_make(struct jsonplan *, const struct trail *, const struct jsoncolumns *, const struct builder *);
/* That builder has made the first record. */
void jsonplan_settle(struct jsonplan *, const struct builder *);
/* Whether the plan holds for the document that was followed: its records are next. */
bool jsonplan_begin(struct jsonplan *, const struct trail *);
/* The next record, but for its place; false behind the last one. */
bool jsonplan_next(struct jsonplan *, const struct trail *, struct record *);

#endif
