/*
 * command: what the four programs share: the common options, their inputs, their output, their exit status.
 *
 *     command_start(&opts, argc, argv);
 *     while ((src = command_input()))
 *             ... read it, command_row() ..., command_read(...)
 *     return command_finish();
 */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include "csvout.h"
#include "decimal.h"
#include "opts.h"
#include "reading.h"
#include "selection.h"
#include "source.h"

/* What the common options said. Set by command_start(), read by everybody. */
extern struct command {
	struct reading_how reading;
	bool check;
	bool provenance;
	/* private */
	bool no_header, hxl, excel, progress, schema;
	int decimals; /* -1: as they are */
	const char *encoding, *output;
	struct diag_mode mode;
	struct selection_years years;
	struct selection_codes countries;
} command;

/* Sets the program's name, parses the command line (common options are added to opts), prepares inputs and output. */
void command_start(struct opts *, int argc, char **argv);

/* The next input, opened: standard input, or each FILE in turn; NULL behind the last. The one before is closed. */
struct source *command_input(void);

/* Opens a file to read, for the caller to close; "-" is standard input, of which a terminal is told. -1: reported. */
int command_open(const char *name);

/*
 * An input has been read to its end, or to where that failed (got). found: the figures or rows in it; where there are none, it
 * says so: "no WHAT found", and why, if the reading knows, or else what was looked for.
 */
void command_read(enum read got, size_t found, const char *what, const char *looked_for, const struct reading *);

/* Whether the options want only some years or countries. */
bool command_filters(void);
/* Whether the options want rows of that year (2019, or a date of it); of that country. */
bool command_wants_year(struct str year);
bool command_wants_country(struct str iso3);

struct csvout *command_output(void);

/*
 * The header: the names of the columns, unless --no-header, and below them their tags, with --hxl; with --provenance, source
 * and line behind it. Under --schema that is written in its place, and the program ends.
 */
void command_header(const char *const *column, size_t n);
/* The two rows of it, one by one. */
void command_names(const char *const *column, size_t n);
void command_tags(const char *const *column, size_t n);
/* Writes a number as --precision wants it; gives its end. Fields of numbers are plain: see csvout_plain(). */
char *command_put_number(char to[static DEC_MAX], const struct dec *);
/* Adds a number as --precision wants it; empty for NULL. */
void command_number(const struct dec *);
/* Ends a row, and counts it. It comes from there: with --provenance, that is added; empty where the place is not known. */
void command_row(struct pos);
/* Whether rows may be written in place, ends and all: nothing is to be added to them. Counts n of those that were. */
static inline bool
command_in_place(void)
{
	return !command.provenance && !command.excel;
}
void command_rows(const char *end, size_t n);

/* What to say if no row is left in the end; the last reason counts. Static. */
void command_why_nothing(const char *why);

/* Whether everything was read well so far: sums may be printed. */
bool command_whole(void);

/* Ends the output; the exit status. */
int command_finish(void);

#endif
