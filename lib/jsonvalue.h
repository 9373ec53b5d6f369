/* jsonvalue: single values of JSON as cells of records, and the tokens' results as a reader's. */
#ifndef JSONVALUE_H
#define JSONVALUE_H

#include <stdbool.h>
#include "json.h"
#include "record.h"

/* What the reading of something came to: READ_OK goes on, anything else is returned. */
#define TRY(expression)                             \
	do {                                        \
		enum read got_ = (expression);      \
		if (got_ != READ_OK)                \
			return got_;                \
	} while (0)

/* The next token, its error as a result. A text that is not all characters is refused. */
enum read jsonvalue_next(struct json *, enum json_token *);
/* Passes over the value that token began. */
enum read jsonvalue_skip(struct json *, enum json_token);
/* Whether the token is a whole value: no array, no object. */
bool jsonvalue_single(enum json_token);
enum cell_kind jsonvalue_kind(enum json_token);
/* The text of a single value; true and false have one, null has none. */
struct str jsonvalue_text(const struct json *, enum json_token);
/*
 * The short cut for the next item of an array, where that is an array of 1 to `most` single values: takes it, where nothing
 * stands between them and all of them are plain and in the window, from which they are lent. How many there are, *at: its "[";
 * 0: it is something else, and nothing has happened.
 */
size_t jsonvalue_list(struct json *, struct cell *, size_t most, struct pos *at);
/* "WHAT among AMONG: the array is no table": READ_BAD. */
enum read jsonvalue_refuse(const struct json *, const char *what, const char *among);

#endif
