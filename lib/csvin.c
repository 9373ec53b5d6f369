#include <csv.h>
#include <stdlib.h>
#include "csvin.h"
#include "scan.h"

/* libcsv's buffer grows by this much: by its own 128 bytes, a long field would be copied over and over. */
#define BLOCK ((size_t)64 << 10)

/* What libcsv asks its memory of: a field that outgrows the bound is refused as if there were no memory. */
static void *
capped_realloc(void *p, size_t n)
{
	return n > SOURCE_MAX + BLOCK ? NULL : mem_resize(p, n, 1);
}

void
csvin_open(struct csvin *in, struct source *src, char delimiter)
{
	*in = (struct csvin){.src = src, .delimiter = delimiter, .pos.file = src->name};
}

void
csvin_close(struct csvin *in)
{
	if (in->parser) {
		csv_free(in->parser);
		free(in->parser);
	}
	free(in->cell);
	free(in->quoted.data);
}

/* Room for `more` cells behind the n that are used. Their kind is set once and for all. */
static void
grow(struct csvin *in, size_t more)
{
	size_t had = in->cap;

	if (in->cap - in->n >= more)
		return;
	in->cap = 2 * in->cap + more;
	in->cell = mem_resize(in->cell, in->cap, sizeof *in->cell);
	for (size_t i = had; i < in->cap; i++)
		in->cell[i] = (struct cell){.kind = CELL_TEXT};
}

static inline void
add_field(struct csvin *in, const char *s, size_t n)
{
	grow(in, 1);
	in->cell[in->n++].text = (struct str){s, n};
}

/* A field of ours begins and ends without blanks, as libcsv has it: space and tab. */
static struct str
trimmed(struct str text)
{
	while (text.n > 0 && (text.s[0] == ' ' || text.s[0] == '\t'))
		text = str_skip(text, 1);
	while (text.n > 0 && (text.s[text.n - 1] == ' ' || text.s[text.n - 1] == '\t'))
		text.n--;
	return text;
}

/* A line whose text ends at `end` is consumed; nothing is, if that is not the end of a line. */
static inline bool
take_line(struct source *src, const char *end)
{
	if (*end == '\r' && end + 1 < src->end)
		end++;
	if (*end != '\n')
		return false;
	source_take_line(src, end + 1);
	return true;
}

/* Adds the fields that end in a block, the first of which begins at s; where the next one begins. */
static inline const char *
add_fields(struct csvin *in, const char *s, const char *block, uint64_t ends, bool quoted)
{
	struct cell *to;

	if (in->cap - in->n <= SCAN_BLOCK)
		grow(in, SCAN_BLOCK + 1);
	to = in->cell + in->n;
	for (; ends; ends &= ends - 1, to++) {
		const char *end = block + scan_first(ends);
		size_t quote = quoted && *s == '"';

		to->text = (struct str){s + quote, (size_t)(end - s) - 2 * quote};
		s = end + 1;
	}
	in->n = (size_t)(to - in->cell);
	return s;
}

/* What a block of a window holds, the window ending at `end`. */
SCAN_INLINE struct scan_csv
look(const struct csvin *in, const char *block, const char *end)
{
	struct scan_csv m = scan_csv(block, in->delimiter);

	if (end - block < SCAN_BLOCK) {
		m.delimiters = scan_within(m.delimiters, (size_t)(end - block));
		m.quotes = scan_within(m.quotes, (size_t)(end - block));
		m.ends = scan_within(m.ends, (size_t)(end - block));
	}
	return m;
}

/* Whether a field may have to be trimmed: `starts` is where fields begin, `behind` what stands right behind their ends. */
static inline bool
has_edges(uint64_t blanks, uint64_t before, uint64_t starts, uint64_t behind)
{
	return ((blanks & starts) | ((blanks << 1 | before) & behind)) != 0;
}

/* What goes over from one block to the next, in bit 0. */
#define CARRY(mask) ((mask) >> (SCAN_BLOCK - 1))

/*
 * The record that lies ahead, if it is a line without a quote, its LF included: fields stay where they are. A blank line has no
 * field. False, with nothing taken: it is something else, or its end is not there yet.
 */
static bool
take_bare(struct csvin *in)
{
	const char *begin = in->src->at, *s = begin, *block = begin, *end = in->src->end;
	uint64_t starts = 1, blank = 0, stop = 0;
	bool edges = false;

	in->n = 0;
	for (; !stop; block += SCAN_BLOCK) {
		struct scan_csv m;
		uint64_t fields, blanks;

		if (block >= end)
			return false;
		m = look(in, block, end);
		stop = m.ends & (0 - m.ends);
		if (m.quotes & (stop - 1))
			return false;
		fields = m.delimiters & (stop - 1);
		blanks = m.blanks & ~fields & (stop - 1);
		starts |= fields << 1;
		edges |= has_edges(blanks, blank, starts, fields | stop);
		starts = CARRY(fields);
		blank = CARRY(blanks);
		s = add_fields(in, s, block, fields | stop, false);
	}
	if (!take_line(in->src, s - 1))
		return false;
	in->ragged = edges;
	for (size_t i = 0; edges && i < in->n; i++)
		in->cell[i].text = trimmed(in->cell[i].text);
	if (in->n == 1 && in->cell[0].text.n == 0)
		in->n = 0;
	in->bare = edges ? S("") : (struct str){begin, (size_t)(s - 1 - begin)};
	return true;
}

/*
 * The same of a line whose quotes surround whole fields and stand nowhere else: such a record has one reading, too. Where a
 * quote opens, a field has to begin, and where one closes, a delimiter or the end has to follow; neither LF nor CR may stand
 * between, and no blank at an end of another field.
 */
static bool
take_quoted(struct csvin *in)
{
	const char *s = in->src->at, *block = s, *end = in->src->end;
	uint64_t starts = 1, blank = 0, stop = 0, opened = 0, closed = 0, open = 0;
	bool clean = true;

	in->n = 0;
	in->ragged = false;
	in->bare.n = 0;
	for (; !stop && clean; block += SCAN_BLOCK) {
		struct scan_csv m;
		uint64_t inside, before, fields, opening, closing, blanks;

		if (block >= end)
			return false;
		m = look(in, block, end);
		inside = scan_inside(m.quotes) ^ open;
		stop = (m.ends & ~inside) & (0 - (m.ends & ~inside));
		before = stop - 1;
		fields = m.delimiters & ~inside & before;
		opening = m.quotes & inside & before;
		closing = m.quotes & ~inside & before;
		blanks = m.blanks & ~fields & before;
		starts |= fields << 1;
		clean = ((opening & ~starts) | ((closing << 1 | closed) & ~(fields | stop)) | (m.ends & inside & before)) == 0
		        && !has_edges(blanks, blank, starts, fields | stop);
		in->ragged |= has_edges(blanks, blank, opening << 1 | opened, closing);
		starts = CARRY(fields);
		opened = CARRY(opening);
		closed = CARRY(closing);
		blank = CARRY(blanks);
		open = 0 - CARRY(inside);
		s = add_fields(in, s, block, fields | stop, true);
	}
	return clean && take_line(in->src, s - 1);
}

/*
 * The record that lies ahead, if it is clean. Blanks between fields that lose their blanks are a question of their own, and not
 * answered here.
 */
static bool
take_clean(struct csvin *in)
{
	const char *s = in->src->at;

	in->n = 0;
	if (s == in->src->end || in->delimiter == ' ')
		return false;
	return (*s != '"' && take_bare(in)) || take_quoted(in);
}

/* libcsv gives a field: its buffer will be used again, and ours may move, so the fields hold lengths until the record ends. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct csvin *in = arg;

	if (n > SOURCE_MAX || in->quoted.n + n > 2 * SOURCE_MAX) {
		in->oversize = true;
		return;
	}
	buf_add(&in->quoted, (struct str){s, n});
	add_field(in, NULL, n);
}

static void
on_record(int c, void *arg)
{
	(void)c;
	((struct csvin *)arg)->complete = true;
}

static struct csv_parser *
make_parser(char delimiter)
{
	struct csv_parser *p = mem_alloc(1, sizeof *p);

	if (csv_init(p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		diag_die(STATUS_IO, "libcsv does not start");
	csv_set_delim(p, (unsigned char)delimiter);
	csv_set_blk_size(p, BLOCK);
	csv_set_realloc_func(p, capped_realloc);
	return p;
}

/* Says what libcsv did not like, or what was too long. Never csv_fini() after this: it would go on. */
static enum read
refuse(struct csvin *in, struct pos pos)
{
	if (in->oversize || csv_error(in->parser) != CSV_EPARSE)
		diag_error(STATUS_BAD, in->pos, "a quoted field is longer than %zu MiB", SOURCE_MAX >> 20);
	else
		diag_error(STATUS_BAD, pos, "a quote (\") inside a field: a field that holds quotes must itself stand in quotes, "
		           "with every inner quote doubled");
	return READ_BAD;
}

/* The end of the line's text: before its LF or CRLF. */
static size_t
text_length(struct str line)
{
	size_t n = line.n;

	if (n > 0 && line.s[n - 1] == '\n')
		n--;
	if (n > 0 && n < line.n && line.s[n - 1] == '\r')
		n--;
	return n;
}

/* The first CR outside quotes; NULL for none. A line inside a quoted field begins in quotes. */
static const char *
bare_cr(struct str text, bool quoted)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\r' && !quoted)
			return text.s + i;
		quoted = quoted != (text.s[i] == '"');
	}
	return NULL;
}

/* Feeds one line to libcsv, the end of the line by itself; in->complete tells whether the record ended with it. */
static enum read
feed(struct csvin *in, struct str line, bool quoted)
{
	size_t text = text_length(line), n;
	const char *cr = memchr(line.s, '\r', text) ? bare_cr((struct str){line.s, text}, quoted) : NULL;

	n = csv_parse(in->parser, line.s, cr ? (size_t)(cr - line.s) : text, on_field, on_record, in);
	if (n < (cr ? (size_t)(cr - line.s) : text) || in->oversize)
		return refuse(in, source_pos(in->src, line.s + n));
	/* libcsv would end the record there */
	if (cr)
		return source_bare_cr(source_pos(in->src, cr));
	if (csv_parse(in->parser, line.s + text, line.n - text, on_field, on_record, in) < line.n - text)
		return refuse(in, source_pos(in->src, line.s + text));
	return READ_OK;
}

/* The record that begins with this line, by libcsv: any that there can be. */
static enum read
parse(struct csvin *in, struct str line)
{
	enum read got;
	const char *s;

	if (in->parser == NULL)
		in->parser = make_parser(in->delimiter);
	in->quoted.n = 0;
	in->complete = in->oversize = false;
	for (bool quoted = false;; quoted = true) {
		if ((got = feed(in, line, quoted)) != READ_OK)
			return got;
		if (in->complete)
			break;
		if ((got = source_line(in->src, &line)) == READ_END) {
			if (csv_fini(in->parser, on_field, on_record, in) != 0) {
				diag_error(STATUS_BAD, in->pos, "the record that begins here has a quoted field that never ends");
				return READ_BAD;
			}
			break;
		}
		if (got != READ_OK)
			return got;
	}
	buf_room(&in->quoted, CSVIN_PAD);
	s = in->quoted.data;
	for (size_t i = 0; i < in->n; s += in->cell[i].text.n, i++)
		in->cell[i].text.s = s;
	return READ_OK;
}

static bool
is_blank(struct str text, char delimiter)
{
	return trimmed(text).n == 0 && (delimiter != '\t' || memchr(text.s, '\t', text.n) == NULL);
}

/* The record that begins with the next line; a blank one has no field. */
static enum read
take_any(struct csvin *in)
{
	struct str line;
	enum read got = source_line(in->src, &line);

	if (got != READ_OK)
		return got;
	in->n = 0;
	in->ragged = true;
	in->bare.n = 0;
	in->pos = source_pos(in->src, line.s);
	in->pos.column = 0;
	if (is_blank((struct str){line.s, text_length(line)}, in->delimiter))
		return READ_OK;
	return parse(in, line);
}

enum read
csvin_next(struct csvin *in, struct cell **cell, size_t *n)
{
	do {
		enum read got;

		if (take_clean(in))
			in->pos.line = in->src->line;
		else if ((got = take_any(in)) != READ_OK)
			return got;
	} while (in->n == 0);
	*cell = in->cell;
	*n = in->n;
	return READ_OK;
}
