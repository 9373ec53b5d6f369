/* csvecho: reads one CSV file through our own reader and writes its records again, as RFC 4180 has them. For tests. */
#include <unistd.h>
#include "csvin.h"
#include "csvout.h"

int
main(void)
{
	struct source src;
	struct csvin in;
	struct csvout out;
	struct cell *cell;
	size_t n;

	diag_program("csvecho");
	source_fd(&src, STDIN_FILENO, "-", NULL);
	csvin_open(&in, &src, ',');
	csvout_open(&out, STDOUT_FILENO, "standard output");
	while (csvin_next(&in, &cell, &n) == READ_OK) {
		for (size_t i = 0; i < n; i++)
			csvout_field(&out, cell[i].text);
		csvout_end(&out);
	}
	csvin_close(&in);
	source_close(&src);
	csvout_close(&out);
	return (int)diag_status();
}
