/*
 * flaky: a library to preload. Every read and write of the program moves few bytes (1, 2, 3, 1, ...), and before each of them one
 * is interrupted (EINTR) and one cannot be done now (EAGAIN), as on a descriptor that does not block. (Not so standard error:
 * nobody waits to complain.)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <unistd.h>

static size_t
next(size_t n)
{
	static unsigned turn;
	size_t most = ++turn % 3 + 1;

	return n < most ? n : most;
}

/* Two calls of three fail. */
static int
fails(unsigned *call)
{
	static const int errors[] = {EINTR, EAGAIN, 0};

	errno = errors[(*call)++ % 3];
	return errno != 0;
}

ssize_t
read(int fd, void *to, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);
	static unsigned call;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	return fails(&call) ? -1 : real(fd, to, next(n));
}

ssize_t
write(int fd, const void *from, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);
	static unsigned call;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	return fd != STDERR_FILENO && fails(&call) ? -1 : real(fd, from, next(n));
}

/* Not for ever: a program may also wait for what is ready. */
int
poll(struct pollfd *fd, nfds_t n, int timeout)
{
	static unsigned call;

	(void)timeout;
	if (call++ % 2 == 0) {
		errno = EINTR;
		return -1;
	}
	for (nfds_t i = 0; i < n; i++)
		fd[i].revents = fd[i].events;
	return (int)n;
}
