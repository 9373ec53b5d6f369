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

#define CSVOUT_FULL ((size_t)64 << 10) /* bytes that are written at once */

struct csvout {
	const char *name; /* of the output, for messages; not copied */
	/* private */
	int fd;
	bool failed, excel;
	size_t fields; /* in the row at hand */
	size_t row;    /* where it begins in the buffer */
	struct buf buf;
};

/* A place in the row at hand: bytes and fields before it. */
struct csvout_mark {
	size_t bytes, fields;
};

/* Writes to fd, which stays the caller's. */
void csvout_open(struct csvout *, int fd, const char *name);

/*
 * What follows is for a spreadsheet: a byte order mark first, CRLF at the end of rows, and an apostrophe before text that it
 * would run as a formula (it begins with = + - @, a tab or CR, and is no number). Right behind csvout_open().
 */
void csvout_excel(struct csvout *);

/* Whether text may get an apostrophe, so that what needs no quotes is not always written as it stands. */
static inline bool
csvout_changes_text(const struct csvout *out)
{
	return out->excel;
}

/* Adds a field to the row at hand. */
void csvout_field(struct csvout *, struct str);
/* The same of several fields, at least one. */
void csvout_fields(struct csvout *, const struct str *field, size_t n);
/* The same of fields that may be read beyond their ends, unless they are empty. */
void csvout_padded_fields(struct csvout *, const struct str *field, size_t n);
/* The same for a field that cannot want quotes, nor --excel's apostrophe: a number without a sign, a code of ours. */
static inline void
csvout_plain(struct csvout *out, struct str field)
{
	char *to = buf_room(&out->buf, field.n + 1);

	*to = ',';
	to += out->fields++ > 0;
	mem_put(to, field.s, field.n);
	out->buf.n = (size_t)(to - out->buf.data) + field.n;
}

/*
 * Fields of that kind that are written in place, commas and all: room for n bytes behind what the row holds, and, when it was
 * written up to `end`, how many fields that gave.
 */
static inline char *
csvout_room(struct csvout *out, size_t n)
{
	return buf_room(&out->buf, n);
}
static inline void
csvout_wrote(struct csvout *out, const char *end, size_t fields)
{
	out->buf.n = (size_t)(end - out->buf.data);
	out->fields += fields;
}

/*
 * Fields that several rows have in common: written once, and then taken again as they stand in the output. Zero-initialized is
 * empty; free(text.data) ends it.
 *
 *     at = csvout_mark(out);   csvout_field(out, ...);   csvout_keep(out, at, &part);   ... csvout_again(out, &part);
 */
#define CSVOUT_PART ((size_t)64) /* bytes that can be copied of any part: no loop, no call */
struct csvout_part {
	struct buf text;
	size_t fields;
};
/*
 * Writes fields as they stand, of which CSVOUT_PART bytes may be read, in place: see csvout_room(). What is read beyond their
 * end may lie where they are written. Gives their end.
 */
static inline char *
csvout_put_text(char *to, struct str text)
{
	char all[CSVOUT_PART];

	if (text.n <= CSVOUT_PART) {
		memcpy(all, text.s, sizeof all);
		memcpy(to, all, sizeof all);
	} else {
		memcpy(to, text.s, text.n);
	}
	return to + text.n;
}
/* The same of a part. */
static inline char *
csvout_put(char *to, const struct csvout_part *part)
{
	return csvout_put_text(to, buf_str(&part->text));
}
/*
 * The same of a field that is plain and may be read beyond its end, unless it is empty, as the texts of a record may that is
 * bare and padded: with a comma behind it. MEM_PAD bytes more may be written.
 */
static inline char *
csvout_put_bare(char *to, struct str field)
{
	if (field.n > 0)
		mem_put_padded(to, field.s, field.n);
	to[field.n] = ',';
	return to + field.n + 1;
}
/* Where the next field of the row at hand will begin. */
static inline struct csvout_mark
csvout_mark(const struct csvout *out)
{
	return (struct csvout_mark){out->buf.n - out->row, out->fields};
}
/* Keeps the fields that were added behind the mark, in the same row; what the part held is gone. */
void csvout_keep(const struct csvout *, struct csvout_mark, struct csvout_part *);
/* The same, and takes them away from the row. */
void csvout_take(struct csvout *, struct csvout_mark, struct csvout_part *);
/* Adds them again: at the beginning of a row, if they stood there, and otherwise behind a field. */
static inline void
csvout_again(struct csvout *out, const struct csvout_part *part)
{
	char *to = buf_room(&out->buf, part->text.n + CSVOUT_PART);

	out->buf.n = (size_t)(csvout_put(to, part) - out->buf.data);
	out->fields += part->fields;
}

/* Parts of csvout_end(): what a row of one field, or one for a spreadsheet, has at its end; and writing all rows. */
void csvout_end_special(struct csvout *);
void csvout_flush(struct csvout *);
/* Ends the row. A row of one empty field is written as "", for a blank line would be none. */
static inline void
csvout_end(struct csvout *out)
{
	if (out->fields == 1 || out->excel)
		csvout_end_special(out);
	buf_byte(&out->buf, '\n');
	out->fields = 0;
	out->row = out->buf.n;
	if (out->row >= CSVOUT_FULL)
		csvout_flush(out);
}
/* Rows that were written in place, up to `end`, ends and all: see csvout_room(). Not for a spreadsheet. */
static inline void
csvout_wrote_rows(struct csvout *out, const char *end)
{
	out->row = out->buf.n = (size_t)(end - out->buf.data);
	if (out->row >= CSVOUT_FULL)
		csvout_flush(out);
}
/* A whole row. */
void csvout_row(struct csvout *, const struct str *field, size_t n);

/* Text as it stands, for an output that is no table at all. */
void csvout_text(struct csvout *, struct str);

/* Writes what is left and frees; false if anything was not written. */
bool csvout_close(struct csvout *);

#endif
