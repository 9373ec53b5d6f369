#include <stdlib.h>
#include "population.h"
#include "population_line.h"
#include "population_page.h"
#include "population_words.h"
#include "subject.h"

void
population_open(struct population_reader *r, struct source *src, const struct population_how *how)
{
	*r = (struct population_reader){.how = how, .then = READ_OK, .named = SIZE_MAX};
	reading_open(&r->in, src, &how->reading, subject_knows);
	r->in.table.dull = ~(1u << SECTION_PEOPLE);
	r->in.table.lean = true;
	r->in.unitless = true;
}

void
population_close(struct population_reader *r)
{
	reading_close(&r->in);
	free(r->figure);
	free(r->column);
	free(r->newest.data);
	free(r->list_year.data);
	free(r->year.data);
}

void
population_set_type(struct population_figure *figure, enum population_type type, struct str label)
{
	figure->type = type;
	figure->label = type == POP_UNKNOWN ? label : str_of(population_label(type));
}

/* What is hidden has no figure: where one stands, either it or the status is wrong. */
static enum read
refuse_hidden(const struct population_reader *r, struct str text)
{
	diag_error(STATUS_BAD, r->in.record.at, "status \"redacted\", which hides a figure, and the figure \"%.*s\"", DIAG_STR(text));
	return READ_BAD;
}

void
population_note_point(struct population_reader *r, struct str text)
{
	if (r->point_told || text.n < 5 || text.s[text.n - 4] != '.' || str_digits(str_skip(text, text.n - 3)) < 3)
		return;
	r->point_told = true;
	diag_warning(r->in.record.at, "\"%.*s\": a point marks decimals here, it does not group thousands; if it is meant to, take it "
	             "out; others like it are not told", DIAG_STR(text));
}

/* A figure in one cell, of a record of that status. */
enum read
population_read_figure(struct population_reader *r, enum population_status status, const struct cell *cell, struct str name,
                       struct population_figure *figure)
{
	figure->status = status;
	figure->plain.n = 0;
	if (dec_parse_digits(&figure->persons, cell->text)) {
		if (status == POP_REDACTED && !dec_zero(&figure->persons))
			return refuse_hidden(r, cell->text);
		if (cell->text.n <= POP_PLAIN && cell->text.s[0] != '0' && r->in.record.padded)
			figure->plain = cell->text;
		return READ_OK;
	}
	if (str_eq(cell->text, S("*")) || (status == POP_REDACTED && cell->text.n == 0)) {
		figure->status = POP_REDACTED;
		figure->persons = dec_int(0);
		return READ_OK;
	}
	if (value_missing(cell)) {
		figure->status = POP_NONE;
		return READ_OK;
	}
	if (reading_figure(&r->in, cell->text, name, &figure->persons) != READ_OK)
		return READ_BAD;
	population_note_point(r, cell->text);
	return status == POP_REDACTED && !dec_zero(&figure->persons) ? refuse_hidden(r, cell->text) : READ_OK;
}

static enum read
read_status(struct population_reader *r)
{
	struct str status = columns_text(&r->in.columns, &r->in.record, POP_COLUMN_STATUS);

	r->fact.status = POP_ACTUAL;
	if (status.n == 0 || population_read_status(status, &r->fact.status))
		return READ_OK;
	diag_error(STATUS_BAD, r->in.record.at, "status \"%.*s\" is none of actual, projected, redacted", DIAG_STR(status));
	return READ_BAD;
}

/* The type of the figures of a record, where no column has its own; false if nothing tells. */
static bool
read_type(struct population_reader *r)
{
	struct population_figure typed;
	const struct columns *c = &r->in.columns;
	struct str code = columns_text(c, &r->in.record, POP_COLUMN_CODE);
	struct str label = columns_text(c, &r->in.record, POP_COLUMN_LABEL);
	struct str name = code.n > 0 ? code : label;
	enum population_type type = population_type(name);

	if (type == POP_UNKNOWN && label.n > 0)
		type = population_type(name = label);
	if (name.n == 0)
		type = r->how->type_in;
	population_set_type(&typed, type, name);
	for (size_t i = 0; i < r->figures; i++) {
		r->figure[i].type = typed.type;
		r->figure[i].label = typed.label;
	}
	return name.n > 0 || type != POP_UNKNOWN;
}

/* Whether a column's name is a year: 1951. */
static bool
is_year(struct str name)
{
	return name.n == 4 && str_digits(name) == 4 && (str_starts(name, S("19")) || str_starts(name, S("20")));
}

/* Whether a column holds figures, in a shape of which it is known how they stand. */
static bool
is_figure(const struct population_reader *r, const struct term *term, struct str name)
{
	if (r->wide)
		return term && (term->meaning == POP_COLUMN_TYPE || term->meaning == POP_COLUMN_TOTAL);
	if (r->years)
		return is_year(name);
	return term && (term->meaning == POP_COLUMN_PERSONS || term->meaning == POP_COLUMN_TOTAL);
}

/* Two columns of figures of one year, or of the one type that a record names, cannot be told from one another. */
static void
refuse_twins(struct population_reader *r)
{
	const struct shape *shape = r->in.record.shape;

	for (size_t i = 1; i < r->figures && !r->wide; i++) {
		for (size_t k = 0; k < i && r->then == READ_OK; k++) {
			struct str one = shape->name[r->column[k]], other = shape->name[r->column[i]];

			if (r->years && !str_eq(one, other))
				continue;
			diag_error(STATUS_BAD, shape->at, "\"%.*s\" and \"%.*s\" are columns of the same figures; leave one out", DIAG_STR(one),
			           DIAG_STR(other));
			r->then = READ_BAD;
		}
	}
	if (r->then != READ_OK)
		r->figures = 0;
}

/* Learns which columns of a shape hold figures: a column for each type, one for each year, or those of figures of one type. */
static SCAN_APART void
learn(struct population_reader *r)
{
	const struct columns *c = &r->in.columns;
	const struct shape *shape = r->in.record.shape;

	r->learned = shape->serial;
	r->wide = columns_have(c, POP_COLUMN_TYPE);
	r->years = false;
	if (!columns_have(c, COLUMN_YEAR))
		for (size_t i = 0; i < shape->n && !r->wide && !r->years; i++)
			r->years = is_year(shape->name[i]);
	r->figures = 0;
	for (size_t i = 0; i < shape->n; i++) {
		const struct term *term = c->term[i];

		if (!is_figure(r, term, shape->name[i]))
			continue;
		r->figure = mem_grow(r->figure, r->figures, &r->figure_cap, sizeof *r->figure);
		r->column = mem_grow(r->column, r->figures, &r->column_cap, sizeof *r->column);
		if (r->wide)
			population_set_type(&r->figure[r->figures], (enum population_type)term->detail, S(""));
		r->column[r->figures++] = i;
	}
	refuse_twins(r);
	if (r->wide && r->figures > 0)
		reading_unknown(&r->in, &population_words, r->column[0] + 1);
	r->next = r->figures;
	r->cells = !r->years && columns_have(c, COLUMN_OPERATION) && columns_have(c, COLUMN_ISO3)
	           && columns_have(c, POP_COLUMN_ORIGIN) == columns_have(c, POP_COLUMN_ORIGIN_ISO3);
	population_line_learn(r);
}

/* Reads the i-th figure of those that begin with column `from`. False if it is wrong: r->then. */
static bool
read_at(struct population_reader *r, size_t from, size_t i)
{
	const struct record *record = &r->in.record;
	const size_t column = r->column[from + i];
	struct population_figure *figure = &r->figure[from + i];

	r->then = population_read_figure(r, r->fact.status, &record->cell[column], record->shape->name[column], figure);
	if (r->then != READ_OK)
		return false;
	r->known += figure->status != POP_NONE;
	return true;
}

/* The figures of a record, one after the other. */
static size_t
read_each(struct population_reader *r, size_t from, size_t n)
{
	size_t i = 0;

	while (i < n && read_at(r, from, i))
		i++;
	r->fact.notable = UINT64_MAX;
	r->fact.plain = false;
	r->fact.missing = 0;
	return i;
}

/* Reads a figure of 1 to 8 digits, of a record that is padded. False: it is something else. No branch for how many they are. */
static inline bool
read_digits(enum population_status status, struct str text, struct population_figure *figure)
{
	uint64_t digits;

	if (text.n - 1 >= 8) /* nothing is a large number then */
		return false;
	digits = digits_begin(digits_load8(text.s), text.n);
	if (digits_wrong(digits))
		return false;
	figure->status = status;
	figure->persons = (struct dec){wide_make(0, digits_number(digits)), 0, false};
	figure->plain = (struct str){text.s, text.s[0] != '0' ? text.n : 0};
	return true;
}

/* Which of n cells hold something else than a 0, and which a "-": nothing is known. No branch: nobody could foresee it. */
static uint64_t
find_notable(const struct cell *cell, const size_t *column, size_t n, uint64_t *missing)
{
	uint64_t notable = 0, dashes = 0;

	for (size_t i = 0; i < n; i++) {
		const struct str *text = &cell[column[i]].text;
		unsigned only = (unsigned char)*text->s | (unsigned)(text->n != 1) << 8;

		notable |= (uint64_t)(only != '0') << i;
		dashes |= (uint64_t)(only == '-') << i;
	}
	*missing = dashes;
	return notable;
}

/* The same where most of the figures are 0 or not known: only the others are read. */
static size_t
read_notable(struct population_reader *r, size_t from, size_t n)
{
	const struct cell *cell = r->in.record.cell;
	const size_t *column = r->column + from;
	struct population_figure *figure = r->figure + from;
	enum population_status status = r->fact.status;
	uint64_t missing, notable = find_notable(cell, column, n, &missing);
	bool plain = r->fact.types > 0;
	size_t read = n;

	r->fact.notable = notable;
	for (notable &= ~missing; notable; notable &= notable - 1) {
		size_t i = scan_first(notable);

		if (read_digits(status, cell[column[i]].text, &figure[i])) {
			plain &= figure[i].plain.n > 0;
			continue;
		}
		plain = false;
		if (!read_at(r, from, i)) {
			read = i;
			break;
		}
		r->known--; /* it is counted below, unless it is not known */
	}
	r->fact.plain = plain;
	r->fact.missing = missing = scan_within(missing, read);
	r->known += read;
	for (; missing; missing &= missing - 1, r->known--)
		r->figure[from + scan_first(missing)].status = POP_NONE;
	return read;
}

/* Reads n figures of a record, from one column on, up to the first that is wrong: r->then. How many of them are known. */
static size_t
read_figures(struct population_reader *r, size_t from, size_t n)
{
	r->known = 0;
	r->fact.figure = r->figure + from;
	if (r->in.record.padded && r->fact.status != POP_REDACTED)
		r->fact.n = read_notable(r, from, n);
	else
		r->fact.n = read_each(r, from, n);
	r->fact.notable = scan_within(r->fact.notable, r->fact.n);
	r->found += r->known;
	return r->known;
}

/* The next figures of a row: that of one year, where each has a column, or all; READ_END: none of them is known. */
static enum read
next_figures(struct population_reader *r)
{
	size_t from = r->next, left = r->figures - from, n = r->years ? 1 : left < POP_FIGURES ? left : POP_FIGURES;

	r->next += n;
	if (r->years)
		r->fact.year = r->in.record.shape->name[r->column[from]];
	return read_figures(r, from, n) > 0 || (r->years && r->fact.n > 0) ? READ_OK : READ_END;
}

/* A record without figures, as many on a page are. */
static enum read
pass_barren(struct population_reader *r)
{
	reading_lacks(&r->in, "figures of people");
	population_page_pass(r);
	if (r->in.record.chart) /* nor have its other rows */
		r->in.record.chart->next = r->in.record.chart->rows;
	return READ_END;
}

/* A record whose figures have no type. */
static void
leave_untyped(struct population_reader *r)
{
	static const char what[] = "figures of people whose population type is stated nowhere (--type-in=CODE tells it)";

	reading_unfit(&r->in, what);
	for (size_t i = 0; i < r->figures; i++) {
		if (value_missing(&r->in.record.cell[r->column[i]]))
			continue;
		reading_leave(&r->in, what);
		return;
	}
}

/* Begins a record with names: sets what its figures have in common. READ_END: it has none, or they come next. */
static SCAN_APART enum read
take_cells(struct population_reader *r)
{
	const struct columns *c = &r->in.columns;
	enum read got;

	table_cells(&r->in.table, &r->in.record);
	if (r->figures == 0) {
		r->barren[c->slot] = c->serial;
		return pass_barren(r);
	}
	if ((got = reading_year(&r->in, &r->fact.year)) != READ_OK || (got = read_status(r)) != READ_OK)
		return got;
	reading_operation(&r->in, &r->fact.operation, &r->fact.iso3);
	reading_place(&r->in, POP_COLUMN_ORIGIN, POP_COLUMN_ORIGIN_ISO3, &r->fact.origin, &r->fact.origin_iso3);
	r->fact.by_origin = columns_have(c, POP_COLUMN_ORIGIN) || columns_have(c, POP_COLUMN_ORIGIN_ISO3);
	r->fact.padded = r->cells && r->in.record.padded;
	r->fact.bare = r->fact.padded && r->in.record.bare;
	r->fact.types = r->wide && r->figures <= POP_FIGURES ? r->learned : 0;
	if (!r->wide && !read_type(r)) {
		leave_untyped(r);
		return READ_END;
	}
	r->next = 0;
	return READ_END;
}

/* The same, and all of it at once where that is possible: READ_OK. */
static enum read
take_row(struct population_reader *r)
{
	if (r->learned != r->in.record.shape->serial) {
		if (r->barren[r->in.columns.slot] == r->in.columns.serial)
			return pass_barren(r);
		learn(r);
	}
	return r->straight && !r->each && population_line_take(r) ? READ_OK : take_cells(r);
}

/* A new page forgets the years of the one before. */
static void
turn_page(struct population_reader *r)
{
	const struct caption *caption = r->in.record.caption;

	if (r->page != caption->page) {
		r->newest.n = 0;
		r->year_open = false;
		r->page = caption->page;
	}
	if (r->in.record.value > 0)
		r->closed = caption->part;
}

/* Mostly only the line is another: what was written a moment ago in parts is better not copied as a whole. */
static inline void
set_pos(struct pos *to, const struct pos *at)
{
	if (to->file != at->file || to->column != at->column)
		*to = *at;
	to->line = at->line;
}

/* Nothing is known of the fact but where it stands. One by one, for a loop that clears would take longer to begin. */
static void
forget(struct population *fact)
{
	fact->operation = fact->iso3 = fact->origin = fact->origin_iso3 = fact->year = S("");
	fact->status = POP_ACTUAL;
	fact->padded = fact->bare = fact->plain = fact->same = fact->by_origin = false;
	fact->types = 0;
	fact->missing = 0;
}

/* What a record gives that is no row. READ_END: nothing, or nothing yet. */
static SCAN_APART enum read
take_other(struct population_reader *r)
{
	const struct caption *caption = r->in.record.caption;
	enum read got = READ_END;

	if (!r->fact.same)
		forget(&r->fact);
	switch (r->in.record.kind) {
	case RECORD_LINE:
	case RECORD_ITEM:
		if (caption->section == SECTION_PEOPLE && r->closed != caption->part)
			got = population_page_line(r);
		break;
	case RECORD_PAIR:
		if (r->in.record.pairs && population_page_list(r))
			return READ_OK;
		got = population_page_pair(r);
		break;
	default:
		break;
	}
	if (got != READ_OK || r->one.status == POP_NONE)
		return got == READ_OK ? READ_END : got;
	r->fact.figure = &r->one;
	r->fact.n = r->fact.notable = 1;
	r->fact.plain = r->one.plain.n > 0 && r->one.type != POP_UNKNOWN;
	if (r->fact.plain)
		r->fact.status = r->one.status;
	r->given = r->in.record.value;
	r->found++;
	return READ_OK;
}

/* What the record that was just read gives. The same. */
static enum read
take_record(struct population_reader *r)
{
	const size_t given = r->given;

	turn_page(r);
	set_pos(&r->fact.at, &r->in.record.at);
	r->given = 0;
	r->fact.same = given > 0 && r->in.record.value == given && r->in.record.kind == RECORD_PAIR;
	r->fact.place = 0;
	return r->in.record.kind == RECORD_ROW ? take_row(r) : take_other(r);
}

enum read
population_next(struct population_reader *r, const struct population **fact)
{
	enum read got = READ_END;

	*fact = &r->fact;
	while (got == READ_END && r->then == READ_OK) {
		if (r->next < r->figures) {
			got = next_figures(r);
			continue;
		}
		if ((got = reading_next(&r->in, &population_words)) != READ_OK)
			return got;
		got = take_record(r);
	}
	return got == READ_END ? r->then : got;
}
