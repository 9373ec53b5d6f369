/*
 * hxl: the HXL tags (https://hxlstandard.org/standard/) of the columns that the tools write. A new column gets a line in hxl.c.
 * What the tags of sources mean stands in the vocabularies, beside the names.
 */
#ifndef HXL_H
#define HXL_H

/* The tag of the column of that name; empty where it has none. Static. */
const char *hxl_tag(const char *column);

#endif
