#include "store/subs_seen.h"

#include "store/store_impl.h"

static const struct str key = STR_INIT("feeds_file");

int
subs_seen_get(struct store *s, struct arena *a, struct str *text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_META_GET, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	got = stmt_step(s, st, err);
	*text = got > 0 ? arena_dup(a, stmt_peek_bytes(st, 0)) : STR_NONE;
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

int
subs_seen_set(struct store *s, struct str text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_META_SET, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	stmt_bind_bytes(st, 2, text);
	return stmt_run(s, st, err);
}
