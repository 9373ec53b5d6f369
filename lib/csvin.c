#include <csv.h>
#include <stdlib.h>
#include "csvin.h"
#include "scan.h"

/* libcsv's buffer grows by this much: by its own 128 bytes, a long field would be copied over and over. */
#define BLOCK ((size_t)64 << 10)

/* What the fields of a record that libcsv parses may come to. */
#define RECORD_MAX (2 * SOURCE_MAX)

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

/* Room for n cells. Their kind is set once and for all. */
static void
grow(struct csvin *in, size_t n)
{
	size_t had = in->cap;

	if (n <= in->cap)
		return;
	in->cap = 2 * n;
	in->cell = mem_resize(in->cell, in->cap, sizeof *in->cell);
	for (size_t i = had; i < in->cap; i++)
		in->cell[i] = (struct cell){.kind = CELL_TEXT};
}

static inline void
add_field(struct csvin *in, const char *s, size_t n)
{
	grow(in, in->n + 1);
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
	short *end;         /* where the end of the next field goes, */
	const char **lf;    /* and that of the next record */
	int at;             /* where the block begins */
	uint64_t start;     /* of a field, in front of the next block */
	uint64_t blank;
	uint64_t opened, closed, cr; /* a quote, a CR */
	uint64_t open;      /* all ones inside quotes */
	unsigned has;       /* the blocks so far: see csvin.mark */
};

/*
 * The end of a field: the first of `ends`, or, where there is none, something else. Written at once: compilers would gather
 * eight of them in a vector, which takes longer than to write them.
 */
SCAN_INLINE void
add_field_end(volatile short *to, int at, uint64_t *ends)
{
	*to = (short)(at + (int)scan_first(*ends | UINT64_C(1) << (SCAN_BLOCK - 1)));
	*ends &= *ends - 1;
}

/*
 * Adds the fields that end in a block. Eight at a time, whether there are as many or not: how many cannot be foreseen, and what
 * is too much is written over by the next block.
 */
SCAN_INLINE void
add_fields(struct carry *c, uint64_t ends)
{
	short *to = c->end;

	c->end += scan_count(ends);
	do {
		add_field_end(to, c->at, &ends);
		add_field_end(to + 1, c->at, &ends);
		add_field_end(to + 2, c->at, &ends);
		add_field_end(to + 3, c->at, &ends);
		add_field_end(to + 4, c->at, &ends);
		add_field_end(to + 5, c->at, &ends);
		add_field_end(to + 6, c->at, &ends);
		add_field_end(to + 7, c->at, &ends);
		to += 8;
	} while (ends);
}

/* Adds the records that end in a block, with their LF. */
SCAN_INLINE void
add_records(struct carry *c, const char *block, uint64_t ends)
{
	for (; ends; ends &= ends - 1)
		*c->lf++ = block + scan_first(ends);
}

/* Adds what ends in a block without quotes and CR, before which nothing is open. */
SCAN_INLINE void
add_bare(struct carry *c, const char *block, struct scan_csv m)
{
	uint64_t blanks = m.blanks & ~m.fields;

	c->has += has_edges(blanks, c->blank, m.fields << 1 | c->start, m.fields) ? CSVIN_RAGGED : 0;
	c->start = CARRY(m.fields);
	c->blank = CARRY(blanks);
	add_fields(c, m.fields);
	add_records(c, block, m.lines);
}

/*
 * The same of any block, of which the first n bytes count. Where a quote opens, a field has to begin, and where one closes, a
 * delimiter or the end has to follow; neither LF nor CR may stand between, and behind a CR comes a LF. False: that is not so;
 * what ends before is added.
 */
SCAN_INLINE bool
add_quoted(struct carry *c, const char *block, struct scan_csv m, size_t n)
{
	uint64_t quotes = scan_within(scan_like(block, 0, '"'), n), returns = scan_within(scan_like(block, 0, '\r'), n);
	uint64_t inside = scan_inside(quotes) ^ c->open, opening = quotes & inside, closing = quotes & ~inside;
	uint64_t fields = m.fields & ~(inside & ~m.lines), behind = fields | returns, starts = fields << 1 | c->start;
	uint64_t blanks = m.blanks & ~behind;
	uint64_t wrong = (opening & ~starts) | ((closing << 1 | c->closed) & ~behind) | ((m.lines | returns) & inside)
	                 | ((returns << 1 | c->cr) & ~m.lines);
	bool ragged = has_edges(blanks, c->blank, starts | opening << 1 | c->opened, behind | closing);

	wrong = scan_within(wrong, n);
	c->has += (quotes | c->open | c->closed) != 0 ? CSVIN_QUOTED : 0;
	c->has += (m.fields & inside) != 0 ? CSVIN_INNER : 0;
	c->has += ragged ? CSVIN_RAGGED : 0;
	c->start = CARRY(fields);
	c->blank = CARRY(blanks);
	c->opened = CARRY(opening);
	c->closed = CARRY(closing);
	c->cr = CARRY(returns);
	c->open = 0 - CARRY(inside);
	add_fields(c, fields);
	add_records(c, block, m.lines & ((wrong & (0 - wrong)) - 1));
	return wrong == 0;
}

SCAN_APART bool
csvin_look_ahead(struct csvin *in)
{
	const char *block = in->src->at, *end = in->src->end;
	struct carry c = {.end = in->end + 1, .lf = in->lf, .start = 1};
	unsigned *mark = in->mark; /* the first one stays 0 */
	bool good = true;

	in->window = in->next = block;
	in->n = in->records = in->record = 0;
	if (in->delimiter == ' ')
		return false;
	in->end[0] = -1;
	if (end - block > CSVIN_WINDOW)
		end = block + CSVIN_WINDOW;
	for (; block < end && good && c.end < in->end + CSVIN_FIELDS && c.lf < in->lf + CSVIN_RECORDS; block += SCAN_BLOCK) {
		struct scan_csv m = scan_csv(block, in->delimiter);
		size_t n = (size_t)(end - block);

		if (n < SCAN_BLOCK) {
			m.fields = scan_within(m.fields, n);
			m.lines = scan_within(m.lines, n);
		}
		if (m.odd || (c.open | c.closed | c.cr) != 0)
			good = add_quoted(&c, block, m, n);
		else
			add_bare(&c, block, m);
		c.at += SCAN_BLOCK;
		*++mark = c.has;
	}
	in->records = (size_t)(c.lf - in->lf);
	in->ends = (size_t)(c.end - in->end - 1);
	in->n = 1;
	in->first = 0;
	return in->records > 0;
}

static void
trim(struct cell *cell, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cell[i].text.s[cell[i].text.n] != '"')
			cell[i].text = trimmed(cell[i].text);
}

SCAN_APART void
csvin_make_cells(struct csvin *in, bool cr)
{
	const char *line = in->fields.text;
	const short *end = in->fields.end;
	struct cell *cell;
	size_t n = in->n;

	grow(in, n);
	cell = in->cell;
	if (in->fields.quoted)
		for (size_t i = 0; i < n; i++)
			cell[i].text = fields_text(&in->fields, i);
	else
		for (ptrdiff_t i = 0, start = end[-1] + 1; i < (ptrdiff_t)n; start = end[i++] + 1)
			cell[i].text = (struct str){line + start, (size_t)(end[i] - start)};
	if (cr)
		in->cell[in->n - 1].text.n--;
	if (in->ragged)
		trim(in->cell, in->n);
	in->fields.end = NULL;
}

SCAN_APART bool
csvin_blank(struct csvin *in)
{
	csvin_cells(in);
	return in->cell[0].text.n == 0 && *in->cell[0].text.s != '"';
}

/* libcsv gives a field: its buffer will be used again, and ours may move, so the fields hold lengths until the record ends. */
static void
on_field(void *s, size_t n, void *arg)
{
	struct csvin *in = arg;

	in->long_field |= n > SOURCE_MAX;
	in->long_record |= in->quoted.n + n > RECORD_MAX;
	if (in->long_field || in->long_record)
		return;
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
	if (in->long_record && !in->long_field)
		diag_error(STATUS_BAD, in->pos, "the fields of a record with quotes are longer than %zu MiB together", RECORD_MAX >> 20);
	else if (in->long_field || csv_error(in->parser) != CSV_EPARSE)
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
	if (n < (cr ? (size_t)(cr - line.s) : text) || in->long_field || in->long_record)
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
	in->complete = in->long_field = in->long_record = false;
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
	/* the last field came when the line ended, or the input */
	if (in->long_field || in->long_record)
		return refuse(in, in->pos);
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

SCAN_APART enum read
csvin_parse(struct csvin *in)
{
	struct str line;
	enum read got = source_line(in->src, &line);

	in->records = in->record = 0;
	if (got != READ_OK)
		return got;
	in->n = 0;
	in->ragged = true;
	in->bare = false;
	in->line.n = 0;
	in->fields.end = NULL;
	in->pos = source_pos(in->src, line.s);
	in->pos.column = 0;
	if (is_blank((struct str){line.s, text_length(line)}, in->delimiter))
		return READ_OK;
	return parse(in, line);
}
