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

/* Notes what the value at p, behind an edge, is like. */
static void
note_value(struct trail_edge *edge, const char *p)
{
	struct cell cell;
	unsigned length;

	edge->like = jsonplain_figure(p, &cell) ? TRAIL_FIGURE : TRAIL_OTHER;
	if (*p != '"' || edge->like == TRAIL_FIGURE)
		return;
	length = scan_first(~(uint64_t)scan_word(p + 1));
	if (length > 0 && length < SCAN_SHORT && p[length + 1] == '"') {
		edge->length = length;
		edge->word = (1u << length) - 1;
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
	        .in_array = w->outermost > 0, .beyond = text.n < SCAN_SHORT ? 0xFFFFu << text.n & 0xFFFF : 0};
	note_lines(edge);
	if (leads_on)
		note_value(edge, w->p);
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
