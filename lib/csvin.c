#include <csv.h>
#include <stdlib.h>
#include "csvin.h"

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
	*in = (struct csvin){.src = src, .delimiter = delimiter};
}

void
csvin_close(struct csvin *in)
{
	if (in->parser) {
		csv_free(in->parser);
		free(in->parser);
	}
	free(in->field);
	free(in->quoted.data);
}

static void
add_field(struct csvin *in, struct str field)
{
	in->field = mem_grow(in->field, in->n, &in->cap, sizeof *in->field);
	in->field[in->n++] = field;
}

/* A field of ours begins and ends without blanks, as libcsv has it: space and tab. */
static struct str
trimmed(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	while (end > s && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	return (struct str){s, (size_t)(end - s)};
}

/* Splits a line that holds no quote. */
static void
split(struct csvin *in, struct str line)
{
	const char *s = line.s, *end = line.s + line.n, *p;

	while ((p = memchr(s, in->delimiter, (size_t)(end - s)))) {
		add_field(in, trimmed(s, p));
		s = p + 1;
	}
	add_field(in, trimmed(s, end));
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
	add_field(in, (struct str){NULL, n});
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

/* The record that begins with this line, by libcsv. */
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
	s = in->quoted.data;
	for (size_t i = 0; i < in->n; s += in->field[i].n, i++)
		in->field[i].s = s;
	return READ_OK;
}

static bool
is_blank(struct str text, char delimiter)
{
	return trimmed(text.s, text.s + text.n).n == 0 && (delimiter != '\t' || memchr(text.s, '\t', text.n) == NULL);
}

enum read
csvin_next(struct csvin *in, struct str **field, size_t *n)
{
	struct str line, text;
	const char *cr;
	enum read got;

	do {
		if ((got = source_line(in->src, &line)) != READ_OK)
			return got;
		text = (struct str){line.s, text_length(line)};
	} while (is_blank(text, in->delimiter));
	in->pos = source_pos(in->src, line.s);
	in->pos.column = 0;
	in->n = 0;
	if (memchr(text.s, '"', text.n)) {
		got = parse(in, line);
	} else if ((cr = memchr(text.s, '\r', text.n))) {
		got = source_bare_cr(source_pos(in->src, cr));
	} else {
		split(in, text);
	}
	*field = in->field;
	*n = in->n;
	return got;
}
