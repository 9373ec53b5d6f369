/* cell: one value of a record. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include "str.h"

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_NULL, CELL_OTHER };

struct cell {
	struct str text; /* trimmed; empty for null */
	enum cell_kind kind;
	unsigned element; /* of the JSON array that it stands in, counted from 1 through the record; 0: in none */
};

/*
 * The values of a record where they stand, in a line of CSV: for who wants few of them, or looks at many at once. The delimiter
 * stands behind each of them but the last, the LF behind that.
 */
struct fields {
	const char *text; /* bytes are counted from here; as many as CSVIN_PAD behind the line may be read */
	const short *end; /* of each value; in front of the first one, that of what stands before the record, or -1 */
	bool quoted;      /* some may stand in quotes */
};

/* The text of a value: what is inside its quotes, if it has any. */
static inline struct str
fields_text(const struct fields *f, size_t i)
{
	const short *end = f->end + i;
	const char *s = f->text + end[-1] + 1;
	size_t quote = f->quoted && *s == '"';

	return (struct str){s + quote, (size_t)(end[0] - end[-1] - 1) - 2 * quote};
}

#endif
