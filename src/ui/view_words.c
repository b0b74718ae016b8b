#include "ui/view_words.h"

#include "query/query_name.h"

static const struct {
	struct two_names names;
	int state;
	enum sidebar_kind kind;
} views[] = {
	{ { "all", "전체" }, QUERY_ALL, SIDEBAR_ALL }, { { "unread", "안읽음" }, QUERY_UNREAD, SIDEBAR_UNREAD },
	{ { "starred", "별표" }, QUERY_STARRED, SIDEBAR_STARRED },
};

enum { VIEWS = sizeof views / sizeof *views };

const struct two_names *
view_words_at(size_t i)
{
	return i < VIEWS ? &views[i].names : NULL;
}

bool
view_words_find(struct str name, enum sidebar_kind *ret)
{
	const struct query_name *state = query_name_find(QUERY_STATES, name);

	for (size_t i = 0; state && i < VIEWS; i++)
		if (views[i].state == state->code) {
			*ret = views[i].kind;
			return true;
		}
	return false;
}

bool
view_words_find_apart(struct str text, enum sidebar_kind *ret)
{
	return text.n && (unsigned char)*text.p >= 0x80 && view_words_find(text, ret) && *ret == SIDEBAR_UNREAD;
}
