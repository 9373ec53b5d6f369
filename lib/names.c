#include <stdlib.h>
#include "names.h"

#define WAYS 4 /* places that a name may have */

static uint64_t
word_at(const char *s, size_t n)
{
	uint64_t word = 0;

	memcpy(&word, s, n);
	return word;
}

/* Quick, and no secret: names that were made to have the same places only take turns there. */
static uint32_t
hash_of(struct str name)
{
	const uint64_t odd = 0x9e3779b97f4a7c15;
	const char *s = name.s;
	uint64_t hash = name.n * odd;
	size_t n = name.n;

	for (; n > 8; n -= 8, s += 8) {
		hash = (hash ^ word_at(s, 8)) * odd;
		hash ^= hash >> 32;
	}
	if (name.n >= 8)
		hash ^= word_at(name.s + name.n - 8, 8);
	else if (n >= 4)
		hash ^= word_at(s, 4) << 32 | word_at(s + n - 4, 4);
	else if (n > 0)
		hash ^= (uint64_t)(unsigned char)s[0] << 16 | (uint64_t)(unsigned char)s[n / 2] << 8 | (unsigned char)s[n - 1];
	hash *= odd;
	return (uint32_t)(hash >> 32);
}

static struct names_place *
open_places(struct names *names)
{
	size_t size = (names->places + 1) * sizeof *names->place;

	names->place = mem_alloc(1, size);
	memset(names->place, 0, size);
	return names->place;
}

static bool
holds(const struct names_place *place, struct str name, uint32_t hash)
{
	return place->hash == hash && place->used && str_eq(buf_str(&place->name), name);
}

/* Gives the place to the name. */
static const struct name *
learn(struct names *names, struct names_place *place, struct str name, uint32_t hash)
{
	place->used = true;
	place->hash = hash;
	place->room.n = 0;
	buf_set(&place->name, name);
	name = buf_str(&place->name);
	place->found = (struct name){.text = name, .iso3 = S("")};
	names->learn(name, &place->room, &place->found);
	place->found.number = name.n <= NAMES_LONGEST ? ++names->number : 0;
	return &place->found;
}

const struct name *
names_find(struct names *names, struct str name)
{
	struct names_place *place = names->place ? names->place : open_places(names), *at = place + names->places;
	uint32_t hash = hash_of(name);

	if (name.n > NAMES_LONGEST)
		return holds(at, name, hash) ? &at->found : learn(names, at, name, hash);
	for (unsigned way = 0; way < WAYS; way++) {
		at = &place[(hash + way) & (names->places - 1)];
		if (holds(at, name, hash))
			return &at->found;
		if (!at->used)
			return learn(names, at, name, hash);
	}
	at = &place[(hash + names->turn++ % WAYS) & (names->places - 1)];
	return learn(names, at, name, hash);
}

void
names_free(struct names *names)
{
	for (size_t i = 0; names->place && i <= names->places; i++) {
		free(names->place[i].name.data);
		free(names->place[i].room.data);
	}
	free(names->place);
}
