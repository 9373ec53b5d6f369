/*
 * confine: what is left to a filter once it reads: to read, write and allocate. Whatever an input may talk the program into, it
 * opens no file, reaches no network and starts no program from then on.
 *
 * On Linux by seccomp and Landlock, without a library. What is refused fails with EPERM, ioctl with ENOTTY; nothing is killed.
 * Where the kernel has neither, or something watches the program that needs more (sanitizers, valgrind), nothing is confined
 * and nothing is said: the tools do the same with and without it.
 */
#ifndef CONFINE_H
#define CONFINE_H

#include <stdbool.h>

/*
 * Called when a file was opened, before its first byte is read; only the first call, and the first one without `more`, do
 * something. more: others are still to be opened, for reading only. folder: where the temporary file of the output lies, which
 * may be renamed or removed there; NULL: there is none.
 */
void confine(bool more, const char *folder);

#endif
