/*
 * caption: what a page says above its tables: whose figures they are, of which section, of which year.
 *
 * The words that UNHCR's pages use as headings are the table in caption.c; everything else on a page is for the subjects.
 */
#ifndef CAPTION_H
#define CAPTION_H

#include <stdbool.h>
#include "mem.h"
#include "str.h"

enum section {
	SECTION_NONE,
	SECTION_PEOPLE,
	SECTION_MONEY,
	SECTION_CONTRIBUTIONS,
};

/* Zero-initialized is a page that has said nothing yet. */
struct caption {
	struct buf operation; /* the name, without "Operation:" and the like */
	bool nameless;        /* "Operation:" stood alone: the next line is the name */
	bool no_country;      /* a subregion or a regional office: the name may be a country's, the figures are not */
	enum section section;
	struct buf year;      /* of the people, where their heading has one */
	bool projected;       /* their heading says so: planning figures */
	size_t page, part;    /* count the pages and the sections of the input, from 1 */
};

/* Whether a line that begins so may be a heading, unless the caption is nameless. 8 bytes may be read. */
bool caption_begins(const char *line);

/* Takes notice of a line of the page; whether it was a heading. */
bool caption_line(struct caption *, struct str line);
void caption_free(struct caption *);

#endif
