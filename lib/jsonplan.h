/*
 * jsonplan: what the values of a document that was followed come to (see jsontrail.h), by where they stand among its values.
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
	bool table;       /* by columns; otherwise a single record, or none */
	/* private */
	struct chart_column *column;
	size_t n, cap;    /* values of a record */
	size_t rows;
	const struct builder *builder; /* has the shape of the records; NULL: there is no plan */
	unsigned serial;  /* of that shape */
	struct jsonplan_part *part; /* of documents whose values are numbers; behind them, the one to the end */
	size_t parts, part_cap;     /* 0: the way is followed value by value */
	struct cell *cell;          /* of each value, and */
	struct amount *amount;
};

void jsonplan_free(struct jsonplan *);
void jsonplan_drop(struct jsonplan *);
/* Gives the values of a document that was followed to whom the plain way gives them. */
void jsonplan_spread(const struct trail *, struct builder *loose, struct jsoncolumns *);
/* Keeps what that came to: a table of columns, or (NULL) a record of single values; the builder has made its shape. */
void jsonplan_make(struct jsonplan *, const struct trail *, const struct jsoncolumns *, const struct builder *);
/*
 * Follows the document that begins at src->at, as trail_follow() does, if the plan holds for it, and gives its rows. False: it
 * is another one, and nothing has happened.
 */
bool jsonplan_follow(struct jsonplan *, struct trail *, struct source *, struct pos *at, struct chart *);
/* Whether the plan holds for the document that was followed: gives its rows. */
bool jsonplan_chart(const struct jsonplan *, const struct trail *, struct chart *);

#endif
