#include <stdlib.h>
#include "country.h"
#include "diag.h"
#include "gap_summed.h"
#include "money.h"

/* Whether that is the first time that an operation of that input is told. */
static bool
is_news(struct gap_summed *t, const struct finance *row)
{
	bool added;

	t->key.n = 0;
	index_part(&t->key, row->operation);
	index_part(&t->key, row->iso3);
	index_part(&t->key, str_of(row->at.file));
	index_add(&t->told, buf_str(&t->key), &added);
	return added;
}

/* Warns of a row that seems to be a sum of the others itself, as tables have one below them. */
static void
note_total(struct gap_summed *t, const struct finance *row)
{
	if (country_is_sum(row->operation) && is_news(t, row))
		diag_warning(row->at, "\"%.*s\" seems to be the sum of other rows, and is summed with them; leave it out if it is",
		             DIAG_STR(row->operation));
}

void
gap_summed_row(struct gap_summed *t, const struct gap_groups *groups, const struct finance *row)
{
	bool added;
	size_t i;

	if (!money_has_figure(row))
		return;
	money_place(&t->key, row);
	buf_byte(&t->key, (char)row->pillar);
	i = index_add(&t->rows, buf_str(&t->key), &added);
	t->file = mem_grow(t->file, i, &t->cap, sizeof *t->file);
	if (added) {
		t->file[i] = row->at.file;
		if (!gap_groups_have(groups, GROUP_OPERATION))
			note_total(t, row);
	} else if (t->file[i] != row->at.file && is_news(t, row)) {
		diag_warning(row->at, "%.*s %.*s %s stands in %s, too, and both are summed; if they are the same, leave one out",
		             DIAG_STR(row->operation.n > 0 ? row->operation : row->iso3), DIAG_STR(row->year),
		             pillar_name(row->pillar), t->file[i]);
	}
}

/* Whether a row of the place that the key has is there whose pillar is the total. */
static bool
has_total(struct gap_summed *t, struct str key)
{
	t->key.n = 0;
	buf_add(&t->key, (struct str){key.s, key.n - 1});
	buf_byte(&t->key, (char)PILLAR_TOTAL);
	return index_find(&t->rows, buf_str(&t->key)) != SIZE_MAX;
}

void
gap_summed_pillars(struct gap_summed *t, struct gap_groups *groups)
{
	size_t left = 0;
	struct buf first = {NULL, 0, 0};
	struct pos pos = {NULL, 0, 0};

	for (size_t i = 0; i < t->rows.n; i++) {
		struct str key = index_key(&t->rows, i), rest = key;
		struct str operation = index_take(&rest), iso3 = index_take(&rest), year = index_take(&rest);

		if (has_total(t, key) || !gap_groups_sums_totals(groups, operation, year) || left++ > 0)
			continue;
		pos.file = t->file[i];
		buf_add(&first, operation.n > 0 ? operation : iso3);
		buf_byte(&first, ' ');
		buf_add(&first, year);
		buf_byte(&first, ' ');
		buf_add(&first, str_of(pillar_name((enum pillar)rest.s[0])));
	}
	if (left > 0)
		diag_warning(pos, "%.*s is left out of a sum of totals, as is every row of a pillar without its total (%zu)",
		             DIAG_STR(buf_str(&first)), left);
	free(first.data);
}

void
gap_summed_free(struct gap_summed *t)
{
	index_free(&t->rows);
	index_free(&t->told);
	free(t->file);
	free(t->key.data);
}
