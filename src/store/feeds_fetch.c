#include "store/feeds_fetch.h"

#include "store/store_impl.h"
#include "text/url.h"

enum { HTTP_NOT_MODIFIED = 304 };

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

int
feeds_fetch_store(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err)
{
	bool is_ok = !fetch->error.n;
	sqlite3_stmt *st = stmt_get(s, is_ok ? STMT_FEED_OK : STMT_FEED_FAILED, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_int(st, 2, clock_now());
	stmt_bind_int(st, 3, fetch->status);
	stmt_bind_time(st, 4, fetch->held_until);
	if (!is_ok)
		stmt_bind_str(st, 5, fetch->error);
	if (stmt_run(s, st, err) < 0)
		return -1;
	if (!is_ok)
		return 0;
	if (fetch->moved_to.n && store_moved(s, id, fetch, err) < 0)
		return -1;
	return store_validators(s, id, fetch, err);
}

int
feeds_fetch_values(struct store *s, int64_t id, const struct feed *feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_VALUES, err);
	struct buf label = { 0 };
	int rc;

	if (!st)
		return -1;
	if (!feed->title.n && url_is_web(feed->link))
		url_label(&label, feed->link);
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, feed->title);
	stmt_bind_str(st, 3, feed->link);
	stmt_bind_str(st, 4, feed->subtitle);
	stmt_bind_str(st, 5, feed->author);
	stmt_bind_str(st, 6, feed->language);
	stmt_bind_str(st, 7, feed->image);
	stmt_bind_int(st, 8, (int64_t)feed->repairs);
	stmt_bind_int(st, 9, feed->ttl_min);
	if (label.n)
		stmt_bind_str(st, 10, buf_str(&label)); /* readers know the blog by it, not by the address of its feed */
	rc = stmt_run(s, st, err);
	buf_free(&label);
	return rc;
}
