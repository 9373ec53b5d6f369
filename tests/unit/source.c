#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"
#include "source.h"

#define NOT_UTF8 "what follows is not UTF-8: name the encoding of the text, as in --encoding=ISO-8859-1\n"
#define FROM_THE_START \
	"not UTF-8 from the first byte on: if it is text in another encoding, name it, as in --encoding=UTF-16 or " \
	"--encoding=ISO-8859-1\n"

static const char *const ends[] = {"OK", "END", "BAD", "FAIL"};

/* 1:1<first>1:8 2:1<... : every line between the places where it begins and ends. What ended it is final. */
static void
lines(struct source *src, struct buf *out)
{
	struct str line;
	enum read got;

	while ((got = source_line(src, &line)) == READ_OK) {
		struct pos pos = source_pos(src, line.s), end = source_pos(src, line.s + line.n);

		assert_string_equal(pos.file, "in");
		assert_int_equal(pos.line, src->line);
		note(out, "%zu:%zu<", pos.line, pos.column);
		buf_add(out, line);
		note(out, ">%zu:%zu ", end.line, end.column);
	}
	note(out, "%s", ends[got]);
	assert_int_equal(source_line(src, &line), got);
	assert_int_equal(source_fill(src, "a line"), got);
}

/* All bytes that are handed out, with the place behind every one, by a reader that walks the window itself. */
static void
bytes(struct source *src, struct buf *out)
{
	enum read got;

	while ((got = source_fill(src, "text")) == READ_OK) {
		assert_true(src->at < src->end);
		while (src->at < src->end) {
			buf_byte(out, *src->at);
			if (*src->at++ == '\n')
				source_newline(src, src->at);
			note(out, "%zu:%zu ", source_pos(src, src->at).line, source_pos(src, src->at).column);
		}
	}
	note(out, "%s", ends[got]);
}

static void
lines_and_places(void **state)
{
	static const struct feed_case cases[] = {
		{STR(""), "END", NULL},
		{STR("\n"), "1:1<\n>1:2 END", NULL},
		{STR("ab"), "1:1<ab>1:3 END", NULL},
		{STR("ab\n"), "1:1<ab\n>1:4 END", NULL},
		{STR("ab\r\n\n cd"), "1:1<ab\r\n>1:5 2:1<\n>2:2 3:1< cd>3:4 END", NULL},
		{STR("a\rb\n"), "1:1<a\rb\n>1:5 END", NULL}, /* a CR alone is no line end here */
		{STR("é\nb"), "1:1<é\n>1:4 2:1<b>2:2 END", NULL},
		/* a byte order mark is no text, but only at the beginning */
		{STR("\xEF\xBB\xBF"), "END", NULL},
		{STR("\xEF\xBB\xBF\n"), "1:1<\n>1:2 END", NULL},
		{STR("\xEF\xBB\xBF" "ab\nc"), "1:1<ab\n>1:4 2:1<c>2:2 END", NULL},
		{STR("\xEF\xBB\xBF\xEF\xBB\xBF"), "1:1<\xEF\xBB\xBF>1:4 END", NULL},
		{STR("a\xEF\xBB\xBF"), "1:1<a\xEF\xBB\xBF>1:5 END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
	feed_gives(lines, S("a\0b\n\0"), S("1:1<a\0b\n>1:5 2:1<\0>2:2 END"), "");
	feed_gives(bytes, S("ab\n\nc"), S("a1:2 b1:3 \n2:1 \n3:1 c3:2 END"), "");
}

/* Every first, last and neighbouring code point of the well-formed sequences, and what is none. */
static const char *const good[] = {
	"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE0\xBF\xBF", "\xE1\x80\x80", "\xEC\xBF\xBF", "\xED\x9F\xBF",
	"\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF0\xBF\xBF\xBF", "\xF1\x80\x80\x80", "\xF3\xBF\xBF\xBF",
	"\xF4\x8F\xBF\xBF",
};
static const char *const bad[] = {
	"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2\x7F", "\xC2\xC0", "\xDF.", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xE1\x80.",
	"\xE1\x80\xC0", "\xED\xA0\x80", "\xED\xBF\xBF", "\xEF\xBF\x7F", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80.", "\xF0\x90\xC0\x80",
	"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98",
};

static void
utf8(void **state)
{
	char text[32], want[64];

	(void)state;
	for (size_t i = 0; i < countof(good); i++) {
		snprintf(text, sizeof text, "abcdef%s", good[i]);
		snprintf(want, sizeof want, "1:1<%s>1:%zu END", text, strlen(text) + 1);
		feed_gives(lines, str_of(text), str_of(want), "");
	}
	for (size_t i = 0; i < countof(bad); i++) {
		snprintf(text, sizeof text, "abcdef\ngh%s", bad[i]);
		feed_gives(lines, str_of(text), S("1:1<abcdef\n>1:8 BAD"), "poc-tools: in:2:3: error: " NOT_UTF8);
	}
}

/* How many bytes the character at s has, by what it comes to: the definition, and not the tables of Unicode; 0: none begins there. */
static size_t
character(const unsigned char *s, size_t n)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t length = s[0] < 0x80 ? 1 : (s[0] & 0xE0) == 0xC0 ? 2 : (s[0] & 0xF0) == 0xE0 ? 3 : (s[0] & 0xF8) == 0xF0 ? 4 : 0;
	uint32_t c = length > 1 ? s[0] & (0x7FU >> length) : s[0];

	if (length == 0 || length > n)
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (s[i] & 0x3F);
	}
	return c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0 : length;
}

/* Counts the bytes that come before the end or the error. */
static void
count(struct source *src, struct buf *out)
{
	size_t n = 0;
	enum read got;

	for (; (got = source_fill(src, "text")) == READ_OK; src->at = src->end)
		n += (size_t)(src->end - src->at);
	note(out, "%zu %s", n, ends[got]);
}

/* Every kind of lead before every kind of byte behind it, three times: overlong, surrogates, too large, broken off, five and six. */
static void
every_kind_of_sequence(void **state)
{
	static const unsigned char leads[] = {0x00, 0x41, 0x7F, 0x80, 0x9F, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
	                                      0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};
	static const unsigned char others[] = {0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2};
	struct buf out = {.n = 0};

	(void)state;
	for (size_t i = 0; i < countof(leads) * 512; i++) {
		unsigned char text[9] = {'p', 'l', 'a', 'i', 'n', leads[i / 512], others[i / 64 % 8], others[i / 8 % 8], others[i % 8]};
		size_t n = 5, more;
		struct source src;
		char want[32];
		int fd = feed((struct str){(const char *)text, sizeof text}, i % 7);

		for (; n < sizeof text && (more = character(text + n, sizeof text - n)) > 0; n += more)
			;
		snprintf(want, sizeof want, "%zu %s", n, n == sizeof text ? "END" : "BAD");
		out.n = 0;
		hear();
		assert_true(source_fd(&src, fd, "in", NULL));
		count(&src, &out);
		source_close(&src);
		close(fd);
		heard();
		if (!str_eq(buf_str(&out), str_of(want)))
			fail_msg("%02X %02X %02X %02X: %.*s instead of %s", text[5], text[6], text[7], text[8], (int)out.n, out.data, want);
	}
	free(out.data);
}

/* The same among characters of two bytes, wherever they stand. */
static void
utf8_among_others(void **state)
{
	static const char line[] = "______________________________________________________________________";
	static const char others[] = "\xC3\xA9t\xC3\xA9 \xC2\x80\xDF\xBF, and more of it, so that this is as long as a block and longer "
	                             "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9";
	char text[512], want[600], said[160];

	(void)state;
	snprintf(said, sizeof said, "poc-tools: in:2:%zu: error: " NOT_UTF8, sizeof others);
	for (int before = 0; before < (int)sizeof line; before++) {
		for (size_t i = 0; i < countof(good); i++) {
			snprintf(text, sizeof text, "%.*s%s%s%s", before, line, others, good[i], others);
			snprintf(want, sizeof want, "1:1<%s>1:%zu END", text, strlen(text) + 1);
			feed_gives(lines, str_of(text), str_of(want), "");
		}
		for (size_t i = 0; i < countof(bad); i++) {
			snprintf(text, sizeof text, "%.*s\n%s%sa%s", before, line, others, bad[i], others);
			snprintf(want, sizeof want, "1:1<%.*s\n>1:%d BAD", before, line, before + 2);
			feed_gives(lines, str_of(text), str_of(want), said);
		}
	}
}

/* What is not UTF-8 never reaches a reader, the bytes before it do. */
static void
bytes_before_an_error(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\xFFxyz"), "BAD", "poc-tools: in:1:1: error: " FROM_THE_START},
		{STR("\xE9t\xE9 2019\n"), "BAD", "poc-tools: in:1:1: error: " FROM_THE_START},
		{STR("a\n\xFF"), "a1:2 \n2:1 BAD", "poc-tools: in:2:1: error: " NOT_UTF8},
		{STR("\xEF\xBB\xBF" "ab\xFF"), "a1:2 b1:3 BAD", "poc-tools: in:1:3: error: " NOT_UTF8},
		{STR("Caf\xE9\n"), "C1:2 a1:3 f1:4 BAD", "poc-tools: in:1:4: error: " NOT_UTF8},
	};

	(void)state;
	feed_all(bytes, cases, countof(cases));
}

/* The same where a sequence begins well and is broken off; a piece of the input may end inside it. */
static void
bytes_before_a_broken_sequence(void **state)
{
	static const struct feed_case cases[] = {
		{STR("abcdefg\xC3("), "a1:2 b1:3 c1:4 d1:5 e1:6 f1:7 g1:8 BAD", "poc-tools: in:1:8: error: " NOT_UTF8},
		{STR("\nbcdefg\xF0\x9F\x98"), "\n2:1 b2:2 c2:3 d2:4 e2:5 f2:6 g2:7 BAD", "poc-tools: in:2:7: error: " NOT_UTF8},
	};

	(void)state;
	feed_all(bytes, cases, countof(cases));
}

static void
no_text(void **state)
{
	static const struct feed_case cases[] = {
		{STR("\x1F\x8B\x08\0\0"), "BAD", "poc-tools: in: error: looks like gzip; try zcat\n"},
		{STR("BZh91AY"), "BAD", "poc-tools: in: error: looks like bzip2; try bzcat\n"},
		{STR("\xFD" "7zXZ\0"), "BAD", "poc-tools: in: error: looks like xz; try xzcat\n"},
		{STR("\x28\xB5\x2F\xFD$"), "BAD", "poc-tools: in: error: looks like zstd; try zstdcat\n"},
		{STR("PK\x03\x04\x14"), "BAD",
		 "poc-tools: in: error: looks like a zip archive or an Excel workbook; unpack it, or save the sheet as CSV\n"},
		{STR("\xD0\xCF\x11\xE0\xA1"), "BAD",
		 "poc-tools: in: error: looks like an old Excel or Word file; save the sheet as CSV\n"},
		{STR("%PDF-1.4\n"), "BAD", "poc-tools: in: error: looks like PDF; try pdftotext -layout\n"},
		{STR("\x89PNG\r\n"), "BAD", "poc-tools: in: error: looks like an image; the figures have to be there as text\n"},
		{STR("\xFF\xD8\xFF\xE0"), "BAD", "poc-tools: in: error: looks like an image; the figures have to be there as text\n"},
		{STR("GIF89a"), "BAD", "poc-tools: in: error: looks like an image; the figures have to be there as text\n"},
		{STR("\xFF\xFEy\0"), "BAD", "poc-tools: in: error: looks like UTF-16; try --encoding=UTF-16\n"},
		{STR("\xFE\xFF\0y"), "BAD", "poc-tools: in: error: looks like UTF-16; try --encoding=UTF-16\n"},
		{STR("y\0e\0a\0"), "BAD", "poc-tools: in: error: looks like UTF-16; try --encoding=UTF-16LE\n"},
		{STR("\0y\0e\0a"), "BAD", "poc-tools: in: error: looks like UTF-16; try --encoding=UTF-16BE\n"},
		/* text that only begins like them */
		{STR("GIF"), "1:1<GIF>1:4 END", NULL},
		{STR("BZ"), "1:1<BZ>1:3 END", NULL},
		{STR("PK, x"), "1:1<PK, x>1:6 END", NULL},
		{STR(" GIF8"), "1:1< GIF8>1:6 END", NULL},
	};

	(void)state;
	feed_all(lines, cases, countof(cases));
	feed_gives(lines, S("\0\0\0\0"), S("1:1<\0\0\0\0>1:5 END"), "");
}

static void
encodings(void **state)
{
	static const struct {
		const char *encoding;
		struct feed_case c;
	} cases[] = {
		{"ISO-8859-1", {STR("\xE9t\xE9\nx\xFF"), "1:1<été\n>1:7 2:1<xÿ>2:4 END", NULL}},
		{"WINDOWS-1252", {STR("d\x92" "Ivoire"), "1:1<d’Ivoire>1:11 END", NULL}},
		{"UTF-16", {STR("\xFF\xFE" "1\0\n\0\x61\x01"), "1:1<1\n>1:3 2:1<š>2:3 END", NULL}},
		{"UTF-16", {STR("\xFE\xFF\0" "1\0\n\x01\x61"), "1:1<1\n>1:3 2:1<š>2:3 END", NULL}},
		{"UTF-16LE", {STR("1\0\n\0\x3D\xD8\x00\xDE"), "1:1<1\n>1:3 2:1<\xF0\x9F\x98\x80>2:5 END", NULL}},
		/* a mark that iconv leaves is dropped all the same */
		{"UTF-16LE", {STR("\xFF\xFE" "1\0"), "1:1<1>1:2 END", NULL}},
		{"UTF-8", {STR("\xEF\xBB\xBF" "é\n"), "1:1<é\n>1:4 END", NULL}},
		{"UTF-8", {STR(""), "END", NULL}},
		{"UTF-8", {STR("abcdef\ngh\xFF"), "1:1<abcdef\n>1:8 BAD",
		           "poc-tools: in:2:3: error: what follows is not UTF-8; is --encoding right?\n"}},
		{"UTF-16LE", {STR("1\0\n\0\0\xDC" "2\0"), "1:1<1\n>1:3 BAD",
		              "poc-tools: in:2:1: error: what follows is not UTF-16LE; is --encoding right?\n"}},
		{"UTF-16LE", {STR("1\0002"), "BAD", "poc-tools: in:1:2: error: what follows is not UTF-16LE; is --encoding right?\n"}},
		{"US-ASCII", {STR("year\n\xC3\xA9"), "1:1<year\n>1:6 BAD",
		              "poc-tools: in:2:1: error: what follows is not US-ASCII; is --encoding right?\n"}},
		{"UTF-16", {STR("\x1F\x8B\x08\0\0"), "BAD", "poc-tools: in: error: looks like gzip; try zcat\n"}},
		/* iconv keeps a letter back to see whether an accent follows: at the end, too, it has to come out */
		{"WINDOWS-1258", {STR("Vi\xEA\xF2t Nam\nA"), "1:1<Vi\xE1\xBB\x87t Nam\n>1:12 2:1<A>2:2 END", NULL}},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		feed_encoding = cases[i].encoding;
		feed_all(lines, &cases[i].c, 1);
	}
}

static int
end_encodings(void **state)
{
	(void)state;
	feed_encoding = NULL;
	return 0;
}

static void
opens_an_unknown_encoding(void)
{
	struct source src;

	assert_false(source_fd(&src, STDIN_FILENO, "in", "klingon"));
}

static void
an_unknown_encoding(void **state)
{
	(void)state;
	assert_int_equal(in_child(opens_an_unknown_encoding,
	                          "poc-tools: error: --encoding: no encoding \"klingon\" is known here; iconv -l lists them\n"),
	                 STATUS_USAGE);
}

static void
peeks(struct source *src, struct buf *out)
{
	assert_true(source_empty(src));
	note(out, "%zu", source_peek(src, 0));
	for (size_t want = 1; want < 9; want++) {
		size_t n = source_peek(src, want);

		assert_true(n == (size_t)(src->end - src->at));
		note(out, " %d", n >= want);
	}
	note(out, " %.*s ", (int)(src->end - src->at), src->at);
	assert_int_equal(source_empty(src), src->at == src->end);
	src->at = src->end;
	note(out, "%s", ends[source_fill(src, "text")]);
}

static void
peeking(void **state)
{
	static const struct feed_case cases[] = {
		{STR("abcdef"), "0 1 1 1 1 1 1 0 0 abcdef END", NULL},
		{STR(""), "0 0 0 0 0 0 0 0 0  END", NULL},
		{STR("\xEF\xBB\xBFxyz"), "0 1 1 1 0 0 0 0 0 xyz END", NULL},
		/* the error is told by the fill that meets it, once */
		{STR("abcdef\xFF"), "0 1 1 1 1 1 1 0 0 abcdef BAD", "poc-tools: in:1:7: error: " NOT_UTF8},
	};

	(void)state;
	feed_all(peeks, cases, countof(cases));
}

/* Sees every line before it is taken. */
static void
seen_first(struct source *src, struct buf *out)
{
	struct str line;

	for (size_t at = src->line; source_peek_line(src, &line) == READ_OK; at = src->line) {
		size_t n = line.n;

		assert_int_equal(src->line, at);
		assert_int_equal(source_line(src, &line), READ_OK);
		assert_int_equal(line.n, n);
		assert_int_equal(source_pos(src, line.s).column, 1);
		note(out, "%zu<%.*s>", src->line, (int)line.n, line.s);
	}
}

static void
a_line_seen_first(void **state)
{
	(void)state;
	feed_gives(seen_first, S("ab\n\nc\nd"), S("1<ab\n>2<\n>3<c\n>4<d>"), "");
	feed_gives(seen_first, S("\xEF\xBB\xBF\n"), S("1<\n>"), "");
	/* the line taken last is counted, too, where an error lies ahead */
	feed_gives(seen_first, S("ab\ncd\xFF"), S("1<ab\n>"), "poc-tools: in:2:3: error: " NOT_UTF8);
	feed_gives(seen_first, S("ab\ncd\n\nx\xE2\x82"), S("1<ab\n>2<cd\n>3<\n>"), "poc-tools: in:4:2: error: " NOT_UTF8);
}

static void
in_memory(void **state)
{
	char text[6 + SOURCE_PAD] = "ab\ncd\n";
	struct source src;
	struct str line;

	(void)state;
	source_mem(&src, text, 6, (struct pos){"page", 10, 5});
	assert_int_equal(source_line(&src, &line), READ_OK);
	assert_true(str_eq(line, S("ab\n")));
	assert_string_equal(source_pos(&src, line.s).file, "page");
	assert_int_equal(source_pos(&src, line.s).line, 10);
	assert_int_equal(source_pos(&src, line.s + 1).column, 6);
	assert_int_equal(source_line(&src, &line), READ_OK);
	assert_int_equal(source_pos(&src, line.s + 1).line, 11);
	assert_int_equal(source_pos(&src, line.s + 1).column, 2);
	assert_int_equal(source_peek(&src, 1), 0);
	assert_int_equal(source_line(&src, &line), READ_END);
	source_close(&src);
	/* no columns where the first one is not known */
	source_mem(&src, text, 6, (struct pos){"page", 10, 0});
	assert_int_equal(source_line(&src, &line), READ_OK);
	assert_int_equal(source_pos(&src, line.s).column, 0);
	assert_int_equal(source_line(&src, &line), READ_OK);
	assert_int_equal(source_pos(&src, line.s).line, 11);
	assert_int_equal(source_pos(&src, line.s).column, 0);
	source_close(&src);
	assert_string_equal(text, "ab\ncd\n");
}

/* What may be read behind the end is the beginning of a character, then always the same: nothing of what stood there before. */
static void
ends_alike(struct source *src, struct buf *out)
{
	enum read got;

	do {
		const char *p;

		got = source_fill(src, "text");
		buf_add(out, (struct str){src->at, (size_t)(src->end - src->at)});
		src->at = src->end;
		for (p = src->end; (unsigned char)*p >= 0x80 && p < src->end + 3; p++)
			;
		for (; p < src->end + SOURCE_PAD; p++)
			assert_int_equal(*p, MEM_BEHIND);
	} while (got == READ_OK);
}

static void
behind_the_end(void **state)
{
	struct str text = repeated(S("Größe, 大きさ, 😀\n"), (size_t)25 * 400);

	(void)state;
	feed_gives(ends_alike, text, text, "");
	feed_encoding = "UTF-16LE";
	feed_gives(ends_alike, S("a\0b\0\x13\x20"), S("ab–"), "");
	feed_encoding = NULL;
	free((char *)text.s);
}

/* Counts lines and sees to it that all begin at column 1 and have the length that their number tells. */
static void
counts(struct source *src, struct buf *out)
{
	struct str line;
	size_t n = 0;
	enum read got;

	while ((got = source_line(src, &line)) == READ_OK) {
		assert_int_equal(source_pos(src, line.s).line, ++n);
		assert_int_equal(source_pos(src, line.s).column, 1);
		assert_int_equal(line.n, n % 97 + 1);
	}
	note(out, "%zu %s", n, ends[got]);
}

/* Larger than every buffer. */
static void
many_lines(void **state)
{
	struct buf text = {.n = 0};

	(void)state;
	for (size_t n = 1; n <= 6000; n++) {
		memset(buf_room(&text, n % 97), 'x', n % 97);
		text.n += n % 97;
		buf_byte(&text, '\n');
	}
	feed_gives(counts, buf_str(&text), S("6000 END"), "");
	free(text.data);
}

static void
lengths(struct source *src, struct buf *out)
{
	struct str line;
	enum read got;

	while ((got = source_line(src, &line)) == READ_OK)
		note(out, "%zu:%zu ", src->line, line.n);
	note(out, "%s", ends[got]);
}

static const char *
long_line(size_t n, const char *want)
{
	struct str text = repeated(S("x"), n + 4);
	struct source src;
	struct buf out = {.n = 0};
	int fd;

	memcpy((char *)text.s, "a\n", 2);
	memcpy((char *)text.s + n + 2, "\nb", 2);
	fd = feed(text, 0);
	hear();
	assert_true(source_fd(&src, fd, "in", NULL));
	lengths(&src, &out);
	source_close(&src);
	close(fd);
	if (!str_eq(buf_str(&out), str_of(want)))
		fail_msg("a line of %zu bytes: %.*s; %s", n, (int)out.n, out.data, heard());
	free((char *)text.s);
	free(out.data);
	return heard();
}

static void
the_longest_line(void **state)
{
	static const char said[] = "poc-tools: in:2:1: error: a line is longer than 16 MiB\n";

	(void)state;
	assert_string_equal(long_line(SOURCE_MAX - 1, "1:2 2:16777216 3:1 END"), "");
	assert_string_equal(long_line(SOURCE_MAX * 3, "1:2 BAD"), said);
	assert_string_equal(long_line(SOURCE_MAX + (1 << 20), "1:2 BAD"), said);
}

static void
nothing(int signal)
{
	(void)signal;
}

/* Sends "ab\n" byte by byte, slowly. */
static int
slow(pid_t *child)
{
	int end[2];

	assert_return_code(pipe(end), errno);
	*child = fork();
	assert_return_code(*child, errno);
	if (*child == 0) {
		close(end[0]);
		for (const char *p = "ab\ncd\n"; *p; p++) {
			poll(NULL, 0, 5);
			if (write(end[1], p, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(end[1]);
	return end[0];
}

static void
reads_slowly(bool wait)
{
	struct buf out = {.n = 0};
	struct source src;
	pid_t child;
	int fd = slow(&child), status;

	if (!wait)
		assert_return_code(fcntl(fd, F_SETFL, O_NONBLOCK), errno);
	assert_true(source_fd(&src, fd, "in", NULL));
	lines(&src, &out);
	source_close(&src);
	close(fd);
	assert_true(str_eq(buf_str(&out), S("1:1<ab\n>1:4 2:1<cd\n>2:4 END")));
	free(out.data);
	while (waitpid(child, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	assert_int_equal(status, 0);
}

/* Signals, and a descriptor that does not block. */
static void
interrupted(void **state)
{
	struct sigaction on = {.sa_handler = nothing}, was;
	struct itimerval often = {{0, 1000}, {0, 1000}}, never = {{0, 0}, {0, 0}};

	(void)state;
	reads_slowly(false);
	assert_return_code(sigaction(SIGALRM, &on, &was), errno);
	assert_return_code(setitimer(ITIMER_REAL, &often, NULL), errno);
	reads_slowly(true);
	reads_slowly(false);
	assert_return_code(setitimer(ITIMER_REAL, &never, NULL), errno);
	assert_return_code(sigaction(SIGALRM, &was, NULL), errno);
}

/* What no more text can mend is told at once, whether or not more comes: nobody ends this pipe. */
static void
broken_before_the_end(void **state)
{
	static const char *const encodings[] = {NULL, "US-ASCII"};

	(void)state;
	for (size_t i = 0; i < countof(encodings); i++) {
		struct source src;
		struct str line;
		int end[2];

		assert_return_code(pipe(end), errno);
		assert_int_equal(write(end[1], "ab\n\xFFx", 5), 5);
		assert_true(source_fd(&src, end[0], "in", encodings[i]));
		alarm(20);
		hear();
		assert_int_equal(source_line(&src, &line), READ_OK);
		assert_int_equal(source_line(&src, &line), READ_BAD);
		assert_non_null(strstr(heard(), "in:2:1: error: what follows is not U"));
		alarm(0);
		source_close(&src);
		close(end[0]);
		close(end[1]);
	}
}

static void
unreadable(void **state)
{
	(void)state;
	feed_fails(lines);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_unknown_encoding), cmocka_unit_test(unreadable), cmocka_unit_test(lines_and_places),
		cmocka_unit_test(utf8), cmocka_unit_test(every_kind_of_sequence), cmocka_unit_test(utf8_among_others),
		cmocka_unit_test(bytes_before_an_error), cmocka_unit_test(bytes_before_a_broken_sequence),
		cmocka_unit_test(no_text), cmocka_unit_test_teardown(encodings, end_encodings), cmocka_unit_test(peeking),
		cmocka_unit_test(a_line_seen_first), cmocka_unit_test(in_memory), cmocka_unit_test(many_lines),
		cmocka_unit_test(behind_the_end),
		cmocka_unit_test(the_longest_line), cmocka_unit_test(interrupted), cmocka_unit_test(broken_before_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
