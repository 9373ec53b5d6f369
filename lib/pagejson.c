#include "pagejson.h"

enum pagejson
pagejson_begins(struct str text)
{
	static const char *const ways[] = {"{\"", "[[\"", "[{\""};
	enum pagejson best = PAGEJSON_NO;

	/* most have no blanks between */
	if (text.n >= 3 && ((text.s[0] == '{' && text.s[1] == '"') || (text.s[2] == '"' && str_starts(text, S("[[")))))
		return PAGEJSON_YES;
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
			return PAGEJSON_YES;
		if (i == text.n && want != ways[w])
			best = PAGEJSON_PERHAPS;
	}
	return best;
}

size_t
pagejson_find(struct str text, enum pagejson *how)
{
	*how = PAGEJSON_NO;
	for (size_t block = 0; block < text.n; block += SCAN_BLOCK) {
		uint64_t brackets = scan_within(pagejson_opening(text.s + block), text.n - block);

		for (; brackets; brackets &= brackets - 1) {
			size_t i = block + scan_first(brackets);

			*how = pagejson_begins(str_skip(text, i));
			if (*how != PAGEJSON_NO)
				return i;
		}
	}
	return text.n;
}

/* How many bytes belong to the value; e->depth is 0 when it ends with them. */
static size_t
follow_bytes(struct pagejson_extent *e, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		e->controls |= (unsigned char)c < ' ';
		if (e->string) {
			e->string = e->escape || c != '"';
			e->escape = !e->escape && c == '\\';
		} else if (c == '"') {
			e->string = true;
		} else if (c == '{' || c == '[') {
			e->depth++;
			e->opened++;
		} else if ((c == '}' || c == ']') && --e->depth == 0) {
			return i + 1;
		}
	}
	return text.n;
}

/* The same for a block, of which the first n bytes count, by masks: as long as nothing is escaped. */
static size_t
follow_block(struct pagejson_extent *e, const char *p, size_t n)
{
	uint64_t quotes, brackets, strings, controls;

	if (e->escape || scan_within(scan_any(p, "\\\\\\\\"), n))
		return follow_bytes(e, (struct str){p, n});
	quotes = scan_within(scan_any(p, "\"\"\"\""), n);
	strings = scan_inside(quotes) ^ (e->string ? UINT64_MAX : 0);
	e->string = strings >> (SCAN_BLOCK - 1);
	/* [ ] { } are 0x5B 0x5D 0x7B 0x7D; so are some letters found, but those stand in strings */
	brackets = scan_within(scan_like(p, 0x26, 0x7F), n) & ~strings;
	controls = scan_below(p, ' ');
	for (; brackets; brackets &= brackets - 1) {
		unsigned i = scan_first(brackets);

		if (p[i] == '{' || p[i] == '[') {
			e->depth++;
			e->opened++;
		} else if ((p[i] == '}' || p[i] == ']') && --e->depth == 0) {
			n = i + 1;
			break;
		}
	}
	e->controls |= scan_within(controls, n) != 0;
	return n;
}

size_t
pagejson_follow(struct pagejson_extent *e, struct str text)
{
	for (size_t i = 0; i < text.n; i += SCAN_BLOCK) {
		size_t n = text.n - i < SCAN_BLOCK ? text.n - i : SCAN_BLOCK;

		n = follow_block(e, text.s + i, n);
		if (e->depth == 0)
			return i + n;
	}
	return text.n;
}
