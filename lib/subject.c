#include "contribution.h"
#include "finance.h"
#include "population.h"
#include "subject.h"

bool
subject_knows(struct str name)
{
	return population_knows(name) || finance_knows(name) || contribution_knows(name);
}
