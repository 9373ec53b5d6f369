#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "diag.h"
#include "mem.h"
#include "nearest.h"
#include "opts.h"
#include "version.h"

#define COLUMNS 79
#define INDENT 26 /* of the help behind an option */
#define BASE 256  /* what getopt_long returns for the first option of the tables */

const char *
opts_flag(const char *argument, void *to)
{
	(void)argument;
	*(bool *)to = true;
	return NULL;
}

const char *
opts_text(const char *argument, void *to)
{
	*(const char **)to = argument;
	return NULL;
}

const char *
opts_none_of(const char *list, struct str word)
{
	static struct buf said;
	struct nearest near;
	struct str rest = str_of(list), one;

	nearest_open(&near, word);
	while (str_split(&rest, ',', &one))
		nearest_try(&near, one);
	buf_set(&said, S("\""));
	buf_add(&said, word);
	buf_add(&said, S("\" is none of "));
	buf_add(&said, str_of(list));
	nearest_say(&near, "", &said);
	buf_byte(&said, '\0');
	return said.data;
}

static const struct opt help_and_version[] = {
	{'h', "help", NULL, "say this and exit", NULL, NULL},
	{'V', "version", NULL, "say the version and exit", NULL, NULL},
};

static size_t
count(const struct opts *opts)
{
	size_t n = 0;

	for (size_t t = 0; t < opts->tables; t++)
		n += opts->table[t].n;
	return n;
}

void
opts_add(struct opts *opts, const struct opt *opt, size_t n)
{
	if (opts->tables == OPTS_TABLES || count(opts) + n > OPTS_MAX)
		diag_die(STATUS_USAGE, "more options than there is room for");
	opts->table[opts->tables++] = (struct opt_table){opt, n};
}

/* The option of that number, counted through all tables. */
static const struct opt *
option(const struct opts *opts, size_t i)
{
	size_t t = 0;

	for (; i >= opts->table[t].n; t++)
		i -= opts->table[t].n;
	return &opts->table[t].opt[i];
}

/* Prints text from the given column on, broken between words; following lines begin there, too. */
static void
print_wrapped(const char *text, size_t indent)
{
	size_t column = indent;

	while (*text) {
		size_t n = strcspn(text, " ");

		if (column > indent && column + 1 + n > COLUMNS) {
			printf("\n%*s", (int)indent, "");
			column = indent;
		} else if (column > indent) {
			putchar(' ');
			column++;
		}
		printf("%.*s", (int)n, text);
		column += n;
		text += n + (text[n] == ' ');
	}
	putchar('\n');
}

static void
print_option(const struct opt *opt)
{
	char left[64], letter[8] = "    ";
	int n;

	if (opt->letter)
		snprintf(letter, sizeof letter, "-%c, ", opt->letter);
	n = snprintf(left, sizeof left, "  %s--%s%s%s", letter, opt->name, opt->argument ? "=" : "",
	             opt->argument ? opt->argument : "");
	if (n < INDENT - 1)
		printf("%-*s", INDENT, left);
	else
		printf("%s\n%*s", left, INDENT, "");
	print_wrapped(opt->help, INDENT);
}

static void
print_help(const struct opts *opts)
{
	printf("Usage: %s %s\n", opts->program, opts->usage);
	print_wrapped(opts->summary, 0);
	for (size_t t = 0; t < opts->tables; t++) {
		if (opts->table[t].opt != help_and_version)
			putchar('\n');
		for (size_t i = 0; i < opts->table[t].n; i++)
			print_option(&opts->table[t].opt[i]);
	}
	printf("\nExample: %s\n", opts->example);
	print_wrapped("Exit status: 0 all well, 1 nothing found or a check failed, 2 usage, 3 malformed input, 4 input/output "
	              "error.", 0);
}

_Noreturn static void
leave(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		diag_die(STATUS_IO, "cannot write standard output");
	exit(0);
}

_Noreturn static void
usage(const struct opts *opts)
{
	fprintf(stderr, "Try '%s --help'\n", opts->program);
	exit(STATUS_USAGE);
}

void
opts_usage(const struct opts *opts, const char *what)
{
	diag_fault(STATUS_USAGE, "%s", what);
	usage(opts);
}

/* No option, or the beginning of several, has the name that the word begins with. */
static void
say_unknown(const struct opts *opts, struct str word)
{
	struct buf near_ones = {NULL, 0, 0}, begun = {NULL, 0, 0};
	struct str name = str_skip(word, 2);
	const char *equals = memchr(name.s, '=', name.n);
	struct nearest near;

	if (equals)
		name.n = (size_t)(equals - name.s);
	nearest_open(&near, name);
	for (size_t i = 0; i < count(opts); i++) {
		struct str one = str_of(option(opts, i)->name);

		nearest_try(&near, one);
		if (name.n > 0 && str_starts(one, name)) {
			buf_add(&begun, begun.n > 0 ? S(", --") : S("--"));
			buf_add(&begun, one);
		}
	}
	nearest_say(&near, "--", &near_ones);
	if (begun.n > 0)
		diag_fault(STATUS_USAGE, "%.*s is not clear: it begins %.*s", DIAG_STR(word), (int)begun.n, begun.data);
	else
		diag_fault(STATUS_USAGE, "unknown option %.*s%.*s", DIAG_STR(word), (int)near_ones.n, near_ones.data);
	free(near_ones.data);
	free(begun.data);
}

/*
 * The word that getopt_long is at, if it is a whole long name behind one dash ("-type=REF", which means -t with "ype=REF");
 * NULL for any other. It stands at optind as long as getopt_long goes on inside it.
 */
static const char *
one_dash(const struct opts *opts, char **argv)
{
	for (int at = optind; at >= optind - 1 && at > 0; at--) {
		const char *word = argv[at];
		size_t n = word && word[0] == '-' ? strcspn(word + 1, "=") : 0;

		for (size_t i = 0; i < count(opts) && n > 1; i++)
			if (str_eq((struct str){word + 1, n}, str_of(option(opts, i)->name)))
				return word;
	}
	return NULL;
}

/* getopt_long did not like an argument: says why, by what it left in optopt. */
_Noreturn static void
refuse(const struct opts *opts, int c, char **argv)
{
	const char *word = argv[optind - 1], *dash = one_dash(opts, argv);

	if (dash)
		diag_fault(STATUS_USAGE, "%s: a long option has two dashes: -%s", dash, dash);
	else if (c == ':')
		diag_fault(STATUS_USAGE, "%s: an argument is missing", word);
	else if (optopt >= BASE)
		diag_fault(STATUS_USAGE, "%s: this option takes no argument", word);
	else if (optopt)
		diag_fault(STATUS_USAGE, "unknown option -%c", optopt);
	else
		say_unknown(opts, str_of(word));
	usage(opts);
}

/* Carries one option out. */
static void
set(const struct opts *opts, const struct opt *opt, const char *dash)
{
	const char *wrong;

	if (opt == &help_and_version[0]) {
		print_help(opts);
		leave();
	}
	if (opt == &help_and_version[1]) {
		printf("%s (poc-tools) %s\n", opts->program, POC_TOOLS_VERSION);
		leave();
	}
	wrong = opt->set(optarg, opt->to);
	if (wrong) {
		if (dash)
			diag_fault(STATUS_USAGE, "%s: a long option has two dashes: -%s", dash, dash);
		else
			diag_fault(STATUS_USAGE, "--%s=%s: %s", opt->name, optarg, wrong); /* flags are never wrong */
		usage(opts);
	}
}

/* The tables as getopt_long wants them. */
static void
translate(struct opts *opts)
{
	struct buf letters = {NULL, 0, 0};
	size_t n = count(opts);

	opts->longs = mem_alloc(n + 1, sizeof *opts->longs);
	buf_byte(&letters, ':');
	for (size_t i = 0; i < n; i++) {
		const struct opt *opt = option(opts, i);

		opts->longs[i] = (struct option){opt->name, opt->argument ? required_argument : no_argument, NULL, BASE + (int)i};
		if (opt->letter) {
			buf_byte(&letters, opt->letter);
			if (opt->argument)
				buf_byte(&letters, ':');
		}
	}
	opts->longs[n] = (struct option){NULL, 0, NULL, 0};
	buf_byte(&letters, '\0');
	opts->letters = letters.data;
}

int
opts_parse(struct opts *opts, int argc, char **argv)
{
	int c;

	opts_add(opts, help_and_version, countof(help_and_version));
	translate(opts);
	opterr = 0;
	while ((c = getopt_long(argc, argv, opts->letters, opts->longs, NULL)) != -1) {
		size_t i = 0;

		if (c == '?' || c == ':')
			refuse(opts, c, argv);
		if (c >= BASE)
			i = (size_t)(c - BASE);
		else
			while (option(opts, i)->letter != c)
				i++;
		opts->given[i] = true;
		set(opts, option(opts, i), c < BASE ? one_dash(opts, argv) : NULL);
	}
	free(opts->longs);
	free(opts->letters);
	return optind;
}

bool
opts_given(const struct opts *opts, const char *name)
{
	for (size_t i = 0; i < count(opts); i++)
		if (opts->given[i] && strcmp(option(opts, i)->name, name) == 0)
			return true;
	return false;
}
