#include "sync/sync_full.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/vec.h"
#include "store/feeds.h"
#include "store/full_retry.h"
#include "store/full_wanted.h"
#include "sync/fulltext_need.h"
#include "text/url_platform.h"

/* A feed in a run. */
struct blog {
	struct sync_wish wish;
	bool is_asked;
	bool is_known;          /* facts has been read */
	struct full_feed facts;
	size_t pages;           /* that are asked for in this run */
};

/* A post whose page is to be asked for. */
struct turn {
	int64_t post;
	bool is_anew;           /* a text is there */
	size_t place;           /* among those of its host or platform */
	size_t at;              /* among all, newest first */
};

struct run {
	const struct sync_full *full;
	struct arena arena;
	struct map feeds;       /* struct blog by id, in bytes */
	struct map places;      /* size_t: pages of a host or platform that are asked for */
	vec(int64_t) wanted;    /* of the look */
	vec(struct turn) turns; /* what is to be asked for */
	vec(int64_t) ids;
	vec(int64_t) done;      /* that are wanted no more */
};

/* ---- the feeds */

/* NULL for one that is no longer subscribed. */
static struct blog *
feed_of(const struct run *run, int64_t id)
{
	return map_find(&run->feeds, map_number(&id));
}

static int
read_feeds(struct run *run, struct err *err)
{
	const struct sync_full *full = run->full;
	struct map lines = { 0 };
	struct feeds_row *rows;
	size_t n;

	if (feeds_list(full->store, &run->arena, &rows, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < full->subs->n; i++)
		*map_at(&lines, full->subs->feeds[i].url) = &full->subs->feeds[i];
	for (size_t i = 0; i < n; i++) {
		struct blog *feed = arena_new(&run->arena, struct blog, 1);

		*feed = (struct blog){ .wish = sync_wish_of(map_find(&lines, rows[i].url), &full->rules->wish),
			.is_asked = !full->opts->n_only };
		*map_at(&run->feeds, arena_dup(&run->arena, map_number(&rows[i].id))) = feed;
	}
	for (size_t i = 0; i < full->sum->total; i++) {
		struct blog *feed = feed_of(run, full->asked[i]->id);

		if (feed)
			feed->is_asked = true;
	}
	map_free(&lines);
	return 0;
}

/* ---- what has come */

/* Whether a post of a feed that is to be judged needs its page; of a first sync only the newest are looked at. */
static int
needs(struct run *run, const struct full_look *look, struct blog *feed, const struct full_fresh *post, bool *ret, struct err *err)
{
	struct arena a = { 0 };
	struct str text;
	int rc;

	if (!feed->is_known && full_look_feed(run->full->store, look, post->feed, &feed->facts, err) < 0)
		return -1;
	feed->is_known = true;
	*ret = false;
	if (feed->facts.is_first && post->rank > LIMIT_FULL_FIRST)
		return 0;
	rc = full_look_text(run->full->store, &a, post->post, &text, err);
	if (!rc)
		*ret = fulltext_need(&feed->facts, post->letters, teaser_end_of(text));
	arena_free(&a);
	return rc;
}

static int
take(struct run *run, struct full_look *look, const struct full_fresh *post, struct err *err)
{
	struct blog *feed = feed_of(run, post->feed);
	bool is_wanted = feed && feed->wish.full == SYNC_FULL_ALWAYS;

	if (!is_wanted && !look->from && post->rank >= LIMIT_FULL_FIRST)
		full_look_enough(look);
	if (feed && feed->wish.full == SYNC_FULL_AUTO && post->letters < FULL_LOOK_LONG &&
		needs(run, look, feed, post, &is_wanted, err) < 0)
		return -1;
	if (is_wanted)
		*vec_add(&run->wanted) = post->post;
	return 0;
}

static int
look_through(struct run *run, struct err *err)
{
	struct store *s = run->full->store;
	struct full_look look;
	struct full_fresh post;
	int got;

	if (full_look_begin(s, &look, err) < 0)
		return -1;
	if (look.from == look.to)
		return 0;
	while ((got = full_look_next(s, &look, &post, err)) > 0)
		if (take(run, &look, &post, err) < 0)
			return -1;
	if (got < 0 || full_wanted_add(s, run->wanted.v, run->wanted.n, FULL_BY_FEED, err) < 0)
		return -1;
	return full_look_end(s, &look, err);
}

/* ---- what is asked for now */

/* Whether it is waited for in vain: hidden, read, no longer wished, there, or given up. */
static bool
is_done(const struct blog *feed, const struct full_wanted *w)
{
	if (!feed || !w->is_shown || (w->is_there && !w->is_anew))
		return true;
	if (w->by != FULL_BY_RULE && feed->wish.full == SYNC_FULL_NEVER)
		return true;
	if (w->by == FULL_BY_FEED && w->is_read)
		return true;
	return w->fails >= full_retry_max(w->how);
}

static bool
is_due(const struct run *run, const struct full_wanted *w)
{
	const int64_t now = clock_now();

	if (w->held_until > now && w->held_until - now <= LIMIT_HELD_S)
		return false;
	return run->full->opts->is_forced || !w->fails || full_retry_is_due(w->how, w->fails, w->tried, now);
}

/* Takes a turn, where its feed and its place have room for one more. */
static void
take_turn(struct run *run, struct blog *feed, const struct full_wanted *w)
{
	size_t **place = (size_t **)map_at(&run->places, url_platform(w->host));

	if (!*place)
		*place = arena_new(&run->arena, size_t, 1);
	if (run->turns.n >= LIMIT_FULL_RUN || **place >= LIMIT_FULL_HOST || feed->pages >= (w->is_unlucky ? 1 : LIMIT_FULL_FEED))
		return;
	feed->pages++;
	*vec_add(&run->turns) = (struct turn){ w->post, w->is_there, (**place)++, run->turns.n };
}

/* What is to be fetched anew stands first; else a place after the other, so that none keeps the others waiting. */
static int
by_turn(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;

	if (one->is_anew != other->is_anew)
		return other->is_anew - one->is_anew;
	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	return one->at < other->at ? -1 : one->at > other->at;
}

static int
pick(struct run *run, struct err *err)
{
	struct full_wanted *list;
	size_t n;

	if (full_wanted_list(run->full->store, &run->arena, &list, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		struct blog *feed = feed_of(run, list[i].feed);

		if (is_done(feed, &list[i]))
			*vec_add(&run->done) = list[i].post;
		else if (feed->is_asked && is_due(run, &list[i]))
			take_turn(run, feed, &list[i]);
	}
	if (run->turns.n)
		qsort(run->turns.v, run->turns.n, sizeof *run->turns.v, by_turn);
	return full_wanted_drop(run->full->store, run->done.v, run->done.n, err);
}

/* ---- the run */

static bool
is_over(void *user)
{
	const struct sync_full *full = ((const struct run *)user)->full;

	return full->is_over(full->trip);
}

static void
tell(void *user, size_t done, size_t total)
{
	const struct sync_opts *opts = ((const struct run *)user)->full->opts;

	if (opts->state)
		opts->state(opts->user, SYNC_STEP_TEXTS, done, total);
}

static void
notice(void *user, const char *text)
{
	const struct sync_opts *opts = ((const struct run *)user)->full->opts;

	if (opts->notice)
		opts->notice(opts->user, text);
}

static int
fetch(struct run *run, struct err *err)
{
	const struct sync_full *full = run->full;
	struct fulltext_opts opts = full->rules->fulltext;

	for (size_t i = 0; i < run->turns.n; i++) {
		*vec_add(&run->ids) = run->turns.v[i].post;
		opts.n_forced += run->turns.v[i].is_anew;
	}
	if (!run->ids.n)
		return 0;
	opts.ids = run->ids.v;
	opts.n = run->ids.n;
	opts.is_over = is_over;
	opts.state = tell;
	opts.notice = notice;
	opts.user = run;
	return fulltext_run(full->store, &opts, &full->sum->texts, err);
}

/* Samples have no pages; without rules, which a config file may have, nothing is done beside the cache. */
static bool
is_wanted(const struct sync_full *full)
{
	const struct sync_sum *sum = full->sum;

	return full->rules->notify && !full->opts->samples && !full->is_over(full->trip) && (!sum->failed || sum->ok || sum->same);
}

static void
release(struct run *run)
{
	map_free(&run->feeds);
	map_free(&run->places);
	vec_free(&run->wanted);
	vec_free(&run->turns);
	vec_free(&run->ids);
	vec_free(&run->done);
	arena_free(&run->arena);
}

int
sync_full_look(const struct sync_full *full, struct err *err)
{
	struct run run = { .full = full };
	int rc = 0;

	if (is_wanted(full))
		rc = read_feeds(&run, err) < 0 || look_through(&run, err) < 0 ? -1 : 0;
	release(&run);
	return rc;
}

int
sync_full_run(const struct sync_full *full, struct err *err)
{
	struct run run = { .full = full };
	int rc;

	if (!is_wanted(full))
		return 0;
	rc = read_feeds(&run, err) < 0 || look_through(&run, err) < 0 || pick(&run, err) < 0 || fetch(&run, err) < 0 ? -1 : 0;
	release(&run);
	return rc;
}
