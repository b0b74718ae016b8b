#include "store/apply_feed.h"

#include "base/tr.h"
#include "store/apply_adopt.h"
#include "store/feeds.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "store/subs_line.h"
#include "text/url.h"

static int
run_id(struct store *s, enum stmt which, int64_t id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}

static int
find(struct store *s, struct str uid, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_BY_UID, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, uid);
	return stmt_int(s, st, 0, id, err);
}

static int
add(struct store *s, struct str uid, struct str url, struct str line, enum feeds_status status, int64_t *id,
    struct err *err)
{
	struct buf key = { 0 }, label = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_ADD, err);
	int rc;

	if (!st)
		return -1;
	identity_feed(&key, url);
	url_label(&label, url);
	stmt_bind_str(st, 1, uid);
	stmt_bind_str(st, 2, url);
	stmt_bind_str(st, 3, buf_str(&key));
	stmt_bind_str(st, 4, buf_str(&label));
	stmt_bind_str(st, 5, line);
	stmt_bind_int(st, 6, status);
	rc = stmt_run(s, st, err);
	*id = sqlite3_last_insert_rowid(s->db);
	buf_free(&key);
	buf_free(&label);
	return rc;
}

int
apply_feed_by_uid(struct store *s, struct str uid, bool is_made, int64_t *id, struct err *err)
{
	*id = 0;
	if (!uid.n)
		return 0;
	if (find(s, uid, id, err) < 0)
		return -1;
	return *id || !is_made ? 0 : add(s, uid, STR_NONE, STR_NONE, FEEDS_HIDDEN, id, err);
}

/* The rest of a line of the feeds file, and whether it asks the same of the feed as the one before. */
struct rest {
	struct str line;
	bool is_same;
};

/* Runs a statement that takes id, url, its key, label and, where it has a ?5 and ?6, these. */
static int
set_url(struct store *s, enum stmt which, int64_t id, struct str url, const struct rest *rest, struct err *err)
{
	struct buf key = { 0 }, label = { 0 };
	sqlite3_stmt *st = stmt_get(s, which, err);
	int rc;

	if (!st)
		return -1;
	identity_feed(&key, url);
	url_label(&label, url);
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, url);
	stmt_bind_str(st, 3, buf_str(&key));
	stmt_bind_str(st, 4, buf_str(&label));
	if (rest) {
		stmt_bind_str(st, 5, rest->line);
		stmt_bind_int(st, 6, rest->is_same);
	}
	rc = stmt_run(s, st, err);
	buf_free(&key);
	buf_free(&label);
	return rc;
}

/* Whether its line here asks what this one asks: then it is due when it was. */
static int
asks_same(struct store *s, struct str uid, struct str line, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_LINE, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, uid);
	got = stmt_step(s, st, err);
	*ret = got > 0 && subs_line_asks_same(stmt_peek(st, 1), line);
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
subscribe(struct store *s, const json_t *line, struct err *err)
{
	struct str uid = line_str(line, "feed"), url = line_str(line, "url"), rest = line_str(line, "line");
	bool is_same;
	int64_t id;

	if (!uid.n || !url.n)
		return 0;
	if (find(s, uid, &id, err) < 0)
		return -1;
	if (!id && add(s, uid, url, rest, FEEDS_ACTIVE, &id, err) < 0)
		return -1;
	if (line_int(line, "met") && run_id(s, STMT_MET_SET, id, err) < 0)
		return -1;
	if (asks_same(s, uid, rest, &is_same, err) < 0)
		return -1;
	if (set_url(s, STMT_FEED_SUBSCRIBE, id, url, &(struct rest){ rest, is_same }, err) < 0)
		return -1;
	return run_id(s, STMT_FEED_POSTS_ON, id, err);
}

static int
unsubscribe(struct store *s, const json_t *line, struct err *err)
{
	int64_t id;

	if (apply_feed_by_uid(s, line_str(line, "feed"), false, &id, err) < 0)
		return -1;
	if (!id)
		return 0;
	if (run_id(s, STMT_FEED_UNSUBSCRIBE, id, err) < 0 || run_id(s, STMT_FEED_POSTS_OFF, id, err) < 0)
		return -1;
	return run_id(s, STMT_FEED_POSTS_LEFT, id, err);
}

/* Before a feed gets this address: the one it has becomes a former one, or, on its way back, this one is no former one any more. */
static int
note_address(struct store *s, enum stmt which, int64_t id, struct str url, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	stmt_bind_str(st, 2, url);
	return stmt_run(s, st, err);
}

/* One that is there already stays as it is. */
static int
move(struct store *s, const json_t *line, enum stmt note, struct err *err)
{
	struct str url = line_str(line, "url");
	int64_t id;

	if (apply_feed_by_uid(s, line_str(line, "feed"), true, &id, err) < 0)
		return -1;
	if (!id || !url.n)
		return 0;
	if (note_address(s, note, id, url, err) < 0)
		return -1;
	return set_url(s, STMT_FEED_MOVE, id, url, NULL, err);
}

int
apply_feed_line(struct store *s, const json_t *line, struct str verb, struct err *err)
{
	if (str_is(verb, "subscribe"))
		return subscribe(s, line, err);
	if (str_is(verb, "unsubscribe"))
		return unsubscribe(s, line, err);
	if (str_is(verb, "move"))
		return move(s, line, STMT_FEED_FORMER, err);
	if (str_is(verb, "move-back"))
		return move(s, line, STMT_FEED_FORMER_DROP, err);
	if (str_is(verb, "adopt") || str_is(verb, "release"))
		return apply_adopt(s, line, str_is(verb, "release"), err);
	return 0;
}

int
apply_feed_list(struct store *s, const json_t *line, struct err *err)
{
	json_t *feed;
	size_t i;

	json_array_foreach(json_object_get(line, "feeds"), i, feed)
		if (apply_feed_line(s, feed, line_str(feed, "do"), err) < 0)
			return -1;
	return 0;
}

int
apply_feed_met(struct store *s, const json_t *line, struct err *err)
{
	json_t *uid;
	size_t i;

	json_array_foreach(json_object_get(line, "met"), i, uid) {
		int64_t id;

		if (apply_feed_by_uid(s, str_of(json_string_value(uid)), false, &id, err) < 0 ||
		    (id && run_id(s, STMT_MET_SET, id, err) < 0))
			return -1;
	}
	return 0;
}

int
apply_feed_text(struct store *s, struct str elements, struct err *err)
{
	struct buf text = { 0 };
	json_t *line;
	int rc;

	(void)buf_printf(&text, "{\"feeds\":[%.*s]}", STR(elements));
	line = line_parse(buf_str(&text));
	if (line)
		rc = apply_feed_list(s, line, err);
	else
		rc = err_set(err, ERR_FAILED, tr("out of memory; nothing stored is lost"));
	json_decref(line);
	buf_free(&text);
	return rc;
}
