/*
 * diag: what a program says about its input, and the exit status that follows from it.
 *
 * The only module that writes to standard error, and with opts and command the only one that exits. A message is one line,
 *     PROGRAM: FILE:LINE:COLUMN: severity: text
 * whose bytes from outside are escaped where a terminal might obey them. Readers report through it and then return READ_BAD
 * or READ_FAIL; they never decide what happens next.
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include "str.h"

/* A place in an input. line and column count from 1, columns in bytes; 0 means unknown and is not printed. */
struct pos {
	const char *file;
	size_t line, column;
};

/* What reading gave. The latter two have been reported through diag when they are returned, and are final. */
enum read {
	READ_OK,
	READ_END,
	READ_BAD,  /* malformed input */
	READ_FAIL, /* the system said no */
};

/* The exit statuses; the largest one that occurred wins. */
enum status {
	STATUS_OK,
	STATUS_NONE,  /* nothing found, or a check failed */
	STATUS_USAGE, /* the command line makes no sense */
	STATUS_BAD,   /* malformed input */
	STATUS_IO,    /* the system said no: input, output, memory */
};

/* How much is said, and what follows from it: set by the options of the same name. */
struct diag_mode {
	bool quiet;   /* no warnings */
	bool verbose; /* notes, too */
	bool strict;  /* a warning makes the status STATUS_NONE */
};

/* The longest message that is printed whole, in bytes. */
#define DIAG_MAX 1024

#if defined(__GNUC__)
#define DIAG_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define DIAG_PRINTF(fmt, args)
#endif

/* Names the program; before anything else. The name is not copied. */
void diag_program(const char *name);
void diag_set(struct diag_mode);

/* Something normal that is worth knowing under -v. */
void diag_note(struct pos, const char *fmt, ...) DIAG_PRINTF(2, 3);
/* Whether notes are told: for who has to do something for one. */
bool diag_verbose(void);
/* What a person should know who waits, or is waited for. It changes no status. */
void diag_hint(const char *fmt, ...) DIAG_PRINTF(1, 2);
/* The same on a terminal's last line, over what was drawn there before. The next message, or diag_wipe(), takes it away. */
void diag_draw(const char *fmt, ...) DIAG_PRINTF(1, 2);
void diag_wipe(void);
/* Figures may be missing, or not what they seem; what was read is right. */
void diag_warning(struct pos, const char *fmt, ...) DIAG_PRINTF(2, 3);
/* An error; raises the exit status to `status`. */
void diag_error(enum status, struct pos, const char *fmt, ...) DIAG_PRINTF(3, 4);
/* An error that has no place in an input. */
void diag_fault(enum status, const char *fmt, ...) DIAG_PRINTF(2, 3);
/* The same for out of memory and a wrong command line: says it and exits. */
_Noreturn void diag_die(enum status, const char *fmt, ...) DIAG_PRINTF(2, 3);

/* Raises the exit status without a word. */
void diag_raise(enum status);
enum status diag_status(void);

/* For printf: a str as "%.*s" arguments, cut at a length that leaves room for the rest of the message. */
#define DIAG_STR(str) diag_length(str), diag_shown(str)
#define DIAG_STR_MAX 200
int diag_length(struct str);
/* The bytes of a str as printf can take them: where it holds NUL, a copy that lasts for the next few calls. */
const char *diag_shown(struct str);

#endif
