#include <stdlib.h>
#include "jsonrows.h"

/* What the reading of one token or value came to: READ_OK goes on. */
#define TRY(expression)                             \
	do {                                        \
		enum read got_ = (expression);      \
		if (got_ != READ_OK)                \
			return got_;                \
	} while (0)

void
jsonrows_open(struct jsonrows *rows, struct source *src, str_test *known)
{
	*rows = (struct jsonrows){.known = known};
	json_open(&rows->json, src);
}

void
jsonrows_switch(struct jsonrows *rows, struct source *src)
{
	json_close(&rows->json);
	json_open(&rows->json, src);
	rows->state = ROWS_BETWEEN;
}

static void
drop_columns(struct jsonrows *rows)
{
	for (size_t i = 0; i < rows->columns; i++) {
		free((char *)rows->column[i].name.s);
		free(rows->column[i].value);
	}
	rows->columns = rows->next = 0;
	rows->text.n = 0;
}

static void
drop_header(struct jsonrows *rows)
{
	for (size_t i = 0; i < rows->header_n; i++)
		free((char *)rows->header[i].s);
	free(rows->header);
	rows->header = NULL;
	rows->header_n = 0;
}

void
jsonrows_close(struct jsonrows *rows)
{
	drop_columns(rows);
	drop_header(rows);
	free(rows->column);
	free(rows->path.data);
	free(rows->text.data);
	builder_free(&rows->row);
	builder_free(&rows->loose);
	json_close(&rows->json);
}

/* The next token; a reader's end in *token as well as in the result. */
static enum read
next(struct jsonrows *rows, enum json_token *token)
{
	*token = json_next(&rows->json);
	return *token == JSON_BAD ? READ_BAD : *token == JSON_FAIL ? READ_FAIL : READ_OK;
}

/* Passes over the value that token began. */
static enum read
skip(struct jsonrows *rows, enum json_token token)
{
	token = json_skip(&rows->json, token);
	return token == JSON_BAD ? READ_BAD : token == JSON_FAIL ? READ_FAIL : READ_OK;
}

static bool
is_scalar(enum json_token token)
{
	return token >= JSON_STRING && token <= JSON_NULL;
}

static enum cell_kind
kind_of(enum json_token token)
{
	return token == JSON_STRING ? CELL_TEXT : token == JSON_NUMBER ? CELL_NUMBER : token == JSON_NULL ? CELL_NULL : CELL_OTHER;
}

/* The text of a single value; true and false have one, null has none. */
static struct str
text_of(struct jsonrows *rows, enum json_token token)
{
	return token == JSON_TRUE ? S("true") : token == JSON_FALSE ? S("false") : json_text(&rows->json);
}

static void
add(struct jsonrows *rows, struct builder *to, enum json_token token)
{
	builder_add(to, buf_str(&rows->path), text_of(rows, token), kind_of(token));
}

/* Extends the path by a key; returns what it was, for path_back(). */
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

		TRY(next(rows, &token));
		if (token == JSON_OBJECT_END)
			return READ_OK;
		was = path_down(rows);
		TRY(next(rows, &token));
		TRY(member(rows, to, token));
		rows->path.n = was;
	}
}

/* A value inside a record, whatever it is. */
static enum read
member(struct jsonrows *rows, struct builder *to, enum json_token token)
{
	if (token == JSON_OBJECT)
		return members(rows, to);
	if (token != JSON_ARRAY) {
		add(rows, to, token);
		return READ_OK;
	}
	for (;;) {
		TRY(next(rows, &token));
		if (token == JSON_ARRAY_END)
			return READ_OK;
		TRY(member(rows, to, token));
	}
}

/* A record from the object whose "{" was read. */
static enum read
object(struct jsonrows *rows, struct record *record)
{
	struct pos at = json_pos(&rows->json);
	size_t was = rows->path.n;

	rows->rows_seen++;
	builder_begin(&rows->row);
	rows->path.n = 0;
	TRY(members(rows, &rows->row));
	rows->path.n = was;
	builder_end(&rows->row, record, RECORD_ROW, at);
	return READ_OK;
}

static enum read
refuse(struct jsonrows *rows, const char *what, const char *among)
{
	diag_error(STATUS_BAD, json_pos(&rows->json), "%s among %s: the array is no table", what, among);
	return READ_BAD;
}

/* Arrays of objects: the next one, or READ_END when the array closes. */
static enum read
next_object(struct jsonrows *rows, enum json_token token, struct record *record)
{
	if (token == JSON_ARRAY_END)
		return READ_END;
	if (token != JSON_OBJECT)
		return refuse(rows, "another value", "objects");
	return object(rows, record);
}

/* Whether the values of the list that was just read are the names of the ones to come. */
static bool
is_header(struct jsonrows *rows)
{
	size_t known = 0;

	for (size_t i = 0; i < rows->row.n; i++) {
		if (rows->row.cell[i].kind != CELL_TEXT)
			return false;
		known += rows->known(rows->row.cell[i].text);
	}
	return known >= 2;
}

static void
keep_header(struct jsonrows *rows)
{
	rows->header_n = rows->row.n;
	rows->header = mem_alloc(rows->header_n, sizeof *rows->header);
	for (size_t i = 0; i < rows->header_n; i++)
		rows->header[i] = (struct str){mem_copy(rows->row.cell[i].text), rows->row.cell[i].text.n};
}

/* Reads one inner array into a record. */
static enum read
list(struct jsonrows *rows, struct record *record)
{
	struct pos at = json_pos(&rows->json);
	enum json_token token;

	builder_begin(&rows->row);
	rows->path.n = 0;
	for (size_t i = 0;; i++) {
		TRY(next(rows, &token));
		if (token == JSON_ARRAY_END)
			break;
		if (!is_scalar(token))
			return refuse(rows, "an array or object", "values");
		builder_add(&rows->row, i < rows->header_n ? rows->header[i] : S(""), text_of(rows, token), kind_of(token));
	}
	builder_end(&rows->row, record, rows->header ? RECORD_ROW : RECORD_PAIR, at);
	if (rows->header && rows->row.n != rows->header_n) {
		diag_error(STATUS_BAD, at, "%zu values, the first array has %zu", rows->row.n, rows->header_n);
		return READ_BAD;
	}
	return READ_OK;
}

/* Arrays of arrays: the next one, or READ_END when the outer array closes. */
static enum read
next_list(struct jsonrows *rows, enum json_token token, struct record *record)
{
	if (token == JSON_ARRAY_END)
		return READ_END;
	if (token != JSON_ARRAY)
		return refuse(rows, "another value", "arrays");
	TRY(list(rows, record));
	if (rows->rows_seen++ > 0 || !is_header(rows))
		return READ_OK;
	keep_header(rows);
	TRY(next(rows, &token));
	return next_list(rows, token, record);
}

/* The last part of the path: xAxis.categories is a column named categories. */
static struct str
leaf(struct jsonrows *rows)
{
	size_t base = rows->base[rows->depth];

	return str_skip(buf_str(&rows->path), base ? base + 1 : 0);
}

static struct jsonrows_column *
new_column(struct jsonrows *rows, struct str name)
{
	struct jsonrows_column *column;

	rows->column = mem_grow(rows->column, rows->columns, &rows->columns_cap, sizeof *rows->column);
	column = &rows->column[rows->columns++];
	*column = (struct jsonrows_column){.name = {mem_copy(name), name.n}, .depth = rows->depth};
	return column;
}

static void
add_value(struct jsonrows *rows, struct jsonrows_column *column, enum json_token token)
{
	struct str text = text_of(rows, token);

	column->value = mem_grow(column->value, column->n, &column->cap, sizeof *column->value);
	column->value[column->n++] = (struct jsonrows_value){rows->text.n, text.n, kind_of(token)};
	buf_add(&rows->text, text);
}

/* A point of a series that is an object: its "y" is the value. */
static enum read
point(struct jsonrows *rows, struct jsonrows_column *column)
{
	enum json_token token;
	size_t before = column->n;

	for (;;) {
		bool y;

		TRY(next(rows, &token));
		if (token == JSON_OBJECT_END)
			break;
		y = str_eq(json_text(&rows->json), S("y"));
		TRY(next(rows, &token));
		if (y && is_scalar(token))
			add_value(rows, column, token);
		else
			TRY(skip(rows, token));
	}
	return column->n == before + 1 ? READ_OK : refuse(rows, "an object without one \"y\"", "points of a series");
}

/* The values of a column whose "[" was read; token is the first one. */
static enum read
column_values(struct jsonrows *rows, struct jsonrows_column *column, enum json_token token)
{
	for (;;) {
		if (token == JSON_ARRAY_END)
			return READ_OK;
		if (token == JSON_OBJECT)
			TRY(point(rows, column));
		else if (is_scalar(token))
			add_value(rows, column, token);
		else
			return refuse(rows, "an array", "values");
		TRY(next(rows, &token));
	}
}

/* One series of Highcharts, whose "{" was read: a column, named by "name", filled by "data". */
static enum read
series(struct jsonrows *rows)
{
	struct jsonrows_column *column = new_column(rows, S(""));
	enum json_token token;

	column->series = true;
	for (;;) {
		bool name, data;

		TRY(next(rows, &token));
		if (token == JSON_OBJECT_END)
			return READ_OK;
		name = str_eq(json_text(&rows->json), S("name"));
		data = str_eq(json_text(&rows->json), S("data"));
		TRY(next(rows, &token));
		if (name && token == JSON_STRING) {
			free((char *)column->name.s);
			column->name = (struct str){mem_copy(json_text(&rows->json)), json_text(&rows->json).n};
		} else if (data && token == JSON_ARRAY) {
			TRY(next(rows, &token));
			TRY(column_values(rows, column, token));
		} else {
			TRY(skip(rows, token));
		}
	}
}

/* All of them, the first one's "{" was read. */
static enum read
all_series(struct jsonrows *rows)
{
	enum json_token token = JSON_OBJECT;

	while (token == JSON_OBJECT) {
		TRY(series(rows));
		TRY(next(rows, &token));
	}
	return token == JSON_ARRAY_END ? READ_OK : refuse(rows, "another value", "series");
}

/* An array that is a member of the document, "[" was read. Sets the state if rows begin in it. */
static enum read
document_array(struct jsonrows *rows)
{
	enum json_token token;
	bool known = rows->known(buf_str(&rows->path));

	TRY(next(rows, &token));
	if (token == JSON_ARRAY_END) {
		rows->empty = rows->empty || !known;
		if (known)
			new_column(rows, leaf(rows));
		return READ_OK;
	}
	if (is_scalar(token))
		return column_values(rows, new_column(rows, leaf(rows)), token);
	if (token == JSON_OBJECT && str_eq(leaf(rows), S("series")))
		return all_series(rows);
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
		TRY(member(rows, &rows->loose, token));
		TRY(next(rows, &token));
	}
	return READ_OK;
}

/* Reads on in the document until rows begin in it (the state tells) or it ends (READ_END). */
static enum read
document(struct jsonrows *rows)
{
	enum json_token token;

	while (rows->state == ROWS_DOCUMENT) {
		TRY(next(rows, &token));
		if (token == JSON_OBJECT_END) {
			if (rows->depth == 0)
				return READ_END;
			rows->path.n = rows->base[rows->depth--];
			continue;
		}
		rows->path.n = rows->base[rows->depth];
		path_down(rows);
		TRY(next(rows, &token));
		if (token == JSON_OBJECT)
			rows->base[++rows->depth] = rows->path.n;
		else if (token == JSON_ARRAY)
			TRY(document_array(rows));
		else
			add(rows, &rows->loose, token);
	}
	return READ_OK;
}

/* The column that the others have to be as long as: "categories", or the first one; NULL where the arrays are no table. */
static struct jsonrows_column *
measure(struct jsonrows *rows)
{
	size_t known = 0;

	for (size_t i = 0; i < rows->columns; i++) {
		if (str_eq(rows->column[i].name, S("categories")))
			return &rows->column[i];
		known += rows->known(rows->column[i].name);
	}
	return known >= 2 ? &rows->column[0] : NULL;
}

/*
 * Whether the arrays of the document are columns of one table. Arrays that mean something to us, stand beside the categories
 * or are series have to be as long as the categories; any other of another length is left out.
 */
static enum read
check_columns(struct jsonrows *rows, bool *table)
{
	struct jsonrows_column *first = measure(rows);

	*table = first != NULL;
	for (size_t i = 0; first && i < rows->columns; i++) {
		struct jsonrows_column *c = &rows->column[i];

		c->out = c->n != first->n;
		if (c->out && (c->series || c->depth == first->depth || rows->known(c->name))) {
			diag_error(STATUS_BAD, rows->begun, "\"%.*s\" has %zu values, \"%.*s\" has %zu", DIAG_STR(c->name), c->n,
			           DIAG_STR(first->name), first->n);
			return READ_BAD;
		}
	}
	rows->length = first ? first->n : 0;
	return READ_OK;
}

/* The next record of a table by columns; READ_END behind the last one. */
static enum read
next_index(struct jsonrows *rows, struct record *record)
{
	const struct shape *loose = &rows->loose.shape;
	size_t index = rows->next++;

	if (index == rows->length) {
		drop_columns(rows);
		return READ_END;
	}
	builder_begin(&rows->row);
	for (size_t i = 0; i < rows->loose.n; i++)
		builder_lend(&rows->row, loose->name[i], rows->loose.cell[i].text, rows->loose.cell[i].kind);
	for (size_t i = 0; i < rows->columns; i++) {
		const struct jsonrows_column *c = &rows->column[i];
		struct str text = {rows->text.data, 0};

		if (c->out)
			continue;
		if (rows->text.n > 0)
			text = (struct str){rows->text.data + c->value[index].text, c->value[index].n};
		builder_lend(&rows->row, c->name, text, c->value[index].kind);
	}
	builder_end(&rows->row, record, RECORD_ROW, rows->begun);
	record->chart = true;
	return READ_OK;
}

/* The document has ended: what it was decides what comes out. READ_END: nothing more. */
static enum read
finish(struct jsonrows *rows, struct record *record)
{
	bool table;

	TRY(check_columns(rows, &table));
	builder_end(&rows->loose, record, rows->rows_seen ? RECORD_ENVELOPE : RECORD_ROW, rows->begun);
	rows->state = table ? ROWS_COLUMNS : ROWS_BETWEEN;
	if (table)
		return READ_END;
	drop_columns(rows);
	return rows->loose.n > 0 ? READ_OK : READ_END;
}

/* Between values: begins the next one. READ_END at the end of the input. */
static enum read
begin(struct jsonrows *rows)
{
	enum json_token token;

	TRY(next(rows, &token));
	if (token == JSON_END)
		return READ_END;
	rows->values++;
	rows->rows_seen = rows->depth = rows->base[0] = 0;
	rows->in_document = token == JSON_OBJECT;
	rows->begun = json_pos(&rows->json);
	drop_header(rows);
	if (token == JSON_OBJECT) {
		builder_begin(&rows->loose);
		rows->state = ROWS_DOCUMENT;
		return READ_OK;
	}
	if (token != JSON_ARRAY)
		return READ_OK;
	TRY(next(rows, &token));
	rows->path.n = 0;
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
		TRY(skip(rows, token));
		TRY(next(rows, &token));
	}
	return READ_OK;
}

/* One step in an array of rows. The bracket that told what they are has been read when it begins. */
static enum read
step(struct jsonrows *rows, struct record *record)
{
	bool objects = rows->state == ROWS_OBJECTS;
	enum json_token token = objects ? JSON_OBJECT : JSON_ARRAY;
	enum read got;

	if (!rows->peeked)
		TRY(next(rows, &token));
	rows->peeked = false;
	got = objects ? next_object(rows, token, record) : next_list(rows, token, record);
	if (got == READ_END)
		rows->state = rows->in_document ? ROWS_DOCUMENT : ROWS_BETWEEN;
	return got;
}

enum read
jsonrows_next(struct jsonrows *rows, struct record *record)
{
	enum read got;

	record->chart = false;
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
		case ROWS_COLUMNS:
			if ((got = next_index(rows, record)) == READ_END)
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
