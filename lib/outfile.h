/*
 * outfile: a file that is replaced as a whole, or not at all.
 *
 * A temporary file beside it is written, synced and renamed over it; it gets the old one's mode, and goes when the program ends
 * before that, by a signal, too. What is no regular file (a device, a pipe) is written directly. A symbolic link is followed:
 * what it points to is replaced. One at a time.
 */
#ifndef OUTFILE_H
#define OUTFILE_H

#include <stdbool.h>

struct outfile {
	int fd;       /* to write to */
	char *folder; /* where the temporary file lies; NULL where the file is written directly */
	/* private */
	char *path, *temporary; /* temporary: NULL as folder */
};

/* False: reported. */
bool outfile_open(struct outfile *, const char *path);
/* Puts the new file in place (keep), or removes it and leaves the old one alone. Errors are reported. */
void outfile_close(struct outfile *, bool keep);

#endif
