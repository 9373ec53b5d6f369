#include <stdlib.h>
#include "jsonlists.h"
#include "jsonplain.h"

void
jsonlists_drop(struct jsonrows *rows)
{
	for (size_t i = 0; i < rows->header_n; i++)
		free((char *)rows->header[i].s);
	free(rows->header);
	rows->header = NULL;
	rows->header_n = 0;
}

/* Whether the values of the list that was just read are the names of the ones to come. */
static bool
is_header(const struct jsonrows *rows, const struct record *list)
{
	size_t known = 0;

	for (size_t i = 0; i < list->shape->n; i++) {
		if (list->cell[i].kind != CELL_TEXT)
			return false;
		known += rows->known(list->cell[i].text);
	}
	return known >= 2;
}

/* Whether they are HXL tags, which win over the names above them. */
static bool
is_tags(const struct record *list)
{
	for (size_t i = 0; i < list->shape->n; i++)
		if (list->cell[i].text.n > 0 && list->cell[i].text.s[0] != '#')
			return false;
	return true;
}

static void
keep_header(struct jsonrows *rows, const struct record *list)
{
	rows->header_n = list->shape->n;
	rows->header = mem_alloc(rows->header_n, sizeof *rows->header);
	for (size_t i = 0; i < rows->header_n; i++)
		rows->header[i] = (struct str){mem_copy(list->cell[i].text), list->cell[i].text.n};
}

/* Reads one inner array into a record. */
static enum read
list(struct jsonrows *rows, struct record *record)
{
	struct pos at = json_pos(&rows->json);
	enum json_token token;

	builder_begin(&rows->row);
	for (size_t i = 0;; i++) {
		TRY(jsonvalue_next(&rows->json, &token));
		if (token == JSON_ARRAY_END)
			break;
		if (!jsonvalue_single(token))
			return jsonvalue_refuse(&rows->json, "an array or object", "values");
		builder_add(&rows->row, i < rows->header_n ? rows->header[i] : S(""), jsonvalue_text(&rows->json, token),
		            jsonvalue_kind(token));
	}
	builder_end(&rows->row, record, rows->header ? RECORD_ROW : RECORD_PAIR, at);
	if (rows->header && rows->row.n != rows->header_n) {
		diag_error(STATUS_BAD, at, "%zu values, the first array has %zu", rows->row.n, rows->header_n);
		return READ_BAD;
	}
	return READ_OK;
}

/* Gives n plain values without names. */
static void
give(struct jsonrows *rows, const struct cell *cell, size_t n, struct pos at, struct record *record)
{
	struct builder *row = &rows->row;

	if (n != row->shape.n || rows->list_serial != row->shape.serial) {
		builder_begin(row);
		for (size_t i = 0; i < n; i++)
			builder_lend(row, S(""), cell[i].text, cell[i].kind);
		builder_end(row, record, RECORD_PAIR, at);
		rows->list_serial = row->shape.serial;
	}
	record_clear(record, RECORD_PAIR);
	record->at = at;
	record->shape = &row->shape;
	record->cell = cell;
	record->padded = true;
}

/* The short cut for an inner array of plain values without names. */
static bool
plain_list(struct jsonrows *rows, struct record *record)
{
	struct pos at;
	size_t n;

	if (rows->peeked || rows->header || (n = jsonvalue_list(&rows->json, rows->list, countof(rows->list), &at)) == 0)
		return false;
	give(rows, rows->list, n, at, record);
	return true;
}

/* Takes the pair at p, if it is plain, and nothing stands around its values: where it ends, or NULL. */
static inline const char *
plain_pair(const char *p, const char *end, struct cell *cell)
{
	const char *behind;

	if (p[0] != '[' || p[1] != '"' || !(p = jsonplain_text(p + 2, end, &cell[0])) || *p++ != ',')
		return NULL;
	if (*p == '"')
		return NULL;
	behind = jsonplain_figure(p, &cell[1]);
	if (!behind)
		behind = jsonplain_value(p, end, &cell[1]);
	return behind && cell[1].kind == CELL_NUMBER && *behind == ']' ? behind + 1 : NULL;
}

bool
jsonlists_take(struct jsonrows *rows)
{
	struct source *src = rows->json.src;
	const char *p = src->at, *end = src->end;
	size_t n = 0;

	do {
		if (p >= end || n == PAIRS_MAX || !(p = plain_pair(p + 1, end, &rows->pair[2 * n])))
			return false;
		n++;
	} while (*p == ',');
	if (*p != ']' || p >= end)
		return false;
	rows->pairs = (struct pairs){rows->pair, n, 0};
	src->at += p + 1 - src->at;
	return true;
}

enum read
jsonlists_pair(struct jsonrows *rows, struct record *record)
{
	struct pairs *pairs = &rows->pairs;
	const struct cell *cell = &rows->pair[2 * pairs->next];
	const char *begun;

	if (pairs->next == pairs->n)
		return READ_END;
	/* the text, which may be trimmed, is the first that stands behind a bracket and a quote */
	for (begun = cell->text.s; begun[-1] != '"' || begun[-2] != '['; begun--)
		;
	give(rows, cell, 2, source_pos(rows->json.src, begun - 2), record);
	record->pairs = pairs->next++ == 0 ? pairs : NULL;
	return READ_OK;
}

enum read
jsonlists_next(struct jsonrows *rows, struct record *record)
{
	enum json_token token = JSON_ARRAY;

	if (!plain_list(rows, record)) {
		if (!rows->peeked)
			TRY(jsonvalue_next(&rows->json, &token));
		rows->peeked = false;
		if (token == JSON_ARRAY_END)
			return READ_END;
		if (token != JSON_ARRAY)
			return jsonvalue_refuse(&rows->json, "another value", "arrays");
		TRY(list(rows, record));
	}
	rows->rows_seen++;
	if (rows->lists_seen++ > 1 || !is_header(rows, record) || (rows->lists_seen == 2 && !is_tags(record)))
		return READ_OK;
	jsonlists_drop(rows);
	keep_header(rows, record);
	record->padded = false; /* as the names may have been, which stood in the input */
	return jsonlists_next(rows, record);
}
