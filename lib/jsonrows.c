#include <stdlib.h>
#include "jsonlists.h"
#include "jsonrows.h"

void
jsonrows_open(struct jsonrows *rows, struct source *src, str_test *known)
{
	*rows = (struct jsonrows){.known = known, .documents.columns = true};
	json_open(&rows->json, src);
}

void
jsonrows_switch(struct jsonrows *rows, struct source *src)
{
	json_close(&rows->json);
	json_open(&rows->json, src);
	rows->state = ROWS_BETWEEN;
}

void
jsonrows_close(struct jsonrows *rows)
{
	jsoncolumns_free(&rows->columns);
	jsonlists_drop(rows);
	free(rows->path.data);
	free(rows->inner.data);
	builder_free(&rows->row);
	builder_free(&rows->loose);
	trail_free(&rows->ways);
	trail_free(&rows->documents);
	jsonplan_free(&rows->plan);
	free(rows->cell);
	json_close(&rows->json);
}

static void
add(struct jsonrows *rows, struct builder *to, enum json_token token)
{
	builder_add(to, buf_str(&rows->path), jsonvalue_text(&rows->json, token), jsonvalue_kind(token));
}

/* Extends the path by a key; returns how long it was, to be set back to. */
static size_t
path_down(struct jsonrows *rows)
{
	size_t was = rows->path.n;

	if (was > 0)
		buf_byte(&rows->path, '.');
	buf_add(&rows->path, json_text(&rows->json));
	return was;
}

static enum read member(struct jsonrows *, struct builder *, enum json_token);

/* The members of an object inside a record, whose "{" was read, under the path. */
static enum read
members(struct jsonrows *rows, struct builder *to)
{
	enum json_token token;

	for (;;) {
		size_t was;

		TRY(jsonvalue_next(&rows->json, &token));
		if (token == JSON_OBJECT_END)
			return READ_OK;
		was = path_down(rows);
		TRY(jsonvalue_next(&rows->json, &token));
		TRY(member(rows, to, token));
		rows->path.n = was;
	}
}

/* A value inside a record, whatever it is. */
static enum read
member(struct jsonrows *rows, struct builder *to, enum json_token token)
{
	bool outer = to->element == 0;

	if (token == JSON_OBJECT)
		return members(rows, to);
	if (token != JSON_ARRAY) {
		add(rows, to, token);
		return READ_OK;
	}
	if (to == &rows->row && str_eq(buf_str(&rows->path), S("categories"))) {
		diag_error(STATUS_BAD, json_pos(&rows->json), "a chart inside an array; give the charts one after another");
		return READ_BAD;
	}
	for (;;) {
		TRY(jsonvalue_next(&rows->json, &token));
		if (token == JSON_ARRAY_END)
			break;
		if (outer)
			to->element = ++to->elements;
		TRY(member(rows, to, token));
	}
	if (outer)
		to->element = 0;
	return READ_OK;
}

/* A record from the object whose "{" was read. */
static enum read
object(struct jsonrows *rows, struct record *record)
{
	struct pos at = json_pos(&rows->json);
	struct buf around = rows->path;
	enum read got;

	/* names inside a record begin anew; the path to the rows is still needed behind them */
	rows->path = rows->inner;
	rows->path.n = 0;
	rows->rows_seen++;
	builder_begin(&rows->row);
	got = members(rows, &rows->row);
	rows->inner = rows->path;
	rows->path = around;
	TRY(got);
	builder_end(&rows->row, record, RECORD_ROW, at);
	return READ_OK;
}

/* Builds the record that was followed, whose values stand elsewhere than those of the one before. */
static SCAN_APART void
rebuild(struct jsonrows *rows, struct record *record, struct pos at)
{
	trail_build(&rows->ways, &rows->row);
	builder_end(&rows->row, record, RECORD_ROW, at);
	rows->serial = rows->row.shape.serial;
}

/* Gives the record that was followed. */
static void
give(struct jsonrows *rows, struct record *record, struct pos at)
{
	const struct trail *way = &rows->ways;
	struct builder *row = &rows->row;

	rows->rows_seen++;
	if (way->same && rows->serial == row->shape.serial) {
		record->kind = RECORD_ROW;
		record->at = at;
		record->shape = &row->shape;
		record->cell = way->cell;
		record->padded = true;
		record->bare = way->bare;
		record->zeros = way->zeros;
		record->figures = way->figures;
		return;
	}
	rebuild(rows, record, at);
}

/* Arrays of objects: the next one, or READ_END when the array closes. */
static enum read
next_object(struct jsonrows *rows, enum json_token token, struct record *record)
{
	if (token == JSON_ARRAY_END)
		return READ_END;
	if (token != JSON_OBJECT)
		return jsonvalue_refuse(&rows->json, "another value", "objects");
	return object(rows, record);
}

/* The last part of the path: xAxis.categories is a column named categories. */
static struct str
leaf(struct jsonrows *rows)
{
	size_t base = rows->base[rows->depth];

	return str_skip(buf_str(&rows->path), base ? base + 1 : 0);
}

/* An array that is a member of the document, "[" was read. Sets the state if rows begin in it. */
static enum read
document_array(struct jsonrows *rows)
{
	enum json_token token;
	bool known = rows->known(buf_str(&rows->path));

	TRY(jsonvalue_next(&rows->json, &token));
	if (token == JSON_ARRAY_END) {
		rows->empty_here = rows->empty_here || !known;
		rows->empty = rows->empty || rows->empty_here;
		if (known)
			return jsoncolumns_array(&rows->columns, &rows->json, token, leaf(rows), rows->depth);
		return READ_OK;
	}
	if (jsonvalue_single(token))
		return jsoncolumns_array(&rows->columns, &rows->json, token, leaf(rows), rows->depth);
	if (token == JSON_OBJECT && str_eq(leaf(rows), S("series")))
		return jsoncolumns_series(&rows->columns, &rows->json, rows->depth);
	if (token == JSON_OBJECT && str_eq(leaf(rows), S("xAxis")))
		return jsoncolumns_axes(&rows->columns, &rows->json, rows->depth);
	if (token == JSON_OBJECT && !known) {
		rows->state = ROWS_OBJECTS;
		rows->peeked = true;
		return READ_OK;
	}
	if (token == JSON_ARRAY && !known) {
		rows->state = ROWS_LISTS;
		rows->peeked = true;
		return READ_OK;
	}
	while (token != JSON_ARRAY_END) {
		rows->loose.element = ++rows->loose.elements;
		TRY(member(rows, &rows->loose, token));
		TRY(jsonvalue_next(&rows->json, &token));
	}
	rows->loose.element = 0;
	return READ_OK;
}

/* Reads on in the document until rows begin in it (the state tells) or it ends (READ_END). */
static enum read
document(struct jsonrows *rows)
{
	enum json_token token;

	if (rows->followed)
		return READ_END;
	while (rows->state == ROWS_DOCUMENT) {
		TRY(jsonvalue_next(&rows->json, &token));
		if (token == JSON_OBJECT_END) {
			if (rows->depth == 0)
				return READ_END;
			rows->path.n = rows->base[rows->depth--];
			continue;
		}
		rows->path.n = rows->base[rows->depth];
		path_down(rows);
		TRY(jsonvalue_next(&rows->json, &token));
		if (token == JSON_OBJECT)
			rows->base[++rows->depth] = rows->path.n;
		else if (token == JSON_ARRAY)
			TRY(document_array(rows));
		else
			add(rows, &rows->loose, token);
	}
	return READ_OK;
}

/* A row of a chart: the document's single values, and one of each column. READ_END behind the last one. */
static enum read
next_row(struct jsonrows *rows, struct record *record)
{
	struct chart *chart = &rows->chart;
	size_t row = chart->next;

	if (row >= chart->rows)
		return READ_END;
	chart->next++;
	if (chart->shape->n > rows->cap) {
		rows->cap = chart->shape->n;
		rows->cell = mem_resize(rows->cell, rows->cap, sizeof *rows->cell);
	}
	for (size_t i = 0; i < chart->shape->n; i++)
		rows->cell[i] = chart->cell[chart_at(chart, i, row)];
	record_clear(record, RECORD_ROW);
	record->at = rows->begun;
	record->shape = chart->shape;
	record->cell = rows->cell;
	record->chart = rows->table ? chart : NULL;
	record->padded = chart->padded;
	return READ_OK;
}

/* What the single values of a document are: a record, or the envelope of rows if they say nothing to us. */
static enum record_kind
kind_of_loose(const struct jsonrows *rows)
{
	size_t known = 0;

	if (rows->rows_seen == 0 && !rows->empty_here)
		return RECORD_ROW;
	for (size_t i = 0; i < rows->loose.n; i++)
		known += rows->known(rows->loose.shape.name[i]);
	return known >= 2 ? RECORD_ROW : RECORD_ENVELOPE;
}

/* The document has ended: what it was decides what comes out. READ_END: nothing more. */
static enum read
finish(struct jsonrows *rows, struct record *record)
{
	bool table;

	TRY(jsoncolumns_settle(&rows->columns, rows->known, rows->begun, &table));
	rows->table = table;
	builder_end(&rows->loose, record, kind_of_loose(rows), rows->begun);
	rows->state = table ? ROWS_CHART : ROWS_BETWEEN;
	if (table)
		jsoncolumns_chart(&rows->columns, &rows->loose, &rows->row, rows->begun, &rows->chart);
	if (rows->followed)
		jsonplan_make(&rows->plan, &rows->documents, table ? &rows->columns : NULL, table ? &rows->row : &rows->loose);
	else
		trail_learn(&rows->documents, &rows->json);
	jsoncolumns_drop(&rows->columns);
	record->apart = rows->rows_seen > 0 && !table && rows->loose.n > 0; /* or what comes next in its place would have it */
	return !table && rows->loose.n > 0 ? READ_OK : READ_END;
}

/* A value begins there. */
static void
begin_value(struct jsonrows *rows, struct pos at, bool document)
{
	rows->values++;
	rows->rows_seen = rows->depth = rows->base[0] = 0;
	rows->in_document = document;
	rows->empty_here = rows->followed = false;
	rows->begun = at;
	builder_begin(&rows->loose);
}

/* Goes over the document that comes next, if its like is known; *planned: what it comes to is known, too, and is there. */
static bool
go_over(struct jsonrows *rows, bool *planned)
{
	struct pos at;

	*planned = jsonplan_follow(&rows->plan, &rows->documents, rows->json.src, &at, &rows->chart);
	if (!*planned && !trail_follow(&rows->documents, rows->json.src, &at))
		return false;
	begin_value(rows, at, true);
	*planned = *planned || jsonplan_chart(&rows->plan, &rows->documents, &rows->chart);
	if (*planned) {
		rows->table = rows->plan.table;
		rows->state = ROWS_CHART;
	}
	return true;
}

/* Begins the document that comes next, if it is one whose like is known. */
static bool
follow(struct jsonrows *rows)
{
	bool planned;

	if (!json_between(&rows->json) || !go_over(rows, &planned))
		return false;
	if (planned)
		return true;
	jsonplan_spread(&rows->documents, &rows->loose, &rows->columns);
	rows->followed = true;
	rows->state = ROWS_DOCUMENT;
	return true;
}

bool
jsonrows_take(struct jsonrows *rows, struct source *src)
{
	char *begun = src->at;
	bool planned;

	jsonrows_switch(rows, src);
	if (*begun == '[') {
		begin_value(rows, source_pos(src, begun), false);
		rows->state = ROWS_PAIRS;
		return jsonlists_take(rows);
	}
	if (!go_over(rows, &planned))
		return false;
	if (planned)
		return true;
	/* the way that was gone may be another than the planned one, and will seem to be the same when it is gone again */
	jsonplan_drop(&rows->plan);
	src->at = begun;
	return false;
}

/* Between values: begins the next one. READ_END at the end of the input. */
static enum read
begin(struct jsonrows *rows)
{
	enum json_token token;

	/* what was learned is for the next value, if there is one: see jsonrows_switch() */
	if (source_over(rows->json.src))
		return READ_END;
	/* a byte order mark goes when the first bytes come: what is learned has to begin behind it */
	if (rows->json.src->at == rows->json.src->end)
		source_peek(rows->json.src, 1);
	if (follow(rows))
		return READ_OK;
	trail_mark(&rows->documents, &rows->json);
	jsonplan_drop(&rows->plan);
	TRY(jsonvalue_next(&rows->json, &token));
	if (token == JSON_END)
		return READ_END;
	begin_value(rows, json_pos(&rows->json), token == JSON_OBJECT);
	if (token == JSON_OBJECT) {
		rows->state = ROWS_DOCUMENT;
		return READ_OK;
	}
	if (token != JSON_ARRAY)
		return READ_OK;
	rows->path.n = 0;
	if (rows->json.src->at < rows->json.src->end && *rows->json.src->at == '[') {
		rows->state = ROWS_LISTS;
		return READ_OK;
	}
	TRY(jsonvalue_next(&rows->json, &token));
	if (token == JSON_ARRAY_END) {
		rows->empty = true;
		return READ_OK;
	}
	if (token == JSON_OBJECT || token == JSON_ARRAY) {
		rows->state = token == JSON_OBJECT ? ROWS_OBJECTS : ROWS_LISTS;
		rows->peeked = true;
		return READ_OK;
	}
	while (token != JSON_ARRAY_END) { /* bare values: no table */
		TRY(jsonvalue_skip(&rows->json, token));
		TRY(jsonvalue_next(&rows->json, &token));
	}
	return READ_OK;
}

/*
 * One step in an array of rows, of which the next one goes no way that is known. The bracket that told what they are has been
 * read when it begins, or `peeked` is false.
 */
static enum read
step(struct jsonrows *rows, struct record *record)
{
	bool objects = rows->state == ROWS_OBJECTS, again = objects && !rows->peeked;
	enum json_token token = JSON_OBJECT;
	enum read got;

	trail_unmark(&rows->documents);
	if (objects) {
		trail_mark(&rows->ways, &rows->json);
		if (!rows->peeked)
			TRY(jsonvalue_next(&rows->json, &token));
		rows->peeked = false;
		got = next_object(rows, token, record);
	} else {
		got = jsonlists_next(rows, record);
	}
	if (got == READ_OK && again)
		trail_learn(&rows->ways, &rows->json);
	if (got == READ_END) {
		rows->state = rows->in_document ? ROWS_DOCUMENT : ROWS_BETWEEN;
		rows->lists_seen = 0;
		jsonlists_drop(rows);
	}
	return got;
}

/* The next record where it is no object that goes a way which is known. */
static SCAN_APART enum read
next_other(struct jsonrows *rows, struct record *record)
{
	enum read got;

	for (;;) {
		switch (rows->state) {
		case ROWS_BETWEEN:
			if ((got = begin(rows)) != READ_OK)
				return got;
			continue;
		case ROWS_DOCUMENT:
			got = document(rows);
			if (got == READ_END)
				got = finish(rows, record);
			else if (got == READ_OK)
				continue;
			break;
		case ROWS_PAIRS:
			if ((got = jsonlists_pair(rows, record)) == READ_END)
				rows->state = ROWS_BETWEEN;
			break;
		case ROWS_CHART:
			if ((got = next_row(rows, record)) == READ_END)
				rows->state = ROWS_BETWEEN;
			break;
		default:
			got = step(rows, record);
			break;
		}
		if (got != READ_END)
			return got;
	}
}

enum read
jsonrows_next(struct jsonrows *rows, struct record *record)
{
	struct pos at;

	record->chart = NULL;
	if (rows->state != ROWS_OBJECTS || rows->peeked || !json_between(&rows->json)
	    || !trail_follow(&rows->ways, rows->json.src, &at))
		return next_other(rows, record);
	give(rows, record, at);
	return READ_OK;
}
