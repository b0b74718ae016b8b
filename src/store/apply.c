#include "store/apply.h"

#include "base/clock.h"
#include "store/apply_feed.h"
#include "store/apply_post.h"
#include "store/apply_tag.h"
#include "store/store_impl.h"
#include "text/nfc.h"

int
apply_get(struct store *s, const char *key, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_META_GET, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, str_of(key));
	return stmt_int(s, st, 0, ret, err);
}

int
apply_set(struct store *s, const char *key, int64_t value, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_META_SET, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, str_of(key));
	stmt_bind_int(st, 2, value);
	return stmt_run(s, st, err);
}

int
apply_tag(struct store *s, struct str name, int64_t *id, struct err *err)
{
	struct buf key = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_FIND, err);
	int rc = -1;

	nfc_fold(&key, name);
	if (!st)
		goto out;
	stmt_bind_str(st, 1, buf_str(&key));
	if (stmt_int(s, st, 0, id, err) < 0)
		goto out;
	if (*id) {
		rc = 0;
		goto out;
	}
	st = stmt_get(s, STMT_TAG_ADD, err);
	if (!st)
		goto out;
	stmt_bind_str(st, 1, buf_str(&key));
	stmt_bind_str(st, 2, name);
	rc = stmt_run(s, st, err);
	*id = sqlite3_last_insert_rowid(s->db);
out:
	buf_free(&key);
	return rc;
}

static int
run(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_run(s, st, err) : -1;
}

static int
run_tag(struct store *s, enum stmt which, struct str tag, struct err *err)
{
	sqlite3_stmt *st;
	int64_t id;

	if (apply_tag(s, tag, &id, err) < 0)
		return -1;
	st = stmt_get(s, which, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}

/* All of the posts but what they are known by. */
static int
purge(struct store *s, struct err *err)
{
	static const enum stmt steps[] = { STMT_PURGE_KEEP, STMT_PURGE_BODY, STMT_PURGE_FULL, STMT_PURGE_POSITION,
		STMT_PURGE_CATEGORY, STMT_PURGE_POST };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (run(s, steps[i], err) < 0)
			return -1;
	return 0;
}

int
apply_part(struct store *s, enum line_part part, struct str tag, struct err *err)
{
	static const enum stmt sets[] = {
		[LINE_READ] = STMT_SET_READ, [LINE_UNREAD] = STMT_SET_UNREAD, [LINE_STAR] = STMT_SET_STAR,
		[LINE_UNSTAR] = STMT_SET_UNSTAR, [LINE_HIDE] = STMT_SET_HIDE, [LINE_UNHIDE] = STMT_SET_UNHIDE,
		[LINE_TAG] = STMT_SET_TAG, [LINE_UNTAG] = STMT_SET_UNTAG,
	};
	bool is_tag = part == LINE_TAG || part == LINE_UNTAG;

	if (part == LINE_PURGE)
		return purge(s, err);
	if ((is_tag ? run_tag(s, sets[part], tag, err) : run(s, sets[part], err)) < 0)
		return -1;
	/* Of what is read no page is waited for; now it is again (sync/sync_full.c). */
	if ((part == LINE_UNREAD || part == LINE_STAR) && run(s, STMT_WANTED_AGAIN, err) < 0)
		return -1;
	if (line_is_keeping(part))
		return run(s, STMT_SET_KEPT, err);
	if (part == LINE_UNSTAR || part == LINE_UNTAG)
		return run(s, STMT_SET_OFF, err);
	return 0;
}

/* The posts of one part into temp.act. */
static int
choose(struct store *s, const json_t *line, const json_t *part, enum line_part what, struct err *err)
{
	/* Taking away from a post that is not there is nothing; giving makes it. */
	bool makes = what == LINE_READ || what == LINE_STAR || what == LINE_HIDE || what == LINE_TAG ||
		what == LINE_PURGE;
	const char *uid;
	json_t *posts, *post;
	size_t i;

	if (run(s, STMT_ACT_CLEAR, err) < 0)
		return -1;
	json_object_foreach(json_object_get(part, "posts"), uid, posts) {
		int64_t feed;

		if (apply_feed_by_uid(s, str_of(uid), makes, &feed, err) < 0)
			return -1;
		if (!feed)
			continue;
		json_array_foreach(posts, i, post)
			if (apply_post_choose(s, feed, post, line_int(line, "time"), makes, err) < 0)
				return -1;
	}
	return 0;
}

static int
apply_parts(struct store *s, const json_t *line, struct err *err)
{
	bool is_by_rules = str_is(line_str(line, "by"), "rules");
	json_t *part;
	size_t i;

	json_array_foreach(json_object_get(line, "parts"), i, part) {
		enum line_part what = line_part_of(json_string_value(json_object_get(part, "do")));
		struct str tag = line_str(part, "tag");

		if (what == LINE_PARTS || ((what == LINE_TAG || what == LINE_UNTAG) && !tag.n))
			continue;
		if (choose(s, line, part, what, err) < 0 || apply_part(s, what, tag, err) < 0)
			return -1;
		if (is_by_rules && run(s, STMT_ARRIVED_ACT, err) < 0)
			return -1;
	}
	return 0;
}

/* What a line did to feeds, to posts and to tags. */
static int
apply_all(struct store *s, const json_t *line, struct err *err)
{
	if (apply_feed_list(s, line, err) < 0 || apply_feed_met(s, line, err) < 0 || apply_parts(s, line, err) < 0)
		return -1;
	return apply_tag_line(s, line, err);
}

/* Back: what was done last is undone first. */
static int
apply_back(struct store *s, const json_t *line, struct err *err)
{
	if (apply_feed_list(s, line, err) < 0 || apply_tag_line(s, line, err) < 0)
		return -1;
	return apply_parts(s, line, err);
}

static int
add_action(struct store *s, int64_t seq, int64_t place, int64_t first, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_ADD, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, seq);
	stmt_bind_int(st, 2, place);
	stmt_bind_int(st, 3, first);
	return stmt_run(s, st, err);
}

int
apply_action(struct store *s, int64_t seq, int64_t place, int64_t first, struct err *err)
{
	return run(s, STMT_ACTION_DROP_UNDONE, err) < 0 ? -1 : add_action(s, seq, place, first, err);
}

static int
set_undone(struct store *s, int64_t seq, int64_t mark, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ACTION_SET_UNDONE, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, seq);
	stmt_bind_int(st, 2, mark);
	return stmt_run(s, st, err);
}

/* An action from before a snapshot, which has what it did. */
static int
apply_past(struct store *s, const json_t *line, int64_t place, struct err *err)
{
	int64_t seq = line_int(line, "seq");

	if (add_action(s, seq, place, line_first(line), err) < 0)
		return -1;
	return set_undone(s, seq, line_int(line, "past"), err);
}

/* An undo or redo: its own number marks the line as undone, 0 as standing. */
static int
apply_undone(struct store *s, const json_t *line, int64_t mark, struct err *err)
{
	if (apply_feed_line(s, line, line_str(line, "act"), err) < 0 || (mark ? apply_back : apply_all)(s, line, err) < 0)
		return -1;
	return set_undone(s, line_int(line, "of"), mark, err);
}

static int
apply_position(struct store *s, const json_t *line, struct err *err)
{
	sqlite3_stmt *st;
	int64_t feed, post;

	if (apply_feed_by_uid(s, line_str(line, "feed"), true, &feed, err) < 0 ||
	    apply_post_find(s, feed, json_object_get(line, "post"), line_int(line, "time"), true, &post, err) < 0)
		return -1;
	st = stmt_get(s, STMT_POSITION_SET, err);
	if (!st || !post)
		return st ? 0 : -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_int(st, 2, line_int(line, "section"));
	stmt_bind_int(st, 3, line_int(line, "letter"));
	return stmt_run(s, st, err);
}

static int
apply_snapshot(struct store *s, struct err *err)
{
	static const enum stmt forget[] = {
		STMT_FORGET_TAGS, STMT_FORGET_POSITIONS, STMT_FORGET_POSTS, STMT_FORGET_ACTIONS, STMT_FEED_HIDE_ALL,
	};

	for (size_t i = 0; i < sizeof forget / sizeof forget[0]; i++)
		if (run(s, forget[i], err) < 0)
			return -1;
	return apply_set(s, "undo_cut", 0, err);
}

int
apply_line(struct store *s, const json_t *line, int64_t place, struct err *err)
{
	struct str what = line_str(line, "do");
	int64_t seq = line_int(line, "seq");

	if (json_object_get(line, "past"))
		return apply_past(s, line, place, err);
	if (str_is(what, "change"))
		return apply_all(s, line, err) < 0 || apply_action(s, seq, place, line_first(line), err) < 0 ? -1 : 0;
	if (str_is(what, "state"))
		return apply_feed_line(s, line, line_str(line, "act"), err) < 0 ? -1 : apply_all(s, line, err);
	if (str_is(what, "undo"))
		return apply_undone(s, line, seq, err);
	if (str_is(what, "redo"))
		return apply_undone(s, line, 0, err);
	if (str_is(what, "position"))
		return apply_position(s, line, err);
	if (str_is(what, "snapshot"))
		return apply_snapshot(s, err);
	if (str_is(what, "cut"))
		return apply_set(s, "undo_cut", 1, err);
	if (apply_feed_line(s, line, what, err) < 0)
		return -1;
	return str_is(what, "unsubscribe") ? apply_action(s, seq, place, seq, err) : 0;
}
