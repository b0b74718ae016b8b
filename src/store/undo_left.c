#include "store/undo_left.h"

#include "store/apply.h"
#include "store/apply_feed.h"
#include "store/line.h"
#include "store/store_impl.h"

static int
is_purged(struct store *s, int64_t feed, const json_t *post, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_BY_GUID, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_str(st, 2, str_of(json_string_value(json_is_array(post) ? json_array_get(post, 0) : post)));
	got = stmt_step(s, st, err);
	*ret = got > 0 && stmt_num(st, 1) == STORE_PURGED;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
drop_purged(struct store *s, struct str uid, json_t *posts, struct err *err)
{
	int64_t feed;
	bool is_gone;

	if (apply_feed_by_uid(s, uid, false, &feed, err) < 0)
		return -1;
	for (size_t i = json_array_size(posts); i > 0; i--) {
		if (is_purged(s, feed, json_array_get(posts, i - 1), &is_gone, err) < 0)
			return -1;
		if (is_gone)
			(void)json_array_remove(posts, i - 1);
	}
	return 0;
}

int
undo_left(struct store *s, json_t *line, struct err *err)
{
	const char *uid;
	json_t *part, *posts;
	int64_t purged;
	size_t i;

	if (apply_get(s, "purge_seq", &purged, err) < 0)
		return -1;
	if (!purged) /* never */
		return 0;
	json_array_foreach(json_object_get(line, "parts"), i, part)
		json_object_foreach(json_object_get(part, "posts"), uid, posts)
			if (drop_purged(s, str_of(uid), posts, err) < 0)
				return -1;
	return 0;
}
