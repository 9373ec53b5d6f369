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

/* What a line is, as far as that is clear at a glance. */
enum caption_glance { CAPTION_UNCLEAR, CAPTION_NOTHING, CAPTION_HEADING };

/* A line that was looked at, and what it is on any page. */
struct caption_line {
	char text[56];
	unsigned char n; /* 0: nobody has the place */
	enum caption_glance what;
	enum section section; /* the one that a heading begins */
};

/* Zero-initialized is a page that has said nothing yet. */
struct caption {
	struct buf operation; /* the name, without "Operation:" and the like; empty for "-", "n/a" */
	size_t names;         /* how many times it was named */
	bool nameless;        /* "Operation:" stood alone: the next line is the name */
	char owner[32];       /* what stood in front of the last name, if that was simple, */
	unsigned char owner_n; /* as many bytes; 0: it was not */
	bool owner_no_country; /* and what it said */
	bool no_country;      /* a subregion or a regional office: the name may be a country's, the figures are not */
	enum section section;
	struct buf year;      /* of the people, where their heading has one */
	bool projected;       /* their heading says so: planning figures */
	size_t page, part;    /* count the pages and the sections of the input, from 1 */
	struct caption_line known[16]; /* by how they begin; the later one has the place */
};

/* Takes notice of a line of the page; whether it was a heading. */
bool caption_line(struct caption *, struct str line);

/*
 * Looks at a line as it stands in memory, where it may be cut at `end`; 8 bytes may be read. Of a heading that was known notice
 * has been taken; an unclear line is for caption_line().
 */
enum caption_glance caption_glance(struct caption *, const char *line, const char *end);
/* Another document begins: nothing of the one before holds for it. */
void caption_end(struct caption *);
void caption_free(struct caption *);

#endif
