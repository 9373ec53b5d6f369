/*
 * stranger: what an input in which nothing was found may be, by its beginning: a server's error page, a page that keeps robots
 * out, a text of something else. For messages only; nothing is decided by it.
 */
#ifndef STRANGER_H
#define STRANGER_H

#include <stdbool.h>
#include "mem.h"
#include "str.h"

/*
 * Adds what the input seems to be, and what to do, in words that follow "no figures found: ". true: that says it all; false: it
 * is only named, by its title or its first line, or there is nothing to name and nothing was added.
 */
bool stranger_say(struct str head, struct buf *);

#endif
