#include "page.h"
#include "pagejson.h"
#include "pagetext.h"
#include "scan.h"
#include <stdlib.h>

/* So many spaces may stand in front of the first element of a document. */
#define INDENT 64

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
	return line.n >= 2 && line.s[0] == '<' &&
	       (line.s[1] == '!' || line.s[1] == '/' || line.s[1] == '?' ||
		((line.s[1] | 0x20) >= 'a' && (line.s[1] | 0x20) <= 'z'));
}

/*
 * The same of the line that comes next, if it shows that behind few spaces: where it ends need not be known. No more is waited
 * for than tells: the source may pause behind it.
 */
static bool
markup_is_next(struct source *src)
{
	size_t n = 0;

	while (n < INDENT && source_peek(src, n + 1) > n && src->at[n] == ' ')
		n++;
	return source_peek(src, n + 1) > n && src->at[n] == '<' && source_peek(src, n + 2) > n + 1
	       && starts_markup((struct str){src->at + n, 2});
}

/* The first carriage return of a line of text that is not before its LF; NULL for none. */
static const char *
bare_cr(struct str line)
{
	const char *cr = memchr(line.s, '\r', line.n);

	return cr && cr + 2 == line.s + line.n && cr[1] == '\n' ? NULL : cr;
}

/* Consumes n bytes, which end behind a line's LF or where the input ends. */
static void
pass(struct source *src, size_t n)
{
	src->at += n;
	if (src->at[-1] == '\n')
		source_newline(src, src->at);
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
				if (p->closed && p->html.begun && p->begins)
					p->begins(p->arg);
				p->closed = p->closed && !p->html.begun;
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
			p->closed = true;
			continue;
		}
		if (markup_is_next(p->src)) {
			p->markup = true;
			continue;
		}
		if ((got = source_peek_line(p->src, &p->rest)) != READ_OK)
			return got;
		if (starts_markup(p->rest)) {
			p->rest.n = 0;
			p->markup = true;
			continue;
		}
		if ((cr = bare_cr(p->rest)))
			return source_bare_cr(source_pos(p->src, cr));
		p->rest_pos = source_pos(p->src, p->rest.s);
		p->rest_cut = p->rest.s[p->rest.n - 1] != '\n';
		p->item = p->attribute = p->rest_apart = false;
		pass(p->src, p->rest.n);
		return READ_OK;
	}
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
begin_json(struct page *p, enum pagejson *how)
{
	enum read got = READ_OK;

	p->json.n = 0;
	p->pos = p->rest_pos;
	while (*how == PAGEJSON_PERHAPS) {
		buf_add(&p->json, p->rest);
		take(p, p->rest.n);
		if (p->attribute)
			*how = PAGEJSON_NO;
		else if ((got = next_line(p)) == READ_END)
			*how = PAGEJSON_YES; /* cut short, as its reader will find */
		if (got != READ_OK || *how != PAGEJSON_PERHAPS)
			break;
		if (str_trim(p->rest).n > 0) {
			size_t held = p->json.n;

			buf_add(&p->json, p->rest);
			*how = pagejson_begins(buf_str(&p->json));
			p->json.n = held;
		}
	}
	return got == READ_END ? READ_OK : got;
}

/*
 * What values are told apart by that may have different layouts: their first bytes, which are a name mostly, and how many
 * arrays and objects are in them. Lists have as many as they have rows, and all sorts of things may come first.
 */
static uint64_t
begun_by(struct str value)
{
	uint64_t begun;

	if (value.s[0] == '[' || value.n < sizeof begun)
		return 0;
	memcpy(&begun, value.s, sizeof begun);
	return begun;
}

/* Gives the value, which may be changed in place, out. */
static enum page_block
lend(struct page *p, struct str value, const struct pagejson_extent *e)
{
	source_mem(&p->value, (char *)value.s, value.n, p->pos);
	p->begun = begun_by(value);
	p->like = p->begun ? p->begun + e->opened : 0;
	p->breaks = e->controls || p->markup;
	p->taken = false;
	return PAGE_JSON;
}

/* The value that was begun. Of what the input cuts off, the beginning: the JSON reader will say so. */
static enum page_block
json(struct page *p)
{
	struct pagejson_extent e = {0};
	enum read got = READ_OK;

	buf_room(&p->json, SOURCE_PAD);
	pagejson_follow(&e, buf_str(&p->json));
	for (;;) {
		size_t n = pagejson_follow(&e, p->rest);
		struct str piece = {p->rest.s, n};

		take(p, n);
		if (e.depth == 0 && p->json.n == 0)
			return lend(p, piece, &e);
		buf_add(&p->json, piece);
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
	buf_pad(&p->json, SOURCE_PAD);
	return lend(p, buf_str(&p->json), &e);
}

/* Takes the bullet off a text that is clean; whether there was one. */
static bool
take_bullet(struct str *text)
{
	static const struct str bullets[] = {STR("• "), STR("· "), STR("- "), STR("* "), STR("•")};

	if (text->n == 0 || (text->s[0] != '-' && text->s[0] != '*' && pagetext_is_ascii(text->s[0])))
		return false;
	for (size_t i = 0; i < countof(bullets); i++)
		if (str_starts(*text, bullets[i])) {
			*text = str_trim(str_skip(*text, bullets[i].n));
			return true;
		}
	return false;
}

/* Gives the first n bytes of the rest as a line or an item; PAGE_END if nothing is left of them to give. */
static enum page_block
line(struct page *p, size_t n)
{
	bool bullet;

	p->pos = p->rest_pos;
	p->cut = p->rest_cut && n == p->rest.n;
	p->apart = p->rest_apart;
	p->text = str_trim((struct str){p->rest.s, n});
	if (!pagetext_is_tidy(p->text))
		p->text = pagetext_clean(p->text, &p->clean);
	bullet = take_bullet(&p->text);
	take(p, n);
	if (p->text.n == 0 || p->attribute)
		return PAGE_END;
	bullet = bullet || p->item;
	p->item = false; /* only the first piece of the line */
	return bullet ? PAGE_ITEM : PAGE_LINE;
}

/* How many bytes the line end at p has, of which n bytes are there: 0 for none, and for a CR alone. */
static size_t
line_end(const char *p, size_t n)
{
	return *p == '\n' ? 1 : n > 1 && p[0] == '\r' && p[1] == '\n' ? 2 : 0;
}

/*
 * The length of the line that begins in the window: through its LF; 0 where it is no plain one. A plain line begins with a
 * visible character and no tag, holds no bracket, is tidy, and stands whole in the window. *text: how much of it is before the
 * line end.
 */
static size_t
plain_length(const struct source *src, size_t *text)
{
	bool space = false;

	for (const char *p = src->at; p < src->end; p += SCAN_BLOCK) {
		size_t have = (size_t)(src->end - p), end;
		uint64_t mask = scan_within(pagetext_untidy(p, &space), have), brackets = pagejson_opening(p);

		for (; mask; mask &= mask - 1) {
			unsigned i = scan_first(mask);

			if ((end = line_end(p + i, have - i)) > 0) {
				*text = (size_t)(p + i - src->at);
				return scan_within(brackets, i) ? 0 : *text + end;
			}
			if (pagetext_is_untidy(p + i, have - i))
				return 0;
		}
		if (brackets)
			return 0;
	}
	return 0;
}

/* Whether the line may be passed over that begins there, if it is plain: it begins with no blank, tag, or bullet. */
static bool
passes(const struct page *p, const char *line)
{
	if (*line == '\n' || *line == '\r')
		return true;
	if (!str_is_visible(*line) || *line == '-' || *line == '*' || (*line == '<' && line[1] != ' '))
		return false;
	return p->passes(p->arg, line, p->src->end);
}

/*
 * Passes over the lines ahead that nobody wants, as long as they end in the window and hold no bracket that may begin JSON, nor
 * a carriage return that ends no line.
 */
static void
skim(struct page *p)
{
	struct source *src = p->src;
	char *line = src->at;
	bool on = passes(p, line);
	size_t lines = 0;

	for (char *block = line; on && block < src->end; block += SCAN_BLOCK) {
		uint64_t mask = scan_within(scan_any(block, "\n\r[{"), (size_t)(src->end - block));

		for (; on && mask; mask &= mask - 1) {
			char *at = block + scan_first(mask);

			if (*at == '\n') {
				lines++;
				line = at + 1;
				on = passes(p, line);
			} else {
				on = *at == '\r' && at + 1 < src->end && at[1] == '\n';
			}
		}
	}
	if (lines > 0) {
		src->at = line;
		src->line += lines - 1;
		source_newline(src, line);
	}
}

/* The short cut for a plain line. PAGE_END: there is none, or nothing visible on it. */
static enum page_block
plain_line(struct page *p)
{
	struct source *src = p->src;
	size_t n, length = plain_length(src, &n);

	if (length == 0)
		return PAGE_END;
	p->pos = source_pos(src, src->at);
	p->text = (struct str){src->at, n - (src->at[n - 1] == ' ')};
	p->cut = p->apart = false;
	pass(src, length);
	return take_bullet(&p->text) ? p->text.n > 0 ? PAGE_ITEM : PAGE_END : PAGE_LINE;
}

/* Whether each line that begins in a JSON value goes on as text: it has no CR, and none that may begin with a tag. */
static bool
goes_on(struct str value)
{
	const char *end = value.s + value.n, *p = value.s;

	if (memchr(p, '\r', value.n))
		return false;
	while ((p = memchr(p, '\n', (size_t)(end - p)))) {
		for (p++; *p == ' ' || *p == '\t'; p++)
			;
		if (*p == '<' || !pagetext_is_ascii(*p))
			return false;
	}
	return true;
}

/* Has the value taken that begins there, if it is one of those that are known, and ends on the same line and with it. */
static bool
known_value(struct page *p, struct str window)
{
	struct source *src = p->src, *value = &p->value;
	size_t n, end;

	p->pos = source_pos(src, src->at);
	source_mem(value, src->at, window.n, p->pos);
	if (!p->takes(p->arg, begun_by(window), value))
		return false;
	n = (size_t)(value->at - src->at);
	end = n < window.n ? line_end(value->at, window.n - n) : 0;
	if (end == 0 || value->line != p->pos.line)
		return false;
	value->end = value->at;
	pass(src, n + end);
	p->taken = true;
	return true;
}

/* The short cut for JSON that begins a line of text, stands whole in the window, and ends with a line: lent from there. */
static enum page_block
plain_value(struct page *p)
{
	struct source *src = p->src;
	struct pagejson_extent e = {0};
	size_t have = (size_t)(src->end - src->at), end;
	struct str value = {src->at, have < SOURCE_MAX ? have : SOURCE_MAX};
	const char *lf;

	if (pagejson_begins((struct str){src->at, have < 8 ? have : 8}) != PAGEJSON_YES)
		return PAGE_END;
	if (p->takes && known_value(p, value))
		return PAGE_JSON;
	value.n = pagejson_follow(&e, value);
	have -= value.n;
	end = have > 0 ? line_end(value.s + value.n, have) : 0;
	if (e.depth > 0 || end == 0 || (e.controls && !goes_on(value)))
		return PAGE_END;
	p->pos = source_pos(src, src->at);
	if (!e.controls) {
		pass(src, value.n + end);
		return lend(p, value, &e);
	}
	while ((lf = memchr(src->at, '\n', (size_t)(value.s + value.n + end - src->at))))
		pass(src, (size_t)(lf + 1 - src->at));
	return lend(p, value, &e);
}

/*
 * What most pages of text are made of, without the way over p->rest: blank lines, plain lines, JSON on lines of its own.
 * PAGE_END: something else comes next, or is still to be read; it is left to next_line().
 */
static enum page_block
plain(struct page *p)
{
	struct source *src = p->src;

	for (;;) {
		enum page_block block;
		const char *begun;

		if (p->passes)
			skim(p);
		while (src->at < src->end && *src->at == '\n')
			pass(src, 1);
		begun = src->at;
		if (begun == src->end || (pagetext_is_ascii(*begun) && !str_is_visible(*begun)))
			return PAGE_END;
		if (*begun == '{' || *begun == '[')
			return plain_value(p);
		if (*begun == '<' && (src->end - begun < 2 || starts_markup((struct str){begun, 2})))
			return PAGE_END;
		block = plain_line(p);
		if (block != PAGE_END || src->at == begun)
			return block;
	}
}

enum page_block
page_next(struct page *p)
{
	enum pagejson how;
	enum page_block block;
	enum read got;
	size_t n;

	for (;;) {
		if (p->rest.n == 0 && !p->markup && (block = plain(p)) != PAGE_END)
			return block;
		if (p->rest.n == 0 && (got = next_line(p)) != READ_OK)
			return ended(got);
		n = pagejson_find(p->rest, &how);
		if (n > 0 && (block = line(p, n)) != PAGE_END)
			return block;
		if (p->rest.n == 0)
			continue;
		if ((got = begin_json(p, &how)) != READ_OK)
			return ended(got);
		/* brackets that begin no JSON say nothing to anybody: they are dropped */
		if (how == PAGEJSON_YES)
			return json(p);
	}
}
