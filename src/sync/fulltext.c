#include "sync/fulltext.h"

#include <signal.h>
#include <unistd.h>

#include "base/limits.h"
#include "net/fetch.h"
#include "store/index.h"
#include "sync/fulltext_errand.h"
#include "sync/fulltext_place.h"
#include "sync/fulltext_portal.h"
#include "sync/platform.h"

enum {
	FULLTEXT_WAIT_MS = 500,
	FULLTEXT_SOCKETS = 8,
	FULLTEXT_ERRANDS = 64, /* posts in hand at once */
	FULLTEXT_ROOM = 2 << 20, /* bytes of their pages that are held at once */
};

/* Set by a signal. */
static volatile sig_atomic_t fulltext_is_stopped;

struct trip {
	struct store *store;
	const struct fulltext_opts *opts;
	struct fulltext_sum *sum;
	struct fetch *fetch;
	struct sync_pool *pool;
	struct fulltext_places places;
	struct fulltext_portal portal;
	struct fulltext_errand errands[FULLTEXT_ERRANDS];
	bool is_taken[FULLTEXT_ERRANDS];
	size_t next;           /* of opts->ids */
	size_t n;              /* errands in hand */
};

void
fulltext_stop(void)
{
	fulltext_is_stopped = 1;
}

/* ---- how it ended */

static void
tell(struct trip *trip, struct fulltext_errand *e, struct fulltext_event event)
{
	struct fulltext_sum *sum = trip->sum;

	sum->ok += event.outcome == FULLTEXT_OK;
	sum->same += event.outcome == FULLTEXT_SAME;
	sum->failed += event.outcome == FULLTEXT_FAILED;
	sum->unreached += event.outcome == FULLTEXT_FAILED && event.how == FULL_UNREACHED;
	event.post = &e->post;
	event.done = sum->ok + sum->same + sum->failed;
	event.total = sum->total;
	if (trip->opts->event)
		trip->opts->event(trip->opts->user, &event);
}

static void
leave(struct trip *trip, struct fulltext_errand *e)
{
	fulltext_errand_free(e);
	trip->is_taken[e - trip->errands] = false;
	trip->n--;
}

static int
put_down(struct trip *trip, struct fulltext_errand *e, const struct fulltext_why *why, struct err *err)
{
	struct buf text = { 0 };
	int rc = why->is_excused ? 0 : full_fail(trip->store, e->post.id, why->how, str_of(why->code.text), why->until, err);

	fulltext_why_tell(why, &text);
	if (!rc)
		tell(trip, e, (struct fulltext_event){ .outcome = FULLTEXT_FAILED, .how = why->how, .text = buf_cstr(&text) });
	buf_free(&text);
	if (!rc)
		leave(trip, e);
	return rc;
}

static int
fail(struct trip *trip, struct fulltext_errand *e, const struct fulltext_why *why, struct err *err)
{
	return fulltext_portal_doubt(&trip->portal, e, why) ? 0 : put_down(trip, e, why, err);
}

/* It was not the network's fault: another page came as it should, or there is none that could. */
static int
settle(struct trip *trip, struct err *err)
{
	for (; trip->portal.doubts.n; trip->portal.doubts.n--) {
		const struct fulltext_doubt *last = &trip->portal.doubts.v[trip->portal.doubts.n - 1];

		if (put_down(trip, last->errand, &last->why, err) < 0)
			return -1;
	}
	return 0;
}

/* Stores what came; broke_off: why it is not whole, else NULL. */
static int
finish(struct trip *trip, struct fulltext_errand *e, const struct fulltext_why *broke_off, struct err *err)
{
	struct fulltext_why why;
	struct full_text text;
	struct buf words = { 0 };
	int rc;

	if (fulltext_errand_text(e, trip->store, broke_off, &text, &why) < 0)
		return fail(trip, e, &why, err);
	fulltext_why_set(&why, text.how, "%.*s", STR(text.error));
	fulltext_why_tell(broke_off ? broke_off : &why, &words);
	rc = full_store(trip->store, e->post.id, &text, err);
	if (!rc) {
		tell(trip, e, (struct fulltext_event){ .outcome = FULLTEXT_OK, .how = text.how, .letters = text.letters,
			.pages = text.pages, .text = buf_cstr(&words) });
		leave(trip, e);
	}
	buf_free(&words);
	return rc < 0 ? -1 : settle(trip, err);
}

/* Nothing more comes: what came before is kept as a part, unless there is better. */
static int
break_off(struct trip *trip, struct fulltext_errand *e, const struct fulltext_why *why, struct err *err)
{
	struct fulltext_why part;

	if (!e->pages || e->has_whole)
		return fail(trip, e, why, err);
	if (why->how == FULL_PART)
		return finish(trip, e, why, err);
	fulltext_why_set(&part, FULL_PART, "part %zu %s", e->pages, why->code.text);
	part.until = why->until;
	return finish(trip, e, &part, err);
}

/* ---- one step */

/* Asks for the page of a post when its host takes one more and its password is there; else it waits. */
static int
ask(struct trip *trip, struct fulltext_errand *e, struct err *err)
{
	struct fetch_request request = { .url = e->url, .cookie = str_of(platform_cookie(e->url)), .max_bytes = LIMIT_PAGE_BYTES,
		.wants = FETCH_PAGE, .user = e };
	struct fulltext_why why;
	struct err no_way = { 0 };
	enum fulltext_turn turn = fulltext_place_turn(&trip->places, e->url, &why);
	enum sync_access_when when = SYNC_ACCESS_LATER;

	if (turn == FULLTEXT_TURN_NEVER)
		return break_off(trip, e, &why, err);
	if (turn == FULLTEXT_TURN_NOW)
		when = fulltext_errand_way(e, trip->opts->access, &request.access, &no_way);
	e->is_waiting = when == SYNC_ACCESS_LATER;
	if (when == SYNC_ACCESS_NEVER) {
		fulltext_why_set(&why, FULL_LOGIN, "login");
		why.told = no_way;
		return break_off(trip, e, &why, err);
	}
	if (when == SYNC_ACCESS_NOW) {
		fulltext_place_begin(&trip->places, e->url);
		fetch_add(trip->fetch, &request);
	}
	return 0;
}

/* Those that waited for others of their hosts, or for a password. */
static int
ask_waiting(struct trip *trip, struct err *err)
{
	if (trip->opts->access)
		sync_access_step(trip->opts->access);
	for (size_t i = 0; i < FULLTEXT_ERRANDS; i++)
		if (trip->is_taken[i] && trip->errands[i].is_waiting && ask(trip, &trip->errands[i], err) < 0)
			return -1;
	return 0;
}

static int
on_answer(struct trip *trip, const struct fetch_answer *answer, struct err *err)
{
	struct fulltext_errand *e = answer->user;
	struct fulltext_why why;
	struct sync_job *job;

	if (fulltext_place_end(&trip->places, trip->store, e->url, answer, err) < 0)
		return -1;
	fulltext_portal_note(&trip->portal, e, answer);
	if (fulltext_why_answer(&why, answer))
		return break_off(trip, e, &why, err);
	job = fulltext_errand_job(answer);
	job->visit = (size_t)(e - trip->errands);
	job->rule = rule_find(trip->opts->rules, trip->opts->n_rules, job->url);
	sync_pool_add(trip->pool, job);
	return 0;
}

static int
on_job(struct trip *trip, const struct sync_job *job, struct err *err)
{
	struct fulltext_errand *e = &trip->errands[job->visit];
	struct fulltext_why why;

	switch (fulltext_errand_take(e, job, &why)) {
	case FULLTEXT_GOES_ON:
		return ask(trip, e, err);
	case FULLTEXT_ENDS:
		return finish(trip, e, NULL, err);
	default:
		return break_off(trip, e, &why, err);
	}
}

/* ---- the run */

/* Whether there is nothing to fetch for it, which is told. */
static int
is_there(struct trip *trip, struct fulltext_errand *e, bool *ret, struct err *err)
{
	struct full full;

	if (full_get(trip->store, &e->arena, e->post.id, &full, err) < 0)
		return -1;
	e->has_whole = full.fetched != CLOCK_NONE && !full.is_part;
	*ret = !e->is_forced && e->has_whole;
	if (*ret)
		tell(trip, e, (struct fulltext_event){ .outcome = FULLTEXT_SAME, .how = FULL_FINE, .letters = full.letters,
			.pages = full.pages, .text = "" });
	return 0;
}

static int
begin(struct trip *trip, struct fulltext_errand *e, struct err *err)
{
	struct fulltext_why why;
	bool is_done;

	if (is_there(trip, e, &is_done, err) < 0)
		return -1;
	if (is_done) {
		leave(trip, e);
		return 0;
	}
	if (fulltext_errand_begin(e, &why) < 0)
		return fail(trip, e, &why, err);
	return ask(trip, e, err);
}

static int
open_next(struct trip *trip, struct fulltext_errand *e, struct err *err)
{
	const size_t at = trip->next++;

	if (fulltext_errand_open(e, trip->store, trip->opts->ids[at], err) < 0)
		return -1;
	e->is_forced = trip->opts->is_forced || at < trip->opts->n_forced;
	return 0;
}

/* Takes posts in hand as long as there is room. */
static int
begin_more(struct trip *trip, struct err *err)
{
	for (size_t i = 0; i < FULLTEXT_ERRANDS && trip->next < trip->opts->n; i++) {
		if (trip->is_taken[i])
			continue;
		trip->is_taken[i] = true;
		trip->n++;
		if (open_next(trip, &trip->errands[i], err) < 0 || begin(trip, &trip->errands[i], err) < 0)
			return -1;
	}
	return 0;
}

static int
step_fetch(struct trip *trip, struct err *err)
{
	struct fetch_answer answer;
	struct pollfd polled[FULLTEXT_SOCKETS + LIMIT_PASSWORDS];
	size_t n = sync_pool_polled(trip->pool, polled, FULLTEXT_SOCKETS);

	if (trip->opts->access)
		n += sync_access_polled(trip->opts->access, polled + n, LIMIT_PASSWORDS);
	if (!fetch_pending(trip->fetch)) {
		if (n && !sync_pool_pending(trip->pool))
			(void)poll(polled, n, FULLTEXT_WAIT_MS); /* there is nothing but passwords to wait for */
		return 0;
	}
	fetch_watch(trip->fetch, polled, n);
	fetch_behind(trip->fetch, sync_pool_bytes(trip->pool), !sync_pool_pending(trip->pool));
	return fetch_next(trip->fetch, FULLTEXT_WAIT_MS, &answer) > 0 ? on_answer(trip, &answer, err) : 0;
}

static int
step_store(struct trip *trip, struct err *err)
{
	int timeout_ms = fetch_pending(trip->fetch) ? 0 : FULLTEXT_WAIT_MS;
	struct sync_job *job;
	int rc = 0;

	while (!rc && (job = sync_pool_next(trip->pool, timeout_ms))) {
		rc = on_job(trip, job, err);
		sync_pool_free_job(job);
		timeout_ms = 0;
	}
	return rc;
}

static bool
is_over(const struct trip *trip)
{
	const struct fulltext_opts *opts = trip->opts;

	return fulltext_is_stopped || trip->portal.found.number || (opts->is_over && opts->is_over(opts->user));
}

/* Whether all that is in hand failed, and nothing else can be taken in hand. */
static bool
is_stuck(const struct trip *trip)
{
	return !trip->portal.found.number && trip->portal.doubts.n == trip->n &&
		(trip->next == trip->opts->n || trip->n == FULLTEXT_ERRANDS);
}

static int
go(struct trip *trip, struct err *err)
{
	while (trip->n || trip->next < trip->opts->n) {
		if (is_over(trip))
			return 0;
		if (trip->opts->state)
			trip->opts->state(trip->opts->user, trip->sum->ok + trip->sum->same + trip->sum->failed, trip->sum->total);
		if (begin_more(trip, err) < 0 || ask_waiting(trip, err) < 0 || step_fetch(trip, err) < 0 || step_store(trip, err) < 0)
			return -1;
		if (is_stuck(trip) && settle(trip, err) < 0)
			return -1;
	}
	return 0;
}

static void
close_all(struct trip *trip)
{
	fetch_close(trip->fetch);
	sync_pool_close(trip->pool);
	for (size_t i = 0; i < FULLTEXT_ERRANDS; i++)
		if (trip->is_taken[i])
			fulltext_errand_free(&trip->errands[i]);
	fulltext_place_free(&trip->places);
	fulltext_portal_free(&trip->portal);
}

/* The new texts into the search index; posts that waited before are left to the next sync, and so are these when another program holds the cache. */
static int
bring_in(struct trip *trip, struct err *err)
{
	bool is_done = false;

	for (size_t i = 0; i <= trip->opts->n / INDEX_SLICE && !is_done && !is_over(trip); i++)
		if (index_run(trip->store, INDEX_SLICE, &is_done, err) < 0)
			return err->code == ERR_BUSY ? 0 : -1;
	return 0;
}

int
fulltext_run(struct store *s, const struct fulltext_opts *opts, struct fulltext_sum *ret, struct err *err)
{
	const struct fetch_opts fetch = { .jobs = opts->jobs, .gap_ms = LIMIT_PAGE_GAP_MS, .room = FULLTEXT_ROOM, .samples = opts->samples,
		.routes = opts->routes, .n_routes = opts->n_routes };
	struct trip *trip = mem_zalloc(1, sizeof *trip);
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int rc;

	*ret = (struct fulltext_sum){ .total = opts->n };
	trip->store = s;
	trip->opts = opts;
	trip->sum = ret;
	rc = fulltext_place_read(&trip->places, s, err) < 0 || fulltext_portal_read(&trip->portal, s, err) < 0 ? -1 :
		fetch_open(&trip->fetch, &fetch, err);
	trip->pool = sync_pool_open(cores > 0 ? (size_t)cores : 1);
	if (!rc)
		rc = go(trip, err);
	if (!rc)
		rc = fulltext_portal_end(&trip->portal, s, opts->notice, opts->user, err);
	if (!rc)
		rc = bring_in(trip, err);
	ret->left = ret->total - ret->ok - ret->same - ret->failed;
	close_all(trip);
	free(trip);
	return rc;
}
