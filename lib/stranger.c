#include "stranger.h"

#define SHOWN 60 /* bytes of a title or a line that a message has */

static const char robots[] = "a page that keeps robots out; open its address in a browser and save what that shows";
static const char gone[] = "a server's answer that there is no such page; look at the address";
static const char closed[] = "a server's answer that it may not be read; look at the address, or open it in a browser and save "
                             "what that shows";
static const char trouble[] = "a server's answer that it is in trouble; try again later";
static const char login[] = "a page to log in on; log in with a browser and save what that shows";

/* What the title or the first lines of such pages say, in lower case. The first one that is found is taken. */
static const struct {
	struct str phrase;
	const char *what;
} signs[] = {
	/* services that stand before a server: Cloudflare, DataDome, Imperva, AWS, Akamai */
	{STR("just a moment"), robots},
	{STR("attention required! | cloudflare"), robots},
	{STR("checking your browser"), robots},
	{STR("enable javascript and cookies to continue"), robots},
	{STR("please enable js and disable any ad blocker"), robots},
	{STR("pardon our interruption"), robots},
	{STR("incapsula incident"), robots},
	{STR("are you a robot"), robots},
	{STR("are you a human"), robots},
	{STR("verify you are human"), robots},
	{STR("human verification"), robots},
	{STR("ddos protection"), robots},
	{STR("access denied"), closed},
	/* RFC 9110, section 15: names of status codes */
	{STR("not found"), gone},
	{STR("404"), gone},
	{STR("410 gone"), gone},
	{STR("forbidden"), closed},
	{STR("unauthorized"), closed},
	{STR("too many requests"), trouble},
	{STR("internal server error"), trouble},
	{STR("bad gateway"), trouble},
	{STR("service unavailable"), trouble},
	{STR("service temporarily unavailable"), trouble},
	{STR("gateway time"), trouble},
	{STR("maintenance"), trouble},
	{STR("log in"), login},
	{STR("login"), login},
	{STR("sign in"), login},
};

/* Where the phrase, which is in lower case, begins in the text; text.n where it does not stand there. */
static size_t
find(struct str text, struct str phrase)
{
	for (size_t i = 0; i + phrase.n <= text.n; i++) {
		size_t n = 0;

		while (n < phrase.n && str_lower(text.s[i + n]) == phrase.s[n])
			n++;
		if (n == phrase.n)
			return i;
	}
	return text.n;
}

/* The text between <NAME ...> and the next tag; empty where there is none. */
static struct str
element(struct str head, struct str open)
{
	size_t at = find(head, open), n = 0;

	if (at == head.n)
		return S("");
	head = str_skip(head, at);
	while (n < head.n && head.s[n] != '>')
		n++;
	head = str_skip(head, n < head.n ? n + 1 : n);
	for (n = 0; n < head.n && head.s[n] != '<'; n++)
		;
	return str_trim((struct str){head.s, n});
}

/* The first line that is not blank. */
static struct str
first_line(struct str head)
{
	struct str line;

	while (str_split(&head, '\n', &line))
		if (str_trim(line).n > 0)
			return str_trim(line);
	return S("");
}

/* Adds `before`, and the text in quotes, cut at a whole character. */
static void
quote(const char *before, struct str text, struct buf *to)
{
	size_t n = text.n < SHOWN ? text.n : SHOWN;

	while (n < text.n && n > 0 && ((unsigned char)text.s[n] & 0xC0) == 0x80)
		n--;
	buf_add(to, str_of(before));
	buf_add(to, S("\""));
	buf_add(to, (struct str){text.s, n});
	buf_add(to, n < text.n ? S("...\"") : S("\""));
}

bool
stranger_say(struct str head, struct buf *to)
{
	/* what a page is called, and else its first heading; a text has its first line */
	struct str title = element(head, S("<title")), line = first_line(head);
	bool markup = line.n > 0 && line.s[0] == '<';

	if (title.n == 0 && markup)
		title = element(head, S("<h1"));
	if (!markup)
		title = line;
	for (size_t i = 0; i < countof(signs) && title.n > 0; i++) {
		if (find(title, signs[i].phrase) == title.n)
			continue;
		quote("", title, to);
		buf_add(to, S(" seems to be "));
		buf_add(to, str_of(signs[i].what));
		return true;
	}
	/* such pages have no title at times, but the name of the service */
	for (size_t i = 0; i < countof(signs) && title.n == 0 && markup; i++) {
		if (signs[i].what != robots || find(head, signs[i].phrase) == head.n)
			continue;
		buf_add(to, S("this seems to be "));
		buf_add(to, str_of(robots));
		return true;
	}
	if (title.n > 0)
		quote(markup ? "the page is called " : "the input begins ", title, to);
	return false;
}
