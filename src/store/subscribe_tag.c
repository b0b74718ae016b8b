#include "store/subscribe_tag.h"

#include "base/tr.h"
#include "store/line_feed.h"
#include "store/subs_line.h"
#include "store/subscribe_impl.h"

/* "a b" */
static void
add_words(struct buf *out, const struct str *tags, size_t n)
{
	for (size_t i = 0; i < n; i++)
		(void)buf_printf(out, "%s%.*s", i ? " " : "", STR(tags[i]));
}

/* The edit of a line by tags, and its element, unless there are none. */
static void
add_edit(struct subscribing *g, const struct listed *feed, enum subs_edit_kind kind, struct str *tags, size_t n)
{
	enum line_feed what = kind == SUBS_EDIT_TAG ? LINE_FEED_TAG : LINE_FEED_UNTAG;
	const struct subs_edit edit = { .kind = kind, .feed = { .url = feed->feed->url, .tags = tags, .n_tags = n } };
	struct buf words = { 0 }, among = { 0 };

	if (!n)
		return;
	add_words(&words, tags, n);
	if (kind == SUBS_EDIT_UNTAG)
		add_words(&among, feed->feed->tags, feed->feed->n_tags);
	line_feed_add_tags(&g->elements, what, feed->uid, feed->feed->url, buf_str(&words), buf_str(&among));
	*vec_add(&g->edits) = edit;
	buf_free(&words);
	buf_free(&among);
}

/* Those that go as the line writes them. */
static void
plan_removed(struct subscribing *g, const struct listed *listed, const struct subscribe_tags *tags)
{
	const struct subs_feed *feed = listed->feed;
	struct str *gone = arena_new(&g->a, struct str, feed->n_tags);
	size_t n = 0;

	for (size_t i = 0; i < feed->n_tags; i++)
		if (subs_line_has_tag(tags->remove, tags->n_remove, feed->tags[i]))
			gone[n++] = feed->tags[i];
	add_edit(g, listed, SUBS_EDIT_UNTAG, gone, n);
}

static void
plan_added(struct subscribing *g, const struct listed *listed, const struct subscribe_tags *tags)
{
	const struct subs_feed *feed = listed->feed;
	struct str *come = arena_new(&g->a, struct str, tags->n_add);
	size_t n = 0;

	for (size_t i = 0; i < tags->n_add; i++)
		if (!subs_line_has_tag(feed->tags, feed->n_tags, tags->add[i]) && !subs_line_has_tag(come, n, tags->add[i]))
			come[n++] = tags->add[i];
	add_edit(g, listed, SUBS_EDIT_TAG, come, n);
}

static int
tag_feed(struct subscribing *g, struct str url, const struct subscribe_tags *tags, struct err *err)
{
	struct listed feed = { 0 };

	for (size_t i = 0; i < g->subs.n && !feed.feed; i++)
		if (str_eq(g->subs.feeds[i].url, url))
			feed.feed = &g->subs.feeds[i];
	if (!feed.feed)
		return err_set(err, ERR_NOT_FOUND, tr("‘%.*s’ is not in %s"), STR(url), g->file.path.p);
	if (subscribe_look_up(g, &feed, err) < 0)
		return -1;
	plan_removed(g, &feed, tags);
	plan_added(g, &feed, tags);
	return subscribe_carry_out(g, &(struct subscribe){ 0 }, err);
}

int
subscribe_tag(struct store *s, struct str url, const struct subscribe_tags *tags, bool *is_changed, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc)
		rc = subscribe_end(&g, tag_feed(&g, url, tags, err), err);
	*is_changed = g.edits.n;
	subscribe_clear(&g);
	return rc;
}
