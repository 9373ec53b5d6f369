/*
 * index: numbers keys in the order of their first appearance. A hash table that no input can slow down: SipHash, seeded anew in
 * every run.
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
	struct index_entry {
		uint64_t hash;
		size_t key, length; /* in keys */
	} *entry;
	size_t cap;
	size_t *slot; /* entry number + 1; 0: free */
	size_t slots; /* a power of two */
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
