#include <stdio.h>
#include <string.h>
#include "json.h"
#include "scan.h"

static const struct {
	char close;           /* ends the array or object */
	char separator;       /* must come first, if there is one; */
	unsigned char behind; /* what may come behind it */
	const char *expected; /* in words */
} rules[] = {
	[EXPECT_TOP] = {0, 0, 0, "a value"},
	[EXPECT_FIRST_ITEM] = {']', 0, 0, "a value or ']'"},
	[EXPECT_ITEM] = {0, 0, 0, "a value"},
	[EXPECT_FIRST_KEY] = {'}', 0, 0, "a key in double quotes or '}'"},
	[EXPECT_KEY] = {0, 0, 0, "a key in double quotes"},
	[EXPECT_COLON] = {0, ':', EXPECT_ITEM, "':' and the key's value"},
	[EXPECT_NEXT_ITEM] = {']', ',', EXPECT_ITEM, "',' or ']'"},
	[EXPECT_NEXT_KEY] = {'}', ',', EXPECT_KEY, "',' or '}'"},
};

/* What bytes can be; 0 for most. */
enum {
	FIGURE = 1, /* part of a number */
	DIGIT = 2,
};

#define D (FIGURE | DIGIT)

static const unsigned char kinds[256] = {
	['0'] = D, D, D, D, D, D, D, D, D, D,
	['+'] = FIGURE, ['-'] = FIGURE, ['.'] = FIGURE, ['E'] = FIGURE, ['e'] = FIGURE,
};

static bool
is(char c, int kind)
{
	return kinds[(unsigned char)c] & kind;
}

/* Whether a number or a word that stands before c runs into it. */
static bool
runs_on(char c)
{
	unsigned char lower = (unsigned char)c | 0x20;

	return is(c, FIGURE) || (lower >= 'a' && lower <= 'z') || c == '_' || lower >= 0x80;
}

void
json_open(struct json *j, struct source *src)
{
	j->src = src;
	src->lines = true;
	j->text = (struct str){NULL, 0};
	j->pos = source_pos(src, src->at);
	j->depth = 0;
	j->state = EXPECT_TOP;
	j->failed = JSON_END;
}

void
json_close(struct json *j)
{
	j->src = NULL;
}

/* Marks the input as malformed where src->at stands; the message is the caller's. */
static struct pos
bad(struct json *j)
{
	j->failed = JSON_BAD;
	return j->pos = source_pos(j->src, j->src->at);
}

/* The input has ended within the token at j->pos or, if what is NULL, between the tokens of an array or object. */
static void
cut_short(struct json *j, const char *what)
{
	struct pos begun = j->pos;
	char column[32] = "";

	if (what == NULL) {
		const struct json_level *level = &j->levels[j->depth - 1];

		what = level->object ? "an object" : "an array";
		begun.line = level->line;
		begun.column = level->column;
	}
	if (begun.column)
		snprintf(column, sizeof column, ", column %zu", begun.column);
	j->src->at = j->src->end;
	diag_error(STATUS_BAD, bad(j), "the input is cut short: it ends inside %s that begins at line %zu%s",
	           what, begun.line, column);
}

/* source_fill() that keeps in mind what it has reported. */
static enum read
fill(struct json *j, const char *what)
{
	enum read got = source_fill(j->src, what);

	if (got == READ_BAD)
		j->failed = JSON_BAD;
	else if (got == READ_FAIL)
		j->failed = JSON_FAIL;
	return got;
}

/* Sees to it that the byte `off` bytes behind `at` is there, if the input has one; false, with `failed` set, after an error. */
static bool
ahead(struct json *j, size_t off, const char *what)
{
	enum read got = READ_OK;

	while (got == READ_OK && (size_t)(j->src->end - j->src->at) <= off)
		got = fill(j, what);
	return got == READ_OK || got == READ_END;
}

/* The same where the input must have one. */
static bool
need(struct json *j, size_t off, const char *what)
{
	if (!ahead(j, off, what))
		return false;
	if ((size_t)(j->src->end - j->src->at) > off)
		return true;
	cut_short(j, what);
	return false;
}

/* Refuses the byte that stands `off` bytes behind `at`, and says what should stand there. */
static enum json_token
unexpected(struct json *j, size_t off, const char *expected)
{
	struct source *src = j->src;
	unsigned char c;
	size_t n;

	src->at += off;
	c = (unsigned char)*src->at;
	n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
	/* if the rest of the character does not come, the source has said what is wrong */
	if (!need(j, n - 1, "a character"))
		return j->failed;
	if (c < 0x20 || c == 0x7F)
		diag_error(STATUS_BAD, bad(j), "expected %s, found the control character U+%04X", expected, c);
	else if (c == '\'')
		diag_error(STATUS_BAD, bad(j), "expected %s, found a single quote", expected);
	else
		diag_error(STATUS_BAD, bad(j), "expected %s, found '%.*s'", expected, (int)n, src->at);
	return JSON_BAD;
}

/* Passes the blanks. The byte behind them, or -1 with `failed` set: to JSON_END where the input may end. */
static int
blanks(struct json *j)
{
	struct source *src = j->src;
	enum read got;

	do {
		for (; src->at < src->end; src->at++) {
			if (*src->at == '\n')
				source_newline(src, src->at + 1);
			else if (*src->at != ' ' && *src->at != '\r' && *src->at != '\t')
				return (unsigned char)*src->at;
		}
	} while ((got = fill(j, "white space")) == READ_OK);
	if (got == READ_END && j->state == EXPECT_TOP)
		j->pos = source_pos(src, src->at);
	else if (got == READ_END)
		cut_short(j, NULL);
	return -1;
}

/* A value has ended. */
static enum json_token
done(struct json *j, enum json_token token)
{
	j->state = j->depth == 0 ? EXPECT_TOP : j->levels[j->depth - 1].object ? EXPECT_NEXT_KEY : EXPECT_NEXT_ITEM;
	return token;
}

static enum json_token
begin(struct json *j, bool object)
{
	if (j->depth == JSON_DEPTH) {
		diag_error(STATUS_BAD, bad(j), "more than %d arrays and objects inside one another", JSON_DEPTH);
		return JSON_BAD;
	}
	j->levels[j->depth++] = (struct json_level){j->pos.line, j->pos.column, object};
	j->state = object ? EXPECT_FIRST_KEY : EXPECT_FIRST_ITEM;
	j->src->at++;
	return object ? JSON_OBJECT : JSON_ARRAY;
}

static enum json_token
end(struct json *j)
{
	j->src->at++;
	j->depth--;
	return done(j, j->levels[j->depth].object ? JSON_OBJECT_END : JSON_ARRAY_END);
}

static enum json_token
word(struct json *j, const char *w, enum json_token token)
{
	struct source *src = j->src;
	size_t n;

	for (n = 1; w[n]; n++) {
		if (!need(j, n, "a word"))
			return j->failed;
		if (src->at[n] != w[n])
			return unexpected(j, n, w);
	}
	if (!ahead(j, n, "a word"))
		return j->failed;
	if (src->at + n < src->end && runs_on(src->at[n]))
		return unexpected(j, n, "the end of the word");
	src->at += n;
	return done(j, token);
}

static const char *
digits(const char *p, const char *end)
{
	while (p < end && is(*p, DIGIT))
		p++;
	return p;
}

/* Follows the grammar (RFC 8259, section 6) as far as it goes. *expected: what should stand there; NULL if nothing must. */
static const char *
figure(const char *p, const char *end, const char **expected)
{
	const char *from = *p == '-' ? p + 1 : p;

	p = digits(from, end);
	if (p > from + 1 && *from == '0') {
		*expected = "no digit behind a leading zero";
		return from + 1;
	}
	if (p > from && p < end && *p == '.')
		p = digits(from = p + 1, end);
	if (p > from && p < end && (*p == 'e' || *p == 'E')) {
		from = p + 1;
		if (from < end && (*from == '+' || *from == '-'))
			from++;
		p = digits(from, end);
	}
	*expected = p > from ? NULL : "a digit";
	return p;
}

static enum json_token
number(struct json *j)
{
	struct source *src = j->src;
	const char *expected;
	size_t n = 1, good;

	do {
		while (src->at + n < src->end && is(src->at[n], FIGURE))
			n++;
		if (!ahead(j, n, "a number"))
			return j->failed;
	} while (src->at + n < src->end && is(src->at[n], FIGURE));
	good = (size_t)(figure(src->at, src->at + n, &expected) - src->at);
	if (expected == NULL && src->at + good < src->end && runs_on(src->at[good]))
		expected = "the end of the number";
	if (expected)
		return need(j, good, "a number") ? unexpected(j, good, expected) : j->failed;
	j->text = (struct str){src->at, n};
	src->at += n;
	return done(j, JSON_NUMBER);
}

/* The four hexadecimal digits that begin `off` bytes behind `at`. */
static bool
hex(struct json *j, size_t off, unsigned *code)
{
	static const char figures[] = "00112233445566778899aAbBcCdDeEfF";
	const char *found;

	*code = 0;
	for (int i = 0; i < 4; i++, off++) {
		if (!need(j, off, "a string"))
			return false;
		found = memchr(figures, j->src->at[off], sizeof figures - 1);
		if (found == NULL) {
			unexpected(j, off, "a hexadecimal digit");
			return false;
		}
		*code = *code << 4 | (unsigned)(found - figures) / 2;
	}
	return true;
}

static size_t
utf8(char *to, unsigned code)
{
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, code >>= 6)
		to[i] = (char)(0x80 | (code & 0x3F));
	to[0] = (char)(lead[n] | code);
	return n;
}

/* Whether the high surrogate at `off` has a low one behind it, which is *low then. False, with `failed` set, after an error. */
static bool
low_half(struct json *j, size_t off, unsigned *low)
{
	for (size_t i = 6; i < 8; i++)
		if (!need(j, off + i, "a string") || j->src->at[off + i] != "\\u"[i - 6])
			return false;
	return hex(j, off + 8, low) && *low >= 0xDC00 && *low < 0xE000;
}

/* Decodes the \u escape at *r to *w, as escape() does. Half a pair alone becomes the three bytes that its code would have. */
static bool
unicode(struct json *j, size_t *r, size_t *w)
{
	unsigned code, low;

	if (!hex(j, *r + 2, &code))
		return false;
	if (code >= 0xD800 && code < 0xDC00 && low_half(j, *r, &low)) {
		code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
		*r += 6;
	}
	/* after an error `at` stands at its place: nothing may be written behind that */
	if (j->failed != JSON_END)
		return false;
	j->half = j->half || (code >= 0xD800 && code < 0xE000);
	*w += utf8(j->src->at + *w, code);
	*r += 6;
	return true;
}

/* Decodes the escape at *r to *w, both counted from `at`: in place, for it is longer than what it stands for. */
static bool
escape(struct json *j, size_t *r, size_t *w)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *found;

	if (!need(j, *r + 1, "a string"))
		return false;
	j->decoded = true;
	if (j->src->at[*r + 1] == 'u')
		return unicode(j, r, w);
	found = memchr(from, j->src->at[*r + 1], sizeof from - 1);
	if (found == NULL) {
		unexpected(j, *r + 1, "one of \"\\/bfnrtu behind the backslash");
		return false;
	}
	j->src->at[*w] = to[found - from];
	*w += 1;
	*r += 2;
	return true;
}

/* Where the plain stretch of a string ends that begins `off` bytes behind `at`. */
static size_t
stretch(const struct source *src, size_t off)
{
	const char *p = src->at + off;
	unsigned stop = 0;

	for (; p < src->end && !(stop = scan_string(p)); p += SCAN_SHORT)
		;
	if (stop)
		p += scan_first(stop);
	return (size_t)((p < src->end ? p : src->end) - src->at);
}

/* r: what is read; w: what is decoded, where the two differ. Offsets, for the bytes move when more are read. */
static enum json_token
string(struct json *j, bool key)
{
	struct source *src = j->src;
	size_t r = 1, w = 1;

	for (;;) {
		size_t from = r;

		r = stretch(src, r);
		if (w < from)
			memmove(src->at + w, src->at + from, r - from);
		w += r - from;
		if (!need(j, r, "a string"))
			return j->failed;
		if (src->at[r] == '"')
			break;
		if (src->at[r] == '\\') {
			if (!escape(j, &r, &w))
				return j->failed;
		} else if ((unsigned char)src->at[r] < 0x20) {
			return unexpected(j, r, "a closing quote, or the escape of a control character");
		}
	}
	j->text = (struct str){src->at + 1, w - 1};
	src->at += r + 1;
	j->state = EXPECT_COLON;
	return key ? JSON_KEY : done(j, JSON_STRING);
}

/* The token that begins with c. */
static enum json_token
token(struct json *j, int c)
{
	bool key = j->state == EXPECT_FIRST_KEY || j->state == EXPECT_KEY;

	if (c == '"')
		return string(j, key);
	if (key)
		return unexpected(j, 0, rules[j->state].expected);
	switch (c) {
	case '{':
	case '[':
		return begin(j, c == '{');
	case 't':
		return word(j, "true", JSON_TRUE);
	case 'f':
		return word(j, "false", JSON_FALSE);
	case 'n':
		return word(j, "null", JSON_NULL);
	default:
		return c == '-' || is((char)c, DIGIT) ? number(j) : unexpected(j, 0, rules[j->state].expected);
	}
}

enum json_token
json_next(struct json *j)
{
	j->text = (struct str){NULL, 0};
	j->half = false;
	while (j->failed == JSON_END) {
		int c = blanks(j);

		if (c < 0)
			break;
		j->pos = source_pos(j->src, j->src->at);
		if (c && c == rules[j->state].close)
			return end(j);
		if (!rules[j->state].separator)
			return token(j, c);
		if (c != rules[j->state].separator)
			return unexpected(j, 0, rules[j->state].expected);
		j->src->at++;
		j->state = rules[j->state].behind;
	}
	return j->failed;
}

const char *
json_number_end(const char *p, const char *end)
{
	const char *expected;

	p = figure(p, end, &expected);
	return expected ? NULL : p;
}

size_t
json_depth(const struct json *j)
{
	return j->depth;
}

enum json_token
json_skip(struct json *j, enum json_token begun)
{
	size_t depth;

	if (begun == JSON_KEY)
		begun = json_next(j);
	depth = j->depth;
	if (begun == JSON_OBJECT || begun == JSON_ARRAY)
		while (j->failed == JSON_END && j->depth >= depth)
			json_next(j);
	return j->failed;
}
