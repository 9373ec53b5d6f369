/*
 * jsoncolumns: a table that a JSON document holds by columns, as arrays of values or as the series of Highcharts.
 *
 * The columns are collected while the document is read; at its end it turns out whether they are a table.
 */
#ifndef JSONCOLUMNS_H
#define JSONCOLUMNS_H

#include <stdbool.h>
#include "jsonvalue.h"

/* Values, as offsets into the text of all columns. */
struct jsoncolumns_values {
	struct jsoncolumns_value {
		size_t text, n;
		enum cell_kind kind;
	} *value;
	size_t n, cap;
};

struct jsoncolumns_column {
	struct str name;
	struct jsoncolumns_values values;
	struct jsoncolumns_values x; /* of a series whose points say where they stand: [2015,1.5], {"x":2015,"y":1.5} */
	size_t depth; /* of the object that it is a member of */
	bool series;  /* of Highcharts */
	bool odd;     /* holds other things than single values */
	bool out;     /* not of the table */
};

/* Zero-initialized is empty. */
struct jsoncolumns {
	struct jsoncolumns_column *column;
	size_t n, cap;
	/* private */
	size_t used; /* columns that own memory */
	struct buf text;
	size_t length; /* rows of the table */
	struct cell *cell; /* of jsoncolumns_chart() */
	struct chart_column *place;
};

void jsoncolumns_drop(struct jsoncolumns *); /* all columns */
void jsoncolumns_free(struct jsoncolumns *);

/* Adds a column from an array whose first token inside was read. */
enum read jsoncolumns_array(struct jsoncolumns *, struct json *, enum json_token first, struct str name, size_t depth);
/* The same from cells. */
void jsoncolumns_cells(struct jsoncolumns *, const struct cell *, size_t n, struct str name, size_t depth);
/* Adds the series of Highcharts, [{"name":…,"data":[…]},…], whose first "{" was read. */
enum read jsoncolumns_series(struct jsoncolumns *, struct json *, size_t depth);
/* The same of its axes, [{"categories":[…]},…]: the first one is the charts'. Its "{" was read. */
enum read jsoncolumns_axes(struct jsoncolumns *, struct json *, size_t depth);

/*
 * Whether the columns are one table: there are categories, or two whose names are known. Arrays that mean something to us,
 * are series or hold numbers beside the categories have to be as long as the categories (READ_BAD, reported at `at`); any other
 * of another length is left out.
 */
enum read jsoncolumns_settle(struct jsoncolumns *, str_test *known, struct pos at, bool *table);
/* The table, with what repeats in every row in front. The builder makes the shape of its rows, if there are any. */
void jsoncolumns_chart(struct jsoncolumns *, const struct builder *loose, struct builder *row, struct pos at, struct chart *);

#endif
