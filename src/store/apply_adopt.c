#include "store/apply_adopt.h"

#include "store/apply_feed.h"
#include "store/feeds.h"
#include "store/identity.h"
#include "store/line.h"
#include "store/source.h"
#include "store/store_impl.h"
#include "text/url.h"

struct adopting {
	struct store *s;
	int64_t from, to;
};

static int
run_post(const struct adopting *j, enum stmt which, int64_t feed, struct str guid, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, guid);
	if (which != STMT_ADOPT_ON)
		stmt_bind_int(st, 3, j->to);
	return stmt_run(j->s, st, err);
}

/* One that the other feed has by that identity already stays; for a note alone it changes places with that. */
static int
give(const struct adopting *j, struct str guid, struct err *err)
{
	static const enum stmt steps[] = { STMT_ADOPT_NOTE, STMT_ADOPT_OFF, STMT_ADOPT_GIVE, STMT_ADOPT_NOTE_BACK };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (run_post(j, steps[i], j->from, guid, err) < 0)
			return -1;
	return run_post(j, STMT_ADOPT_ON, j->to, guid, err);
}

static int
run_feed(const struct adopting *j, enum stmt which, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	return stmt_run(j->s, st, err);
}

/* What has come counts as its feed does. */
static int
settle(const struct adopting *j, struct err *err)
{
	sqlite3_stmt *st = stmt_get(j->s, STMT_ADOPT_STATUS, err);
	int64_t status;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, j->to);
	if (stmt_int(j->s, st, FEEDS_HIDDEN, &status, err) < 0)
		return -1;
	if (status != FEEDS_HIDDEN)
		return run_feed(j, STMT_FEED_POSTS_ON, j->to, err);
	return run_feed(j, STMT_FEED_POSTS_OFF, j->to, err) < 0 ? -1 : run_feed(j, STMT_FEED_POSTS_LEFT, j->to, err);
}

static int
set_address(struct store *s, int64_t id, struct str url, struct str line, struct err *err)
{
	struct buf key = { 0 }, label = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_ADOPT_URL, err);
	int rc;

	if (!st)
		return -1;
	if (url.n) {
		identity_feed(&key, url);
		url_label(&label, url);
	}
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, url);
	stmt_bind_str(st, 3, buf_str(&key));
	stmt_bind_str(st, 4, buf_str(&label));
	stmt_bind_str(st, 5, line);
	rc = stmt_run(s, st, err);
	buf_free(&key);
	buf_free(&label);
	return rc;
}

/* The address of the other one is a former one of the feed, as long as it has its posts. */
static int
note_address(struct store *s, int64_t from, int64_t feed, bool is_back, struct str url, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, is_back ? STMT_FEED_FORMER_DROP : STMT_ADOPT_FORMER, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, is_back ? feed : from);
	if (is_back)
		stmt_bind_str(st, 2, url);
	else
		stmt_bind_int(st, 2, feed);
	return stmt_run(s, st, err);
}

/* What it gives back may have been its own as well: it is asked for all of its posts again. */
static int
ask_anew(struct store *s, int64_t feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_VALIDATORS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, STR_NONE);
	stmt_bind_str(st, 3, STR_NONE);
	return stmt_run(s, st, err) < 0 ? -1 : source_set(s, feed, NULL, err);
}

/* A line that was changed by hand is what it was: that one was taken out of the file for it is nothing by itself any more. */
static int
drop_action(struct store *s, int64_t seq, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_DROP, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, seq);
	return stmt_run(s, st, err);
}

int
apply_adopt(struct store *s, const json_t *adopt, bool is_back, struct err *err)
{
	struct adopting j = { .s = s };
	struct str url = line_str(adopt, "url"), line = line_str(adopt, "line");
	int64_t feed, from;
	json_t *guid;
	size_t i;

	if (apply_feed_by_uid(s, line_str(adopt, "feed"), true, &feed, err) < 0 ||
	    apply_feed_by_uid(s, line_str(adopt, "from"), true, &from, err) < 0)
		return -1;
	if (!feed || !from || feed == from)
		return 0;
	j.from = is_back ? feed : from;
	j.to = is_back ? from : feed;
	json_array_foreach(json_object_get(adopt, "posts"), i, guid)
		if (give(&j, str_of(json_string_value(guid)), err) < 0)
			return -1;
	if (settle(&j, err) < 0 || run_feed(&j, is_back ? STMT_ADOPT_RAISE : STMT_ADOPT_SINK, from, err) < 0)
		return -1;
	if (note_address(s, from, feed, is_back, url, err) < 0 || (is_back && ask_anew(s, feed, err) < 0))
		return -1;
	if (is_back && drop_action(s, line_int(adopt, "seq"), err) < 0)
		return -1;
	return set_address(s, from, is_back ? url : STR_NONE, is_back ? line : STR_NONE, err);
}
