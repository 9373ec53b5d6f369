#include <stdio.h>
#include <stdlib.h>
#include "paging.h"

/* The value of that name; NULL for none. */
static const struct cell *
value_of(const struct record *record, struct str name)
{
	for (size_t i = 0; i < record->shape->n; i++)
		if (str_eq(record->shape->name[i], name))
			return &record->cell[i];
	return NULL;
}

/* A whole number of pages; SIZE_MAX for anything else. */
static size_t
whole(const struct cell *cell)
{
	size_t n = 0;

	if (!cell || cell->text.n == 0 || cell->text.n > 9)
		return SIZE_MAX;
	for (size_t i = 0; i < cell->text.n; i++) {
		if (cell->text.s[i] < '0' || cell->text.s[i] > '9')
			return SIZE_MAX;
		n = n * 10 + (size_t)(cell->text.s[i] - '0');
	}
	return n;
}

static struct paging_query *
query_of(struct paging *p, const struct record *record, size_t most)
{
	const struct cell *url = value_of(record, S("short-url"));
	bool added;
	size_t i;

	p->key.n = 0;
	index_part(&p->key, url ? url->text : S(""));
	index_part(&p->key, (struct str){(const char *)&most, sizeof most});
	i = index_add(&p->queries, buf_str(&p->key), &added);
	p->query = mem_grow(p->query, i, &p->cap, sizeof *p->query);
	if (added)
		p->query[i] = (struct paging_query){.most = most};
	return &p->query[i];
}

/* Counts the page, and keeps it if it is among the lowest, in order: the message lists these. */
static void
list_page(struct paging_query *query, size_t page)
{
	size_t i = query->seen < PAGING_LISTED ? query->seen : PAGING_LISTED;

	query->seen++;
	for (; i > 0 && query->page[i - 1] > page; i--)
		if (i < PAGING_LISTED)
			query->page[i] = query->page[i - 1];
	if (i < PAGING_LISTED)
		query->page[i] = page;
}

/* An answer of UNHCR's API. */
static void
note_page(struct paging *p, const struct record *record, size_t page, size_t most)
{
	struct paging_query *query = query_of(p, record, most);
	const struct cell *url = value_of(record, S("short-url"));
	bool added;

	query->file = record->at.file;
	/* the key is the query's, with the page behind it */
	index_part(&p->key, (struct str){(const char *)&page, sizeof page});
	index_add(&p->pages, buf_str(&p->key), &added);
	if (!added) {
		/* without its URL it may be another query's */
		if (query->twice == 0 && url && url->text.n > 0)
			query->twice = page;
		return;
	}
	list_page(query, page);
}

/* An answer of FTS: each page but the last one names the next. */
static void
note_answer(struct paging *p, const struct record *record)
{
	const struct cell *link = value_of(record, S("meta.nextLink")), *total = value_of(record, S("meta.count"));
	bool added;
	size_t i;

	if (!link && !total)
		return;
	i = index_add(&p->totals, total ? total->text : S(""), &added);
	p->answers = mem_grow(p->answers, i, &p->answers_cap, sizeof *p->answers);
	if (added)
		p->answers[i] = (struct paging_answers){.file = NULL};
	p->answers[i].answers++;
	if (link && link->text.n > 0) {
		p->answers[i].links++;
		p->answers[i].file = record->at.file;
	}
}

void
paging_note(struct paging *p, const struct record *record)
{
	size_t page, most;

	if (record->kind != RECORD_ENVELOPE)
		return;
	page = whole(value_of(record, S("page")));
	most = whole(value_of(record, S("maxPages")));
	/* an only page cannot be missing */
	if (page >= 1 && most > 1 && most != SIZE_MAX && page <= most)
		note_page(p, record, page, most);
	note_answer(p, record);
}

static void
tell(const char *file, bool check, const char *what)
{
	struct pos pos = {file, 0, 0};

	if (check)
		diag_error(STATUS_NONE, pos, "%s", what);
	else
		diag_warning(pos, "%s", what);
}

static void
tell_twice(const struct paging_query *query, bool check)
{
	char what[128];

	snprintf(what, sizeof what, "page %zu of %zu came in twice; its figures are counted twice; leave one out", query->twice,
	         query->most);
	tell(query->file, check, what);
}

static void
tell_query(const struct paging_query *query, bool check)
{
	char what[PAGING_LISTED * 12 + 96];
	size_t n = (size_t)snprintf(what, sizeof what, "page%s ", query->seen == 1 ? "" : "s");

	for (size_t i = 0; i < query->seen && i < PAGING_LISTED; i++)
		n += (size_t)snprintf(what + n, sizeof what - n, "%s%zu", i > 0 ? ", " : "", query->page[i]);
	snprintf(what + n, sizeof what - n, "%s of %zu; the figures of the other pages are missing",
	         query->seen > PAGING_LISTED ? ", ..." : "", query->most);
	tell(query->file, check, what);
}

void
paging_tell(const struct paging *p, bool check)
{
	if (diag_status() >= STATUS_BAD)
		return;
	for (size_t i = 0; i < p->queries.n; i++)
		if (p->query[i].twice > 0)
			tell_twice(&p->query[i], check);
	for (size_t i = 0; i < p->queries.n; i++)
		if (p->query[i].seen < p->query[i].most)
			tell_query(&p->query[i], check);
	for (size_t i = 0; i < p->totals.n; i++)
		if (p->answers[i].links > 0 && p->answers[i].links >= p->answers[i].answers)
			tell(p->answers[i].file, check, "another page follows (nextLink); its figures are missing");
}

void
paging_free(struct paging *p)
{
	index_free(&p->queries);
	index_free(&p->pages);
	index_free(&p->totals);
	free(p->query);
	free(p->answers);
	free(p->key.data);
}
