/* mem: memory that is there, or the program has ended with a message (exit status 4). */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>
#include "str.h"

/* Bytes that grow. Zero-initialized is empty; free(data) ends it. */
struct buf {
	char *data;
	size_t n, cap;
};

/* n items of size bytes each; freed with free(). */
void *mem_alloc(size_t n, size_t size);
void *mem_resize(void *, size_t n, size_t size);
/* Room for at least one item more in an array of *cap items, doubling it; n are in use. */
void *mem_grow(void *, size_t n, size_t *cap, size_t size);
/* A copy that ends in NUL; freed with free(). */
char *mem_copy(struct str);

/* The text in place of what was there. It must not lie in the buffer. */
void buf_set(struct buf *, struct str);
/* Room for `more` bytes behind the n that are in use; a pointer to them. */
char *buf_grow(struct buf *, size_t more);

static inline char *
buf_room(struct buf *b, size_t more)
{
	return more <= b->cap - b->n && b->data ? b->data + b->n : buf_grow(b, more);
}

/* memcpy(), without a call for the few bytes that most texts have. */
static inline void
mem_put(char *to, const char *from, size_t n)
{
	if (n > 16) {
		memcpy(to, from, n);
	} else if (n >= 8) {
		memcpy(to, from, 8);
		memmove(to + n - 8, from + n - 8, 8);
	} else if (n >= 4) {
		memcpy(to, from, 4);
		memmove(to + n - 4, from + n - 4, 4);
	} else if (n > 0) {
		to[0] = from[0];
		to[n / 2] = from[n / 2];
		to[n - 1] = from[n - 1];
	}
}

/* memcpy() of at least a byte, where up to MEM_PAD bytes more may be read, and written: most texts want one step. */
#define MEM_PAD 32
static inline void
mem_put_padded(char *to, const char *from, size_t n)
{
	size_t i = 0;

	do
		memcpy(to + i, from + i, MEM_PAD);
	while ((i += MEM_PAD) < n);
}

/* What stands behind a text where more may be read, whatever that is: the same each time, so that all runs do the same. */
#ifndef MEM_BEHIND
#define MEM_BEHIND '\0'
#endif

/* n of these bytes behind what is there; they are no part of it. */
static inline void
buf_pad(struct buf *b, size_t n)
{
	memset(buf_room(b, n), MEM_BEHIND, n);
}

static inline void
buf_add(struct buf *b, struct str a)
{
	mem_put(buf_room(b, a.n), a.s, a.n);
	b->n += a.n;
}

static inline void
buf_byte(struct buf *b, char c)
{
	*buf_room(b, 1) = c;
	b->n++;
}

/* Texts that stay where they are until all of them are freed. Zero-initialized is empty. */
struct arena {
	struct arena_block *block;
};

/* A copy of the text, which lives as long as the arena. */
struct str arena_copy(struct arena *, struct str);
void arena_free(struct arena *);

static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){b->data, b->n};
}

#endif
