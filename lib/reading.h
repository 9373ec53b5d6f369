/*
 * reading: what the three subjects share: opening an input, its figures, places and years, and why nothing was found in it.
 */
#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include "amount.h"
#include "date.h"
#include "decimal.h"
#include "names.h"
#include "paging.h"
#include "table.h"
#include "vocabulary.h"

/* How inputs are to be read. */
struct reading_how {
	enum form form;
	char delimiter;      /* NUL: looks */
	bool by_name;        /* see struct table_how */
	struct paging *paging; /* what takes note of pages of an API's answer; NULL: nobody */
	int significant;     /* digits that count, see dec_parse(): DOUBLE_DIGITS, or 0 for all of them */
};

/* An input that a subject reads, and the record it is at. */
struct reading {
	struct table table;
	struct record record;
	struct columns columns;
	bool unitless;       /* the subject's figures have no unit */
	size_t codes;        /* how many times a page has stated its code */
	struct buf why;      /* why records gave no figures, for a message; empty: nothing special */
	/* private */
	size_t left;         /* records whose figures were left out, */
	struct pos left_at;  /* where the first of them stands, */
	const char *left_what; /* and what it has */
	struct buf iso3;     /* the code that the page stated, and on which page */
	size_t iso3_page;
	unsigned codes_learned[COLUMNS_KEPT]; /* of the shapes that are kept, where their codes stand */
	size_t codes_at[COLUMNS_KEPT];
	struct names *places; /* what the names of operations say: their codes */
	const struct reading_how *how;
};

/* known: the names that any subject knows (subject_knows()). */
void reading_open(struct reading *, struct source *, const struct reading_how *, str_test *known);
void reading_close(struct reading *);

/* The next record, its columns looked up in the subject's vocabulary. */
enum read reading_next(struct reading *, const struct vocabulary *);

/* A figure out of the record; READ_BAD, reported, if the text is no number or too long to be exact. `name` is the column's. */
enum read reading_figure(const struct reading *, struct str text, struct str name, struct dec *);

/* A figure that may stay a text as it stands, as most may. False, and not known by it: for reading_amount(). */
static inline bool
reading_take(const struct reading *r, struct str text, struct amount *amount)
{
	_Static_assert(RECORD_PAD >= 16, "room to read");
	if (text.n > DOUBLE_DIGITS + 1)
		return r->how->significant == DOUBLE_DIGITS && amount_take_noisy(amount, text);
	return r->record.padded ? amount_take_padded(amount, text) : amount_take(amount, text);
}

/* Whether a number of JSON that was cut to an amount is one here, too: not where all digits count. */
static inline bool
reading_takes(const struct reading *r, struct str text)
{
	return text.n <= DOUBLE_DIGITS + 1 || r->how->significant == DOUBLE_DIGITS;
}

/* Any figure that is none of those: the same as reading_figure(). */
enum read reading_amount(const struct reading *, struct str text, struct str name, struct amount *);

/* The name and the ISO code of a place of which one column says one or the other. */
void reading_place_alone(const struct reading *, int name, int code, struct str *place, struct str *iso3);

/*
 * Warns of columns of CSV, from one on, that hold figures, too, under a name that nobody knows. HXL tags tell what they are,
 * and a share (%) is told by the figures.
 */
void reading_unknown(const struct reading *, const struct vocabulary *, size_t from);

/*
 * The name and the ISO code of a place: from the columns with those meanings, the one from the other where there is only one of
 * them. A code column counts as it stands, also where it is empty.
 */
static inline void
reading_place(const struct reading *r, int name, int code, struct str *place, struct str *iso3)
{
	if (!columns_have(&r->columns, name) || !columns_have(&r->columns, code)) {
		reading_place_alone(r, name, code, place, iso3);
		return;
	}
	*place = columns_text(&r->columns, &r->record, name);
	*iso3 = columns_text(&r->columns, &r->record, code);
}

/* The name and the code of the operation whose page this is. */
void reading_page_operation(const struct reading *, struct str *operation, struct str *iso3);

/* The name and the code of the operation: from its columns; in a record without them, from what the page says. */
static inline void
reading_operation(const struct reading *r, struct str *operation, struct str *iso3)
{
	if (r->record.kind == RECORD_ROW && (columns_have(&r->columns, COLUMN_OPERATION) || columns_have(&r->columns, COLUMN_ISO3)))
		reading_place(r, COLUMN_OPERATION, COLUMN_ISO3, operation, iso3);
	else
		reading_page_operation(r, operation, iso3);
}

/* The record's year, or an ISO date; empty where it has none. READ_BAD, reported, if anything else stands there. */
enum read reading_any_year(const struct reading *, struct str *year);
/* The same; most years are four digits. */
static inline enum read
reading_year(const struct reading *r, struct str *year)
{
	*year = columns_text(&r->columns, &r->record, COLUMN_YEAR);
	if (date_is_year(*year))
		return READ_OK;
	return reading_any_year(r, year);
}

/* Notes why the record gives no figures: "what; its columns are a, b, c". Only the first reason is kept, and none on a page. */
void reading_unfit(struct reading *, const char *what);
/* The same where columns that are needed are missing: "a table with A, B, but no MISSING", A and B being those of any use. */
void reading_lacks(struct reading *, const char *missing);
/* Notes that a record with figures gives none, and what they are: "figures without a year". Not on a page. */
void reading_leave(struct reading *, const char *what);
/* Warns of such records where others gave figures. Whether there is nothing more to say: some were found, or it is reported. */
bool reading_done(const struct reading *, enum read got, size_t found);
/* Notes that figures were there, and none of them known. */
void reading_missing(struct reading *);

#endif
