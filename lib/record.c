#include <stdlib.h>
#include "record.h"

unsigned
shape_serial(void)
{
	static unsigned last = 0;

	return ++last;
}

void
builder_free(struct builder *b)
{
	for (size_t i = 0; i < b->used; i++)
		free((char *)b->shape.name[i].s);
	free(b->shape.name);
	free(b->cell);
	free(b->text.data);
	*b = (struct builder){.n = 0};
}

void
builder_begin(struct builder *b)
{
	b->n = 0;
	b->element = b->elements = 0;
	b->text.n = 0;
	b->changed = false;
}

/* Puts the name of the value that comes next into the shape, if it is another one than last time. */
static void
set_name(struct builder *b, struct str name)
{
	struct str *have;

	if (b->n < b->shape.n && str_eq(b->shape.name[b->n], name))
		return;
	b->changed = true;
	b->shape.name = mem_grow(b->shape.name, b->n, &b->name_cap, sizeof *b->shape.name);
	have = &b->shape.name[b->n];
	if (b->n < b->used)
		free((char *)have->s);
	else
		b->used = b->n + 1;
	*have = (struct str){mem_copy(name), name.n};
	if (b->shape.n <= b->n)
		b->shape.n = b->n + 1;
}

void
builder_lend(struct builder *b, struct str name, struct str text, enum cell_kind kind)
{
	set_name(b, name);
	b->cell = mem_grow(b->cell, b->n, &b->cap, sizeof *b->cell);
	b->cell[b->n++] = (struct cell){.text = text, .kind = kind, .element = b->element};
}

void
builder_add(struct builder *b, struct str name, struct str text, enum cell_kind kind)
{
	/* the text buffer may still move: the pointer is set at the end, a NULL marks it */
	buf_add(&b->text, text);
	builder_lend(b, name, (struct str){NULL, text.n}, kind);
}

void
builder_end(struct builder *b, struct record *record, enum record_kind kind, struct pos at)
{
	const char *s = b->text.data ? b->text.data : "";

	for (size_t i = 0; i < b->n; i++) {
		struct str *text = &b->cell[i].text;

		if (text->s == NULL) {
			text->s = s;
			s += text->n;
		}
		*text = str_trim(*text);
	}
	if (b->changed || b->n != b->shape.n || b->shape.serial == 0) {
		b->shape.n = b->n;
		b->shape.serial = shape_serial();
		b->shape.at = at;
	}
	record->kind = kind;
	record->at = at;
	record->shape = &b->shape;
	record->cell = b->cell;
}
