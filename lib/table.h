/*
 * table: whatever the input is, records with named values under a caption.
 *
 * The one place that knows all formats. It decides which one an input has (or is told), finds the header of a table, and
 * knows no subject: which names mean something, the caller tells.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include "csvin.h"
#include "jsonrows.h"
#include "page.h"
#include "record.h"
#include "sniff.h"

struct table_how {
	enum form form; /* FORM_AUTO: looks */
	char delimiter; /* of a table; NUL: looks */
	str_test *known; /* whether a name means something to the programs */
	bool by_name;    /* columns are asked for by the names above them: a row of HXL tags below is a row */
};

/* How many layouts of JSON values a page is expected to have: what was learned of the others is forgotten. */
#define TABLE_LAYOUTS 8

struct table {
	bool lean;     /* to be set: records of CSV may come as fields, without cells, which table_cells() makes */
	unsigned dull; /* to be set: of which sections lines are not wanted that are no headings, a bit each (1 << enum section) */
	/* private */
	struct table_how how;
	struct source *src;
	enum form form;
	struct csvin csv;
	struct table_layout {
		uint64_t begun, like;  /* of the values that it reads, see struct page */
		bool breaks;           /* and one of those that it has read */
		struct jsonrows *rows; /* NULL: not needed so far */
	} layout[TABLE_LAYOUTS];
	size_t oldest;         /* of the layouts: the one to be forgotten next */
	struct jsonrows *json; /* that of them at hand */
	struct page page;
	struct caption caption;
	struct builder line;   /* the record of a page's line */
	struct shape header;   /* of CSV; owns its names */
	struct shape title;    /* the record above it, likewise; n is 0 where there is none */
	char begins[2];        /* the first byte of the header, and of that record */
	struct cell *none;     /* what stands below a header that is none */
	bool headless;         /* no header was found, and that was told */
	bool rows;             /* one was below the header */
	bool in_value;         /* a page's JSON value is being read */
	size_t values;
};

/* Reads from src, which stays the caller's. */
void table_open(struct table *, struct source *src, const struct table_how *);
void table_close(struct table *);

/* The next record, in one and the same place each time: what did not change is not set again. */
enum read table_next(struct table *, struct record *);

/* Makes cells of the record's fields, if it has none. */
static inline void
table_cells(struct table *t, struct record *record)
{
	if (!record->fields)
		return;
	csvin_cells(&t->csv);
	record->cell = t->csv.cell;
	record->fields = NULL;
}

/* A header, an array or an envelope for rows was there, and no row: a well-formed nothing. */
bool table_empty(const struct table *);
/*
 * The record at hand as it stands in a table of CSV, where that is just what csvout_field() makes of its values; empty where it
 * is not, or where that would have to be found out. As borrowed as the record.
 */
struct str table_line(const struct table *);
/* The header of a CSV table, once it was read; NULL for none. */
const struct shape *table_header(const struct table *);

#endif
