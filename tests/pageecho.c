/*
 * pageecho: writes what the page reader makes of standard input, which begins as HTML: its lines and items, each on a line of its own.
 * For the tests. The exit status is that of the tools.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "../lib/diag.h"
#include "../lib/page.h"
#include "../lib/source.h"

int
main(void)
{
	struct source src;
	struct page p;
	enum page_block block;

	diag_program("pageecho");
	source_fd(&src, STDIN_FILENO, "standard input", NULL);
	page_open(&p, &src, true);
	while ((block = page_next(&p)) != PAGE_END && block < PAGE_BAD) {
		struct str text = block == PAGE_JSON ? (struct str){p.value.at, (size_t)(p.value.end - p.value.at)} : p.text;

		fwrite(text.s, 1, text.n, stdout);
		putchar('\n');
	}
	page_close(&p);
	source_close(&src);
	if (fflush(stdout) == EOF || ferror(stdout))
		diag_fault(STATUS_IO, "standard output: cannot write: %s", strerror(errno));
	return (int)diag_status();
}
