/*
 * feed: gives a text to a reader in pieces of a chosen size, as a slow pipe would, and hears what is said meanwhile. For unit
 * tests.
 */
#ifndef FEED_H
#define FEED_H

#include <stddef.h>
#include "mem.h"
#include "source.h"
#include "str.h"

/* A descriptor from which each read(2) gets at most `chunk` bytes, the next ones of the text; 0: all that fits. Close it. */
int feed(struct str text, size_t chunk);

/* From hear() on, standard error goes to a file. heard() ends that: what was said, until the next hear(). */
void hear(void);
const char *heard(void);

/* The encoding of the sources that the functions below open; NULL: UTF-8. */
extern const char *feed_encoding;

/* Reads the source to its end, or its error, and writes down what came out. */
typedef void feed_reader(struct source *, struct buf *out);

/* A text, what the reader has to write down for it, and what has to be said meanwhile. */
struct feed_case {
	struct str text;
	const char *want, *said;
};

/* Whether the reader does so when the text comes in pieces of 1, 2, 3, 7, 4095, 4096 and 4097 bytes, and whole. */
void feed_gives(feed_reader *, struct str text, struct str want, const char *said);
void feed_all(feed_reader *, const struct feed_case *, size_t n);

/* How a text ends when it is cut behind byte `at`; `whole` is what the reader writes for all of it. */
typedef void feed_cut(size_t at, struct str got, struct str whole, const char *said);
/* Cuts the text behind every byte and gives each beginning to the reader. */
void feed_cuts(feed_reader *, struct str text, feed_cut *);

/* What the function does to the exit status and to standard error (`said`), in a process of its own. */
int in_child(void (*)(void), const char *said);

/* Whether the reader ends with "FAIL" where the system does not let it read: a folder. */
void feed_fails(feed_reader *);

/* n bytes that repeat the text; freed with free(). */
struct str repeated(struct str text, size_t n);

/* Adds to a transcript, as printf does. */
void note(struct buf *, const char *fmt, ...) DIAG_PRINTF(2, 3);

#endif
