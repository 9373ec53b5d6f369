#include "country.h"
#include "population_line.h"
#include "population_words.h"

/* Columns that stand in front of the figures at least: so many bytes in front of the end of each may be looked at. */
#define BEFORE 4

void
population_line_learn(struct population_reader *r)
{
	static const int meanings[] = {COLUMN_OPERATION, COLUMN_ISO3, POP_COLUMN_ORIGIN, POP_COLUMN_ORIGIN_ISO3, COLUMN_YEAR};
	const struct columns *c = &r->in.columns;
	size_t n = r->figures;

	for (size_t i = 0; i < countof(meanings); i++)
		r->place[i] = c->first[meanings[i]];
	r->straight = r->cells && r->wide && columns_have(c, COLUMN_YEAR) && !columns_have(c, POP_COLUMN_STATUS) && n <= POP_FIGURES
	              && n > 0 && r->column[0] >= BEFORE && r->column[n - 1] - r->column[0] == n - 1;
}

/* Whether the text of a record that is padded is what we write a figure as, 1 to 8 digits. No branch for how many they are. */
static inline bool
is_plain(struct str text)
{
	return text.n - 1 < 8 && *text.s != '0' && !digits_wrong(digits_begin(digits_load8(text.s), text.n));
}

/* A text of the record, of the line that it stands in or of its cells. */
static inline struct str
text_at(const struct population_reader *r, const struct fields *line, size_t column)
{
	return line ? fields_text(line, column) : r->in.record.cell[column].text;
}

/* The text of a place; empty where no column has it, or where it is missing. */
SCAN_INLINE struct str
place_text(const struct population_reader *r, const struct fields *line, size_t column)
{
	struct str text = column < r->in.columns.n ? text_at(r, line, column) : S("");

	return value_missing_text(text) ? S("") : text;
}

/* Which of n fields from column `from` on hold something else than a 0. No branch: nobody could foresee it. */
static uint64_t
find_figures(const struct fields *line, size_t from, size_t n)
{
	const short *end = line->end + from;
	const char *text = line->text, delimiter = text[end[-1]];
	const char bare[2] = {delimiter, '0'}, quoted[BEFORE] = {delimiter, '"', '0', '"'};
	uint64_t notable = 0;

	if (!line->quoted) {
		for (size_t i = n; i-- > 0;)
			notable += notable + !str_eq2(text + end[i] - 2, bare);
		return notable;
	}
	for (size_t i = n; i-- > 0;) {
		unsigned zero = str_eq2(text + end[i] - 2, bare);

		zero |= str_eq4(text + end[i] - BEFORE, quoted);
		notable += notable + !zero;
	}
	return notable;
}

/* The same of n cells from one on. Of those in *plain it is known that they are: see is_plain(). */
static inline uint64_t
find_notable(const struct record *record, size_t from, size_t n, uint64_t *plain)
{
	const struct cell *cell = record->cell + from;
	uint64_t notable = 0;

	if (from + n <= RECORD_SEEN && (record->zeros | record->figures) != 0) {
		*plain = record->figures >> from;
		return scan_within(~(record->zeros >> from), n);
	}
	for (const struct cell *at = cell + n; at-- > cell;)
		notable += notable + ((at->text.n << 8 | (unsigned char)*at->text.s) != (1 << 8 | '0'));
	return notable;
}

/* Takes the figures of a record: those that are neither 0 nor missing have to be plain, and one has to be known. */
SCAN_INLINE bool
take_figures(struct population_reader *r, const struct fields *line)
{
	const size_t from = r->column[0], n = r->figures;
	uint64_t plain = 0, missing = 0;
	const uint64_t notable = line ? find_figures(line, from, n) : find_notable(&r->in.record, from, n, &plain);

	for (uint64_t rest = notable; rest; rest &= rest - 1) {
		size_t i = scan_first(rest);
		struct str text = text_at(r, line, from + i);

		if (!line && text.n == 1 && *text.s == '-')
			missing |= rest & (0 - rest);
		else if ((plain >> i & 1) != 0 || is_plain(text))
			r->figure[i].plain = text;
		else
			return false;
	}
	if (missing == scan_within(UINT64_MAX, n))
		return false;
	r->fact.notable = notable;
	r->fact.missing = missing;
	r->found += n;
	for (; missing; missing &= missing - 1, r->found--)
		r->figure[scan_first(missing)].status = POP_NONE;
	return true;
}

SCAN_INLINE bool
take(struct population_reader *r, const struct fields *line)
{
	struct population *fact = &r->fact;
	struct str year = text_at(r, line, r->place[4]);

	if (!date_is_year(year) || !take_figures(r, line))
		return false;
	fact->year = year;
	fact->operation = place_text(r, line, r->place[0]);
	fact->iso3 = place_text(r, line, r->place[1]);
	fact->origin = S("");
	fact->origin_iso3 = S("");
	fact->by_origin = r->place[2] < r->in.columns.n;
	if (!r->how->asylum || (fact->operation.n == 0 && fact->iso3.n == 0) ||
	    (fact->by_origin && country_may_be_sum(text_at(r, line, r->place[2])))) {
		fact->origin = place_text(r, line, r->place[2]);
		fact->origin_iso3 = place_text(r, line, r->place[3]);
	}
	fact->status = POP_ACTUAL;
	fact->padded = true;
	fact->bare = r->in.record.bare;
	fact->plain = true;
	fact->types = r->learned;
	fact->figure = r->figure;
	fact->n = r->next = r->figures;
	return true;
}

bool
population_line_take(struct population_reader *r)
{
	const struct record *record = &r->in.record;
	const struct fields *line = record->fields;

	if (!line)
		return record->padded && take(r, NULL);
	/* most have no quotes: then nothing need be said of them */
	if (line->quoted)
		return take(r, &(struct fields){line->text, line->end, true});
	return take(r, &(struct fields){line->text, line->end, false});
}
