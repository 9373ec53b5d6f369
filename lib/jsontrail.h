/*
 * jsontrail: the way through records whose like was seen before.
 *
 * Records of JSON that follow one another repeat, byte for byte, what stands between their values: {"year": and ,"coo_name":
 * and },{"year":. The trail learns these texts from records that were read the plain way (see jsonrows.h), as edges that lead
 * from one place among names, arrays and objects to the next. A record all of whose edges are known is then read by comparing
 * texts; its values are taken where they stand. Whatever is unusual (an escape, a new name, a record that is not all in the
 * window) is left to the plain way, which finds the record as it was.
 */
#ifndef JSONTRAIL_H
#define JSONTRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "json.h"
#include "record.h"
#include "source.h"

/* Where a value stands. */
struct trail_place {
	struct str name;  /* the names on the way to it, joined by dots: "sourceObjects.name" */
	struct str leaf;  /* the last of them */
	size_t depth;     /* of its object inside the record's, which has 0 */
	bool in_array;
	/* private */
	struct str id;    /* owns its memory */
	unsigned first;   /* of the edges that lead on; 0: none */
};

/* A text that leads from one value to the next. Those of one place are linked by `next`. */
struct trail_edge {
	const char *text; /* owns its memory; SCAN_SHORT bytes more */
	size_t n;
	unsigned beyond;   /* of SCAN_SHORT bytes, those behind its end, bit i for byte i */
	unsigned to;       /* the place of the value behind it; 0: the record has ended */
	unsigned next;     /* 0: none */
	unsigned elements; /* how many elements of the outermost arrays begin in it */
	unsigned brace;    /* where the record begins in it; 0 as well if it does not */
	unsigned line;     /* where the last line before that begins; 0: none does */
	unsigned lines;    /* how many do */
	unsigned length;   /* the value has been a word of so many bytes (see jsonplain_word()) each time, */
	unsigned word;     /* and that as a mask; 0: it has not */
	enum {
		TRAIL_OTHER,
		TRAIL_FIGURE, /* the value behind it was a whole number when the edge was learned, */
		TRAIL_DASH,   /* but has been "-" as well */
	} like;
	bool in_array;     /* the value behind it */
	bool opens;        /* the array in which that value stands begins here */
	bool breaks;       /* lines begin in it behind that */
};

/* Zero-initialized is empty. */
struct trail {
	bool columns;         /* to be set at first: only records are learned whose arrays hold single values, and at least one */
	/* the values of the record that was followed last; borrowed until the source is asked for more */
	struct cell *cell;
	struct trail_edge **via; /* the edge that led to each; behind them, the one to the end */
	size_t n;
	bool same;            /* they stand where those of the record followed before stood, one by one; */
	bool bare;            /* and then: their texts may stand in CSV as they are, */
	uint64_t zeros, figures; /* and what was seen of them: as a record's */
	/* private */
	bool whole;           /* the last one could be followed to its end */
	bool breaks;          /* lines begin in it */
	unsigned elements;    /* how many have begun so far */
	size_t cap;
	struct trail_place *place; /* 0: between records */
	size_t places, place_cap;
	struct trail_edge *edge;   /* 0: none */
	size_t edges, edge_cap;
	unsigned misses;           /* since a record was followed */
	long long from;            /* where the record begins that may be learned, in bytes of the input; -1: there is none */
};

void trail_free(struct trail *);
/*
 * Reads the record that begins at src->at, with what separates it from the one before. False: its like is not known, and
 * nothing has happened. Otherwise the source stands behind it; *at is where its "{" stands.
 */
bool trail_follow(struct trail *, struct source *, struct pos *at);
/*
 * The same for who has found by himself that the record which begins at src->at goes the way of the one followed last, and ends
 * before `end`: its values are in t->cell.
 */
void trail_pass(struct trail *, struct source *, const char *end, struct pos *at);
/* Builds the record that was followed, but for its end: what is lent to the builder is borrowed. */
void trail_build(const struct trail *, struct builder *);

/* From here on a record is read that could not be followed, with what separates it from the one before. */
void trail_mark(struct trail *, struct json *);
/* It will not be learned: others have been marked since. */
void trail_unmark(struct trail *);
/* It ends here, and is well-formed: learns it, if its bytes are all there and as they came in. */
void trail_learn(struct trail *, const struct json *);

/* Where the i-th value stands. */
static inline const struct trail_place *
trail_place(const struct trail *t, size_t i)
{
	return &t->place[t->via[i]->to];
}

#endif
