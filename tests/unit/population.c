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

static struct population_how how = {.type_in = POP_UNKNOWN};

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

/* How records are read: as a whole from the line where that is possible, or from their cells, or value by value. */
enum way { LINE, CELLS, EACH };

/* What a text gives. */
static void
read_all(struct str text, size_t chunk, enum way way, struct buf *out, void (*put)(struct buf *, const struct population *))
{
	int fd = feed(text, chunk);
	struct population_reader reader;
	const struct population *fact;
	struct source src;
	enum read got;

	assert_true(source_fd(&src, fd, "in", NULL));
	hear();
	population_open(&reader, &src, &how);
	reader.in.table.lean = way == LINE;
	reader.each = way == EACH;
	while ((got = population_next(&reader, &fact)) == READ_OK)
		put(out, fact);
	note(out, "%d %zu %.*s\n", (int)got, reader.found, (int)reader.in.why.n, reader.in.why.n ? reader.in.why.data : "");
	population_close(&reader);
	buf_add(out, str_of(heard()));
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

/* Whether a text gives the same in all ways. */
static void
same(struct str text, size_t chunk)
{
	struct buf want = {.n = 0};

	read_all(text, chunk, EACH, &want, note_fact);
	for (enum way way = LINE; way < EACH; way++) {
		struct buf got = {.n = 0};

		read_all(text, chunk, way, &got, note_fact);
		if (!str_eq(buf_str(&got), buf_str(&want)))
			fail_msg("%.*s instead of %.*s for %.*s", (int)got.n, got.data, (int)want.n, want.data, (int)text.n, text.s);
		free(got.data);
	}
	free(want.data);
}

/* Rows that are taken as a whole give what they give value by value, whatever stands before and behind. */
static void
lines(void **state)
{
	static const char delimiters[] = ",,;\t|";

	(void)state;
	for (int i = 0; i < 4000; i++) {
		struct buf text = {.n = 0};
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
		same(buf_str(&text), chunk);
		free(text.data);
	}
}

/* The same of objects, whose values are of more kinds. */
static void
objects(void **state)
{
	static const char *const years[] = {"2019", "\"1951\"", "\"2020-06-30\"", "null", "19"};
	static const char *const places[] = {"\"Mali\"", "\"Chad\"", "\"Iran (Islamic Rep. of)\"", "\"China, Hong Kong SAR\"", "\"-\"", "null", "\"\""};
	static const char *const codes[] = {"\"MLI\"", "\"TCD\"", "\"-\"", "null"};
	static const char *const figures[] = {"\"0\"", "0", "\"-\"", "null", "\"*\"", "\"007\"", "123456789", "1.5", "\"1,234\"", "-4", "\"\"", "\"12a\""};
	static const char *const names[] = {"refugees", "asylum_seekers", "idps", "returned_idps", "stateless", "ooc"};

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct buf text = {.n = 0};
		bool strange = rand() % 3 == 0, missing = rand() % 3 == 0;

		note(&text, "[");
		for (int rows = rand() % 12; rows >= 0; rows--) {
			note(&text, "{\"year\":%s,\"coo_name\":%s,\"coo_iso\":%s,\"coa_name\":%s,\"coa_iso\":%s", any(years, strange ? 5 : 2),
			     any(places, strange ? 7 : 4), any(codes, strange ? 4 : 2), any(places, strange ? 7 : 4), any(codes, strange ? 4 : 2));
			for (size_t n = 0, none = rand() % 20 == 0; n < countof(names); n++) {
				const char *figure = any(figures, strange && rand() % 30 == 0 ? countof(figures) : missing ? 3 : 2);

				note(&text, ",\"%s\":", names[n]);
				if (none || rand() % 3)
					note(&text, "%s", none ? "\"-\"" : figure);
				else
					note(&text, "%d", 1 + (rand() >> rand() % 31));
			}
			note(&text, rows > 0 ? "}," : "}]\n");
		}
		same(buf_str(&text), i % 2 ? 0 : (size_t)(1 + rand() % 200));
		free(text.data);
	}
}

/* The same of objects of which it was seen what their values are, wherever those stand; now and then one of which it was not. */
static void
seen(void **state)
{
	(void)state;
	for (int i = 0; i < 1500; i++) {
		struct buf text = {.n = 0};
		int fillers = rand() % 80, figures = 1 + rand() % 4;

		note(&text, "[");
		for (int rows = 12; rows >= 0; rows--) {
			note(&text, rand() % 4 ? "{" : "{ ");
			for (int n = 0; n < fillers; n++)
				note(&text, "\"x%d\":\"%d\",", n, rand() % 2);
			note(&text, "\"year\":2019,\"coa_name\":\"Chad\",\"coa_iso\":\"TCD\",\"coo_name\":\"Mali\",\"coo_iso\":\"MLI\"");
			for (int n = 0; n < figures; n++)
				note(&text, ",\"%s\":%s", (const char *const[]){"refugees", "idps", "stateless", "ooc"}[n],
				     (const char *const[]){"\"0\"", "\"12\"", "0", "7", "\"-\""}[rand() % 5]);
			note(&text, rows > 0 ? "}," : "}]\n");
		}
		same(buf_str(&text), 0);
		free(text.data);
	}
}

/* The figures of a fact one by one, each with the line on which it stands. */
static void
note_figures(struct buf *out, const struct population *fact)
{
	for (size_t i = 0; i < fact->n; i++) {
		struct population_figure made;
		const struct population_figure *figure = population_figure(fact, i, &made);
		char digits[DEC_MAX];
		size_t n = figure->status == POP_NONE ? 0 : dec_format(&figure->persons, digits);

		note(out, "%zu ", fact->at.line);
		note_text(out, fact->operation);
		note_text(out, fact->iso3);
		note_text(out, fact->year);
		note(out, "%d%d %.*s=%d:%.*s\n", fact->by_origin, fact->padded, DIAG_STR(figure->label), (int)figure->status, (int)n,
		     digits);
		if (fact->plain && fact->notable >> i & 1)
			assert_true(fact->status == figure->status && str_eq(figure->plain, (struct str){digits, n}));
	}
}

static void
add_list(struct buf *text)
{
	static const char *const labels[] = {"Refugees", "IDPs", "Asylum-seekers", "Stateless", "Returned IDPs", "Goats", "", "n/a", " IDPs",
	                                     "Venezuelans displaced abroad", "Others of concern"};
	static const char *const figures[] = {"007", "1.5", "123456789", "null", "\"*\"", "\"12\"", "-1", "0.0", "1e2", "true"};
	bool strange = rand() % 4 == 0;
	int n = rand() % 40 ? rand() % 6 : 40;

	note(text, "[");
	for (int i = 0; i <= n; i++) {
		note(text, "%s[\"%s\",", i > 0 ? "," : "", any(labels, strange && rand() % 5 == 0 ? countof(labels) : 5));
		if (strange && rand() % 5 == 0)
			note(text, "%s]", any(figures, countof(figures)));
		else
			note(text, "%d]", rand() % 4 ? rand() >> rand() % 31 : 0);
	}
	note(text, "]\n");
}

/* Lists that come as one fact give what their pairs give; so do pages on which the operation changes, or its code. */
static void
lists(void **state)
{
	static const char *const lines[] = {"Operation: Mali\n", "Operation: Chad\n", "Operation:\n", "Kenya\n", "Subregion: Chad\n",
	                                    "People of Concern\n", "People of Concern - 2020 [projected]\n", "2019 5\n", "2020 0\n",
	                                    "2018 1,234\n", "2017\n", "12\n", "{\"longitude\":1,\"iso_codes\":\"'KEN'\"}\n",
	                                    "{\"longitude\":2,\"iso_codes\":\"'TCD'\"}\n", "< Back\n"};

	(void)state;
	for (int i = 0; i < 6000; i++) {
		struct buf text = {.n = 0}, out[2] = {{.n = 0}};
		size_t chunk = i % 2 ? 0 : (size_t)(1 + rand() % 200);

		for (int n = rand() % 40; n >= 0; n--) {
			if (rand() % 3 == 0)
				add_list(&text);
			else
				note(&text, "%s", any(lines, countof(lines)));
		}
		for (int k = 0; k < 2; k++) {
			how.lists = k > 0;
			read_all(buf_str(&text), chunk, LINE, &out[k], note_figures);
		}
		how.lists = false;
		if (!str_eq(buf_str(&out[0]), buf_str(&out[1])))
			fail_msg("%.*s: %.*s instead of %.*s", (int)text.n, text.data, (int)out[1].n, out[1].data, (int)out[0].n,
			         out[0].data);
		free(text.data);
		free(out[0].data);
		free(out[1].data);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines), cmocka_unit_test(objects), cmocka_unit_test(seen), cmocka_unit_test(lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
