#include <stdlib.h>
#include "diag.h"
#include "gap_twice.h"
#include "money.h"

/* Whether that is the first time that an operation of that input is told. */
static bool
is_news(struct gap_twice *t, const struct finance *row)
{
	bool added;

	t->key.n = 0;
	index_part(&t->key, row->operation);
	index_part(&t->key, row->iso3);
	index_part(&t->key, str_of(row->at.file));
	index_add(&t->told, buf_str(&t->key), &added);
	return added;
}

void
gap_twice_row(struct gap_twice *t, const struct finance *row)
{
	bool added;
	size_t i;

	if (!money_has_figure(row))
		return;
	money_place(&t->key, row);
	buf_byte(&t->key, (char)row->pillar);
	i = index_add(&t->rows, buf_str(&t->key), &added);
	t->file = mem_grow(t->file, i, &t->cap, sizeof *t->file);
	if (added)
		t->file[i] = row->at.file;
	else if (t->file[i] != row->at.file && is_news(t, row))
		diag_warning(row->at, "%.*s %.*s %s stands in %s, too, and both are summed; if they are the same, leave one out",
		             DIAG_STR(row->operation.n > 0 ? row->operation : row->iso3), DIAG_STR(row->year),
		             pillar_name(row->pillar), t->file[i]);
}

void
gap_twice_free(struct gap_twice *t)
{
	index_free(&t->rows);
	index_free(&t->told);
	free(t->file);
	free(t->key.data);
}
