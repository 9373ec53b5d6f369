/*
 * paging: which pages of an API's answer came in, and which did not.
 *
 * UNHCR's Refugee Data Finder wraps rows in {"page":1,"short-url":"…","maxPages":2,"items":[…]}, OCHA's FTS in
 * {"data":{"flows":[…]},"meta":{"nextLink":"…"}}. A page that is promised and missing makes every sum wrong in silence; so it
 * is told, once all inputs of a run were read.
 */
#ifndef PAGING_H
#define PAGING_H

#include "index.h"
#include "record.h"

#define PAGING_LISTED 8 /* pages that a message lists, the lowest ones */

/* Zero-initialized is empty. */
struct paging {
	/* private */
	struct index queries; /* by their short-url and number of pages */
	struct paging_query {
		size_t most;      /* pages that there are, and */
		size_t seen;      /* how many of them came in: the lowest are */
		size_t page[PAGING_LISTED];
		size_t twice;     /* the first that came in more than once; 0: none did */
		const char *file; /* where the last one was */
	} *query;
	size_t cap;
	struct index pages;   /* the query's number and the page's */
	struct index totals;  /* of FTS: a query is known by how many flows it has in all */
	struct paging_answers {
		size_t answers, links; /* how many came in, and how many of these name a next one */
		const char *file;      /* where the last one was that does */
	} *answers;
	size_t answers_cap;
	struct buf key;
};

/* Takes note of what a RECORD_ENVELOPE says; any other record says nothing. */
void paging_note(struct paging *, const struct record *);

/*
 * Tells what is missing, as a warning; as an error with STATUS_NONE if it is to be checked. After malformed input nothing is
 * told: it would be no news.
 */
void paging_tell(const struct paging *, bool check);
void paging_free(struct paging *);

#endif
