/*
 * gap_plain: gap-calc as a plain filter: any CSV passes through, all its columns, with the gap between two of them behind.
 */
#ifndef GAP_PLAIN_H
#define GAP_PLAIN_H

#include <stdbool.h>
#include "gap.h"

/* Reads all inputs; need and have are names of columns. wanted tells whether a row is to be printed. */
void gap_plain(const char *need, const char *have, bool (*wanted)(const struct amount *need, const struct amount *have));

#endif
