#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include "jsoncolumns.h"

static void
rename_column(struct jsoncolumns_column *column, struct str name)
{
	if (column->name.s && str_eq(column->name, name))
		return;
	free((char *)column->name.s);
	column->name = (struct str){mem_copy(name), name.n};
}

static void
drop(struct jsoncolumns_column *column)
{
	free((char *)column->name.s);
	free(column->values.value);
	free(column->x.value);
}

void
jsoncolumns_drop(struct jsoncolumns *c)
{
	c->n = c->length = 0;
	c->text.n = 0;
}

void
jsoncolumns_free(struct jsoncolumns *c)
{
	for (size_t i = 0; i < c->used; i++)
		drop(&c->column[i]);
	free(c->column);
	free(c->text.data);
	free(c->cell);
	free(c->place);
}

static struct jsoncolumns_column *
new_column(struct jsoncolumns *c, struct str name, size_t depth)
{
	struct jsoncolumns_column *column;

	c->column = mem_grow(c->column, c->n, &c->cap, sizeof *c->column);
	column = &c->column[c->n++];
	if (c->n > c->used)
		c->column[c->used++] = (struct jsoncolumns_column){.depth = 0};
	rename_column(column, name);
	column->values.n = column->x.n = 0;
	column->depth = depth;
	column->series = column->odd = column->out = false;
	return column;
}

static void
add(struct jsoncolumns *c, struct jsoncolumns_values *to, struct json *json, enum json_token token)
{
	struct str text = jsonvalue_text(json, token);

	to->value = mem_grow(to->value, to->n, &to->cap, sizeof *to->value);
	to->value[to->n++] = (struct jsoncolumns_value){c->text.n, text.n, jsonvalue_kind(token)};
	buf_add(&c->text, text);
}

enum read
jsoncolumns_array(struct jsoncolumns *c, struct json *json, enum json_token token, struct str name, size_t depth)
{
	struct jsoncolumns_column *column = new_column(c, name, depth);

	while (token != JSON_ARRAY_END) {
		if (jsonvalue_single(token))
			add(c, &column->values, json, token);
		else
			column->odd = true;
		TRY(jsonvalue_skip(json, token));
		TRY(jsonvalue_next(json, &token));
	}
	return READ_OK;
}

void
jsoncolumns_cells(struct jsoncolumns *c, const struct cell *cell, size_t n, struct str name, size_t depth)
{
	struct jsoncolumns_values *to = &new_column(c, name, depth)->values;

	for (size_t i = 0; i < n; i++) {
		to->value = mem_grow(to->value, to->n, &to->cap, sizeof *to->value);
		to->value[to->n++] = (struct jsoncolumns_value){c->text.n, cell[i].text.n, cell[i].kind};
		buf_add(&c->text, cell[i].text);
	}
}

/* A point that is an object: its "y" is the value, "x" or "name" its place. The "{" was read. */
static enum read
object_point(struct jsoncolumns *c, struct jsoncolumns_column *column, struct json *json)
{
	enum json_token token;
	size_t values = column->values.n, places = column->x.n;

	for (;;) {
		struct jsoncolumns_values *to = NULL;

		TRY(jsonvalue_next(json, &token));
		if (token == JSON_OBJECT_END)
			break;
		if (str_eq(json_text(json), S("y")))
			to = &column->values;
		else if (str_eq(json_text(json), S("x")) || (str_eq(json_text(json), S("name")) && column->x.n == places))
			to = &column->x;
		/* x says it better than a name that came before it */
		if (to == &column->x)
			to->n = places;
		TRY(jsonvalue_next(json, &token));
		if (to && jsonvalue_single(token))
			add(c, to, json, token);
		TRY(jsonvalue_skip(json, token));
	}
	if (column->values.n == values + 1)
		return READ_OK;
	return jsonvalue_refuse(json, "an object without one \"y\"", "points of a series");
}

/* A point that is an array: its place and its value. The "[" was read. */
static enum read
pair_point(struct jsoncolumns *c, struct jsoncolumns_column *column, struct json *json)
{
	struct jsoncolumns_values *const to[] = {&column->x, &column->values};
	enum json_token token;

	for (size_t i = 0;; i++) {
		TRY(jsonvalue_next(json, &token));
		if (token == JSON_ARRAY_END && i == countof(to))
			return READ_OK;
		if (i == countof(to) || !jsonvalue_single(token))
			return jsonvalue_refuse(json, "an array that is no pair of values", "points of a series");
		add(c, to[i], json, token);
	}
}

/* The points of a series, "[" was read. */
static enum read
data(struct jsoncolumns *c, struct jsoncolumns_column *column, struct json *json)
{
	enum json_token token;

	for (;;) {
		TRY(jsonvalue_next(json, &token));
		if (token == JSON_ARRAY_END)
			return READ_OK;
		if (token == JSON_OBJECT)
			TRY(object_point(c, column, json));
		else if (token == JSON_ARRAY)
			TRY(pair_point(c, column, json));
		else
			add(c, &column->values, json, token);
	}
}

/* One series, whose "{" was read. */
static enum read
series(struct jsoncolumns *c, struct json *json, size_t depth)
{
	struct jsoncolumns_column *column = new_column(c, S(""), depth);
	enum json_token token;

	column->series = true;
	for (;;) {
		bool is_name, is_data;

		TRY(jsonvalue_next(json, &token));
		if (token == JSON_OBJECT_END)
			return READ_OK;
		is_name = str_eq(json_text(json), S("name"));
		is_data = str_eq(json_text(json), S("data"));
		TRY(jsonvalue_next(json, &token));
		if (is_name && token == JSON_STRING) {
			rename_column(column, json_text(json));
		} else if (is_data && token == JSON_ARRAY) {
			TRY(data(c, column, json));
		} else {
			TRY(jsonvalue_skip(json, token));
		}
	}
}

enum read
jsoncolumns_series(struct jsoncolumns *c, struct json *json, size_t depth)
{
	enum json_token token = JSON_OBJECT;

	while (token == JSON_OBJECT) {
		TRY(series(c, json, depth));
		TRY(jsonvalue_next(json, &token));
	}
	return token == JSON_ARRAY_END ? READ_OK : jsonvalue_refuse(json, "another value", "series");
}

enum read
jsoncolumns_axes(struct jsoncolumns *c, struct json *json, size_t depth)
{
	enum json_token token;

	for (;;) {
		bool here;

		TRY(jsonvalue_next(json, &token));
		if (token == JSON_OBJECT_END)
			break;
		here = str_eq(json_text(json), S("categories"));
		TRY(jsonvalue_next(json, &token));
		if (!here || token != JSON_ARRAY) {
			TRY(jsonvalue_skip(json, token));
			continue;
		}
		TRY(jsonvalue_next(json, &token));
		TRY(jsoncolumns_array(c, json, token, S("categories"), depth));
	}
	do { /* other axes */
		TRY(jsonvalue_next(json, &token));
		TRY(jsonvalue_skip(json, token));
	} while (token != JSON_ARRAY_END);
	return READ_OK;
}

static struct jsoncolumns_column *
categories(struct jsoncolumns *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->column[i].name, S("categories")))
			return &c->column[i];
	return NULL;
}

static struct str
text_at(const struct jsoncolumns *c, const struct jsoncolumns_values *values, size_t i)
{
	return i < values->n ? (struct str){c->text.data + values->value[i].text, values->value[i].n} : S("");
}

static bool
same_values(const struct jsoncolumns *c, const struct jsoncolumns_values *a, const struct jsoncolumns_values *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = str_eq(text_at(c, a, i), text_at(c, b, i));
	return same;
}

/*
 * Whether the points of a series that say where they stand do so in the order of the categories: each has its category's name
 * or number. Any other name that is no year is a label.
 */
static bool
in_order(const struct jsoncolumns *c, const struct jsoncolumns_values *x, const struct jsoncolumns_values *categories)
{
	for (size_t i = 0; i < x->n; i++) {
		struct str place = text_at(c, x, i);
		char number[24];
		int n = snprintf(number, sizeof number, "%zu", i);

		if (x->value[i].kind != CELL_NUMBER && (place.n != 4 || str_digits(place) != 4))
			continue;
		if (!str_eq(place, text_at(c, categories, i)) && !str_eq(place, (struct str){number, (size_t)n}))
			return false;
	}
	return true;
}

/* The same of all series. */
static enum read
check_order(struct jsoncolumns *c, struct pos at)
{
	for (size_t i = 0; i < c->n; i++) {
		if (in_order(c, &c->column[i].x, &categories(c)->values))
			continue;
		diag_error(STATUS_BAD, at, "the points of \"%.*s\" stand in another order than the categories", DIAG_STR(c->column[i].name));
		return READ_BAD;
	}
	return READ_OK;
}

/* Where there are no categories but the points say where they stand, the first series' places are the categories. */
static enum read
place_points(struct jsoncolumns *c, struct pos at)
{
	size_t first = 0;
	struct jsoncolumns_column *column;
	struct jsoncolumns_values swap;

	while (first < c->n && c->column[first].x.n == 0)
		first++;
	if (first == c->n)
		return READ_OK;
	if (categories(c))
		return check_order(c, at);
	for (size_t i = 0; i < c->n; i++) {
		if (!c->column[i].series || same_values(c, &c->column[i].x, &c->column[first].x))
			continue;
		diag_error(STATUS_BAD, at, "the points of \"%.*s\" stand elsewhere than those of \"%.*s\"", DIAG_STR(c->column[i].name),
		           DIAG_STR(c->column[first].name));
		return READ_BAD;
	}
	column = new_column(c, S("categories"), SIZE_MAX);
	swap = column->values;
	column->values = c->column[first].x;
	c->column[first].x = swap;
	return READ_OK;
}

/* The column that the others have to be as long as; NULL where the arrays are no table. */
static struct jsoncolumns_column *
measure(struct jsoncolumns *c, str_test *known)
{
	size_t n = 0;

	if (categories(c))
		return categories(c);
	for (size_t i = 0; i < c->n; i++)
		n += known(c->column[i].name);
	return n >= 2 ? &c->column[0] : NULL;
}

static bool
has_numbers(const struct jsoncolumns_column *column)
{
	for (size_t i = 0; i < column->values.n; i++)
		if (column->values.value[i].kind == CELL_NUMBER)
			return true;
	return false;
}

/* Whether a column has to fit: it means something to us, is a series, or holds numbers beside the categories. */
static bool
belongs(const struct jsoncolumns_column *column, const struct jsoncolumns_column *first, str_test *known)
{
	return column->series || known(column->name) || (column->depth == first->depth && has_numbers(column));
}

enum read
jsoncolumns_settle(struct jsoncolumns *c, str_test *known, struct pos at, bool *table)
{
	struct jsoncolumns_column *first;

	TRY(place_points(c, at));
	first = measure(c, known);
	*table = first != NULL;
	for (size_t i = 0; first && i < c->n; i++) {
		struct jsoncolumns_column *column = &c->column[i];

		column->out = column->odd || column->values.n != first->values.n;
		if (!column->out || !belongs(column, first, known))
			continue;
		diag_error(STATUS_BAD, at, "\"%.*s\" has %zu value%s, \"%.*s\" has %zu", DIAG_STR(column->name), column->values.n,
		           column->values.n == 1 ? "" : "s", DIAG_STR(first->name), first->values.n);
		return READ_BAD;
	}
	c->length = first ? first->values.n : 0;
	return READ_OK;
}

/* The column in the chart whose cells are those behind n others, and its name in the shape. */
static void
place_column(struct jsoncolumns *c, struct builder *row, struct str name, size_t n, size_t step)
{
	c->place[row->n] = (struct chart_column){n, step};
	builder_lend(row, name, c->cell[n].text, c->cell[n].kind);
}

void
jsoncolumns_chart(struct jsoncolumns *c, const struct builder *loose, struct builder *row, struct pos at, struct chart *chart)
{
	struct record first;
	size_t n = loose->n;

	*chart = (struct chart){.rows = c->length};
	if (c->length == 0)
		return;
	c->cell = mem_resize(c->cell, loose->n + c->n * c->length, sizeof *c->cell);
	c->place = mem_resize(c->place, loose->n + c->n, sizeof *c->place);
	builder_begin(row);
	for (size_t i = 0; i < loose->n; i++) {
		c->cell[i] = (struct cell){.text = loose->cell[i].text, .kind = loose->cell[i].kind};
		place_column(c, row, loose->shape.name[i], i, 0);
	}
	for (const struct jsoncolumns_column *column = c->column, *end = column + c->n; column < end; column++) {
		const struct jsoncolumns_value *value = column->values.value;

		if (column->out)
			continue;
		for (size_t i = 0; i < c->length; i++)
			c->cell[n + i] = (struct cell){.text = value[i].n ? str_trim((struct str){c->text.data + value[i].text, value[i].n}) : S(""),
			                               .kind = value[i].kind};
		place_column(c, row, column->name, n, 1);
		n += c->length;
	}
	builder_end(row, &first, RECORD_ROW, at);
	chart->shape = &row->shape;
	chart->cell = c->cell;
	chart->column = c->place;
}
