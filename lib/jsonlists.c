#include <stdlib.h>
#include "jsonlists.h"

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

/* The short cut for an inner array of plain values without names. */
static bool
plain_list(struct jsonrows *rows, struct record *record)
{
	struct builder *row = &rows->row;
	struct pos at;
	size_t n;

	if (rows->peeked || rows->header || (n = jsonvalue_list(&rows->json, rows->list, countof(rows->list), &at)) == 0)
		return false;
	if (n != row->shape.n || rows->list_serial != row->shape.serial) {
		builder_begin(row);
		for (size_t i = 0; i < n; i++)
			builder_lend(row, S(""), rows->list[i].text, rows->list[i].kind);
		builder_end(row, record, RECORD_PAIR, at);
		rows->list_serial = row->shape.serial;
	}
	*record = (struct record){.kind = RECORD_PAIR, .at = at, .shape = &row->shape, .cell = rows->list, .padded = true};
	return true;
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
