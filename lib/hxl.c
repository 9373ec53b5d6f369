#include <string.h>
#include "hxl.h"
#include "str.h"

static const struct {
	const char *name, *tag;
} columns[] = {
	/* where and when */
	{"operation", "#country+name"},
	{"iso3", "#country+code"},
	{"origin", "#country+name+origin"},
	{"origin_iso3", "#country+code+origin"},
	{"year", "#date+year"},
	/* people of concern */
	{"status", "#status"},
	{"code", "#indicator+code"},
	{"population_type", "#indicator+name"},
	{"persons", "#affected"},
	/* money */
	{"pillar", "#activity+pillar"},
	{"budget", "#value+budget"},
	{"funding", "#value+funding"},
	{"expenditure", "#value+expenditure"},
	{"unit", "#value+unit"},
	{"against", "#meta+against"},
	{"gap", "#value+gap"},
	{"gap_pct", "#value+gap+pct"},
	{"covered_pct", "#value+covered+pct"},
	/* contributions */
	{"date", "#date"},
	{"donor", "#org+name+funder"},
	{"donor_type", "#org+type+funder"},
	{"amount", "#value+funding+total"},
	{"recipient", "#country+code+dest"},
	{"contributions", "#meta+contributions"},
	{"first", "#date+start"},
	{"last", "#date+end"},
	/* what options append */
	{"change", "#value+change"},
	{"change_pct", "#value+change+pct"},
	{"source", "#meta+source"},
	{"line", "#meta+line"},
};

const char *
hxl_tag(const char *column)
{
	for (size_t i = 0; i < countof(columns); i++)
		if (strcmp(columns[i].name, column) == 0)
			return columns[i].tag;
	return "";
}
