#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "donor.h"

static void
is_type(const char *words, enum donor_type type)
{
	enum donor_type got = donor_type_of(str_of(words));

	if (got != type)
		fail_msg("\"%s\" is %d instead of %d", words, (int)got, (int)type);
}

static void
our_types(void **state)
{
	(void)state;
	for (int i = DONOR_GOVERNMENT; i < DONOR_TYPES; i++)
		assert_int_equal(donor_type_of(str_of(donor_type_name((enum donor_type)i))), i);
	assert_string_equal(donor_type_name(DONOR_UNKNOWN), "");
	assert_string_equal(donor_type_name(DONOR_GOVERNMENT), "government");
	is_type("Government", DONOR_GOVERNMENT);
	is_type("PRIVATE ", DONOR_PRIVATE);
	is_type("multilateral", DONOR_MULTILATERAL);
	is_type("other", DONOR_OTHER);
}

static void
types_of_iati(void **state)
{
	static const struct {
		const char *code;
		enum donor_type type;
	} rows[] = {
		{"10", DONOR_GOVERNMENT}, {"11", DONOR_GOVERNMENT}, {"15", DONOR_MULTILATERAL}, {"40", DONOR_MULTILATERAL},
		{"60", DONOR_PRIVATE}, {"70", DONOR_PRIVATE}, {"80", DONOR_PRIVATE}, {"21", DONOR_OTHER}, {"22", DONOR_OTHER},
		{"23", DONOR_OTHER}, {"24", DONOR_OTHER}, {"30", DONOR_OTHER}, {"71", DONOR_OTHER}, {"72", DONOR_OTHER},
		{"73", DONOR_OTHER}, {"90", DONOR_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < countof(rows); i++)
		is_type(rows[i].code, rows[i].type);
	is_type("1", DONOR_TYPES);
	is_type("12", DONOR_TYPES);
	is_type("100", DONOR_TYPES);
}

static void
types_of_fts(void **state)
{
	(void)state;
	is_type("Government", DONOR_GOVERNMENT);
	is_type("Governments", DONOR_GOVERNMENT);
	is_type("National government", DONOR_GOVERNMENT);
	is_type("Local government", DONOR_GOVERNMENT);
	is_type("UN agency", DONOR_MULTILATERAL);
	is_type("UN agencies", DONOR_MULTILATERAL);
	is_type("Pooled fund", DONOR_MULTILATERAL);
	is_type("Pooled funds", DONOR_MULTILATERAL);
	is_type("Inter-governmental", DONOR_MULTILATERAL);
	is_type("Inter-governmental organization", DONOR_MULTILATERAL);
	is_type("Inter-governmental organizations", DONOR_MULTILATERAL);
	is_type("Multilateral organization", DONOR_MULTILATERAL);
	is_type("Multilateral organizations", DONOR_MULTILATERAL);
	is_type("NGO", DONOR_OTHER);
	is_type("NGOs", DONOR_OTHER);
	is_type("International NGO", DONOR_OTHER);
	is_type("International NGOs", DONOR_OTHER);
	is_type("National NGO", DONOR_OTHER);
	is_type("National NGOs", DONOR_OTHER);
	is_type("Local NGO", DONOR_OTHER);
	is_type("Local NGOs", DONOR_OTHER);
	is_type("Red Cross/Red Crescent", DONOR_OTHER);
	is_type("Private organization/foundation", DONOR_PRIVATE);
	is_type("Private organization", DONOR_PRIVATE);
	is_type("Private organizations", DONOR_PRIVATE);
	is_type("Private individual", DONOR_PRIVATE);
	is_type("Private individuals", DONOR_PRIVATE);
}

static void
several_types(void **state)
{
	(void)state;
	is_type("Government, Government", DONOR_GOVERNMENT);
	is_type("Government,Government", DONOR_GOVERNMENT);
	is_type("UN agency|Pooled fund", DONOR_MULTILATERAL);
	is_type("UN agency, Pooled fund | 40", DONOR_MULTILATERAL);
	is_type("Government, NGO", DONOR_UNKNOWN);
	is_type("Government, NGO, NGO", DONOR_UNKNOWN);
	is_type("Government|Government|NGO", DONOR_UNKNOWN);
	is_type("Government, NGO, Government", DONOR_UNKNOWN);
}

static void
unknown_types(void **state)
{
	(void)state;
	is_type("", DONOR_TYPES);
	is_type("church", DONOR_TYPES);
	is_type("Government, church", DONOR_TYPES);
	is_type("church|Government", DONOR_TYPES);
	is_type("Government,", DONOR_TYPES);
	is_type(",Government", DONOR_TYPES);
	is_type("|", DONOR_TYPES);
	is_type("Government; Government", DONOR_TYPES);
	is_type("governmental", DONOR_TYPES);
	assert_int_equal(donor_type_of((struct str){NULL, 0}), DONOR_TYPES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(our_types),
		cmocka_unit_test(types_of_iati),
		cmocka_unit_test(types_of_fts),
		cmocka_unit_test(several_types),
		cmocka_unit_test(unknown_types),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
