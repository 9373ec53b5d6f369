#include <stdlib.h>
#include "table.h"

static const char *const forms[] = {
	[FORM_TEXT] = "the text of a page", [FORM_HTML] = "a page of HTML", [FORM_JSON] = "JSON", [FORM_CSV] = "a table of CSV",
};

/* Whether a line that is no heading would be of no use now. */
static bool
is_dull(const struct table *t)
{
	return t->dull >> t->caption.section & 1;
}

/* The same of a line that is still to be read, or whether it is a heading of which notice has been taken. */
static bool
passes(void *table, const char *line, const char *end)
{
	struct table *t = table;
	enum caption_glance what = caption_glance(&t->caption, line, end);

	return what == CAPTION_HEADING || (what == CAPTION_NOTHING && is_dull(t));
}

/*
 * Has the JSON of a page taken by a layout that knows its like, if one does. The page looks at line ends inside of a value more
 * closely than its readers: where a layout may have learned any, it is not asked.
 */
static bool
takes(void *table, uint64_t begun, struct source *value)
{
	struct table *t = table;

	for (size_t i = 0; i < TABLE_LAYOUTS && t->layout[i].rows; i++) {
		if (t->layout[i].begun == begun && !t->layout[i].breaks && jsonrows_take(t->layout[i].rows, value)) {
			t->json = t->layout[i].rows;
			return true;
		}
	}
	return false;
}

/* Another document of HTML begins. */
static void
begins(void *table)
{
	struct table *t = table;

	caption_end(&t->caption);
}

/* Reads JSON that is like that by a layout that knows it; by a new one, or the oldest, where none does. */
static void
choose_layout(struct table *t, uint64_t begun, uint64_t like, bool breaks, struct source *src)
{
	size_t i = 0;

	while (i < TABLE_LAYOUTS && !(t->layout[i].rows && t->layout[i].like == like))
		i++;
	if (i == TABLE_LAYOUTS) {
		i = t->oldest++ % TABLE_LAYOUTS;
		t->layout[i].begun = begun;
		t->layout[i].like = like;
	}
	t->layout[i].breaks |= breaks;
	if (!t->layout[i].rows) {
		t->layout[i].rows = mem_alloc(1, sizeof *t->layout[i].rows);
		jsonrows_open(t->layout[i].rows, src, t->how.known);
	} else {
		jsonrows_switch(t->layout[i].rows, src);
	}
	t->json = t->layout[i].rows;
}

void
table_open(struct table *t, struct source *src, const struct table_how *how)
{
	*t = (struct table){.how = *how, .src = src, .form = how->form};
	if (t->form == FORM_AUTO)
		t->form = sniff(src, how->known, &t->how.delimiter);
	else if (t->form == FORM_CSV && !t->how.delimiter && !sniff_header(src, how->known, &t->how.delimiter))
		t->how.delimiter = ',';
	diag_note((struct pos){src->name, 0, 0}, "read as %s", forms[t->form]);
	csvin_open(&t->csv, src, t->how.delimiter);
	if (t->form == FORM_JSON)
		choose_layout(t, 0, 0, false, src);
	page_open(&t->page, src, t->form == FORM_HTML);
	t->page.passes = passes;
	t->page.takes = takes;
	t->page.begins = begins;
	t->page.arg = t;
}

static void
free_names(struct str *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free((char *)name[i].s);
	free(name);
}

void
table_close(struct table *t)
{
	csvin_close(&t->csv);
	for (size_t i = 0; i < TABLE_LAYOUTS && t->layout[i].rows; i++) {
		jsonrows_close(t->layout[i].rows);
		free(t->layout[i].rows);
	}
	page_close(&t->page);
	free(t->none);
	caption_free(&t->caption);
	builder_free(&t->line);
	free_names(t->header.name, t->header.n);
	free_names(t->title.name, t->title.n);
}

bool
table_empty(const struct table *t)
{
	for (size_t i = 0; i < TABLE_LAYOUTS && t->layout[i].rows; i++)
		if (t->layout[i].rows->empty)
			return true;
	return t->header.serial != 0 && !t->rows && !t->headless;
}

const struct shape *
table_header(const struct table *t)
{
	return t->header.serial != 0 && !t->headless ? &t->header : NULL;
}

struct str
table_line(const struct table *t)
{
	return t->form == FORM_CSV && t->csv.delimiter == ',' ? t->csv.line : S("");
}

/* Whether the record is a row of HXL tags and nothing else. */
static bool
is_tags(const struct cell *field, size_t n)
{
	size_t tags = 0;

	for (size_t i = 0; i < n; i++) {
		struct str text = str_trim(field[i].text);

		if (sniff_tag(text))
			tags++;
		else if (text.n > 0)
			return false;
	}
	return tags > 1;
}

static bool
is_header(const struct table *t, const struct cell *field, size_t n)
{
	size_t known = 0;

	for (size_t i = 0; i < n; i++)
		known += field[i].text.n > 0 && t->how.known(field[i].text);
	return known >= 2 || is_tags(field, n);
}

static void
keep_header(struct table *t, const struct cell *field, size_t n)
{
	free_names(t->title.name, t->title.n);
	t->title = t->header;
	t->header.name = mem_alloc(n, sizeof *t->header.name);
	for (size_t i = 0; i < n; i++) {
		struct str name = str_trim(field[i].text);

		t->header.name[i] = (struct str){mem_copy(name), name.n};
	}
	t->header.n = n;
	t->header.serial = shape_serial();
	t->header.at = t->csv.pos;
}

/*
 * A header of names was found. HXL tags win over it: where a row of them follows, all above that is a title. READ_END: none
 * does.
 */
static enum read
read_tags(struct table *t)
{
	struct cell *field;
	size_t n;
	enum read got = READ_END;

	if (t->how.by_name || !sniff_tags(t->src, t->how.delimiter))
		return READ_END;
	for (unsigned i = 0; i < SNIFF_RECORDS && (got = csvin_next(&t->csv, &field, &n)) == READ_OK; i++) {
		if (is_tags(field, n)) {
			keep_header(t, field, n);
			return READ_OK;
		}
	}
	if (got != READ_OK && got != READ_END)
		return got;
	diag_error(STATUS_BAD, t->header.at, "a row of HXL tags seems to follow, and none does");
	return READ_BAD;
}

/*
 * Finds the header among the first records; those above it are preamble. Where none of them looks like one, the first record is
 * taken for it and *record gets its names with empty values, so that whoever misses a column can say which ones there are;
 * READ_END: that was it.
 */
static enum read
read_header(struct table *t, struct record *record)
{
	struct cell *field = NULL;
	size_t n = 0;
	enum read got;

	for (unsigned i = 0; i < SNIFF_RECORDS; i++) {
		got = csvin_next(&t->csv, &field, &n);
		if (got == READ_BAD || got == READ_FAIL || (got == READ_END && i == 0))
			return got;
		if (got == READ_END)
			break;
		if (i == 0)
			keep_header(t, field, n);
		if (is_header(t, field, n)) {
			keep_header(t, field, n);
			got = is_tags(field, n) ? READ_OK : read_tags(t);
			return got == READ_END ? READ_OK : got;
		}
	}
	t->none = mem_alloc(t->header.n, sizeof *t->none);
	for (size_t i = 0; i < t->header.n; i++)
		t->none[i] = (struct cell){.text = S(""), .kind = CELL_TEXT};
	*record = (struct record){.kind = RECORD_ROW, .at = t->header.at, .shape = &t->header, .cell = t->none};
	return READ_END;
}

static inline bool
is_same(const struct shape *names, const struct cell *field, size_t n)
{
	bool same = names->n == n && field[0].text.n == names->name[0].n && *field[0].text.s == *names->name[0].s;

	for (size_t i = 0; same && i < n; i++)
		same = str_eq(field[i].text, names->name[i]);
	return same;
}

/* Whether the record repeats the header, or the one above it: tables that were joined with cat. Mostly the first byte tells. */
static inline bool
repeats_header(struct table *t)
{
	struct csvin *csv = &t->csv;
	char first = *(csv->fields.end ? fields_text(&csv->fields, 0).s : csv->cell[0].text.s);

	if (first != t->begins[0] && first != t->begins[1])
		return false;
	csvin_cells(csv);
	return is_same(&t->header, csv->cell, csv->n) || is_same(&t->title, csv->cell, csv->n);
}

/* Finds the header, and sets what all records below it have in common. Without one, the record has what was there. */
static SCAN_APART enum read
begin_csv(struct table *t, struct record *record)
{
	enum read got;

	*record = (struct record){.kind = RECORD_ROW, .at = {t->src->name, 0, 0}, .padded = true};
	got = read_header(t, record);
	t->headless = got == READ_END && record->shape;
	record->caption = &t->caption;
	if (t->headless)
		return READ_OK;
	if (got != READ_OK)
		return got;
	record->shape = &t->header;
	t->begins[0] = *t->header.name[0].s;
	t->begins[1] = t->title.n > 0 ? *t->title.name[0].s : t->begins[0];
	return READ_OK;
}

/* How many fields it has is not what the header says. */
static SCAN_APART enum read
refuse_fields(const struct table *t, size_t n)
{
	diag_error(STATUS_BAD, t->csv.pos, "%zu field%s, the header in line %zu has %zu%s", n, n == 1 ? "" : "s",
	           t->header.at.line, t->header.n, t->how.form == FORM_AUTO ? "; if this is no table, say so: --from=text" : "");
	return READ_BAD;
}

static enum read
next_csv(struct table *t, struct record *record)
{
	struct csvin *csv = &t->csv;
	enum read got;

	if (t->headless)
		return READ_END;
	if (t->header.serial == 0 && ((got = begin_csv(t, record)) != READ_OK || t->headless))
		return got;
	do {
		if ((got = csvin_advance(csv)) != READ_OK)
			return got;
		if (csv->n != t->header.n)
			return refuse_fields(t, csv->n);
		if (!t->lean)
			csvin_cells(csv);
		for (size_t i = 0; csv->ragged && i < csv->n; i++)
			csv->cell[i].text = str_trim(csv->cell[i].text);
	} while (repeats_header(t));
	t->rows = true;
	record->at.line = csv->pos.line;
	record->cell = csv->cell;
	record->fields = csv->fields.end ? &csv->fields : NULL;
	record->bare = csv->bare && csv->delimiter == ',';
	return READ_OK;
}

/* The next line, item or JSON value of a page; headings go into the caption. */
static enum read
next_block(struct table *t, struct record *record)
{
	for (;;) {
		enum page_block block = page_next(&t->page);

		switch (block) {
		case PAGE_END:
			return READ_END;
		case PAGE_BAD:
			return READ_BAD;
		case PAGE_FAIL:
			return READ_FAIL;
		case PAGE_JSON:
			if (!t->page.taken)
				choose_layout(t, t->page.begun, t->page.like, t->page.breaks, &t->page.value);
			t->in_value = true;
			t->values++;
			return READ_OK;
		case PAGE_LINE:
		case PAGE_ITEM:
			if (caption_line(&t->caption, t->page.text) || is_dull(t))
				continue;
			builder_begin(&t->line);
			builder_lend(&t->line, S(""), t->page.text, CELL_TEXT);
			builder_end(&t->line, record, block == PAGE_ITEM ? RECORD_ITEM : RECORD_LINE, t->page.pos);
			record->cut = t->page.cut;
			record->apart = t->page.apart;
			return READ_OK;
		}
	}
}

static enum read
next_page(struct table *t, struct record *record)
{
	enum read got;

	for (;;) {
		if (!t->in_value) {
			if ((got = next_block(t, record)) != READ_OK || !t->in_value)
				return got;
		}
		got = jsonrows_next(t->json, record);
		t->in_value = got != READ_END;
		if (t->in_value) {
			record->value = t->values;
			return got;
		}
	}
}

enum read
table_next(struct table *t, struct record *record)
{
	enum read got;

	if (t->form == FORM_CSV)
		return next_csv(t, record);
	record_clear(record, RECORD_ROW);
	if (t->form == FORM_JSON) {
		got = jsonrows_next(t->json, record);
		record->value = t->json->values;
	} else {
		got = next_page(t, record);
	}
	record->caption = &t->caption;
	return got;
}
