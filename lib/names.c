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
		hash ^= hash >> 32; /* only lower bits reach higher ones by multiplication */
	}
	if (name.n >= 8)
		hash ^= word_at(name.s + name.n - 8, 8);
	else if (n >= 4)
		hash ^= word_at(s, 4) << 32 | word_at(s + n - 4, 4);
	else if (n > 0)
		hash ^= (uint64_t)(unsigned char)s[0] << 16 | (uint64_t)(unsigned char)s[n / 2] << 8 | (unsigned char)s[n - 1];
	hash = (hash ^ hash >> 32) * odd;
	hash = (hash ^ hash >> 29) * odd;
	return (uint32_t)(hash >> 32);
}

static bool
holds(const struct names_place *place, struct str name, uint32_t hash)
{
	return place->hash == hash && str_eq(buf_str(&place->name), name);
}

/* A number that no name of this run had before. */
static uint64_t
next_number(void)
{
	static uint64_t last = 0;

	return ++last;
}

/* Gives the place to the name. */
static const struct known *
learn(struct names *names, struct names_place **at, struct str name, uint32_t hash)
{
	struct names_place *place = *at;

	if (!place) {
		place = *at = mem_alloc(1, sizeof *place);
		*place = (struct names_place){.hash = 0};
	}
	names->last = place;
	place->hash = hash;
	place->room.n = 0;
	buf_set(&place->name, name);
	name = buf_str(&place->name);
	place->found = (struct known){.text = name, .iso3 = S("")};
	names->learn(name, &place->room, &place->found);
	place->found.number = name.n <= NAMES_LONGEST ? next_number() : 0;
	return &place->found;
}

static const struct known *
found_at(struct names *names, struct names_place *place)
{
	names->last = place;
	return &place->found;
}

const struct known *
names_find(struct names *names, struct str name)
{
	uint32_t hash = hash_of(name);
	struct names_place **at;

	if (!names->place) {
		names->place = mem_alloc(names->places + 1, sizeof(struct names_place *));
		for (size_t i = 0; i <= names->places; i++)
			names->place[i] = NULL;
	}
	at = &names->place[names->places];
	if (name.n > NAMES_LONGEST)
		return *at && holds(*at, name, hash) ? found_at(names, *at) : learn(names, at, name, hash);
	for (unsigned way = 0; way < WAYS; way++) {
		at = &names->place[(hash + way) & (names->places - 1)];
		if (!*at)
			return learn(names, at, name, hash);
		if (holds(*at, name, hash))
			return found_at(names, *at);
	}
	at = &names->place[(hash + names->turn++ % WAYS) & (names->places - 1)];
	return learn(names, at, name, hash);
}

void
names_free(struct names *names)
{
	for (size_t i = 0; names->place && i <= names->places; i++) {
		if (!names->place[i])
			continue;
		free(names->place[i]->name.data);
		free(names->place[i]->room.data);
		free(names->place[i]);
	}
	free(names->place);
}
