#include "population_page.h"
#include "date.h"

static struct str
without_bars(struct str a)
{
	for (a = str_trim(a); a.n > 0 && (a.s[0] == '|' || a.s[0] == ':'); a = str_trim(a))
		a = str_skip(a, 1);
	for (; a.n > 0 && a.s[a.n - 1] == '|'; a = str_trim(a))
		a.n--;
	return a;
}

/* Takes the year off the beginning of a line; false if none stands there. */
static bool
take_year(struct str *text, struct str *year)
{
	size_t n = str_digits(*text);

	if (n != 4 || (text->n > n && !str_blank(str_skip(*text, n)) && text->s[n] != '|' && text->s[n] != ':'))
		return false;
	*year = (struct str){text->s, n};
	*text = without_bars(str_skip(*text, n));
	return true;
}

/* Whether a line that is no figure has anything else than digits, commas among them, and what stands between cells. */
static bool
is_prose(struct str a)
{
	bool commas = false;

	for (size_t blank; a.n > 0; a = str_skip(a, blank ? blank : 1)) {
		blank = str_blank(a);
		commas = commas || a.s[0] == ',';
		if (!blank && str_digits(a) == 0 && a.s[0] != ',' && a.s[0] != '|')
			return true;
	}
	return !commas;
}

static enum read
refuse_line(const struct population_reader *r, const char *why)
{
	diag_error(STATUS_BAD, r->in.record.at, "\"%.*s\": %s", DIAG_STR(r->in.record.cell[0].text), why);
	return READ_BAD;
}

/* Of a figure on a page: planned, if the heading says so of its year. */
static enum population_status
status_of(const struct population_reader *r)
{
	const struct caption *caption = r->in.record.caption;
	struct str year = buf_str(&caption->year);

	return caption->projected && (year.n == 0 || str_eq(year, r->fact.year)) ? POP_PROJECTED : POP_ACTUAL;
}

/* The operation whose page this is: looked up once for all facts in which it is the same. */
static void
set_place(struct population_reader *r)
{
	static size_t last; /* no two places of a run have the same number */
	const struct caption *caption = r->in.record.caption;

	if (r->named != caption->names || r->coded != r->in.codes) {
		reading_operation(&r->in, &r->operation, &r->iso3);
		r->named = caption->names;
		r->coded = r->in.codes;
		r->place_number = ++last;
	}
	r->fact.operation = r->operation;
	r->fact.iso3 = r->iso3;
	r->fact.place = r->place_number;
}

/* Takes a total that is digits, as it stands; false for any other. */
static bool
take_total(struct population_reader *r, struct str text)
{
	r->one.plain.n = 0;
	if (text.n > POP_PLAIN || text.s[0] == '0' || !dec_parse_digits(&r->one.persons, text))
		return false;
	memcpy(r->total, text.s, text.n);
	r->one.plain = (struct str){r->total, text.n};
	return true;
}

/*
 * A line under the heading of people, before the JSON: "2019 275,779", "2019 | 275,779 |", or the two on a line each. Lines
 * around them (Increase in, 125%, a year alone) say nothing. READ_END: no figure in it.
 */
enum read
population_page_line(struct population_reader *r)
{
	static const char not_both[] = "not a year and a figure (a comma groups three digits)";
	struct str rest = without_bars(r->in.record.cell[0].text), year;
	struct dec any;

	if (str_digits(rest) == 0 ||
	    (rest.s[rest.n - 1] == '%' && dec_parse(&any, (struct str){rest.s, rest.n - 1}, 0) != DEC_NOT))
		return READ_END;
	if (r->in.record.cut)
		return refuse_line(r, "the input ends without a line end here: what may be cut short is left out");
	if (take_year(&rest, &year)) {
		if (!date_is_year(year))
			return str_digits(rest) == 0 ? READ_END : refuse_line(r, not_both);
		buf_set(&r->year, year);
		r->year_open = true;
		if (str_digits(rest) == 0)
			return READ_END;
	} else if (dec_parse(&any, rest, 0) == DEC_NOT) {
		/* prose that begins with a number; or several figures, below their years */
		return is_prose(rest) ? READ_END : refuse_line(r, "not one figure (a comma groups three digits)");
	}
	if (!r->year_open)
		return refuse_line(r, "a figure of people without its year");
	if (!take_total(r, rest)) {
		if (dec_parse(&r->one.persons, rest, r->how->reading.significant) != DEC_OK)
			return refuse_line(r, not_both);
		population_note_point(r, rest);
	}
	if (r->newest.n == 0 || str_cmp(buf_str(&r->year), buf_str(&r->newest)) > 0)
		buf_set(&r->newest, buf_str(&r->year));
	r->year_open = false;
	set_place(r);
	r->fact.year = buf_str(&r->year);
	r->one.status = status_of(r);
	population_set_type(&r->one, POP_TOT, S(""));
	return READ_OK;
}

/* Lists carry no year: it is the newest stated total's, or the heading's. */
static struct str
year_of_list(const struct population_reader *r)
{
	return r->newest.n ? buf_str(&r->newest) : buf_str(&r->in.record.caption->year);
}

/*
 * What is doubtful about a list: that it has no year; that it is of another page. Two sections of people with a list of the
 * same year each are two pages: the heading that names the operation of the second is not known.
 */
static void
note_list(struct population_reader *r)
{
	const struct caption *caption = r->in.record.caption;
	struct str year = year_of_list(r);

	if (caption->page == 0 || caption->section != SECTION_PEOPLE)
		return;
	if (year.n == 0)
		diag_warning(r->in.record.at, "a list of people without a year: no line above it is a year and a figure, such as "
		             "\"2019 275,779\", nor has the heading one");
	if (caption->page == r->list_page && caption->part != r->list_part && str_eq(buf_str(&r->list_year), year))
		diag_warning(r->in.record.at, "another list of people below \"%.*s\": it is read as that operation's; if it is not, "
		             "the heading that names its own is none that is known here", DIAG_STR(buf_str(&caption->operation)));
	r->list_page = caption->page;
	r->list_part = caption->part;
	buf_set(&r->list_year, year);
}

/* Whether the list that the record stands in counts people: one with that label first. */
static bool
is_ours(struct population_reader *r, struct str label)
{
	const struct record *record = &r->in.record;

	if (record->value != r->list) {
		r->list = record->value;
		r->list_is_ours = record->caption->page == 0 || record->caption->section == SECTION_PEOPLE ||
				  population_type(label) != POP_UNKNOWN;
		note_list(r);
	}
	return r->list_is_ours;
}

static enum read
refuse_no_pair(const struct population_reader *r)
{
	diag_error(STATUS_BAD, r->no_pair_at, "no pair of a label and a figure, in a list of such pairs");
	return READ_BAD;
}

/*
 * An array that is no pair. With a label, or a place for one, it does not stand in a list of pairs: a figure would be lost. The
 * rest, as [1,2], is of another list.
 */
static enum read
pass_no_pair(struct population_reader *r)
{
	const struct record *record = &r->in.record;

	reading_unfit(&r->in, "an array of other things than labels and figures");
	if (record->shape->n == 0 || (record->cell[0].kind != CELL_TEXT && record->cell[0].kind != CELL_NULL))
		return READ_END;
	if (r->no_pair != record->value)
		r->no_pair_at = record->at;
	r->no_pair = record->value;
	if (record->shape->n > 2 && record->cell[1].kind == CELL_NUMBER && population_type(record->cell[0].text) != POP_UNKNOWN)
		return refuse_no_pair(r);
	return record->value == r->list && r->list_is_ours ? refuse_no_pair(r) : READ_END;
}

/*
 * ["Refugees",26670] on a page or alone. Pairs of other things are not ours (READ_END): on a page that is a list outside the
 * section of people whose first label nobody knows.
 */
enum read
population_page_pair(struct population_reader *r)
{
	const struct record *record = &r->in.record;
	struct str label;

	if (record->shape->n != 2 || record->cell[0].kind != CELL_TEXT || value_missing(&record->cell[0]))
		return pass_no_pair(r);
	label = record->cell[0].text;
	if (!is_ours(r, label))
		return READ_END;
	if (r->no_pair == record->value)
		return refuse_no_pair(r);
	set_place(r);
	r->fact.year = year_of_list(r);
	population_set_type(&r->one, population_type(label), label);
	return population_read_figure(r, status_of(r), &record->cell[1], label, &r->one);
}

void
population_page_pass(struct population_reader *r)
{
	const struct record *record = &r->in.record;
	bool labels = false, figures = false;

	if (record->caption->section != SECTION_PEOPLE || r->passed == record->caption->part)
		return;
	for (size_t i = 0; i < record->shape->n; i++) {
		const struct cell *cell = &record->cell[i];

		figures = figures || cell->kind == CELL_NUMBER;
		labels = labels || (cell->kind == CELL_TEXT && population_type(cell->text) != POP_UNKNOWN);
	}
	if (!labels || !figures)
		return;
	r->passed = record->caption->part;
	diag_warning(record->at, "JSON below the heading of people that has labels and figures, but not as pairs or under names that "
	             "are known here; it is left out");
}

/* Takes the type that a label stands for, which mostly stood in that place of the list before, too. False: nobody knows it. */
static inline bool
take_label(struct population_pair *pair, struct population_figure *figure, struct str label)
{
	if (label.n == 0 || label.n > sizeof pair->label)
		return false;
	if (label.n != pair->n || memcmp(label.s, pair->label, label.n) != 0) {
		population_set_type(figure, population_type(label), label);
		pair->n = figure->type == POP_UNKNOWN ? 0 : label.n;
		memcpy(pair->label, label.s, pair->n);
	}
	return pair->n > 0;
}

/* Takes the text of a figure that is 0, which is not `notable`, or one as we write it. */
static inline bool
take_plain(struct population_figure *figure, struct str text, bool *notable)
{
	*notable = text.n != 1 || text.s[0] != '0';
	figure->plain = text;
	return text.n <= POP_PLAIN && (!*notable || text.s[0] != '0') &&
	       !digits_wrong(digits_begin(digits_load8(text.s), text.n));
}

bool
population_page_list(struct population_reader *r)
{
	struct pairs *pairs = r->in.record.pairs;
	struct population *fact = &r->fact;
	uint64_t notable = 0;

	/* whose first pair has no label, that is another's to judge */
	if (!r->how->lists || value_missing(&pairs->cell[0]) || !is_ours(r, pairs->cell[0].text))
		return false;
	for (size_t i = 0; i < pairs->n; i++) {
		const struct cell *cell = &pairs->cell[2 * i];
		bool found;

		if (!take_label(&r->pair[i], &r->listed[i], cell[0].text) || !take_plain(&r->listed[i], cell[1].text, &found))
			return false;
		notable |= (uint64_t)found << i;
	}
	pairs->next = pairs->n;
	set_place(r);
	fact->year = year_of_list(r);
	fact->status = status_of(r);
	fact->plain = true;
	fact->figure = r->listed;
	fact->notable = notable;
	fact->n = pairs->n;
	r->found += fact->n;
	return true;
}
