#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include "diag.h"
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
probe(const struct index *x, struct str key, uint32_t hash)
{
	size_t i = hash & (x->slots - 1);

	for (; x->slot[i].number; i = (i + 1) & (x->slots - 1))
		if (x->slot[i].hash == hash && str_eq(index_key(x, x->slot[i].number - 1), key))
			break;
	return i;
}

/* Twice as many slots. The hashes that stand in them tell the new places. */
static void
grow(struct index *x)
{
	struct index_slot *old = x->slot;
	size_t slots = x->slots, mask;

	if (slots == 0)
		seed(x);
	if (slots > UINT32_MAX)
		diag_die(STATUS_IO, "out of memory: %zu keys", x->n);
	x->slots = slots ? slots * 2 : 64;
	mask = x->slots - 1;
	x->slot = mem_alloc(x->slots, sizeof *x->slot);
	memset(x->slot, 0, x->slots * sizeof *x->slot);
	for (size_t n = 0; n < slots; n++) {
		size_t i = old[n].hash & mask;

		if (!old[n].number)
			continue;
		while (x->slot[i].number)
			i = (i + 1) & mask;
		x->slot[i] = old[n];
	}
	free(old);
}

size_t
index_add(struct index *x, struct str key, bool *added)
{
	uint32_t hash;
	size_t i;

	*added = false;
	/* rows of one thing mostly stand together */
	if (x->n > 0 && str_eq(index_key(x, x->last), key))
		return x->last;
	if (x->n >= x->slots - x->slots / 4)
		grow(x);
	hash = (uint32_t)sip_hash(x->seed, key);
	i = probe(x, key, hash);
	if (x->slot[i].number == 0) {
		*added = true;
		x->end = mem_grow(x->end, x->n, &x->cap, sizeof *x->end);
		buf_add(&x->keys, key);
		x->end[x->n++] = x->keys.n;
		x->slot[i] = (struct index_slot){(uint32_t)x->n, hash};
	}
	x->last = x->slot[i].number - 1;
	return x->last;
}

size_t
index_find(const struct index *x, struct str key)
{
	size_t i;

	if (x->slots == 0)
		return SIZE_MAX;
	i = probe(x, key, (uint32_t)sip_hash(x->seed, key));
	return x->slot[i].number ? x->slot[i].number - 1 : SIZE_MAX;
}

struct str
index_key(const struct index *x, size_t number)
{
	size_t begun = number ? x->end[number - 1] : 0;

	return (struct str){x->keys.data + begun, x->end[number] - begun};
}

void
index_free(struct index *x)
{
	free(x->end);
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
