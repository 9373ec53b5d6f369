/* cell: one value of a record. */
#ifndef CELL_H
#define CELL_H

#include "str.h"

enum cell_kind { CELL_TEXT, CELL_NUMBER, CELL_NULL, CELL_OTHER };

struct cell {
	struct str text; /* trimmed; empty for null */
	enum cell_kind kind;
	unsigned element; /* of the JSON array that it stands in, counted from 1 through the record; 0: in none */
};

#endif
