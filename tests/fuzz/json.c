/*
 * json: fuzz target. Tokens are the same however the bytes come; json_skip() leads to the token where the plain way gets;
 * records that jsontrail and jsonplan follow are those of the plain way, which reads what comes byte by byte; and no short cut
 * passes over what the tokenizer refuses.
 */
#include <stdlib.h>
#include "fuzz.h"
#include "jsonrows.h"

static size_t skip; /* the value that this token began; from 1, 0: none */

static void
note_token(struct buf *out, const struct json *j, enum json_token token)
{
	struct pos at = json_pos(j);

	fuzz_note(out, "%d@%zu:%zu%s/%zu ", (int)token, at.line, at.column, json_half(j) ? "half" : "", json_depth(j));
	fuzz_text(out, json_text(j));
}

static enum read
read_of(enum json_token last)
{
	return last == JSON_END ? READ_END : last == JSON_BAD ? READ_BAD : READ_FAIL;
}

static bool
is_last(enum json_token token)
{
	return token == JSON_END || token == JSON_BAD || token == JSON_FAIL;
}

static void
tokens(struct source *src, struct buf *out)
{
	static struct json j;
	enum json_token token;
	size_t n = 0;

	json_open(&j, src);
	do {
		token = json_next(&j);
		fuzz_check(json_depth(&j) <= JSON_DEPTH, "deeper than may be");
		note_token(out, &j, token);
		if (++n == skip && !is_last(token)) {
			out->n = 0;
			if ((token = json_skip(&j, token)) == JSON_END)
				token = JSON_NULL; /* go on */
		}
	} while (!is_last(token));
	fuzz_end(out, read_of(token));
	json_close(&j);
}

/* What comes behind a value that was skipped is the end of what comes without. */
static void
skips(struct str text, struct str plain)
{
	struct buf out = {.n = 0};

	fuzz_transcript(tokens, text, 0, &out);
	fuzz_check(out.n <= plain.n, "more came behind a value that was skipped");
	fuzz_equal("behind a value that was skipped", str_skip(plain, plain.n - out.n), buf_str(&out));
	free(out.data);
}

/* Names that make a table, as subjects have them. */
static bool
known(struct str name)
{
	static const struct str names[] = {STR("categories"), STR("year"), STR("budget"), STR("list"), STR("#date")};

	for (size_t i = 0; i < countof(names); i++)
		if (str_eq(name, names[i]))
			return true;
	return false;
}

static void
rows(struct source *src, struct buf *out)
{
	static struct jsonrows rows;
	struct record r;
	unsigned serial = 0;
	enum read got;

	jsonrows_open(&rows, src, known);
	while (r = (struct record){.bare = false}, (got = jsonrows_next(&rows, &r)) == READ_OK) {
		fuzz_note(out, "%s", serial == r.shape->serial ? "" : "new ");
		serial = r.shape->serial;
		fuzz_record(out, &r, true);
	}
	fuzz_note(out, "%s%zu %zu", rows.empty ? "empty " : "", rows.values, src->line);
	fuzz_end(out, got);
	jsonrows_close(&rows);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in;
	struct buf plain = {.n = 0}, out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	skip = 0;
	fuzz_alike(tokens, &in, &plain);
	skip = in.option % 32;
	if (skip > 0)
		skips(in.text, buf_str(&plain));
	fuzz_alike(rows, &in, &out);
	/* the messages of the two are the same where both are about malformed JSON; rows refuse more */
	if (plain.n >= 4 && memcmp(plain.data + plain.n - 4, "END\n", 4) != 0)
		fuzz_check(memcmp(out.data + out.n - 4, "END\n", 4) != 0, "rows of what is no JSON");
	free(plain.data);
	free(out.data);
	return 0;
}
