/*
 * contribution_row: a contribution out of a record: under our own names of columns, as a flow of OCHA's FTS (CSV, JSON, or the
 * export of its site), or as a transaction of IATI. To teach the tools another name, add a line to the table in
 * contribution_row.c.
 */
#ifndef CONTRIBUTION_ROW_H
#define CONTRIBUTION_ROW_H

#include "contribution.h"
#include "names.h"

extern const struct vocabulary contribution_words;

/* What the columns of a shape are for; a column that is missing is the number of columns. */
struct contribution_shape {
	unsigned serial;
	bool transactions;      /* of IATI: the rest is nothing */
	bool objects;           /* a flow's objects hold donor, kind and recipient */
	bool coded, classified; /* there are columns for the donor's country, for its kind */
	const char *lacks;      /* what is missing to make it a contribution; NULL: nothing */
	size_t date, donor, kind, iso3, amount, unit, recipient, boundary;
	struct str amount_unit; /* the one that the amount's column tells, or empty */
};

/*
 * What the values of a record's arrays are for, by the columns that they stand in: the objects of a flow. Records of one shape
 * mostly have their values in the same elements, too; `cells` tells whether they do.
 */
struct contribution_objects {
	unsigned serial; /* of the shape that it was learned of */
	struct contribution_object {
		bool source;        /* at the flow's source; else at its destination */
		size_t type, name;
		size_t kind, kinds; /* the kinds of an organization: kinds columns, from kind on in `kind` */
	} *object;
	size_t n, cap;
	size_t *kind;
	size_t kinds, kinds_cap;
	struct contribution_cell {
		size_t column;
		unsigned element;
	} *cell;
	size_t cells, cells_cap;
};

/*
 * What contributions are made of that stands nowhere in their record as it is, and what is remembered from one to the next.
 * contribution_texts_open() begins it.
 */
struct contribution_texts {
	char date[DATE_MAX];
	struct buf donor, type, recipient;
	struct contribution_shape shape;
	bool amounts;       /* some shape has a column of amounts, or needs none: */
	struct buf unknown; /* the columns of one that has none, some of which nobody knows; empty: there was none */
	struct contribution_objects objects;
	struct names donors, types, recipients, places, units;
};

void contribution_texts_open(struct contribution_texts *);
void contribution_texts_free(struct contribution_texts *);

/*
 * The contribution that the reading's record is; its texts are borrowed from the record and from texts. READ_END: it is none
 * (an internal flow, an expenditure), the reading knows why. READ_BAD: reported.
 */
enum read contribution_row(struct reading *, struct contribution_texts *, struct contribution *);

#endif
