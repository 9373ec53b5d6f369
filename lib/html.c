#include <stdlib.h>
#include <strings.h>
#include "entity.h"
#include "html.h"

#define NAME 64 /* bytes of a named character reference, at the most */

/* What an element does to the line. */
enum effect { INLINE, BLOCK, LIST, ITEM, ROW, CELL, PRE, HIDDEN, DOCUMENT };

static const struct {
	const char *name;
	enum effect effect;
} elements[] = {
	{"address", BLOCK}, {"article", BLOCK}, {"aside", BLOCK}, {"blockquote", BLOCK}, {"body", BLOCK}, {"br", BLOCK},
	{"caption", BLOCK}, {"center", BLOCK}, {"dd", BLOCK}, {"details", BLOCK}, {"dialog", BLOCK}, {"dir", BLOCK},
	{"div", BLOCK}, {"dl", BLOCK}, {"dt", BLOCK}, {"fieldset", BLOCK}, {"figcaption", BLOCK}, {"figure", BLOCK},
	{"footer", BLOCK}, {"form", BLOCK}, {"h1", BLOCK}, {"h2", BLOCK}, {"h3", BLOCK}, {"h4", BLOCK}, {"h5", BLOCK},
	{"h6", BLOCK}, {"head", BLOCK}, {"header", BLOCK}, {"hgroup", BLOCK}, {"hr", BLOCK}, {"html", DOCUMENT},
	{"legend", BLOCK}, {"li", ITEM}, {"main", BLOCK}, {"menu", BLOCK}, {"nav", BLOCK}, {"ol", LIST}, {"option", BLOCK},
	{"p", BLOCK}, {"pre", PRE}, {"script", HIDDEN}, {"section", BLOCK}, {"select", BLOCK}, {"style", HIDDEN},
	{"summary", BLOCK}, {"svg", HIDDEN}, {"table", BLOCK}, {"tbody", BLOCK}, {"td", CELL}, {"template", HIDDEN},
	{"tfoot", BLOCK}, {"th", CELL}, {"thead", BLOCK}, {"title", HIDDEN}, {"tr", ROW}, {"ul", LIST},
};

/* A tag that was read: "<" or "</", the name, and whatever stands up to its ">". */
struct tag {
	struct str name, attributes;
	bool end;
};

void
html_open(struct html *h, struct source *src)
{
	*h = (struct html){.src = src};
}

void
html_close(struct html *h)
{
	free(h->text.data);
	free(h->values.data);
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Consumes n bytes and counts their lines. */
static void
consume(struct source *src, size_t n)
{
	char *end = src->at + n, *lf;

	for (char *p = src->at; (lf = memchr(p, '\n', (size_t)(end - p))); p = lf + 1)
		source_newline(src, lf + 1);
	src->at = end;
}

static enum read
cut_short(struct html *h, const char *what)
{
	diag_error(STATUS_BAD, source_pos(h->src, h->src->at), "the input ends inside %s: it is cut short", what);
	return READ_BAD;
}

/* Consumes everything through the next `close` ("-->"; "</script" without regard to case). */
static enum read
skip_to(struct html *h, const char *close, const char *what)
{
	size_t n = strlen(close);
	enum read got;

	for (;;) {
		size_t have = source_peek(h->src, n);
		char *p = have < n ? NULL : memchr(h->src->at, close[0], have - n + 1);

		if (p) {
			consume(h->src, (size_t)(p - h->src->at));
			if (strncasecmp(h->src->at, close, n) == 0) {
				consume(h->src, n);
				return READ_OK;
			}
			consume(h->src, 1);
			continue;
		}
		consume(h->src, have < n ? have : have - n + 1);
		if (have >= n)
			continue;
		got = source_fill(h->src, what);
		if (got == READ_END)
			return cut_short(h, what);
		if (got != READ_OK)
			return got;
	}
}

/* Where we are, without the column: entities and blanks make the columns of a line other than the source's. */
static struct pos
place(const struct html *h)
{
	struct pos pos = source_pos(h->src, h->src->at);

	pos.column = 0;
	return pos;
}

/* Finds the end of the tag at `at`, its length through ">", quoted attribute values respected. */
static enum read
tag_length(struct html *h, size_t *length)
{
	char quote = '\0';
	size_t i = 1;
	enum read got;

	for (;; i++) {
		if (h->src->at + i >= h->src->end) {
			got = source_fill(h->src, "a tag");
			if (got == READ_END)
				return cut_short(h, "a tag");
			if (got != READ_OK)
				return got;
		}
		char c = h->src->at[i];

		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '>')
			break;
		else if ((c == '"' || c == '\'') && (h->src->at[i - 1] == '=' || is_space(h->src->at[i - 1])))
			quote = c; /* name="value", name= "value" */
	}
	*length = i + 1;
	return READ_OK;
}

static struct tag
split_tag(struct str text)
{
	struct tag tag = {.end = text.s[1] == '/'};
	size_t n = 0;

	text = str_skip(text, tag.end ? 2 : 1);
	while (n < text.n && !is_space(text.s[n]) && text.s[n] != '>' && text.s[n] != '/')
		n++;
	tag.name = (struct str){text.s, n};
	tag.attributes = str_skip(text, n);
	return tag;
}

static enum effect
effect_of(struct str name)
{
	char first = (char)(name.n > 0 ? name.s[0] | 0x20 : 0);

	for (size_t i = 0; i < countof(elements); i++)
		if (elements[i].name[0] == first && strlen(elements[i].name) == name.n && strncasecmp(elements[i].name, name.s, name.n) == 0)
			return elements[i].effect;
	return INLINE;
}

/* Takes the next attribute; false when there is none. A value without quotes ends at white space. */
static bool
next_attribute(struct str *rest, struct str *name, struct str *value)
{
	size_t n = 0, end;
	const char *s = rest->s;

	while (n < rest->n && (is_space(s[n]) || s[n] == '/' || s[n] == '>'))
		n++;
	*rest = str_skip(*rest, n);
	for (n = 0, s = rest->s; n < rest->n && !is_space(s[n]) && s[n] != '=' && s[n] != '>'; n++)
		;
	*name = (struct str){s, n};
	*value = (struct str){s, 0};
	while (n < rest->n && is_space(s[n]))
		n++;
	if (n < rest->n && s[n] == '=') {
		for (n++; n < rest->n && is_space(s[n]); n++)
			;
		end = n;
		if (n < rest->n && (s[n] == '"' || s[n] == '\'')) {
			for (end = ++n; end < rest->n && s[end] != s[n - 1]; end++)
				;
		} else {
			for (; end < rest->n && !is_space(s[end]) && s[end] != '>'; end++)
				;
		}
		*value = (struct str){s + n, end - n};
		n = end + (end < rest->n && (s[end] == '"' || s[end] == '\''));
	}
	*rest = str_skip(*rest, n);
	return name->n > 0;
}

/* Adds text with its character references decoded. */
static void
decode(struct buf *to, struct str text, bool attribute)
{
	while (text.n > 0) {
		const char *amp = memchr(text.s, '&', text.n);
		size_t plain = amp ? (size_t)(amp - text.s) : text.n, took, n;

		buf_add(to, (struct str){text.s, plain});
		text = str_skip(text, plain);
		if (text.n == 0)
			break;
		took = entity_decode(text, attribute, buf_room(to, ENTITY_MAX), &n);
		if (took == 0)
			buf_byte(to, '&');
		else
			to->n += n;
		text = str_skip(text, took ? took : 1);
	}
}

/* Queues the values of data-* attributes that begin like JSON, each ended by NUL, which JSON cannot hold. */
static void
keep_values(struct html *h, struct tag tag)
{
	struct str name, value;

	while (next_attribute(&tag.attributes, &name, &value)) {
		size_t begun = h->values.n;
		struct str text;

		if (name.n < 5 || strncasecmp(name.s, "data-", 5) != 0)
			continue;
		decode(&h->values, value, true);
		text = str_trim(str_skip(buf_str(&h->values), begun));
		if (text.n > 0 && (text.s[0] == '{' || text.s[0] == '['))
			buf_byte(&h->values, '\0');
		else
			h->values.n = begun;
	}
}

/* What the tag does to the lines; see html.h. */
static void
apply(struct html *h, enum effect effect, bool end)
{
	switch (effect) {
	case ITEM:
		h->next_item = !end;
		h->broken = true;
		break;
	case CELL:
		if (!end) {
			/* the first text of a row begins a line, the cells behind it join that */
			h->fresh_cell = h->row_begun;
			h->broken = h->broken && !h->row_begun;
		}
		break;
	case ROW:
		h->row = !end;
		h->row_begun = h->fresh_cell = false;
		h->broken = true;
		break;
	case LIST:
		h->lists += end ? 0 : 1;
		h->lists -= end && h->lists ? 1 : 0;
		h->list_ended = h->list_ended || h->lists == 0;
		h->broken = h->broken || !h->fresh_cell;
		break;
	case PRE:
		h->pre += end ? 0 : 1;
		h->pre -= end && h->pre ? 1 : 0;
		h->broken = true;
		break;
	case DOCUMENT:
		h->closed = end;
		h->begun = true;
		h->broken = true;
		break;
	case BLOCK:
		h->broken = h->broken || !h->fresh_cell;
		break;
	default:
		break;
	}
	if (effect != INLINE && effect != HIDDEN)
		h->space = false;
}

static enum read
read_tag(struct html *h)
{
	size_t n = 0;
	struct tag tag;
	enum effect effect;
	enum read got;
	char close[16] = "</";

	if (source_peek(h->src, 4) >= 4 && memcmp(h->src->at, "<!--", 4) == 0) {
		/* "<!-->" and "<!--->" are whole ones: the dashes of the end may be those of the beginning */
		consume(h->src, 2);
		return skip_to(h, "-->", "a comment");
	}
	if ((got = tag_length(h, &n)) != READ_OK)
		return got;
	h->begun = h->begun || h->src->at[1] == '!';
	tag = split_tag((struct str){h->src->at, n});
	effect = effect_of(tag.name);
	h->value_pos = place(h);
	keep_values(h, tag);
	apply(h, effect, tag.end);
	if (effect == HIDDEN && !tag.end && h->src->at[n - 2] != '/') {
		memcpy(close + 2, tag.name.s, tag.name.n);
		consume(h->src, n);
		if ((got = skip_to(h, close, "a script, style or title")) != READ_OK)
			return got;
		return skip_to(h, ">", "a tag");
	}
	consume(h->src, n);
	return READ_OK;
}

/* Whether the "<" at `at` begins a tag or comment; otherwise it is text. */
static bool
is_tag(struct html *h)
{
	char c = source_peek(h->src, 2) >= 2 ? h->src->at[1] : ' ';

	return is_letter(c) || c == '!' || c == '/' || c == '?';
}

/* Starts the line or joins what comes to it: a blank, or the bar between the cells. */
static void
join(struct html *h)
{
	if (h->text.n == 0) {
		h->pos = place(h);
		h->item = h->next_item;
		h->apart = h->list_ended;
		h->next_item = h->list_ended = false;
	} else if (h->fresh_cell) {
		buf_add(&h->text, S(" | "));
	} else if (h->space) {
		buf_byte(&h->text, ' ');
	}
	h->fresh_cell = h->space = false;
	h->row_begun = h->row;
}

/*
 * Whether all that is there may be the beginning of a character reference: "&", "&quo", "&#11". A name is no longer than NAME,
 * a number may have any digits. *seen: so much of it was looked at before.
 */
static bool
runs_out(struct str text, size_t *seen)
{
	for (; *seen < text.n; ++*seen) {
		char c = text.s[*seen];

		if (!is_letter(c) && c != '#' && (c < '0' || c > '9'))
			return false;
	}
	return text.n < NAME || text.s[1] == '#';
}

/* Takes white space, a character reference, or text up to either or a tag. *full: the line is whole, nothing was taken. */
static enum read
read_text(struct html *h, bool *full)
{
	struct source *src = h->src;
	size_t n = 1, seen = 1, took, bytes;

	if (is_space(*src->at)) {
		h->broken = h->broken || (h->pre && *src->at == '\n');
		h->space = true;
		consume(src, 1);
		return READ_OK;
	}
	*full = h->broken && h->text.n > 0;
	if (*full)
		return READ_OK;
	h->broken = false;
	join(h);
	if (*src->at == '&') {
		while (runs_out((struct str){src->at, (size_t)(src->end - src->at)}, &seen)) {
			enum read got = source_fill(src, "a character reference");

			if (got != READ_OK)
				return got == READ_END ? cut_short(h, "a character reference") : got;
		}
		buf_room(&h->text, ENTITY_MAX);
		took = entity_decode((struct str){src->at, (size_t)(src->end - src->at)}, false, h->text.data + h->text.n, &bytes);
		if (took > 0)
			h->text.n += bytes;
		else
			buf_byte(&h->text, '&');
		consume(src, took ? took : 1);
	} else {
		while (src->at + n < src->end && !is_space(src->at[n]) && src->at[n] != '<' && src->at[n] != '&')
			n++;
		buf_add(&h->text, (struct str){src->at, n});
		consume(src, n);
	}
	if (h->text.n > SOURCE_MAX) {
		diag_error(STATUS_BAD, h->pos, "a line is longer than %zu MiB", SOURCE_MAX >> 20);
		return READ_BAD;
	}
	return READ_OK;
}

static enum read
give_text(struct html *h, struct html_line *line, bool cut)
{
	buf_pad(&h->text, SOURCE_PAD);
	*line = (struct html_line){.text = buf_str(&h->text), .pos = h->pos, .item = h->item, .cut = cut, .apart = h->apart};
	h->given = true;
	return READ_OK;
}

static enum read
give_value(struct html *h, struct html_line *line)
{
	const char *s;

	buf_pad(&h->values, SOURCE_PAD);
	s = h->values.data + h->value;
	*line = (struct html_line){.text = str_of(s), .pos = h->value_pos, .attribute = true};
	h->value += line->text.n + 1;
	return READ_OK;
}

enum read
html_next(struct html *h, struct html_line *line)
{
	enum read got = READ_OK;
	bool full = false;

	if (h->given)
		h->text.n = 0;
	h->given = false;
	if (h->failed != READ_OK)
		return h->failed;
	while (got == READ_OK) {
		if (h->text.n > 0 && (full || h->closed || h->values.n > 0))
			return give_text(h, line, false);
		if (h->value < h->values.n)
			return give_value(h, line);
		h->value = h->values.n = 0;
		if (h->closed)
			return READ_END;
		if (h->src->at == h->src->end && (got = source_fill(h->src, "text")) != READ_OK)
			break;
		got = *h->src->at == '<' && is_tag(h) ? read_tag(h) : read_text(h, &full);
	}
	/* a line that was whole before the error is given out before it */
	h->failed = got;
	if (h->text.n > 0 && (got == READ_END || h->broken))
		return give_text(h, line, !h->broken);
	return got;
}
