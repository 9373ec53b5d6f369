/*
 * names: what names say, each worked out once: the same donors, countries and kinds come in thousands of rows.
 *
 * A table of fixed size. A name has a few places; where all are taken, it gets one of them, and what stood there is worked out
 * again when it comes again. So an input of ever new names costs no memory, and no more time than without a table.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdint.h>
#include "donor.h"
#include "mem.h"
#include "str.h"

#define NAMES_LONGEST 256 /* bytes of a name that has a place of its own; longer ones share one */

/* What a name says; which of it, and how it is read, is for who works it out. */
struct known {
	struct str text, iso3;
	enum donor_type type;
	uint64_t number; /* no two names of a run have the same one, and what was forgotten gets another; 0: too long to have one */
};

/*
 * Works out what the name says: sets text, iso3 and type of *found. Where text is not the name itself, nor static, it is added
 * to *room, which is empty.
 */
typedef void names_learn(struct str name, struct buf *room, struct known *found);

/* {.learn = ..., .places = ...} is empty. */
struct names {
	names_learn *learn;
	size_t places; /* a power of two, 4 or more */
	/* private */
	struct names_place {
		struct buf name, room;
		uint32_t hash;
		struct known found;
	} **place; /* each of them NULL, where it is empty */
	const struct names_place *last; /* the one that was found last; NULL: none yet */
	unsigned turn;
};

/* What the name says; borrowed until the next call. */
const struct known *names_find(struct names *, struct str name);
/* The same, quick for the name that was found last. */
static inline const struct known *
names_again(struct names *names, struct str name)
{
	const struct names_place *last = names->last;

	return last && str_eq(buf_str(&last->name), name) ? &last->found : names_find(names, name);
}
void names_free(struct names *);

#endif
