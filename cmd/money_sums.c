#include <stdlib.h>
#include "diag.h"
#include "money.h"
#include "money_sums.h"

static struct money_sum *
sum_of(struct money_sums *s, const struct finance *row)
{
	bool added;
	size_t i;

	i = index_add(&s->places, money_place(&s->key, row), &added);
	s->sum = mem_grow(s->sum, i, &s->cap, sizeof *s->sum);
	if (added)
		s->sum[i] = (struct money_sum){.unit = row->unit};
	return &s->sum[i];
}

void
money_sums_add(struct money_sums *s, const struct finance *row)
{
	struct money_sum *sum = sum_of(s, row);

	if (!sum->at[row->pillar].file)
		sum->at[row->pillar] = row->at;
	for (int m = 0; m < MONEYS; m++) {
		struct figure *figure = &sum->money[row->pillar][m];
		struct dec value;

		if (!row->money[m].known)
			continue;
		value = amount_value(&row->money[m]);
		if (!figure->known)
			*figure = (struct figure){true, dec_int(0)};
		if (!dec_add(&figure->value, &figure->value, &value))
			diag_error(STATUS_BAD, row->at, "the sum has more digits than can be kept exactly (%d)", DEC_DIGITS);
	}
}

void
money_sums_each(const struct money_sums *s, void (*fn)(struct finance *, void *), void *arg)
{
	for (size_t i = 0; i < s->places.n; i++) {
		struct str key = index_key(&s->places, i);
		struct finance row = {.added = false};

		row.operation = index_take(&key);
		row.iso3 = index_take(&key);
		row.year = index_take(&key);
		for (int pillar = PILLAR_TOTAL; pillar < PILLARS; pillar++) {
			row.pillar = (enum pillar)pillar;
			row.at = s->sum[i].at[pillar];
			row.unit = s->sum[i].unit; /* fn may have converted the one before */
			for (int m = 0; m < MONEYS; m++) {
				const struct figure *figure = &s->sum[i].money[pillar][m];

				row.money[m].known = false;
				if (figure->known)
					amount_set(&row.money[m], &figure->value);
			}
			if (money_has_figure(&row))
				fn(&row, arg);
		}
	}
}

void
money_sums_free(struct money_sums *s)
{
	index_free(&s->places);
	free(s->sum);
	free(s->key.data);
}
