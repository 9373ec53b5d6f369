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
#include "source.h"

struct csvin {
	struct source *src;
	struct pos pos; /* of the record given out last: its first line */
	bool ragged;    /* some field of it may begin or end with a blank of any kind */
	struct str bare; /* the record as it stands, if no field stands in quotes or is ragged; empty for any other */
	/* private */
	char delimiter;
	struct cell *cell;
	size_t n, cap;
	struct csv_parser *parser; /* libcsv's; made for the first quote */
	struct buf quoted;         /* the texts of a record that libcsv parsed */
	bool complete, oversize;
};

/* Reads from src, which stays the caller's. */
void csvin_open(struct csvin *, struct source *src, char delimiter);
void csvin_close(struct csvin *);

#define CSVIN_PAD SOURCE_PAD
/*
 * The next record: *n fields, borrowed until the next call. They are texts, and may be trimmed in their place. CSVIN_PAD bytes
 * behind each of them may be read, whatever they are.
 */
enum read csvin_next(struct csvin *, struct cell **, size_t *n);

#endif
