/* subject: the names that any of the subjects knows. An input with two of them is a table of ours, whichever tool reads it. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdbool.h>
#include "str.h"

/* Whether a column name, a key or a HXL tag means something to any subject. */
bool subject_knows(struct str name);

#endif
