#include <stdlib.h>
#include "jsonplan.h"

void
jsonplan_free(struct jsonplan *plan)
{
	free(plan->column);
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
}

bool
jsonplan_chart(const struct jsonplan *plan, const struct trail *way, struct chart *chart)
{
	if (!way->same || !plan->builder || plan->serial != plan->builder->shape.serial)
		return false;
	/* padded: these are texts where they stand in the input */
	*chart = (struct chart){&plan->builder->shape, way->cell, plan->column, plan->rows, 0, true};
	return true;
}
