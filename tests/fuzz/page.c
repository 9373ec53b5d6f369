/*
 * page: fuzz target, of pages as text and as HTML, in several encodings. Lines, items and JSON are the same however the bytes
 * come; and the JSON of a page gives alone, each value by itself, the same records as in the page.
 */
#include <stdlib.h>
#include "fuzz.h"
#include "page.h"
#include "subject.h"
#include "table.h"

static bool markup;
static struct buf values;    /* the JSON of the page that was read last, one value behind the other, */
static size_t begins[512];   /* and where each begins in it */
static size_t value_count;
static struct buf found;     /* the records of these values, as far as they were read */
static enum read found_end;  /* what that ended with */

static void
blocks(struct source *src, struct buf *out)
{
	struct page p;
	enum page_block block;

	page_open(&p, src, markup);
	while ((block = page_next(&p)) == PAGE_LINE || block == PAGE_ITEM || block == PAGE_JSON) {
		bool json = block == PAGE_JSON;
		struct str text = json ? (struct str){p.value.at, (size_t)(p.value.end - p.value.at)} : p.text;

		fuzz_check(text.n > 0, "an empty block");
		fuzz_check(json || str_eq(str_trim(text), text), "a line that is not trimmed");
		fuzz_note(out, "%c%zu:%zu%s%s ", "?LIJ"[block], p.pos.line, p.pos.column, !json && p.apart ? " apart" : "",
		          !json && p.cut ? " cut" : "");
		fuzz_text(out, text);
	}
	fuzz_end(out, block == PAGE_END ? READ_END : block == PAGE_BAD ? READ_BAD : READ_FAIL);
	page_close(&p);
}

/* Takes the JSON of the page. */
static void
collect(struct source *src, struct buf *out)
{
	struct page p;
	enum page_block block;

	values.n = value_count = 0;
	page_open(&p, src, markup);
	while ((block = page_next(&p)) == PAGE_LINE || block == PAGE_ITEM || block == PAGE_JSON) {
		if (block != PAGE_JSON || value_count == countof(begins))
			continue;
		begins[value_count++] = values.n;
		buf_add(&values, (struct str){p.value.at, (size_t)(p.value.end - p.value.at)});
	}
	fuzz_end(out, block == PAGE_END ? READ_END : block == PAGE_BAD ? READ_BAD : READ_FAIL);
	page_close(&p);
}

/* The records of one value. */
static void
value(struct source *src, struct buf *out)
{
	static struct jsonrows rows;
	struct record r;

	jsonrows_open(&rows, src, subject_knows);
	while (r = (struct record){.bare = false}, (found_end = jsonrows_next(&rows, &r)) == READ_OK)
		fuzz_record(&found, &r, false);
	fuzz_end(out, found_end);
	jsonrows_close(&rows);
}

/* The same records where they stand. */
static void
records(struct source *src, struct buf *out)
{
	struct table t;
	struct record r;
	enum read got;

	table_open(&t, src, &(struct table_how){.form = markup ? FORM_HTML : FORM_TEXT, .known = subject_knows});
	while ((got = table_next(&t, &r)) == READ_OK)
		if (r.value > 0 && r.value <= countof(begins))
			fuzz_record(&found, &r, false);
	table_close(&t);
	fuzz_end(out, got);
}

static void
values_alone(struct str text)
{
	struct buf out = {.n = 0}, there = {.n = 0};

	found.n = 0;
	fuzz_transcript(records, text, 0, &out);
	buf_set(&there, buf_str(&found));
	fuzz_transcript(collect, text, 0, &out);
	found.n = 0;
	found_end = READ_END;
	for (size_t i = 0; i < value_count && found_end == READ_END; i++)
		fuzz_memory(value, (struct str){values.data + begins[i], (i + 1 < value_count ? begins[i + 1] : values.n) - begins[i]}, &out);
	fuzz_equal("JSON of a page, each value alone", buf_str(&there), buf_str(&found));
	free(there.data);
	free(out.data);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const encodings[] = {NULL, NULL, NULL, NULL, NULL, "ISO-8859-1", "UTF-16", "UTF-16LE"};
	struct fuzz_input in;
	struct buf out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	markup = in.option % 2;
	fuzz_encoding = encodings[in.option / 2 % countof(encodings)];
	fuzz_alike(blocks, &in, &out);
	values_alone(in.text);
	free(out.data);
	return 0;
}
