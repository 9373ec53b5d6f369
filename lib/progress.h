/*
 * progress: how far the reading of the inputs is, on standard error, for a person who waits: bytes, their share where the size
 * is known, and the rate. One line that is drawn over itself, and wiped before anything else is said and at the end.
 *
 * It is drawn only where standard error is a terminal and standard output is not: never into a pipe or a log, nor between rows.
 * SIGUSR1 has it printed once, as a line of its own, wherever standard error goes.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* The reading begins. total: the bytes of all inputs; 0: not known. It is drawn at once, or else after 2 seconds. */
void progress_start(unsigned long long total, bool at_once);

/* So many bytes more were read, or none: time has passed. To be called around whatever may take its time. */
void progress_tick(size_t bytes);

/* The reading has ended: what was drawn is wiped. */
void progress_end(void);

#endif
