/* facts: see facts.h. */
#include <stdlib.h>
#include "facts.h"
#include "stranger.h"

static struct paging paging;
static struct csvout table;
static struct buf rows; /* their fields */
static enum read last;  /* what reading ended with */

unsigned
facts_how(struct reading_how *how, unsigned option)
{
	static const enum form forms[] = {FORM_AUTO, FORM_TEXT, FORM_HTML, FORM_JSON, FORM_CSV};

	*how = (struct reading_how){.form = forms[option % 5], .paging = &paging, .significant = option / 5 % 2 ? 0 : DOUBLE_DIGITS};
	return option / 10;
}

void
facts_end(struct buf *out, const struct source *src, const struct reading *in, size_t found, enum read got)
{
	fuzz_note(out, "%zu facts, line %zu, ", found, src->line);
	fuzz_end(out, last = got);
	if (got == READ_END) {
		if (table_empty(&in->table))
			fuzz_note(out, "no rows ");
		fuzz_text(out, buf_str(&in->why));
		stranger_say(buf_str(&src->head), out);
		paging_tell(&paging, false);
	}
	paging_free(&paging);
	paging = (struct paging){.cap = 0};
}

void
facts_table(const char *const *column, size_t n)
{
	free(table.buf.data); /* of a reading that nobody wanted to see again */
	rows.n = 0;
	fuzz_written.n = 0;
	csvout_open(&table, FUZZ_OUT, "out");
	for (size_t i = 0; i < n; i++)
		csvout_field(&table, str_of(column[i]));
	csvout_end(&table);
}

void
facts_row(const struct str *field, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		fuzz_text(&rows, field[i]);
		csvout_field(&table, field[i]);
	}
	buf_byte(&rows, '\n');
	csvout_end(&table);
}

void
facts_again(fuzz_reader *reader, struct reading_how *how)
{
	struct buf first = {.n = 0}, text = {.n = 0}, out = {.n = 0};
	const char *encoding = fuzz_encoding;

	csvout_close(&table);
	buf_set(&first, buf_str(&rows));
	buf_set(&text, buf_str(&fuzz_written));
	how->form = FORM_AUTO;
	fuzz_encoding = NULL;
	fuzz_transcript(reader, buf_str(&text), 0, &out);
	fuzz_encoding = encoding;
	csvout_close(&table);
	fuzz_equal("written and read again", buf_str(&first), buf_str(&rows));
	if (last != READ_END)
		fuzz_equal("a table of ours", S("is read to its end"), buf_str(&out));
	free(first.data);
	free(text.data);
	free(out.data);
}

struct str
facts_number(const struct dec *number)
{
	static char text[16][DEC_MAX];
	static unsigned next;
	char *to = text[next++ % 16];

	return number ? (struct str){to, dec_format(number, to)} : S("");
}
