/* facts: what the fuzz targets of the three subjects share: how an input is to be read, and what they leave behind. */
#ifndef FACTS_H
#define FACTS_H

#include "csvout.h"
#include "fuzz.h"
#include "reading.h"

/* How to read: form and digits as the input's option says; what is left of it is given back. Pages are noted. */
unsigned facts_how(struct reading_how *, unsigned option);

/* Ends a reading: what it ended with, why nothing was found, and what is said of pages that did not come in. */
void facts_end(struct buf *out, const struct source *, const struct reading *, size_t found, enum read got);

/*
 * The facts of a reading as the tool's table, and as texts, both without their places. Begins with the names of the columns;
 * facts_row() takes the fields of a row.
 */
void facts_table(const char *const *column, size_t n);
void facts_row(const struct str *field, size_t n);

/*
 * Whether that table, read by the reader, gives the same rows again, and is read to its end. The reader calls facts_row() as it
 * did the first time.
 */
void facts_again(fuzz_reader *, struct reading_how *);

/* The text of a number; that of NULL is empty. It lasts for some calls. */
struct str facts_number(const struct dec *);

#endif
