#include <stdlib.h>
#include <string.h>
#include "json.h"
#include "jsonplain.h"
#include "jsontrail.h"
#include "scan.h"

#define PLACES 1000 /* at most; what comes then is read the plain way */
#define EDGES 4000
#define BRANCHES 16 /* of edges that lead on from one place */
#define DEPTH 32    /* of a record that is learned */

void
trail_free(struct trail *t)
{
	for (size_t i = 0; i < t->places; i++) {
		free((char *)t->place[i].id.s);
		free((char *)t->place[i].name.s);
	}
	for (size_t i = 1; i < t->edges; i++)
		free((char *)t->edge[i].text);
	free(t->place);
	free(t->edge);
	free(t->cell);
	free(t->via);
	*t = (struct trail){.columns = t->columns};
}

/* Whether an edge that is longer than SCAN_SHORT bytes ends as what stands at p, and is the same in between. */
static inline bool
is_long(const struct trail_edge *edge, const char *p, const char *end)
{
	size_t last = edge->n - SCAN_SHORT;

	return end - p >= (ptrdiff_t)edge->n && scan_same(p + last, edge->text + last) == 0xFFFF
	       && (last <= SCAN_SHORT || memcmp(p, edge->text, last) == 0);
}

/*
 * Goes over an edge that may begin at p, and takes the value behind it: where that ends; NULL: it is another edge, or no value,
 * or not all there: a little may be read behind the end before that is seen (less than SOURCE_PAD bytes).
 */
static inline const char *
cross(const struct trail_edge *edge, const char *p, const char *end, struct cell *cell)
{
	if ((scan_same(p, edge->text) & edge->mask) != edge->mask || (edge->n > SCAN_SHORT && !is_long(edge, p, end)))
		return NULL;
	p += edge->n;
	if (edge->to)
		p = jsonplain_value(p, end, cell);
	return p <= end ? p : NULL;
}

/* Puts an edge to the test that leads on behind n values; false: there is none. */
static bool
try_edge(struct trail *t, size_t n, unsigned edge)
{
	if (n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 64;
		t->cell = mem_resize(t->cell, t->cap, sizeof *t->cell);
		t->via = mem_resize(t->via, t->cap, sizeof *t->via);
	}
	t->via[n] = &t->edge[edge];
	return edge != 0;
}

/* Goes on behind n values: the first edge that leads on from there. */
static bool
first_edge(struct trail *t, size_t n)
{
	return try_edge(t, n, t->places ? t->place[n > 0 ? t->via[n - 1]->to : 0].first : 0);
}

/* Another edge than the one that was not to be crossed. Where one is the beginning of another one, the value tells. */
static bool
other_edge(struct trail *t, size_t n)
{
	if (!t->same)
		return try_edge(t, n, t->via[n]->next);
	t->same = false;
	t->elements = 0;
	for (size_t i = 0; i < n; i++)
		t->elements += t->via[i]->elements;
	return first_edge(t, n);
}

/* Notes the element that the value behind n others stands in. */
static void
note_element(struct trail *t, size_t n)
{
	t->elements += t->via[n]->elements;
	t->cell[n].element = t->via[n]->in_array ? t->elements : 0;
}

/* The end of the record that begins at p; NULL: not known. Goes the way of the one before as long as that leads on. */
static const char *
follow(struct trail *t, const char *p, const char *end)
{
	size_t n = 0;

	t->same = t->whole;
	t->whole = false;
	t->elements = 0;
	if (!t->same && !first_edge(t, 0))
		return NULL;
	for (;;) {
		const char *behind = cross(t->via[n], p, end, &t->cell[n]);

		if (!behind) {
			if (!other_edge(t, n))
				return NULL;
			continue;
		}
		p = behind;
		if (!t->via[n]->to)
			break;
		if (!t->same)
			note_element(t, n);
		n++;
		if (!t->same && !first_edge(t, n))
			return NULL;
	}
	t->whole = true;
	t->n = n;
	return p;
}

/* Counts the lines that begin between the two. */
static void
count_lines(struct source *src, const char *from, const char *to)
{
	while ((from = memchr(from, '\n', (size_t)(to - from))))
		source_newline(src, ++from);
}

/* Whether lines begin in the record that was followed. */
static void
note_breaks(struct trail *t)
{
	t->breaks = false;
	for (size_t i = 0; i <= t->n; i++)
		t->breaks |= t->via[i]->breaks;
}

bool
trail_follow(struct trail *t, struct source *src, struct pos *at)
{
	const char *end = follow(t, src->at, src->end), *begun;

	if (!end) {
		t->misses++;
		return false;
	}
	t->misses = 0;
	begun = src->at + t->via[0]->brace;
	if (t->via[0]->line) {
		src->line += t->via[0]->lines - 1;
		source_newline(src, src->at + t->via[0]->line);
	}
	*at = source_pos(src, begun);
	if (!t->same)
		note_breaks(t);
	if (t->breaks)
		count_lines(src, begun, end);
	src->at += end - src->at;
	return true;
}

void
trail_build(const struct trail *t, struct builder *b)
{
	builder_begin(b);
	for (size_t i = 0; i < t->n; i++) {
		b->element = t->cell[i].element;
		builder_lend(b, trail_place(t, i)->name, t->cell[i].text, t->cell[i].kind);
	}
}

/* The way through a record that is learned. */
struct walk {
	struct trail *t;
	const char *p, *end;
	const char *begun;    /* of the edge */
	unsigned from;        /* the place where it begins */
	unsigned brace, elements;
	bool opens;
	size_t depth;         /* arrays and objects that are open */
	size_t outermost;     /* the depth inside the outermost open array; 0: none is */
	struct {
		bool array;
		size_t id, name;  /* how long both are at its beginning */
	} level[DEPTH + 1];
	bool keyed;           /* the key of the member was read */
	size_t leaf;          /* where it begins in the name */
	size_t objects;
	struct buf id, name;  /* of the place of what comes next; the id tells arrays, objects and names apart */
};

static unsigned
place(struct walk *w)
{
	struct trail *t = w->t;
	struct trail_place *place;
	struct str id = buf_str(&w->id);

	for (size_t i = 0; i < t->places; i++)
		if (str_eq(t->place[i].id, id))
			return (unsigned)i;
	t->place = mem_grow(t->place, t->places, &t->place_cap, sizeof *t->place);
	place = &t->place[t->places];
	*place = (struct trail_place){.id = {mem_copy(id), id.n}, .in_array = w->outermost > 0,
	         .depth = w->objects ? w->objects - 1 : 0};
	place->name = (struct str){mem_copy(buf_str(&w->name)), w->name.n};
	place->leaf = str_skip(place->name, w->leaf);
	return (unsigned)t->places++;
}

/* Notes the lines that begin in an edge. */
static void
note_lines(struct trail_edge *edge)
{
	for (unsigned i = 0; i < edge->n; i++) {
		if (edge->text[i] != '\n')
			continue;
		edge->breaks |= i >= edge->brace;
		if (i < edge->brace) {
			edge->lines++;
			edge->line = i + 1;
		}
	}
}

/* Ends the edge at p, where a value begins or, if that is false, the record has ended. False: no more is learned. */
static bool
add_edge(struct walk *w, bool leads_on)
{
	struct trail *t = w->t;
	struct str text = {w->begun, (size_t)(w->p - w->begun)};
	unsigned to = leads_on ? place(w) : 0, *link;
	struct trail_edge *edge;
	size_t branches = 0;
	char *copy;

	for (link = &t->place[w->from].first; *link; link = &t->edge[*link].next, branches++)
		if (str_eq((struct str){t->edge[*link].text, t->edge[*link].n}, text))
			break;
	w->from = to;
	if (*link)
		return true;
	if (branches == BRANCHES || t->edges >= EDGES || t->places >= PLACES || text.n > SOURCE_MAX / EDGES)
		return false;
	copy = mem_alloc(text.n + SCAN_SHORT, 1);
	memset(copy + text.n, 0, SCAN_SHORT);
	memcpy(copy, text.s, text.n);
	*link = (unsigned)t->edges;
	t->edge = mem_grow(t->edge, t->edges, &t->edge_cap, sizeof *t->edge);
	edge = &t->edge[t->edges++];
	*edge = (struct trail_edge){.text = copy, .n = text.n, .to = to, .elements = w->elements, .brace = w->brace, .opens = w->opens,
	        .in_array = w->outermost > 0, .mask = text.n < SCAN_SHORT ? (1u << text.n) - 1 : 0xFFFF};
	note_lines(edge);
	return true;
}

/* A value begins at p. */
static void
begin_value(struct walk *w)
{
	w->elements += w->outermost > 0 && w->depth == w->outermost && !w->t->columns;
	if (w->depth > 0 && w->level[w->depth].array)
		w->id.n = w->level[w->depth].id;
}

/* Passes the bracket at p that begins an array or object. */
static bool
enter(struct walk *w, bool array)
{
	if (w->depth == 0)
		w->brace = (unsigned)(w->p - w->begun);
	begin_value(w);
	if (w->depth == DEPTH || (w->t->columns && w->outermost > 0))
		return false;
	buf_byte(&w->id, array ? '\2' : '\1');
	w->level[++w->depth].array = array;
	w->level[w->depth].id = w->id.n;
	w->level[w->depth].name = w->name.n;
	w->keyed = false;
	w->objects += !array;
	if (array && w->outermost == 0) {
		w->outermost = w->depth;
		w->opens = true;
	}
	w->p++;
	return true;
}

/* Passes the bracket at p that ends one. False: nothing is left to learn. */
static bool
leave_level(struct walk *w)
{
	bool array = w->level[w->depth].array;

	/* an array without a value is not like others */
	if (array && w->t->columns && w->opens)
		return false;
	w->name.n = w->level[w->depth].name;
	if (w->outermost == w->depth)
		w->outermost = 0;
	w->objects -= !array;
	w->depth--;
	w->p++;
	if (w->depth == 0)
		add_edge(w, false);
	return w->depth > 0;
}

/* The string at p ends there, quote included; NULL where it has escapes. */
static const char *
behind_string(const struct walk *w)
{
	const char *p = w->p + 1;

	while (p < w->end && *p != '"' && *p != '\\')
		p++;
	return p < w->end && *p == '"' ? p + 1 : NULL;
}

/* Passes the key at p. */
static bool
key(struct walk *w)
{
	const char *behind = behind_string(w);
	struct str text = {w->p + 1, behind ? (size_t)(behind - w->p) - 2 : 0};

	if (!behind)
		return false;
	w->id.n = w->level[w->depth].id;
	w->name.n = w->level[w->depth].name;
	buf_add(&w->id, text);
	if (w->name.n > 0)
		buf_byte(&w->name, '.');
	w->leaf = w->name.n;
	buf_add(&w->name, text);
	w->keyed = true;
	w->p = behind;
	return true;
}

/* Passes the single value at p: the edge ends, the next one begins behind it. */
static bool
single(struct walk *w)
{
	begin_value(w);
	if (!add_edge(w, true))
		return false;
	if (*w->p == '"')
		w->p = behind_string(w);
	else
		while (w->p < w->end && !strchr(",]} \t\r\n", *w->p))
			w->p++;
	w->begun = w->p;
	w->brace = w->elements = 0;
	w->opens = false;
	return w->p != NULL;
}

/* Passes what stands at p. False: nothing is left to learn. */
static bool
pass(struct walk *w)
{
	switch (*w->p) {
	case '{':
	case '[':
		return enter(w, *w->p == '[');
	case '}':
	case ']':
		return leave_level(w);
	case ',':
		w->keyed = false;
		w->p++;
		return true;
	case ':':
	case ' ':
	case '\t':
	case '\r':
	case '\n':
		w->p++;
		return true;
	default:
		return *w->p == '"' && w->depth > 0 && !w->level[w->depth].array && !w->keyed ? key(w) : single(w);
	}
}

/* Learns a record that is well-formed: its bytes as they came in, with what separates it from the one before. */
static void
learn(struct trail *t, struct str record)
{
	struct walk w = {.t = t, .p = record.s, .end = record.s + record.n, .begun = record.s};

	if (t->edges == 0) {
		t->edge = mem_grow(t->edge, 0, &t->edge_cap, sizeof *t->edge);
		t->edge[t->edges++] = (struct trail_edge){.n = 0};
		place(&w);
	}
	while (w.p < w.end && pass(&w))
		;
	free(w.id.data);
	free(w.name.data);
}

void
trail_mark(struct trail *t, struct json *json)
{
	json->decoded = false;
	t->from = source_offset(json->src, json->src->at);
}

void
trail_unmark(struct trail *t)
{
	t->from = -1;
}

void
trail_learn(struct trail *t, const struct json *json)
{
	const char *from = source_at(json->src, t->from);

	/* where learning never helps it is tried less and less often */
	if (from && !json->decoded && (t->misses < 16 || (t->misses & (t->misses - 1)) == 0))
		learn(t, (struct str){from, (size_t)(json->src->at - from)});
}
