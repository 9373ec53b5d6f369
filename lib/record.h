/*
 * record: what every source gives in the end: named values with their place. And the builder that readers fill one with.
 *
 * Records that follow one another mostly have the same names. A shape holds them once; while its serial stays, the names
 * did not change, and whoever has looked them up need not do it again.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "amount.h"
#include "caption.h"
#include "cell.h"
#include "diag.h"
#include "mem.h"
#include "str.h"

enum record_kind {
	RECORD_ROW,      /* values under names */
	RECORD_PAIR,     /* values without names: an array of JSON, ["Refugees",26670] */
	RECORD_LINE,     /* one value: a line of a page that is text */
	RECORD_ITEM,     /* the same, an item of a list */
	RECORD_ENVELOPE, /* what stood around the rows of a JSON document that has just ended: page, maxPages */
};

struct shape {
	struct str *name;
	size_t n;
	unsigned serial; /* from 1; no two shapes of a run have the same */
	struct pos at;   /* of the names: a table's header, or the first record that has them */
};

/* A serial that no shape had before. */
unsigned shape_serial(void);

/* Enough for who looks at texts by words, or copies them so (mem_put_padded()). */
#define RECORD_PAD MEM_PAD

/*
 * A table that was written by columns, {"categories":[…],"budget":[…]}: all its rows are there with the first of them, and as
 * long as the last.
 */
struct chart {
	const struct shape *shape;
	const struct cell *cell;
	const struct amount *amount; /* of each cell; known: it may stand for the text, with DOUBLE_DIGITS; NULL: none is */
	const struct chart_column {
		size_t first; /* the cell of the first row */
		size_t step;  /* to that of the next one: 0 for what repeats */
	} *column; /* of each name */
	size_t rows;
	size_t next; /* the row to be given: who takes all of them with the first sets it to `rows` */
	bool padded; /* as a record's */
};

/* A list of pairs, [["Refugees",26670],…], a text and a number each: all of them are there with the first, and as long. */
#define PAIRS_MAX 32
struct pairs {
	const struct cell *cell; /* two of each */
	size_t n;
	size_t next; /* the pair to be given: who takes all of them with the first sets it to `n` */
};

/* The number of the cell under a name in a row of the chart. */
static inline size_t
chart_at(const struct chart *chart, size_t column, size_t row)
{
	return chart->column[column].first + row * chart->column[column].step;
}

#define RECORD_SEEN 64 /* as many as bits of a mask */

struct record {
	enum record_kind kind;
	bool apart;    /* a line in front of which a list has ended; values of JSON that stood around rows */
	bool cut;      /* a line that the end of the input may have cut: no line end follows it */
	bool bare;     /* every text may stand in CSV as it is: no quotes or commas in a line, or in values of JSON */
	bool padded;   /* behind every text RECORD_PAD bytes more may be read, whatever they are; one where it is empty */
	struct pos at;
	const struct shape *shape;
	/* of the first RECORD_SEEN cells, those that were seen to be 0, and to have 1 to 8 digits, the first of which is no 0 */
	uint64_t zeros, figures;
	const struct cell *cell; /* shape->n of them; borrowed until the next record */
	const struct fields *fields; /* the same, in place of cells, for a reader that is lean: see struct table; NULL: cells */
	/* the kind says which */
	union {
		struct chart *chart; /* of which it is a row; NULL: of none */
		struct pairs *pairs; /* of RECORD_PAIR, of which it is the first; NULL: of none */
	};
	size_t value;  /* which JSON value of the input it stands in, from 1; 0 for none */
	const struct caption *caption; /* what the page says about it; never NULL */
};

/* Nothing is known of the record but its kind. One by one, for a loop that clears would take longer to begin. */
static inline void
record_clear(struct record *record, enum record_kind kind)
{
	record->kind = kind;
	record->apart = record->cut = record->bare = record->padded = false;
	record->at = (struct pos){NULL, 0, 0};
	record->shape = NULL;
	record->zeros = record->figures = 0;
	record->cell = NULL;
	record->fields = NULL;
	record->chart = NULL;
	record->value = 0;
	record->caption = NULL;
}

/* The text under a name. */
static inline struct str
record_text(const struct record *record, size_t i)
{
	return record->fields ? fields_text(record->fields, i) : record->cell[i].text;
}

/* Zero-initialized is empty. */
struct builder {
	struct shape shape;
	size_t cap, name_cap, used; /* used: names in `name` that own memory */
	struct cell *cell;
	size_t n;
	unsigned element; /* of the values to come, see struct cell: the caller's to set, and to count */
	unsigned elements;
	struct buf text;
	bool changed;
};

void builder_free(struct builder *);
/* Begins a record; what the one before held is gone. */
void builder_begin(struct builder *);
/* Adds a value; name and text are copied. */
void builder_add(struct builder *, struct str name, struct str text, enum cell_kind);
/* Adds a value that stays where it is until the record is no longer needed. */
void builder_lend(struct builder *, struct str name, struct str text, enum cell_kind);
/* Ends it: kind, place, shape and cells of *record are set. */
void builder_end(struct builder *, struct record *, enum record_kind, struct pos);

#endif
