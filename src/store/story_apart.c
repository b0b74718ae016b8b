#include "store/story_apart.h"

#include "base/clock.h"

enum { DAYS = 14 }; /* between two copies */

/* The host, and on a platform the account. */
static struct str
site_of(struct str link_key)
{
	size_t host = str_find(link_key, str_lit("://")) + 3;
	size_t first = host + str_find_char(str_sub(link_key, host, link_key.n), '/');
	struct str path = str_sub(link_key, first, link_key.n);

	if (!str_starts(path, "/@") && !str_is(str_sub(link_key, host, first), "blog.naver.com"))
		return str_sub(link_key, 0, first);
	return str_sub(link_key, 0, first + 1 + str_find_char(str_sub(path, 1, path.n), '/'));
}

/* Two addresses on one site are two posts, however alike, unless title and second are the same too. */
static bool
are_two_pages(const struct story_post *a, const struct story_post *b)
{
	if (!a->link_key.n || !b->link_key.n || str_eq(a->link_key, b->link_key))
		return false;
	if (a->published != CLOCK_NONE && a->published == b->published && str_eq(a->title, b->title))
		return false;
	return str_eq(site_of(a->link_key), site_of(b->link_key));
}

bool
story_apart_in_time(int64_t one, int64_t other)
{
	const int64_t most = DAYS * INT64_C(86400);

	return one != CLOCK_NONE && other != CLOCK_NONE && (one - other > most || other - one > most);
}

/* Of one feed, posts of one address are one post that came twice: no rivals. */
bool
story_apart(const struct story_post *a, const struct story_post *b)
{
	if (a->feed_id == b->feed_id && a->link_key.n && str_eq(a->link_key, b->link_key))
		return true;
	return story_apart_in_time(a->published, b->published) || (a->feed_id != b->feed_id && are_two_pages(a, b));
}
