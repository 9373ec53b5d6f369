#include <stdlib.h>
#include "diag.h"
#include "gap_groups.h"
#include "opts.h"

/* One sum. */
struct sum {
	size_t rows;             /* all there were */
	size_t added;            /* those with both figures */
	struct dec money[MONEYS];
	size_t known[MONEYS];    /* in how many rows each figure was */
	enum unit unit;
	enum money against;
	struct buf mixed;        /* what keeps the rows from having a sum, and the remedy; empty: nothing */
	struct pos at;           /* of the first row, or of the one that differs */
};

struct gap_group {
	struct sum total, pillars;
};

static const char *const names[] = {"operation", "year", "pillar"};

const char *
gap_groups_column_name(enum group_column column)
{
	return names[column];
}

bool
gap_groups_have(const struct gap_groups *groups, enum group_column column)
{
	for (size_t i = 0; i < groups->columns; i++)
		if (groups->column[i] == column)
			return true;
	return false;
}

const char *
gap_groups_columns(struct gap_groups *groups, const char *argument)
{
	struct str rest = str_of(argument), part;

	groups->columns = 0;
	while (str_split(&rest, ',', &part)) {
		size_t column = 0;

		while (column < countof(names) && !str_eq(str_trim(part), str_of(names[column])))
			column++;
		if (column == countof(names))
			return opts_none_of("operation,year,pillar", str_trim(part));
		if (gap_groups_have(groups, (enum group_column)column))
			return "a column stands there twice";
		groups->column[groups->columns++] = (enum group_column)column;
	}
	return NULL;
}

/* Notes why the rows have no sum, this one being the first that does not fit; the first reason is kept. */
static void
mix(struct sum *sum, const struct finance *row, const char *const *word, size_t n)
{
	if (sum->mixed.n > 0)
		return;
	for (size_t i = 0; i < n; i++)
		buf_add(&sum->mixed, str_of(word[i]));
	sum->at = row->at;
}

static const char *
unit_shown(enum unit unit)
{
	return unit == UNIT_NONE ? "no unit" : unit_name(unit);
}

/* Compares the row with what all rows of a sum have to have in common. */
static void
compare(struct sum *sum, const struct finance *row, enum money against)
{
	if (sum->added == 0) {
		sum->unit = row->unit;
		sum->against = against;
		sum->at = row->at;
	}
	if (sum->unit != row->unit)
		mix(sum, row, (const char *const[]){"figures in ", unit_shown(sum->unit), " and in ", unit_shown(row->unit),
		    "; convert them with --unit"}, 5);
	if (sum->against != against)
		mix(sum, row, (const char *const[]){"rows with ", money_name(sum->against), " and rows with ", money_name(against),
		    "; choose with --against"}, 5);
}

static void
add(struct sum *sum, const struct finance *row, enum money against)
{
	if (sum->rows++ == 0) {
		sum->unit = row->unit;
		sum->against = MONEYS;
		for (int m = 0; m < MONEYS; m++)
			sum->money[m] = dec_int(0);
	}
	if (!row->money[MONEY_BUDGET].known || against == MONEYS)
		return;
	compare(sum, row, against);
	sum->added++;
	for (int m = 0; m < MONEYS; m++) {
		struct dec value;

		if (!row->money[m].known)
			continue;
		sum->known[m]++;
		value = amount_value(&row->money[m]);
		if (!dec_add(&sum->money[m], &sum->money[m], &value))
			mix(sum, row, (const char *const[]){"figures whose sum has more digits than can be kept exactly"}, 1);
	}
}

/* The key of a group. */
static struct str
key_of(struct gap_groups *groups, struct str operation, struct str year, enum pillar pillar)
{
	groups->key.n = 0;
	for (size_t i = 0; i < groups->columns; i++) {
		enum group_column column = groups->column[i];

		index_part(&groups->key, column == GROUP_OPERATION ? operation : column == GROUP_YEAR ? year : str_of(pillar_name(pillar)));
	}
	return buf_str(&groups->key);
}

bool
gap_groups_sums_totals(struct gap_groups *groups, struct str operation, struct str year)
{
	size_t i;

	if (gap_groups_have(groups, GROUP_PILLAR))
		return false;
	i = index_find(&groups->index, key_of(groups, operation, year, PILLAR_TOTAL));
	return i != SIZE_MAX && groups->group[i].total.rows > 0;
}

void
gap_groups_add(struct gap_groups *groups, const struct finance *row)
{
	struct gap_group *group;
	bool added;
	size_t i = index_add(&groups->index, key_of(groups, row->operation, row->year, row->pillar), &added);

	groups->group = mem_grow(groups->group, i, &groups->cap, sizeof *groups->group);
	group = &groups->group[i];
	if (added)
		*group = (struct gap_group){.total.rows = 0};
	add(row->pillar == PILLAR_TOTAL ? &group->total : &group->pillars, row, gap_against(row, groups->against));
}

/* What a message calls a group: "Mali 2019". */
static void
group_name(const struct gap_groups *groups, size_t i, struct buf *name)
{
	struct str key = index_key(&groups->index, i);

	for (size_t c = 0; c < groups->columns; c++) {
		if (c > 0)
			buf_byte(name, ' ');
		buf_add(name, index_take(&key));
	}
}

bool
gap_groups_row(const struct gap_groups *groups, size_t i, struct finance *row)
{
	const struct gap_group *group = &groups->group[i];
	const struct sum *sum = group->total.rows ? &group->total : &group->pillars;
	struct str key = index_key(&groups->index, i);

	*row = (struct finance){.pillar = PILLARS, .unit = sum->unit, .at = sum->at};
	for (size_t c = 0; c < groups->columns; c++) {
		struct str part = index_take(&key);

		if (groups->column[c] == GROUP_OPERATION)
			row->operation = part;
		else if (groups->column[c] == GROUP_YEAR)
			row->year = part;
		else
			row->pillar = pillar_of(part);
	}
	if (sum->mixed.n > 0) {
		struct buf name = {NULL, 0, 0};

		group_name(groups, i, &name);
		diag_error(STATUS_BAD, sum->at, "%.*s: one sum would have %.*s", DIAG_STR(buf_str(&name)), DIAG_STR(buf_str(&sum->mixed)));
		free(name.data);
		return false;
	}
	/* a sum that lacks the figure of some row is no sum */
	for (int m = 0; m < MONEYS; m++) {
		row->money[m].known = false;
		if (sum->added > 0 && sum->known[m] == sum->added)
			amount_set(&row->money[m], &sum->money[m]);
	}
	return true;
}

void
gap_groups_free(struct gap_groups *groups)
{
	for (size_t i = 0; i < groups->index.n; i++) {
		free(groups->group[i].total.mixed.data);
		free(groups->group[i].pillars.mixed.data);
	}
	index_free(&groups->index);
	free(groups->group);
	free(groups->key.data);
}
