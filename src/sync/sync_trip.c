#include "sync/sync_trip.h"

#include <stdio.h>

#include "base/tr.h"
#include "store/feeds_fetch.h"
#include "sync/sync_words.h"
#include "text/utf8.h"

/* Of those that were left: how many are named, and what is shown of a name. */
enum {
	LEFT_NAMED = 5, LEFT_BYTES = 60,
	LEFT_WAITED = 256, /* that are noted: more are not under way */
};

void
sync_trip_tell(struct trip *trip, size_t visit, struct sync_event event, struct str title)
{
	struct feeds_row row = *trip->feeds[visit];
	struct sync_sum *sum = trip->sum;

	row.name = sync_words_name(&row, title);
	if (event.outcome == SYNC_OK || event.outcome == SYNC_SAME)
		sync_portal_good(&trip->portal, row.url);
	event.feed = &row;
	event.done = ++trip->done;
	trip->are_told[visit] = true;
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
}

/* Errors of the cache as a whole, held by another program too, end the sync; of one feed, only that feed failed. */
static bool
is_fatal(const struct err *err)
{
	return err->code == ERR_IO || err->code == ERR_CACHE || err->code == ERR_BUSY || err->code == ERR_STOPPED;
}

/* The cache has the code, whoever is told now the words. */
int
sync_trip_fail(struct trip *trip, size_t visit, struct sync_event event, const struct feeds_fetch *found, struct err *err)
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
	if (!rc)
		sync_trip_tell(trip, visit, event, STR_NONE);
	buf_free(&text);
	return rc;
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
	return answer->is_proxy_down || answer->status == FETCH_NETWORK_LOGIN;
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

/* Who wants to be left alone speaks for the whole place. */
int
sync_trip_fail_fetch(struct trip *trip, size_t visit, const struct fetch_answer *answer, struct err *err)
{
	const struct feeds_fetch fetch = { .status = answer->status, .held_until = answer->held_until,
		.is_elsewhere = answer->is_elsewhere, .is_excused = fetch_is_excused(answer) };
	const struct sync_event event = { .stage = "fetch", .why = answer->why, .bytes = answer->wire_bytes,
		.is_offline = answer->is_offline, .is_common = answer->is_offline || is_in_the_way(answer), .is_unreached = is_unreached(answer) };

	if (is_in_the_way(answer))
		sync_way_add(&trip->way, answer->why);
	else if (answer->is_unsafe)
		sync_portal_untrusted(&trip->portal, trip->feeds[visit]);
	else
		sync_portal_odd(&trip->portal, trip->feeds[visit], answer->led_to, STR_NONE);
	if (sync_trip_fail(trip, visit, event, &fetch, err) < 0)
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
		if (!trip->are_told[i])
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

	if (sync_portal_end(&trip->portal, trip->store, opts->notice, opts->user, err) < 0)
		return -1;
	if (sync_portal_find(&trip->portal, &place, &n))
		trip->sum->unreached = trip->sum->failed;
	sync_way_tell(&trip->way, opts->notice, opts->user);
	if (!opts->remark)
		return 0;
	if (trip->ready.told.n)
		opts->remark(opts->user, buf_cstr(&trip->ready.told));
	sync_holds_tell(&trip->holds, opts->remark, opts->user);
	return tell_moved(trip, err);
}
