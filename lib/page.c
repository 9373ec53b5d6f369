#include <stdlib.h>
#include "page.h"

void
page_open(struct page *p, struct source *src, bool markup)
{
	*p = (struct page){.src = src, .markup = markup};
	html_open(&p->html, src);
}

void
page_close(struct page *p)
{
	html_close(&p->html);
	free(p->clean.data);
	free(p->json.data);
}

/* Whether a line of text begins a document of HTML, or a fragment of one. "< Back" is a line of UNHCR's pages. */
static bool
starts_markup(struct str line)
{
	line = str_trim(line);
	return line.n >= 2 && line.s[0] == '<'
	       && (line.s[1] == '!' || line.s[1] == '/' || line.s[1] == '?'
	           || ((line.s[1] | 0x20) >= 'a' && (line.s[1] | 0x20) <= 'z'));
}

/* The first carriage return of a line of text that is not before its LF; NULL for none. */
static const char *
bare_cr(struct str line)
{
	const char *cr = memchr(line.s, '\r', line.n);

	return cr && cr + 2 == line.s + line.n && cr[1] == '\n' ? NULL : cr;
}

/* The next line into p->rest, of whichever kind of page this is now. */
static enum read
next_line(struct page *p)
{
	struct html_line line;
	const char *cr;
	enum read got;

	for (;;) {
		if (p->markup) {
			got = html_next(&p->html, &line);
			if (got == READ_OK) {
				p->rest = line.text;
				p->rest_pos = line.pos;
				p->item = line.item;
				p->attribute = line.attribute;
				p->rest_cut = line.cut;
				p->rest_apart = line.apart;
			}
			if (got != READ_END || !p->html.closed)
				return got;
			html_close(&p->html);
			html_open(&p->html, p->src);
			p->markup = false;
			continue;
		}
		if ((got = source_line(p->src, &p->rest)) != READ_OK)
			return got;
		if (starts_markup(p->rest)) {
			source_unline(p->src, p->rest);
			p->markup = true;
			continue;
		}
		if ((cr = bare_cr(p->rest)))
			return source_bare_cr(source_pos(p->src, cr));
		p->rest_pos = source_pos(p->src, p->rest.s);
		p->rest_cut = p->rest.s[p->rest.n - 1] != '\n';
		p->item = p->attribute = p->rest_apart = false;
		return READ_OK;
	}
}

/* How text can begin: as JSON surely, not at all, or perhaps, if what the next line brings fits. */
enum begins { BEGINS_NOT, BEGINS_JSON, BEGINS_PERHAPS };

static enum begins
begins(struct str text)
{
	static const char *const ways[] = {"{\"", "[[\"", "[{\""};
	enum begins best = BEGINS_NOT;

	for (size_t w = 0; w < countof(ways); w++) {
		const char *want = ways[w];
		size_t i = 0;

		for (; i < text.n && *want; i++) {
			if (text.s[i] == *want)
				want++;
			else if (text.s[i] != ' ' && text.s[i] != '\t' && text.s[i] != '\r' && text.s[i] != '\n')
				break;
		}
		if (*want == '\0')
			return BEGINS_JSON;
		if (i == text.n && want != ways[w])
			best = BEGINS_PERHAPS;
	}
	return best;
}

/* Where in text the first bracket stands that may begin JSON; text.n if none does. */
static size_t
find_json(struct str text, enum begins *how)
{
	*how = BEGINS_NOT;
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] != '{' && text.s[i] != '[')
			continue;
		*how = begins(str_skip(text, i));
		if (*how != BEGINS_NOT)
			return i;
	}
	return text.n;
}

/* Follows the brackets of JSON, strings respected, from one piece of text to the next. */
struct extent {
	size_t depth;
	bool string, escape;
};

/* How many bytes belong to the value; e->depth is 0 when it ends with them. */
static size_t
follow(struct extent *e, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if (e->string) {
			e->string = e->escape || c != '"';
			e->escape = !e->escape && c == '\\';
		} else if (c == '"') {
			e->string = true;
		} else if (c == '{' || c == '[') {
			e->depth++;
		} else if ((c == '}' || c == ']') && --e->depth == 0) {
			return i + 1;
		}
	}
	return text.n;
}

static void
take(struct page *p, size_t n)
{
	p->rest = str_skip(p->rest, n);
	if (p->rest_pos.column)
		p->rest_pos.column += n;
}

/* What a reader's result is as a block. */
static enum page_block
ended(enum read got)
{
	return got == READ_END ? PAGE_END : got == READ_BAD ? PAGE_BAD : PAGE_FAIL;
}

/* Begins the JSON at the rest, or, with brackets that a line end parts from what follows, looks whether it is any. */
static enum read
begin_json(struct page *p, enum begins *how)
{
	enum read got = READ_OK;

	p->json.n = 0;
	p->pos = p->rest_pos;
	while (*how == BEGINS_PERHAPS) {
		buf_add(&p->json, p->rest);
		take(p, p->rest.n);
		if (p->attribute)
			*how = BEGINS_NOT;
		else if ((got = next_line(p)) == READ_END)
			*how = BEGINS_JSON; /* cut short, as its reader will find */
		if (got != READ_OK || *how != BEGINS_PERHAPS)
			break;
		if (str_trim(p->rest).n > 0) {
			size_t held = p->json.n;

			buf_add(&p->json, p->rest);
			*how = begins(buf_str(&p->json));
			p->json.n = held;
		}
	}
	return got == READ_END ? READ_OK : got;
}

/* Collects the value that was begun. Of what the input cuts off, the beginning: the JSON reader will say so. */
static enum page_block
json(struct page *p)
{
	struct extent e = {0};
	size_t n;
	enum read got = READ_OK;

	follow(&e, buf_str(&p->json));
	for (;;) {
		n = follow(&e, p->rest);
		buf_add(&p->json, (struct str){p->rest.s, n});
		take(p, n);
		if (e.depth == 0)
			break;
		if (p->json.n > SOURCE_MAX) {
			diag_error(STATUS_BAD, p->pos, "a JSON value is longer than %zu MiB", SOURCE_MAX >> 20);
			return PAGE_BAD;
		}
		if (p->attribute || (got = next_line(p)) != READ_OK)
			break;
		if (p->markup)
			buf_byte(&p->json, '\n');
	}
	if (got == READ_BAD || got == READ_FAIL)
		return ended(got);
	buf_room(&p->json, SOURCE_PAD);
	source_mem(&p->value, p->json.data, p->json.n, p->pos);
	return PAGE_JSON;
}

/* The text of a line: trimmed, its blanks made single spaces, its bullet taken off (*bullet). */
static struct str
clean(struct page *p, struct str raw, bool *bullet)
{
	static const struct str bullets[] = {STR("• "), STR("· "), STR("- "), STR("* "), STR("•")};
	struct str text = str_trim(raw);
	size_t n;

	*bullet = false;
	p->clean.n = 0;
	while (text.n > 0) {
		for (n = 0; n < text.n && str_blank(str_skip(text, n)) == 0; n++)
			;
		buf_add(&p->clean, (struct str){text.s, n});
		for (text = str_skip(text, n); (n = str_blank(text)) > 0; text = str_skip(text, n))
			if (p->clean.data[p->clean.n - 1] != ' ')
				buf_byte(&p->clean, ' ');
	}
	text = buf_str(&p->clean);
	for (size_t i = 0; i < countof(bullets) && !*bullet; i++)
		if (str_starts(text, bullets[i])) {
			*bullet = true;
			text = str_trim(str_skip(text, bullets[i].n));
		}
	return text;
}

/* Gives the first n bytes of the rest as a line or an item; PAGE_END if nothing is left of them to give. */
static enum page_block
line(struct page *p, size_t n)
{
	bool bullet;

	p->pos = p->rest_pos;
	p->cut = p->rest_cut && n == p->rest.n;
	p->apart = p->rest_apart;
	p->text = clean(p, (struct str){p->rest.s, n}, &bullet);
	take(p, n);
	if (p->text.n == 0 || p->attribute)
		return PAGE_END;
	bullet = bullet || p->item;
	p->item = false; /* only the first piece of the line */
	return bullet ? PAGE_ITEM : PAGE_LINE;
}

enum page_block
page_next(struct page *p)
{
	enum begins how;
	enum page_block block;
	enum read got;
	size_t n;

	for (;;) {
		if (p->rest.n == 0 && (got = next_line(p)) != READ_OK)
			return ended(got);
		n = find_json(p->rest, &how);
		if (n > 0 && (block = line(p, n)) != PAGE_END)
			return block;
		if (p->rest.n == 0)
			continue;
		if ((got = begin_json(p, &how)) != READ_OK)
			return ended(got);
		/* brackets that begin no JSON say nothing to anybody: they are dropped */
		if (how == BEGINS_JSON)
			return json(p);
	}
}
