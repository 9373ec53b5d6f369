#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>
#include "feed.h"

const char *feed_encoding;

static const size_t chunks[] = {1, 2, 3, 7, 4095, 4096, 4097, 0};

/* Sends pieces until they are all gone or, unless it waits, the socket is full: what is left. */
static struct str
give(int fd, struct str text, size_t chunk, int flags)
{
	while (text.n > 0) {
		size_t n = text.n < chunk ? text.n : chunk;

		if (send(fd, text.s, n, MSG_NOSIGNAL | flags) < 0)
			break;
		text = str_skip(text, n);
	}
	return text;
}

/* A packet socket: one read gets one packet, so pieces are never joined on the way. What it does not hold, a child sends. */
int
feed(struct str text, size_t chunk)
{
	static pid_t child = -1;
	int end[2];

	if (chunk == 0 || chunk > 65536)
		chunk = 65536;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, end) != 0)
		abort();
	text = give(end[1], text, chunk, MSG_DONTWAIT);
	if (text.n > 0) {
		if (child > 0)
			waitpid(child, NULL, WNOHANG);
		child = fork();
		if (child == -1)
			abort();
		if (child == 0) {
			close(end[0]);
			give(end[1], text, chunk, 0);
			_exit(0);
		}
	}
	close(end[1]);
	return end[0];
}

static FILE *ear;
static int mouth = -1;

void
hear(void)
{
	if (mouth != -1) /* a test failed meanwhile: that was heard, too */
		fputs(heard(), stderr);
	if (!ear)
		ear = tmpfile();
	assert_non_null(ear);
	assert_return_code(ftruncate(fileno(ear), 0), errno);
	assert_return_code(lseek(fileno(ear), 0, SEEK_SET), errno);
	mouth = dup(STDERR_FILENO);
	assert_return_code(mouth, errno);
	assert_return_code(dup2(fileno(ear), STDERR_FILENO), errno);
}

const char *
heard(void)
{
	static char said[8192];
	ssize_t n;

	assert_return_code(dup2(mouth, STDERR_FILENO), errno);
	close(mouth);
	mouth = -1;
	n = pread(fileno(ear), said, sizeof said - 1, 0);
	assert_true(n >= 0);
	said[n] = '\0';
	return said;
}

void
note(struct buf *b, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	assert_in_range(n, 0, sizeof text - 1);
	buf_add(b, (struct str){text, (size_t)n});
}

/* What the reader makes of the text; what was said meanwhile lasts until the next hear(). */
static const char *
read_it(feed_reader *reader, struct str text, size_t chunk, struct buf *out)
{
	struct source src;
	int fd = feed(text, chunk);

	out->n = 0;
	hear();
	assert_true(source_fd(&src, fd, "in", feed_encoding));
	reader(&src, out);
	source_close(&src);
	close(fd);
	return heard();
}

/* A text for a message: its beginning. */
#define SHOW(str) (int)((str).n < 2000 ? (str).n : 2000), (str).n ? (str).s : ""

void
feed_gives(feed_reader *reader, struct str text, struct str want, const char *said)
{
	struct buf out = {.n = 0};

	for (size_t i = 0; i < countof(chunks); i++) {
		const char *says = read_it(reader, text, chunks[i], &out);

		if (!str_eq(buf_str(&out), want))
			fail_msg("\n%.*s\nin pieces of %zu gave\n%.*s\ninstead of\n%.*s\n%s", SHOW(text), chunks[i], SHOW(buf_str(&out)),
			         SHOW(want), says);
		if (strcmp(says, said) != 0)
			fail_msg("\n%.*s\nin pieces of %zu said\n%s\ninstead of\n%s", SHOW(text), chunks[i], says, said);
	}
	free(out.data);
}

void
feed_all(feed_reader *reader, const struct feed_case *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		feed_gives(reader, c[i].text, str_of(c[i].want), c[i].said ? c[i].said : "");
}

void
feed_cuts(feed_reader *reader, struct str text, feed_cut *check)
{
	struct buf whole = {.n = 0}, out = {.n = 0};

	read_it(reader, text, 0, &whole);
	for (size_t n = 0; n < text.n; n++) {
		const char *said = read_it(reader, (struct str){text.s, n}, n % 8, &out);

		check(n, buf_str(&out), buf_str(&whole), said);
	}
	free(whole.data);
	free(out.data);
}

int
in_child(void (*does)(void), const char *said)
{
	int status;
	pid_t child;
	const char *says;

	hear();
	fflush(NULL); /* or the child would print it again */
	child = fork();
	assert_return_code(child, errno);
	if (child == 0) {
		does();
		exit((int)diag_status());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	says = heard();
	if (strcmp(says, said) != 0)
		fail_msg("said\n%s\ninstead of\n%s", says, said);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static feed_reader *of_a_folder;

static void
read_folder(void)
{
	struct source src;
	struct buf out = {.n = 0};
	int fd = open("/", O_RDONLY);

	assert_return_code(fd, errno);
	assert_true(source_fd(&src, fd, "in", NULL));
	of_a_folder(&src, &out);
	assert_true(out.n >= 4);
	assert_memory_equal(out.data + out.n - 4, "FAIL", 4);
	source_close(&src);
	free(out.data);
	close(fd);
}

void
feed_fails(feed_reader *reader)
{
	of_a_folder = reader;
	assert_int_equal(in_child(read_folder, "poc-tools: in: error: this is a directory; name the files in it, as in DIRECTORY/*\n"), STATUS_IO);
	assert_int_equal(diag_status(), STATUS_OK);
}

struct str
repeated(struct str text, size_t n)
{
	char *p = mem_alloc(n, 1);

	for (size_t i = 0; i < n; i++)
		p[i] = text.s[i % text.n];
	return (struct str){p, n};
}
