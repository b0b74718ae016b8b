#include "store/restore_origin.h"

#include "store/feeds.h"
#include "store/identity.h"
#include "store/line_feed.h"
#include "store/store_impl.h"

bool
restore_origin_is_masked(struct str url)
{
	return str_has(url, ":***@");
}

struct origin *
restore_origin_at(struct origins *o, struct str there)
{
	void **at = map_at(&o->by_uid, there);

	if (!*at) {
		struct origin *feed = arena_new(&o->a, struct origin, 1);

		feed->uid = arena_dup(&o->a, there);
		*at = feed;
		*vec_add(&o->list) = feed;
	}
	return *at;
}

static void
note_address(struct origins *o, const json_t *line, struct str verb)
{
	enum line_feed what = line_feed_of(verb);
	struct str there = line_str(line, "feed"), url = line_str(line, "url");
	bool has_address = what == LINE_SUBSCRIBE || what == LINE_FEED_MOVE || what == LINE_FEED_MOVE_BACK;

	if (has_address && there.n && url.n && !restore_origin_is_masked(url))
		*vec_add(&restore_origin_at(o, there)->urls) = arena_dup(&o->a, url);
}

static void
note_line(struct origins *o, const json_t *line)
{
	struct str verb = line_str(line, "act");
	json_t *feed;
	size_t i;

	note_address(o, line, verb.n ? verb : line_str(line, "do"));
	json_array_foreach(json_object_get(line, "feeds"), i, feed)
		note_address(o, feed, line_str(feed, "do"));
}

/* Looks for the one feed that a statement with a ?1 gives: its id, its address, its state. 1: it is the one. */
static int
look(struct origins *o, enum stmt which, struct str key, struct origin *feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(o->s, which, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	got = stmt_step(o->s, st, err);
	if (got > 0) {
		feed->uid = stmt_str(st, 0, &o->a);
		feed->url = stmt_str(st, 1, &o->a);
		feed->is_settled = feed->url.n && stmt_num(st, 2) != FEEDS_HIDDEN;
	}
	stmt_done(st);
	return got;
}

/* By its addresses, the last one first. */
static int
look_by_url(struct origins *o, enum stmt which, struct origin *feed, struct err *err)
{
	int got = 0;

	for (size_t i = feed->urls.n; i > 0 && !got; i--) {
		struct buf key = { 0 };

		identity_feed(&key, feed->urls.v[i - 1]);
		got = look(o, which, buf_str(&key), feed, err);
		buf_free(&key);
	}
	return got;
}

static int
settle(struct origins *o, struct origin *feed, struct err *err)
{
	int got = look(o, STMT_RESTORE_BY_UID, feed->uid, feed, err);

	if (!got)
		got = look_by_url(o, STMT_RESTORE_BY_URL, feed, err);
	if (!got)
		got = look_by_url(o, STMT_RESTORE_BY_FORMER, feed, err);
	if (got >= 0 && !feed->is_settled && feed->urls.n)
		feed->url = feed->urls.v[feed->urls.n - 1];
	return got < 0 ? -1 : 0;
}

int
restore_origin_read(struct origins *o, struct str lines, struct err *err)
{
	struct str text;

	while (str_line(&lines, &text)) {
		json_t *line = line_parse(text);

		if (line)
			note_line(o, line);
		json_decref(line);
	}
	for (size_t i = 0; i < o->list.n; i++)
		if (settle(o, o->list.v[i], err) < 0)
			return -1;
	return 0;
}

void
restore_origin_free(struct origins *o)
{
	for (size_t i = 0; i < o->list.n; i++)
		vec_free(&o->list.v[i]->urls);
	vec_free(&o->list);
	map_free(&o->by_uid);
	arena_free(&o->a);
}
