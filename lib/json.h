/*
 * json: a pull tokenizer for RFC 8259, all of it. One token a call; any number of values may follow one another.
 *
 * Numbers stay as they were written; strings come decoded (they may hold NUL). Texts are borrowed until the next call.
 * Depth and the length of one string or number are bounded.
 */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>
#include "source.h"

#define JSON_DEPTH 1024 /* arrays and objects inside one another */

enum json_token {
	JSON_END, /* of the input, between values */
	JSON_OBJECT,
	JSON_OBJECT_END,
	JSON_ARRAY,
	JSON_ARRAY_END,
	JSON_KEY, /* of an object's member; its value is next */
	JSON_STRING,
	JSON_NUMBER,
	JSON_TRUE,
	JSON_FALSE,
	JSON_NULL,
	JSON_BAD,  /* malformed, reported; final */
	JSON_FAIL, /* the system said no, reported; final */
};

/* What may come next. */
enum {
	EXPECT_TOP,        /* a value, or the end of the input */
	EXPECT_FIRST_ITEM, /* an array's value, or its end */
	EXPECT_ITEM,       /* a value */
	EXPECT_FIRST_KEY,  /* an object's key, or its end */
	EXPECT_KEY,        /* a key */
	EXPECT_COLON,
	EXPECT_NEXT_ITEM,  /* a comma, or the end of the array */
	EXPECT_NEXT_KEY,   /* a comma, or the end of the object */
};

/* Private, all of it. */
struct json {
	struct source *src;
	struct str text;
	struct pos pos;
	size_t depth;
	unsigned char state;
	bool half;
	bool decoded; /* a string has been: its bytes are no longer what they were. For who wonders, and unsets it before */
	enum json_token failed; /* JSON_END: not yet */
	struct json_level {
		size_t line, column; /* where it began */
		bool object;
	} levels[JSON_DEPTH]; /* what is open now: the first `depth` of them */
};

/* Reads from src, which stays the caller's. */
void json_open(struct json *, struct source *src);
void json_close(struct json *);

enum json_token json_next(struct json *);
/* Of the last token: a key's, a string's or a number's text (empty for others), and where it began. */
static inline struct str
json_text(const struct json *j)
{
	return j->text;
}

static inline struct pos
json_pos(const struct json *j)
{
	return j->pos;
}

/*
 * Whether the last token's text holds half a surrogate pair ("\\ud800" alone), which the grammar allows and which is no
 * character: it is given as three bytes, ED A0 80 to ED BF BF, that are not UTF-8.
 */
static inline bool
json_half(const struct json *j)
{
	return j->half;
}

/* How many arrays and objects are open now. */
size_t json_depth(const struct json *);
/*
 * For who reads on by another way (see jsontrail.h). Whether the last token ended a value, after which others may come or,
 * inside an array, have to come behind a comma: whole values with what separates them may then be passed in the source.
 */
static inline bool
json_between(const struct json *j)
{
	return j->failed == JSON_END && (j->state == EXPECT_TOP || j->state == EXPECT_NEXT_ITEM);
}

/* For the same, inside an array: whether its first item comes next; and it has read the next, which ended before `behind`. */
static inline bool
json_first(const struct json *j)
{
	return j->state == EXPECT_FIRST_ITEM;
}

static inline void
json_pass(struct json *j, const char *behind)
{
	j->src->at += behind - j->src->at;
	j->state = EXPECT_NEXT_ITEM;
}

/* Where the number ends that begins at p, as far as the grammar goes; NULL where none stands there. p < end. */
const char *json_number_end(const char *p, const char *end);

/*
 * Reads on to the end of the value that the last token began, for a key: to the end of its member's value. Nothing to do for a
 * string, a number and the like. JSON_END: done; JSON_BAD and JSON_FAIL as above.
 */
enum json_token json_skip(struct json *, enum json_token begun);

#endif
