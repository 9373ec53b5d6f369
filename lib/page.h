/*
 * page: what a person sees of a page, in order: its lines, the items of its lists, and the JSON values that stand among them.
 *
 * A page is text or HTML; HTML begins at a line that starts with a tag ("<" and a letter, "!", "/" or "?") and ends at
 * "</html>", so both kinds may follow one another. No-break spaces become spaces, runs of blanks one space, blank lines are
 * left out. An item is a line that a bullet (•, -, *) or an <li> begins. JSON begins at {" or [[" or [{" (blanks and line ends
 * between do not matter) and goes on to its last bracket, over lines if need be.
 */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stdint.h>
#include "html.h"
#include "mem.h"
#include "source.h"

enum page_block {
	PAGE_END,
	PAGE_LINE,
	PAGE_ITEM,
	PAGE_JSON,
	PAGE_BAD,  /* reported; final */
	PAGE_FAIL, /* likewise */
};

struct page {
	/* of the last block, borrowed until the next call */
	struct str text;     /* a line or an item, trimmed */
	struct source value; /* the JSON; it lacks its end where the input does */
	uint64_t begun;      /* of JSON: the same for values that begin alike, */
	uint64_t like;       /* and for those of them that may have the same layout */
	bool breaks;         /* of JSON: it may hold control characters, as line ends are */
	bool taken;          /* it was read by `takes` */
	struct pos pos;
	bool apart;          /* a list has ended since the line before, as HTML says: its items belong to another one */
	bool cut;            /* the line touches the end of the input without a line end: it may be incomplete */
	/*
	 * To be set: whether the line that begins there may be passed over if it is plain, which may end at `end` or be cut there; 8
	 * bytes of it may be read. What is plain enough is for the page to say: all others come. NULL: none may.
	 */
	bool (*passes)(void *arg, const char *line, const char *end);
	/*
	 * To be set: takes the JSON that begins there, if its like is known, with all that is in the window as its source: that is to
	 * stand behind the value then. Where the page finds that it is more than a value on a line, it comes again. NULL: none is.
	 */
	bool (*takes)(void *arg, uint64_t begun, struct source *value);
	void (*begins)(void *arg); /* to be set: another document of HTML begins, behind one that has ended; NULL: nobody asks */
	void *arg; /* the first argument of all of them */
	/* private */
	struct source *src;
	bool markup;
	struct html html;
	bool closed;         /* a document of HTML has ended, and no other one has begun */
	struct str rest;     /* of the line, not yet given out */
	struct pos rest_pos;
	bool item, attribute, rest_cut, rest_apart;
	struct buf clean, json;
};

/* Reads from src, which stays the caller's; markup: it begins as HTML. */
void page_open(struct page *, struct source *src, bool markup);
void page_close(struct page *);

enum page_block page_next(struct page *);

#endif
