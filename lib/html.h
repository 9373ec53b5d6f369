/*
 * html: the lines that a person would see of an HTML document. Knows markup only, and of that the little it needs.
 *
 * Tags and comments are dropped, and everything inside script, style, title, template and svg. Block elements and <br> break
 * lines, the cells of a table row stay on one line with " | " between them, <li> makes an item. White space collapses, except
 * inside <pre>. Character references are decoded. Of the attributes only data-*, and of those only values that are a JSON
 * array or object, come out, as a line of their own.
 */
#ifndef HTML_H
#define HTML_H

#include <stdbool.h>
#include "mem.h"
#include "source.h"

struct html_line {
	struct str text; /* borrowed until the next call; SOURCE_PAD bytes more may be read, and the text may be changed */
	struct pos pos;  /* of its first character; the column is unknown */
	bool item;
	bool attribute; /* an attribute's value, which nobody sees */
	bool cut;       /* the input ends behind it */
	bool apart;     /* a list has ended since the line before */
};

struct html {
	struct source *src;
	bool begun;  /* its beginning was read, <!DOCTYPE> or <html> */
	bool closed; /* the document's end tag, </html>, was read: the input may go on with another document */
	/* private */
	struct buf text, values;
	size_t value;          /* how much of values was given out */
	struct pos pos, value_pos;
	bool item, next_item;
	bool given;            /* text was given out */
	enum read failed;      /* what comes behind the last line; READ_OK: not yet */
	bool broken;           /* the line ends before the next text */
	bool row, row_begun;   /* inside a table row; it has text already */
	bool fresh_cell;       /* and this cell has none */
	bool space;            /* white space to be set before the next text */
	unsigned pre, lists;   /* how many <pre> and lists are open */
	bool list_ended, apart;
};

void html_open(struct html *, struct source *);
void html_close(struct html *);
/* The next line that is not blank. READ_END, too, when the document closes: see `closed`. */
enum read html_next(struct html *, struct html_line *);

#endif
