/* jsonlists: the part of jsonrows that reads arrays of arrays: values without names, or under those of the first array. */
#ifndef JSONLISTS_H
#define JSONLISTS_H

#include "jsonrows.h"

/* The next inner array, whose "[" was read if rows->peeked; READ_END when the outer one closes. */
enum read jsonlists_next(struct jsonrows *, struct record *);
/* Takes the array of arrays that begins at rows->json.src->at, if it is one of plain pairs; false: nothing has happened. */
bool jsonlists_take(struct jsonrows *);
/* The next pair of it; READ_END behind the last one. */
enum read jsonlists_pair(struct jsonrows *, struct record *);
/* Forgets the names. */
void jsonlists_drop(struct jsonrows *);

#endif
