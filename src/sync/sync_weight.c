#include "sync/sync_weight.h"

#include "base/limits.h"

enum {
	WEIGHT_PER_BYTE = 4,       /* of a feed: as it came, what was mended of it, and its posts as they go out and come in */
	WEIGHT_PER_POST_BYTE = 16, /* of the longest post: at worst three times as much */
	WEIGHT_SHORT = 64 << 10,   /* shorter posts are all the same */
	WEIGHT_PREFIX = 16,        /* bytes of a longest prefix of a tag */
};

/* Whether this is the end of a post, with or without a prefix: "</item>", "</atom:entry>". */
static bool
is_end(struct str tag)
{
	static const struct str ends[] = { STR_INIT("item>"), STR_INIT("entry>") };
	size_t colon;

	if (!str_starts(tag, "</"))
		return false;
	tag = str_sub(tag, 2, 2 + WEIGHT_PREFIX + sizeof "entry>");
	colon = str_find_char(tag, ':');
	if (colon < tag.n)
		tag = str_sub(tag, colon + 1, tag.n);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (tag.n >= ends[i].n && str_eq(str_sub(tag, 0, ends[i].n), ends[i]))
			return true;
	return false;
}

/* Whether a post ends in a stretch of a feed; most do so near its end. */
static bool
has_end(struct str stretch)
{
	const char *at;

	while (stretch.n && (at = memrchr(stretch.p, '<', stretch.n))) {
		struct str rest = str_sub(stretch, (size_t)(at - stretch.p), stretch.n);

		if (is_end(rest))
			return true;
		stretch.n -= rest.n;
	}
	return false;
}

/* Whether there is one in each stretch of so many bytes. */
static bool
has_ends(struct str feed, size_t bytes)
{
	for (; feed.n > bytes; feed = str_sub(feed, bytes, feed.n))
		if (!has_end(str_sub(feed, 0, bytes)))
			return false;
	return true;
}

/* About how long the longest post is, in powers of two; a page is one, and so is what has no ends that are known. */
static size_t
longest_post(enum record_task task, struct str body)
{
	size_t n = WEIGHT_SHORT;

	if (task != RECORD_FEED)
		return body.n;
	while (n < body.n && n < LIMIT_ITEM_HTML && !has_ends(body, n))
		n *= 2;
	return n < body.n ? n : body.n;
}

static size_t
weight_of(size_t bytes, size_t longest)
{
	size_t weight = WEIGHT_PER_BYTE * bytes + WEIGHT_PER_POST_BYTE * longest;

	return weight < WEIGHT_MOST ? weight : WEIGHT_MOST;
}

size_t
sync_weight(enum record_task task, struct str body)
{
	return weight_of(body.n, longest_post(task, body));
}

size_t
sync_weight_unseen(size_t bytes)
{
	return weight_of(bytes, bytes);
}

size_t
sync_weight_least(size_t bytes)
{
	return weight_of(bytes, bytes < WEIGHT_SHORT ? bytes : WEIGHT_SHORT);
}
