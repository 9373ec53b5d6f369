#include <errno.h>
#include <iconv.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "mem.h"
#include "progress.h"
#include "scan.h"
#include "source.h"

#define CHUNK ((size_t)256 << 10) /* bytes asked of the system at once */
#define RAW 8192                  /* bytes converted at once */

struct source_iconv {
	iconv_t cd;
	const char *encoding;
	size_t n; /* raw bytes not yet converted */
	char raw[RAW];
};

/* The bytes behind the last ones that were read. */
static void
pad(struct source *src)
{
	memset(src->end + src->held, MEM_BEHIND, SOURCE_PAD);
}

bool
source_fd(struct source *src, int fd, const char *name, const char *encoding)
{
	*src = (struct source){.fd = fd, .name = name, .line = 1, .fresh = true, .columns = true};
	if (encoding) {
		iconv_t cd = iconv_open("UTF-8", encoding);

		if (cd == (iconv_t)-1 && errno != EINVAL)
			diag_die(STATUS_IO, "out of memory: %s", encoding);
		if (cd == (iconv_t)-1) {
			diag_fault(STATUS_USAGE, "--encoding: no encoding \"%s\" is known here; iconv -l lists them", encoding);
			return false;
		}
		src->iconv = mem_alloc(1, sizeof *src->iconv);
		src->iconv->cd = cd;
		src->iconv->encoding = encoding;
		src->iconv->n = 0;
	}
	src->data = mem_alloc(CHUNK + SOURCE_PAD, 1);
	src->cap = CHUNK;
	src->at = src->end = src->data;
	pad(src);
	return true;
}

void
source_mem(struct source *src, char *text, size_t n, struct pos start)
{
	/* one by one: pages have many values, and for all at once the compiler takes a slow instruction */
	src->name = start.file;
	src->head = (struct buf){NULL, 0, 0};
	src->line = start.line;
	src->counted = src->over = src->reported = src->fresh = src->line_pending = src->lines = false;
	src->offset = 0;
	src->data = text;
	src->cap = n;
	src->fd = -1;
	src->held = 0;
	src->iconv = NULL;
	src->at = text;
	src->end = text + n;
	src->state = READ_END;
	src->columns = start.column > 0;
	src->line_offset = src->columns ? 1 - (long long)start.column : 0;
}

void
source_close(struct source *src)
{
	if (src->iconv) {
		iconv_close(src->iconv->cd);
		free(src->iconv);
	}
	if (src->fd >= 0)
		free(src->data);
	free(src->head.data);
	src->head = (struct buf){NULL, 0, 0};
	src->data = src->at = src->end = NULL;
	src->iconv = NULL;
}

struct pos
source_pos(const struct source *src, const char *p)
{
	struct pos pos = {src->name, src->line, 0};

	if (src->columns)
		pos.column = (size_t)(src->offset + (p - src->data) - src->line_offset + 1);
	return pos;
}

/*
 * Where the bytes end that were read, counting the lines that no reader has passed yet. Not where the reader does so: it may
 * have changed the bytes that it holds.
 */
static struct pos
end_pos(const struct source *src)
{
	long long begun = src->line_offset - src->offset;
	const char *line = src->data + (begun > 0 ? begun : 0), *lf;
	struct pos pos = source_pos(src, src->end);

	if (src->line_pending) {
		/* the line given out last, whose bytes may be gone */
		line = src->at;
		pos.line++;
		pos.column = (size_t)(src->end - line) + 1;
	}
	for (; !src->lines && (lf = memchr(line, '\n', (size_t)(src->end - line))); line = lf + 1) {
		pos.line++;
		pos.column = (size_t)(src->end - lf);
	}
	return pos;
}

/* How many bytes the sequence that begins with c has, and what its second may be; 0: none begins so (Unicode, table 3-7). */
static unsigned
utf8_length(unsigned char c, unsigned char *low, unsigned char *high)
{
	*low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
	*high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
	return c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
}

/* Whether a block consists of ASCII and whole characters of two bytes, as those of Latin scripts are. */
static bool
is_latin(const char *block)
{
	uint64_t others = ~scan_below(block, 0x80), behind = scan_below(block, 0xC0) & others;
	uint64_t begin = scan_below(block, 0xE0) & ~scan_below(block, 0xC2);

	return others == (begin | behind) && behind == begin << 1 && !(begin >> (SCAN_BLOCK - 1));
}

/* How many bytes at the beginning are such blocks, and then eight by eight ASCII: whole characters. */
static size_t
simple(const char *s, size_t n)
{
	uint64_t word;
	size_t i = 0;

	while (i + SCAN_BLOCK <= n && (scan_ascii(s + i) || is_latin(s + i)))
		i += SCAN_BLOCK;
	for (; i + sizeof word <= n; i += sizeof word) {
		memcpy(&word, s + i, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	return i;
}

/* How many of n bytes are whole characters. *bad: what follows cannot become one, whatever comes. */
static size_t
utf8_check(const char *s, size_t n, bool *bad)
{
	size_t i = simple(s, n);

	while (i < n) {
		unsigned char low, high;
		unsigned length = utf8_length((unsigned char)s[i], &low, &high), k = 1;

		for (; k < length && i + k < n; k++, low = 0x80, high = 0xBF)
			if ((unsigned char)s[i + k] < low || (unsigned char)s[i + k] > high)
				length = 0;
		*bad = length == 0;
		if (*bad || k < length)
			return i;
		i += length;
		i += simple(s + i, n - i);
	}
	return i;
}

/*
 * read(2) that goes on after a signal and waits where the descriptor does not block. The end, once it came, stays the end: a
 * terminal would have to be told again.
 */
static ssize_t
get(struct source *src, char *to, size_t n)
{
	for (;;) {
		ssize_t got = src->over ? 0 : read(src->fd, to, n);
		int error = errno;

		progress_tick(src->counted && got > 0 ? (size_t)got : 0);
		src->over = got == 0;
		if (got >= 0)
			return got;
		errno = error;
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			poll(&(struct pollfd){.fd = src->fd, .events = POLLIN}, 1, -1);
		else if (errno != EINTR)
			return got;
	}
}

static void
fail(struct source *src)
{
	if (errno == EISDIR)
		diag_error(STATUS_IO, (struct pos){src->name, 0, 0}, "this is a directory; name the files in it, as in DIRECTORY/*");
	else
		diag_error(STATUS_IO, (struct pos){src->name, 0, 0}, "cannot read: %s", strerror(errno));
	src->state = READ_FAIL;
	src->reported = true;
}

/* What is no text, by its first bytes, and what to do about it. */
static const struct {
	struct str bytes;
	const char *what;
	bool text; /* text in an encoding that iconv reads */
} signatures[] = {
	{STR("\x1F\x8B"), "gzip; try zcat", false},
	{STR("BZh"), "bzip2; try bzcat", false},
	{STR("\xFD" "7zXZ"), "xz; try xzcat", false},
	{STR("\x28\xB5\x2F\xFD"), "zstd; try zstdcat", false},
	{STR("PK\x03\x04"), "a zip archive or an Excel workbook; unpack it, or save the sheet as CSV", false},
	{STR("\xD0\xCF\x11\xE0"), "an old Excel or Word file; save the sheet as CSV", false},
	{STR("From: <Saved by "), "MHTML, a page with its pictures in one file; save the page as HTML only", false},
	{STR("\x7F" "ELF"), "a program; is that the right file?", false},
	{STR("%PDF-"), "PDF; try pdftotext -layout", false},
	{STR("\x89PNG"), "an image; the figures have to be there as text", false},
	{STR("\xFF\xD8\xFF"), "an image; the figures have to be there as text", false},
	{STR("GIF8"), "an image; the figures have to be there as text", false},
	{STR("\xFF\xFE"), "UTF-16; try --encoding=UTF-16", true},
	{STR("\xFE\xFF"), "UTF-16; try --encoding=UTF-16", true},
};

/* Whether the first n bytes of the input are too few to tell: there may be a longer signature, or UTF-16 without a mark. */
static bool
is_open(const char *s, size_t n)
{
	bool open = n < 4;

	for (size_t i = 0; i < countof(signatures) && !open; i++)
		open = n < signatures[i].bytes.n && str_starts(signatures[i].bytes, (struct str){s, n});
	return open;
}

/* Whether the first n bytes of the input begin something that is not text, which is reported. */
static bool
refused(struct source *src, const char *s, size_t n)
{
	const char *what = NULL;

	for (size_t i = 0; i < countof(signatures) && !what; i++)
		if (str_starts((struct str){s, n}, signatures[i].bytes) && !(signatures[i].text && src->iconv))
			what = signatures[i].what;
	/* two characters of ASCII in UTF-16 without a mark */
	if (!what && !src->iconv && n >= 4 && !s[0] != !s[1] && !s[0] == !s[2] && !s[1] == !s[3])
		what = s[0] ? "UTF-16; try --encoding=UTF-16LE" : "UTF-16; try --encoding=UTF-16BE";
	if (!what)
		return false;
	diag_error(STATUS_BAD, (struct pos){src->name, 0, 0}, "looks like %s", what);
	src->state = READ_BAD;
	src->reported = true;
	src->end = src->at = src->data;
	return true;
}

/* read(2) of n bytes; of the first ones of the input as many as its signature needs, and a look at that. */
static ssize_t
get_first(struct source *src, char *to, size_t n)
{
	ssize_t got, had = 0;

	do {
		got = get(src, to + had, n - (size_t)had);
		had += got > 0 ? got : 0;
	} while (src->fresh && got > 0 && is_open(to, (size_t)had));
	if (got < 0) {
		fail(src);
		return -1;
	}
	if (src->fresh && refused(src, to, (size_t)had))
		return -1;
	return had;
}

/* Reads plain bytes behind `end`; `state` tells what comes after them. A character is held back until it is whole. */
static void
more_plain(struct source *src, size_t room)
{
	ssize_t n = get_first(src, src->end + src->held, room - src->held);
	size_t have, good;
	bool bad = false;

	if (n < 0)
		return;
	have = src->held + (size_t)n;
	good = utf8_check(src->end, have, &bad);
	src->end += good;
	src->held = (unsigned char)(bad ? 0 : have - good);
	if (bad || (n == 0 && src->held > 0))
		src->state = READ_BAD;
	else if (n == 0)
		src->state = READ_END;
}

/* The same through iconv. */
static void
more_converted(struct source *src, size_t room)
{
	struct source_iconv *ic = src->iconv;
	char *in = ic->raw, *out = src->end;
	ssize_t n = get_first(src, ic->raw + ic->n, RAW - ic->n);

	if (n < 0)
		return;
	if (n == 0) {
		/* some encodings keep a character back until it is known what follows */
		iconv(ic->cd, NULL, NULL, &out, &room);
		src->end = out;
		src->state = ic->n ? READ_BAD : READ_END;
		return;
	}
	ic->n += (size_t)n;
	/* E2BIG cannot be: the room is larger than what RAW bytes can grow to */
	if (iconv(ic->cd, &in, &ic->n, &out, &room) == (size_t)-1 && errno == EILSEQ)
		src->state = READ_BAD;
	memmove(ic->raw, in, ic->n);
	src->end = out;
}

/* Tells what a bad state is about, once. */
static void
report(struct source *src)
{
	struct pos pos = end_pos(src);

	if (src->reported || src->state != READ_BAD)
		return;
	src->reported = true;
	if (src->iconv)
		diag_error(STATUS_BAD, pos, "what follows is not %s; is --encoding right?", src->iconv->encoding);
	else if (src->offset == 0 && src->end == src->data)
		diag_error(STATUS_BAD, pos, "not UTF-8 from the first byte on: if it is text in another encoding, name it, "
		           "as in --encoding=UTF-16 or --encoding=ISO-8859-1");
	else
		diag_error(STATUS_BAD, pos, "what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1");
}

/* Room behind `end` for a read: moves what is kept to the front, then doubles. False: too much would have to be kept. */
static bool
make_room(struct source *src, const char *what)
{
	size_t kept = (size_t)(src->end - src->at);

	src->offset += src->at - src->data;
	memmove(src->data, src->at, kept + src->held);
	if (kept >= SOURCE_MAX) {
		diag_error(STATUS_BAD, source_pos(src, src->data), "%s is longer than %zu MiB", what, SOURCE_MAX >> 20);
		src->state = READ_BAD;
		src->reported = true;
	} else if (src->cap - kept < CHUNK / 2) {
		src->cap *= 2;
		src->data = mem_resize(src->data, src->cap + SOURCE_PAD, 1);
	}
	src->at = src->data;
	src->end = src->data + kept;
	return src->state == READ_OK;
}

/* Drops a byte order mark: the first read brought enough bytes to tell. */
static void
drop_mark(struct source *src)
{
	if (str_starts((struct str){src->at, (size_t)(src->end - src->at)}, S("\xEF\xBB\xBF"))) {
		src->at += 3;
		src->line_offset = 3;
	}
	src->fresh = false;
}

/* Keeps what came in behind the first `had` bytes, as long as it belongs to the beginning. */
static void
keep_head(struct source *src, size_t had)
{
	size_t n = (size_t)(src->end - src->at) - had, room = SOURCE_HEAD - src->head.n;

	buf_add(&src->head, (struct str){src->at + had, n < room ? n : room});
}

/* source_fill() that does not tell of bytes that are not UTF-8. */
static enum read
fill(struct source *src, const char *what)
{
	size_t had = (size_t)(src->end - src->at);

	while (src->state == READ_OK && make_room(src, what)) {
		size_t room = src->cap - (size_t)(src->end - src->data);

		(src->iconv ? more_converted : more_plain)(src, room);
		pad(src);
		if (src->fresh)
			drop_mark(src);
		if ((size_t)(src->end - src->at) <= had)
			continue;
		if (src->head.n < SOURCE_HEAD)
			keep_head(src, had);
		return READ_OK;
	}
	return src->state;
}

enum read
source_fill(struct source *src, const char *what)
{
	enum read got = fill(src, what);

	if (got != READ_OK)
		report(src);
	return got;
}

size_t
source_peek(struct source *src, size_t want)
{
	while ((size_t)(src->end - src->at) < want && src->state == READ_OK)
		if (fill(src, "the beginning") != READ_OK)
			break;
	return (size_t)(src->end - src->at);
}

enum read
source_peek_line(struct source *src, struct str *line)
{
	size_t seen = 0;
	char *lf;

	while (!(lf = memchr(src->at + seen, '\n', (size_t)(src->end - src->at) - seen))) {
		enum read got;

		seen = (size_t)(src->end - src->at);
		got = source_fill(src, "a line");
		if (got == READ_END && seen > 0)
			break;
		if (got != READ_OK)
			return got;
	}
	*line = (struct str){src->at, lf ? (size_t)(lf + 1 - src->at) : seen};
	return READ_OK;
}

enum read
source_line(struct source *src, struct str *line)
{
	enum read got;

	if (src->line_pending)
		source_newline(src, src->at);
	src->line_pending = false;
	if ((got = source_peek_line(src, line)) != READ_OK)
		return got;
	src->at += line->n;
	src->line_pending = line->s[line->n - 1] == '\n';
	return READ_OK;
}

enum read
source_bare_cr(struct pos pos)
{
	diag_error(STATUS_BAD, pos, "a carriage return that ends no line; if it is meant to, convert the file: tr '\\r' '\\n'");
	return READ_BAD;
}
