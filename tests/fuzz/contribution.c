/*
 * contribution: fuzz target. Contributions are the same however the bytes come, those of one number have one donor, and they
 * are read again out of the table that donors-list makes of them.
 */
#include <stdlib.h>
#include "contribution.h"
#include "facts.h"

static struct reading_how how;

/* Donors by their number: what it stands for. */
#define DONORS 256
static struct {
	uint64_t who;
	struct buf text;
} donors[DONORS];

static void
check_donor(const struct contribution *c)
{
	struct buf text = {.n = 0}, *was = &donors[c->who % DONORS].text;

	fuzz_text(&text, c->donor);
	fuzz_text(&text, c->iso3);
	fuzz_note(&text, "%d", (int)c->type);
	if (c->who != 0 && donors[c->who % DONORS].who == c->who)
		fuzz_equal("donors of one number", buf_str(was), buf_str(&text));
	donors[c->who % DONORS].who = c->who;
	buf_set(was, buf_str(&text));
	free(text.data);
}

static void
take(struct buf *out, const struct contribution *c)
{
	const struct str field[] = {
		c->date, c->donor, c->iso3, str_of(donor_type_name(c->type)), facts_number(c->known ? &c->amount : NULL), c->unit,
		c->recipient,
	};

	fuzz_note(out, "%zu:%zu ", c->at.line, c->at.column);
	for (size_t i = 0; i < countof(field); i++)
		fuzz_text(out, field[i]);
	fuzz_note(out, "\n");
	if (c->digits.n > 0)
		fuzz_equal("the digits of an amount", facts_number(&c->amount), c->digits);
	fuzz_check(c->known || c->unit.n == 0, "a unit of nothing");
	facts_row(field, countof(field));
}

static void
facts(struct source *src, struct buf *out)
{
	static const char *const columns[] = {"date", "donor", "iso3", "donor_type", "amount", "unit", "recipient"};
	struct contribution_reader r;
	struct contribution c;
	size_t found = 0;
	enum read got;

	for (size_t i = 0; i < DONORS; i++)
		donors[i].who = 0;
	facts_table(columns, countof(columns));
	contribution_open(&r, src, &how);
	while ((got = contribution_next(&r, &c)) == READ_OK) {
		check_donor(&c);
		take(out, &c);
		found++;
	}
	facts_end(out, src, &r.in, found, got);
	contribution_close(&r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in;
	struct buf out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	facts_how(&how, in.option);
	fuzz_alike(facts, &in, &out);
	facts_again(facts, &how);
	free(out.data);
	return 0;
}
