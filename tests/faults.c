/*
 * faults: a library to preload. Lets one thing that the program asks for fail, or all from then on, as FAULT says:
 *
 *     FAULT=alloc:7      the 7th allocation          FAULT=alloc:7+     the 7th, and all behind it
 *     FAULT=read:2:EIO   the 2nd read                FAULT=write:1:ENOSPC, open:, mkstemp:, fchmod:, fsync:, rename:, close: the same;
 *                                                    close: of what is written to, finish: of anything else
 *
 * or has the program killed, as nobody can prevent:
 *
 *     FAULT=kill:9       before the 9th of all these calls, and of unlink; allocations are none, for they leave nothing behind
 *     FAULT=cut:2        in the middle of the 2nd write
 *     FAULT=term:9       behind the 9th of all these calls, by SIGTERM, which it may tidy up after
 *
 * A byte on descriptor 7 tells that it came so far. Standard error is spared, for that is where it has to be told.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t), *__libc_calloc(size_t, size_t);

static struct {
	char call[16];
	unsigned long at, seen;
	int on, error;
} fault;

static const struct {
	const char *name;
	int error;
} errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR}, {"EAGAIN", EAGAIN}, {"EPIPE", EPIPE}, {"EACCES", EACCES},
              {"ENOMEM", ENOMEM}, {"EDQUOT", EDQUOT}, {"EPERM", EPERM}};

__attribute__((constructor)) static void
begin(void)
{
	const char *what = getenv("FAULT"), *number;
	char *rest;

	if (!what || !(number = strchr(what, ':')) || (size_t)(number - what) >= sizeof fault.call)
		return;
	memcpy(fault.call, what, (size_t)(number - what));
	fault.at = strtoul(number + 1, &rest, 10);
	fault.on = *rest == '+';
	rest += fault.on;
	fault.error = ENOMEM;
	for (size_t i = 0; *rest == ':' && i < sizeof errors / sizeof *errors; i++)
		if (strcmp(rest + 1, errors[i].name) == 0)
			fault.error = errors[i].error;
}

/* Whether this call is the one that FAULT means, or one from then on. */
static int
meant(const char *call)
{
	if (!fault.at || strcmp(fault.call, call) != 0)
		return 0;
	fault.seen++;
	if (fault.seen != fault.at && !(fault.on && fault.seen > fault.at))
		return 0;
	if (fault.seen == fault.at && syscall(SYS_write, 7, "x", 1) != 1)
		_exit(99);
	return 1;
}

/* Whether this call is to fail; errno says how. */
static int
fails(const char *call)
{
	if (strcmp(call, "alloc") != 0 && meant("kill"))
		raise(SIGKILL);
	if (!meant(call))
		return 0;
	errno = fault.error;
	return 1;
}

/* What the call has given, when it is through. */
static long
through(long given)
{
	int error = errno;

	if (meant("term"))
		raise(SIGTERM);
	errno = error;
	return given;
}

/*
 * From the program's end on nothing fails any more: what a build for coverage does then is none of its doings. Its own end comes
 * through exit(), too.
 */
void
exit(int status)
{
	void (*real)(int);

	fault.at = 0;
	*(void **)&real = dlsym(RTLD_NEXT, "exit");
	real(status);
	_exit(status);
}

static int (*program)(int, char **, char **);

static int
run(int argc, char **argv, char **environment)
{
	exit(program(argc, argv, environment));
}

int
__libc_start_main(int (*begin)(int, char **, char **), int argc, char **argv, void (*init)(void), void (*fini)(void),
                  void (*rtld_fini)(void), void *stack)
{
	int (*real)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

	*(void **)&real = dlsym(RTLD_NEXT, "__libc_start_main");
	program = begin;
	return real(run, argc, argv, init, fini, rtld_fini, stack);
}

void *malloc(size_t n) { return fails("alloc") ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return fails("alloc") ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return fails("alloc") ? NULL : __libc_realloc(p, n); }

/* The system's own, under the name `real`. */
#define REAL(name) static __typeof__(&name) real; if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

/* Where the output goes. A program that is confined may not ask the system for that. */
static int output = STDOUT_FILENO;

ssize_t
read(int fd, void *to, size_t n)
{
	REAL(read);
	return fails("read") ? -1 : through(real(fd, to, n));
}

ssize_t
write(int fd, const void *from, size_t n)
{
	REAL(write);
	if (fd != STDERR_FILENO && meant("cut")) {
		if (real(fd, from, n / 2) >= 0)
			raise(SIGKILL);
		_exit(99);
	}
	if (fd == STDERR_FILENO)
		return real(fd, from, n);
	return fails("write") ? -1 : through(real(fd, from, n));
}

int
fsync(int fd)
{
	REAL(fsync);
	return fails("fsync") ? -1 : (int)through(real(fd));
}

int
rename(const char *from, const char *to)
{
	REAL(rename);
	return fails("rename") ? -1 : (int)through(real(from, to));
}

int
fchmod(int fd, mode_t mode)
{
	REAL(fchmod);
	return fails("fchmod") ? -1 : (int)through(real(fd, mode));
}

int
mkstemp(char *name)
{
	REAL(mkstemp);
	return fails("mkstemp") ? -1 : (output = (int)through(real(name)));
}

int
unlink(const char *path)
{
	REAL(unlink);
	return fails("unlink") ? -1 : (int)through(real(path));
}

int
close(int fd)
{
	REAL(close);
	return fails(fd == output ? "close" : "finish") ? -1 : (int)through(real(fd));
}

int
open(const char *path, int flags, ...)
{
	REAL(open);
	va_list ap;
	int mode;

	va_start(ap, flags);
	mode = flags & O_CREAT ? va_arg(ap, int) : 0;
	va_end(ap);
	return fails("open") ? -1 : (int)through(real(path, flags, mode));
}

/* The same, as glibc's checks have it where a compiler does not see the flags. */
int __open_2(const char *path, int flags);
int
__open_2(const char *path, int flags)
{
	return open(path, flags);
}
