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
	index_part(&p->key, value_of(record, S("maxPages"))->text);
	i = index_add(&p->queries, buf_str(&p->key), &added);
	p->query = mem_grow(p->query, i, &p->cap, sizeof *p->query);
	if (added)
		p->query[i] = (struct paging_query){.most = most};
	return &p->query[i];
}

/* An answer of UNHCR's API. */
static void
note_page(struct paging *p, const struct record *record, size_t page, size_t most)
{
	struct paging_query *query = query_of(p, record, most);
	bool added;

	query->file = record->at.file;
	/* the key is the query's, with the page behind it */
	index_part(&p->key, value_of(record, S("page"))->text);
	index_add(&p->pages, buf_str(&p->key), &added);
	if (!added)
		return;
	if (query->seen < PAGING_LISTED)
		query->page[query->seen] = page;
	query->seen++;
}

void
paging_note(struct paging *p, const struct record *record)
{
	size_t page, most;
	const struct cell *link;

	if (record->kind != RECORD_ENVELOPE)
		return;
	page = whole(value_of(record, S("page")));
	most = whole(value_of(record, S("maxPages")));
	if (page >= 1 && most != SIZE_MAX && page <= most)
		note_page(p, record, page, most);
	link = value_of(record, S("meta.nextLink"));
	if (!link && !value_of(record, S("meta.count")))
		return;
	p->answers++;
	if (link && link->text.n > 0) {
		p->links++;
		p->linked = record->at.file;
	}
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
		if (p->query[i].seen < p->query[i].most)
			tell_query(&p->query[i], check);
	/* each page but the last one names the next */
	if (p->links > 0 && p->links >= p->answers)
		tell(p->linked, check, "another page follows (nextLink); its figures are missing");
}

void
paging_free(struct paging *p)
{
	index_free(&p->queries);
	index_free(&p->pages);
	free(p->query);
	free(p->key.data);
}
