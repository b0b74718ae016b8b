#include "sync/sync_trip.h"

#include <stdio.h>

#include "base/tr.h"
#include "store/feeds_fetch.h"
#include "sync/sync_words.h"
#include "text/feed_why.h"
#include "text/utf8.h"

/* Of those that were left: how many are named, and what is shown of a name. */
enum {
	LEFT_NAMED = 5, LEFT_BYTES = 60,
	LEFT_WAITED = 256, /* that are noted: more are not under way */
};

static void
count(struct trip *trip, size_t visit)
{
	trip->done++;
	trip->are_done[visit] = true;
}

/* As it is in the cache by now, which matters to nobody so much that it may fail. */
static void
read_row(const struct trip *trip, struct arena *a, struct feeds_row *row)
{
	struct feeds_row now;
	struct err err = { 0 };

	if (trip->opts->wants_rows && !feeds_get(trip->store, a, row->id, &now, &err))
		*row = now;
}

static void
tell(struct trip *trip, size_t visit, struct sync_event event, struct str title)
{
	struct feeds_row row = *trip->feeds[visit];
	struct sync_sum *sum = trip->sum;
	struct arena a = { 0 };

	read_row(trip, &a, &row);
	row.name = sync_words_name(&row, title);
	event.feed = &row;
	event.done = ++trip->told;
	event.total = sum->total;
	sum->ok += event.outcome == SYNC_OK;
	sum->same += event.outcome == SYNC_SAME;
	sum->failed += event.outcome == SYNC_FAILED;
	sum->held += event.outcome == SYNC_HELD;
	sum->unreached += event.is_unreached;
	sum->offline += event.is_offline;
	sum->added += event.count.added;
	sum->changed += event.count.changed;
	sum->bytes += event.bytes;
	if (trip->opts->event)
		trip->opts->event(trip->opts->user, &event);
	arena_free(&a);
}

/* It is known whose fault these are: of the network that answers by place, or by no certificate where that is empty; without it they are the feeds' own. */
static void
tell_doubted(struct trip *trip, const struct str *place)
{
	struct buf code = { 0 }, text = { 0 };

	if (!trip->doubt.v.n)
		return;
	if (place)
		sync_portal_code(&code, *place);
	feed_why_text(&text, buf_str(&code));
	for (size_t i = 0; i < trip->doubt.v.n; i++) {
		const struct sync_doubted *one = &trip->doubt.v.v[i];
		struct sync_event event = one->event;

		if (place && str_eq_icase(trip->portal.v.v[one->answer].place, *place)) {
			event.is_common = true;
			event.why = buf_str(&code);
			event.text = buf_cstr(&text);
		}
		tell(trip, one->visit, event, STR_NONE);
	}
	sync_doubt_free(&trip->doubt);
	buf_free(&code);
	buf_free(&text);
}

void
sync_trip_tell(struct trip *trip, size_t visit, struct sync_event event, struct str title)
{
	if (event.outcome == SYNC_OK || event.outcome == SYNC_SAME)
		sync_portal_good(&trip->portal, trip->feeds[visit]->url);
	if (trip->portal.has_good)
		tell_doubted(trip, NULL);
	count(trip, visit);
	tell(trip, visit, event, title);
}

/* Errors of the cache as a whole, held by another program too, end the sync; of one feed, only that feed failed. */
static bool
is_fatal(const struct err *err)
{
	return err->code == ERR_IO || err->code == ERR_CACHE || err->code == ERR_BUSY || err->code == ERR_STOPPED;
}

/* The cache has the code, whoever is told the words. */
static int
fail(struct trip *trip, size_t visit, struct sync_event event, const struct feeds_fetch *found, bool is_doubted, struct err *err)
{
	struct feeds_fetch fetch = *found;
	struct buf text = { 0 };
	int rc;

	sync_words(&text, &event, trip->feeds[visit], found->held_until);
	event.outcome = SYNC_FAILED;
	event.code = found->status;
	event.text = buf_cstr(&text);
	fetch.error = event.why;
	rc = feeds_fetched(trip->store, trip->feeds[visit]->id, &fetch, err) < 0 && is_fatal(err) ? -1 : 0;
	if (!rc && is_doubted) {
		count(trip, visit);
		sync_doubt_add(&trip->doubt, visit, trip->portal.v.n - 1, &event);
	} else if (!rc) {
		sync_trip_tell(trip, visit, event, STR_NONE);
	}
	buf_free(&text);
	return rc;
}

int
sync_trip_fail(struct trip *trip, size_t visit, struct sync_event event, const struct feeds_fetch *found, struct err *err)
{
	return fail(trip, visit, event, found, false, err);
}

/* The host that a page came from, or where it leads on to at once. */
static struct str
host_behind(const struct sync_job *job)
{
	for (size_t i = 0; i < job->links.n; i++)
		if (job->links.v[i].kind == RECORD_LINK_GO)
			return url_host(job->links.v[i].url);
	return url_host(job->url);
}

int
sync_trip_fail_parse(struct trip *trip, const struct sync_job *job, struct sync_event event, struct err *err)
{
	const struct feeds_row *feed = trip->feeds[job->visit];
	bool is_doubted = job->problem == FEED_IS_HTML && !sync_portal_own(&trip->portal, feed, event.why) &&
		sync_portal_odd(&trip->portal, feed, host_behind(job), job->feed.title, job->article.kind == PAGE_LOGIN);

	event.is_led = !str_eq(job->url, feed->url);
	return fail(trip, job->visit, event, &job->fetch, is_doubted, err);
}

int
sync_trip_fail_store(struct trip *trip, size_t visit, const struct feeds_fetch *fetch, int64_t bytes, struct err *err)
{
	struct err why = *err;

	if (is_fatal(err))
		return -1;
	return sync_trip_fail(trip, visit, (struct sync_event){ .stage = "store", .why = str_lit("unstored"), .text = why.text, .bytes = bytes },
		fetch, err);
}

/* Whether it is sync_way.h that tells of it. */
static bool
is_in_the_way(const struct fetch_answer *answer)
{
	return answer->is_proxy_down || answer->is_unasked || answer->status == FETCH_NETWORK_LOGIN;
}

/* Whoever sends a certificate or leads elsewhere is there, but for the network that asks for a login; of who is too slow it counts whether anything came. */
static bool
is_unreached(const struct fetch_answer *answer)
{
	if (is_in_the_way(answer))
		return true;
	return !answer->status && !answer->led_to.n && !answer->is_unsafe &&
		(answer->class == FETCH_NETWORK || str_is(answer->why, "slow"));
}

/* Whether it may be the answer of a network that wants a login. */
static bool
is_doubtful(struct trip *trip, const struct feeds_row *feed, const struct fetch_answer *answer)
{
	if (is_in_the_way(answer) || (!answer->is_unsafe && !answer->led_to.n) || sync_portal_own(&trip->portal, feed, answer->why))
		return false;
	if (answer->is_unsafe)
		return sync_portal_untrusted(&trip->portal, feed);
	return sync_portal_odd(&trip->portal, feed, answer->led_to, STR_NONE, false);
}

/* Who wants to be left alone speaks for the whole place. */
int
sync_trip_fail_fetch(struct trip *trip, size_t visit, const struct fetch_answer *answer, struct err *err)
{
	const struct feeds_fetch fetch = { .status = answer->status, .held_until = answer->held_until,
		.is_elsewhere = answer->is_elsewhere, .is_excused = fetch_is_excused(answer) };
	const struct sync_event event = { .stage = "fetch", .why = answer->why, .bytes = answer->wire_bytes,
		.is_offline = answer->is_offline, .is_common = answer->is_offline || is_in_the_way(answer), .is_unreached = is_unreached(answer),
		.is_led = answer->led_to.n > 0 };

	if (is_in_the_way(answer))
		sync_way_add(&trip->way, answer->why);
	if (fail(trip, visit, event, &fetch, is_doubtful(trip, trip->feeds[visit], answer), err) < 0)
		return -1;
	return answer->held_until == CLOCK_NONE ? 0 :
		sync_holds_add(&trip->holds, trip->store, trip->fetch, answer->url, answer->held_until, err);
}

void
sync_trip_leave(struct trip *trip, size_t visit)
{
	sync_holds_count(&trip->holds, trip->feeds[visit]->url, CLOCK_NONE);
	sync_trip_tell(trip, visit, (struct sync_event){ .outcome = SYNC_HELD }, STR_NONE);
}

/* That this cannot be noted does no harm. */
static void
note_waited(const struct trip *trip)
{
	void *users[LEFT_WAITED];
	size_t n = fetch_slow(trip->fetch, users, LEFT_WAITED);

	if (!n || store_begin(trip->store, NULL) < 0)
		return;
	for (size_t i = 0; i < n; i++)
		(void)feeds_fetch_waited(trip->store, (*(const struct feeds_row **)users[i])->id, NULL);
	if (store_commit(trip->store, NULL) < 0)
		store_rollback(trip->store);
}

void
sync_trip_leave_rest(const struct trip *trip)
{
	struct sync_sum *sum = trip->sum;
	struct buf names = { 0 };
	size_t n = 0;

	if (sum->left && trip->fetch)
		note_waited(trip);
	for (size_t i = 0; i < sum->total && sum->left && n < LEFT_NAMED; i++)
		if (!trip->are_done[i])
			(void)buf_printf(&names, "%s%.*s", n++ ? ", " : "", STR(utf8_prefix(trip->feeds[i]->name, LEFT_BYTES)));
	(void)snprintf(sum->left_names, sizeof sum->left_names, "%.*s%s", STR(buf_str(&names)), sum->left > n ? ", …" : "");
	buf_free(&names);
}

/* Those that are offered another address, whether they were asked this time or not. */
static int
tell_moved(const struct trip *trip, struct err *err)
{
	struct buf text = { 0 };
	int64_t n;

	if (feeds_count_moved(trip->store, &n, err) < 0)
		return -1;
	if (n) {
		(void)buf_printf(&text, tr_n("%zu feed has moved for good: ‘sosik move’ says where to, ‘sosik move --all’ follows",
			"%zu feeds have moved for good: ‘sosik move’ says where to, ‘sosik move --all’ follows", (unsigned long)n), (size_t)n);
		trip->opts->remark(trip->opts->user, buf_cstr(&text));
	}
	buf_free(&text);
	return 0;
}

int
sync_trip_end(struct trip *trip, struct err *err)
{
	const struct sync_opts *opts = trip->opts;
	struct str place;
	size_t n;
	bool is_portal;

	trip->portal.asked = trip->sum->total;
	is_portal = sync_portal_find(&trip->portal, &place, &n);
	if (sync_portal_end(&trip->portal, trip->store, opts->notice, opts->user, err) < 0)
		return -1;
	tell_doubted(trip, is_portal ? &place : NULL);
	if (is_portal)
		trip->sum->unreached = trip->sum->failed;
	sync_way_tell(&trip->way, opts->notice, opts->user);
	if (!opts->remark)
		return 0;
	if (trip->ready.told.n)
		opts->remark(opts->user, buf_cstr(&trip->ready.told));
	sync_holds_tell(&trip->holds, opts->remark, opts->user);
	return tell_moved(trip, err);
}
