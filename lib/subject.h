/*
 * subject: what all subjects together know of tables: the names of columns (an input with two of them is a table of ours,
 * whichever tool reads it), and what a table holds that is another tool's, or nobody's.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdbool.h>
#include "record.h"
#include "str.h"

/* Whether a column name, a key or a HXL tag means something to any subject. */
bool subject_knows(struct str name);

/* What a table with these columns seems to hold, for a message: "applications for asylum"; NULL: nobody knows. Static. */
const char *subject_seems(const struct shape *);

#endif
