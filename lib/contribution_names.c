#include "contribution_names.h"
#include "country.h"
#include "donor.h"
#include "finance.h"

void
contribution_collapse(struct str name, struct buf *b)
{
	size_t blank;

	for (name = str_trim(name); name.n > 0; name = str_skip(name, blank ? blank : 1)) {
		blank = str_blank(name);
		if (!blank)
			buf_byte(b, name.s[0]);
		else if (b->data[b->n - 1] != ' ')
			buf_byte(b, ' ');
	}
}

/* Adds a recipient: its code, where it is a country. */
static void
add_recipient(struct buf *b, struct str name)
{
	struct str iso3 = country_iso3(name);

	name = str_trim(name);
	if (name.n == 0)
		return;
	if (b->n > 0)
		buf_byte(b, ';');
	if (iso3.n > 0)
		buf_add(b, iso3);
	else
		contribution_collapse(name, b);
}

/* Whether the text is a list of codes with commas between them: in names a comma stands, too. */
static bool
is_list_of_codes(struct str text)
{
	struct str part;

	while (str_split(&text, ',', &part))
		if (str_trim(part).n != 3 || country_name(str_trim(part)).n == 0)
			return false;
	return true;
}

void
contribution_recipients(struct str text, struct buf *room, struct known *found)
{
	const char *between = is_list_of_codes(text) ? ";|," : ";|";

	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && !strchr(between, text.s[n]))
			n++;
		add_recipient(room, (struct str){text.s, n});
		text = str_skip(text, n < text.n ? n + 1 : n);
	}
	found->text = buf_str(room);
}

void
contribution_place(struct str text, struct buf *room, struct known *found)
{
	add_recipient(room, text);
	found->text = buf_str(room);
}

void
contribution_donor(struct str text, struct buf *room, struct known *found)
{
	contribution_collapse(text, room);
	found->text = buf_str(room);
	donor_find(found->text, &found->iso3, &found->type);
}

void
contribution_types(struct str text, struct buf *room, struct known *found)
{
	(void)room;
	found->type = donor_type_of(text);
}

void
contribution_unit(struct str text, struct buf *room, struct known *found)
{
	enum unit unit = unit_of(text);

	(void)room;
	found->text = unit == UNITS ? text : str_of(unit_name(unit));
}
