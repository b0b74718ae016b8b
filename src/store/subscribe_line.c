#include "store/subscribe_line.h"

#include "base/tr.h"
#include "store/adopt.h"
#include "store/apply_feed.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/subs_place.h"
#include "store/subscribe_impl.h"
#include "text/asking.h"
#include "text/url.h"

int
subscribe_line_remove(struct store *s, const struct str *urls, size_t n, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc) {
		subs_place_list(&g.lines, buf_str(&g.file.text), buf_str(&g.file.text), urls, n);
		for (size_t i = 0; i < n; i++)
			*vec_add(&g.edits) = (struct subs_edit){ .kind = SUBS_EDIT_REMOVE, .feed = { .url = urls[i] } };
		rc = subscribe_end(&g, subscribe_carry_out(&g, &(struct subscribe){ 0 }, err), err);
	}
	subscribe_clear(&g);
	return rc;
}

static const struct subs_feed *
find(const struct subs *subs, struct str url)
{
	for (size_t i = 0; i < subs->n; i++)
		if (str_eq(subs->feeds[i].url, url))
			return &subs->feeds[i];
	return NULL;
}

static int
rename_feed(struct subscribing *g, struct str url, struct str name, struct err *err)
{
	struct listed feed = { .feed = find(&g->subs, url) };

	if (!feed.feed)
		return err_set(err, ERR_NOT_FOUND, tr("‘%.*s’ is not in %s"), STR(url), g->file.path.p);
	if (subscribe_look_up(g, &feed, err) < 0)
		return -1;
	if (!str_eq(feed.feed->name, name)) {
		line_feed_add_rename(&g->elements, feed.uid, url, feed.feed->name, name);
		*vec_add(&g->edits) = (struct subs_edit){ .kind = SUBS_EDIT_RENAME, .feed = { .url = url, .name = name } };
	}
	return subscribe_carry_out(g, &(struct subscribe){ 0 }, err);
}

int
subscribe_line_rename(struct store *s, struct str url, struct str name, bool *is_changed, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc)
		rc = subscribe_end(&g, rename_feed(&g, url, subs_name_is_seen(name) ? str_trim(name) : STR_NONE, err), err);
	if (is_changed)
		*is_changed = g.edits.n;
	subscribe_clear(&g);
	return rc;
}

/* Whether a line has that feed, by whatever form of its address; but for the line that moves. */
static bool
is_taken(const struct subscribing *g, const struct subscribe_move *move)
{
	struct buf wanted = { 0 }, key = { 0 };
	bool ret = false;

	identity_feed(&wanted, move->to);
	for (size_t i = 0; i < g->subs.n && !ret; i++) {
		buf_clear(&key);
		identity_feed(&key, g->subs.feeds[i].url);
		ret = str_eq(buf_str(&key), buf_str(&wanted)) && !str_eq(g->subs.feeds[i].url, move->from);
	}
	for (size_t i = 0; i < g->edits.n && !ret; i++) {
		buf_clear(&key);
		identity_feed(&key, g->edits.v[i].to);
		ret = str_eq(buf_str(&key), buf_str(&wanted));
	}
	buf_free(&wanted);
	buf_free(&key);
	return ret;
}

/* The same host and port, or the same host by https from now on. */
static bool
is_same_place(struct str from, struct str to)
{
	struct url old, new;

	if (!url_split(from, &old) || !url_split(to, &new) || !str_eq_icase(old.host, new.host) || !str_eq(old.port, new.port))
		return false;
	return str_eq_icase(old.scheme, new.scheme) || (str_is_icase(new.scheme, "https") && !new.port.n);
}

/* Whether a password or the like, which the old place alone may have, would go to another one with it. */
static bool
is_bound(const struct subs_feed *feed, struct str to)
{
	for (size_t i = 0; i < feed->n_options; i++)
		if (asking_is_own(feed->options[i].key))
			return !is_same_place(feed->url, to);
	return false;
}

static enum subscribe_moved
move_outcome(const struct subscribing *g, const struct subs_feed *feed, const struct subscribe_move *move)
{
	if (str_eq(move->from, move->to))
		return SUBSCRIBE_SAME;
	if (is_taken(g, move))
		return SUBSCRIBE_TAKEN;
	return url_is_web(move->to) && is_bound(feed, move->to) ? SUBSCRIBE_BOUND : SUBSCRIBE_MOVED; /* what is no address is refused later */
}

/* From an address that is not subscribed any more to one that is already: the posts alone go there. */
static int
plan_adopt(struct subscribing *g, struct subscribe_move *move, struct err *err)
{
	struct listed feed = { .feed = find(&g->subs, move->to) };
	size_t before = g->elements.n;

	move->outcome = SUBSCRIBE_NOT_THERE;
	if (!feed.feed)
		return 0;
	if (subscribe_look_up(g, &feed, err) < 0 ||
	    adopt_make(g->s, &(struct adopt){ .feed = feed.id, .uid = feed.uid, .url = move->from }, &g->elements, &g->parts, err) < 0)
		return -1;
	if (g->elements.n > before)
		move->outcome = SUBSCRIBE_MOVED;
	return 0;
}

static int
plan_move(struct subscribing *g, struct subscribe_move *move, struct err *err)
{
	struct listed feed = { .feed = find(&g->subs, move->from) };

	if (!feed.feed)
		return plan_adopt(g, move, err);

	move->outcome = move_outcome(g, feed.feed, move);
	if (move->outcome != SUBSCRIBE_MOVED)
		return 0;
	if (subscribe_look_up(g, &feed, err) < 0)
		return -1;
	line_feed_add(&g->elements, LINE_FEED_MOVE, feed.uid, move->to, str_lit("from"), move->from);
	if (adopt_make(g->s, &(struct adopt){ .feed = feed.id, .uid = feed.uid, .url = move->to }, &g->elements, &g->parts, err) < 0)
		return -1;
	*vec_add(&g->edits) = (struct subs_edit){ .kind = SUBS_EDIT_MOVE, .feed = { .url = move->from }, .to = move->to };
	return 0;
}

/* The cache has the new addresses first: else it would take them for other feeds. */
static int
move_feeds(struct subscribing *g, struct subscribe_move *moves, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (plan_move(g, &moves[i], err) < 0)
			return -1;
	if (!g->elements.n)
		return 0;
	if (subs_edit_make(&g->file, g->edits.v, g->edits.n, err) < 0 || apply_feed_text(g->s, buf_str(&g->elements), err) < 0)
		return -1;
	return subscribe_carry_out(g, &(struct subscribe){ 0 }, err);
}

int
subscribe_line_move(struct store *s, struct subscribe_move *moves, size_t n, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc)
		rc = subscribe_end(&g, move_feeds(&g, moves, n, err), err);
	subscribe_clear(&g);
	return rc;
}
