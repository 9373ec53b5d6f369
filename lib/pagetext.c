#include "pagetext.h"

bool
pagetext_is_tidy(struct str text)
{
	bool space = false;

	for (size_t block = 0; block < text.n; block += SCAN_BLOCK) {
		uint64_t mask = scan_within(pagetext_untidy(text.s + block, &space), text.n - block);

		for (; mask; mask &= mask - 1) {
			size_t i = block + scan_first(mask);

			if (pagetext_is_untidy(text.s + i, text.n - i))
				return false;
		}
	}
	return true;
}

struct str
pagetext_clean(struct str text, struct buf *room)
{
	size_t n;

	room->n = 0;
	while (text.n > 0) {
		for (n = 0; n < text.n && str_blank(str_skip(text, n)) == 0; n++)
			;
		buf_add(room, (struct str){text.s, n});
		for (text = str_skip(text, n); (n = str_blank(text)) > 0; text = str_skip(text, n))
			if (room->data[room->n - 1] != ' ')
				buf_byte(room, ' ');
	}
	return buf_str(room);
}
