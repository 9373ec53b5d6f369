/* main FILE...: gives each file to a fuzz target, once; for who has no libFuzzer. The target ends it if something is wrong. */
#include <stdio.h>
#include <stdlib.h>
#include "fuzz.h"

int
main(int argc, char **argv)
{
	struct buf text = {.n = 0};

	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		uint8_t *exact;

		if (!file) {
			perror(argv[i]);
			return 1;
		}
		text.n = 0;
		for (int c; (c = getc(file)) != EOF;)
			buf_byte(&text, (char)c);
		fclose(file);
		/* with nothing behind its end, for AddressSanitizer and the like */
		exact = mem_alloc(text.n, 1);
		if (text.n > 0)
			memcpy(exact, text.data, text.n);
		LLVMFuzzerTestOneInput(exact, text.n);
		free(exact);
	}
	free(text.data);
	return 0;
}
