/*
 * A calculator on lib/decimal for decimal-oracle.py. Every line of stdin is an operation and one or two operands, separated by
 * tabs; some operations end with a number ("round2"). Answers each with a line: the result, or "not" or "refused".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "decimal.h"

static bool
same(const struct dec *a, const struct dec *b)
{
	return a->scale == b->scale && a->negative == b->negative && wide_cmp(a->coefficient, b->coefficient) == 0;
}

/* Complains where a refusal has touched the result. */
static void
answer(enum dec_parse end, const struct dec *d)
{
	struct dec before = dec_int(-77);
	char text[DEC_MAX];

	if (end == DEC_OK)
		printf("%.*s\n", (int)dec_format_fixed(d, text), text);
	else if (!same(d, &before))
		puts("touched");
	else
		puts(end == DEC_NOT ? "not" : "refused");
}

static bool
calculate(struct dec *result, const char *op, int n, const struct dec *a, const struct dec *b)
{
	if (strcmp(op, "add") == 0)
		return dec_add(result, a, b);
	if (strcmp(op, "sub") == 0)
		return dec_sub(result, a, b);
	if (strcmp(op, "percent") == 0)
		return dec_percent(result, a, b, (unsigned)n);
	if (strcmp(op, "shift") == 0)
		return dec_shift(result, a, n);
	if (strcmp(op, "round") == 0) {
		*result = dec_round(a, (unsigned)n);
		return true;
	}
	fprintf(stderr, "decimal-calc: no such operation: %s\n", op);
	exit(2);
}

/* Calculates also with the result in the place of either operand. */
static void
calculate_all(const char *op, int n, struct dec a, struct dec b)
{
	struct dec result = dec_int(-77), x = a, y = b;
	bool ok = calculate(&result, op, n, &a, &b);
	bool ok_x = calculate(&x, op, n, &x, &b);
	bool ok_y = calculate(&y, op, n, &a, &y);

	if (ok != ok_x || ok != ok_y || !same(&x, ok ? &result : &a) || !same(&y, ok ? &result : &b))
		puts("aliased");
	else
		answer(ok ? DEC_OK : DEC_LONG, &result);
}

/* Cuts the text at the next tab, and returns what is behind it. */
static char *
next(char *text)
{
	char *tab = strchr(text, '\t');

	if (tab == NULL)
		return text + strlen(text);
	*tab = 0;
	return tab + 1;
}

/* The number at the end of an operation's name, which loses it; 0 where there is none. */
static int
suffix(char *op)
{
	char *p = op + strcspn(op, "-0123456789");
	int n = atoi(p);

	*p = 0;
	return n;
}

static void
run(char *line)
{
	char text[DEC_MAX], *first = next(line), *second = next(first);
	int n = suffix(line);
	struct dec a = dec_int(-77), b = dec_int(0);

	if (strcmp(line, "parse") == 0) {
		answer(dec_parse(&a, str_of(first), n), &a);
		return;
	}
	if (dec_parse(&a, str_of(first), 0) != DEC_OK || (*second && dec_parse(&b, str_of(second), 0) != DEC_OK))
		puts("operand");
	else if (strcmp(line, "cmp") == 0)
		printf("%d\n", dec_cmp(&a, &b));
	else if (strcmp(line, "plain") == 0)
		printf("%.*s\n", (int)dec_format(&a, text), text);
	else
		calculate_all(line, n, a, b);
}

int
main(void)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while ((n = getline(&line, &cap, stdin)) > 0) {
		if (line[n - 1] == '\n')
			line[n - 1] = 0;
		run(line);
	}
	free(line);
	return 0;
}
