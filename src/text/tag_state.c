#include "text/tag_state.h"

#include "base/tr.h"

static const struct {
	const char *word;
	enum tag_state state;
	bool is_on;
} states[] = {
	{ "read", TAG_STATE_READ, true }, { "unread", TAG_STATE_READ, false },
	{ "star", TAG_STATE_STAR, true }, { "starred", TAG_STATE_STAR, true }, { "unstar", TAG_STATE_STAR, false },
	{ "hide", TAG_STATE_HIDE, true }, { "hidden", TAG_STATE_HIDE, true }, { "unhide", TAG_STATE_HIDE, false },
	{ "읽음", TAG_STATE_READ, true }, { "안읽음", TAG_STATE_READ, false },
	{ "별표", TAG_STATE_STAR, true }, { "별표해제", TAG_STATE_STAR, false },
	{ "숨김", TAG_STATE_HIDE, true }, { "숨김해제", TAG_STATE_HIDE, false },
};

enum { STATES = sizeof states / sizeof *states };

bool
tag_state(struct str word, enum tag_state *state, bool *is_on)
{
	for (size_t i = 0; i < STATES; i++)
		if (str_is_icase(word, states[i].word)) {
			*state = states[i].state;
			*is_on = states[i].is_on;
			return true;
		}
	return false;
}

int
tag_state_apart(struct str typed, struct str *name, struct err *err)
{
	bool is_sure = str_starts(typed, "#"), is_on;
	enum tag_state state;

	if (!is_sure && tag_state(typed, &state, &is_on))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ says what a post is; a tag of that name is written ‘#%.*s’"), STR(typed), STR(typed));
	*name = str_sub(typed, is_sure, typed.n);
	return 0;
}

const char *
tag_state_word(size_t i)
{
	return i < STATES ? states[i].word : NULL;
}
