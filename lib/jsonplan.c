#include <stdlib.h>
#include "jsonplan.h"

void
jsonplan_free(struct jsonplan *plan)
{
	free(plan->pick);
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
	plan->pick = mem_grow(plan->pick, plan->n, &plan->cap, sizeof *plan->pick);
	plan->pick[plan->n++] = (struct jsonplan_pick){first, step};
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
	plan->length = plan->table ? columns->length : plan->n > 0;
	for (size_t i = 0; plan->table && i < way->n; i++) {
		if (!way->via[i]->opens)
			continue;
		/* what is left out may be wrong in the next document: it depends on the values */
		if (columns->column[column++].out)
			return;
		add(plan, i, 1);
	}
	plan->cell = mem_resize(plan->cell, plan->n, sizeof *plan->cell);
	plan->builder = builder;
	plan->serial = plan->table ? 0 : builder->shape.serial;
}

void
jsonplan_settle(struct jsonplan *plan, const struct builder *builder)
{
	if (plan->builder == builder && plan->serial == 0)
		plan->serial = builder->shape.serial;
}

bool
jsonplan_begin(struct jsonplan *plan, const struct trail *way)
{
	plan->next = 0;
	return way->same && plan->builder && plan->serial && plan->serial == plan->builder->shape.serial;
}

bool
jsonplan_next(struct jsonplan *plan, const struct trail *way, struct record *record)
{
	size_t index = plan->next++;

	if (index >= plan->length)
		return false;
	for (size_t i = 0; i < plan->n; i++)
		plan->cell[i] = way->cell[plan->pick[i].first + index * plan->pick[i].step];
	record->kind = RECORD_ROW;
	record->shape = &plan->builder->shape;
	record->cell = plan->cell;
	record->chart = plan->table;
	record->padded = true; /* these are texts where they stand in the input */
	return true;
}
