#include "sync/fulltext.h"

#include <signal.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/map.h"
#include "net/fetch.h"
#include "store/hold.h"
#include "store/index.h"
#include "sync/fulltext_address.h"
#include "sync/fulltext_errand.h"
#include "sync/platform.h"
#include "text/url.h"
#include "text/url_platform.h"

enum {
	FULLTEXT_WAIT_MS = 500,
	FULLTEXT_SOCKETS = 8,
	FULLTEXT_ERRANDS = 64, /* posts in hand at once: their pages take memory */
};

/* Set by a signal. */
static volatile sig_atomic_t fulltext_is_stopped;

struct trip {
	struct store *store;
	const struct fulltext_opts *opts;
	struct fulltext_sum *sum;
	struct fetch *fetch;
	struct sync_pool *pool;
	struct map held;       /* hosts and platforms that want to be left alone: until when, int64_t in arena */
	struct arena arena;
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

/* Until when a host or platform is to be left alone; never asked is 0. */
static int64_t *
held_until(struct trip *trip, struct str place)
{
	void **at = map_at(&trip->held, place);

	if (!*at)
		*at = arena_new(&trip->arena, int64_t, 1);
	return *at;
}

static int
fail(struct trip *trip, struct fulltext_errand *e, const struct fulltext_why *why, struct err *err)
{
	struct buf text = { 0 };
	int rc = full_fail(trip->store, e->post.id, why->how, str_of(why->code.text), why->until, err);

	fulltext_why_tell(why, &text);
	if (!rc)
		tell(trip, e, (struct fulltext_event){ .outcome = FULLTEXT_FAILED, .how = why->how, .text = buf_cstr(&text) });
	buf_free(&text);
	if (!rc)
		leave(trip, e);
	return rc;
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
	return rc;
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

static int
ask(struct trip *trip, struct fulltext_errand *e, struct err *err)
{
	struct fetch_request request = { .url = e->url, .cookie = str_of(platform_cookie(e->url)), .max_bytes = LIMIT_PAGE_BYTES,
		.is_page = true, .user = e };
	int64_t until = *held_until(trip, url_platform(url_host(e->url)));
	struct fulltext_why why;

	if (until <= clock_now()) {
		fetch_add(trip->fetch, &request);
		return 0;
	}
	fulltext_why_set(&why, FULL_HTTP, "left-alone %.*s", STR(url_host(e->url)));
	why.until = until;
	return break_off(trip, e, &why, err);
}

/* Who answered wants to be left alone, by this run and the next. */
static int
leave_alone(struct trip *trip, struct str url, int64_t until, struct err *err)
{
	struct str place = url_platform(url_host(url));

	*held_until(trip, place) = until;
	return hold_set(trip->store, place, until, clock_now(), err);
}

static int
on_failure(struct trip *trip, struct fulltext_errand *e, const struct fetch_answer *answer, struct err *err)
{
	struct fulltext_why why;

	fulltext_why_answer(&why, answer);
	if (why.until != CLOCK_NONE && leave_alone(trip, answer->url, why.until, err) < 0)
		return -1;
	return break_off(trip, e, &why, err);
}

static int
on_answer(struct trip *trip, const struct fetch_answer *answer, struct err *err)
{
	struct fulltext_errand *e = answer->user;
	const char *file = fulltext_address_file(answer->content_type);
	struct fulltext_why why;
	struct sync_job *job;

	if (answer->class != FETCH_OK)
		return on_failure(trip, e, answer, err);
	if (file) {
		fulltext_why_set(&why, FULL_NO_PAGE, "no-page %s", file);
		return break_off(trip, e, &why, err);
	}
	job = sync_pool_job();
	job->task = RECORD_PAGE;
	job->visit = (size_t)(e - trip->errands);
	job->url = arena_dup(&job->arena, answer->url);
	job->content_type = arena_dup(&job->arena, answer->content_type);
	job->rule = rule_find(trip->opts->rules, trip->opts->n_rules, job->url);
	(void)buf_add(&job->body, answer->body);
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
	*ret = !trip->opts->is_forced && e->has_whole;
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

/* Takes posts in hand as long as there is room. */
static int
begin_more(struct trip *trip, struct err *err)
{
	for (size_t i = 0; i < FULLTEXT_ERRANDS && trip->next < trip->opts->n; i++) {
		if (trip->is_taken[i])
			continue;
		trip->is_taken[i] = true;
		trip->n++;
		if (fulltext_errand_open(&trip->errands[i], trip->store, trip->opts->ids[trip->next++], err) < 0 ||
			begin(trip, &trip->errands[i], err) < 0)
			return -1;
	}
	return 0;
}

static int
step_fetch(struct trip *trip, struct err *err)
{
	struct fetch_answer answer;
	int sockets[FULLTEXT_SOCKETS];

	if (!fetch_pending(trip->fetch))
		return 0;
	fetch_watch(trip->fetch, sockets, sync_pool_sockets(trip->pool, sockets, FULLTEXT_SOCKETS));
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

static int
go(struct trip *trip, struct err *err)
{
	while (trip->n || trip->next < trip->opts->n) {
		if (fulltext_is_stopped)
			return 0;
		if (begin_more(trip, err) < 0 || step_fetch(trip, err) < 0 || step_store(trip, err) < 0)
			return -1;
	}
	return 0;
}

static int
read_held(struct trip *trip, struct err *err)
{
	struct hold *held;
	size_t n;

	if (hold_list(trip->store, &trip->arena, clock_now(), &held, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*held_until(trip, held[i].place) = held[i].until;
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
	map_free(&trip->held);
	arena_free(&trip->arena);
}

/* The new texts into the search index; posts that waited before are left to the next sync, and so are these when another program holds the cache. */
static int
bring_in(struct trip *trip, struct err *err)
{
	bool is_done = false;

	for (size_t i = 0; i <= trip->opts->n / INDEX_SLICE && !is_done && !fulltext_is_stopped; i++)
		if (index_run(trip->store, INDEX_SLICE, &is_done, err) < 0)
			return err->code == ERR_BUSY ? 0 : -1;
	return 0;
}

int
fulltext_run(struct store *s, const struct fulltext_opts *opts, struct fulltext_sum *ret, struct err *err)
{
	const struct fetch_opts fetch = { .jobs = opts->jobs, .gap_ms = LIMIT_PAGE_GAP_MS, .samples = opts->samples,
		.routes = opts->routes, .n_routes = opts->n_routes };
	struct trip *trip = mem_zalloc(1, sizeof *trip);
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int rc;

	*ret = (struct fulltext_sum){ .total = opts->n };
	trip->store = s;
	trip->opts = opts;
	trip->sum = ret;
	rc = read_held(trip, err) < 0 ? -1 : fetch_open(&trip->fetch, &fetch, err);
	trip->pool = sync_pool_open(cores > 0 ? (size_t)cores : 1);
	if (!rc)
		rc = go(trip, err);
	if (!rc)
		rc = bring_in(trip, err);
	ret->left = ret->total - ret->ok - ret->same - ret->failed;
	close_all(trip);
	free(trip);
	return rc;
}
