/*
 * vocabulary: from the names that sources use to what they mean. One table per meaning, all spellings side by side.
 */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stdbool.h>
#include "record.h"
#include "str.h"

/*
 * A spelling, as str_fold() makes it, what it means, and a detail of that (a code, a unit; see the table's owner). A HXL tag
 * stands there with its attributes in alphabetic order, as in #country+asylum+code (https://hxlstandard.org/standard/);
 * sources may have them in any.
 */
struct term {
	struct str key;
	int meaning, detail;
};

/* A table of terms, and the one to look in when it has not got the name: what all subjects share. */
struct vocabulary {
	const struct term *term;
	size_t n;
	const struct vocabulary *shared;
	int several; /* the meaning of columns that stand beside one another, told apart by their details; 0: none has */
};

/*
 * What the columns that all subjects share hold: in `shared_words`. Meanings of a subject's own begin behind them, those of
 * IATI (see iati.h) at COLUMN_IATI; those from COLUMN_MANY on may stand in several columns of a table, as the values of an
 * array in JSON do.
 */
enum shared_column {
	COLUMN_OPERATION, COLUMN_ISO3, COLUMN_YEAR, COLUMN_UNIT, COLUMN_OWN, COLUMN_IATI = 50, COLUMN_MANY = 100, COLUMN_END = 128
};
extern const struct vocabulary shared_words;

/* The term under which the name stands, the first one if there are several; NULL for none. Vocabularies do not change. */
const struct term *term_find(const struct vocabulary *, struct str name);

/* Whether a text is one of the words for "not known": "-", "NA", "N/A", "n/a", "..". */
bool value_missing_word(struct str);

/* Whether a value is not known: empty, null, or such a word. Most others show at a glance that they are none. */
static inline bool
value_missing_text(struct str text)
{
	if (text.n > 3 || (text.n == 3 && text.s[1] != '/'))
		return false;
	return text.n == 0 || ((text.s[0] < '0' || text.s[0] == 'N' || text.n == 3) && value_missing_word(text));
}

static inline bool
value_missing(const struct cell *cell)
{
	return value_missing_text(cell->text);
}

/* How many shapes are kept in mind: those of a page come again on the next one. */
#define COLUMNS_KEPT 8

/* What the columns of a shape mean. Zero-initialized knows none. */
struct columns {
	unsigned serial;            /* the shape's */
	unsigned slot;              /* its number among those kept */
	const struct term **term;   /* of each column; NULL: nothing to us */
	size_t n;
	size_t known;               /* how many mean something */
	const size_t *first;        /* the first column of each meaning; n where there is none */
	/* private */
	struct columns_shape {
		unsigned serial;
		const struct term **term; /* owned */
		size_t n, cap, known;
		size_t *first;            /* owned: COLUMN_END of them */
	} kept[COLUMNS_KEPT];
	unsigned oldest;
};

/*
 * Looks the names of a shape up, if it is none of those kept. Where two columns mean the same (of the meaning `several`: and
 * the detail), the one whose spelling stands first in the table is taken, the other means nothing. Two columns of one name are
 * malformed: reported, false.
 */
bool columns_learn_shape(struct columns *, const struct record *, const struct vocabulary *);
static inline bool
columns_learn(struct columns *c, const struct record *record, const struct vocabulary *words)
{
	return c->serial == record->shape->serial || columns_learn_shape(c, record, words);
}
void columns_free(struct columns *);

/* The columns that have a meaning, one by one: the first from `from` on; columns.n behind the last. */
size_t columns_find(const struct columns *, int meaning, size_t from);

/* Whether any column has the meaning. */
static inline bool
columns_have(const struct columns *c, int meaning)
{
	return c->n > 0 && c->first[meaning] < c->n;
}

/* The term of the column that has it; NULL for none. */
static inline const struct term *
columns_term(const struct columns *c, int meaning)
{
	return columns_have(c, meaning) ? c->term[c->first[meaning]] : NULL;
}

/* The cell under a meaning; NULL where no column has it, or where its value is missing. */
static inline const struct cell *
columns_cell(const struct columns *c, const struct record *record, int meaning)
{
	size_t i = c->n > 0 ? c->first[meaning] : 0;

	return i < c->n && !value_missing(&record->cell[i]) ? &record->cell[i] : NULL;
}

/* The text of that cell; empty for NULL. */
static inline struct str
columns_text(const struct columns *c, const struct record *record, int meaning)
{
	const struct cell *cell = columns_cell(c, record, meaning);

	return cell ? cell->text : S("");
}

/*
 * Adds the names of the shape, ", " between them and at most `most` bytes, to the buffer: for messages. known, unless it is
 * NULL, has the term of each: those that have one are left out.
 */
struct str columns_names(const struct shape *, const struct term *const *known, struct buf *, size_t most);

#endif
