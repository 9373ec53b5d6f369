#include "command.h"
#include "people.h"

/* What stands in a row behind its place: status, code and label of a type. None of these wants quotes. */
void
people_types(struct people *p)
{
	for (int i = 0; i < POP_STATUSES * POP_TYPES; i++) {
		enum population_status status = (enum population_status)(i / POP_TYPES);
		enum population_type type = (enum population_type)(i % POP_TYPES);
		struct csvout_part *part = &p->type[status][type];

		buf_room(&part->text, 2 * CSVOUT_PART);
		buf_byte(&part->text, ',');
		buf_add(&part->text, str_of(population_status(status)));
		buf_byte(&part->text, ',');
		buf_add(&part->text, str_of(population_code(type)));
		buf_byte(&part->text, ',');
		buf_add(&part->text, str_of(population_label(type)));
		part->fields = 3;
	}
}

/* Writes the fields of a place and its year, which may stand in CSV as they are; gives their end. */
static inline char *
put_place(const struct people *p, char *to, const struct population *fact)
{
	if (p->by != BY_ORIGIN)
		to = csvout_put_bare(csvout_put_bare(to, fact->operation), fact->iso3);
	if (p->by != BY_OPERATION)
		to = csvout_put_bare(csvout_put_bare(to, fact->origin), fact->origin_iso3);
	return csvout_put_bare(to, fact->year) - 1;
}

void
people_print_plain(struct people *p, const struct population *fact)
{
	struct csvout *out = command_output();
	const struct csvout_part *type = p->type[fact->status];
	size_t place = fact->operation.n + fact->iso3.n + fact->origin.n + fact->origin_iso3.n + fact->year.n + 5, rows = 0;
	char *begin, *to;

	if (!fact->bare)
		place = p->place.text.n;
	begin = csvout_room(out, fact->n * (place + 3 * CSVOUT_PART + MEM_PAD));
	to = fact->bare ? put_place(p, begin, fact) : csvout_put(begin, &p->place);
	place = (size_t)(to - begin);
	for (uint64_t rest = fact->notable & ~fact->missing;;) {
		const struct population_figure *figure = &fact->figure[scan_first(rest)];

		to = csvout_put(to, &type[figure->type]);
		*to++ = ',';
		memcpy(to, figure->plain.s, 8);
		to += figure->plain.n;
		*to++ = '\n';
		rows++;
		rest &= rest - 1;
		if (!rest)
			break;
		to = csvout_put_text(to, (struct str){begin, place});
	}
	command_rows(to, rows);
}
