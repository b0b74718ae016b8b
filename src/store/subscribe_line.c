#include "store/subscribe_line.h"

#include "base/tr.h"
#include "store/apply_feed.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/subs_place.h"
#include "store/subscribe_impl.h"

static void
note_places(struct subscribing *g, const struct str *urls, size_t n)
{
	struct subs_place *places = arena_new(&g->a, struct subs_place, n);

	subs_place_find(buf_str(&g->file.text), urls, n, places);
	for (size_t i = 0; i < n; i++)
		if (places[i].text.n)
			subs_place_add(&g->lines, urls[i], &places[i]);
}

int
subscribe_line_remove(struct store *s, const struct str *urls, size_t n, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc) {
		note_places(&g, urls, n);
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
subscribe_line_rename(struct store *s, struct str url, struct str name, struct err *err)
{
	struct subscribing g = { .s = s };
	int rc = subscribe_begin(&g, err);

	if (!rc)
		rc = subscribe_end(&g, rename_feed(&g, url, name, err), err);
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

static int
plan_move(struct subscribing *g, struct subscribe_move *move, struct err *err)
{
	struct listed feed = { .feed = find(&g->subs, move->from) };

	move->outcome = !feed.feed ? SUBSCRIBE_NOT_THERE : is_taken(g, move) ? SUBSCRIBE_TAKEN : SUBSCRIBE_MOVED;
	if (move->outcome != SUBSCRIBE_MOVED || str_eq(move->from, move->to))
		return 0;
	if (subscribe_look_up(g, &feed, err) < 0)
		return -1;
	line_feed_add(&g->elements, LINE_FEED_MOVE, feed.uid, move->to, str_lit("from"), move->from);
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
	if (!g->edits.n)
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
