#include "jsonplain.h"
#include "jsonvalue.h"

static enum read
result(enum json_token token)
{
	return token == JSON_BAD ? READ_BAD : token == JSON_FAIL ? READ_FAIL : READ_OK;
}

enum read
jsonvalue_next(struct json *json, enum json_token *token)
{
	*token = json_next(json);
	if (json_half(json)) {
		diag_error(STATUS_BAD, json_pos(json), "a text with half a surrogate pair (\\ud800 to \\udfff alone): it is no character");
		return READ_BAD;
	}
	return result(*token);
}

enum read
jsonvalue_skip(struct json *json, enum json_token token)
{
	return result(json_skip(json, token));
}

bool
jsonvalue_single(enum json_token token)
{
	return token >= JSON_STRING && token <= JSON_NULL;
}

enum cell_kind
jsonvalue_kind(enum json_token token)
{
	return token == JSON_STRING ? CELL_TEXT : token == JSON_NUMBER ? CELL_NUMBER : token == JSON_NULL ? CELL_NULL : CELL_OTHER;
}

struct str
jsonvalue_text(const struct json *json, enum json_token token)
{
	return token == JSON_TRUE ? S("true") : token == JSON_FALSE ? S("false") : json_text(json);
}

size_t
jsonvalue_list(struct json *json, struct cell *cell, size_t most, struct pos *at)
{
	const char *p = json->src->at, *end = json->src->end, *begun;

	if (!json_first(json) && *p++ != ',')
		return 0;
	begun = p;
	if (*p++ != '[')
		return 0;
	for (size_t n = 0; n < most && p < end; p++) {
		p = jsonplain_value(p, end, &cell[n++]);
		if (!p || p >= end)
			return 0;
		if (*p == ']') {
			*at = source_pos(json->src, begun);
			json_pass(json, p + 1);
			return n;
		}
		if (*p != ',')
			return 0;
	}
	return 0;
}

enum read
jsonvalue_refuse(const struct json *json, const char *what, const char *among)
{
	diag_error(STATUS_BAD, json_pos(json), "%s among %s: the array is no table", what, among);
	return READ_BAD;
}
