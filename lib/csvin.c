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

/* Whether a field may have to be trimmed: `starts` is where text begins, `behind` what stands right behind its ends. */
static inline bool
has_edges(uint64_t blanks, uint64_t before, uint64_t starts, uint64_t behind)
{
	return ((blanks & starts) | ((blanks << 1 | before) & behind)) != 0;
}

/* What goes over from one block of a window to the next: bits in bit 0. */
#define CARRY(mask) ((mask) >> (SCAN_BLOCK - 1))
struct carry {
	struct cell *cell;  /* where the next field goes, */
	const char **end;   /* and the end of the next record */
	const char *field;  /* where the field that has not ended begins */
	uint64_t start;     /* of a field, in front of the next block */
	uint64_t blank;
	uint64_t opened, closed, cr; /* a quote, a CR */
	uint64_t open;      /* all ones inside quotes */
};

/* Adds the field that begins at s and ends at the first of `ends`, or with the block; where the next one begins. */
SCAN_INLINE const char *
add_cell(struct cell *to, const char *s, const char *block, uint64_t *ends, bool quoted)
{
	const char *end = block + scan_first(*ends | UINT64_C(1) << (SCAN_BLOCK - 1));
	size_t quote = quoted && *s == '"';

	to->text = (struct str){s + quote, (size_t)(end - s) - 2 * quote};
	*ends &= *ends - 1;
	return end + 1;
}

/*
 * Adds the fields that end in a block. Eight at a time, whether there are as many or not: how many cannot be foreseen, and what
 * is too much is written over by the next block.
 */
SCAN_INLINE void
add_fields(struct carry *c, const char *block, uint64_t ends, bool quoted)
{
	struct cell *to = c->cell;
	const char *s = c->field;

	c->cell += scan_count(ends);
	if (ends)
		c->field = block + scan_last(ends) + 1;
	do {
		s = add_cell(to, s, block, &ends, quoted);
		s = add_cell(to + 1, s, block, &ends, quoted);
		s = add_cell(to + 2, s, block, &ends, quoted);
		s = add_cell(to + 3, s, block, &ends, quoted);
		s = add_cell(to + 4, s, block, &ends, quoted);
		s = add_cell(to + 5, s, block, &ends, quoted);
		s = add_cell(to + 6, s, block, &ends, quoted);
		s = add_cell(to + 7, s, block, &ends, quoted);
		to += 8;
	} while (ends);
}

/* Adds the records that end in a block, with their LF. */
SCAN_INLINE void
add_records(struct carry *c, const char *block, uint64_t ends)
{
	for (; ends; ends &= ends - 1)
		*c->end++ = block + scan_first(ends);
}

/* Adds what ends in a block without quotes and CR, before which nothing is open. Whether a field may have to be trimmed. */
SCAN_INLINE bool
add_bare(struct carry *c, const char *block, struct scan_csv m)
{
	uint64_t blanks = m.blanks & ~m.fields;
	bool ragged = has_edges(blanks, c->blank, m.fields << 1 | c->start, m.fields);

	c->start = CARRY(m.fields);
	c->blank = CARRY(blanks);
	add_fields(c, block, m.fields, false);
	add_records(c, block, m.lines);
	return ragged;
}

/*
 * The same of any block, of which the first n bytes count. Where a quote opens, a field has to begin, and where one closes, a
 * delimiter or the end has to follow; neither LF nor CR may stand between, and behind a CR comes a LF. *bad: that is not so;
 * what ends before is added. *quoted: it has quotes.
 */
SCAN_INLINE bool
add_quoted(struct carry *c, const char *block, struct scan_csv m, size_t n, bool *quoted, bool *bad)
{
	uint64_t quotes = scan_within(scan_like(block, 0, '"'), n), returns = scan_within(scan_like(block, 0, '\r'), n);
	uint64_t inside = scan_inside(quotes) ^ c->open, opening = quotes & inside, closing = quotes & ~inside;
	uint64_t fields = m.fields & ~(inside & ~m.lines), behind = fields | returns, starts = fields << 1 | c->start;
	uint64_t blanks = m.blanks & ~behind;
	uint64_t wrong = (opening & ~starts) | ((closing << 1 | c->closed) & ~behind) | ((m.lines | returns) & inside)
	                 | ((returns << 1 | c->cr) & ~m.lines);
	bool ragged = has_edges(blanks, c->blank, starts | opening << 1 | c->opened, behind | closing);

	wrong = scan_within(wrong, n);
	*bad = wrong != 0;
	*quoted = (quotes | c->open | c->closed) != 0;
	c->start = CARRY(fields);
	c->blank = CARRY(blanks);
	c->opened = CARRY(opening);
	c->closed = CARRY(closing);
	c->cr = CARRY(returns);
	c->open = 0 - CARRY(inside);
	add_fields(c, block, fields, true);
	add_records(c, block, m.lines & ((wrong & (0 - wrong)) - 1));
	return ragged;
}

bool
csvin_look_ahead(struct csvin *in)
{
	const char *block = in->src->at, *end = in->src->end;
	struct carry c = {.field = block, .start = 1};
	struct csvin_mark *mark = in->mark;
	const struct cell *enough;
	bool bad = false;

	in->window = in->next = block;
	in->n = in->records = in->record = 0;
	if (in->delimiter == ' ')
		return false;
	grow(in, CSVIN_FIELDS + SCAN_BLOCK + 8);
	c.cell = in->cell;
	c.end = in->end;
	enough = in->cell + CSVIN_FIELDS;
	if (end - block > CSVIN_WINDOW)
		end = block + CSVIN_WINDOW;
	for (; block < end && !bad && c.cell < enough && c.end < in->end + CSVIN_RECORDS; block += SCAN_BLOCK, mark++) {
		struct scan_csv m = scan_csv(block, in->delimiter);
		size_t n = (size_t)(end - block);
		bool quoted = false, ragged;

		if (n < SCAN_BLOCK) {
			m.fields = scan_within(m.fields, n);
			m.lines = scan_within(m.lines, n);
		}
		if (m.odd || (c.open | c.closed | c.cr) != 0)
			ragged = add_quoted(&c, block, m, n, &quoted, &bad);
		else
			ragged = add_bare(&c, block, m);
		mark[1].quoted = (unsigned short)(mark->quoted + quoted);
		mark[1].ragged = (unsigned short)(mark->ragged + ragged);
	}
	in->records = (size_t)(c.end - in->end);
	in->fields = (size_t)(c.cell - in->cell);
	in->n = 1;
	in->first = 0;
	return in->records > 0;
}

void
csvin_trim(struct cell *cell, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cell[i].text.s[cell[i].text.n] != '"')
			cell[i].text = trimmed(cell[i].text);
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
	buf_pad(&in->quoted, CSVIN_PAD);
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

enum read
csvin_parse(struct csvin *in)
{
	struct str line;
	enum read got = source_line(in->src, &line);

	in->records = in->record = 0;
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
