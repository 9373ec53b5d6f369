/*
 * pagejson: where JSON stands in the text of a page, and how far it goes. It knows brackets and strings, and checks nothing.
 *
 * Texts are looked at in blocks: SCAN_BLOCK bytes behind them may be read, unless it is said otherwise.
 */
#ifndef PAGEJSON_H
#define PAGEJSON_H

#include <stdbool.h>
#include <stddef.h>
#include "scan.h"
#include "str.h"

/* How text can begin: not as JSON, surely as JSON, or perhaps, if what the next line brings fits. */
enum pagejson { PAGEJSON_NO, PAGEJSON_YES, PAGEJSON_PERHAPS };

/* Nothing behind the text is read. */
enum pagejson pagejson_begins(struct str);

/* Where in text the first bracket stands that may begin JSON; text.n if none does. */
size_t pagejson_find(struct str text, enum pagejson *how);

/* Follows the brackets of a value, strings respected, from one piece of text to the next. Zero: at its beginning. */
struct pagejson_extent {
	size_t depth;
	size_t opened; /* brackets so far */
	bool string, escape;
	bool controls; /* a control character stands in it: it goes over lines, mostly */
};

/* How many bytes belong to the value, whose first byte is a bracket; e->depth is 0 when it ends with them. */
size_t pagejson_follow(struct pagejson_extent *e, struct str text);

/* The brackets of a block that may begin JSON. */
static inline uint64_t
pagejson_opening(const char *p)
{
	return scan_like(p, 0x20, '{'); /* '[' is 0x5B, '{' 0x7B */
}

#endif
