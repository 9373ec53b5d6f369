/*
 * columns: every column that a tool writes, and its HXL tag (https://hxlstandard.org/standard/). A tool that gets a new column
 * gets a line here.
 */
#ifndef COLUMNS_H
#define COLUMNS_H

/* The HXL tag of the column of that name; empty where it has none. Static. */
const char *columns_tag(const char *name);

#endif
