#include "sync/subscribed.h"

#include "sync/platform.h"

/* A line of the file. */
struct subscribed_line {
	struct str url;
	struct subscribed_line *next; /* of the same feed */
};

/* Where the lines of the feed of url are. */
static void **
feed_at(struct subscribed *s, struct str url)
{
	struct buf key = { 0 };
	void **ret;

	platform_identity(&key, url);
	ret = map_at(&s->feeds, buf_str(&key));
	buf_free(&key);
	return ret;
}

static void
note(struct subscribed *s, struct str url)
{
	struct subscribed_line *line = arena_new(&s->arena, struct subscribed_line, 1);
	void **at = feed_at(s, url);

	*line = (struct subscribed_line){ arena_dup(&s->arena, url), *at };
	*at = line;
}

/* From the last line on: the first one of a feed is what is found. */
static void
fill(struct subscribed *s)
{
	for (size_t i = s->subs->n; i > 0 && !s->is_filled; i--)
		note(s, s->subs->feeds[i - 1].url);
	s->is_filled = true;
}

void
subscribed_add(struct subscribed *s, struct str url)
{
	fill(s);
	note(s, url);
}

struct str
subscribed_find(struct subscribed *s, struct str url, struct str but)
{
	const struct subscribed_line *line;

	fill(s);
	for (line = *feed_at(s, url); line; line = line->next)
		if (!str_eq(line->url, but))
			return line->url;
	return STR_NONE;
}

void
subscribed_free(struct subscribed *s)
{
	map_free(&s->feeds);
	arena_free(&s->arena);
}
