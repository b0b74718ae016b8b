#include "store/subs_tags.h"

#include "store/store_impl.h"
#include "text/tag.h"

static int
add_tag(struct store *s, int64_t id, size_t place, struct str name, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_TAG_ADD, err);
	struct buf key = { 0 };
	int rc = -1;

	tag_key(&key, name);
	if (st) {
		stmt_bind_int(st, 1, id);
		stmt_bind_int(st, 2, (int64_t)place);
		stmt_bind_str(st, 3, name);
		stmt_bind_str(st, 4, buf_str(&key));
		rc = stmt_run(s, st, err);
	}
	buf_free(&key);
	return rc;
}

int
subs_tags_set(struct store *s, int64_t id, const struct subs_feed *feed, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_FEED_TAGS_CLEAR, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	if (stmt_run(s, st, err) < 0)
		return -1;
	for (size_t i = 0; i < feed->n_tags; i++)
		if (add_tag(s, id, i, feed->tags[i], err) < 0)
			return -1;
	return 0;
}
