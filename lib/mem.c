#include <stdint.h>
#include <stdlib.h>
#include "diag.h"
#include "mem.h"

void *
mem_resize(void *old, size_t n, size_t size)
{
	void *p;

	if (n == 0 || size == 0)
		n = size = 1;
	if (n > SIZE_MAX / size)
		diag_die(STATUS_IO, "out of memory: %zu × %zu bytes", n, size);
	p = realloc(old, n * size);
	if (p == NULL)
		diag_die(STATUS_IO, "out of memory: %zu bytes", n * size);
	return p;
}

void *
mem_alloc(size_t n, size_t size)
{
	return mem_resize(NULL, n, size);
}

void *
mem_grow(void *old, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return old;
	*cap = *cap ? *cap * 2 : 8;
	return mem_resize(old, *cap, size);
}

char *
mem_copy(struct str a)
{
	char *p = mem_alloc(a.n + 1, 1);

	if (a.n)
		memcpy(p, a.s, a.n);
	p[a.n] = '\0';
	return p;
}

char *
buf_grow(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 64;

	if (more > SIZE_MAX / 2 - b->n)
		diag_die(STATUS_IO, "out of memory: %zu bytes", more);
	while (cap < b->n + more)
		cap *= 2;
	b->data = mem_resize(b->data, cap, 1);
	b->cap = cap;
	return b->data + b->n;
}

void
buf_set(struct buf *b, struct str text)
{
	b->n = 0;
	buf_add(b, text);
}

struct arena_block {
	struct arena_block *next;
	size_t n, cap;
	char data[];
};

#define BLOCK ((size_t)16 << 10) /* bytes of a block, but for longer texts */

struct str
arena_copy(struct arena *a, struct str text)
{
	struct arena_block *b = a->block;
	char *to;

	if (b == NULL || b->cap - b->n < text.n) {
		size_t cap = text.n > BLOCK ? text.n : BLOCK;

		b = mem_alloc(1, sizeof *b + cap);
		*b = (struct arena_block){.next = a->block, .cap = cap};
		a->block = b;
	}
	to = b->data + b->n;
	if (text.n)
		memcpy(to, text.s, text.n);
	b->n += text.n;
	return (struct str){to, text.n};
}

void
arena_free(struct arena *a)
{
	while (a->block) {
		struct arena_block *next = a->block->next;

		free(a->block);
		a->block = next;
	}
}
