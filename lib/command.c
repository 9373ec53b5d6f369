#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "command.h"
#include "confine.h"
#include "outfile.h"
#include "progress.h"
#include "schema.h"
#include "stranger.h"

struct command command = {
	.reading.significant = DOUBLE_DIGITS,
	.decimals = -1,
};

static struct {
	char **file;
	int n, next;
	bool typed; /* standard input is a terminal */
	struct source source;
	bool open;
	size_t found; /* in all inputs */
	size_t rows;  /* written */
	const char *why_nothing;
	struct filter {
		bool asked, passed; /* of any row */
	} years, countries;
	struct csvout out;
	struct outfile outfile;
	struct paging paging;
} run;

static const char *
set_form(const char *argument, void *to)
{
	static const char *const names[] = {"auto", "text", "html", "json", "csv"};

	for (size_t i = 0; i < countof(names); i++)
		if (strcmp(argument, names[i]) == 0) {
			*(enum form *)to = (enum form)i;
			return NULL;
		}
	return opts_none_of("auto,text,html,json,csv", str_of(argument));
}

static const char *
set_delimiter(const char *argument, void *to)
{
	if (strcmp(argument, "\\t") == 0 || strcmp(argument, "tab") == 0)
		argument = "\t";
	if (strlen(argument) != 1 || strchr("\"\r\n", argument[0]) || (unsigned char)argument[0] >= 0x80)
		return "one character is wanted, as in --delimiter=';' or --delimiter=tab";
	*(char *)to = argument[0];
	return NULL;
}

static const char *
set_precision(const char *argument, void *to)
{
	struct command *c = to;
	size_t n = strspn(argument, "0123456789");

	c->decimals = -1;
	c->reading.significant = DOUBLE_DIGITS;
	if (strcmp(argument, "raw") == 0)
		c->reading.significant = 0;
	else if (n >= 1 && n <= 2 && argument[n] == '\0')
		c->decimals = (int)strtol(argument, NULL, 10);
	else
		return "a number of decimals (0 to 99) or raw is wanted";
	return NULL;
}

static const char *
set_encoding(const char *argument, void *to)
{
	/* stays open: what it has loaded could not be loaded any more once the program is confined; volatile, lest it be dropped */
	static volatile iconv_t cd;

	if (*(const char **)to)
		iconv_close(cd);
	cd = iconv_open("UTF-8", argument);
	if (cd == (iconv_t)-1 && errno != EINVAL)
		diag_die(STATUS_IO, "--encoding=%s: cannot be loaded: %s", argument, strerror(errno));
	if (cd == (iconv_t)-1)
		return "no such encoding is known here; iconv -l lists them";
	*(const char **)to = argument;
	return NULL;
}

static const char *
set_output(const char *argument, void *to)
{
	*(const char **)to = argument;
	return *argument ? NULL : "the name of a file is wanted";
}

static const struct opt common[] = {
	{'f', "from", "FORM", "what the input is: text, html, json or csv; auto (the default) looks at it", set_form,
	 &command.reading.form},
	{'e', "encoding", "NAME", "its encoding, if not UTF-8: any that iconv -l lists", set_encoding, &command.encoding},
	{'d', "delimiter", "CHAR", "between the fields of a table, if not one of , ; tab |", set_delimiter,
	 &command.reading.delimiter},
	{'y', "years", "LIST", "only these years: 2015-2019,2021 or 2018-", selection_add_years, &command.years},
	{'c', "country", "LIST", "only these countries, by ISO 3166 code: MLI,NER", selection_add_countries, &command.countries},
	{0, "precision", "N", "round figures to N decimals, half to even; raw keeps all digits that the source has (otherwise "
	 "the noise of binary fractions, behind 15 digits, is rounded away)", set_precision, &command},
	{0, "provenance", NULL, "append where each row comes from: the input and its line", opts_flag, &command.provenance},
	{0, "check", NULL, "compare the figures with one another; what does not fit is told, with exit status 1", opts_flag,
	 &command.check},
	{'o', "output", "FILE", "write FILE, which is left alone unless all goes well", set_output, &command.output},
	{0, "hxl", NULL, "a row of HXL hashtags under the header", opts_flag, &command.hxl},
	{0, "excel", NULL, "for spreadsheets: a byte order mark, CRLF, and an apostrophe before text that would be run as a formula",
	 opts_flag, &command.excel},
	{0, "schema", NULL, "say the Table Schema (Frictionless, JSON) of the output that the other options give, and exit", opts_flag,
	 &command.schema},
	{0, "no-header", NULL, "leave the header row out", opts_flag, &command.no_header},
	{0, "progress", NULL, "tell at once how far the reading is, and not only after 2 seconds, where standard error is a "
	 "terminal and standard output is none; SIGUSR1 has it told once", opts_flag, &command.progress},
	{'s', "strict", NULL, "a warning makes the exit status 1", opts_flag, &command.mode.strict},
	{'q', "quiet", NULL, "no warnings", opts_flag, &command.mode.quiet},
	{'v', "verbose", NULL, "say more about what is normal", opts_flag, &command.mode.verbose},
};

/* No file that we open becomes standard input, output or error: a closed one is opened so that its use fails, as it should. */
static void
guard_descriptors(void)
{
	static const int mode[] = {O_WRONLY, O_RDONLY, O_RDONLY};
	static const char *const name[] = {"input", "output", "error"};

	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", mode[fd]) != fd)
			diag_die(STATUS_IO, "standard %s is closed, and /dev/null does not stand in for it: %s", name[fd], strerror(errno));
}

/* The bytes of all inputs; 0 where one of them is no file of a known size. */
static unsigned long long
total_size(void)
{
	unsigned long long total = 0;
	struct stat st;

	for (int i = 0; i < (run.n ? run.n : 1); i++) {
		bool is_file = run.n && strcmp(run.file[i], "-") != 0;

		if ((is_file ? stat(run.file[i], &st) : fstat(STDIN_FILENO, &st)) != 0 || !S_ISREG(st.st_mode))
			return 0;
		total += (unsigned long long)st.st_size;
		/* of standard input somebody may have read the beginning */
		total -= is_file ? 0 : (unsigned long long)lseek(STDIN_FILENO, 0, SEEK_CUR);
	}
	return total;
}

void
command_start(struct opts *opts, int argc, char **argv)
{
	int first;

	diag_program(opts->program);
	guard_descriptors();
	opts_add(opts, common, countof(common));
	first = opts_parse(opts, argc, argv);
	diag_set(command.mode);
	command.reading.paging = &run.paging;
	run.file = argv + first;
	run.n = argc - first;
	if (command.output) {
		if (!outfile_open(&run.outfile, command.output))
			exit((int)diag_status());
		csvout_open(&run.out, run.outfile.fd, command.output);
	} else {
		csvout_open(&run.out, STDOUT_FILENO, "standard output");
	}
	if (command.excel && !command.schema)
		csvout_excel(&run.out);
	run.typed = isatty(STDIN_FILENO);
	progress_start(total_size(), command.progress);
}

/* Whether a FILE is still to be opened. */
static bool
files_left(void)
{
	int i = run.next;

	while (i < run.n && strcmp(run.file[i], "-") == 0)
		i++;
	return i < run.n;
}

/* Opens standard input, of which a terminal is told, or a file. */
static int
open_input(const char *name)
{
	int fd = STDIN_FILENO;

	if (strcmp(name, "-") == 0) {
		if (!run.typed)
			return fd;
		/* nothing is drawn where a person types */
		progress_end();
		if (!command.mode.quiet)
			diag_hint("reading the terminal: a page, JSON or a table, then Ctrl-D; FILE or | brings one, --help says more");
		return fd;
	}
	/* a pipe may take its time, and signals */
	while ((fd = open(name, O_RDONLY)) < 0 && errno == EINTR)
		progress_tick(0);
	if (fd < 0 && errno == ENOENT && strstr(name, "://"))
		diag_error(STATUS_IO, (struct pos){name, 0, 0}, "an address is no file; fetch it first: curl -sL ADDRESS | ...");
	else if (fd < 0)
		diag_error(STATUS_IO, (struct pos){name, 0, 0}, "cannot open: %s", strerror(errno));
	return fd;
}

int
command_open(const char *name)
{
	int fd = open_input(name);

	confine(files_left(), run.outfile.folder);
	return fd;
}

static void
close_input(void)
{
	if (run.open) {
		if (run.source.fd > STDIN_FILENO)
			close(run.source.fd);
		source_close(&run.source);
	}
	run.open = false;
}

struct source *
command_input(void)
{
	int total = run.n ? run.n : 1;

	close_input();
	while (run.next < total) {
		const char *name = run.n ? run.file[run.next] : "-";
		int fd;

		run.next++; /* what is left decides what command_open() leaves */
		fd = command_open(name);
		if (fd < 0)
			continue;
		if (!source_fd(&run.source, fd, name, command.encoding))
			exit((int)diag_status());
		run.open = run.source.counted = true;
		return &run.source;
	}
	progress_end();
	return NULL;
}

/* Why nothing was found, in words that follow it. */
static void
say_why(struct buf *b, const char *looked_for, const struct reading *in)
{
	if (source_empty(&run.source)) {
		buf_add(b, S(": the input is empty"));
		return;
	}
	if (in->why.n > 0) {
		buf_add(b, S(": "));
		buf_add(b, buf_str(&in->why));
		return;
	}
	if (table_empty(&in->table)) {
		buf_add(b, S(": the table has no rows"));
		return;
	}
	buf_add(b, S(": "));
	if (stranger_say(buf_str(&run.source.head), b))
		return;
	buf_add(b, b->n > 2 ? S("; looked for ") : S("looked for "));
	buf_add(b, str_of(looked_for));
}

void
command_read(enum read got, size_t found, const char *what, const char *looked_for, const struct reading *in)
{
	struct pos pos = {run.source.name, 0, 0};
	struct buf why = {NULL, 0, 0};

	run.found += found;
	if (reading_done(in, got, found))
		return;
	say_why(&why, looked_for, in);
	/* one of several inputs may well have none; whether all had none, the end will tell */
	if (run.n > 1)
		diag_warning(pos, "no %s found%.*s", what, (int)why.n, why.data);
	else
		diag_error(STATUS_NONE, pos, "no %s found%.*s", what, (int)why.n, why.data);
	free(why.data);
}

/* Notes whether a row passed one of the filters. */
static bool
passes(struct filter *filter, bool wanted)
{
	filter->asked = true;
	filter->passed |= wanted;
	return wanted;
}

bool
command_filters(void)
{
	return command.years.n > 0 || command.countries.n > 0;
}

bool
command_wants_year(struct str year)
{
	return passes(&run.years, selection_has_year(&command.years, year));
}

bool
command_wants_country(struct str iso3)
{
	return passes(&run.countries, selection_has_code(&command.countries, iso3));
}

struct csvout *
command_output(void)
{
	return &run.out;
}

/* A row of names, or of what they are under HXL. */
static void
header_row(const char *const *column, size_t n, const char *(*shown)(const char *column))
{
	for (size_t i = 0; i < n; i++)
		csvout_field(&run.out, str_of(shown(column[i])));
	if (command.provenance) {
		csvout_field(&run.out, str_of(shown("source")));
		csvout_field(&run.out, str_of(shown("line")));
	}
	csvout_end(&run.out);
}

static const char *
itself(const char *column)
{
	return column;
}

/* Ends the output; a file that is to be replaced is, if all went well. Some disks tell only then that they are full. */
static void
close_output(void)
{
	bool written = csvout_close(&run.out);

	if (command.output)
		outfile_close(&run.outfile, written && diag_status() == STATUS_OK);
	else if (close(STDOUT_FILENO) != 0 && errno != EINTR && written)
		diag_fault(STATUS_IO, "cannot write standard output: %s", strerror(errno));
}

/* What --schema says of these columns; ends the program. */
_Noreturn static void
say_schema(const char *const *column, size_t n)
{
	static const char *const place[] = {"source", "line"};
	size_t all = n + (command.provenance ? countof(place) : 0);
	struct buf text = {NULL, 0, 0};

	buf_add(&text, S("{\n  \"fields\": [\n"));
	for (size_t i = 0; i < all; i++) {
		schema_field(&text, i < n ? column[i] : place[i - n]);
		buf_add(&text, i + 1 < all ? S(",\n") : S("\n"));
	}
	buf_add(&text, S("  ],\n  \"missingValues\": [\"\"]\n}\n"));
	csvout_text(&run.out, buf_str(&text));
	free(text.data);
	close_output();
	exit((int)diag_status());
}

void
command_names(const char *const *column, size_t n)
{
	if (command.schema)
		say_schema(column, n);
	if (!command.no_header)
		header_row(column, n, itself);
}

void
command_tags(const char *const *column, size_t n)
{
	if (command.hxl)
		header_row(column, n, schema_tag);
}

void
command_header(const char *const *column, size_t n)
{
	command_names(column, n);
	command_tags(column, n);
}

char *
command_put_number(char to[static DEC_MAX], const struct dec *number)
{
	struct dec rounded;

	if (command.decimals < 0 || number->scale <= (unsigned)command.decimals)
		return to + dec_format(number, to);
	rounded = dec_round(number, (unsigned)command.decimals);
	return to + dec_format(&rounded, to);
}

void
command_number(const struct dec *number)
{
	char text[DEC_MAX];

	csvout_plain(&run.out, number ? (struct str){text, (size_t)(command_put_number(text, number) - text)} : S(""));
}

/* The fields under source and line. */
static void
place_fields(struct pos at)
{
	char line[32];

	csvout_field(&run.out, str_of(at.file ? at.file : ""));
	csvout_field(&run.out, (struct str){line, at.line ? (size_t)snprintf(line, sizeof line, "%zu", at.line) : 0});
}

void
command_row(struct pos at)
{
	if (command.provenance)
		place_fields(at);
	csvout_end(&run.out);
	run.rows++;
}

void
command_rows(const char *end, size_t n)
{
	csvout_wrote_rows(&run.out, end);
	run.rows += n;
}

void
command_why_nothing(const char *why)
{
	run.why_nothing = why;
}

/* No row is left of what was found: says so, and where one option has stopped every row, which one. */
static void
say_nothing_left(void)
{
	const char *why = run.why_nothing;

	if (run.years.asked && !run.years.passed)
		why = "--years wants other years";
	else if (run.countries.asked && !run.countries.passed)
		why = "--country wants other countries";
	diag_fault(STATUS_NONE, why ? "no row is left: %s" : "no row is left of what was found", why);
}

bool
command_whole(void)
{
	return diag_status() < STATUS_BAD;
}

int
command_finish(void)
{
	close_input();
	if (run.found > 0)
		paging_tell(&run.paging, command.check);
	paging_free(&run.paging);
	if (run.rows == 0 && run.found == 0 && run.n > 1 && command_whole())
		diag_fault(STATUS_NONE, "no input has anything to print");
	else if (run.rows == 0 && run.found == 0)
		diag_raise(STATUS_NONE);
	else if (run.rows == 0 && command_whole())
		say_nothing_left();
	close_output();
	return (int)diag_status();
}
