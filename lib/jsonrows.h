/*
 * jsonrows: records out of JSON values, in whichever way they hold a table.
 *
 *     [{"year":2015,…},…]                       an array of objects: a record each
 *     {"page":1,…,"items":[{…},…]}              the same in an envelope, at any depth; what stands around them comes last
 *     {"year":2015,…}                           an object: one record (NDJSON is a run of them)
 *     {"categories":[…],"budget":[…],…}         columns: a record for each index, in which single values repeat
 *     {"xAxis":{"categories":[…]},"series":[{"name":"budget","data":[…]},…]}    the same as Highcharts writes it
 *     [["Refugees",26670],…]                    an array of arrays: values without names, or under those of the first array,
 *                                               if it holds two names that are known; HXL tags in the second one win
 *
 * An object inside a record is taken apart ("a":{"b":1} is a value named "a.b"), an array inside a record gives several values
 * of one name. Which names are known the caller tells: that decides whether arrays of one value each are columns, and whether
 * an array of objects beside other members is a member or the rows.
 */
#ifndef JSONROWS_H
#define JSONROWS_H

#include <stdbool.h>
#include "jsoncolumns.h"
#include "jsonplan.h"
#include "record.h"

enum jsonrows_state { ROWS_BETWEEN, ROWS_DOCUMENT, ROWS_OBJECTS, ROWS_LISTS, ROWS_PAIRS, ROWS_CHART };

struct jsonrows {
	size_t values;  /* how many JSON values began */
	bool empty;     /* an array of rows was there that held none */
	/* private */
	struct json json;
	str_test *known;
	enum jsonrows_state state;
	struct pos begun;      /* of the document */
	struct builder row, loose; /* loose: single values of the document around its rows */
	struct buf path;       /* of the member that is being read: "data.flows" */
	struct buf inner;      /* the same inside a record, while another path is kept */
	struct str *header;    /* of lists; owns its memory */
	size_t header_n;
	struct jsoncolumns columns;
	size_t rows_seen;      /* in this value */
	size_t lists_seen;     /* in this array of arrays */
	struct cell list[8];   /* the values of the last one, if it was plain, */
	unsigned list_serial;  /* and of the shape that it has */
	struct pairs pairs;    /* of a list that was taken as a whole, */
	struct cell pair[2 * PAIRS_MAX]; /* and what they are */
	bool in_document;      /* the rows stand inside an object */
	bool empty_here;       /* an array of rows stood in this value, and was empty */
	bool peeked;           /* the bracket that begins the first row was read */
	size_t depth;          /* of the document's objects, and */
	size_t base[JSON_DEPTH + 1]; /* the length of the path to each of them */
	/* the way through records whose like was seen before, and through documents without rows */
	struct trail ways, documents;
	unsigned serial;       /* of the shape that the record followed last has */
	struct jsonplan plan;  /* of the document followed last */
	bool followed;         /* the document that is being given */
	bool table;            /* what `chart` has are rows of one; otherwise it is a single record */
	struct chart chart;    /* the rows at hand, and */
	struct cell *cell;     /* the one that was given */
	size_t cap;
};

/* Reads from src, which stays the caller's. */
void jsonrows_open(struct jsonrows *, struct source *src, str_test *known);
/* Goes on with other JSON: a page holds several values. */
void jsonrows_switch(struct jsonrows *, struct source *src);
/*
 * The same of a value that begins at src->at and is like one that was read before: takes it, and gives its records next. False:
 * it is something else, and jsonrows_switch() has to come next; src->at has not moved.
 */
bool jsonrows_take(struct jsonrows *, struct source *src);
void jsonrows_close(struct jsonrows *);

/* The next record; kind, place, shape, cells and chart of it are set. */
enum read jsonrows_next(struct jsonrows *, struct record *);

#endif
