#include "ui/order_words.h"

static const struct two_names names[POSTS_SORTS] = {
	[POSTS_SORT_NEWEST] = { "newest", "최신" },
	[POSTS_SORT_OLDEST] = { "oldest", "오래된" },
	[POSTS_SORT_UNREAD] = { "unread", "안읽음" },
	[POSTS_SORT_FEED] = { "feed", "피드" },
	[POSTS_SORT_TITLE] = { "title", "제목" },
	[POSTS_SORT_TIME] = { "time", "읽는시간" },
	[POSTS_SORT_RANK] = { "rank", "정확도" },
};

const struct two_names *
order_words_at(size_t i)
{
	return i < POSTS_SORTS ? &names[i] : NULL;
}

bool
order_words_find(struct str word, enum posts_sort *ret)
{
	for (size_t i = 0; i < POSTS_SORTS; i++)
		if (two_names_is(&names[i], word)) {
			*ret = (enum posts_sort)i;
			return true;
		}
	return false;
}
