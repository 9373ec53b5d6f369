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
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>
#include "csvin.h"
#include "csvout.h"
#include "feed.h"

#define FIELDS 3

/* What was written to the descriptor, which is closed. */
static struct buf
everything(int fd)
{
	struct buf b = {.n = 0};
	ssize_t n;

	while ((n = read(fd, buf_room(&b, 65536), 65536)) > 0)
		b.n += (size_t)n;
	assert_int_equal(n, 0);
	close(fd);
	return b;
}

/* An output into a pipe, and what was written there, when it is closed. */
struct sink {
	struct csvout out;
	int end[2];
};

static struct csvout *
sink_open(struct sink *sink)
{
	assert_return_code(pipe(sink->end), errno);
	csvout_open(&sink->out, sink->end[1], "standard output");
	return &sink->out;
}

static struct buf
sink_close(struct sink *sink)
{
	assert_true(csvout_close(&sink->out));
	close(sink->end[1]);
	return everything(sink->end[0]);
}

static void
gives(const struct str *field, size_t n, struct str want)
{
	struct sink sink;
	struct buf got;

	csvout_row(sink_open(&sink), field, n);
	got = sink_close(&sink);
	if (!str_eq(buf_str(&got), want))
		fail_msg("%.*s instead of %.*s", (int)got.n, got.data, (int)want.n, want.s);
	free(got.data);
}

/* A field as it stands between two others. */
static const struct str fields[][2] = {
	{STR("Mali"), STR("Mali")}, {STR(""), STR("")}, {STR("a b"), STR("a b")}, {STR("a\tb"), STR("a\tb")},
	{STR("a;b|c'd\\"), STR("a;b|c'd\\")}, {STR("#x"), STR("#x")}, {STR("-1.5"), STR("-1.5")}, {STR("é"), STR("é")},
	{STR("=1+1"), STR("=1+1")}, {STR("a\0b"), STR("a\0b")},
	{STR("a,b"), STR("\"a,b\"")}, {STR(","), STR("\",\"")}, {STR("a\"b"), STR("\"a\"\"b\"")}, {STR("\""), STR("\"\"\"\"")},
	{STR("\"\""), STR("\"\"\"\"\"\"")}, {STR("\"a\""), STR("\"\"\"a\"\"\"")}, {STR("a\nb"), STR("\"a\nb\"")},
	{STR("\r"), STR("\"\r\"")}, {STR("a\r\n"), STR("\"a\r\n\"")}, {STR("\",\n\""), STR("\"\"\",\n\"\"\"")},
	/* blanks at an end, which a reader may drop */
	{STR(" a"), STR("\" a\"")}, {STR("a "), STR("\"a \"")}, {STR("\ta"), STR("\"\ta\"")}, {STR("a\t"), STR("\"a\t\"")},
	{STR(" "), STR("\" \"")},
};

static void
quoting(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(fields); i++) {
		const struct str row[] = {S("x"), fields[i][0], S("y")};
		struct buf want = {.n = 0};

		buf_add(&want, S("x,"));
		buf_add(&want, fields[i][1]);
		buf_add(&want, S(",y\n"));
		gives(row, 3, buf_str(&want));
		want.n = 0;
		buf_add(&want, fields[i][0].n ? fields[i][1] : S("\"\"")); /* a blank line would be no row */
		buf_byte(&want, '\n');
		gives(row + 1, 1, buf_str(&want));
		free(want.data);
	}
}

/* Fields around the length up to which they are copied at once; and wherever the room for that ends, which sanitizers see. */
static void
long_fields(void **state)
{
	char text[2400];

	(void)state;
	memset(text, 'x', sizeof text);
	for (size_t n = 480; n < 540; n++) {
		struct str row[] = {{text, n}, {text, 512}, {text, 1024}};
		size_t end = n + 1 + 512 + 1 + 1024;

		text[n] = text[n + 513] = ',';
		text[end] = '\n';
		row[1].s = row[2].s = text + n + 514;
		gives(row, 3, (struct str){text, end + 1});
		text[n] = text[n + 513] = text[end] = 'x';
	}
	for (size_t n = 960; n < 1200; n++) {
		struct str field = {text, n};

		text[n] = '\n';
		gives(&field, 1, (struct str){text, n + 1});
		text[n] = 'x';
	}
}

static void
rows(void **state)
{
	(void)state;
	gives((const struct str[]){S(""), S("")}, 2, S(",\n"));
	gives((const struct str[]){{NULL, 0}, S("a"), {NULL, 0}}, 3, S(",a,\n"));
	gives((const struct str[]){{NULL, 0}}, 1, S("\"\"\n"));
}

/* Adds the fields in every order, to be read again. */
static struct str
nth(size_t i)
{
	return fields[(i * 7 + i / countof(fields)) % countof(fields)][0];
}

/* Our own reader gives back what was written, of many rows. */
static void
round_trip(void **state)
{
	const size_t rows = 5000;
	struct csvout out;
	struct source src;
	struct csvin in;
	struct cell *cell = NULL;
	size_t n = 0;
	FILE *f = tmpfile();

	(void)state;
	assert_non_null(f);
	csvout_open(&out, fileno(f), "standard output");
	for (size_t i = 0; i < rows * FIELDS; i++) {
		csvout_field(&out, nth(i));
		if (i % FIELDS == FIELDS - 1)
			csvout_end(&out);
	}
	assert_true(csvout_close(&out));
	assert_return_code(lseek(fileno(f), 0, SEEK_SET), errno);
	assert_true(source_fd(&src, fileno(f), "in", NULL));
	csvin_open(&in, &src, ',');
	for (size_t i = 0; i < rows; i++) {
		assert_int_equal(csvin_next(&in, &cell, &n), READ_OK);
		assert_int_equal(n, FIELDS);
		for (size_t k = 0; k < n; k++)
			assert_true(str_eq(cell[k].text, nth(i * FIELDS + k)));
	}
	assert_int_equal(csvin_next(&in, &cell, &n), READ_END);
	csvin_close(&in);
	source_close(&src);
	fclose(f);
}

/* Fields added together are the same as fields added one by one, behind others or not. */
static void
together(void **state)
{
	const struct str more[] = {S("long"), repeated(S("long "), 63), repeated(S("x"), 64), repeated(S("x"), 59), S("")};

	(void)state;
	for (size_t i = 0; i < countof(fields) * countof(fields) * countof(more) * 2; i++) {
		const struct str three[] = {fields[i / 10 % countof(fields)][0], fields[i / 10 / countof(fields)][0], more[i / 2 % countof(more)]};
		struct buf got[2];

		for (int k = 0; k < 2; k++) {
			struct sink sink;
			struct csvout *out = sink_open(&sink);

			if (i % 2)
				csvout_field(out, S("a"));
			for (size_t f = 0; k == 1 && f < countof(three); f++)
				csvout_field(out, three[f]);
			if (k == 0)
				csvout_fields(out, three, countof(three));
			csvout_end(out);
			got[k] = sink_close(&sink);
		}
		assert_true(str_eq(buf_str(&got[0]), buf_str(&got[1])));
		free(got[0].data);
		free(got[1].data);
	}
	for (size_t i = 1; i < 4; i++)
		free((char *)more[i].s);
}

/* Fields that are plain, in place. */
static void
put_bare(struct csvout *out, const struct str *field, size_t n)
{
	size_t room = n + MEM_PAD;
	char *to;

	for (size_t i = 0; i < n; i++)
		room += field[i].n;
	to = csvout_room(out, room);
	for (size_t i = 0; i < n; i++)
		to = csvout_put_bare(to, field[i]);
	csvout_wrote(out, to - 1, n);
}

/* Fields that need no look, and may be read beyond their ends, are the same as others; of a long one and of an empty one, too. */
static void
bare(void **state)
{
	static const char *const texts[] = {"Mali", "", "0123456789abcdef", "0123456789abcdef0", "a name of more than thirty bytes"};
	char padded[countof(texts)][64 + MEM_PAD] = {""};
	struct str field[countof(texts)];

	(void)state;
	for (size_t i = 0; i < countof(texts); i++)
		field[i] = str_of(strcpy(padded[i], texts[i]));
	for (int i = 0; i < 24; i++) {
		size_t n = countof(texts) - (size_t)i / 8; /* all of them are more than a block */
		struct csvout_part part = {.fields = 0};
		struct csvout_mark mark;
		struct buf got[2];

		for (int k = 0; k < 2; k++) {
			struct sink sink;
			struct csvout *out = sink_open(&sink);

			if (i & 1)
				csvout_excel(out);
			if (i & 2)
				csvout_field(out, S("a"));
			mark = csvout_mark(out);
			for (size_t f = 0; k == 1 && f < n; f++)
				csvout_field(out, field[f]);
			if (k == 0)
				csvout_padded_fields(out, field, n);
			if (i & 4) {
				csvout_take(out, mark, &part);
				if (k == 0 && i % 8 == 4) /* at the beginning of a row, and not for a spreadsheet */
					put_bare(out, field, n);
				else
					csvout_again(out, &part);
			}
			csvout_field(out, field[2]);
			csvout_end(out);
			got[k] = sink_close(&sink);
		}
		assert_true(str_eq(buf_str(&got[0]), buf_str(&got[1])));
		free(got[0].data);
		free(got[1].data);
		free(part.text.data);
	}
}

/* For spreadsheets: what they would run stands behind an apostrophe; numbers, and what only looks alike, do not. */
static void
spreadsheets(void **state)
{
	static const struct str cases[][2] = {
		{STR("=1"), STR("'=1")}, {STR("+a"), STR("'+a")}, {STR("-a"), STR("'-a")}, {STR("@a"), STR("'@a")}, {STR("\ta"), STR("\"'\ta\"")},
		{STR("\ra"), STR("\"'\ra\"")}, {STR("-1.5"), STR("-1.5")}, {STR("+1"), STR("+1")}, {STR("a=1"), STR("a=1")},
		{STR("\0a"), STR("\0a")}, {STR("'a"), STR("'a")},
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf want = {.n = 0}, got;
		struct sink sink;
		struct csvout *out = sink_open(&sink);

		csvout_excel(out);
		csvout_field(out, cases[i][0]);
		csvout_end(out);
		got = sink_close(&sink);
		buf_add(&want, S("\xEF\xBB\xBF"));
		buf_add(&want, cases[i][1]);
		buf_add(&want, S("\r\n"));
		if (!str_eq(buf_str(&got), buf_str(&want)))
			fail_msg("case %zu: %.*s", i, (int)got.n, got.data);
		free(got.data);
		free(want.data);
	}
}

/* A row of these three fields, four times; on the second and third row the first two are taken again, the last is plain. */
static struct buf
three_fields(struct str first, struct str second, bool again, bool excel)
{
	struct csvout_part part[2] = {{.fields = 0}};
	struct sink sink;
	struct csvout *out = sink_open(&sink);

	if (excel)
		csvout_excel(out);
	for (int row = 0; row < 4; row++) {
		for (int i = 0; i < 2; i++) {
			struct csvout_mark mark = csvout_mark(out);

			if (again && (row == 1 || row == 2)) {
				csvout_again(out, &part[i]);
				continue;
			}
			csvout_field(out, i ? second : first);
			csvout_keep(out, mark, &part[i]);
		}
		if (again)
			csvout_plain(out, S("10"));
		else
			csvout_field(out, S("10"));
		csvout_end(out);
	}
	free(part[0].text.data);
	free(part[1].text.data);
	return sink_close(&sink);
}

/* Fields taken again, and plain ones, are the same as fields written each time. */
static void
parts(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(fields) * countof(fields) * 2; i++) {
		struct str first = fields[i / 2 % countof(fields)][0], second = fields[i / 2 / countof(fields)][0];
		struct buf each = three_fields(first, second, false, i % 2), again = three_fields(first, second, true, i % 2);

		assert_true(str_eq(buf_str(&each), buf_str(&again)));
		free(each.data);
		free(again.data);
	}
}

/* Rows that begin with a plain field, of which one has nothing in it and is alone. */
static void
plain_fields(void **state)
{
	struct sink sink;
	struct csvout *out = sink_open(&sink);
	struct buf got;

	(void)state;
	csvout_plain(out, S("2019"));
	csvout_plain(out, S(""));
	csvout_plain(out, S("MLI"));
	csvout_end(out);
	csvout_plain(out, S(""));
	csvout_end(out);
	csvout_plain(out, S(""));
	csvout_field(out, S("a,b"));
	csvout_end(out);
	got = sink_close(&sink);
	assert_true(str_eq(buf_str(&got), S("2019,,MLI\n\"\"\n,\"a,b\"\n")));
	free(got.data);
}

/* Every write ends at a row: a packet socket keeps them apart. And no row waits for ever: full buffers are written. */
static void
writes_end_at_rows(void **state)
{
	struct csvout out;
	struct buf got = {.n = 0};
	int end[2];
	size_t written = 0, packets = 0;
	ssize_t n;

	(void)state;
	assert_return_code(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, end), errno);
	csvout_open(&out, end[1], "standard output");
	for (unsigned i = 0; i < 30000; i++) {
		char text[32];
		struct str row[] = {S("Mali, or so"), {text, (size_t)snprintf(text, sizeof text, "%u", i)}};

		csvout_row(&out, row, 2);
		written += row[0].n + 2 + 1 + row[1].n + 1;
		while ((n = recv(end[0], buf_room(&got, 1 << 20), 1 << 20, MSG_DONTWAIT)) > 0) {
			got.n += (size_t)n;
			packets++;
			assert_int_equal(got.data[got.n - 1], '\n');
		}
		assert_true(written - got.n < 100000);
	}
	csvout_field(&out, S("half a row"));
	assert_true(csvout_close(&out));
	close(end[1]);
	while ((n = recv(end[0], buf_room(&got, 1 << 20), 1 << 20, 0)) > 0) {
		got.n += (size_t)n;
		assert_int_equal(got.data[got.n - 1], '\n');
	}
	assert_int_equal(got.n, written);
	assert_true(packets > 3);
	close(end[0]);
	free(got.data);
}

static void
nothing(int signal)
{
	(void)signal;
}

/* The reader is slow: it takes a few bytes and rests, and holds them against what has to come. */
static pid_t
slow_reader(int end[static 2], struct str row, size_t rows)
{
	pid_t child = fork();

	assert_return_code(child, errno);
	if (child == 0) {
		char text[4000];
		size_t at = 0;
		ssize_t n;

		close(end[1]);
		while ((n = read(end[0], text, sizeof text)) != 0) {
			for (ssize_t i = 0; i < n; i++, at++)
				if (text[i] != row.s[at % row.n])
					_exit(1);
			poll(NULL, 0, 1);
		}
		_exit(at == row.n * rows ? 0 : 2);
	}
	close(end[0]);
	return child;
}

static void
writes_slowly(int flags)
{
	const struct str row[] = {S("Mali"), S("a \"b\""), S("275779")};
	const struct str want = S("Mali,\"a \"\"b\"\"\",275779\n");
	const size_t rows = 20000;
	struct csvout out;
	int end[2], status;
	pid_t child;

	assert_return_code(pipe(end), errno);
	child = slow_reader(end, want, rows);
	assert_return_code(fcntl(end[1], F_SETFL, flags), errno);
	csvout_open(&out, end[1], "standard output");
	for (size_t i = 0; i < rows; i++)
		csvout_row(&out, row, 3);
	assert_true(csvout_close(&out));
	close(end[1]);
	while (waitpid(child, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	assert_int_equal(status, 0);
}

/* Short writes, signals, and a descriptor that does not block. */
static void
interrupted(void **state)
{
	struct sigaction on = {.sa_handler = nothing}, was;
	struct itimerval often = {{0, 500}, {0, 500}}, never = {{0, 0}, {0, 0}};

	(void)state;
	writes_slowly(0);
	assert_return_code(sigaction(SIGALRM, &on, &was), errno);
	assert_return_code(setitimer(ITIMER_REAL, &often, NULL), errno);
	writes_slowly(0);
	writes_slowly(O_NONBLOCK);
	assert_return_code(setitimer(ITIMER_REAL, &never, NULL), errno);
	assert_return_code(sigaction(SIGALRM, &was, NULL), errno);
}

/* Writes much more than a buffer to where nothing goes. */
static void
fails(int fd, const char *name)
{
	struct csvout out;
	const struct str row[] = {S("Mali"), S("275779")};

	csvout_open(&out, fd, name);
	for (size_t i = 0; i < 100000; i++) {
		csvout_row(&out, row, 2);
		assert_true(out.buf.cap < 1 << 20); /* what will never be written is not kept */
	}
	assert_false(csvout_close(&out));
}

static void
full(void)
{
	fails(open("/dev/full", O_WRONLY), "gap.csv");
}

static void
closed(void)
{
	int fd = open("/dev/null", O_WRONLY);

	close(fd);
	fails(fd, "standard output");
}

static void
nobody_reads(void)
{
	int end[2];

	signal(SIGPIPE, SIG_IGN);
	assert_return_code(pipe(end), errno);
	close(end[0]);
	fails(end[1], "standard output");
}

/* Even if the last row is the first one that has to leave the buffer. */
static void
full_at_the_end(void)
{
	struct csvout out;

	csvout_open(&out, open("/dev/full", O_WRONLY), "gap.csv");
	csvout_row(&out, (const struct str[]){S("Mali")}, 1);
	assert_int_equal(diag_status(), STATUS_OK);
	assert_false(csvout_close(&out));
}

static void
errors(void **state)
{
	(void)state;
	assert_int_equal(in_child(full, "poc-tools: error: cannot write gap.csv: No space left on device\n"), STATUS_IO);
	assert_int_equal(in_child(full_at_the_end, "poc-tools: error: cannot write gap.csv: No space left on device\n"), STATUS_IO);
	assert_int_equal(in_child(closed, "poc-tools: error: cannot write standard output: Bad file descriptor\n"), STATUS_IO);
	assert_int_equal(in_child(nobody_reads, "poc-tools: error: cannot write standard output: Broken pipe\n"), STATUS_IO);
	assert_int_equal(diag_status(), STATUS_OK);
}

static void
no_rows(void **state)
{
	struct csvout out;

	(void)state;
	csvout_open(&out, -1, "nothing");
	assert_true(csvout_close(&out)); /* nothing to write, nothing that can fail */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quoting), cmocka_unit_test(long_fields),
		cmocka_unit_test(rows),
		cmocka_unit_test(round_trip),
		cmocka_unit_test(spreadsheets), cmocka_unit_test(together),
		cmocka_unit_test(bare),
		cmocka_unit_test(parts),
		cmocka_unit_test(plain_fields),
		cmocka_unit_test(writes_end_at_rows),
		cmocka_unit_test(interrupted),
		cmocka_unit_test(errors),
		cmocka_unit_test(no_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
