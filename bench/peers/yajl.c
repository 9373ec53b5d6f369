/* Rows of one figure out of what the API answers, with yajl: its callbacks keep what a row needs and write it at the item's end. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <yajl/yajl_parse.h>

enum { YEAR, ORIGIN, ORIGIN_ISO, ASYLUM, ASYLUM_ISO, REF, ASY, RET, IDP, RDP, STA, OOC, OIP, HST, KEYS };

static const struct {
	const char *key, *begin; /* what stands before its figure in a row */
} keys[KEYS] = {
	{"year", ""}, {"coo_name", ""}, {"coo_iso", ""}, {"coa_name", ""}, {"coa_iso", ""},
	{"refugees", ",actual,REF,Refugees,"},
	{"asylum_seekers", ",actual,ASY,Asylum-seekers,"},
	{"returned_refugees", ",actual,RET,Returned refugees,"},
	{"idps", ",actual,IDP,IDPs,"},
	{"returned_idps", ",actual,RDP,Returned IDPs,"},
	{"stateless", ",actual,STA,Stateless,"},
	{"ooc", ",actual,OOC,Others of concern,"},
	{"oip", ",actual,OIP,Other people in need of international protection,"},
	{"hst", ",actual,HST,Host community,"},
};

/* The item that is being read: the texts of its values, put together in `text`. */
static struct {
	char text[8192];
	size_t used, start[KEYS], n[KEYS];
	int key; /* KEYS: none of ours */
	int last;
} item;

static char out[1 << 18];
static size_t filled;

static void
flush(void)
{
	for (size_t done = 0; done < filled; ) {
		ssize_t n = write(1, out + done, filled - done);

		if (n < 0)
			_exit(4);
		done += (size_t)n;
	}
	filled = 0;
}

static void
put(const char *s, size_t n)
{
	memcpy(out + filled, s, n);
	filled += n;
}

/* A field, in quotes if it needs them. */
static void
put_field(const char *s, size_t n)
{
	int quote = 0;

	for (size_t i = 0; i < n && !quote; i++)
		quote = s[i] == ',' || s[i] == '"' || s[i] == '\n' || s[i] == '\r';
	if (!quote) {
		put(s, n);
		return;
	}
	out[filled++] = '"';
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			out[filled++] = '"';
		out[filled++] = s[i];
	}
	out[filled++] = '"';
}

static int
value(const char *s, size_t n)
{
	if (item.key < KEYS && item.used + n <= sizeof item.text) {
		memcpy(item.text + item.used, s, n);
		item.start[item.key] = item.used;
		item.n[item.key] = n;
		item.used += n;
	}
	item.key = KEYS;
	return 1;
}

static int on_string(void *data, const unsigned char *s, size_t n) { (void)data; return value((const char *)s, n); }
static int on_number(void *data, const char *s, size_t n) { (void)data; return value(s, n); }
static int on_null(void *data) { (void)data; return value("", 0); }

static int
on_key(void *data, const unsigned char *s, size_t n)
{
	(void)data;
	/* keys come in the same order in every item: the next one is tried first */
	for (int i = 1; i <= KEYS; i++) {
		int k = (item.last + i) % KEYS;

		if (strlen(keys[k].key) == n && memcmp(keys[k].key, s, n) == 0) {
			item.key = item.last = k;
			return 1;
		}
	}
	item.key = KEYS;
	return 1;
}

static int
on_end(void *data)
{
	static const int places[] = {ASYLUM, ASYLUM_ISO, ORIGIN, ORIGIN_ISO, YEAR};
	size_t begin, begun = 0;

	(void)data;
	for (int k = REF; k < KEYS; k++) {
		const char *s = item.text + item.start[k];

		if (item.n[k] == 0 || (item.n[k] == 1 && (*s == '0' || *s == '-')))
			continue;
		if (filled > sizeof out - 4 * sizeof item.text) {
			flush();
			begun = 0;
		}
		if (begun == 0) {
			begin = filled;
			for (int i = 0; i < 5; i++) {
				if (i)
					out[filled++] = ',';
				put_field(item.text + item.start[places[i]], item.n[places[i]]);
			}
			begun = filled - begin;
		} else {
			put(out + begin, begun);
		}
		put(keys[k].begin, strlen(keys[k].begin));
		put(s, item.n[k]);
		out[filled++] = '\n';
	}
	item.used = 0;
	memset(item.n, 0, sizeof item.n);
	return 1;
}

int
main(void)
{
	static const yajl_callbacks callbacks = {.yajl_null = on_null, .yajl_number = on_number, .yajl_string = on_string,
		.yajl_map_key = on_key, .yajl_end_map = on_end};
	static const char header[] = "operation,iso3,origin,origin_iso3,year,status,code,population_type,persons\n";
	static unsigned char buffer[1 << 18];
	yajl_handle handle = yajl_alloc(&callbacks, NULL, NULL);
	yajl_status status = yajl_status_ok;
	ssize_t n;

	item.key = KEYS;
	put(header, sizeof header - 1);
	while (status == yajl_status_ok && (n = read(0, buffer, sizeof buffer)) > 0)
		status = yajl_parse(handle, buffer, (size_t)n);
	if (status == yajl_status_ok)
		status = yajl_complete_parse(handle);
	flush();
	yajl_free(handle);
	return status == yajl_status_ok ? 0 : 3;
}
