#include "store/retag_feeds.h"

#include "base/map.h"
#include "store/line_feed.h"
#include "store/line_tag.h"
#include "store/store_impl.h"
#include "store/subs_line.h"
#include "store/subscribe_impl.h"
#include "text/tag.h"

struct retagging {
	struct retag_feeds *done;
	struct retag_plan *plan;
	struct subscribing g;
	struct map seen; /* keys of the tags that were counted */
};

/* What changes in one line. */
struct changed {
	struct subs_feed moved, gone; /* tags that get another name; those that go, also as the line has the new one already */
	struct buf to;                /* "a b", for the ones that move */
};

/* Whether a line has that name, and keeps it. */
static bool
keeps(const struct retagging *t, const struct subs_feed *feed, struct str name)
{
	return subs_line_has_tag(feed->tags, feed->n_tags, name) && !subs_has_tag(&name, 1, t->plan->old);
}

static bool
is_on_a_line(const struct retagging *t, struct str name)
{
	for (size_t i = 0; i < t->g.subs.n; i++)
		if (keeps(t, &t->g.subs.feeds[i], name))
			return true;
	return false;
}

/* A name that posts have too is counted with theirs. */
static int
count(struct retagging *t, struct str name, struct str to, struct err *err)
{
	struct retag_tag tag = { .to_key = tag_key_in(&t->g.a, to) };
	struct str key = tag_key_in(&t->g.a, name);
	void **at = map_at(&t->seen, key);

	if (*at || retag_plan_moves(t->plan, key))
		return 0;
	*at = t;
	t->done->tags++;
	if (to.n && retag_plan_look(t->plan, t->g.s, &tag, err) < 0)
		return -1;
	t->done->joined += to.n && (tag.joins || is_on_a_line(t, to));
	return 0;
}

static int
take_tag(struct retagging *t, const struct subs_feed *feed, struct str tag, struct changed *c, struct err *err)
{
	struct str to;
	bool is_of_it;

	if (retag_plan_name(t->plan, tag, &is_of_it, &to, err) < 0)
		return -1;
	if (!is_of_it || str_eq(tag, to))
		return 0;
	if (!to.n || keeps(t, feed, to))
		c->gone.tags[c->gone.n_tags++] = tag;
	else {
		c->moved.tags[c->moved.n_tags++] = tag;
		(void)buf_printf(&c->to, "%s%.*s", c->to.n ? " " : "", STR(to));
	}
	return count(t, tag, to, err);
}

/* "a b" */
static struct str
words(struct arena *a, const struct subs_feed *feed)
{
	struct buf out = { 0 };
	struct str ret;

	for (size_t i = 0; i < feed->n_tags; i++)
		(void)buf_printf(&out, "%s%.*s", i ? " " : "", STR(feed->tags[i]));
	ret = arena_dup(a, buf_str(&out));
	buf_free(&out);
	return ret;
}

/* What goes goes first: one that moves may take its name. */
static void
add_edits(struct retagging *t, const struct listed *feed, const struct changed *c)
{
	struct arena *a = &t->g.a;
	struct str to = arena_dup(a, buf_str(&c->to)), gone = words(a, &c->gone);

	if (c->gone.n_tags)
		*vec_add(&t->g.edits) = (struct subs_edit){ .kind = SUBS_EDIT_UNTAG, .feed = c->gone };
	if (c->moved.n_tags) {
		*vec_add(&t->g.edits) = (struct subs_edit){ .kind = SUBS_EDIT_RETAG, .feed = c->moved, .to = to };
		line_feed_add_retag(&t->g.elements, feed->uid, feed->feed->url, words(a, &c->moved), to, gone);
	} else
		line_feed_add_tags(&t->g.elements, LINE_FEED_UNTAG, feed->uid, feed->feed->url, gone, words(a, feed->feed));
	t->done->feeds++;
}

static int
take_feed(struct retagging *t, const struct subs_feed *feed, struct err *err)
{
	struct str *tags = arena_new(&t->g.a, struct str, 2 * feed->n_tags);
	struct changed c = { { .url = feed->url, .tags = tags }, { .url = feed->url, .tags = tags + feed->n_tags }, { 0 } };
	struct listed listed = { .feed = feed };
	bool is_changed;
	int rc = 0;

	for (size_t i = 0; i < feed->n_tags && !rc; i++)
		rc = take_tag(t, feed, feed->tags[i], &c, err);
	is_changed = !rc && c.gone.n_tags + c.moved.n_tags;
	if (is_changed)
		rc = subscribe_look_up(&t->g, &listed, err);
	if (!rc && is_changed)
		add_edits(t, &listed, &c);
	buf_free(&c.to);
	return rc;
}

static int
carry_out(struct retagging *t, struct err *err)
{
	if (retag_plan_make(t->plan, t->g.s, &t->g.subs, err) < 0)
		return -1;
	for (size_t i = 0; i < t->g.subs.n; i++)
		if (take_feed(t, &t->g.subs.feeds[i], err) < 0)
			return -1;
	if (!t->g.edits.n)
		return 0;
	line_tag_add(&t->g.as, t->plan->old, t->plan->new);
	return subscribe_carry_out(&t->g, &(struct subscribe){ 0 }, err);
}

int
retag_feeds_run(struct retag_feeds *ret, struct retag_plan *p, struct store *s, struct err *err)
{
	struct retagging t = { .done = ret, .plan = p, .g = { .s = s } };
	int rc = subscribe_begin(&t.g, err);

	*ret = (struct retag_feeds){ 0 };
	if (!rc)
		rc = subscribe_end(&t.g, carry_out(&t, err), err);
	ret->first = t.g.first;
	map_free(&t.seen);
	subscribe_clear(&t.g);
	return rc;
}
