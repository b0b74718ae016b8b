#include "ui/sidebar_count.h"

#include "base/map.h"
#include "store/feeds.h"
#include "store/tag_tree.h"
#include "text/tag.h"
#include "ui/app.h"

static struct sidebar_entry *
find(struct sidebar *b, enum sidebar_kind kind, int64_t feed_id)
{
	int at = sidebar_find(b, kind, STR_NONE, feed_id);

	return at < 0 ? NULL : &b->entries.v[at];
}

static int
count_views(struct sidebar *b, struct app *app, bool is_starred, struct err *err)
{
	const struct posts_view unread = { .is_unread = true }, both = { .is_unread = true, .is_starred = true };
	struct sidebar_entry *row;

	if (posts_count(app->store, &unread, &app->unread, err) < 0)
		return -1;
	if ((row = find(b, SIDEBAR_ALL, 0)))
		row->unread = app->unread;
	if ((row = find(b, SIDEBAR_UNREAD, 0)))
		row->unread = row->total = app->unread;
	row = is_starred ? find(b, SIDEBAR_STARRED, 0) : NULL;
	return row ? posts_count(app->store, &both, &row->unread, err) : 0;
}

/* In a folder that is folded it has no row. */
static int
count_feed(struct sidebar *b, struct app *app, struct arena *a, int64_t id, struct err *err)
{
	struct sidebar_entry *row = find(b, SIDEBAR_FEED, id);
	struct feeds_row feed;

	if (!row)
		return 0;
	if (feeds_get(app->store, a, id, &feed, err) < 0)
		return -1;
	row->unread = feed.unread;
	return 0;
}

static bool
has_tags(const struct sidebar *b)
{
	for (size_t i = 0; i < b->entries.n; i++)
		if (b->entries.v[i].kind == SIDEBAR_TAG || b->entries.v[i].kind == SIDEBAR_FOLDER)
			return true;
	return false;
}

/* Tags, and folders by theirs. */
static int
count_tags(struct sidebar *b, struct app *app, struct arena *a, struct err *err)
{
	struct tag_tree_row *tags;
	struct map by_key = { 0 };
	size_t n;

	if (!has_tags(b))
		return 0;
	if (tag_tree_read(app->store, a, &tags, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*map_at(&by_key, tags[i].key) = &tags[i];
	for (size_t i = 0; i < b->entries.n; i++) {
		struct sidebar_entry *row = &b->entries.v[i];
		const struct tag_tree_row *tag = NULL;

		if (row->kind == SIDEBAR_TAG || row->kind == SIDEBAR_FOLDER)
			tag = map_find(&by_key, tag_key_in(a, row->name));
		if (tag)
			row->unread = tag->all_unread;
	}
	map_free(&by_key);
	return 0;
}

int
sidebar_count_read(struct sidebar *b, struct app *app, const struct posts_row *post, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	if (count_views(b, app, post->is_starred, err) < 0 || count_feed(b, app, &a, post->feed_id, err) < 0 ||
	    count_tags(b, app, &a, err) < 0)
		rc = -1;
	arena_free(&a);
	return rc;
}
