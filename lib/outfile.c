#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "diag.h"
#include "mem.h"
#include "outfile.h"

#define TEMPORARY ".poc-tools.XXXXXX"

/* The temporary file that is to go when the program ends before it is in place; there is one at the most. */
static char *volatile leftover;

static void
remove_leftover(void)
{
	if (leftover)
		unlink(leftover);
}

static void
on_signal(int signal)
{
	remove_leftover();
	(void)raise(signal); /* with its default action: the handler was for once */
}

/*
 * However the program ends, the temporary file goes: by itself, or by a signal that persons, shells and limits send. SIGALRM is
 * progress's, and behind a crash nothing is to be relied on.
 */
static void
clean_up_at_end(char *path)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGUSR2, SIGXCPU, SIGXFSZ};
	struct sigaction act = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND}, old;

	leftover = path;
	if (atexit(remove_leftover) != 0) {
		remove_leftover();
		diag_die(STATUS_IO, "out of memory: a function to call at the end");
	}
	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < countof(signals); i++)
		if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(signals[i], &act, NULL);
}

/* Makes it under a name that nobody has. A signal that comes meanwhile waits until the file would go. */
static int
make_temporary(char *path)
{
	sigset_t all, before;
	int fd;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	fd = mkstemp(path);
	if (fd >= 0)
		clean_up_at_end(path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return fd;
}

static void
complain(const char *path, const char *what)
{
	diag_error(STATUS_IO, (struct pos){path, 0, 0}, "%s: %s", what, strerror(errno));
}

/* The mode that a new file gets: umask has no reading without setting. */
static mode_t
default_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* Where a link points to whose target is still to be made; freed with free(). NULL: it is no link. */
static char *
link_target(const char *path)
{
	char target[4096];
	ssize_t n = readlink(path, target, sizeof target);
	const char *slash = strrchr(path, '/');
	struct buf b = {NULL, 0, 0};

	if (n <= 0 || n == sizeof target)
		return NULL;
	if (target[0] != '/' && slash)
		buf_add(&b, (struct str){path, (size_t)(slash + 1 - path)});
	buf_add(&b, (struct str){target, (size_t)n});
	buf_byte(&b, '\0');
	return b.data;
}

bool
outfile_open(struct outfile *out, const char *path)
{
	struct stat st;
	bool exists = stat(path, &st) == 0;
	char *real = exists ? realpath(path, NULL) : link_target(path);
	const char *slash;
	size_t n;

	*out = (struct outfile){.path = real ? real : mem_copy(str_of(path)), .fd = -1};
	if (exists && !S_ISREG(st.st_mode)) {
		if ((out->fd = open(path, O_WRONLY)) < 0)
			complain(path, "cannot open for writing");
		return out->fd >= 0;
	}
	if (exists && !real) {
		/* not the link is to be replaced, but what it points to */
		complain(path, "cannot find out where it lies");
		return false;
	}
	/* beside it, under a name of its own: the file's may be as long as a name can be */
	slash = strrchr(out->path, '/');
	n = slash ? (size_t)(slash + 1 - out->path) : 0;
	out->temporary = mem_alloc(n + sizeof TEMPORARY, 1);
	memcpy(out->temporary, out->path, n);
	memcpy(out->temporary + n, TEMPORARY, sizeof TEMPORARY);
	out->folder = mem_copy(slash ? (struct str){out->path, n} : S("."));
	if ((out->fd = make_temporary(out->temporary)) < 0) {
		complain(path, "cannot make a file beside it");
		return false;
	}
	/* what it permits, not whom it would run as: its owner may be another one now */
	if (fchmod(out->fd, exists ? st.st_mode & 0777 : default_mode()) != 0) {
		complain(path, "cannot set the mode of the new file");
		outfile_close(out, false);
		return false;
	}
	return true;
}

void
outfile_close(struct outfile *out, bool keep)
{
	if (out->temporary && keep && fsync(out->fd) != 0) {
		complain(out->path, "cannot write to the disk");
		keep = false;
	}
	if (close(out->fd) != 0 && keep) {
		complain(out->path, "cannot write");
		keep = false;
	}
	if (out->temporary && keep && rename(out->temporary, out->path) != 0) {
		complain(out->path, "cannot put the new file in place");
		keep = false;
	}
	if (out->temporary && !keep)
		unlink(out->temporary);
	leftover = NULL;
	free(out->temporary);
	free(out->folder);
	free(out->path);
}
