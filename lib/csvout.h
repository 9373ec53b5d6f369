/*
 * csvout: rows of CSV out, RFC 4180 with LF line ends, quotes only where needed.
 *
 * Rows collect in one buffer and leave it whole, by write(2): what a reader of the output sees ends at a row. Short writes and
 * interrupted ones go on. The first error is reported through diag (exit status 4) and ends all output. It knows no reader.
 */
#ifndef CSVOUT_H
#define CSVOUT_H

#include <stdbool.h>
#include <stddef.h>
#include "mem.h"
#include "str.h"

struct csvout {
	const char *name; /* of the output, for messages; not copied */
	/* private */
	int fd;
	bool failed, excel;
	size_t fields; /* in the row at hand */
	size_t row;    /* where it begins in the buffer */
	struct buf buf;
};

/* Writes to fd, which stays the caller's. */
void csvout_open(struct csvout *, int fd, const char *name);

/*
 * What follows is for a spreadsheet: a byte order mark first, CRLF at the end of rows, and an apostrophe before text that it
 * would run as a formula (it begins with = + - @, a tab or CR, and is no number). Right behind csvout_open().
 */
void csvout_excel(struct csvout *);

/* Adds a field to the row at hand. */
void csvout_field(struct csvout *, struct str);
/* Ends the row. A row of one empty field is written as "", for a blank line would be none. */
void csvout_end(struct csvout *);
/* A whole row. */
void csvout_row(struct csvout *, const struct str *field, size_t n);

/* Text as it stands, for an output that is no table at all. */
void csvout_text(struct csvout *, struct str);

/* Writes what is left and frees; false if anything was not written. */
bool csvout_close(struct csvout *);

#endif
