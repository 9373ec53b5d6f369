/*
 * contribution_row: a contribution out of a record: under our own names of columns, as a flow of OCHA's FTS (CSV, JSON, or the
 * export of its site), or as a transaction of IATI. To teach the tools another name, add a line to the table in
 * contribution_row.c.
 */
#ifndef CONTRIBUTION_ROW_H
#define CONTRIBUTION_ROW_H

#include "contribution.h"

extern const struct vocabulary contribution_words;

/* Room for the texts of a contribution that stand nowhere in its record as they are. Zero-initialized is empty. */
struct contribution_texts {
	char date[DATE_MAX];
	struct buf donor, type, recipient;
};

void contribution_texts_free(struct contribution_texts *);

/*
 * The contribution that the reading's record is; its texts are borrowed from the record and from texts. READ_END: it is none
 * (an internal flow, an expenditure), the reading knows why. READ_BAD: reported.
 */
enum read contribution_row(struct reading *, struct contribution_texts *, struct contribution *);

#endif
