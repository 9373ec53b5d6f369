/*
 * nearest: the word that a misspelled one was probably meant to be, out of words that are tried one by one.
 *
 * How far two words are apart is the number of letters left out, put in, exchanged for another or for the neighbour (the
 * restricted distance of Damerau and Levenshtein), upper and lower case being one. A word is near if at most a quarter of its
 * letters, and always one, are wrong.
 */
#ifndef NEAREST_H
#define NEAREST_H

#include "mem.h"
#include "str.h"

#define NEAREST_WORDS 3 /* as many equally near ones are a hint; more are none */

struct nearest {
	struct str given;
	struct str word[NEAREST_WORDS]; /* the nearest so far, borrowed */
	size_t n;        /* of them; more than NEAREST_WORDS: too many */
	size_t distance; /* of each */
};

/* The misspelled word, which lasts as long as the search. */
void nearest_open(struct nearest *, struct str given);
/* Looks at one of the words; it lasts as long as the search. A word that was tried already does not count again. */
void nearest_try(struct nearest *, struct str word);
/* Adds "; did you mean a, b or c?", each with `before` in front; nothing where no word is near. */
void nearest_say(const struct nearest *, const char *before, struct buf *);

#endif
