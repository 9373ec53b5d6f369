#include <stdio.h>
#include <stdlib.h>
#include "changes.h"
#include "command.h"

static struct str
key_of(struct changes *c, struct str thing, struct str year)
{
	c->key.n = 0;
	index_part(&c->key, thing);
	index_part(&c->key, year);
	return buf_str(&c->key);
}

void
changes_note(struct changes *c, struct str thing, struct str year, const struct dec *value)
{
	size_t i;
	bool added;

	if (year.n != 4)
		return;
	i = index_add(&c->index, key_of(c, thing, year), &added);
	c->value = mem_grow(c->value, i, &c->cap, sizeof *c->value);
	if (added)
		c->value[i] = (struct changes_value){*value, false};
	else if (dec_cmp(&c->value[i].value, value) != 0)
		c->value[i].twice = true;
}

/* The figure of the year before; NULL where it is not known. */
static const struct dec *
before(struct changes *c, struct str thing, struct str year)
{
	char text[24];
	size_t i;

	if (year.n != 4)
		return NULL;
	memcpy(text, year.s, 4);
	text[4] = '\0';
	snprintf(text, sizeof text, "%04ld", strtol(text, NULL, 10) - 1);
	i = index_find(&c->index, key_of(c, thing, str_of(text)));
	return i == SIZE_MAX || c->value[i].twice ? NULL : &c->value[i].value;
}

void
changes_fields(struct changes *c, struct str thing, struct str year, const struct dec *value)
{
	const struct dec *old = value ? before(c, thing, year) : NULL;
	struct dec change, percent, size = old ? *old : dec_int(0);
	char text[DEC_MAX];
	bool known = old && dec_sub(&change, value, old);

	size.negative = false; /* of a gap that was negative, too, more is a change upwards */
	command_number(known ? &change : NULL);
	if (known && dec_percent(&percent, &change, &size, 2))
		csvout_field(command_output(), (struct str){text, dec_format_fixed(&percent, text)});
	else
		csvout_field(command_output(), S(""));
}

void
changes_free(struct changes *c)
{
	index_free(&c->index);
	free(c->value);
	free(c->key.data);
}
