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
#define CSVIN_FIELDS 2048
#define CSVIN_RECORDS 256

/* What a block may have: quotes, delimiters in quotes, fields to be trimmed perhaps. A byte each holds a window's count. */
enum { CSVIN_QUOTED = 0x01, CSVIN_INNER = 0x0100, CSVIN_RAGGED = 0x010000 };
_Static_assert(CSVIN_WINDOW / SCAN_BLOCK < CSVIN_INNER, "more blocks than a byte can count");

struct csvin {
	struct source *src;
	struct pos pos; /* of the record given out last: its first line */
	bool ragged;    /* some field of it may begin or end with a blank of any kind */
	bool bare;      /* none of them is, or has a delimiter, a quote or a line end in it; false where that is not known */
	struct str line; /* the record as it stands, if it is bare and has no quotes at all; empty for any other */
	size_t n;       /* how many fields it has, */
	struct fields fields; /* which stand there, if they are lent from a line; end is NULL if they are not, */
	struct cell *cell;    /* but here */
	/* private */
	char delimiter;
	size_t cap;
	const char *window;   /* where it begins: clean records that lie ahead */
	const char *next;     /* the record that comes next in it, and its first field */
	size_t first, ends;   /* ends: all fields of the window */
	size_t record, records;
	short end[1 + CSVIN_FIELDS + SCAN_BLOCK + 8];         /* of each field, behind a -1: counted from the window */
	const char *lf[CSVIN_RECORDS + SCAN_BLOCK + 2];       /* that ends each record */
	unsigned mark[CSVIN_WINDOW / SCAN_BLOCK + 1];         /* what the blocks in front have: so often CSVIN_QUOTED and so on */
	struct csv_parser *parser; /* libcsv's; made for the first quote */
	struct buf quoted;         /* the texts of a record that libcsv parsed */
	bool complete, long_field, long_record;
};

/* Reads from src, which stays the caller's. */
void csvin_open(struct csvin *, struct source *src, char delimiter);
void csvin_close(struct csvin *);

/*
 * Parts of csvin_advance(). Looks for the clean records that lie ahead; false: the next one is none, or its end is not there
 * yet. Makes cells of the fields of a line, the last one of which may have a CR. Whether the line is blank: it is no record
 * then. Parses the record that begins with the next line; a blank one has no field.
 */
bool csvin_look_ahead(struct csvin *);
void csvin_make_cells(struct csvin *, bool cr);
bool csvin_blank(struct csvin *);
enum read csvin_parse(struct csvin *);

/* Takes the next record of the window. False: it is a blank line, and none. */
static inline bool
csvin_take(struct csvin *in)
{
	const char *begin = in->next, *lf = in->lf[in->record++];
	const unsigned before = in->mark[(size_t)(begin - in->window) / SCAN_BLOCK];
	const unsigned has = in->mark[(size_t)(lf - in->window) / SCAN_BLOCK + 1] - before;
	const short *end = in->end + 1 + in->first;
	const short last = (short)(lf - in->window);
	size_t n = in->n;
	bool cr = lf > begin && lf[-1] == '\r';

	/* mostly it has as many fields as the one before */
	if (n > in->ends - in->first || end[n - 1] != last)
		for (n = 1; end[n - 1] != last; n++)
			;
	in->n = n;
	in->first += n;
	in->next = lf + 1;
	source_take_line(in->src, lf + 1);
	in->pos.line = in->src->line;
	in->ragged = has >= CSVIN_RAGGED;
	in->bare = has < CSVIN_INNER;
	in->line = (struct str){begin, has == 0 ? (size_t)(lf - begin) - cr : 0};
	in->fields = (struct fields){in->window, end, (has % CSVIN_INNER) != 0};
	if (cr || in->ragged)
		csvin_make_cells(in, cr);
	return n > 1 || !csvin_blank(in);
}

#define CSVIN_PAD SOURCE_PAD
/*
 * The next record: its n fields, borrowed until the next call, as texts in `fields` or in `cell`. CSVIN_PAD bytes behind each
 * of them may be read, whatever they are.
 */
static inline enum read
csvin_advance(struct csvin *in)
{
	bool any;

	do {
		enum read got;

		if ((in->record < in->records && in->src->at == in->next) || csvin_look_ahead(in)) {
			any = csvin_take(in);
		} else {
			if ((got = csvin_parse(in)) != READ_OK)
				return got;
			any = in->n > 0;
		}
	} while (!any);
	return READ_OK;
}

/* Sees to it that the fields of the record are cells. They may be trimmed in their place. */
static inline void
csvin_cells(struct csvin *in)
{
	if (in->fields.end)
		csvin_make_cells(in, false);
}

/* The next record, as cells. */
static inline enum read
csvin_next(struct csvin *in, struct cell **cell, size_t *n)
{
	enum read got = csvin_advance(in);

	if (got != READ_OK)
		return got;
	csvin_cells(in);
	*cell = in->cell;
	*n = in->n;
	return READ_OK;
}

#endif
