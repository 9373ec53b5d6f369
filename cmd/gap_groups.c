#include <stdlib.h>
#include "diag.h"
#include "gap_groups.h"

/* One sum. */
struct sum {
	size_t rows;             /* all there were */
	size_t added;            /* those with both figures */
	struct dec money[MONEYS];
	size_t known[MONEYS];    /* in how many rows each figure was */
	enum unit unit;
	enum money against;
	const char *mixed;       /* what differs among the rows; NULL: nothing */
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
			return "some of operation,year,pillar are wanted";
		if (gap_groups_have(groups, (enum group_column)column))
			return "a column stands there twice";
		groups->column[groups->columns++] = (enum group_column)column;
	}
	return NULL;
}

/* Notes what all rows of a sum have to have in common. */
static void
compare(struct sum *sum, const struct finance *row, enum money against)
{
	if (sum->added == 0) {
		sum->unit = row->unit;
		sum->against = against;
		sum->at = row->at;
	} else if (!sum->mixed && sum->unit != row->unit) {
		sum->mixed = "two units; convert them with --unit";
		sum->at = row->at;
	} else if (!sum->mixed && sum->against != against) {
		sum->mixed = "both funding and expenditure; choose with --against";
		sum->at = row->at;
	}
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
		if (!row->money[m].known)
			continue;
		sum->known[m]++;
		if (!dec_add(&sum->money[m], &sum->money[m], &row->money[m].value)) {
			sum->mixed = "figures whose sum has more digits than can be kept exactly";
			sum->at = row->at;
		}
	}
}

void
gap_groups_add(struct gap_groups *groups, const struct finance *row)
{
	struct gap_group *group;
	bool added;
	size_t i;

	groups->key.n = 0;
	for (i = 0; i < groups->columns; i++) {
		enum group_column column = groups->column[i];

		index_part(&groups->key, column == GROUP_OPERATION ? row->operation : column == GROUP_YEAR ? row->year :
		           str_of(pillar_name(row->pillar)));
	}
	i = index_add(&groups->index, buf_str(&groups->key), &added);
	groups->group = mem_grow(groups->group, i, &groups->cap, sizeof *groups->group);
	group = &groups->group[i];
	if (added)
		*group = (struct gap_group){.total.mixed = NULL};
	add(row->pillar == PILLAR_TOTAL ? &group->total : &group->pillars, row, gap_against(row, groups->against));
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
	if (sum->mixed) {
		diag_error(STATUS_BAD, sum->at, "one group has %s", sum->mixed);
		return false;
	}
	/* a sum that lacks the figure of some row is no sum */
	for (int m = 0; m < MONEYS; m++) {
		row->money[m].known = sum->added > 0 && sum->known[m] == sum->added;
		row->money[m].value = sum->money[m];
	}
	return true;
}

void
gap_groups_free(struct gap_groups *groups)
{
	index_free(&groups->index);
	free(groups->group);
	free(groups->key.data);
}
