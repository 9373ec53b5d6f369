#include <stdlib.h>
#include <string.h>
#include "json.h"
#include "jsonplain.h"
#include "jsontrail.h"
#include "scan.h"

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

/* Whether an edge of more than SCAN_SHORT bytes that begins as what stands at p goes on as that. */
static inline bool
goes_on(const struct trail_edge *edge, const char *p, const char *end)
{
	size_t last = edge->n - SCAN_SHORT;

	return end - p >= (ptrdiff_t)edge->n && scan_same(p + last, edge->text + last) == 0xFFFF
	       && (last <= SCAN_SHORT || memcmp(p, edge->text, last) == 0);
}

/* Whether the edge stands at p. A little may be read behind the end, less than SOURCE_PAD bytes, before that is seen. */
static inline bool
is_there(const struct trail_edge *edge, const char *p, const char *end)
{
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): where the number of an edge is not 0, there are edges */
	return (scan_same(p, edge->text) | edge->beyond) == 0xFFFF && (edge->n <= SCAN_SHORT || goes_on(edge, p, end));
}

/* Goes over an edge that may begin at p, and takes the value behind it: where that ends; NULL: another edge, or no value. */
static inline const char *
cross(const struct trail_edge *edge, const char *p, const char *end, struct cell *cell)
{
	if (!is_there(edge, p, end))
		return NULL;
	p += edge->n;
	if (edge->to)
		p = jsonplain_value(p, end, cell);
	/* as numbers, for it may be NULL, which is less */
	return (uintptr_t)p <= (uintptr_t)end ? p : NULL;
}

/* Takes a value that is not plainly a figure nor a word: where it ends, or NULL. */
static inline const char *
take_any(const char *p, const char *end, struct cell *cell, bool *bare)
{
	return *p == '"' ? jsonplain_bare_text(p + 1, end, cell, bare) : jsonplain_value(p, end, cell);
}

/*
 * The same where the edge before has led to words of another length: if the value is all there, no word is expected again. Not
 * inlined: it is rare, and the loop that calls it wants the registers.
 */
static SCAN_APART const char *
take_no_word(struct trail_edge *edge, const char *p, const char *end, struct cell *cell, bool *bare)
{
	const char *figure = jsonplain_figure(p, cell);
	const char *behind = figure ? figure : take_any(p, end, cell, bare);

	if (behind && behind <= end) {
		edge->like = figure ? TRAIL_FIGURE : TRAIL_OTHER;
		edge->word = 0;
	}
	return behind;
}

/*
 * Goes the way of the record before from *at on, as far as that leads: how many values that are, and *at behind them; at the
 * end of the record t->whole is set. In each place stand mostly figures, or words as long as the last time, or texts: the
 * processor can foresee which, and of a word where it ends.
 */
static inline size_t
again(struct trail *t, const char **at, const char *end)
{
	struct trail_edge **via = t->via, *edge;
	struct cell *cell = t->cell;
	const char *p = *at, *value, *behind;
	uint64_t bit = 1; /* of the cell; 0 behind the first RECORD_SEEN */

	t->bare = true;
	t->zeros = t->figures = 0;
	for (; p <= end && is_there(edge = *via, p, end); p = behind, via++, cell++, bit += bit) {
		value = p + edge->n;
		if (edge->like != TRAIL_OTHER) {
			if (edge->like == TRAIL_DASH && (behind = jsonplain_character(value, "\"-\"", cell)))
				continue;
			/* most are: what comes next need not wait for the length of this one then */
			if ((behind = jsonplain_character(value, "\"0\"", cell))) {
				t->zeros |= bit;
				continue;
			}
			if ((behind = jsonplain_figure(value, cell))) {
				t->zeros |= cell->text.n == 1 && *cell->text.s == '0' ? bit : 0;
				t->figures |= *cell->text.s >= '1' && *cell->text.s <= '9' ? bit : 0;
				continue;
			}
			if (jsonplain_character(value, "\"-\"", cell))
				edge->like = TRAIL_DASH;
		} else if (edge->word > 0) {
			if ((behind = jsonplain_word(value, edge->length, edge->word, cell)))
				continue;
			if ((behind = take_no_word(edge, value, end, cell, &t->bare)))
				continue;
			break;
		} else if (!edge->to) {
			t->whole = value <= end;
			p = value;
			break;
		}
		if (!(behind = take_any(value, end, cell, &t->bare)))
			break;
	}
	*at = p;
	return (size_t)(cell - t->cell);
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
	t->via[n] = t->edge ? &t->edge[edge] : NULL; /* none are learned yet */
	return edge != 0;
}

/* Goes on behind n values: the first edge that leads on from there. */
static bool
first_edge(struct trail *t, size_t n)
{
	return try_edge(t, n, t->places ? t->place[n > 0 ? t->via[n - 1]->to : 0].first : 0);
}

/* Notes the element that the value behind n others stands in. */
static void
note_element(struct trail *t, size_t n)
{
	t->elements += t->via[n]->elements;
	t->cell[n].element = t->via[n]->in_array ? t->elements : 0;
}

/*
 * The end of the record that begins at p; NULL: not known, or not all there. Goes the way of the one before as long as that
 * leads on. Where an edge is the beginning of another one, the value behind it tells which it is.
 */
static const char *
follow(struct trail *t, const char *p, const char *end)
{
	bool known = t->whole;
	size_t n = 0;

	t->whole = false;
	t->elements = 0;
	if (known)
		n = again(t, &p, end);
	t->same = t->whole;
	for (size_t i = 0; !t->whole && i < n; i++)
		t->elements += t->via[i]->elements;
	if (!t->whole && (p > end || !first_edge(t, n)))
		return NULL;
	while (!t->whole) {
		const char *behind = cross(t->via[n], p, end, &t->cell[n]);

		if (!behind) {
			if (!try_edge(t, n, t->via[n]->next))
				return NULL;
			continue;
		}
		p = behind;
		t->whole = t->via[n]->to == 0;
		if (!t->whole) {
			note_element(t, n++);
			if (!first_edge(t, n))
				return NULL;
		}
	}
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

void
trail_pass(struct trail *t, struct source *src, const char *end, struct pos *at)
{
	const char *begun = src->at + t->via[0]->brace;

	if (t->via[0]->line) {
		src->line += t->via[0]->lines - 1;
		source_newline(src, src->at + t->via[0]->line);
	}
	*at = source_pos(src, begun);
	if (t->breaks)
		count_lines(src, begun, end);
	src->at += end - src->at;
	t->misses = 0;
}

bool
trail_follow(struct trail *t, struct source *src, struct pos *at)
{
	const char *end = follow(t, src->at, src->end);

	if (!end) {
		t->misses++;
		return false;
	}
	if (!t->same)
		note_breaks(t);
	trail_pass(t, src, end, at);
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
