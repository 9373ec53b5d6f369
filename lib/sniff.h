/*
 * sniff: which form an input has, by its first bytes. It knows no subject: which column names mean something, the caller tells.
 */
#ifndef SNIFF_H
#define SNIFF_H

#include <stdbool.h>
#include "source.h"

enum form { FORM_AUTO, FORM_TEXT, FORM_HTML, FORM_JSON, FORM_CSV };

/* How many records of a table may stand before its header. */
#define SNIFF_RECORDS 30

/*
 * JSON begins with {" {} [{ [[ or []; HTML with < before a letter, ! / or ?; a table has, among its first records, one that
 * is a row of HXL tags or holds two known names; anything else is the text of a page. *delimiter is set for a table: which of
 * , ; tab | it was, unless it is given already (not NUL). Consumes nothing; what the source cannot read it will say later.
 */
enum form sniff(struct source *, str_test *known, char *delimiter);

/* Whether one of the first records is a header, under the given delimiter or, if it is NUL, one of ours, which is then set. */
bool sniff_header(struct source *, str_test *known, char *delimiter);

/* Whether a field is a HXL tag: "#country+code". */
bool sniff_tag(struct str field);

/*
 * Whether a row of HXL tags is among the next SNIFF_RECORDS lines of a table with that delimiter. These are waited for, so that
 * the table is the same however it comes in.
 */
bool sniff_tags(struct source *, char delimiter);

#endif
