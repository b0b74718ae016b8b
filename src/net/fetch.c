#include "net/fetch.h"

#include <curl/curl.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "net/handles.h"
#include "net/mute.h"
#include "net/outage.h"
#include "net/outcome.h"
#include "net/pace.h"
#include "net/queue.h"
#include "net/route.h"
#include "net/running.h"
#include "net/sample.h"

enum {
	FETCH_JOBS = 64,
	FETCH_KEPT = 16, /* connections that wait to be used again: most hosts are asked once */
	FETCH_NAP_MS = 3000, /* who sleeps no longer finds his connections as they were */
};

struct fetch {
	CURLM *multi;
	struct sample *samples; /* NULL: the network */
	struct arena arena;     /* requests */
	struct route *routes;   /* in arena */
	size_t n_routes;
	const struct access *access; /* or NULL */
	size_t jobs, most;      /* transfers at once: that move, and all */
	struct pace pace;
	struct outage outage;
	struct mute mute;
	int64_t slept_ms;       /* clock_slept_ms() of the last look */
	struct room room;
	size_t through;         /* answers that were handed out */
	struct queue waiting, done;
	vec(struct transfer *) running;
	struct handles idle;
	vec(struct curl_waitfd) watched;
	struct transfer *handed; /* whose answer the caller holds */
};

/* A new one in the place of the old, whose connections are closed; false where there is none to be had. */
static bool
open_multi(struct fetch *f)
{
	CURLM *multi = curl_multi_init();

	if (!multi)
		return false;
	curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)LIMIT_PER_HOST);
	curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)FETCH_KEPT);
	if (f->multi)
		curl_multi_cleanup(f->multi);
	f->multi = multi;
	return true;
}

int
fetch_open(struct fetch **ret, const struct fetch_opts *opts, struct err *err)
{
	struct fetch *f = mem_zalloc(1, sizeof *f);

	f->pace.gap_ms = opts ? opts->gap_ms : 0;
	f->access = opts ? opts->access : NULL;
	f->room.limit = opts ? opts->room : 0;
	f->room.is_idle = true;
	f->jobs = running_cap(opts && opts->jobs > 0 ? (size_t)opts->jobs : FETCH_JOBS);
	f->most = opts && opts->jobs > 0 ? f->jobs : running_cap(RUNNING_MOST);
	f->n_routes = opts ? opts->n_routes : 0;
	if (opts && route_read_all(&f->arena, opts->routes, opts->n_routes, &f->routes, err) < 0) {
		fetch_close(f);
		return -1;
	}
	if (opts && opts->samples) {
		if (sample_open(&f->samples, opts->samples, err) < 0) {
			fetch_close(f);
			return -1;
		}
		*ret = f;
		return 0;
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) || !open_multi(f)) {
		fetch_close(f);
		return err_set(err, ERR_FAILED, tr("cannot set up libcurl"));
	}
	f->slept_ms = clock_slept_ms();
	*ret = f;
	return 0;
}

void
fetch_add(struct fetch *f, const struct fetch_request *request)
{
	struct transfer *t = arena_new(&f->arena, struct transfer, 1);

	t->room = &f->room;
	t->routes = f->routes;
	t->n_routes = f->n_routes;
	t->access = request->access ? request->access : f->access;
	queue_add(transfer_init(t, &f->arena, request) ? &f->waiting : &f->done, t);
	if (pace_is_held(&f->pace, t->target.platform))
		queue_hold(&f->waiting, t->target.platform, &f->done);
}

void
fetch_hold(struct fetch *f, struct str place)
{
	pace_hold(&f->pace, place);
	queue_hold(&f->waiting, place, &f->done);
}

static void
start(struct fetch *f, struct transfer *t)
{
	CURL *easy = handles_take(&f->idle);

	if (easy) {
		pace_begin(&f->pace, t->target.platform, clock_mono_ms());
		*vec_add(&f->running) = t;
		transfer_start(t, easy);
		/* curl takes all hosts behind one proxy for one; running_fits() is enough for them. */
		if (t->has_proxy || t->is_routed)
			curl_multi_setopt(f->multi, CURLMOPT_MAX_HOST_CONNECTIONS, 0L);
		curl_multi_add_handle(f->multi, easy);
		return;
	}
	outcome_unasked(t, "no-curl", false);
	queue_add(&f->done, t);
}

/* Whether its host may be asked now: not too often, and not more than so many at once. */
static bool
may_start(struct fetch *f, const struct transfer *t)
{
	return outage_may_start(&f->outage, t, clock_mono_ms()) &&
		running_fits(f->running.v, f->running.n, &t->target) && !pace_left(&f->pace, t->target.platform, clock_mono_ms());
}

/* Until the first of those that wait for the pace may start, at most timeout_ms. */
static int
wait_ms(const struct fetch *f, int timeout_ms)
{
	for (const struct transfer *t = f->waiting.first; t; t = t->next) {
		int64_t left = pace_left(&f->pace, t->target.platform, clock_mono_ms());

		if (left && left < timeout_ms)
			timeout_ms = (int)left;
	}
	return timeout_ms;
}

/* Its host does not answer: it is not asked. */
static void
give_up(struct fetch *f, struct transfer *t)
{
	outcome_unasked(t, "no-answer", true);
	t->answer.is_unasked = true;
	outage_join(&f->outage, t, &f->done);
}

/* Starts what may start: one that waits for its host lets others pass. */
static void
start_waiting(struct fetch *f)
{
	struct transfer **at = &f->waiting.first;
	size_t quiet = f->running.n - running_busy(f->running.v, f->running.n, clock_mono_ms(), mute_wait_ms(&f->mute));

	while (*at && f->running.n < f->most && f->running.n - quiet < room_jobs(&f->room, f->through + quiet, f->jobs)) {
		if (f->samples) {
			struct transfer *t = queue_take(&f->waiting, at);

			transfer_sample(t, f->samples);
			queue_add(&f->done, t);
			return;
		}
		if (mute_is(&f->mute, *at))
			give_up(f, queue_take(&f->waiting, at));
		else if (may_start(f, *at))
			start(f, queue_take(&f->waiting, at));
		else
			at = &(*at)->next;
	}
}

static void
stop_running(struct fetch *f, struct transfer *t)
{
	for (size_t i = 0; i < f->running.n; i++)
		if (f->running.v[i] == t)
			f->running.v[i] = f->running.v[--f->running.n];
	handles_give(&f->idle, t, f->jobs);
	room_keep(&f->room, &t->share, t->body.n);
}

/* Goes on with those that stand still, as far as there is room. */
static void
resume(struct fetch *f)
{
	struct transfer *t;

	while ((t = running_next(f->running.v, f->running.n, &f->room)))
		transfer_resume(t);
}

/* Collects what curl is through with; a redirect goes on with the same handle. */
static void
collect(struct fetch *f)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(f->multi, &left))) {
		struct transfer *t = NULL;
		CURL *easy = message->easy_handle;
		CURLcode code = message->data.result;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(easy, CURLINFO_PRIVATE, &t);
		curl_multi_remove_handle(f->multi, easy);
		if (transfer_finish(t, code)) {
			curl_multi_add_handle(f->multi, easy);
			continue;
		}
		mute_note(&f->mute, t);
		stop_running(f, t);
		outage_take(&f->outage, t, &f->done);
	}
}

/* Ends all that depends on a network, or a proxy, that is gone: what runs, and what waits. */
static void
end_rest(struct fetch *f)
{
	for (size_t i = f->running.n; i-- > 0;) {
		struct transfer *t = f->running.v[i];

		if (!outage_ends(&f->outage, t))
			continue;
		curl_multi_remove_handle(f->multi, t->easy);
		stop_running(f, t);
		outage_tell(&f->outage, t);
		queue_add(&f->done, t);
	}
	for (struct transfer **at = &f->waiting.first; *at;) {
		if (!outage_ends(&f->outage, *at)) {
			at = &(*at)->next;
			continue;
		}
		outage_tell(&f->outage, *at);
		queue_add(&f->done, queue_take(&f->waiting, at));
	}
}

/* The machine slept: whoever was at the other end is so no more. What ran begins once more, by connections of its own. */
static void
wake(struct fetch *f)
{
	while (f->running.n) {
		struct transfer *t = f->running.v[f->running.n - 1];

		curl_multi_remove_handle(f->multi, t->easy);
		stop_running(f, t);
		transfer_again(t);
		queue_add_first(&f->waiting, t);
	}
	handles_free(&f->idle);
	mute_free(&f->mute);
	(void)open_multi(f);
	outage_wake(&f->outage, clock_mono_ms());
}

/* What changed with the network since the last look. */
static void
look_around(struct fetch *f)
{
	if (outage_has_end(&f->outage))
		end_rest(f);
	if (!f->running.n && !f->waiting.n)
		outage_settle(&f->outage, &f->done);
}

static void
work(struct fetch *f)
{
	int64_t slept_ms = clock_slept_ms();
	int still = 0;

	if (f->multi && slept_ms - f->slept_ms > FETCH_NAP_MS)
		wake(f); /* before curl finds out what became of its connections */
	f->slept_ms = slept_ms;
	start_waiting(f);
	if (!f->multi)
		return;
	resume(f);
	curl_multi_perform(f->multi, &still);
	collect(f);
	look_around(f);
	start_waiting(f);
}

/* The answer handed out last is over. */
static void
drop_handed(struct fetch *f)
{
	if (f->handed)
		transfer_free(f->handed);
	f->handed = NULL;
}

int
fetch_next(struct fetch *f, int timeout_ms, struct fetch_answer *ret)
{
	drop_handed(f);
	if (!f->done.first)
		work(f);
	if (!f->done.first && f->multi && (f->running.n || f->waiting.n || f->watched.n)) {
		bool may_go_on = running_still(f->running.v, f->running.n, &f->room) && f->room.is_still && f->room.is_idle;

		curl_multi_poll(f->multi, f->watched.v, (unsigned)f->watched.n, may_go_on ? 0 : wait_ms(f, timeout_ms), NULL);
		work(f);
	}
	if (!f->done.first)
		return 0;
	f->handed = queue_take(&f->done, &f->done.first);
	room_end(&f->room, &f->handed->share);
	f->through++;
	*ret = *transfer_hand_out(f->handed);
	return 1;
}

void
fetch_take_body(struct fetch *f, struct buf *body)
{
	*body = f->handed->body;
	f->handed->body = (struct buf){ 0 };
}

size_t
fetch_slow(const struct fetch *f, void **users, size_t room)
{
	return running_users(f->running.v, f->running.n, clock_mono_ms(), users, room);
}

void
fetch_watch(struct fetch *f, const struct pollfd *polled, size_t n)
{
	f->watched.n = 0;
	for (size_t i = 0; i < n; i++)
		*vec_add(&f->watched) = (struct curl_waitfd){ .fd = polled[i].fd,
			.events = polled[i].events & POLLOUT ? CURL_WAIT_POLLIN | CURL_WAIT_POLLOUT : CURL_WAIT_POLLIN };
}

void
fetch_behind(struct fetch *f, size_t bytes, bool is_idle)
{
	f->room.behind = bytes;
	f->room.is_idle = is_idle;
}

size_t
fetch_pending(const struct fetch *f)
{
	return f->waiting.n + f->running.n + f->outage.doubted.n + f->done.n;
}

void
fetch_close(struct fetch *f)
{
	if (!f)
		return;
	drop_handed(f);
	queue_free(&f->waiting);
	queue_free(&f->outage.doubted);
	queue_free(&f->done);
	for (size_t i = 0; i < f->running.n; i++) {
		curl_multi_remove_handle(f->multi, f->running.v[i]->easy);
		curl_easy_cleanup(f->running.v[i]->easy);
		transfer_free(f->running.v[i]);
	}
	handles_free(&f->idle);
	mute_free(&f->mute);
	if (f->multi)
		curl_multi_cleanup(f->multi);
	if (!f->samples)
		curl_global_cleanup();
	sample_close(f->samples);
	vec_free(&f->running);
	vec_free(&f->watched);
	pace_free(&f->pace);
	arena_free(&f->arena);
	free(f);
}
