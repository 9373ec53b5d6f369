/*
 * population: fuzz target. Figures of people are the same however the bytes come, hold what they promise to who prints them,
 * and are read again out of the table that poc-extract makes of them.
 */
#include <stdlib.h>
#include "facts.h"
#include "population.h"

static struct population_how how;

/* While the number of the types stays, so do they. */
static void
check_types(const struct population *fact, unsigned *types, enum population_type type[static POP_FIGURES])
{
	struct population_figure zero;

	for (size_t i = 0; i < fact->n; i++) {
		enum population_type now = population_figure(fact, i, &zero)->type;

		fuzz_check(fact->types == 0 || *types != fact->types || now == type[i], "other types under the same number");
		type[i] = now;
	}
	*types = fact->types;
}

/* What is promised of the figure to who prints it as text. */
static void
check_figure(const struct population *fact, size_t i, const struct population_figure *figure)
{
	bool notable = fact->notable >> i & 1;

	if (fact->plain && notable && !(fact->missing >> i & 1))
		fuzz_check(figure->plain.n > 0 && figure->type != POP_UNKNOWN && !dec_zero(&figure->persons) && figure->status != POP_NONE,
		           "a figure that is not plain");
	fuzz_check(notable || !(fact->missing >> i & 1) || fact->n <= i, "a figure that is 0 and missing");
	if (fact->missing >> i & 1)
		fuzz_check(figure->status == POP_NONE, "a missing figure that is known");
	if (figure->status != POP_NONE && figure->plain.n > 0) {
		fuzz_equal("the text of a figure", facts_number(&figure->persons), figure->plain);
		fuzz_padded(figure->plain, RECORD_PAD);
	}
}

static void
take(struct buf *out, const struct population *fact)
{
	const struct str place[] = {fact->operation, fact->iso3, fact->origin, fact->origin_iso3, fact->year};
	struct population_figure zero;

	fuzz_note(out, "%zu:%zu %d%s ", fact->at.line, fact->at.column, (int)fact->status, fact->by_origin ? " by origin" : "");
	fuzz_check(fact->n > 0 && fact->n <= POP_FIGURES, "no figures, or too many");
	for (size_t i = 0; i < countof(place); i++) {
		fuzz_text(out, place[i]);
		fuzz_check(!fact->bare || fuzz_bare(place[i]), "a text of a bare place that is not bare");
		if (fact->padded)
			fuzz_padded(place[i], place[i].n ? RECORD_PAD : 0);
	}
	for (size_t i = 0; i < fact->n; i++) {
		const struct population_figure *figure = population_figure(fact, i, &zero);
		struct str number = facts_number(figure->status < POP_REDACTED ? &figure->persons : NULL);

		check_figure(fact, i, figure);
		fuzz_note(out, "%d %d ", (int)figure->status, (int)figure->type);
		fuzz_text(out, figure->label);
		fuzz_text(out, number);
		if (figure->status != POP_NONE)
			facts_row((struct str[]){place[0], place[1], place[2], place[3], place[4], str_of(population_status(figure->status)),
			                         str_of(population_code(figure->type)), figure->label, number}, 9);
	}
	fuzz_note(out, "\n");
}

static void
facts(struct source *src, struct buf *out)
{
	static const char *const columns[] = {
		"operation", "iso3", "origin", "origin_iso3", "year", "status", "code", "population_type", "persons",
	};
	static enum population_type type[POP_FIGURES];
	unsigned types = 0;
	struct population_reader r;
	const struct population *fact;
	enum read got;

	facts_table(columns, countof(columns));
	population_open(&r, src, &how);
	while ((got = population_next(&r, &fact)) == READ_OK) {
		check_types(fact, &types, type);
		take(out, fact);
	}
	facts_end(out, src, &r.in, r.found, got);
	population_close(&r);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in;
	struct buf out = {.n = 0};

	if (!fuzz_input(&in, data, size))
		return 0;
	how.type_in = facts_how(&how.reading, in.option) % 2 ? POP_REF : POP_UNKNOWN;
	fuzz_alike(facts, &in, &out);
	how.type_in = POP_UNKNOWN;
	facts_again(facts, &how.reading);
	free(out.data);
	return 0;
}
