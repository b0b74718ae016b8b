#include "sync/pictures.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/tr.h"
#include "image/image_kind.h"
#include "net/fetch.h"
#include "store/feeds.h"
#include "store/images.h"
#include "store/posts.h"
#include "sync/fulltext_place.h"
#include "text/josa.h"
#include "text/url.h"
#include "text/url_near.h"

enum { WAIT_MS = 500 };

/* Set by a signal. */
static volatile sig_atomic_t pictures_is_stopped;

enum state { NEW, ASKED, DONE };

struct trip {
	struct store *store;
	const struct pictures_opts *opts;
	struct pictures_sum *sum;
	struct fetch *fetch;
	struct fulltext_places places;
	struct arena arena;
	struct str feed_url;
	enum state *states; /* of each address */
	size_t done;
};

void
pictures_stop(void)
{
	pictures_is_stopped = 1;
}

static void
tell(struct trip *trip, size_t i, enum pictures_outcome outcome, int64_t bytes, struct str why)
{
	struct pictures_event event = { .number = i + 1, .outcome = outcome, .bytes = bytes, .total = trip->opts->n };
	struct buf text = { 0 };

	trip->states[i] = DONE;
	trip->sum->ok += outcome == PICTURES_OK;
	trip->sum->same += outcome == PICTURES_SAME;
	trip->sum->failed += outcome == PICTURES_FAILED;
	event.done = ++trip->done;
	josa_apply(&text, why);
	event.text = buf_cstr(&text);
	if (trip->opts->event)
		trip->opts->event(trip->opts->user, &event);
	buf_free(&text);
}

static void
fail(struct trip *trip, size_t i, const char *why)
{
	tell(trip, i, PICTURES_FAILED, 0, str_of(why));
}

static void
fail_why(struct trip *trip, size_t i, const struct fulltext_why *why)
{
	struct buf text = { 0 };

	trip->sum->unreached += why->how == FULL_UNREACHED;
	fulltext_why_tell(why, &text);
	tell(trip, i, PICTURES_FAILED, 0, buf_str(&text));
	buf_free(&text);
}

/* ---- asking */

static bool
is_there(struct str url)
{
	int fd = images_open(url);

	if (fd >= 0)
		(void)close(fd);
	return fd >= 0;
}

/* What needs no asking; true when it is told. */
static bool
settle(struct trip *trip, size_t i)
{
	struct str url = trip->opts->urls[i];
	struct fulltext_why why;

	if (is_there(url)) {
		tell(trip, i, PICTURES_SAME, 0, STR_NONE);
		return true;
	}
	if (!url_is_web(url) || url.n > LIMIT_URL)
		fulltext_why_set(&why, FULL_REFUSED, "no-link");
	else if (!url_near_may_lead(trip->feed_url, url))
		fulltext_why_set(&why, FULL_REFUSED, "internal %.*s", STR(str_sub(url_host(url), 0, 100)));
	else
		return false;
	fail_why(trip, i, &why);
	return true;
}

static void
ask(struct trip *trip, size_t i)
{
	struct fetch_request request = { .url = trip->opts->urls[i], .max_bytes = LIMIT_IMAGE_BYTES, .wants = FETCH_IMAGE,
		.user = &trip->states[i] };
	struct fulltext_why why;
	struct err err = { 0 };
	enum fulltext_turn turn = fulltext_place_turn(&trip->places, request.url, &why);
	enum sync_access_when when = SYNC_ACCESS_NOW;

	if (turn == FULLTEXT_TURN_NEVER)
		fail_why(trip, i, &why);
	if (turn != FULLTEXT_TURN_NOW)
		return;
	if (trip->opts->access)
		when = sync_access_get(trip->opts->access, trip->feed_url, request.url, &request.access, &err);
	if (when == SYNC_ACCESS_NEVER)
		fail(trip, i, err.text);
	if (when != SYNC_ACCESS_NOW)
		return;
	trip->states[i] = ASKED;
	fulltext_place_begin(&trip->places, request.url);
	fetch_add(trip->fetch, &request);
}

static void
ask_all(struct trip *trip)
{
	if (trip->opts->access)
		sync_access_step(trip->opts->access);
	for (size_t i = 0; i < trip->opts->n; i++)
		if (trip->states[i] == NEW && !settle(trip, i))
			ask(trip, i);
}

/* ---- what comes */

static int
keep(struct trip *trip, size_t i, struct str bytes, struct err *err)
{
	enum image_kind kind = image_kind_of(bytes);

	if (kind == IMAGE_KIND_NONE) {
		fail(trip, i, tr("it is no picture"));
		return 0;
	}
	if (images_put(trip->opts->urls[i], bytes, err) < 0)
		return -1;
	tell(trip, i, PICTURES_OK, (int64_t)bytes.n, STR_NONE);
	return 0;
}

static int
on_answer(struct trip *trip, const struct fetch_answer *answer, struct err *err)
{
	size_t i = (size_t)((enum state *)answer->user - trip->states);
	struct fulltext_why why;

	if (fulltext_place_end(&trip->places, trip->store, trip->opts->urls[i], answer, err) < 0)
		return -1;
	if (answer->class == FETCH_OK)
		return keep(trip, i, answer->body, err);
	(void)fulltext_why_answer(&why, answer);
	fail_why(trip, i, &why);
	return 0;
}

static int
step(struct trip *trip, struct err *err)
{
	struct pollfd polled[LIMIT_PASSWORDS];
	struct fetch_answer answer;
	size_t n = trip->opts->access ? sync_access_polled(trip->opts->access, polled, LIMIT_PASSWORDS) : 0;

	if (!fetch_pending(trip->fetch)) {
		if (n)
			(void)poll(polled, n, WAIT_MS); /* there is nothing but passwords to wait for */
		return 0;
	}
	fetch_watch(trip->fetch, polled, n);
	return fetch_next(trip->fetch, WAIT_MS, &answer) > 0 ? on_answer(trip, &answer, err) : 0;
}

static int
open_trip(struct trip *trip, struct err *err)
{
	const struct pictures_opts *opts = trip->opts;
	const struct fetch_opts fetch = { .gap_ms = LIMIT_FEED_GAP_MS, .samples = opts->samples, .routes = opts->routes,
		.n_routes = opts->n_routes };
	struct posts_row post;
	struct feeds_row feed;

	if (posts_get(trip->store, &trip->arena, opts->post_id, &post, err) < 0 ||
		feeds_get(trip->store, &trip->arena, post.feed_id, &feed, err) < 0)
		return -1;
	trip->feed_url = feed.url;
	trip->states = arena_new(&trip->arena, enum state, opts->n);
	return fulltext_place_read(&trip->places, trip->store, err) < 0 ? -1 : fetch_open(&trip->fetch, &fetch, err);
}

int
pictures_run(struct store *s, const struct pictures_opts *opts, struct pictures_sum *ret, struct err *err)
{
	struct trip trip = { .store = s, .opts = opts, .sum = ret };
	int rc;

	*ret = (struct pictures_sum){ .total = opts->n };
	rc = open_trip(&trip, err);
	while (!rc && trip.done < opts->n && !pictures_is_stopped) {
		ask_all(&trip);
		rc = step(&trip, err);
	}
	if (ret->ok)
		images_trim(LIMIT_IMAGE_CACHE);
	fetch_close(trip.fetch);
	fulltext_place_free(&trip.places);
	arena_free(&trip.arena);
	return rc;
}
