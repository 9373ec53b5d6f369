#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "contribution_row.h"
#include "diag.h"
#include "feed.h"
#include "finance_words.h"
#include "iati.h"
#include "population.h"
#include "population_words.h"
#include "vocabulary.h"

enum { PERSONS = COLUMN_OWN, TYPE, OTHER };

static const struct term terms[] = {
	{STR("persons"), PERSONS, 0}, {STR("total"), PERSONS, 0}, {STR("value"), PERSONS, 0}, {STR("refugees"), TYPE, 1},
	{STR("ref"), TYPE, 1}, {STR("idps"), TYPE, 2}, {STR("total"), OTHER, 0}, /* the second "total" is never found */
	{STR("people"), PERSONS, 1},
};

static const struct vocabulary words = {terms, countof(terms), &shared_words, TYPE};

static struct builder builder;

/* A record with these names, ended by NULL, whose values are their numbers; a name that ends in = has none. */
static struct record
named(const char *const *name)
{
	struct record r = {.kind = RECORD_ROW};
	char value[16];

	builder_begin(&builder);
	for (unsigned i = 0; name[i]; i++) {
		bool empty = strchr(name[i], '=') != NULL;

		snprintf(value, sizeof value, "%u", i);
		builder_add(&builder, (struct str){name[i], strcspn(name[i], "=")}, str_of(empty ? "" : value), CELL_TEXT);
	}
	builder_end(&builder, &r, RECORD_ROW, (struct pos){"in", 3, 0});
	return r;
}

static int
end_builder(void **state)
{
	(void)state;
	builder_free(&builder);
	return 0;
}

static void
terms_are_found(void **state)
{
	(void)state;
	assert_ptr_equal(term_find(&words, S("persons")), &terms[0]);
	assert_ptr_equal(term_find(&words, S(" PERSONS ")), &terms[0]);
	assert_ptr_equal(term_find(&words, S("IDPs")), &terms[5]);
	assert_ptr_equal(term_find(&words, S("Total")), &terms[1]); /* the first one */
	assert_null(term_find(&words, S("")));
	assert_null(term_find(&words, S("person")));
	assert_null(term_find(&words, S("personss")));
	/* and those that all subjects share */
	assert_int_equal(term_find(&words, S("Country / territory of asylum/residence"))->meaning, COLUMN_OPERATION);
	assert_int_equal(term_find(&words, S("coa_iso"))->meaning, COLUMN_ISO3);
	assert_int_equal(term_find(&words, S("Année"))->meaning, COLUMN_YEAR);
	assert_int_equal(term_find(&shared_words, S("categories"))->meaning, COLUMN_YEAR);
	assert_int_equal(term_find(&shared_words, S("unit"))->meaning, COLUMN_UNIT);
	assert_null(term_find(&shared_words, S("persons")));
	/* UNHCR's own codes are no ISO codes */
	assert_null(term_find(&shared_words, S("coa")));
	assert_null(term_find(&shared_words, S("coo")));
}

/* What is no key would never be found. */
static void
keys_are_keys(void **state)
{
	(void)state;
	for (size_t i = 0; i < shared_words.n; i++) {
		const struct term *term = &shared_words.term[i];
		char key[64];
		size_t n = str_fold(term->key, key, sizeof key);

		assert_true(n > 0 && str_eq((struct str){key, n}, term->key));
		assert_ptr_equal(term_find(&shared_words, term->key), term); /* and stands there once */
		assert_true(term->meaning < COLUMN_OWN);
	}
}

static void
missing_values(void **state)
{
	static const char *const missing[] = {"", "-", "NA", "N/A", "n/a", ".."};
	static const char *const there[] = {"0", "*", "--", ".", "...", "na", "Namibia", "N", "NULL", "unknown", "0.0"};

	(void)state;
	for (size_t i = 0; i < countof(missing); i++)
		assert_true(value_missing(&(struct cell){.text = str_of(missing[i]), .kind = CELL_TEXT}));
	for (size_t i = 0; i < countof(there); i++)
		assert_false(value_missing(&(struct cell){.text = str_of(there[i]), .kind = CELL_TEXT}));
	assert_true(value_missing(&(struct cell){.text = {NULL, 0}, .kind = CELL_NULL}));
	assert_false(value_missing(&(struct cell){.text = S("0"), .kind = CELL_NUMBER}));
	assert_false(value_missing(&(struct cell){.text = S("true"), .kind = CELL_OTHER}));
}

static void
columns_of_a_table(void **state)
{
	struct columns c = {.n = 0};
	struct record r = named((const char *const[]){"Country", "x", "Year", "Persons", "coa_iso=", NULL});

	(void)state;
	assert_false(columns_have(&c, COLUMN_YEAR)); /* nothing is known yet */
	assert_true(columns_learn(&c, &r, &words));
	assert_int_equal(c.n, 5);
	assert_int_equal(c.known, 4);
	assert_true(columns_have(&c, COLUMN_OPERATION));
	assert_true(columns_have(&c, COLUMN_ISO3)); /* a column is there, its value is not */
	assert_false(columns_have(&c, COLUMN_UNIT));
	assert_false(columns_have(&c, TYPE));
	assert_ptr_equal(columns_cell(&c, &r, PERSONS), &r.cell[3]);
	assert_null(columns_cell(&c, &r, COLUMN_ISO3));
	assert_null(columns_cell(&c, &r, COLUMN_UNIT));
	assert_true(str_eq(columns_text(&c, &r, COLUMN_YEAR), S("2")));
	assert_int_equal(columns_text(&c, &r, COLUMN_ISO3).n, 0);
	assert_int_equal(columns_text(&c, &r, TYPE).n, 0);
	assert_ptr_equal(columns_term(&c, PERSONS), &terms[0]);
	assert_null(columns_term(&c, TYPE));
	columns_free(&c);
	assert_false(columns_have(&c, COLUMN_YEAR));
	assert_true(columns_learn(&c, &r, &words)); /* of use again */
	assert_int_equal(c.known, 4);
	columns_free(&c);
}

/* Another shape is looked up anew, the same one is not. */
static void
columns_of_other_tables(void **state)
{
	struct columns c = {.n = 0};
	struct record r = named((const char *const[]){"year", "persons", NULL});

	(void)state;
	assert_true(columns_learn(&c, &r, &words));
	c.kept[0].first[COLUMN_YEAR] = c.n; /* to see whether it is looked up again */
	r = named((const char *const[]){"year", "persons", NULL});
	assert_true(columns_learn(&c, &r, &words));
	assert_false(columns_have(&c, COLUMN_YEAR));
	r = named((const char *const[]){"a", "b", "persons", "d", "e", "f", "g", "h", "i", "year", NULL});
	assert_true(columns_learn(&c, &r, &words));
	assert_int_equal(c.n, 10);
	assert_int_equal(c.known, 2);
	assert_true(str_eq(columns_text(&c, &r, COLUMN_YEAR), S("9")));
	r = named((const char *const[]){"x", NULL});
	assert_true(columns_learn(&c, &r, &words));
	assert_int_equal(c.known, 0);
	assert_false(columns_have(&c, COLUMN_YEAR));
	columns_free(&c);
}

/* Which column has the meaning, where several could. */
static void
taken(const char *const *name, int meaning, const char *want)
{
	struct columns c = {.n = 0};
	struct record r = named(name);

	assert_true(columns_learn(&c, &r, &words));
	if (!str_eq(columns_text(&c, &r, meaning), str_of(want)))
		fail_msg("column %.*s instead of %s", (int)columns_text(&c, &r, meaning).n, columns_text(&c, &r, meaning).s, want);
	columns_free(&c);
}

static void
columns_that_mean_the_same(void **state)
{
	struct columns c = {.n = 0};
	struct record r;

	(void)state;
	taken((const char *const[]){"persons", "total", NULL}, PERSONS, "0");
	taken((const char *const[]){"total", "persons", NULL}, PERSONS, "1");
	taken((const char *const[]){"value", "total", "persons", NULL}, PERSONS, "2");
	taken((const char *const[]){"value", "persons", "total", NULL}, PERSONS, "1");
	taken((const char *const[]){"total", "value", "x", NULL}, PERSONS, "0");
	taken((const char *const[]){"Persons", "PERSONS", NULL}, PERSONS, "0");
	taken((const char *const[]){"country", "iso", "operation", NULL}, COLUMN_OPERATION, "2");
	/* whatever the detail, and wherever they stand */
	taken((const char *const[]){"people", "value", NULL}, PERSONS, "1");
	taken((const char *const[]){"value", "people", NULL}, PERSONS, "0");
	/* even if it has no value, where another one has */
	taken((const char *const[]){"persons=", "total", NULL}, PERSONS, "");
	/* of types, another detail is another meaning */
	r = named((const char *const[]){"idps", "refugees", "ref", "IDPs", NULL});
	assert_true(columns_learn(&c, &r, &words));
	assert_ptr_equal(c.term[0], &terms[5]);
	assert_ptr_equal(c.term[1], &terms[3]);
	assert_null(c.term[2]);
	assert_null(c.term[3]);
	assert_int_equal(c.known, 2);
	assert_ptr_equal(columns_term(&c, TYPE), &terms[5]);
	columns_free(&c);
}

static void
refused(const char *const *name, const char *said)
{
	struct columns c = {.n = 0};
	struct record r = named((const char *const[]){"year", NULL});

	assert_true(columns_learn(&c, &r, &words));
	r = named(name);
	for (int i = 0; i < 2; i++) { /* the second time, too */
		hear();
		if (columns_learn(&c, &r, &words)) {
			heard();
			fail_msg("a name that stands twice was taken");
		}
		assert_string_equal(heard(), said);
	}
	columns_free(&c);
}

static void
a_name_twice(void **state)
{
	struct columns c = {.n = 0};
	struct record r;

	(void)state;
	refused((const char *const[]){"x", "year", "year", NULL}, "poc-tools: in:3: error: two values are named \"year\"\n");
	refused((const char *const[]){"IDPs", "persons", "IDPs", NULL}, "poc-tools: in:3: error: two values are named \"IDPs\"\n");
	/* names that mean nothing may repeat */
	r = named((const char *const[]){"x", "x", "", "", "year", NULL});
	assert_true(columns_learn(&c, &r, &words));
	columns_free(&c);
}

/* Also if a third column has the meaning. */
static void
a_name_twice_and_a_better_one(void **state)
{
	(void)state;
	refused((const char *const[]){"value", "value", "persons", NULL}, "poc-tools: in:3: error: two values are named \"value\"\n");
	refused((const char *const[]){"persons", "value", "value", NULL}, "poc-tools: in:3: error: two values are named \"value\"\n");
	refused((const char *const[]){"value", "persons", "value", NULL}, "poc-tools: in:3: error: two values are named \"value\"\n");
}

static void
names_are(const char *const *name, size_t most, const char *want)
{
	struct record r = named(name);
	struct buf b = {.n = 0};
	struct str got;

	buf_add(&b, S("its columns are "));
	got = columns_names(r.shape, NULL, &b, most);
	if (!str_eq(got, str_of(want)))
		fail_msg("%.*s instead of %s", (int)got.n, got.s, want);
	assert_int_equal(b.n, strlen("its columns are ") + got.n);
	free(b.data);
}

static void
names_for_a_message(void **state)
{
	(void)state;
	names_are((const char *const[]){"a", "b", "c", NULL}, 100, "a, b, c");
	names_are((const char *const[]){"a", NULL}, 100, "a");
	names_are((const char *const[]){"x", "", "y", NULL}, 100, "x, , y");
	names_are((const char *const[]){NULL}, 100, "");
	names_are((const char *const[]){"operation", "population", NULL}, 14, "operation, ...");
	names_are((const char *const[]){"operation", "population", NULL}, 8, "...");
}

/* Nothing is added to a buffer that has no memory yet: an empty text is one, too, and not NULL. */
static void
no_names(void **state)
{
	const struct shape shape = {.n = 0};
	struct buf none = {NULL, 0, 0};
	struct str got = columns_names(&shape, NULL, &none, 100);

	(void)state;
	assert_int_equal(got.n, 0);
	assert_non_null(got.s);
}

/* "at most `most` bytes", whatever the names are. */
static void
names_are_bounded(void **state)
{
	(void)state;
	for (size_t most = 8; most < 40; most++) {
		struct record r = named((const char *const[]){"operation", "a", "b", "c", "d", "e", "f", "g", "population", NULL});
		struct buf b = {.n = 0};

		if (columns_names(r.shape, NULL, &b, most).n > most)
			fail_msg("%.*s has more than %zu bytes", (int)b.n, b.data, most);
		free(b.data);
	}
}

enum { TAGGED = COLUMN_OWN, YEARS, VALUES = COLUMN_MANY };

static const struct term tag_terms[] = {
	{STR("#a+b+c"), TAGGED, 1}, {STR("#a"), TAGGED, 2}, {STR("#a+b"), TAGGED, 3}, {STR("#a+b+bc"), TAGGED, 4},
	{STR("year"), YEARS, 0}, {STR("v"), VALUES, 0}, {STR("w"), VALUES, 0},
};

static const struct vocabulary tag_words = {tag_terms, countof(tag_terms), &shared_words, 0};

/* A HXL tag's attributes may stand in any order; which vocabulary or language the values are in is nothing to us. */
static void
tags_are_found(void **state)
{
	static const struct { struct str tag; int detail; } cases[] = {
		{STR("#a+b+c"), 1}, {STR("#a+c+b"), 1}, {STR("#A +C+B"), 1}, {STR("#a + c + b "), 1}, {STR("#a+c+v_x+b"), 1},
		{STR("#a"), 2}, {STR("#a+i_fr"), 2}, {STR("#a+v_iso3+i_en"), 2}, {STR("#a+i_fr+b"), 3}, {STR("#a+bc+b"), 4},
		{STR("#a+b+bc"), 4}, {STR("#"), 0}, {STR("#b"), 0}, {STR("#b+a"), 0}, {STR("#a+d"), 0}, {STR("#a+b+c+d"), 0},
		{STR("#a+c"), 0}, {STR("a+b"), 0}, {STR("#a+v"), 0}, {STR("#year"), 0}, {STR("#v_a"), 0},
		/* 17 of them, and a long one */
		{STR("#a+b+b+b+b+b+b+b+b+b+b+b+b+b+b+b+b"), 0},
		{STR("#a+bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
		     "bbbbbbbbbbbbbbbbbbbbbbbb"), 0},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		const struct term *term = term_find(&tag_words, cases[i].tag);

		if ((term ? term->detail : 0) != cases[i].detail)
			fail_msg("%.*s", (int)cases[i].tag.n, cases[i].tag.s);
	}
	assert_int_equal(term_find(&tag_words, S("#country+name+asylum"))->meaning, COLUMN_OPERATION);
	assert_int_equal(term_find(&tag_words, S("#country+code+v_iso3"))->meaning, COLUMN_ISO3);
}

/* A subject's own word wins over the one that all share; in rank(), too. */
static void
own_words_win(void **state)
{
	struct columns c = {.n = 0};
	struct record r;
	static const struct term own[] = {{STR("x"), COLUMN_YEAR, 0}};
	static const struct vocabulary own_words = {own, 1, &tag_words, 0};

	(void)state;
	assert_ptr_equal(term_find(&own_words, S("year")), &tag_terms[4]);
	assert_ptr_equal(term_find(&own_words, S("x")), &own[0]);
	r = named((const char *const[]){"#date+year", "x", NULL});
	assert_true(columns_learn(&c, &r, &own_words));
	assert_null(c.term[0]);
	assert_ptr_equal(c.term[1], &own[0]);
	r = named((const char *const[]){"x", "année", NULL});
	assert_true(columns_learn(&c, &r, &own_words));
	assert_ptr_equal(c.term[0], &own[0]);
	assert_null(c.term[1]);
	columns_free(&c);
}

/* Values of an array have one name, and all of them count. */
static void
many_columns_of_one_meaning(void **state)
{
	struct columns c = {.n = 0};
	struct record r = named((const char *const[]){"z", "v", "v", "year", "w", "v=", NULL});

	(void)state;
	assert_true(columns_learn(&c, &r, &tag_words));
	assert_int_equal(c.known, 5);
	assert_int_equal(columns_find(&c, VALUES, 0), 1);
	assert_int_equal(columns_find(&c, VALUES, 1), 1);
	assert_int_equal(columns_find(&c, VALUES, 2), 2);
	assert_int_equal(columns_find(&c, VALUES, 3), 4);
	assert_int_equal(columns_find(&c, VALUES, 5), 5);
	assert_int_equal(columns_find(&c, VALUES, 6), 6);
	assert_int_equal(columns_find(&c, YEARS, 0), 3);
	assert_int_equal(columns_find(&c, YEARS, 4), 6);
	columns_free(&c);
}

/* What is no key, or stands behind the same one, would never be found. */
static void
keys_of_all_vocabularies(void **state)
{
	static const struct vocabulary *const all[] = {
		&population_words, &finance_words, &iati_words, &contribution_words, &shared_words,
	};

	(void)state;
	for (size_t v = 0; v < countof(all); v++)
		for (size_t i = 0; i < all[v]->n; i++)
			if (term_find(all[v], all[v]->term[i].key) != &all[v]->term[i])
				fail_msg("vocabulary %zu: %.*s", v, (int)all[v]->term[i].key.n, all[v]->term[i].key.s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_are_found),
		cmocka_unit_test(keys_are_keys),
		cmocka_unit_test(missing_values),
		cmocka_unit_test(columns_of_a_table),
		cmocka_unit_test(columns_of_other_tables),
		cmocka_unit_test(columns_that_mean_the_same),
		cmocka_unit_test(a_name_twice),
		cmocka_unit_test(a_name_twice_and_a_better_one),
		cmocka_unit_test(names_for_a_message),
		cmocka_unit_test(no_names),
		cmocka_unit_test(names_are_bounded),
		cmocka_unit_test(tags_are_found),
		cmocka_unit_test(own_words_win),
		cmocka_unit_test(many_columns_of_one_meaning),
		cmocka_unit_test(keys_of_all_vocabularies),
	};

	return cmocka_run_group_tests(tests, NULL, end_builder);
}
