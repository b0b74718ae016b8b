#include "sync/subscribed.h"

#include "sync/platform.h"

struct str
subscribed_find(const struct subs *subs, struct str url, struct str but)
{
	struct buf want = { 0 }, have = { 0 };
	struct str ret = STR_NONE;

	platform_identity(&want, url);
	for (size_t i = 0; i < subs->n && !ret.n; i++) {
		buf_clear(&have);
		platform_identity(&have, subs->feeds[i].url);
		if (str_eq(buf_str(&want), buf_str(&have)) && !str_eq(subs->feeds[i].url, but))
			ret = subs->feeds[i].url;
	}
	buf_free(&want);
	buf_free(&have);
	return ret;
}
