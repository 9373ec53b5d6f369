/* What libcsv takes to read CSV, and nothing else: callbacks that do nothing, reads of 256 KiB. */
#include <csv.h>
#include <stdio.h>
#include <unistd.h>

static void field(void *s, size_t n, void *data) { (void)s, (void)n, (void)data; }
static void row(int c, void *data) { (void)c, (void)data; }

int
main(void)
{
	static char buffer[1 << 18];
	struct csv_parser p;
	ssize_t n;

	if (csv_init(&p, CSV_STRICT) != 0)
		return 4;
	while ((n = read(0, buffer, sizeof buffer)) > 0)
		if (csv_parse(&p, buffer, (size_t)n, field, row, NULL) != (size_t)n)
			return fprintf(stderr, "libcsv: %s\n", csv_strerror(csv_error(&p))), 3;
	csv_fini(&p, field, row, NULL);
	csv_free(&p);
	return n < 0 ? 4 : 0;
}
