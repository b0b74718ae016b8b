#include "store/full_look.h"

#include "store/apply.h"
#include "store/store_impl.h"

static const char looked[] = "full_looked";

int
full_look_begin(struct store *s, struct full_look *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_NEWEST, err);

	*ret = (struct full_look){ 0 };
	if (!st || stmt_int(s, st, 0, &ret->to, err) < 0)
		return -1;
	return apply_get(s, looked, &ret->from, err);
}

/* Where all is new it goes by feeds, each by its newest: most has not to be read. */
static int
begin(struct store *s, struct full_look *look, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, look->from ? STMT_LOOK_POSTS : STMT_LOOK_FEEDS, err);

	if (!st)
		return -1;
	look->is_begun = true;
	if (!look->from) {
		look->feeds = st;
		return 0;
	}
	stmt_bind_int(st, 1, look->from);
	stmt_bind_int(st, 2, look->to);
	look->rows = st;
	return 0;
}

static int
next_feed(struct store *s, struct full_look *look, struct err *err)
{
	int got = look->feeds ? stmt_step(s, look->feeds, err) : 0;

	if (got <= 0)
		return got;
	look->rows = stmt_get(s, STMT_LOOK_FEED_POSTS, err);
	if (!look->rows)
		return -1;
	stmt_bind_int(look->rows, 1, stmt_num(look->feeds, 0));
	stmt_bind_int(look->rows, 2, look->to);
	return 1;
}

static int
next_row(struct store *s, struct full_look *look, struct full_fresh *ret, struct err *err)
{
	sqlite3_stmt *st = look->rows;
	int got;

	while ((got = stmt_step(s, st, err)) > 0) {
		*ret = (struct full_fresh){ .post = stmt_num(st, 0), .feed = stmt_num(st, 1), .letters = stmt_num(st, 2) };
		look->rank = ret->feed == look->feed ? look->rank + 1 : 1;
		look->feed = ret->feed;
		ret->rank = look->rank;
		if (ret->rank <= FULL_LOOK_FEED && ret->feed != look->enough)
			break;
	}
	return got;
}

int
full_look_next(struct store *s, struct full_look *look, struct full_fresh *ret, struct err *err)
{
	int got;

	if (!look->is_begun && begin(s, look, err) < 0)
		return -1;
	do {
		got = look->rows ? next_row(s, look, ret, err) : 0;
		if (got)
			return got;
		look->rows = NULL;
	} while ((got = next_feed(s, look, err)) > 0);
	return got;
}

void
full_look_enough(struct full_look *look)
{
	look->enough = look->feed;
	if (!look->feeds)
		return;
	stmt_done(look->rows);
	look->rows = NULL;
}

int
full_look_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_LOOK_TEXT, err);
	int got;

	*ret = STR_NONE;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	got = stmt_step(s, st, err);
	if (got <= 0)
		return got;
	*ret = stmt_str(st, 0, a);
	stmt_done(st);
	return 0;
}

/* The bits behind the highest one: the last page is the lowest. */
static void
read_history(int64_t history, struct full_feed *ret)
{
	for (ret->pages = ret->gains = 0; history > 1; history >>= 1) {
		ret->pages++;
		ret->gains += history & 1;
	}
}

int
full_look_feed(struct store *s, const struct full_look *look, int64_t feed, struct full_feed *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_LOOK_FEED, err);
	int got;

	*ret = (struct full_feed){ 0 };
	if (!st)
		return -1;
	stmt_bind_int(st, 1, feed);
	stmt_bind_int(st, 2, look->from);
	stmt_bind_int(st, 3, FULL_LOOK_SHORT);
	stmt_bind_int(st, 4, FULL_LOOK_NEWEST);
	got = stmt_step(s, st, err);
	if (got <= 0)
		return got;
	read_history(stmt_num(st, 0), ret);
	ret->fails = stmt_num(st, 1);
	ret->is_first = stmt_num(st, 2);
	ret->newest = stmt_num(st, 3);
	ret->longs = stmt_num(st, 4);
	stmt_done(st);
	return 0;
}

int
full_look_end(struct store *s, const struct full_look *look, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (!apply_set(s, looked, look->to, err))
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

int
full_look_note(struct store *s, int64_t post, int64_t letters, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, letters ? STMT_LOOK_PAGE : STMT_LOOK_MISS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	if (letters) {
		stmt_bind_int(st, 2, letters);
		stmt_bind_int(st, 3, 1 << FULL_FEED_HISTORY);
	}
	return stmt_run(s, st, err);
}
