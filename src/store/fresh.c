#include "store/fresh.h"

#include "store/store_impl.h"

static int
run_on(struct store *s, enum stmt which, int64_t id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}

int
fresh_post(struct store *s, int64_t post, struct err *err)
{
	return run_on(s, STMT_FRESH_POST, post, err);
}

void
fresh_run_add(struct fresh_run *run, int64_t post)
{
	run->first = run->first ? run->first : post;
	run->n++;
}

int
fresh_run_queue(struct store *s, struct fresh_run *run, struct err *err)
{
	int64_t first = run->first;

	run->first = 0;
	return first ? run_on(s, STMT_FRESH_RUN, first, err) : 0;
}

int
fresh_count(struct store *s, int64_t feed, int64_t n, struct err *err)
{
	sqlite3_stmt *st = n ? stmt_get(s, STMT_FRESH_COUNT, err) : NULL;

	if (!st)
		return n ? -1 : 0;
	stmt_bind_int(st, 1, feed);
	stmt_bind_int(st, 2, n);
	return stmt_run(s, st, err);
}

static int
set_body(struct store *s, enum stmt which, int64_t post, struct str xhtml, int64_t hash, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	stmt_bind_str(st, 2, xhtml);
	stmt_bind_int(st, 3, hash);
	return stmt_run(s, st, err);
}

int
fresh_body(struct store *s, int64_t post, struct str xhtml, int64_t hash, struct err *err)
{
	return xhtml.n ? set_body(s, STMT_BODY_ADD, post, xhtml, hash, err) : 0;
}

int
fresh_body_of_known(struct store *s, int64_t post, struct str xhtml, int64_t hash, struct err *err)
{
	if (!xhtml.n)
		return 0;
	return run_on(s, STMT_FRESH_BODY, post, err) < 0 ? -1 : set_body(s, STMT_BODY_SET, post, xhtml, hash, err);
}

int
fresh_all(struct store *s, struct err *err)
{
	return db_exec(s->db, "INSERT OR IGNORE INTO index_queue(post_id) SELECT id FROM post;"
	    "UPDATE feed SET total = " STMT_FEED_TOTAL ", unread = " STMT_FEED_UNREAD, err);
}
