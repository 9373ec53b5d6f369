#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "population.h"

static const struct population_how how = {.type_in = POP_UNKNOWN};

static void
note_text(struct buf *out, struct str text)
{
	buf_add(out, text);
	buf_byte(out, '|');
}

/* A place or a year that may stand in CSV as it is: that depends on how much has come in. */
static void
check_bare(struct str text)
{
	assert_true(str_is_trim(text));
	for (size_t i = 0; i < text.n; i++)
		assert_null(strchr(",\"\r\n", text.s[i]));
}

/* 3 Mali|MLI|... a 0 REF=12 ...: the line, the texts, the status, what else is known, and all figures. */
static void
note_fact(struct buf *out, const struct population *fact)
{
	note(out, "%zu:%zu ", fact->at.line, fact->at.column);
	note_text(out, fact->operation);
	note_text(out, fact->iso3);
	note_text(out, fact->origin);
	note_text(out, fact->origin_iso3);
	note_text(out, fact->year);
	note(out, "%d%d%d%d", (int)fact->status, fact->padded, fact->by_origin, fact->types > 0);
	for (size_t i = 0; fact->bare && i < 5; i++)
		check_bare((const struct str[]){fact->operation, fact->iso3, fact->origin, fact->origin_iso3, fact->year}[i]);
	for (size_t i = 0; i < fact->n; i++) {
		struct population_figure made;
		const struct population_figure *figure = population_figure(fact, i, &made);
		char digits[DEC_MAX];
		size_t n = figure->status == POP_NONE ? 0 : dec_format(&figure->persons, digits);

		note(out, " %s=%d:%.*s", population_code(figure->type), (int)figure->status, (int)n, digits);
		/* what is said of all of them */
		assert_true(figure->status == POP_NONE || fact->notable >> i & 1 || dec_zero(&figure->persons));
		assert_true(!(fact->missing >> i & 1) || figure->status == POP_NONE);
		if (fact->plain && (fact->notable & ~fact->missing) >> i & 1)
			assert_true(str_eq(figure->plain, (struct str){digits, n}));
	}
	buf_byte(out, '\n');
}

/* What a text gives, its records taken from the line where that is possible, or value by value. */
static void
read_all(struct str text, size_t chunk, bool lean, struct buf *out)
{
	int fd = feed(text, chunk);
	struct population_reader reader;
	const struct population *fact;
	struct source src;
	enum read got;

	assert_true(source_fd(&src, fd, "in", NULL));
	hear();
	population_open(&reader, &src, &how);
	reader.in.table.lean = lean;
	while ((got = population_next(&reader, &fact)) == READ_OK)
		note_fact(out, fact);
	note(out, "%d %zu %.*s\n", (int)got, reader.found, (int)reader.in.why.n, reader.in.why.n ? reader.in.why.data : "");
	population_close(&reader);
	note(out, "%s", heard());
	source_close(&src);
	close(fd);
}

static const char *
any(const char *const *list, size_t n)
{
	return list[(size_t)rand() % n];
}

/* A field, now and then one that is strange; all of them in quotes, none, or some. */
static void
add_field(struct buf *text, const char *field, int quotes, char behind)
{
	bool quoted = *field != '"' && (quotes == 1 || (quotes == 2 && rand() % 3 == 0));

	note(text, "%s%s%s%c", quoted ? "\"" : "", field, quoted ? "\"" : "", behind);
}

static void
add_row(struct buf *text, bool origin, bool strange, int quotes, char delimiter)
{
	static const char *const places[] = {"Mali", "Bosnia and Herzegovina", "Côte d'Ivoire", "Iran (Islamic Rep. of)", "Chad", "-", "",
	                                     " Peru", "\"China, Hong Kong SAR\"", "N/A", "Åland", "\"a\"\"b\""};
	static const char *const codes[] = {"MLI", "BIH", "CIV", "IRN", "TCD", "", "-", "NA", "UNK "};
	static const char *const years[] = {"2019", "1951", "2020-06-30", "0201", "", "19", "\"2018\""};
	static const char *const figures[] = {"-", "", "*", "007", "00", "\"0\"", "123456789", "\"1,234\"", " 3", "3 ", "1.5", "NA", "..",
	                                      "12a", "x", "-4", "0.0"};

	add_field(text, any(years, strange && rand() % 40 == 0 ? countof(years) : 2), quotes, delimiter);
	for (int i = origin ? 0 : 1; i < 2; i++) {
		add_field(text, any(places, strange ? countof(places) : 5), quotes, delimiter);
		add_field(text, any(codes, strange ? countof(codes) : 5), quotes, delimiter);
	}
	if (!origin)
		add_field(text, "", quotes, delimiter);
	for (int i = 0; i < 6; i++) {
		char figure[32];

		snprintf(figure, sizeof figure, "%d", rand() % 3 ? 0 : rand() >> rand() % 31);
		add_field(text, strange && rand() % 40 == 0 ? any(figures, countof(figures)) : figure, quotes, i < 5 ? delimiter : '\n');
	}
}

/* Rows that are taken as a whole give what they give value by value, whatever stands before and behind. */
static void
lines(void **state)
{
	static const char delimiters[] = ",,;\t|";

	(void)state;
	for (int i = 0; i < 4000; i++) {
		struct buf text = {.n = 0}, want = {.n = 0}, got = {.n = 0};
		char delimiter = delimiters[rand() % 5];
		bool origin = rand() % 4, strange = rand() % 3;
		int quotes = rand() % 3;
		size_t chunk = i % 2 ? 0 : (size_t)(1 + rand() % 200);

		if (origin)
			note(&text, "year%ccoa_name%ccoa_iso%ccoo_name%ccoo_iso", delimiter, delimiter, delimiter, delimiter);
		else
			note(&text, "year%ccoa_name%ccoa_iso%cnote", delimiter, delimiter, delimiter);
		note(&text, "%crefugees%casylum_seekers%cidps%c%s%cstateless%cooc\n", delimiter, delimiter, delimiter, delimiter,
		     rand() % 20 ? "returned_idps" : "remarks", delimiter, delimiter);
		for (int rows = rand() % (i % 20 ? 12 : 300); rows >= 0; rows--)
			add_row(&text, origin, strange && rand() % 4 == 0, quotes, delimiter);
		read_all(buf_str(&text), chunk, false, &want);
		read_all(buf_str(&text), chunk, true, &got);
		if (!str_eq(buf_str(&got), buf_str(&want)))
			fail_msg("%.*s instead of %.*s for %.*s", (int)got.n, got.data, (int)want.n, want.data, (int)text.n, text.data);
		free(text.data);
		free(want.data);
		free(got.data);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
