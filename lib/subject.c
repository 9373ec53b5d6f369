#include "contribution.h"
#include "finance.h"
#include "population.h"
#include "subject.h"

bool
subject_knows(struct str name)
{
	return population_knows(name) || finance_knows(name) || contribution_knows(name);
}

/* What tables hold, by one or two columns that no other has. The first line that fits is taken. */
static const struct {
	struct str name, and;
	const char *what;
} signs[] = {
	{STR("applied"), STR(""), "applications for asylum, which no tool here reads"},
	{STR("appliedduringyear"), STR(""), "applications for asylum, which no tool here reads"},
	{STR("#inneed+applications+asylumseekers"), STR(""), "applications for asylum, which no tool here reads"},
	{STR("decrecognized"), STR(""), "decisions on asylum, which no tool here reads"},
	{STR("recognizeddecisions"), STR(""), "decisions on asylum, which no tool here reads"},
	{STR("decisionsrecognized"), STR(""), "decisions on asylum, which no tool here reads"},
	{STR("#inneed+asylumseekers+recognized"), STR(""), "decisions on asylum, which no tool here reads"},
	{STR("footnote"), STR(""), "footnotes, which no tool here reads"},
	{STR("f04"), STR("m04"), "people by age and sex, of whom poc-extract reads the totals"},
	{STR("female04"), STR("male04"), "people by age and sex, of whom poc-extract reads the totals"},
	{STR("codevalues"), STR(""), "figures behind codes, which no tool here reads"},
	{STR("transactiontypecode"), STR("iatiidentifier"), "transactions of IATI, of which donors-list reads types 1 and 11, "
	 "budget-series and gap-calc 3 and 4"},
	{STR("budgetvalue"), STR("iatiidentifier"), "budgets of IATI, which budget-series and gap-calc read"},
	{STR("cluster"), STR("requirements"), "requirements and funding by cluster, which no tool here reads"},
	{STR("requirements"), STR("funding"), "requirements and funding, which budget-series and gap-calc read"},
	{STR("budget"), STR(""), "budgets, which budget-series and gap-calc read"},
	{STR("donor"), STR(""), "contributions, which donors-list reads"},
	{STR("srcorganization"), STR("boundary"), "flows of OCHA FTS, of which donors-list reads the incoming ones"},
	{STR("sourceobjectsname"), STR("boundary"), "flows of OCHA FTS, of which donors-list reads the incoming ones"},
	{STR("sourceorg"), STR("boundary"), "flows of OCHA FTS, of which donors-list reads the incoming ones"},
	{STR("refugees"), STR(""), "people of concern, which poc-extract reads"},
	{STR("persons"), STR(""), "people of concern, which poc-extract reads"},
	{STR("populationtype"), STR(""), "people of concern, which poc-extract reads"},
	{STR("errorcode"), STR(""), "a server's message of an error, not data; look at the address"},
	{STR("errormessage"), STR(""), "a server's message of an error, not data; look at the address"},
	{STR("error"), STR(""), "a server's message of an error, not data; look at the address"},
	{STR("message"), STR("code"), "a server's message of an error, not data; look at the address"},
	{STR("message"), STR("status"), "a server's message of an error, not data; look at the address"},
	{STR("message"), STR(""), "a server's message of an error, not data; look at the address"},
	{STR("title"), STR("status"), "a server's message of an error, not data; look at the address"},
};

static bool
has(const struct shape *shape, struct str key)
{
	for (size_t i = 0; i < shape->n; i++)
		if (str_folds_to(shape->name[i], key))
			return true;
	return key.n == 0;
}

const char *
subject_seems(const struct shape *shape)
{
	for (size_t i = 0; i < countof(signs); i++)
		if (has(shape, signs[i].name) && has(shape, signs[i].and))
			return signs[i].what;
	return NULL;
}
