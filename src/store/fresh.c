#include "store/fresh.h"

#include "store/store_impl.h"

enum { TOGETHER = 10 }; /* rows of STMT_BODY_ADD_MANY: to run a statement takes as long as to add a row */

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
set_texts(struct store *s, enum stmt which, const struct fresh_text *texts, int n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	for (int i = 0; i < n; i++) {
		stmt_bind_int(st, 3 * i + 1, texts[i].post);
		stmt_bind_str(st, 3 * i + 2, texts[i].xhtml);
		stmt_bind_int(st, 3 * i + 3, texts[i].hash);
	}
	return stmt_run(s, st, err);
}

static int
count_texts(const struct fresh_text *texts, int n)
{
	int count = 0;

	while (count < n && texts[count].xhtml.n)
		count++;
	return count;
}

int
fresh_texts(struct store *s, const struct fresh_text *texts, int n, struct err *err)
{
	int rc = 0, together;

	for (int i = 0; i < n && !rc; i += together) {
		together = count_texts(texts + i, n - i) < TOGETHER ? 1 : TOGETHER;
		if (texts[i].xhtml.n)
			rc = set_texts(s, together == 1 ? STMT_BODY_ADD : STMT_BODY_ADD_MANY, texts + i, together, err);
	}
	return rc;
}

int
fresh_body_of_known(struct store *s, int64_t post, struct str xhtml, int64_t hash, struct err *err)
{
	const struct fresh_text text = { post, xhtml, hash };

	if (!xhtml.n)
		return 0;
	return run_on(s, STMT_FRESH_BODY, post, err) < 0 ? -1 : set_texts(s, STMT_BODY_SET, &text, 1, err);
}

int
fresh_all(struct store *s, struct err *err)
{
	return db_exec(s->db, "INSERT OR IGNORE INTO index_queue(post_id) SELECT id FROM post;"
	    "UPDATE feed SET total = " STMT_FEED_TOTAL ", unread = " STMT_FEED_UNREAD, err);
}
