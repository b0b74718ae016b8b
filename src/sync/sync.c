#include "sync/sync.h"

#include <signal.h>
#include <stdint.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "net/fetch.h"
#include "store/feeds_fetch.h"
#include "store/trace.h"
#include "store/young.h"
#include "sync/platform.h"
#include "sync/sync_ask.h"
#include "sync/sync_begin.h"
#include "sync/sync_end.h"
#include "sync/sync_lock.h"
#include "sync/sync_offer.h"
#include "sync/sync_patience.h"
#include "sync/sync_pick.h"
#include "sync/sync_pool.h"
#include "sync/sync_rest.h"
#include "sync/sync_store.h"
#include "sync/sync_trip.h"
#include "text/feed_why.h"
#include "text/url.h"

enum {
	SYNC_WAIT_MS = 500,
	SYNC_SOCKETS = 16,
	SYNC_ANSWERS = 16,   /* taken before the workers have their turn */
	SYNC_ROOM = 2 << 20, /* bytes of bodies that are held at once */
	SYNC_MANY = 8,       /* feeds that are worth all workers from the beginning */
};

/* Set by a signal. */
static volatile sig_atomic_t sync_is_stopped;

void
sync_stop(void)
{
	sync_is_stopped = 1;
	fulltext_stop();
}

/* 304: the validators it came with, or those we asked with. */
static int
on_same(struct trip *trip, size_t visit, const struct fetch_answer *answer, struct err *err)
{
	const struct feeds_row *feed = trip->feeds[visit];
	struct feeds_fetch fetch = {
		.status = answer->status,
		.etag = answer->etag.n ? answer->etag : feed->etag,
		.last_modified = answer->last_modified.n ? answer->last_modified : feed->last_modified,
		.moved_to = answer->moved_to,
		.held_until = CLOCK_NONE, .fresh_s = answer->fresh_s,
	};

	if (feeds_fetched(trip->store, trip->feeds[visit]->id, &fetch, err) < 0)
		return sync_trip_fail_store(trip, visit, &fetch, answer->wire_bytes, err);
	sync_trip_tell(trip, visit, (struct sync_event){ .outcome = SYNC_SAME, .code = answer->status, .bytes = answer->wire_bytes }, STR_NONE);
	return 0;
}

/* A body: to the workers, unless it is the last one once more. */
static int
on_body(struct trip *trip, size_t visit, const struct fetch_answer *answer, struct err *err)
{
	struct sync_job *job = sync_pool_job();
	struct arena *a = &job->arena;
	int rc;

	job->visit = visit;
	job->bytes = answer->wire_bytes;
	job->url = arena_dup(a, answer->url);
	job->content_type = arena_dup(a, answer->content_type);
	job->fetch = (struct feeds_fetch){
		.status = answer->status,
		.etag = arena_dup(a, answer->etag), .last_modified = arena_dup(a, answer->last_modified),
		.moved_to = arena_dup(a, answer->moved_to),
		.held_until = CLOCK_NONE, .fresh_s = answer->fresh_s,
	};
	fetch_take_body(trip->fetch, &job->body);
	job->coding = answer->coding;
	rc = sync_store_know(trip->store, trip->feeds[visit], job, trip->opts->is_forced, err);
	if (!rc) {
		sync_pool_add(trip->pool, job);
		return 0;
	}
	sync_pool_free_job(job);
	return rc < 0 ? -1 : on_same(trip, visit, answer, err);
}

static int
on_answer(struct trip *trip, const struct fetch_answer *answer, struct err *err)
{
	size_t visit = (size_t)((const struct feeds_row **)answer->user - trip->feeds);

	if (answer->class == FETCH_HELD) {
		sync_trip_leave(trip, visit);
		return 0;
	}
	if (answer->class != FETCH_OK)
		return sync_trip_fail_fetch(trip, visit, answer, err);
	return answer->status == 304 ? on_same(trip, visit, answer, err) : on_body(trip, visit, answer, err);
}

/* text: in more words than the code has; NULL for none. */
static int
fail_job(struct trip *trip, struct sync_job *job, const char *why, const char *text, struct err *err)
{
	return sync_trip_fail(trip, job->visit, (struct sync_event){ .stage = "parse", .why = str_of(why), .text = text, .bytes = job->bytes },
		&job->fetch, err);
}

/* No feed came; where it was a page, the feeds that it names are offered. */
static int
fail_problem(struct trip *trip, struct sync_job *job, struct err *err)
{
	struct page_links links = { 0 };
	const struct feeds_row *feed = trip->feeds[job->visit];
	bool is_login = job->problem == FEED_IS_HTML && job->article.kind == PAGE_LOGIN;
	const char *why = is_login ? "login" : client_problem_code(job->problem);
	struct sync_event event = { .stage = "parse", .why = str_of(why), .bytes = job->bytes, .feeds = &links };
	struct buf text = { 0 };
	int rc;

	(void)buf_puts(&text, feed_why_plain(why));
	sync_offer(&text, job, feed, &trip->subscribed, &links);
	event.text = buf_cstr(&text);
	if (job->problem == FEED_IS_HTML && links.n)
		event.why = arena_printf(&job->arena, "%s %.*s", sync_offer_code(feed), STR(links.v[0].url));
	rc = sync_trip_fail_parse(trip, job, event, err);
	buf_free(&text);
	return rc;
}

/* It came, and cannot be unpacked, or is too much then. */
static int
fail_packed(struct trip *trip, struct sync_job *job, struct err *err)
{
	struct str why = job->unpacked == UNPACK_LARGE ? arena_printf(&job->arena, "large %zu", job->body.max >> 10) : str_lit("unpack");

	job->fetch.status = 0;
	return sync_trip_fail(trip, job->visit, (struct sync_event){ .stage = "fetch", .why = why, .bytes = job->bytes }, &job->fetch, err);
}

/* The worker did not come through with it. */
static int
fail_worker(struct trip *trip, struct sync_job *job, struct err *err)
{
	const char *why = job->err.code == ERR_LIMIT ? "work" : job->err.code == ERR_FORMAT ? "crash" : "unread";

	return fail_job(trip, job, why, job->err.text, err);
}

/* A feed that was read waits until it is stored with others. */
static int
on_job(struct trip *trip, struct sync_job *job, struct err *err)
{
	int rc;

	if (job->problem == FEED_OK && !job->posts.n && (job->feed.repairs & FEED_FIX_TRUNCATED))
		job->problem = FEED_BROKEN; /* it broke off before the first post */
	if (!unpack_is_readable(job->unpacked))
		rc = fail_packed(trip, job, err);
	else if (job->is_failed)
		rc = fail_worker(trip, job, err);
	else if (job->problem != FEED_OK)
		rc = fail_problem(trip, job, err);
	else if (platform_is_nobody(trip->feeds[job->visit]->url, job->feed.title, job->posts.n))
		rc = fail_job(trip, job, "nobody", NULL, err);
	else
		return sync_store_add(&trip->ready, job, trip->feeds[job->visit]);
	sync_pool_free_job(job);
	return rc;
}

static void
tell_stored(struct trip *trip, const struct sync_stored *one)
{
	bool is_new = one->count.added || one->count.changed;
	struct buf name = { 0 };

	feeds_fetch_name(&name, &one->job->feed);
	sync_rest_add(&trip->rest, one->count.added + one->count.changed);
	sync_trip_tell(trip, one->job->visit, (struct sync_event){ .outcome = is_new ? SYNC_OK : SYNC_SAME, .code = one->job->fetch.status,
		.bytes = one->job->bytes, .count = one->count }, buf_str(&name));
	buf_free(&name);
}

/* Stores what waits for it, and tells of it when it is stored. */
static int
store_ready(struct trip *trip, struct err *err)
{
	struct sync_store *ready = &trip->ready;

	while (ready->feeds.n) {
		const struct sync_job *first = ready->feeds.v->job;
		size_t n = sync_store_run(ready, trip->store, trip->rules, trip->pool, err);

		if (!n && sync_trip_fail_store(trip, first->visit, &first->fetch, first->bytes, err) < 0)
			return -1;
		for (size_t i = 0; i < n; i++)
			tell_stored(trip, &ready->feeds.v[i]);
		sync_store_drop(ready, n ? n : 1);
	}
	return 0;
}

static int
next_answer(struct trip *trip, int wait_ms, struct fetch_answer *ret)
{
	fetch_behind(trip->fetch, sync_pool_bytes(trip->pool), !sync_pool_pending(trip->pool));
	return fetch_next(trip->fetch, wait_ms, ret);
}

/*
 * Takes finished answers off the network, which is waited for when there is nothing else to do. It goes on only when those
 * that have come are taken: they are several at a time, for what is stored meanwhile may take longer than they did. What
 * workers were through with while others were stored wakes nobody, so nothing is waited for then.
 */
static int
step_fetch(struct trip *trip, struct err *err)
{
	struct fetch_answer answer;
	struct pollfd polled[SYNC_SOCKETS];
	int wait_ms = sync_pool_has_done(trip->pool) ? 0 : sync_store_wait_ms(&trip->ready, SYNC_WAIT_MS), rc = 0;
	size_t n = sync_pool_polled(trip->pool, polled, SYNC_SOCKETS);

	n += sync_access_polled(&trip->ask.access, polled + n, SYNC_SOCKETS - n);
	fetch_watch(trip->fetch, polled, n);
	for (int i = 0; i < SYNC_ANSWERS && !rc && next_answer(trip, i ? 0 : wait_ms, &answer) > 0; i++)
		rc = on_answer(trip, &answer, err);
	return rc;
}

/* Stores what the workers are through with: together, unless they have nothing more to do. */
static int
step_store(struct trip *trip, struct err *err)
{
	struct sync_job *job;

	while ((job = sync_pool_next(trip->pool, 0)))
		if (on_job(trip, job, err) < 0)
			return -1;
	if (sync_pool_pending(trip->pool) && sync_store_wait_ms(&trip->ready, 1))
		return 0;
	return store_ready(trip, err) < 0 ? -1 : trace_settle(trip->store, false, err);
}

static bool
is_over(const void *of)
{
	const struct trip *trip = of;

	return sync_is_stopped || (trip->end_ms && clock_mono_ms() >= trip->end_ms);
}

/* Asks who can be asked by now. */
static int
step_ask(struct trip *trip, struct err *err)
{
	const struct feeds_fetch nothing = { .held_until = CLOCK_NONE };
	struct err why = { 0 };
	size_t visit;

	while (sync_ask_next(&trip->ask, &visit, &why))
		if (sync_trip_fail(trip, visit, (struct sync_event){ .stage = "fetch", .why = str_lit("no-password"), .text = why.text }, &nothing,
			err) < 0)
			return -1;
	return 0;
}

static int
go(struct trip *trip, struct err *err)
{
	size_t done; /* nothing has come in while it stays the same */

	while (fetch_pending(trip->fetch) || sync_pool_pending(trip->pool) || sync_ask_pending(&trip->ask)) {
		if (is_over(trip))
			break;
		done = trip->done;
		if (trip->opts->state)
			trip->opts->state(trip->opts->user, SYNC_STEP_FEEDS, done, trip->sum->total);
		if (step_ask(trip, err) < 0 || step_fetch(trip, err) < 0 || step_store(trip, err) < 0)
			return -1;
		sync_rest_step(&trip->rest, trip->done, trip->sum->total);
		if (trip->done != done && sync_rules_run(trip->rules, trip->store, &trip->sum->ruled, err) < 0)
			return -1;
	}
	return store_ready(trip, err);
}

/* The cache of a first sync: every feed that comes is one for the workers, of which the first is on its way while the feeds are read. */
static int
begin(struct trip *trip, struct sync_begin *begin, struct err *err)
{
	int rc = sync_begin_open(trip->opts, begin, err);

	trip->store = begin->store;
	if (rc < 0)
		return -1;
	if (young_is(trip->store))
		sync_pool_begin(trip->pool, 1);
	rc = sync_begin(&trip->arena, trip->opts, begin, err);
	if (young_is(trip->store) && begin->n >= SYNC_MANY)
		sync_pool_begin(trip->pool, SIZE_MAX);
	return rc;
}

/* Opens the cache and picks who is asked, and how. */
static int
prepare(struct trip *trip, struct err *err)
{
	struct sync_begin begun = { 0 };
	int rc = begin(trip, &begun, err);

	trip->subs = begun.subs;
	trip->subscribed.subs = &trip->subs;
	trip->sum->has_feeds = begun.subs.n > 0;
	trip->sum->faults = trip->rules->faults + begun.subs.n_problems;
	if (rc < 0 || sync_rules_open(trip->rules, trip->store, err) < 0)
		return -1;
	sync_portal_begin(&trip->portal, begun.rows, begun.n);
	sync_patience_begin(&trip->patience, trip->store, is_over, trip);
	sync_access_read(&trip->ask.access, trip->opts->access, &trip->subs);
	trip->feeds = arena_new(&trip->arena, const struct feeds_row *, begun.n + 1);
	trip->are_done = arena_new(&trip->arena, bool, begun.n + 1);
	return sync_pick_feeds(&trip->arena, trip->opts, &trip->subs, begun.rows, begun.n, trip->feeds,
		&trip->sum->total, &trip->holds, err);
}

static int
run(struct trip *trip, struct err *err)
{
	struct fetch_opts fetch = {
		.jobs = trip->opts->jobs,
		.gap_ms = LIMIT_FEED_GAP_MS,
		.room = SYNC_ROOM,
		.samples = trip->opts->samples,
		.routes = trip->opts->routes, .n_routes = trip->opts->n_routes,
	};
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct sync_full full;

	trip->pool = sync_pool_open(cores > 0 ? (size_t)cores : 1);
	if (prepare(trip, err) < 0 || fetch_open(&trip->fetch, &fetch, err) < 0)
		return -1;
	mem_give_back_code();
	trip->ask.fetch = trip->fetch;
	trip->ask.feeds = trip->feeds;
	trip->ask.n = trip->sum->total;
	trip->ask.is_forced = trip->opts->is_forced;
	full = (struct sync_full){ .store = trip->store, .opts = trip->opts, .rules = trip->rules, .subs = &trip->subs, .asked = trip->feeds,
		.sum = trip->sum, .is_over = is_over, .trip = trip };
	if (sync_rest_begin(&trip->rest, trip->store, trip->opts, err) < 0 || go(trip, err) < 0 || sync_trip_end(trip, err) < 0)
		return -1;
	sync_end_feeds(&trip->rest, &trip->fetch, &trip->pool);
	return sync_end_run(&full, &trip->rest, err);
}

int
sync_run(const struct sync_opts *opts, struct sync_sum *ret, struct err *err)
{
	struct sync_rules rules = opts->rules ? *opts->rules : (struct sync_rules){ 0 };
	struct trip trip = { .opts = opts, .sum = ret, .rules = &rules };
	int lock, rc;

	*ret = (struct sync_sum){ 0 };
	rules.fulltext.access = &trip.ask.access;
	lock = sync_lock_take(err);
	if (lock < 0)
		return -1;
	if (opts->max_time_s)
		trip.end_ms = clock_mono_ms() + opts->max_time_s * 1000;
	rc = run(&trip, err) < 0 && err->code != ERR_STOPPED ? -1 : 0;
	ret->left = ret->total - trip.done;
	ret->is_interrupted = sync_is_stopped;
	sync_trip_leave_rest(&trip);
	fetch_close(trip.fetch);
	sync_pool_close(trip.pool);
	sync_access_free(&trip.ask.access);
	sync_store_free(&trip.ready);
	sync_rest_close(&trip.rest);
	store_close(trip.store);
	sync_holds_free(&trip.holds);
	sync_portal_free(&trip.portal);
	sync_doubt_free(&trip.doubt);
	sync_way_free(&trip.way);
	subscribed_free(&trip.subscribed);
	arena_free(&trip.arena);
	sync_lock_give(lock);
	return rc;
}
