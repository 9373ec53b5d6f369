/*
 * measure RUNS INPUT OUTPUT COMMAND [ARGUMENT]...: runs COMMAND that often, one after the other, INPUT on its standard input and
 * OUTPUT on its standard output (a file, or | for a pipe that is read and forgotten). Prints what the runs took together, as
 * WALL USER SYSTEM in seconds, the most memory that one of them held, in kB, and the last status that was not 0, or 0.
 *
 * A program of its own, and a small one: what a process holds counts from its parent's memory on.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static char scratch[1 << 16];

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Starts the command; its output can be read from *from, if that is not -1. 0, or why not. */
static int
start(pid_t *pid, const char *input, const char *output, char **command, int *from)
{
	posix_spawn_file_actions_t files;
	int ends[2] = {-1, -1}, why;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0);
	if (strcmp(output, "|") != 0)
		posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	else if (pipe2(ends, O_CLOEXEC) == 0)
		posix_spawn_file_actions_adddup2(&files, ends[1], 1);
	why = posix_spawnp(pid, command[0], &files, NULL, command, environ);
	posix_spawn_file_actions_destroy(&files);
	if (ends[1] >= 0)
		close(ends[1]);
	*from = ends[0];
	return why;
}

int
main(int argc, char **argv)
{
	double wall = 0, user = 0, system = 0;
	long most = 0;
	int status = 0;

	if (argc < 5)
		return fprintf(stderr, "usage: measure RUNS INPUT OUTPUT COMMAND [ARGUMENT]...\n"), 2;
	for (long runs = strtol(argv[1], NULL, 10); runs > 0; runs--) {
		struct rusage used;
		int from, ended;
		pid_t pid;
		double begun = now();
		int why = start(&pid, argv[2], argv[3], argv + 4, &from);

		if (why != 0)
			return fprintf(stderr, "measure: %s: %s\n", argv[4], strerror(why)), 127;
		while (from >= 0 && read(from, scratch, sizeof scratch) > 0)
			continue;
		if (from >= 0)
			close(from);
		if (wait4(pid, &ended, 0, &used) != pid)
			return perror("measure"), 2;
		wall += now() - begun;
		user += seconds(used.ru_utime);
		system += seconds(used.ru_stime);
		if (used.ru_maxrss > most)
			most = used.ru_maxrss;
		if (ended != 0)
			status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
	}
	printf("%.6f %.6f %.6f %ld %d\n", wall, user, system, most, status);
	return 0;
}
