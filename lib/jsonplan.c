#include <stdlib.h>
#include "jsonplan.h"
#include "scan.h"

/*
 * A text that leads to numbers, and how many stand behind it with a comma between them. What all that was the last time is kept
 * where the numbers were whole ones, as those of years, which are the same in one chart after the other.
 */
#define KEPT_MAX 160
#define KEPT_MISSES 8 /* so often in turn it was something else: it is not kept any more */
struct jsonplan_part {
	const char *text; /* the trail's */
	size_t n, values;
	size_t kept_n;    /* 0: nothing is kept */
	unsigned misses;
	char kept[KEPT_MAX + RECORD_PAD];
};

void
jsonplan_free(struct jsonplan *plan)
{
	free(plan->column);
	free(plan->part);
	free(plan->amount);
	free(plan->cell);
	*plan = (struct jsonplan){.n = 0};
}

void
jsonplan_drop(struct jsonplan *plan)
{
	plan->builder = NULL;
}

/* How many values from the i-th on stand in one array. */
static size_t
run(const struct trail *way, size_t i)
{
	size_t n = 1;

	while (i + n < way->n && trail_place(way, i + n)->in_array && !way->via[i + n]->opens)
		n++;
	return n;
}

void
jsonplan_spread(const struct trail *way, struct builder *loose, struct jsoncolumns *columns)
{
	for (size_t i = 0, n; i < way->n; i += n) {
		const struct trail_place *place = trail_place(way, i);
		const struct cell *cell = &way->cell[i];

		n = place->in_array ? run(way, i) : 1;
		if (place->in_array)
			jsoncolumns_cells(columns, cell, n, place->leaf, place->depth);
		else
			builder_lend(loose, place->name, cell->text, cell->kind);
	}
}

static void
add(struct jsonplan *plan, size_t first, size_t step)
{
	plan->column = mem_grow(plan->column, plan->n, &plan->cap, sizeof *plan->column);
	plan->column[plan->n++] = (struct chart_column){first, step};
}

/* Finds the parts of the way, if all values are numbers or missing. */
static void
find_parts(struct jsonplan *plan, const struct trail *way)
{
	plan->parts = 0;
	plan->amount = mem_resize(plan->amount, way->n, sizeof *plan->amount);
	plan->cell = mem_resize(plan->cell, way->n, sizeof *plan->cell);
	for (size_t i = 0; i <= way->n; i++) {
		const struct trail_edge *edge = way->via[i];

		if (i < way->n && way->cell[i].kind != CELL_NUMBER && way->cell[i].kind != CELL_NULL) {
			plan->parts = 0;
			return;
		}
		if (i < way->n)
			plan->cell[i] = way->cell[i];
		if (i < way->n && edge->in_array && !edge->opens && edge->n == 1) {
			plan->part[plan->parts - 1].values++;
			continue;
		}
		plan->part = mem_grow(plan->part, plan->parts, &plan->part_cap, sizeof *plan->part);
		plan->part[plan->parts++] = (struct jsonplan_part){.text = edge->text, .n = edge->n, .values = i < way->n};
	}
}

void
jsonplan_make(struct jsonplan *plan, const struct trail *way, const struct jsoncolumns *columns, const struct builder *builder)
{
	size_t column = 0;

	jsonplan_drop(plan);
	plan->n = 0;
	for (size_t i = 0; i < way->n; i++)
		if (!trail_place(way, i)->in_array)
			add(plan, i, 0);
	plan->table = columns != NULL;
	plan->rows = plan->table ? columns->length : plan->n > 0;
	for (size_t i = 0; plan->table && i < way->n; i++) {
		if (!way->via[i]->opens)
			continue;
		/* what is left out may be wrong in the next document: it depends on the values */
		if (columns->column[column++].out)
			return;
		add(plan, i, 1);
	}
	plan->builder = builder;
	plan->serial = builder->shape.serial;
	find_parts(plan, way);
}

/* Whether the text, behind which SCAN_SHORT bytes may be read, begins at p, where that is so SOURCE_PAD bytes behind `end`. */
static inline bool
begins(const char *text, size_t n, const char *p, const char *end)
{
	bool same = end - p >= (ptrdiff_t)n;

	for (size_t i = 0; i < n && same; i += SCAN_SHORT)
		same = scan_within(scan_same(p + i, text + i) ^ 0xFFFF, n - i) == 0;
	return same;
}

/* Takes the number at p that is not plain, or null: where it ends; NULL: something else. */
static const char *
other(const char *p, const char *end, struct cell *cell, struct amount *amount)
{
	const char *behind = p < end ? json_number_end(p, end) : NULL;

	amount->known = false;
	if (behind) {
		*cell = (struct cell){.text = {p, (size_t)(behind - p)}, .kind = CELL_NUMBER};
		amount_take_tiny(amount, cell->text);
		return behind;
	}
	*cell = (struct cell){.text = S(""), .kind = CELL_NULL};
	return memcmp(p, "null", 4) == 0 ? p + 4 : NULL;
}

/* The same of any number. */
static inline const char *
number(const char *p, const char *end, struct cell *cell, struct amount *amount)
{
	unsigned n = amount_read(amount, p);

	if (n > 0) {
		cell->text = (struct str){p, n};
		cell->kind = CELL_NUMBER;
		return p + n;
	}
	return other(p, end, cell, amount);
}

/* Keeps the part that begins at p and was read up to `end`: its values, if they are whole numbers, will stand in the copy. */
static void
keep(struct jsonplan_part *part, const char *p, const char *end, struct cell *cell, const struct amount *amount)
{
	size_t n = (size_t)(end - p);

	if (n > KEPT_MAX || part->values == 0 || part->misses++ == KEPT_MISSES)
		return;
	for (size_t i = 0; i < part->values; i++)
		if (!amount[i].known || amount[i].length != cell[i].text.n || amount[i].scale > 0)
			return;
	memcpy(part->kept, p, n);
	part->kept_n = n;
	for (size_t i = 0; i < part->values; i++)
		cell[i].text.s = part->kept + (cell[i].text.s - p);
}

/* The end of the numbers of a part, of which the first is at p; NULL: something else stands there. */
static inline const char *
numbers(const char *p, const char *end, size_t n, struct cell *cell, struct amount *amount)
{
	for (; n > 0; n--)
		if (!(p = number(p, end, cell++, amount++)) || p >= end || (n > 1 && *p++ != ','))
			return NULL;
	return p;
}

/* The end of the document that begins at p; NULL: it is another one than planned. */
static const char *
follow(struct jsonplan *plan, const char *p, const char *end)
{
	struct amount *amount = plan->amount;
	struct cell *cell = plan->cell;

	for (struct jsonplan_part *part = plan->part, *last = part + plan->parts; part < last; part++) {
		const char *from = p;

		if (part->kept_n > 0 && begins(part->kept, part->kept_n, p, end)) {
			p += part->kept_n;
			part->misses = 0;
		} else {
			part->kept_n = 0;
			if (!begins(part->text, part->n, p, end) || !(p = numbers(p + part->n, end, part->values, cell, amount)))
				return NULL;
			if (part->misses < KEPT_MISSES)
				keep(part, from, p, cell, amount);
		}
		cell += part->values;
		amount += part->values;
	}
	return p;
}

static bool
holds(const struct jsonplan *plan)
{
	return plan->builder && plan->serial == plan->builder->shape.serial;
}

/* Gives the rows, which are padded: their texts stand in the input, or in what is kept of it. */
static void
give(const struct jsonplan *plan, const struct cell *cell, struct chart *chart)
{
	*chart = (struct chart){.shape = &plan->builder->shape, .cell = cell, .column = plan->column, .rows = plan->rows,
	                        .padded = true};
}

bool
jsonplan_follow(struct jsonplan *plan, struct trail *way, struct source *src, struct pos *at, struct chart *chart)
{
	const char *end = plan->parts > 0 && holds(plan) ? follow(plan, src->at, src->end) : NULL;

	if (!end)
		return false;
	trail_pass(way, src, end, at);
	give(plan, plan->cell, chart);
	chart->amount = plan->amount;
	return true;
}

bool
jsonplan_chart(const struct jsonplan *plan, const struct trail *way, struct chart *chart)
{
	if (!way->same || !holds(plan))
		return false;
	give(plan, way->cell, chart);
	return true;
}
