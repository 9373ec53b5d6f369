#include <stdlib.h>
#include "command.h"
#include "gap_plain.h"
#include "nearest.h"
#include "schema.h"

static struct str need_name, have_name;

/* The names that make a record the header: those of the two columns. */
static bool
is_ours(struct str name)
{
	return str_eq(name, need_name) || str_eq(name, have_name);
}

/* Where no record has them, the first record is the header, so that the names that there are can be told. */
static bool
is_any(struct str name)
{
	(void)name;
	return true;
}

/* The column of that name; SIZE_MAX, reported, where there is none or more than one. */
static size_t
column_of(const struct shape *shape, struct str name)
{
	size_t found = SIZE_MAX;
	struct buf names = {NULL, 0, 0};
	struct nearest near;

	for (size_t i = 0; i < shape->n; i++) {
		if (!str_eq(shape->name[i], name))
			continue;
		if (found != SIZE_MAX) {
			diag_error(STATUS_BAD, shape->at, "two columns are named \"%.*s\"", DIAG_STR(name));
			return SIZE_MAX;
		}
		found = i;
	}
	if (found == SIZE_MAX) {
		nearest_open(&near, name);
		for (size_t i = 0; i < shape->n; i++)
			nearest_try(&near, shape->name[i]);
		columns_names(shape, NULL, &names, 300);
		nearest_say(&near, "", &names);
		diag_error(STATUS_BAD, shape->at, "no column is named \"%.*s\"; the columns are %.*s", DIAG_STR(name), (int)names.n,
		           names.data);
		free(names.data);
	}
	return found;
}

/* The header of the first input, which the others must have, too. */
static struct {
	struct str *name;
	size_t n;
	size_t need, have;
	bool tagged; /* a row of HXL tags was written, if one is wanted */
} header;

/* The columns that are appended. */
static const char *const ours[] = {"gap", "gap_pct", "covered_pct"};

static bool
begin(const struct shape *shape)
{
	header.need = column_of(shape, need_name);
	header.have = header.need == SIZE_MAX ? SIZE_MAX : column_of(shape, have_name);
	if (header.have == SIZE_MAX)
		return false;
	header.n = shape->n;
	header.name = mem_alloc(header.n, sizeof *header.name);
	for (size_t i = 0; i < header.n; i++)
		header.name[i] = (struct str){mem_copy(shape->name[i]), shape->name[i].n};
	return true;
}

/* Writes the header, or below it the row of tags, where --hxl wants one and the input has none. */
static void
write_header(void (*part)(const char *const *column, size_t n))
{
	const char **name = mem_alloc(header.n + countof(ours), sizeof *name);

	for (size_t i = 0; i < header.n; i++)
		name[i] = header.name[i].s;
	for (size_t i = 0; i < countof(ours); i++)
		name[header.n + i] = header.tagged ? schema_tag(ours[i]) : ours[i];
	part(name, header.n + countof(ours));
	free(name);
}

/* Whether a later input has the columns of the first. */
static bool
is_same(const struct shape *shape)
{
	size_t i = 0;

	while (i < shape->n && i < header.n && str_eq(shape->name[i], header.name[i]))
		i++;
	if (i == shape->n && i == header.n)
		return true;
	if (i < shape->n && i < header.n)
		diag_error(STATUS_BAD, shape->at, "column %zu is named \"%.*s\", in the input before \"%.*s\"", i + 1,
		           DIAG_STR(shape->name[i]), DIAG_STR(header.name[i]));
	else
		diag_error(STATUS_BAD, shape->at, "%zu columns, the input before has %zu", shape->n, header.n);
	return false;
}

/* Takes notice of an input's header: the first one is written, the others have to be the same. */
static bool
take_header(const struct shape *shape)
{
	if (header.n > 0)
		return is_same(shape);
	if (!begin(shape))
		return false;
	header.tagged = sniff_tag(need_name) && sniff_tag(have_name);
	write_header(command_names);
	return true;
}

/* The figure in a cell, if one is there. READ_BAD: reported. */
static enum read
figure(const struct reading *in, size_t column, struct amount *figure)
{
	struct str text = record_text(&in->record, column);

	figure->known = false;
	if (text.n == 0 || reading_take(in, text, figure) || value_missing_text(text))
		return READ_OK;
	return reading_amount(in, text, header.name[column], figure);
}

/* Adds the values of the record to the row at hand: as they stand, where they may stand so. */
static void
pass(const struct reading *in)
{
	struct str line = csvout_changes_text(command_output()) ? S("") : table_line(&in->table);

	if (line.n > 0) {
		csvout_plain(command_output(), line);
		return;
	}
	for (size_t i = 0; i < header.n; i++)
		csvout_field(command_output(), record_text(&in->record, i));
}

/* A row of HXL tags below the header: passed through with tags for the columns that are ours. */
static void
tags(const struct reading *in)
{
	/* there is one header, however many inputs */
	if (header.tagged)
		return;
	header.tagged = true;
	pass(in);
	for (size_t i = 0; i < countof(ours); i++)
		csvout_field(command_output(), str_of(schema_tag(ours[i])));
	command_row(in->record.at);
}

static enum read
row(const struct reading *in, bool (*wanted)(const struct amount *need, const struct amount *have))
{
	struct csvout *out = command_output();
	struct amount need, have;
	struct gap gap;

	if (sniff_tag(record_text(&in->record, header.need)) && sniff_tag(record_text(&in->record, header.have))) {
		tags(in);
		return READ_OK;
	}
	if (!header.tagged)
		write_header(command_tags);
	header.tagged = true;
	if (figure(in, header.need, &need) != READ_OK || figure(in, header.have, &have) != READ_OK
	    || !gap_between(&need, &have, &in->record.at, &gap))
		return READ_BAD;
	if (!wanted(&need, &have))
		return READ_OK;
	pass(in);
	csvout_wrote(out, gap_put(csvout_room(out, GAP_ROOM), &gap), countof(ours));
	command_row(in->record.at);
	return READ_OK;
}

/* Reads one input. */
static void
read_input(struct source *src, bool (*wanted)(const struct amount *need, const struct amount *have))
{
	static const struct vocabulary nothing;
	struct reading in;
	char delimiter = command.reading.delimiter;
	size_t found = 0;
	enum read got;

	reading_open(&in, src, &command.reading, sniff_header(src, is_ours, &delimiter) ? is_ours : is_any);
	in.table.lean = true;
	while ((got = reading_next(&in, &nothing)) == READ_OK) {
		if (found++ == 0 && !take_header(in.record.shape)) {
			got = READ_BAD;
			break;
		}
		if ((got = row(&in, wanted)) != READ_OK)
			break;
	}
	if (got == READ_END && found == 0 && table_header(&in.table) && !take_header(table_header(&in.table)))
		got = READ_BAD;
	command_read(got, found, "rows", "a header and rows below it", &in);
	reading_close(&in);
}

void
gap_plain(const char *need, const char *have, bool (*wanted)(const struct amount *need, const struct amount *have))
{
	struct source *src;

	need_name = str_of(need);
	have_name = str_of(have);
	command.reading.form = FORM_CSV;
	command.reading.by_name = true;
	while ((src = command_input()))
		read_input(src, wanted);
	if (header.n > 0 && !header.tagged)
		write_header(command_tags);
	for (size_t i = 0; i < header.n; i++)
		free((char *)header.name[i].s);
	free(header.name);
}
