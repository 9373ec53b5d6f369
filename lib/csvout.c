#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "csvout.h"
#include "decimal.h"
#include "diag.h"
#include "scan.h"

#define SHORT ((size_t)1024)     /* a field that is no longer is short: most are */

void
csvout_open(struct csvout *out, int fd, const char *name)
{
	*out = (struct csvout){.fd = fd, .name = name};
}

void
csvout_flush(struct csvout *out)
{
	size_t done = 0;

	while (done < out->row && !out->failed) {
		ssize_t n = write(out->fd, out->buf.data + done, out->row - done);

		if (n >= 0) {
			done += (size_t)n;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			poll(&(struct pollfd){.fd = out->fd, .events = POLLOUT}, 1, -1);
		} else if (errno != EINTR) {
			diag_fault(STATUS_IO, "cannot write %s: %s", out->name, strerror(errno));
			out->failed = true;
		}
	}
	out->buf.n -= out->row;
	if (out->buf.n > 0)
		memmove(out->buf.data, out->buf.data + out->row, out->buf.n);
	out->row = 0;
}

/* The bytes that make quotes necessary, by RFC 4180. */
static const char special[4] = {',', '"', '\n', '\r'};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

void
csvout_excel(struct csvout *out)
{
	out->excel = true;
	buf_add(&out->buf, S("\xEF\xBB\xBF"));
	out->row = out->buf.n;
}

/* Whether a spreadsheet would run the text (https://owasp.org/www-community/attacks/CSV_Injection). */
static bool
is_run(struct str field)
{
	struct dec number;

	return field.n > 0 && strchr("=+-@\t\r", field.s[0]) && field.s[0] != '\0' && dec_parse(&number, field, 0) == DEC_NOT;
}

static void
add_quoted(struct csvout *out, struct str field)
{
	const char *quote;

	buf_byte(&out->buf, '"');
	if (out->excel && is_run(field))
		buf_byte(&out->buf, '\'');
	while ((quote = memchr(field.s, '"', field.n))) {
		size_t n = (size_t)(quote - field.s) + 1;

		buf_add(&out->buf, (struct str){field.s, n});
		buf_byte(&out->buf, '"');
		field = str_skip(field, n);
	}
	buf_add(&out->buf, field);
	buf_byte(&out->buf, '"');
}

/* Whether the n bytes hold one that is special; 16 may be read at a time. */
static inline bool
holds_special(const char *s, size_t n)
{
	bool found = false;

	for (size_t i = 0; i < n && !found; i += 16)
		found = scan_within(scan_any16(s + i, special), n - i) != 0;
	return found;
}

/* Any field (readers may drop blanks at an end). */
static void
add_any(struct csvout *out, struct str field)
{
	size_t begun;

	if (out->fields++ > 0)
		buf_byte(&out->buf, ',');
	begun = out->buf.n;
	if (out->excel && is_run(field))
		buf_byte(&out->buf, '\'');
	buf_room(&out->buf, field.n + 16);
	buf_add(&out->buf, field);
	if (field.n > 0 && (is_blank(field.s[0]) || is_blank(field.s[field.n - 1])
	                    || holds_special(out->buf.data + out->buf.n - field.n, field.n))) {
		out->buf.n = begun;
		add_quoted(out, field);
	}
}

void
csvout_field(struct csvout *out, struct str field)
{
	char *to;

	if (field.n - 1 >= SHORT || out->excel || !str_is_visible(field.s[0]) || !str_is_visible(field.s[field.n - 1])) {
		add_any(out, field);
		return;
	}
	/* it is copied first and looked at then, where there is room for that */
	to = buf_room(&out->buf, 1 + SHORT + 16);
	*to = ',';
	to += out->fields > 0;
	mem_put(to, field.s, field.n);
	if (holds_special(to, field.n)) {
		add_any(out, field);
		return;
	}
	out->fields++;
	out->buf.n = (size_t)(to - out->buf.data) + field.n;
}

/*
 * Adds fields that are plain and fit in one block, commas and all. They are copied first and looked at then: all that is
 * special among them has to be the commas. False, with nothing added, for any others.
 */
static inline bool
add_block(struct csvout *out, const struct str *field, size_t n, bool padded)
{
	char *to = buf_room(&out->buf, 1 + 2 * SCAN_BLOCK + MEM_PAD);
	uint64_t commas = 0;
	size_t at = 0;

	*to = ',';
	to += out->fields > 0;
	for (size_t i = 0; i < n; i++) {
		if (at + field[i].n >= SCAN_BLOCK || !str_is_trim(field[i]))
			return false;
		if (!padded)
			mem_put(to + at, field[i].s, field[i].n);
		else if (field[i].n > 0)
			mem_put_padded(to + at, field[i].s, field[i].n);
		at += field[i].n;
		to[at] = ',';
		commas |= UINT64_C(1) << at++;
	}
	if (scan_within(scan_any(to, special), at) != commas)
		return false;
	out->fields += n;
	out->buf.n = (size_t)(to - out->buf.data) + at - 1;
	return true;
}

static inline void
add_fields(struct csvout *out, const struct str *field, size_t n, bool padded)
{
	if (!out->excel && add_block(out, field, n, padded))
		return;
	for (size_t i = 0; i < n; i++)
		csvout_field(out, field[i]);
}

void
csvout_fields(struct csvout *out, const struct str *field, size_t n)
{
	add_fields(out, field, n, false);
}

void
csvout_padded_fields(struct csvout *out, const struct str *field, size_t n)
{
	add_fields(out, field, n, true);
}

void
csvout_keep(const struct csvout *out, struct csvout_mark mark, struct csvout_part *part)
{
	size_t begun = out->row + mark.bytes;

	part->text.n = 0;
	buf_room(&part->text, out->buf.n - begun + CSVOUT_PART);
	part->text.n = out->buf.n - begun;
	mem_put(part->text.data, out->buf.data + begun, part->text.n);
	part->fields = out->fields - mark.fields;
}

void
csvout_take(struct csvout *out, struct csvout_mark mark, struct csvout_part *part)
{
	csvout_keep(out, mark, part);
	out->buf.n = out->row + mark.bytes;
	out->fields = mark.fields;
}

void
csvout_end_special(struct csvout *out)
{
	if (out->fields == 1 && out->buf.n == out->row)
		buf_add(&out->buf, S("\"\""));
	if (out->excel)
		buf_byte(&out->buf, '\r');
}

void
csvout_row(struct csvout *out, const struct str *field, size_t n)
{
	csvout_fields(out, field, n);
	csvout_end(out);
}

void
csvout_text(struct csvout *out, struct str text)
{
	buf_add(&out->buf, text);
	out->row = out->buf.n;
}

bool
csvout_close(struct csvout *out)
{
	csvout_flush(out);
	free(out->buf.data);
	out->buf.data = NULL;
	return !out->failed;
}
