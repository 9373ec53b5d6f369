#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "caption.h"
#include "feed.h"

/* What the lines say together, in words: Mali, no country, people of 2019, projected; page 1, part 2. */
static void
says(const char *const *line, const char *want)
{
	static const char *const sections[] = {"none", "people", "money", "contributions"};
	struct caption c = {.page = 0};
	struct buf out = {.n = 0};

	for (; *line; line++)
		caption_line(&c, str_of(*line));
	note(&out, "%.*s|%s%s|%.*s%s|%zu|%zu", (int)c.operation.n, c.operation.n ? c.operation.data : "",
	     c.no_country ? "no country " : "", sections[c.section], (int)c.year.n, c.year.n ? c.year.data : "",
	     c.projected ? " projected" : "", c.page, c.part);
	if (!str_eq(buf_str(&out), str_of(want)))
		fail_msg("%.*s instead of %s", (int)out.n, out.data, want);
	caption_free(&c);
	assert_true(c.operation.data == NULL && c.page == 0 && c.part == 0 && c.section == SECTION_NONE);
	free(out.data);
}

/* One line alone: whether it is a heading, and what it says. */
static void
line_says(const char *line, const char *want)
{
	struct caption c = {.page = 0};
	bool heading = caption_line(&c, str_of(line));

	if (heading != (want != NULL))
		fail_msg("\"%s\" is %s heading", line, heading ? "a" : "no");
	if (!heading)
		assert_true(c.page == 0 && c.part == 0 && c.section == SECTION_NONE && c.operation.n == 0 && c.year.n == 0);
	caption_free(&c);
	if (want)
		says((const char *[]){line, NULL}, want);
}

static void
lines(const char *const cases[][2], size_t n)
{
	for (size_t i = 0; i < n; i++)
		line_says(cases[i][0], cases[i][1]);
}

static void
owners(void **state)
{
	static const char *const cases[][2] = {
		{"Operation: Mali", "Mali|none||1|1"}, {"Operation: Opération: Mali", "Mali|none||1|1"}, {"Opération: Mali", "Mali|none||1|1"},
		{"Operation : Mali", "Mali|none||1|1"}, {"Opération : Mali", "Mali|none||1|1"},
		{"Operation:Mali", "Mali|none||1|1"}, {"Operation:  Dem. Rep. of the Congo ", "Dem. Rep. of the Congo|none||1|1"},
		{"Subregion: West Africa", "West Africa|no country none||1|1"}, {"Sous-région: Sahel", "Sahel|no country none||1|1"},
		{"Sous-région : Sahel", "Sahel|no country none||1|1"},
		{"Regional Office in Senegal", "Senegal|no country none||1|1"}, {"Bureau régional au Sénégal", "Sénégal|no country none||1|1"},
		{"Operation: Regional Office in Senegal", "Senegal|no country none||1|1"},
		{"Operation: Opération: Regional Office in Senegal", "Senegal|no country none||1|1"},
		{"Subregion: Sous-région: West Africa", "West Africa|no country none||1|1"},
		{"Operation: Costa Rica: x", "Costa Rica: x|none||1|1"},
		/* cells of a table */
		{"Operation: | Mali", "Mali|none||1|1"}, {"Operation: | | Opération: | Mali", "Mali|none||1|1"},
		/* a sentence is no heading */
		{"Regional Office in Senegal was opened in 2015", NULL}, {"Regional Office in a town", NULL},
		{"Regional Office in the Democratic Republic of the Congo",
		 "the Democratic Republic of the Congo|no country none||1|1"},
		{"Regional Office in Dakar (Senegal)", "Dakar (Senegal)|no country none||1|1"},
		{"Bureau régional au  Sahel  Élargi", "Sahel  Élargi|no country none||1|1"},
		{"Regional Office in [Senegal]", NULL}, {"Regional Office in 7 towns", NULL},
		{"Bureau régional en Côte d'Ivoire et au Mali", NULL},
		{"Operation: mali", "mali|none||1|1"},
		/* in capitals, or not */
		{"OPERATION: OPÉRATION: NIGER", "NIGER|none||1|1"}, {"SOUS-RÉGION : SAHEL", "SAHEL|no country none||1|1"},
		{"REGIONAL OFFICE IN SENEGAL", "SENEGAL|no country none||1|1"}, {"Regional office in Senegal", "Senegal|no country none||1|1"},
		{"REGIONAL OFFICE IN SENEGAL was opened", NULL}, {"OPERATION\x1a Niger", NULL}, {"OP\xe9RATION: NIGER", NULL},
		/* the name is in the next line */
		{"Operation:", "|none||1|1"}, {"Operation: ", "|none||1|1"}, {"Operation: Opération:", "|none||1|1"},
		{"Regional Office in ", NULL}, {"Operation", NULL}, {"Operation Mali", NULL},
		{"operation: Mali", NULL}, {"The Operation: Mali", NULL}, {"Regional Office", NULL}, {"Operational: x", NULL},
	};

	(void)state;
	lines(cases, countof(cases));
}

static void
sections(void **state)
{
	static const char *const cases[][2] = {
		{"Budgets and Expenditure in Mali", "|money||0|1"}, {"Budgets and Expenditure", "|money||0|1"},
		{"Budgets et dépenses au Mali", "|money||0|1"}, {"< Back", "|money||0|1"},
		{"Latest contributions", "|contributions||0|1"}, {"Dernières contributions", "|contributions||0|1"},
		{"Key Figures", "|none||0|1"}, {"Chiffres clés", "|none||0|1"}, {"Plan Overview", "|none||0|1"}, {"Location", "|none||0|1"},
		{"CHOOSE A YEAR", "|none||0|1"},
		{"BUDGETS AND EXPENDITURE IN MALI", "|money||0|1"}, {"LATEST CONTRIBUTIONS", "|contributions||0|1"},
		{"DERNIÈRES CONTRIBUTIONS", "|contributions||0|1"}, {"Key figures", "|none||0|1"}, {"CHIFFRES CLÉS", "|none||0|1"},
		{"Latest contributions were received", NULL}, {"Key Figures 2019", NULL}, {"Location of camps", NULL}, {"< Back to top", NULL},
		{"", NULL}, {"2019 275,779", NULL}, {"Increase in", NULL}, {"latest contributions", NULL}, {"Our Latest contributions", NULL},
	};

	(void)state;
	lines(cases, countof(cases));
}

static void
people(void **state)
{
	static const char *const cases[][2] = {
		{"People of Concern [projection]", "|people| projected|0|1"}, {"People of Concern - 2O17", NULL}, {"People of Concern - 0517", NULL},
		{"People of Concern", "|people||0|1"}, {"Personnes relevant de la compétence du HCR", "|people||0|1"},
		{"People of Concern Personnes relevant de la compétence du HCR", "|people||0|1"},
		{"People of Concern - 2017", "|people|2017|0|1"}, {"People of Concern - 2016 [projected]", "|people|2016 projected|0|1"},
		{"People of Concern Personnes relevant de la compétence du HCR - 2016 [projected]", "|people|2016 projected|0|1"},
		{"Personnes relevant de la compétence du HCR - 2016 [projeté]", "|people|2016 projected|0|1"},
		{"People of Concern – 2017", "|people|2017|0|1"}, {"People of Concern — 2017", "|people|2017|0|1"},
		{"People of Concern 2017", "|people|2017|0|1"}, {"People of Concern-2017", "|people|2017|0|1"},
		{"People of Concern [projected]", "|people| projected|0|1"},
		{"People of Concern | Personnes relevant de la compétence du HCR | - 2016 |", NULL},
		{"People of Concern | - 2016", "|people|2016|0|1"}, {"People of Concern |", "|people||0|1"},
		{"PEOPLE OF CONCERN PERSONNES RELEVANT DE LA COMPÉTENCE DU HCR - 2016 [PROJECTED]", "|people|2016 projected|0|1"},
		{"People of concern", "|people||0|1"},
		/* prose that begins like it */
		{"People of Concern to us live here", NULL}, {"People of Concern - 201", NULL}, {"People of Concern - 2017 and more", NULL},
		{"People of Concern - 20177", NULL}, {"People of Concern 275,779", NULL}, {"People of Concern: 5", NULL}, {"People of", NULL},
		{"people of concern", NULL}, {"The People of Concern", NULL}, {"People of Concern - 2017 2018", NULL},
	};

	(void)state;
	lines(cases, countof(cases));
}

static void
a_page(void **state)
{
	static const char *const page[] = {
		"Operation: Opération: Mali", "Key Figures", "2019 year-end results", "People of Concern - 2019 [projected]", "2019 275,779",
		"< Back", "Latest contributions", "Brazil", NULL,
	};

	(void)state;
	says(page, "Mali|contributions|2019 projected|1|5");
	says((const char *[]){"Location", "Operation: Mali", "People of Concern - 2016 [projected]", "People of Concern - 2017", NULL},
	     "Mali|people|2017|1|4");
	says((const char *[]){"People of Concern - 2016 [projected]", "People of Concern", NULL}, "|people||0|2");
	says((const char *[]){"Subregion:", "West Africa", "People of Concern", NULL}, "West Africa|no country people||1|3");
	says((const char *[]){"Operation: Togo | 2019", NULL}, "Togo|none||1|1");
}

/* Nothing that the page before said holds for the next one. */
static void
pages(void **state)
{
	(void)state;
	says((const char *[]){"Subregion: West Africa", "People of Concern - 2016 [projected]", "Operation: Mali", NULL}, "Mali|none||2|3");
	says((const char *[]){"Operation: Mali", "Latest contributions", "Regional Office in Senegal", NULL}, "Senegal|no country none||2|3");
	says((const char *[]){"Operation: Mali", "People of Concern", "Operation: Mali", "People of Concern", NULL}, "Mali|people||2|4");
}

/* Where the name is missing, only a line that says nothing else is the name; with a heading it is too late for one. */
static void
a_name_that_is_missing(void **state)
{
	(void)state;
	says((const char *[]){"Operation:", "Key Figures", NULL}, "|none||1|2");
	says((const char *[]){"Operation:", "People of Concern", "2019 275,779", NULL}, "|people||1|2");
	says((const char *[]){"Operation:", "Latest contributions", "30-JUN-2020", NULL}, "|contributions||1|2");
	says((const char *[]){"Operation:", "Operation: Mali", "Brazil", NULL}, "Mali|none||1|2");
}

/* A line that begins like the one before says what it says when nothing is remembered. */
static void
owners_again(void **state)
{
	static const char *const begins[] = {"Operation:", "Operation: ", "Opération: ", "Operation: Opération: ", "Subregion: ",
	                                     "Regional Office in ", "Operation: Subregion: ", "Operation: | ", "", "Sous-région :  "};
	static const char *const names[] = {"Mali", "Chad", "Oman", "Operation", "Kenya and more", "", "| Mali", "Mali |", "Mali | x", "Égypte",
	                                    "Perú", "Operation: Togo", "Regional Office in Senegal", "the rest of it", "B", "People of Concern"};
	struct caption kept = {.page = 0}, bare = {.page = 0};

	(void)state;
	for (int i = 0; i < 100000; i++) {
		char line[128];
		struct str text;

		snprintf(line, sizeof line, "%s%s", begins[(size_t)rand() % countof(begins)], names[(size_t)rand() % countof(names)]);
		text = str_trim(str_of(line));
		bare.owner_n = 0;
		assert_int_equal(caption_line(&kept, text), caption_line(&bare, text));
		if (!str_eq(buf_str(&kept.operation), buf_str(&bare.operation)))
			fail_msg("%.*s instead of %.*s", (int)kept.operation.n, kept.operation.data, (int)bare.operation.n,
			         bare.operation.data);
		assert_int_equal(kept.nameless, bare.nameless);
		assert_int_equal(kept.no_country, bare.no_country);
		assert_int_equal(kept.section, bare.section);
		assert_true(kept.page == bare.page && kept.part == bare.part && kept.names == bare.names);
	}
	caption_free(&kept);
	caption_free(&bare);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(owners),
		cmocka_unit_test(owners_again),
		cmocka_unit_test(sections),
		cmocka_unit_test(people),
		cmocka_unit_test(a_page),
		cmocka_unit_test(pages),
		cmocka_unit_test(a_name_that_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
