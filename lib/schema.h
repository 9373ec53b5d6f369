/*
 * schema: what the columns are that the tools write: type, meaning, and HXL tag (https://hxlstandard.org/standard/). A new
 * column gets a line in schema.c. What the tags of sources mean stands in the vocabularies, beside the names.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "mem.h"

/* The HXL tag of the column of that name; empty where it has none. Static. */
const char *schema_tag(const char *column);

/*
 * Adds one column to the fields of a Table Schema (https://specs.frictionlessdata.io/table-schema/), as a JSON object on a line
 * of its own. The name has to be one of ours.
 */
void schema_field(struct buf *, const char *column);

#endif
