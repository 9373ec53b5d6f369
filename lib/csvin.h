/*
 * csvin: records out of comma-separated values, RFC 4180, with any of , ; tab | as the separator.
 *
 * A record is clean if it is one line whose quotes, if it has any, surround whole fields and stand nowhere else. It has one
 * reading, and is taken where it stands; libcsv parses every other record, in strict mode: a quote inside an unquoted field,
 * text behind a closing quote and a quoted field that never ends are malformed. Blanks (space, tab) around fields are dropped,
 * outside the quotes; blank lines are no records. A record ends at LF or CRLF; any other CR outside quotes is malformed. Field
 * names and counts are not this module's business.
 */
#ifndef CSVIN_H
#define CSVIN_H

#include <stdbool.h>
#include <stddef.h>
#include "cell.h"
#include "mem.h"
#include "scan.h"
#include "source.h"

/* A window: how far it goes at the most; it ends before that behind the block with so many fields, or records. */
#define CSVIN_WINDOW 8192
#define CSVIN_FIELDS 512
#define CSVIN_RECORDS 256

struct csvin {
	struct source *src;
	struct pos pos; /* of the record given out last: its first line */
	bool ragged;    /* some field of it may begin or end with a blank of any kind */
	struct str bare; /* the record as it stands, if no field stands in quotes or is ragged; empty for any other */
	/* private */
	char delimiter;
	struct cell *cell;    /* the fields of the window, one record behind the other; or those of a record that libcsv parsed */
	size_t n, cap;        /* n: of the record given out last */
	const char *window;   /* where it begins: clean records that lie ahead */
	const char *next;     /* the record that comes next in it, and its first field */
	size_t first, fields; /* fields: all of them */
	size_t record, records;
	const char *end[CSVIN_RECORDS + SCAN_BLOCK + 2]; /* the LF of each record */
	struct csvin_mark {   /* how many blocks in front of each have quotes, or fields that may have to be trimmed */
		unsigned short quoted, ragged;
	} mark[CSVIN_WINDOW / SCAN_BLOCK + 1];
	struct csv_parser *parser; /* libcsv's; made for the first quote */
	struct buf quoted;         /* the texts of a record that libcsv parsed */
	bool complete, oversize;
};

/* Reads from src, which stays the caller's. */
void csvin_open(struct csvin *, struct source *src, char delimiter);
void csvin_close(struct csvin *);

/*
 * Parts of csvin_next(). Looks for the clean records that lie ahead; false: the next one is none, or its end is not there yet.
 * Trims the fields that stand in no quotes. Parses the record that begins with the next line; a blank one has no field.
 */
bool csvin_look_ahead(struct csvin *);
void csvin_trim(struct cell *, size_t n);
enum read csvin_parse(struct csvin *);

/* Whether the field is the last one of a record. */
static inline bool
csvin_is_last(const struct cell *cell, const char *end)
{
	const char *behind = cell->text.s + cell->text.n;

	return behind == end || (behind + 1 == end && (*behind == '"' || *behind == '\r'));
}

/* Takes the next record of the window. NULL: it is a blank line, and none. */
static inline struct cell *
csvin_take(struct csvin *in)
{
	const char *begin = in->next, *end = in->end[in->record++];
	const struct csvin_mark *before = &in->mark[(size_t)(begin - in->window) / SCAN_BLOCK];
	const struct csvin_mark *behind = &in->mark[(size_t)(end - in->window) / SCAN_BLOCK + 1];
	struct cell *cell = in->cell + in->first;
	size_t n = in->n;

	/* mostly it has as many fields as the one before */
	if (n > in->fields - in->first || !csvin_is_last(&cell[n - 1], end))
		for (n = 1; !csvin_is_last(&cell[n - 1], end); n++)
			;
	in->n = n;
	in->first += n;
	in->next = end + 1;
	source_take_line(in->src, end + 1);
	in->pos.line = in->src->line;
	in->ragged = before->ragged != behind->ragged;
	if (end > begin && end[-1] == '\r') {
		cell[n - 1].text.n--;
		end--;
	}
	in->bare = (struct str){begin, before->quoted == behind->quoted && !in->ragged ? (size_t)(end - begin) : 0};
	if (in->ragged)
		csvin_trim(cell, n);
	return n == 1 && cell->text.n == 0 && *cell->text.s != '"' ? NULL : cell;
}

#define CSVIN_PAD SOURCE_PAD
/*
 * The next record: *n fields, borrowed until the next call. They are texts, and may be trimmed in their place. CSVIN_PAD bytes
 * behind each of them may be read, whatever they are.
 */
static inline enum read
csvin_next(struct csvin *in, struct cell **cell, size_t *n)
{
	do {
		enum read got;

		if ((in->record < in->records && in->src->at == in->next) || csvin_look_ahead(in)) {
			*cell = csvin_take(in);
		} else {
			if ((got = csvin_parse(in)) != READ_OK)
				return got;
			*cell = in->n > 0 ? in->cell : NULL;
		}
	} while (!*cell);
	*n = in->n;
	return READ_OK;
}

#endif
