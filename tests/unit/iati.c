#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include "iati.h"

/* An identifier, and its year, operation and code; NULL: it is none of UNHCR's. */
static const struct {
	const char *identifier, *year, *operation, *iso3;
} cases[] = {
	{"XM-DAC-41121-2019-AFR-MLI", "2019", "Mali", "MLI"},
	{"XM-DAC-41121-2020-WCA-MLI", "2020", "Mali", "MLI"},
	{"XM-DAC-41121-2019-MENA-ESH", "2019", "Western Sahara", "ESH"},
	/* operations that are no country keep UNHCR's word, region and all */
	{"XM-DAC-41121-2019-AFR-CODRO", "2019", "AFR-CODRO", ""},
	{"XM-DAC-41121-2019-AME-RB", "2019", "AME-RB", ""},
	{"XM-DAC-41121-2020-EUR-KOS", "2020", "EUR-KOS", ""}, /* UNHCR's own code, not ISO's */
	{"XM-DAC-41121-2019-AFR-mli", "2019", "AFR-mli", ""},
	{"XM-DAC-41121-2019-AFR-M1I", "2019", "AFR-M1I", ""},
	{"XM-DAC-41121-2019-HQ", "2019", "HQ", ""},
	{"XM-DAC-41121-2019-AFR", "2019", "AFR", ""},
	{"XM-DAC-41121-2019-MENA", "2019", "MENA", ""},
	{"XM-DAC-41121-2019", "2019", "", ""},
	{"XM-DAC-41121", NULL, NULL, NULL},
	{"XM-DAC-41121-", NULL, NULL, NULL},
	{"XM-DAC-41121-19-AFR-MLI", NULL, NULL, NULL},
	{"XM-DAC-41121-20190-AFR-MLI", NULL, NULL, NULL},
	{"XM-DAC-41121-2O19-AFR-MLI", NULL, NULL, NULL},
	{"XM-DAC-41121-0519-AFR-MLI", NULL, NULL, NULL},
	{"XM-DAC-41122-2019-AFR-MLI", NULL, NULL, NULL},
	{"2019-AFR-MLI", NULL, NULL, NULL},
	{"", NULL, NULL, NULL},
};

static void
identifiers(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct iati got;
		bool ours = iati_read(str_of(cases[i].identifier), &got);

		if (ours != (cases[i].year != NULL))
			fail_msg("%s is %sours", cases[i].identifier, ours ? "" : "not ");
		if (ours && !(str_eq(got.year, str_of(cases[i].year)) && str_eq(got.operation, str_of(cases[i].operation))
		              && str_eq(got.iso3, str_of(cases[i].iso3))))
			fail_msg("%s gives %.*s|%.*s|%.*s", cases[i].identifier, (int)got.year.n, got.year.s, (int)got.operation.n,
			         got.operation.s, (int)got.iso3.n, got.iso3.s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(identifiers)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
