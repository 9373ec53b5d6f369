#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
#include "diag.h"
#include "progress.h"

#define PATIENCE 2000 /* ms before it is drawn by itself */
#define PERIOD 200    /* ms between two drawings */

static struct {
	unsigned long long total, done; /* bytes */
	long long begun;                /* ms */
	bool running;
} run;

/* Set by the signals, seen at the next tick: they interrupt what waits for input. */
static volatile sig_atomic_t due, asked;

static void
on_alarm(int signal)
{
	(void)signal;
	due = 1;
}

static void
on_request(int signal)
{
	(void)signal;
	asked = 1;
}

static long long
now(void)
{
	struct timespec t = {0, 0};

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Catches the signal, unless whoever started the program has it ignored. */
static void
catch_signal(int signal, void (*handler)(int))
{
	struct sigaction act = {.sa_handler = handler}, old;

	sigemptyset(&act.sa_mask);
	if (sigaction(signal, NULL, &old) == 0 && old.sa_handler == SIG_DFL)
		sigaction(signal, &act, NULL);
}

/* Has SIGALRM come after so many ms and then again and again; never, with 0. */
static void
set_timer(long first)
{
	struct itimerval timer = {{0, first ? PERIOD * 1000L : 0}, {first / 1000, first % 1000 * 1000}};

	setitimer(ITIMER_REAL, &timer, NULL);
}

void
progress_start(unsigned long long total, bool at_once)
{
	run.total = total;
	run.begun = now();
	run.running = true;
	catch_signal(SIGUSR1, on_request);
	if (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)) {
		catch_signal(SIGALRM, on_alarm);
		set_timer(at_once ? 1 : PATIENCE);
	}
}

/* Room for a number of any size and its unit. */
#define SHOWN 48

/* Bytes in the largest unit of which there is one: "45.2 MB". Cut, not rounded: nothing is whole before it is. */
static void
show(char to[SHOWN], unsigned long long bytes)
{
	static const char *const unit[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
	unsigned long long one = 1;
	size_t i = 0;

	for (; bytes / one >= 1000 && i + 1 < countof(unit); i++)
		one *= 1000;
	if (i == 0)
		snprintf(to, SHOWN, "%llu B", bytes);
	else
		snprintf(to, SHOWN, "%llu.%llu %s", bytes / one, bytes % one / (one / 10), unit[i]);
}

/* Says how far it is: on a line of its own, or drawn. */
static void
say(bool line)
{
	char done[SHOWN], total[SHOWN] = "", rate[SHOWN], share[SHOWN] = "";
	unsigned long long ms = (unsigned long long)(now() - run.begun);

	show(done, run.done);
	show(rate, ms > 0 ? run.done * 1000 / ms : 0);
	if (run.total > 0 && run.total >= run.done) {
		show(total, run.total);
		snprintf(share, sizeof share, " (%llu %%)", run.done * 100 / run.total);
	}
	(line ? diag_hint : diag_draw)("%s%s%s%s, %s/s", done, *total ? " of " : "", total, share, rate);
}

void
progress_tick(size_t bytes)
{
	run.done += bytes;
	if (asked)
		say(true);
	if (due && run.running)
		say(false);
	due = asked = 0;
}

void
progress_end(void)
{
	set_timer(0);
	run.running = false;
	diag_wipe();
}
