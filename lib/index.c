#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include "index.h"

static uint64_t
rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static void
sip_round(uint64_t v[static 4])
{
	v[0] += v[1];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[0] = rotate(v[0], 32);
	v[2] += v[3];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

/* SipHash-1-3 (Aumasson and Bernstein, 2012): one round a word, three at the end. */
static uint64_t
sip_hash(const uint64_t seed[static 2], struct str key)
{
	uint64_t v[4] = {seed[0] ^ 0x736f6d6570736575, seed[1] ^ 0x646f72616e646f6d, seed[0] ^ 0x6c7967656e657261,
	                 seed[1] ^ 0x7465646279746573};
	uint64_t last = (uint64_t)key.n << 56, word;

	for (; key.n >= 8; key = str_skip(key, 8)) {
		memcpy(&word, key.s, 8);
		v[3] ^= word;
		sip_round(v);
		v[0] ^= word;
	}
	for (size_t i = 0; i < key.n; i++)
		last |= (uint64_t)(unsigned char)key.s[i] << (8 * i);
	v[3] ^= last;
	sip_round(v);
	v[0] ^= last;
	v[2] ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* Not secret, only unknown to whoever wrote the input. */
static void
seed(struct index *x)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	x->seed[0] = (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec;
	x->seed[1] = (uint64_t)(uintptr_t)x << 16 ^ (uint64_t)getpid();
}

/* The slot where the key is, or where it would be put. */
static size_t
probe(const struct index *x, struct str key, uint64_t hash)
{
	size_t i = (size_t)hash & (x->slots - 1);

	for (; x->slot[i]; i = (i + 1) & (x->slots - 1)) {
		const struct index_entry *e = &x->entry[x->slot[i] - 1];

		if (e->hash == hash && str_eq((struct str){x->keys.data + e->key, e->length}, key))
			break;
	}
	return i;
}

/* At most half of the slots are in use. */
static void
grow(struct index *x)
{
	if (x->slots == 0)
		seed(x);
	x->slots = x->slots ? x->slots * 2 : 64;
	free(x->slot);
	x->slot = mem_alloc(x->slots, sizeof *x->slot);
	memset(x->slot, 0, x->slots * sizeof *x->slot);
	for (size_t n = 0; n < x->n; n++) {
		size_t i = (size_t)x->entry[n].hash & (x->slots - 1);

		while (x->slot[i])
			i = (i + 1) & (x->slots - 1);
		x->slot[i] = n + 1;
	}
}

size_t
index_add(struct index *x, struct str key, bool *added)
{
	uint64_t hash;
	size_t i;

	if (x->n * 2 >= x->slots)
		grow(x);
	hash = sip_hash(x->seed, key);
	i = probe(x, key, hash);
	*added = x->slot[i] == 0;
	if (*added) {
		x->entry = mem_grow(x->entry, x->n, &x->cap, sizeof *x->entry);
		x->entry[x->n] = (struct index_entry){hash, x->keys.n, key.n};
		buf_add(&x->keys, key);
		x->slot[i] = ++x->n;
	}
	return x->slot[i] - 1;
}

size_t
index_find(const struct index *x, struct str key)
{
	size_t i;

	if (x->slots == 0)
		return SIZE_MAX;
	i = probe(x, key, sip_hash(x->seed, key));
	return x->slot[i] ? x->slot[i] - 1 : SIZE_MAX;
}

struct str
index_key(const struct index *x, size_t number)
{
	return (struct str){x->keys.data + x->entry[number].key, x->entry[number].length};
}

void
index_free(struct index *x)
{
	free(x->entry);
	free(x->slot);
	free(x->keys.data);
}

void
index_part(struct buf *key, struct str part)
{
	/* the length in front: no text can be mistaken for a boundary */
	for (size_t n = part.n;; n >>= 7) {
		buf_byte(key, (char)((n & 0x7F) | (n > 0x7F ? 0x80 : 0)));
		if (n <= 0x7F)
			break;
	}
	buf_add(key, part);
}

struct str
index_take(struct str *key)
{
	struct str part = {NULL, 0};
	unsigned shift = 0;
	size_t i = 0;

	do {
		part.n |= ((size_t)key->s[i] & 0x7F) << shift;
		shift += 7;
	} while (key->s[i++] & 0x80);
	part.s = key->s + i;
	*key = str_skip(*key, i + part.n);
	return part;
}
