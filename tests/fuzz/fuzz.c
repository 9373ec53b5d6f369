/* fuzz: see fuzz.h. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "decimal.h"
#include "fuzz.h"

#define FUZZ_IN 100000 /* no process has so many files open */
#define SHOWN 8000     /* bytes of a transcript, where one is wrong */

const char *fuzz_encoding;
struct buf fuzz_written;

/* What read(2) gives. */
static struct {
	struct str rest;
	size_t piece; /* 0: all that fits */
	char behind;  /* what lies in the buffer behind what was read: readers may look at it, and must not care */
} feed;

static struct buf said, noted; /* noted: what a person is told under -v, whose order says nothing */
static bool hears;
static size_t errors;     /* that were said */
static enum read ended;   /* see fuzz_end() */

ssize_t
read(int fd, void *to, size_t n)
{
	size_t got, more;

	if (fd != FUZZ_IN)
		return syscall(SYS_read, fd, to, n);
	got = feed.piece && feed.piece < n ? feed.piece : n;
	got = got < feed.rest.n ? got : feed.rest.n;
	more = n - got < SOURCE_PAD ? n - got : SOURCE_PAD;
	if (got > 0) {
		memcpy(to, feed.rest.s, got);
		memset((char *)to + got, feed.behind, more);
	}
	feed.rest = str_skip(feed.rest, got);
	return (ssize_t)got;
}

/* A message is one line: PROGRAM: FILE:LINE:COLUMN: SEVERITY: TEXT, and nothing in it that a terminal might obey. */
static void
hear(struct str line)
{
	struct str rest = line;

	fuzz_check(line.n > 1 && line.n <= DIAG_MAX && line.s[line.n - 1] == '\n', "a message that is no line");
	for (size_t i = 0; i + 1 < line.n; i++) {
		fuzz_check((unsigned char)line.s[i] >= 0x20 && line.s[i] != 0x7F, "a control character in a message");
		fuzz_check(line.s[i] != '\xC2' || (unsigned char)line.s[i + 1] >= 0xA0 || line.s[i + 1] == '\n',
		           "a control of C1 in a message");
	}
	fuzz_check(str_starts(rest, S("poc-tools: ")), "a message without the program");
	rest = str_skip(rest, strlen("poc-tools: "));
	if (str_starts(rest, S("in:")))
		for (rest = str_skip(rest, 2); rest.n > 1 && rest.s[0] == ':' && str_digits(str_skip(rest, 1)) > 0;)
			rest = str_skip(rest, 1 + str_digits(str_skip(rest, 1)));
	buf_add(str_starts(rest, S(": note: ")) ? &noted : &said, line);
	errors += str_starts(rest, S(": error: ")) || str_starts(rest, S("error: "));
}

ssize_t
write(int fd, const void *from, size_t n)
{
	if (fd == STDERR_FILENO && hears)
		hear((struct str){from, n});
	else if (fd == FUZZ_OUT)
		buf_add(&fuzz_written, (struct str){from, n});
	else
		return syscall(SYS_write, fd, from, n);
	return (ssize_t)n;
}

bool
fuzz_input(struct fuzz_input *in, const uint8_t *data, size_t size)
{
	if (size < 2)
		return false;
	in->piece = data[0] % 17 ? data[0] % 17 : 4096;
	in->option = data[1];
	in->text = (struct str){(const char *)data + 2, size - 2};
	/* any byte that could mean something */
	feed.behind = "\"0,\n}x <-\\"[(data[0] / 17) % 10];
	diag_set((struct diag_mode){.verbose = true});
	return true;
}

void
fuzz_end(struct buf *out, enum read got)
{
	static const char *const words[] = {[READ_OK] = "OK", [READ_END] = "END", [READ_BAD] = "BAD", [READ_FAIL] = "FAIL"};

	ended = got;
	fuzz_note(out, "%s\n", words[got]);
}

/* Reads the source, and closes it. */
static void
hear_all(fuzz_reader *reader, struct source *src, struct buf *out)
{
	out->n = said.n = noted.n = errors = 0;
	ended = READ_OK;
	hears = true;
	reader(src, out);
	source_close(src);
	hears = false;
	buf_add(out, buf_str(&said));
	buf_add(out, buf_str(&noted));
	if ((errors > 0) != (ended != READ_END))
		fuzz_equal("errors that were said", ended == READ_END ? S("none") : S("some"), buf_str(out));
}

void
fuzz_transcript(fuzz_reader *reader, struct str text, size_t piece, struct buf *out)
{
	struct source src;

	feed.rest = text;
	feed.piece = piece;
	if (!source_fd(&src, FUZZ_IN, "in", fuzz_encoding))
		abort();
	hear_all(reader, &src, out);
}

void
fuzz_memory(fuzz_reader *reader, struct str text, struct buf *out)
{
	struct buf copy = {.n = 0};
	struct source src;

	buf_add(&copy, text);
	memset(buf_room(&copy, SOURCE_PAD), feed.behind, SOURCE_PAD);
	source_mem(&src, copy.data, copy.n, (struct pos){"in", 1, 1});
	hear_all(reader, &src, out);
	free(copy.data);
}

void
fuzz_alike(fuzz_reader *reader, const struct fuzz_input *in, struct buf *out)
{
	struct buf other = {.n = 0};

	fuzz_transcript(reader, in->text, 1, out);
	if (in->piece > 1) {
		fuzz_transcript(reader, in->text, in->piece, &other);
		fuzz_equal("in pieces", buf_str(out), buf_str(&other));
	}
	fuzz_transcript(reader, in->text, 0, &other);
	fuzz_equal("whole", buf_str(out), buf_str(&other));
	free(other.data);
}

void
fuzz_note(struct buf *b, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_add(b, (struct str){text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1});
}

void
fuzz_text(struct buf *b, struct str text)
{
	fuzz_note(b, "%zu<", text.n);
	buf_add(b, text);
	buf_add(b, S("> "));
}

bool
fuzz_bare(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.s[i] != '\0' && strchr(",\"\r\n", text.s[i]))
			return false;
	return text.n == 0 || str_eq(str_trim_blanks(text), text);
}

void
fuzz_padded(struct str text, size_t n)
{
	volatile char any;

	for (size_t i = text.n; i < text.n + n; i++)
		any = text.s[i];
	(void)any;
}

/* An amount that may stand for the text of a cell. */
static void
check_amount(const struct amount *amount, struct str text)
{
	struct dec wanted, value;
	char a[DEC_MAX], b[DEC_MAX];
	size_t n;

	if (!amount->known)
		return;
	fuzz_check(dec_parse(&wanted, text, DOUBLE_DIGITS) == DEC_OK, "an amount of what is no number");
	value = amount_value(amount);
	n = dec_format(&wanted, a);
	fuzz_equal("an amount's value", (struct str){a, n}, (struct str){b, dec_format(&value, b)});
	if (amount->length > 0)
		fuzz_equal("an amount's text", (struct str){a, n}, (struct str){amount->text, amount->length});
}

void
fuzz_record(struct buf *out, const struct record *r, bool places)
{
	static const char kinds[] = "RPLIE";
	const struct chart *chart = r->kind == RECORD_ROW ? r->chart : NULL;

	fuzz_note(out, "%c%s", kinds[r->kind], chart ? "C" : "");
	if (places)
		fuzz_note(out, "%zu:%zu of %zu%s%s", r->at.line, r->at.column, r->value, r->apart ? " apart" : "", r->cut ? " cut" : "");
	fuzz_note(out, "(");
	for (size_t i = 0; i < r->shape->n; i++) {
		struct str text = r->cell[i].text;

		fuzz_text(out, r->shape->name[i]);
		fuzz_note(out, "%d@%u ", (int)r->cell[i].kind, r->cell[i].element);
		fuzz_text(out, text);
		fuzz_check(!r->bare || fuzz_bare(text), "a text of a bare record that is not bare");
		if (r->padded)
			fuzz_padded(text, text.n ? RECORD_PAD : 1);
		if (chart && chart->amount)
			check_amount(&chart->amount[chart_at(chart, i, chart->next - 1)], text);
	}
	fuzz_note(out, ")\n");
}

void
fuzz_check(bool holds, const char *what)
{
	if (holds)
		return;
	hears = false;
	fprintf(stderr, "fuzz: %s\n", what);
	abort();
}

void
fuzz_equal(const char *what, struct str want, struct str got)
{
	size_t same = 0;

	if (str_eq(want, got))
		return;
	hears = false;
	while (same < want.n && same < got.n && want.s[same] == got.s[same])
		same++;
	fprintf(stderr, "fuzz: %s: differs behind %zu bytes: wanted\n%.*s\ngot\n%.*s\n", what, same,
	        (int)(want.n < SHOWN ? want.n : SHOWN), want.n ? want.s : "",
	        (int)(got.n < SHOWN ? got.n : SHOWN), got.n ? got.s : "");
	abort();
}
