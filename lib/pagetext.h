/*
 * pagetext: text of a page as a person reads it: every run of blanks, no-break spaces among them, is one space.
 *
 * Texts are looked at in blocks: SCAN_BLOCK bytes behind them may be read.
 */
#ifndef PAGETEXT_H
#define PAGETEXT_H

#include <stdbool.h>
#include <stdint.h>
#include "mem.h"
#include "scan.h"
#include "str.h"

static inline bool
pagetext_is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/*
 * The bytes of a block that may be blanks other than single spaces, and those that end a line: control characters, a space
 * behind a space, and what blanks beyond ASCII begin with, see str_trim(). *space: whether the byte before the block was a
 * space; then its last
 */
static inline uint64_t
pagetext_untidy(const char *p, bool *space)
{
	uint64_t spaces = scan_any(p, "    "), mask = scan_below(p, ' ') | (spaces & ((spaces << 1) | (uint64_t)*space));

	*space = spaces >> (SCAN_BLOCK - 1);
	return scan_ascii(p) ? mask : mask | scan_any(p, "\xC2\xE2\xEF\xEF");
}

/* Whether the byte at p, which may be untidy, begins a blank that is no single space, or may be one. n bytes are there. */
static inline bool
pagetext_is_untidy(const char *p, size_t n)
{
	return pagetext_is_ascii(*p) || str_blank((struct str){p, n}) > 0;
}

/* Whether there is nothing to be cleaned in a text that is trimmed. */
bool pagetext_is_tidy(struct str);
/* The text with its blanks made single spaces, in *room; what that held is gone. */
struct str pagetext_clean(struct str, struct buf *room);

#endif
