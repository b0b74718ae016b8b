#include "store/feeds_fetch.h"

#include "store/interval.h"
#include "store/store_impl.h"
#include "text/url.h"

enum {
	HTTP_NOT_MODIFIED = 304,
	RHYTHM_POSTS = 10, /* of late: a blog that has become another one soon has another rhythm */
};

/* Validators belong to the body that was merged: a 304 keeps them, a failure too. */
static int
store_validators(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	sqlite3_stmt *st;

	if (fetch->status == HTTP_NOT_MODIFIED)
		return 0;
	st = stmt_get(s, STMT_FEED_VALIDATORS, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, fetch->etag);
	stmt_bind_str(st, 3, fetch->last_modified);
	return stmt_run(s, st, err);
}

/* What the row says of how often it is asked, beside the answer. */
struct tempo {
	struct interval interval;
	bool has_moved;
};

static int
read_tempo(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct tempo *ret, struct err *err)
{
	struct interval *i = &ret->interval;
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_TEMPO, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	*i = (struct interval){ .tried = clock_now(), .fresh_s = fetch->fresh_s, .newest = CLOCK_NONE };
	i->seed = (unsigned)(id * 0x9e3779b1 ^ i->tried * 0x85ebca6b) >> 8;
	if (!got)
		return 0;
	i->ttl_s = stmt_num(st, 0) * 60;
	i->skip = stmt_num(st, 1);
	i->newest = stmt_time(st, 2);
	i->gap_s = stmt_num(st, 3);
	i->fails = fetch->error.n ? stmt_num(st, 4) + 1 : 0;
	i->every_s = subs_every(stmt_peek(st, 5));
	ret->has_moved = stmt_num(st, 6);
	stmt_done(st);
	return 0;
}

static int
store_moved(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_MOVED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, fetch->moved_to);
	stmt_bind_int(st, 3, clock_now());
	return stmt_run(s, st, err);
}

static int
store_good(struct store *s, int64_t id, const struct feeds_fetch *fetch, const struct tempo *tempo, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_OK, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, tempo->interval.tried);
	stmt_bind_int(st, 3, fetch->status);
	stmt_bind_int(st, 4, interval_due(&tempo->interval));
	if (stmt_run(s, st, err) < 0)
		return -1;
	if ((fetch->moved_to.n || tempo->has_moved) && store_moved(s, id, fetch, err) < 0)
		return -1;
	return store_validators(s, id, fetch, err);
}

static int
store_failed(struct store *s, int64_t id, const struct feeds_fetch *fetch, const struct tempo *tempo, struct err *err)
{
	int64_t due = interval_due(&tempo->interval);
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_FAILED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, tempo->interval.tried);
	stmt_bind_int(st, 3, fetch->status);
	stmt_bind_int(st, 4, fetch->held_until > due ? fetch->held_until : due);
	stmt_bind_str(st, 5, fetch->error);
	stmt_bind_time(st, 6, fetch->held_until);
	stmt_bind_int(st, 7, fetch->is_elsewhere);
	return stmt_run(s, st, err);
}

/* What went wrong, and nothing else; of a feed that fails itself that stays what is known. */
static int
store_excused(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_EXCUSED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, fetch->error);
	stmt_bind_int(st, 3, fetch->status);
	return stmt_run(s, st, err);
}

int
feeds_fetch_store(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	struct tempo tempo = { 0 };

	if (fetch->error.n && fetch->is_excused)
		return store_excused(s, id, fetch, err);
	if (read_tempo(s, id, fetch, &tempo, err) < 0)
		return -1;
	return fetch->error.n ? store_failed(s, id, fetch, &tempo, err) : store_good(s, id, fetch, &tempo, err);
}

int
feeds_fetch_waited(struct store *s, int64_t id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_WAITED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, clock_now());
	return stmt_run(s, st, err);
}

int
feeds_fetch_rhythm(struct store *s, int64_t id, struct err *err)
{
	int64_t dates[RHYTHM_POSTS];
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_DATES, err);
	int n = 0, got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, RHYTHM_POSTS);
	while ((got = stmt_step(s, st, err)) > 0 && n < RHYTHM_POSTS)
		dates[n++] = stmt_num(st, 0);
	stmt_done(st);
	st = got < 0 ? NULL : stmt_get(s, STMT_FEED_RHYTHM, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_time(st, 2, n ? dates[0] : CLOCK_NONE);
	stmt_bind_int(st, 3, interval_gap(dates, n));
	return stmt_run(s, st, err);
}

void
feeds_fetch_name(struct buf *out, const struct feed *feed)
{
	if (feed->title.n)
		(void)buf_add(out, feed->title);
	else if (url_is_web(feed->link))
		url_label(out, feed->link);
}

int
feeds_fetch_values(struct store *s, int64_t id, const struct feed *feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_VALUES, err);
	struct buf label = { 0 };
	int rc;

	if (!st)
		return -1;
	if (!feed->title.n)
		feeds_fetch_name(&label, feed);
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, feed->title);
	stmt_bind_str(st, 3, feed->link);
	stmt_bind_str(st, 4, feed->subtitle);
	stmt_bind_str(st, 5, feed->author);
	stmt_bind_str(st, 6, feed->language);
	stmt_bind_str(st, 7, feed->image);
	stmt_bind_int(st, 8, (int64_t)feed->repairs);
	stmt_bind_int(st, 9, feed->ttl_min);
	stmt_bind_int(st, 11, feed->skip);
	if (label.n)
		stmt_bind_str(st, 10, buf_str(&label)); /* in the place of the address of its feed */
	rc = stmt_run(s, st, err);
	buf_free(&label);
	return rc;
}
