/*
 * index: numbers keys in the order of their first appearance. A hash table that no input can slow down: SipHash, seeded anew in
 * every run. Beside its text a key takes 19 to 38 bytes. More than four thousand million keys are as if memory had run out.
 */
#ifndef INDEX_H
#define INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "mem.h"
#include "str.h"

/* Zero-initialized is empty. */
struct index {
	size_t n; /* how many keys there are: they are numbered 0 to n - 1 */
	/* private */
	size_t *end; /* where each key ends in `keys`; it begins where the one before ends */
	size_t cap;
	struct index_slot {
		uint32_t number; /* of the key, from 1; 0: free */
		uint32_t hash;   /* the half of it that tells the place, too */
	} *slot;
	size_t slots; /* a power of two */
	size_t last;  /* the number that was given last */
	struct buf keys;
	uint64_t seed[2];
};

/* The number of the key; *added tells whether it is new. The key is copied. */
size_t index_add(struct index *, struct str key, bool *added);
/* The same without adding: SIZE_MAX where it is not there. */
size_t index_find(const struct index *, struct str key);
void index_free(struct index *);
/* The key of that number; borrowed until the next one is added. */
struct str index_key(const struct index *, size_t number);

/* Puts a part of a key behind the parts in *key, so that no other parts make the same key. Begin with key->n = 0. */
void index_part(struct buf *key, struct str part);
/* Takes the first part out of a key that was made so. */
struct str index_take(struct str *key);

#endif
