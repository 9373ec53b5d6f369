/*
 * csvin: fuzz target. Records are the same whether the short cut finds them or libcsv does, byte by byte; what is lent as it
 * stands is that; and what csvout writes of them is read again as the same.
 */
#include <stdlib.h>
#include "csvin.h"
#include "csvout.h"
#include "fuzz.h"

static char delimiter;
static bool places;
static struct csvout *copy, *twin; /* where records are written to, in two ways; NULL: nowhere */

/* Of a bare record, no field has a delimiter, a quote or a line end in it. */
static void
check_bare(const struct cell *cell, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < cell[i].text.n; k++)
			fuzz_check(cell[i].text.s[k] != delimiter && !memchr("\"\r\n", cell[i].text.s[k], 3), "a bare record that is none");
}

/* Of one without quotes, the fields with delimiters between them are the record as it stands. */
static void
check_line(const struct csvin *in, const struct cell *cell, size_t n)
{
	struct buf line = {.n = 0};

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_byte(&line, delimiter);
		buf_add(&line, cell[i].text);
	}
	fuzz_equal("a line", buf_str(&line), in->line);
	free(line.data);
}

static void
write_record(const struct cell *cell, size_t n)
{
	struct str *field = mem_alloc(n, sizeof *field);

	for (size_t i = 0; i < n; i++)
		csvout_field(copy, field[i] = cell[i].text);
	csvout_end(copy);
	/* the two ways for several fields in turn */
	if (n % 2)
		csvout_fields(twin, field, n);
	else
		csvout_padded_fields(twin, field, n);
	csvout_end(twin);
	free(field);
}

static void
records(struct source *src, struct buf *out)
{
	static struct csvin in;
	struct cell *cell;
	size_t n;
	enum read got;

	csvin_open(&in, src, delimiter);
	while ((got = csvin_next(&in, &cell, &n)) == READ_OK) {
		fuzz_check(n > 0, "a record without fields");
		if (places)
			fuzz_note(out, "%zu", in.pos.line);
		fuzz_note(out, "(");
		for (size_t i = 0; i < n; i++) {
			fuzz_text(out, cell[i].text);
			fuzz_padded(cell[i].text, CSVIN_PAD);
			fuzz_check(in.ragged || str_eq(str_trim(cell[i].text), cell[i].text) || cell[i].text.s[cell[i].text.n] == '"',
			           "a field with blanks around it of a record that has none");
		}
		fuzz_note(out, ")\n");
		if (in.bare)
			check_bare(cell, n);
		if (in.line.n > 0)
			check_line(&in, cell, n);
		if (copy)
			write_record(cell, n);
	}
	if (places)
		fuzz_note(out, "%zu ", src->line);
	fuzz_end(out, got);
	csvin_close(&in);
}

/* A row in front, for the first bytes of an input may be a mark, or tell that it is no text. */
static void
begin(struct csvout *out)
{
	csvout_open(out, FUZZ_OUT, "out");
	csvout_field(out, S("x"));
	csvout_end(out);
}

static void
written_again(struct str text)
{
	struct csvout one, two;
	struct buf want = {.n = 0}, got = {.n = 0}, first = {.n = 0};

	begin(copy = &one);
	begin(twin = &two);
	fuzz_transcript(records, text, 0, &want);
	copy = NULL;
	fuzz_written.n = 0;
	csvout_close(&one);
	buf_set(&first, buf_str(&fuzz_written));
	fuzz_written.n = 0;
	csvout_close(&two);
	fuzz_equal("fields written together", buf_str(&first), buf_str(&fuzz_written));
	delimiter = ',';
	fuzz_transcript(records, buf_str(&first), 0, &got);
	fuzz_check(str_starts(buf_str(&got), S("(1<x> )\n")), "the first row is lost");
	fuzz_equal("written and read again", buf_str(&want), str_skip(buf_str(&got), strlen("(1<x> )\n")));
	free(want.data);
	free(got.data);
	free(first.data);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in;
	struct buf out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	delimiter = ",;\t|"[in.option % 4];
	places = true;
	fuzz_alike(records, &in, &out);
	places = false;
	fuzz_transcript(records, in.text, 0, &out);
	if (out.n >= 4 && memcmp(out.data + out.n - 4, "END\n", 4) == 0)
		written_again(in.text);
	free(out.data);
	return 0;
}
