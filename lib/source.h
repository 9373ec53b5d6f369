/*
 * source: the bytes of one input, from a descriptor or from memory, as UTF-8 with their places.
 *
 * Every byte is checked on its way in: what is not UTF-8 never reaches a reader; the bytes before it do, then source_fill()
 * says where it stands and what to do (--encoding). A byte order mark at the beginning is dropped. With an encoding, iconv
 * converts first. Reads are retried after EINTR and may be short.
 *
 * Readers walk between `at` and `end` themselves and ask for more with source_fill(); pointers into that window hold until
 * then, and the bytes are the reader's to change (to split a line in place). What a source hands out is borrowed until the next
 * call on it.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include "diag.h"
#include "mem.h"
#include "str.h"

/* The longest line, string, number or quoted field, in bytes: what a source may be asked to hold at once. */
#define SOURCE_MAX ((size_t)16 << 20)

/*
 * How many bytes behind `end` may be read, whatever they are: for who looks at blocks of bytes (see scan.h). They are the first
 * bytes of a character whose others are still to be read, and MEM_BEHIND.
 */
#define SOURCE_PAD 64

/* How many bytes of its beginning a source keeps. */
#define SOURCE_HEAD 4096

struct source {
	char *at, *end; /* what is read and not yet consumed */
	const char *name;
	struct buf head;      /* the first bytes, at most SOURCE_HEAD, as they came in: for who wonders what this was */
	size_t line;          /* the line that is being read, from 1; readers keep it with source_newline() */
	bool lines;           /* the reader's to set: it counts each line as it passes it, and what it holds is part of no other */
	bool counted;         /* its bytes are part of what --progress tells */
	/* private; source_mem() sets them one by one, those to come, too */
	long long line_offset; /* where that line begins, and */
	long long offset;      /* where data begins, in bytes of the (converted) input */
	char *data;
	size_t cap;
	int fd; /* -1: everything is in memory */
	enum read state; /* what comes behind `end`: READ_OK more to read, else what source_fill() returns */
	bool over;         /* read(2) told the end */
	bool reported;     /* the bad state was told through diag */
	bool fresh;        /* nothing was read yet: a byte order mark may come */
	bool line_pending; /* the last line given out is still to be counted */
	bool columns;      /* columns are known */
	unsigned char held; /* bytes behind `end` that begin a character whose other bytes are still to be read */
	struct source_iconv *iconv;
};

/*
 * Opens. The name is what messages call the input and is not copied. encoding is NULL for UTF-8; an encoding that iconv does
 * not know is reported, and false returned. The descriptor stays the caller's.
 */
bool source_fd(struct source *, int fd, const char *name, const char *encoding);
/*
 * n bytes in memory that are UTF-8 already and begin at `start` of their file. They stay the caller's, and SOURCE_PAD bytes
 * more stand behind them.
 */
void source_mem(struct source *, char *text, size_t n, struct pos start);
void source_close(struct source *);

/*
 * More bytes behind `end`; those from `at` on are kept (so `at` and `end` move). READ_END when there are no more.
 * READ_BAD when they are not UTF-8, or when more than SOURCE_MAX would have to be kept: `what` names it then ("a line").
 */
enum read source_fill(struct source *, const char *what);

/* At least `want` bytes from `at` on, or all there are: how many. Bytes that are not UTF-8 the next source_fill() tells. */
size_t source_peek(struct source *, size_t want);

/* The next line through its LF; the last one may lack it. It is not taken off. */
enum read source_peek_line(struct source *, struct str *line);

/* The same, and takes it off. `line` is its number until the next call. */
enum read source_line(struct source *, struct str *line);

/*
 * Takes a line off, as source_line() does, that the reader has found by itself between `at` and `end`: the byte before `behind`
 * is the LF that ends it.
 */
static inline void
source_take_line(struct source *src, const char *behind)
{
	if (src->line_pending) {
		src->line++;
		src->line_offset = src->offset + (src->at - src->data);
	}
	src->at += behind - src->at;
	src->line_pending = true;
}

/* Refuses a carriage return outside quotes that is not before an LF: reports it, gives READ_BAD. */
enum read source_bare_cr(struct pos);

/* Where p stands in its input; p lies in the bytes handed out last, on the line that is being read. */
struct pos source_pos(const struct source *, const char *p);

/* Whether nothing at all has been read, be it that nothing was there or that nothing was asked for. */
static inline bool
source_empty(const struct source *src)
{
	return src->offset == 0 && src->end == src->data;
}

/* Whether all of it has been read and consumed: source_fill() would say READ_END. */
static inline bool
source_over(const struct source *src)
{
	return src->at == src->end && src->state == READ_END;
}

/* How many bytes of the input stand before p, which lies in the bytes handed out last. */
static inline long long
source_offset(const struct source *src, const char *p)
{
	return src->offset + (p - src->data);
}

/* The byte that has so many before it; NULL if it is no longer there. */
static inline const char *
source_at(const struct source *src, long long offset)
{
	return offset >= src->offset ? src->data + (offset - src->offset) : NULL;
}

/* A line begins at p, the byte behind a LF: counts it. */
static inline void
source_newline(struct source *src, const char *p)
{
	src->line++;
	src->line_offset = src->offset + (p - src->data);
}

#endif
