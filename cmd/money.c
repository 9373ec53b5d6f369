#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "command.h"
#include "money.h"
#include "money_check.h"
#include "money_sums.h"

static struct {
	struct finance_how how;
	enum unit unit;
	bool complete;
	bool pillars, pillar[PILLARS]; /* wanted ones; all, if `pillars` is false */
	const char *against_file;
} wanted;

static const char *
set_pillars(const char *argument, void *to)
{
	struct str rest = str_of(argument), part;

	(void)to;
	wanted.pillars = true;
	while (str_split(&rest, ',', &part)) {
		enum pillar pillar = pillar_of(str_trim(part));

		if (pillar == PILLARS)
			return opts_none_of("total,p1,p2,p3,p4", str_trim(part));
		wanted.pillar[pillar] = true;
	}
	return NULL;
}

static const char *
set_unit(const char *argument, void *to)
{
	for (int unit = UNIT_USD; unit < UNITS; unit++) {
		if (strcasecmp(argument, unit_name((enum unit)unit)) == 0) {
			*(enum unit *)to = (enum unit)unit;
			return NULL;
		}
	}
	return opts_none_of("usd,kusd,musd", str_of(argument));
}

const struct opt money_options[] = {
	{'p', "pillar", "LIST", "only these: total,p1,p2,p3,p4 (1 refugee programme, 2 stateless programme, 3 reintegration projects, "
	 "4 internally displaced person projects)", set_pillars, NULL},
	{'u', "unit", "UNIT", "convert to usd, kusd (thousands) or musd (millions)", set_unit, &wanted.unit},
	{0, "unit-in", "UNIT", "the unit of figures whose unit the source does not state", set_unit, &wanted.how.unit_in},
	{0, "complete", NULL, "keep rows without any figure", opts_flag, &wanted.complete},
	{0, "against-file", "FILE", "compare with another source: tell every figure of the same operation, year and pillar that "
	 "differs, with exit status 1", opts_text, &wanted.against_file},
};

const size_t money_options_n = countof(money_options);

bool
money_complete(void)
{
	return wanted.complete;
}

struct str
money_place(struct buf *key, const struct finance *row)
{
	key->n = 0;
	index_part(key, row->operation);
	index_part(key, row->iso3);
	index_part(key, row->year);
	return buf_str(key);
}

/* The place of the row that was written last, and its fields. They stay until the program ends. */
static struct {
	struct buf operation, iso3;
	struct csvout_part fields;
} last;

/* Notes the fields of another place. */
static void
set_place(const struct finance *row)
{
	struct csvout *out = command_output();
	struct csvout_mark mark = csvout_mark(out);

	csvout_field(out, row->operation);
	csvout_field(out, row->iso3);
	csvout_take(out, mark, &last.fields);
	buf_set(&last.operation, row->operation);
	buf_set(&last.iso3, row->iso3);
}

/* Year and pillar. */
static inline char *
put_time(char *to, const struct finance *row)
{
	*to++ = ',';
	if (row->year.n == 4)
		memcpy(to, row->year.s, 4);
	else if (row->year.n > 0)
		memcpy(to, row->year.s, row->year.n);
	to += row->year.n;
	*to++ = ',';
	return name_put(to, &pillar_names[row->pillar]);
}

/* A comma, and an amount as --precision wants it; most are texts that are taken as they are. */
static inline char *
put_amount(char *to, const struct amount *amount)
{
	struct dec value;

	*to++ = ',';
	if (!amount->known)
		return to;
	if (amount->length > 0 && command.decimals < 0) {
		memcpy(to, amount->text, AMOUNT_TEXT);
		return to + amount->length;
	}
	value = amount_value(amount);
	return command_put_number(to, &value);
}

static inline char *
put_figures(char *to, const struct finance *row)
{
	_Static_assert(MONEYS == 3, "each of them, without a loop");
	to = put_amount(to, &row->money[0]);
	to = put_amount(to, &row->money[1]);
	to = put_amount(to, &row->money[2]);
	*to++ = ',';
	return name_put(to, &unit_names[row->unit]);
}

char *
money_put_figures(char *to, const struct finance *row)
{
	return put_figures(to, row);
}

char *
money_begin_place(const struct finance *row, size_t n, size_t more)
{
	if (last.fields.fields == 0 || !str_eq(row->operation, buf_str(&last.operation)) || !str_eq(row->iso3, buf_str(&last.iso3)))
		set_place(row);
	return csvout_room(command_output(), n * (last.fields.text.n + CSVOUT_PART + row->year.n + 2 + NAME_MAX + MONEY_ROOM + more));
}

char *
money_put_place(char *to, const struct finance *row)
{
	return put_figures(put_time(csvout_put(to, &last.fields), row), row);
}

/* Converts a row with figures to the unit that is wanted. READ_BAD: reported. */
static enum read
convert(struct finance *row)
{
	if (row->unit == UNIT_NONE) {
		diag_error(STATUS_BAD, row->at, "the source does not state the unit of its figures; tell it with --unit-in=UNIT");
		return READ_BAD;
	}
	for (int m = 0; m < MONEYS; m++) {
		struct dec value;

		if (!row->money[m].known)
			continue;
		value = amount_value(&row->money[m]);
		if (!unit_convert(&value, row->unit, wanted.unit)) {
			diag_error(STATUS_BAD, row->at, "%s in %s has more digits than can be kept exactly (%d)", money_name((enum money)m),
			           unit_name(wanted.unit), DEC_DIGITS);
			return READ_BAD;
		}
		amount_set(&row->money[m], &value);
	}
	row->unit = wanted.unit;
	return READ_OK;
}

/* Where rows go. */
struct way {
	bool all_years;
	bool filters; /* of years or countries */
	bool straight; /* rows with figures are wanted as they are, whatever they are */
	void (*fn)(const struct finance *, size_t n, void *);
	void *arg;
	struct money_check check;
	struct money_sums sums;
};

/* One row, which has a figure or none: checked, compared, and given on if it is wanted. READ_BAD: reported. */
static enum read
take(struct way *way, struct finance *row, bool has_figure)
{
	if (way->filters && (!command_wants_country(row->iso3) || (!way->all_years && !command_wants_year(row->year))))
		return READ_OK;
	if (wanted.unit != UNIT_NONE && has_figure && convert(row) != READ_OK)
		return READ_BAD;
	if (way->check.sums)
		money_check_row(&way->check, row);
	if (!has_figure && !wanted.complete)
		diag_note(row->at, "%.*s %s has no figures: left out; --complete keeps it", DIAG_STR(row->year), pillar_name(row->pillar));
	if ((!wanted.pillars || wanted.pillar[row->pillar]) && (has_figure || wanted.complete)) {
		if (way->check.others.n > 0)
			money_check_compare(&way->check, row);
		way->fn(row, 1, way->arg);
	}
	return READ_OK;
}

/* The rows at the beginning that need no look, of at least one: how many those were. */
static size_t
take_straight(const struct way *way, const struct finance *row, size_t n)
{
	size_t taken = 0;

	while (taken < n && taken < MONEY_ROWS && money_has_figure(&row[taken]) && !row[taken].added)
		taken++;
	if (taken > 0)
		way->fn(row, taken, way->arg);
	return taken;
}

static void
take_sum(struct finance *row, void *arg)
{
	take(arg, row, money_has_figure(row));
}

/* Reads one input. */
static void
read_input(struct source *src, struct way *way)
{
	struct finance_reader reader;
	struct finance *row;
	size_t found = 0, n;
	enum read got;

	finance_open(&reader, src, &wanted.how);
	while ((got = finance_next(&reader, &row, &n)) == READ_OK) {
		for (size_t taken; n > 0 && got == READ_OK; n -= taken, row += taken) {
			bool has_figure;

			taken = way->straight ? take_straight(way, row, n) : 0;
			found += taken;
			if (taken > 0)
				continue;
			taken = 1;
			has_figure = money_has_figure(row);
			if (has_figure)
				found++;
			else
				reading_missing(&reader.in);
			if (row->added)
				money_sums_add(&way->sums, row);
			else
				got = take(way, row, has_figure);
		}
		if (got != READ_OK)
			break;
	}
	command_read(got, found, "budget, funding or expenditure", "charts with categories, columns such as year and budget",
	             &reader.in);
	finance_close(&reader);
}

static void
compare_with_sum(struct finance *row, void *check)
{
	money_check_against(check, row);
}

/* Reads the file to compare with. What the options say of the inputs' form does not hold for it: it is another source. */
static void
read_against(struct money_check *check)
{
	const struct finance_how how = {.reading.significant = command.reading.significant, .unit_in = wanted.how.unit_in};
	struct pos pos = {wanted.against_file, 0, 0};
	struct source src;
	struct finance_reader reader;
	struct finance *row;
	struct money_sums sums = {.cap = 0};
	int fd = command_open(pos.file);
	size_t found = 0, n;
	enum read got;

	if (fd < 0)
		return;
	source_fd(&src, fd, pos.file, NULL);
	finance_open(&reader, &src, &how);
	while ((got = finance_next(&reader, &row, &n)) == READ_OK) {
		for (; n > 0; n--, row++) {
			found += money_has_figure(row);
			if (row->added)
				money_sums_add(&sums, row);
			else
				money_check_against(check, row);
		}
	}
	money_sums_each(&sums, compare_with_sum, check);
	money_sums_free(&sums);
	if (got == READ_END && found == 0)
		diag_error(STATUS_NONE, pos, "nothing to compare with: no budget, funding or expenditure found");
	finance_close(&reader);
	source_close(&src);
	if (fd != STDIN_FILENO)
		close(fd);
}

void
money_read(bool all_years, void (*fn)(const struct finance *, size_t, void *), void *arg)
{
	struct way way = {.all_years = all_years, .filters = command_filters(), .fn = fn, .arg = arg, .check.sums = command.check};
	struct source *src;

	wanted.how.reading = command.reading;
	if (wanted.against_file)
		read_against(&way.check);
	way.straight = !way.filters && wanted.unit == UNIT_NONE && !wanted.pillars && !way.check.sums && way.check.others.n == 0;
	while ((src = command_input()))
		read_input(src, &way);
	if (command_whole())
		money_sums_each(&way.sums, take_sum, &way);
	money_sums_free(&way.sums);
	if (way.check.others.n > 0 && way.check.compared == 0 && command_whole())
		diag_warning((struct pos){wanted.against_file, 0, 0}, "nothing was compared: no operation, year and pillar is the same here");
	money_check_end(&way.check);
}
