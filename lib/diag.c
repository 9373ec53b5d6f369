#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "diag.h"

/* One message, as it grows; one byte is kept for the LF. */
struct line {
	char text[DIAG_MAX];
	size_t n;
};

static const char *program = "poc-tools";
static struct diag_mode mode;
static enum status worst;

void
diag_program(const char *name)
{
	program = name;
}

void
diag_set(struct diag_mode m)
{
	mode = m;
}

void
diag_raise(enum status status)
{
	if (status > worst)
		worst = status;
}

enum status
diag_status(void)
{
	return worst;
}

/* A byte that no UTF-8 has: it stands for NUL where printf would stop at one. */
#define NUL_SHOWN '\xFF'

int
diag_length(struct str text)
{
	size_t n = text.n;

	if (n <= DIAG_STR_MAX)
		return (int)n;
	/* at a character's end, which has 4 bytes at the most */
	for (n = DIAG_STR_MAX; n > DIAG_STR_MAX - 3 && ((unsigned char)text.s[n] & 0xC0) == 0x80;)
		n--;
	return (int)n;
}

const char *
diag_shown(struct str text)
{
	static char copies[8][DIAG_STR_MAX + 1];
	static unsigned next;
	char *copy;

	text.n = (size_t)diag_length(text);
	if (text.n == 0 || memchr(text.s, '\0', text.n) == NULL)
		return text.s;
	copy = copies[next++ % countof(copies)];
	for (size_t i = 0; i < text.n; i++)
		copy[i] = text.s[i] ? text.s[i] : NUL_SHOWN;
	copy[text.n] = '\0';
	return copy;
}

/* Adds text, with what a terminal might obey (control characters, C0 and C1) as \xNN. */
static void
add(struct line *line, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *s && line->n < DIAG_MAX - 5; s++) {
		unsigned char c = (unsigned char)*s;

		if (*s == NUL_SHOWN)
			c = 0;
		else if (c == 0xC2 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xA0)
			c = (unsigned char)*++s;
		else if (c >= 0x20 && c != 0x7F) {
			line->text[line->n++] = *s;
			continue;
		}
		line->text[line->n++] = '\\';
		line->text[line->n++] = 'x';
		line->text[line->n++] = hex[c >> 4];
		line->text[line->n++] = hex[c & 15];
	}
}

static void
add_number(struct line *line, size_t n)
{
	char text[32];

	snprintf(text, sizeof text, ":%zu", n);
	add(line, text);
}

/* How many bytes a message on the last line of the terminal has that is to be taken away. */
static size_t drawn;

/* Writes the bytes. What standard error does not take is lost: there is nowhere else to say so. */
static void
put(const char *text, size_t length)
{
	size_t done = 0;

	while (done < length) {
		ssize_t n = write(STDERR_FILENO, text + done, length - done);

		if (n < 0 && errno != EINTR)
			return;
		done += n > 0 ? (size_t)n : 0;
	}
}

void
diag_wipe(void)
{
	char blank[DIAG_MAX];

	if (drawn == 0)
		return;
	memset(blank, ' ', sizeof blank);
	blank[0] = blank[drawn + 1] = '\r';
	put(blank, drawn + 2);
	drawn = 0;
}

/* Makes the line of a message: all but its end. */
static void
compose(struct line *line, struct pos pos, const char *severity, const char *fmt, va_list ap)
{
	char text[DIAG_MAX];

	add(line, program);
	if (pos.file) {
		add(line, ": ");
		add(line, pos.file);
	}
	if (pos.file && pos.line)
		add_number(line, pos.line);
	if (pos.file && pos.line && pos.column)
		add_number(line, pos.column);
	add(line, severity);
	vsnprintf(text, sizeof text, fmt, ap);
	add(line, text);
}

/* Prints one message. */
static void
say(struct pos pos, const char *severity, const char *fmt, va_list ap)
{
	struct line line = {.n = 0};

	compose(&line, pos, severity, fmt, ap);
	line.text[line.n++] = '\n';
	diag_wipe();
	put(line.text, line.n);
}

void
diag_draw(const char *fmt, ...)
{
	struct line line = {.n = 0};
	va_list ap;

	va_start(ap, fmt);
	compose(&line, (struct pos){NULL, 0, 0}, ": ", fmt, ap);
	va_end(ap);
	diag_wipe();
	put(line.text, line.n);
	drawn = line.n;
}

void
diag_hint(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say((struct pos){NULL, 0, 0}, ": ", fmt, ap);
	va_end(ap);
}

bool
diag_verbose(void)
{
	return mode.verbose;
}

void
diag_note(struct pos pos, const char *fmt, ...)
{
	va_list ap;

	if (!mode.verbose)
		return;
	va_start(ap, fmt);
	say(pos, ": note: ", fmt, ap);
	va_end(ap);
}

void
diag_warning(struct pos pos, const char *fmt, ...)
{
	va_list ap;

	if (mode.strict)
		diag_raise(STATUS_NONE);
	if (mode.quiet)
		return;
	va_start(ap, fmt);
	say(pos, ": warning: ", fmt, ap);
	va_end(ap);
}

void
diag_error(enum status status, struct pos pos, const char *fmt, ...)
{
	va_list ap;

	diag_raise(status);
	va_start(ap, fmt);
	say(pos, ": error: ", fmt, ap);
	va_end(ap);
}

void
diag_fault(enum status status, const char *fmt, ...)
{
	va_list ap;

	diag_raise(status);
	va_start(ap, fmt);
	say((struct pos){NULL, 0, 0}, ": error: ", fmt, ap);
	va_end(ap);
}

void
diag_die(enum status status, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say((struct pos){NULL, 0, 0}, ": error: ", fmt, ap);
	va_end(ap);
	exit((int)status);
}
