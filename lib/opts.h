/*
 * opts: a program's options as a table. The table is the parser (by getopt_long), and the text of --help.
 */
#ifndef OPTS_H
#define OPTS_H

#include <stdbool.h>
#include <stddef.h>
#include "str.h"

/*
 * One option. `set` gets the argument (NULL for an option that takes none) and `to`; it returns NULL, or what is wrong with the
 * argument, in words that follow "--name=argument: ". The words are static or live until the next call.
 */
struct opt {
	char letter;          /* its short form; 0: none */
	const char *name;
	const char *argument; /* what its argument is called in --help; NULL: takes none */
	const char *help;
	const char *(*set)(const char *argument, void *to);
	void *to;
};

/* A table of them. */
struct opt_table {
	const struct opt *opt;
	size_t n;
};

#define OPTS_TABLES 4
#define OPTS_MAX 64 /* options of a program */

/* What --help and --version say, and the tables of options; in --help a blank line parts them. */
struct opts {
	const char *program;
	const char *usage;    /* behind the name: "[OPTION]... [FILE]..." */
	const char *summary;  /* what the program does */
	struct opt_table table[OPTS_TABLES];
	size_t tables;
	const char *example;  /* a command line */
	/* private */
	bool given[OPTS_MAX]; /* by their order in all tables */
	char *letters;        /* while they are parsed, for getopt_long(): a wrong one ends the program meanwhile, */
	struct option *longs; /* and then they are still known */
};

/* Adds a table behind the others. */
void opts_add(struct opts *, const struct opt *, size_t n);

/*
 * Parses the command line; returns the index of the first operand. Options may stand behind operands; "--" ends them. A wrong
 * command line is reported in a line, with another one that points to --help, and ends the program with status 2. So do --help
 * and --version, which every program has, with status 0 (4 if they cannot be written).
 */
int opts_parse(struct opts *, int argc, char **argv);

/* Whether the option of that long name stood on the command line; to be asked behind opts_parse(). */
bool opts_given(const struct opts *, const char *name);

/* Options that make no sense together: says so, as above, and ends the program. */
_Noreturn void opts_usage(const struct opts *, const char *what);

/*
 * For `set`, to return: the word is none of a list ("auto,text,html"), and which of them may have been meant. Lasts until the
 * next call.
 */
const char *opts_none_of(const char *list, struct str word);

/* For `set`: makes the bool at `to` true. */
const char *opts_flag(const char *argument, void *to);
/* For `set`: keeps the argument as it is, in a const char *. */
const char *opts_text(const char *argument, void *to);

#endif
