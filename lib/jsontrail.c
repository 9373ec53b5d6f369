#include <stdlib.h>
#include <string.h>
#include "json.h"
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

/* The end of the string whose first byte behind the quote is at p; NULL where it is not plain, or not all there. */
static inline const char *
string_end(const char *p, const char *end)
{
	unsigned stop;

	while (!(stop = scan_string(p)))
		if ((p += SCAN_SHORT) >= end)
			return NULL;
	p += scan_first(stop);
	return *p == '"' ? p : NULL;
}

/* The end of the number at p; NULL where none stands there. What stands behind it is for the next edge to tell. */
static inline const char *
number_end(const char *p, const char *end)
{
	const char *q = p + (*p == '-');
	unsigned n = scan_digits(q);

	if (n > 0 && n < SCAN_SHORT && (*q != '0' || n == 1)) {
		q += n;
		if (*q == '.') {
			n = scan_digits(q + 1);
			q += 1 + n;
		}
		if (n > 0 && n < SCAN_SHORT && (*q | 0x20) != 'e')
			return q;
	}
	return p < end ? json_number_end(p, end) : NULL;
}

/* Takes the value at p: where it ends, or NULL where none stands there that is plain. Only SOURCE_PAD bytes behind end are read. */
static inline const char *
value(const char *p, const char *end, struct cell *cell)
{
	const char *behind;

	if (*p == '"') {
		behind = string_end(p + 1, end);
		if (!behind)
			return NULL;
		cell->text = str_trim((struct str){p + 1, (size_t)(behind - p - 1)});
		cell->kind = CELL_TEXT;
		return behind + 1;
	}
	if ((*p >= '0' && *p <= '9') || *p == '-') {
		behind = number_end(p, end);
		if (!behind)
			return NULL;
		cell->text = (struct str){p, (size_t)(behind - p)};
		cell->kind = CELL_NUMBER;
		return behind;
	}
	if (memcmp(p, "null", 4) == 0) {
		cell->text = S("");
		cell->kind = CELL_NULL;
		return p + 4;
	}
	cell->kind = CELL_OTHER;
	cell->text = (struct str){p, *p == 't' ? 4 : 5};
	return memcmp(p, *p == 't' ? "true" : "false", cell->text.n) == 0 ? p + cell->text.n : NULL;
}

/* Goes over an edge that may begin at p, and takes the value behind it: where that ends; NULL: it is another edge, or no value. */
static inline const char *
cross(const struct trail_edge *edge, const char *p, const char *end, struct cell *cell)
{
	if (end - p < (ptrdiff_t)edge->n || !scan_same(p, edge->text, edge->n))
		return NULL;
	return edge->to ? value(p + edge->n, end, cell) : p + edge->n;
}

/* Goes over one of the edges that lead on from a place: where one is the beginning of another one, the value tells. */
static const char *
branch(struct trail *t, unsigned place, size_t n, const char *p, const char *end)
{
	const char *behind = NULL;
	unsigned i;

	if (n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 64;
		t->cell = mem_resize(t->cell, t->cap, sizeof *t->cell);
		t->via = mem_resize(t->via, t->cap, sizeof *t->via);
	}
	for (i = t->place[place].first; i && !behind; i = t->edge[i].next) {
		t->via[n] = &t->edge[i];
		behind = cross(t->via[n], p, end, &t->cell[n]);
	}
	return behind;
}

/* Goes on where the way of the record before has led no further, behind n values, at p. Where the record ends; NULL: not known. */
static const char *
explore(struct trail *t, size_t n, const char *p, const char *end)
{
	unsigned place = n > 0 ? t->via[n - 1]->to : 0, elements = 0;

	t->whole = t->same = false;
	if (t->places == 0)
		return NULL;
	for (size_t i = 0; i < n; i++)
		elements += t->via[i]->elements;
	while ((p = branch(t, place, n, p, end)) && (place = t->via[n]->to)) {
		elements += t->via[n]->elements;
		t->cell[n].element = t->via[n]->in_array ? elements : 0;
		n++;
	}
	t->whole = p != NULL;
	t->n = n;
	t->breaks = false;
	for (size_t i = 0; t->whole && i <= n; i++)
		t->breaks |= t->via[i]->breaks;
	return p;
}

/* Goes the way of the record before once more. */
static const char *
repeat(struct trail *t, const char *p, const char *end)
{
	const char *behind;
	size_t n;

	t->same = true;
	for (n = 0; (behind = cross(t->via[n], p, end, &t->cell[n])); n++) {
		p = behind;
		if (n == t->n)
			return p;
	}
	return explore(t, n, p, end);
}

/* Counts the lines that begin between the two. */
static void
count_lines(struct source *src, const char *from, const char *to)
{
	while ((from = memchr(from, '\n', (size_t)(to - from))))
		source_newline(src, ++from);
}

bool
trail_follow(struct trail *t, struct source *src, struct pos *at)
{
	const char *end = t->whole ? repeat(t, src->at, src->end) : explore(t, 0, src->at, src->end), *begun;

	if (!end) {
		t->misses++;
		return false;
	}
	t->misses = 0;
	begun = src->at + t->via[0]->brace;
	if (t->breaks)
		count_lines(src, src->at, begun);
	*at = source_pos(src, begun);
	if (t->breaks)
		count_lines(src, begun, end);
	src->at += end - src->at;
	return true;
}

bool
trail_curious(const struct trail *t)
{
	/* where learning never helps it is tried less and less often */
	return t->misses < 16 || (t->misses & (t->misses - 1)) == 0;
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
	*place = (struct trail_place){.id = {mem_copy(id), id.n}, .in_array = w->outermost > 0, .depth = w->objects ? w->objects - 1 : 0};
	place->name = (struct str){mem_copy(buf_str(&w->name)), w->name.n};
	place->leaf = str_skip(place->name, w->leaf);
	return (unsigned)t->places++;
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
	copy = mem_alloc(text.n + SOURCE_PAD, 1);
	memset(copy + text.n, 0, SOURCE_PAD);
	memcpy(copy, text.s, text.n);
	*link = (unsigned)t->edges;
	t->edge = mem_grow(t->edge, t->edges, &t->edge_cap, sizeof *t->edge);
	edge = &t->edge[t->edges++];
	*edge = (struct trail_edge){.text = copy, .n = text.n, .to = to, .elements = w->elements, .brace = w->brace, .opens = w->opens,
	        .in_array = w->outermost > 0, .breaks = memchr(text.s, '\n', text.n)};
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

void
trail_learn(struct trail *t, struct str record)
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
