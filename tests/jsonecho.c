/*
 * jsonecho: writes the one JSON text of standard input to standard output again, without blanks. For the tests.
 *
 * Numbers stay as they were written; strings are escaped only where they must be. The exit status is that of the tools:
 * 3 for what is no JSON text, 4 where the system said no.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "../lib/diag.h"
#include "../lib/json.h"
#include "../lib/source.h"

/* Half a surrogate pair, as the reader gives it. */
static bool
is_half(struct str text)
{
	return text.n >= 3 && (unsigned char)text.s[0] == 0xED && (unsigned char)text.s[1] >= 0xA0;
}

/* Writes it as its escape; how many bytes it has behind the first. */
static size_t
put_half(struct str text)
{
	printf("\\u%04X", 0xD000 | ((unsigned)text.s[1] & 0x3F) << 6 | ((unsigned)text.s[2] & 0x3F));
	return 2;
}

static void
put_string(struct str text)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	size_t i;

	putchar('"');
	for (i = 0; i < text.n; i++) {
		const char *found = memchr(from, text.s[i], sizeof from - 1);

		if (found)
			printf("\\%c", to[found - from]);
		else if ((unsigned char)text.s[i] < 0x20)
			printf("\\u%04X", (unsigned)text.s[i]);
		else if (is_half(str_skip(text, i)))
			i += put_half(str_skip(text, i));
		else
			putchar(text.s[i]);
	}
	putchar('"');
}

static void
put(enum json_token token, struct str text)
{
	static const char *const fixed[] = {
		[JSON_OBJECT] = "{", [JSON_OBJECT_END] = "}", [JSON_ARRAY] = "[", [JSON_ARRAY_END] = "]",
		[JSON_TRUE] = "true", [JSON_FALSE] = "false", [JSON_NULL] = "null",
	};

	if (token == JSON_NUMBER)
		fwrite(text.s, 1, text.n, stdout);
	else if (token == JSON_STRING || token == JSON_KEY)
		put_string(text);
	else
		fputs(fixed[token], stdout);
	if (token == JSON_KEY)
		putchar(':');
}

static bool
opens(enum json_token token)
{
	return token == JSON_OBJECT || token == JSON_ARRAY || token == JSON_KEY;
}

/* Copies the text, and sees that it is one; diag keeps what went wrong. */
static void
echo(struct json *j)
{
	enum json_token token, last = JSON_END;
	size_t depth = 0;

	for (; (token = json_next(j)) < JSON_BAD && token != JSON_END; last = token) {
		if (last != JSON_END && depth == 0) {
			diag_error(STATUS_BAD, json_pos(j), "expected the end of the input, found a second value");
			return;
		}
		if (last != JSON_END && !opens(last) && token != JSON_OBJECT_END && token != JSON_ARRAY_END)
			putchar(',');
		put(token, json_text(j));
		depth = json_depth(j);
	}
	if (token != JSON_END)
		return;
	if (last == JSON_END)
		diag_error(STATUS_BAD, json_pos(j), "expected a value, found the end of the input");
	else
		putchar('\n');
}

int
main(void)
{
	static struct json j;
	struct source src;

	diag_program("jsonecho");
	if (source_fd(&src, STDIN_FILENO, "standard input", NULL)) {
		json_open(&j, &src);
		echo(&j);
		json_close(&j);
		source_close(&src);
	}
	if (fflush(stdout) == EOF || ferror(stdout))
		diag_fault(STATUS_IO, "standard output: cannot write: %s", strerror(errno));
	return (int)diag_status();
}
