/* feed: gives a text to a reader in pieces of a chosen size, as a slow pipe would. For unit tests. */
#ifndef FEED_H
#define FEED_H

#include <stddef.h>
#include "str.h"

/* A descriptor from which each read(2) gets at most `chunk` bytes, the next ones of the text; 0: all that fits. Close it. */
int feed(struct str text, size_t chunk);

#endif
