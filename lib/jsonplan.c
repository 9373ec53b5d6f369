#include <stdlib.h>
#include "jsonplan.h"
#include "scan.h"

/* A text that leads to numbers, and how many stand behind it with a comma between them. */
struct jsonplan_part {
	const char *text; /* the trail's */
	size_t n, values;
};

void
jsonplan_free(struct jsonplan *plan)
{
	free(plan->column);
	free(plan->part);
	free(plan->amount);
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
	for (size_t i = 0; i <= way->n; i++) {
		const struct trail_edge *edge = way->via[i];

		if (i < way->n && way->cell[i].kind != CELL_NUMBER && way->cell[i].kind != CELL_NULL) {
			plan->parts = 0;
			return;
		}
		if (i < way->n && edge->in_array && !edge->opens && edge->n == 1) {
			plan->part[plan->parts - 1].values++;
			continue;
		}
		plan->part = mem_grow(plan->part, plan->parts, &plan->part_cap, sizeof *plan->part);
		plan->part[plan->parts++] = (struct jsonplan_part){edge->text, edge->n, i < way->n};
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

/* Whether the text begins at p, which may be read SOURCE_PAD bytes behind `end`. */
static inline bool
begins(const struct jsonplan_part *part, const char *p, const char *end)
{
	bool same = end - p >= (ptrdiff_t)part->n;

	for (size_t i = 0; i < part->n && same; i += SCAN_SHORT)
		same = scan_within(scan_same(p + i, part->text + i) ^ 0xFFFF, part->n - i) == 0;
	return same;
}

/* Takes the number at p that is not plain, or null: where it ends; NULL: something else. */
static const char *
other(const char *p, const char *end, struct cell *cell)
{
	const char *behind = p < end ? json_number_end(p, end) : NULL;

	if (behind) {
		*cell = (struct cell){.text = {p, (size_t)(behind - p)}, .kind = CELL_NUMBER};
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
	amount->known = false;
	return other(p, end, cell);
}

/* The end of the document that begins at p; NULL: it is another one than planned. */
static const char *
follow(const struct jsonplan *plan, const char *p, const char *end, struct cell *cell)
{
	struct amount *amount = plan->amount;

	for (const struct jsonplan_part *part = plan->part, *last = part + plan->parts; part < last; part++) {
		if (!begins(part, p, end))
			return NULL;
		p += part->n;
		for (size_t i = part->values; i > 0; i--) {
			if (!(p = number(p, end, cell++, amount++)) || p >= end || (i > 1 && *p++ != ','))
				return NULL;
		}
	}
	return p;
}

static bool
holds(const struct jsonplan *plan)
{
	return plan->builder && plan->serial == plan->builder->shape.serial;
}

/* Gives the rows, which are padded: their texts stand in the input. */
static void
give(const struct jsonplan *plan, const struct trail *way, struct chart *chart)
{
	*chart = (struct chart){.shape = &plan->builder->shape, .cell = way->cell, .column = plan->column, .rows = plan->rows,
	                        .padded = true};
}

bool
jsonplan_follow(struct jsonplan *plan, struct trail *way, struct source *src, struct pos *at, struct chart *chart)
{
	const char *end = plan->parts > 0 && holds(plan) ? follow(plan, src->at, src->end, way->cell) : NULL;

	if (!end)
		return false;
	trail_pass(way, src, end, at);
	give(plan, way, chart);
	chart->amount = plan->amount;
	return true;
}

bool
jsonplan_chart(const struct jsonplan *plan, const struct trail *way, struct chart *chart)
{
	if (!way->same || !holds(plan))
		return false;
	give(plan, way, chart);
	return true;
}
