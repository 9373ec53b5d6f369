#include "sniff.h"

#define LOOK ((size_t)64 << 10) /* bytes that the first records may have */

static const char delimiters[] = ",;\t|";

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
sniff_tag(struct str field)
{
	if (field.n < 2 || field.s[0] != '#' || !is_letter(field.s[1]))
		return false;
	/* blanks may stand around the plus of an attribute only: "#country +code" */
	for (size_t i = 2; i < field.n; i++) {
		char c = field.s[i];
		bool beside_plus = field.s[i - 1] == '+' || (i + 1 < field.n && field.s[i + 1] == '+');

		if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '+' && !(c == ' ' && beside_plus))
			return false;
	}
	return true;
}

/* At least `want` bytes of the beginning, or all there are. However they come in, none behind LOOK is ever looked at. */
static size_t
look(struct source *src, size_t want)
{
	size_t have = source_peek(src, want);

	return have < LOOK ? have : LOOK;
}

/* The first byte from i on that is no white space; NUL at the end. */
static char
visible(struct str a, size_t *i)
{
	for (; *i < a.n; ++*i)
		if (a.s[*i] != ' ' && a.s[*i] != '\t' && a.s[*i] != '\n' && a.s[*i] != '\r')
			return a.s[(*i)++];
	return '\0';
}

static enum form
by_first_bytes(struct str text)
{
	size_t i = 0;
	char first = visible(text, &i), c;

	if (first == '<') {
		c = i < text.n ? text.s[i] : '\0';
		return (c && strchr("!/?", c)) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ? FORM_HTML : FORM_AUTO;
	}
	c = first ? visible(text, &i) : '\0';
	if ((first == '{' && (c == '"' || c == '}')) || (first == '[' && (c == '{' || c == '[' || c == ']')))
		return FORM_JSON;
	return FORM_AUTO;
}

static bool
knows_nothing(struct str name)
{
	(void)name;
	return false;
}

/* How many fields of the line are known names; a row of tags counts as many. Quotes around a field are taken off. */
static size_t
known_fields(struct str line, char delimiter, str_test *known)
{
	size_t count = 0, tags = 0, others = 0;

	while (line.n > 0) {
		bool quoted = false;
		size_t n = 0;
		struct str field;

		for (; n < line.n && (quoted || line.s[n] != delimiter); n++)
			quoted = quoted != (line.s[n] == '"');
		field = str_trim((struct str){line.s, n});
		if (field.n >= 2 && field.s[0] == '"' && field.s[field.n - 1] == '"')
			field = str_trim((struct str){field.s + 1, field.n - 2});
		if (field.n > 0) {
			count += known(field);
			tags += sniff_tag(field);
			others += !sniff_tag(field);
		}
		line = str_skip(line, n < line.n ? n + 1 : n);
	}
	return tags > 1 && others == 0 ? tags + 1 : count;
}

/* Whether the line is a header under the given delimiter, or under one of ours, which is then set. */
static bool
is_header(struct str line, str_test *known, char *delimiter)
{
	size_t best = 1, count;
	char found = '\0';

	if (*delimiter)
		return known_fields(line, *delimiter, known) > 1;
	for (const char *d = delimiters; *d; d++) {
		if ((count = known_fields(line, *d, known)) > best) {
			best = count;
			found = *d;
		}
	}
	*delimiter = found;
	return found != '\0';
}

/* Looks at each record as it comes: a terminal or a slow pipe is not waited for longer than need be. */
bool
sniff_header(struct source *src, str_test *known, char *delimiter)
{
	size_t begun = 0, have = look(src, 1);

	for (unsigned line = 0; line < SNIFF_RECORDS && begun < LOOK;) {
		const char *lf;
		size_t n;

		while (!(lf = memchr(src->at + begun, '\n', have - begun)) && have < LOOK) {
			size_t more = look(src, have + 1);

			if (more == have)
				break;
			have = more;
		}
		n = lf ? (size_t)(lf - src->at) - begun : have - begun;
		if (is_header((struct str){src->at + begun, n}, known, delimiter))
			return true;
		if (!lf)
			break;
		line += str_trim((struct str){src->at + begun, n}).n > 0;
		begun += n + 1;
	}
	return false;
}

/*
 * Whether one of the first lines is a row of tags. A line inside a quoted field is no record: reading on to it would lose rows.
 * *open: what is still to come may change that.
 */
static bool
tags_among(struct str text, char delimiter, bool *open)
{
	struct str line;
	bool quoted = false;
	unsigned i = 0;

	for (; i < SNIFF_RECORDS && text.n > 0 && str_split(&text, '\n', &line); i++) {
		*open = text.s == NULL; /* "#a,#b" may go on with 7 */
		if (!quoted && known_fields(line, delimiter, knows_nothing) > 1)
			return true;
		for (size_t k = 0; k < line.n; k++)
			quoted = quoted != (line.s[k] == '"');
	}
	*open = i < SNIFF_RECORDS || text.s == NULL;
	return false;
}

bool
sniff_tags(struct source *src, char delimiter)
{
	size_t have = look(src, 1), more;
	bool open, tags;

	while ((tags = tags_among((struct str){src->at, have}, delimiter, &open), open)) {
		/* on to the end of a line: only that can tell more */
		for (more = look(src, have + 1); more > have && more < LOOK && !memchr(src->at + have, '\n', more - have);) {
			size_t most = look(src, more + 1);

			if (most == more)
				break;
			more = most;
		}
		if (more == have)
			break;
		have = more;
	}
	return tags;
}

enum form
sniff(struct source *src, str_test *known, char *delimiter)
{
	size_t have = look(src, 1);
	enum form form;

	/* white space may fill more than the first bytes; two visible ones are enough */
	for (;;) {
		struct str text = {src->at, have};
		size_t i = 0, more;

		form = by_first_bytes(text);
		if (form != FORM_AUTO || (visible(text, &i) && visible(text, &i)) || have >= LOOK)
			break;
		if ((more = look(src, have + 1)) == have)
			break;
		have = more;
	}
	if (form != FORM_AUTO)
		return form;
	return sniff_header(src, known, delimiter) ? FORM_CSV : FORM_TEXT;
}
