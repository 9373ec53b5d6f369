#include <stdlib.h>
#include "country.h"

#define KEY_MAX 96 /* bytes of a key; the longest in the table has 57, and no longer name is known */
#define CODE_LEN 3

struct name {
	struct str key;
	char iso3[CODE_LEN + 1];
};

struct code {
	char iso3[CODE_LEN + 1];
	struct str name;
};

static const struct name names[] = {
#define C(key, iso3) {STR(key), iso3},
#include "country.tbl"
#undef C
};

static const struct code codes[] = {
#define N(iso3, name) {iso3, STR(name)},
#include "countrynames.tbl"
#undef N
};

static int
name_cmp(const void *key, const void *item)
{
	const struct str *k = key;
	const struct name *name = item;

	return str_cmp(*k, name->key);
}

static int
code_cmp(const void *key, const void *item)
{
	const struct code *code = item;

	return memcmp(key, code->iso3, CODE_LEN);
}

/* The entry that has the key of the text; NULL where the table has none. */
static const struct name *
find(struct str text)
{
	char buf[KEY_MAX];
	struct str key = {buf, str_fold(text, buf, sizeof buf)};

	return key.n <= sizeof buf ? bsearch(&key, names, countof(names), sizeof *names, name_cmp) : NULL;
}

static bool
is_article(struct str word)
{
	static const struct str articles[] = {STR("the"), STR("la"), STR("le"), STR("les"), STR("l")};

	for (size_t i = 0; i < countof(articles); i++)
		if (str_folds_to(word, articles[i]))
			return true;
	return false;
}

/* Whether a word ends here: "the Gambia", "l'Ouganda". */
static bool
ends_word(struct str text)
{
	return str_blank(text) > 0 || str_starts(text, S("'")) || str_starts(text, S("\xE2\x80\x99"));
}

/* "Gambia (the)": without the parenthesis if an article is all it holds. What is left of it does not count in a key. */
static struct str
strip_behind(struct str text)
{
	size_t open = text.n;

	if (text.n == 0 || text.s[text.n - 1] != ')')
		return text;
	while (open > 0 && text.s[open - 1] != '(')
		open--;
	return is_article(str_skip(text, open)) ? (struct str){text.s, open} : text;
}

/* "The Gambia", "l'Ouganda": without the first word if that is an article. */
static struct str
strip_front(struct str text)
{
	size_t i = 0;

	while (i < text.n && !ends_word(str_skip(text, i)))
		i++;
	return is_article((struct str){text.s, i}) ? str_skip(text, i) : text;
}

struct str
country_iso3(struct str name)
{
	const struct name *found = find(name);
	struct str stripped;

	if (found == NULL) {
		name = str_trim(name);
		stripped = strip_front(strip_behind(name));
		if (stripped.n < name.n)
			found = find(stripped);
	}
	return found ? (struct str){found->iso3, CODE_LEN} : S("");
}

struct str
country_name(struct str iso3)
{
	char upper[CODE_LEN];
	const struct code *found;

	if (iso3.n != CODE_LEN)
		return S("");
	for (size_t i = 0; i < CODE_LEN; i++)
		upper[i] = (char)(iso3.s[i] >= 'a' && iso3.s[i] <= 'z' ? iso3.s[i] - 'a' + 'A' : iso3.s[i]);
	found = bsearch(upper, codes, countof(codes), sizeof *codes, code_cmp);
	return found ? found->name : S("");
}

bool
country_is_sum(struct str name)
{
	static const struct str words[] = {
		STR("total"), STR("totals"), STR("totalgeneral"), STR("totalgénéral"), STR("grandtotal"), STR("allcountries"),
	};

	for (size_t i = 0; i < countof(words); i++)
		if (str_folds_to(name, words[i]))
			return true;
	return false;
}

void
country_each(void (*fn)(struct str iso3, struct str name, void *), void *arg)
{
	for (size_t i = 0; i < countof(codes); i++)
		fn((struct str){codes[i].iso3, CODE_LEN}, codes[i].name, arg);
}
