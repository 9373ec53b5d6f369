/*
 * entity: HTML character references, as the HTML Living Standard, §13.2.5.72 ff., reads them in text.
 */
#ifndef ENTITY_H
#define ENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include "str.h"

#define ENTITY_MAX 8 /* bytes of UTF-8 that one reference gives at the most */

/*
 * Decodes the reference at the beginning of text, which starts with '&': named ("&eacute;", also those that HTML knows without
 * the semicolon: the longest one that fits), decimal or hexadecimal. Writes its UTF-8 to out, its length to *n, and returns how
 * many bytes of text it took; 0 when no reference stands there, and the '&' is only itself. A number that is no character gives
 * U+FFFD, 128 to 159 those of windows-1252, as browsers do. `attribute` applies the rule for attribute values: without its
 * semicolon, a name before '=', a letter or a digit is left alone.
 */
size_t entity_decode(struct str text, bool attribute, char out[static ENTITY_MAX], size_t *n);

#endif
