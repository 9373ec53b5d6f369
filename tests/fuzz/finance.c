/*
 * finance: fuzz target. Rows of money are the same however the bytes come, and are read again out of the table that
 * budget-series makes of them.
 */
#include <stdlib.h>
#include "facts.h"
#include "finance.h"

static struct finance_how how;

/* The text of an amount, which is that of its value. */
static struct str
text_of(const struct amount *amount)
{
	struct dec value;
	struct str text;

	if (!amount->known)
		return S("");
	value = amount_value(amount);
	text = facts_number(&value);
	if (amount->length > 0)
		fuzz_equal("the text of an amount", text, (struct str){amount->text, amount->length});
	return text;
}

static void
take(struct buf *out, const struct finance *row)
{
	const struct str field[] = {
		row->operation, row->iso3, row->year, str_of(pillar_name(row->pillar)), text_of(&row->money[MONEY_BUDGET]),
		text_of(&row->money[MONEY_FUNDING]), text_of(&row->money[MONEY_EXPENDITURE]), str_of(unit_name(row->unit)),
	};

	fuzz_note(out, "%zu:%zu%s ", row->at.line, row->at.column, row->added ? " added" : "");
	for (size_t i = 0; i < countof(field); i++)
		fuzz_text(out, field[i]);
	fuzz_text(out, row->part);
	fuzz_text(out, facts_number(row->percent.known ? &row->percent.value : NULL));
	fuzz_note(out, "\n");
	facts_row(field, countof(field));
}

static void
facts(struct source *src, struct buf *out)
{
	static const char *const columns[] = {"operation", "iso3", "year", "pillar", "budget", "funding", "expenditure", "unit"};
	struct finance_reader r;
	struct finance *row;
	size_t n, found = 0;
	enum read got;

	facts_table(columns, countof(columns));
	finance_open(&r, src, &how);
	while ((got = finance_next(&r, &row, &n)) == READ_OK) {
		fuzz_check(n > 0, "no rows");
		for (; n > 0; n--, row++, found++)
			take(out, row);
	}
	facts_end(out, src, &r.in, found, got);
	finance_close(&r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in;
	struct buf out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	how.unit_in = facts_how(&how.reading, in.option) % 2 ? UNIT_KUSD : UNIT_NONE;
	fuzz_alike(facts, &in, &out);
	how.unit_in = UNIT_NONE;
	facts_again(facts, &how.reading);
	free(out.data);
	return 0;
}
