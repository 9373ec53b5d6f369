/*
 * fuzz: what the fuzz targets share: an input out of random bytes, reading it in pieces of a chosen size, all that was said
 * meanwhile, and what may be checked of any record. What only one target needs stands in its own file.
 *
 * A target is one function, LLVMFuzzerTestOneInput(). It ends the program with abort() where something is not as it has to be.
 * libFuzzer calls it (tests/fuzz/run), or main.c with the files of tests/fuzz/corpus (tests/fuzz/replay).
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "diag.h"
#include "mem.h"
#include "record.h"
#include "source.h"
#include "str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first two bytes say how the others are read. */
struct fuzz_input {
	size_t piece;    /* how many bytes a read gives at the most: 1 to 16, or 4096 */
	unsigned option; /* the target's to interpret */
	struct str text;
};

/* False: there are no two bytes. */
bool fuzz_input(struct fuzz_input *, const uint8_t *data, size_t size);

/* Reads the source to its end, or its error, and writes down what came out; ends with fuzz_end(). */
typedef void fuzz_reader(struct source *, struct buf *out);

/* What reading ended with. Errors have to be said where it is malformed, and none where it was read to its end. */
void fuzz_end(struct buf *out, enum read);

/* The encoding of the sources; NULL: UTF-8. */
extern const char *fuzz_encoding;

/* The transcript of a text that comes in such pieces, with all that was said at its end. piece 0: whole. */
void fuzz_transcript(fuzz_reader *, struct str text, size_t piece, struct buf *out);
/* The same of a text that lies in memory, with what else is allowed behind it. */
void fuzz_memory(fuzz_reader *, struct str text, struct buf *out);
/* Whether the transcript is the same whole, in pieces of the input's size, and byte by byte. It is left in *out. */
void fuzz_alike(fuzz_reader *, const struct fuzz_input *, struct buf *out);

/* What is written to this descriptor goes to the end of fuzz_written, and nowhere else. */
#define FUZZ_OUT 100001
extern struct buf fuzz_written;

/* Adds to a transcript: as printf does; a text, with its length in front. */
void fuzz_note(struct buf *, const char *fmt, ...) DIAG_PRINTF(2, 3);
void fuzz_text(struct buf *, struct str);
/* The same of all of a record, having checked what it promises. With its places, or only what stands there. */
void fuzz_record(struct buf *, const struct record *, bool places);

/* Whether a text may stand in CSV as it is. */
bool fuzz_bare(struct str);
/* Reads the n bytes behind a text, as who relies on padding does. */
void fuzz_padded(struct str, size_t n);

/* Ends the program, with a word of what is wrong, unless it holds; unless the two are equal. */
void fuzz_check(bool holds, const char *what);
void fuzz_equal(const char *what, struct str want, struct str got);

#endif
