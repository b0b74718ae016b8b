#include "store/posts_sort.h"

#include <stdlib.h>

#include "base/tr.h"
#include "base/vec.h"
#include "store/posts_view.h"
#include "store/query_plan.h"
#include "store/store_impl.h"

#define NEWEST "p.sort DESC, p.id DESC"

enum { TURNS = 10 }; /* of SQLite's machine, as store_watch() counts them: all together some milliseconds */

static const char *const orders[POSTS_SORTS] = {
	[POSTS_SORT_NEWEST] = NEWEST,
	[POSTS_SORT_OLDEST] = "p.sort, p.id",
	[POSTS_SORT_UNREAD] = "p.is_read, " NEWEST,
	[POSTS_SORT_FEED] = "CASE WHEN f.name != '' THEN f.name WHEN f.title != '' THEN f.title ELSE f.host END COLLATE NOCASE, " NEWEST,
	[POSTS_SORT_TITLE] = "p.title COLLATE NOCASE, " NEWEST,
	[POSTS_SORT_TIME] = "p.seconds = 0, p.seconds, " NEWEST,
};

/* Whoever may stop the store already may do so meanwhile. */
struct turns {
	int left;
	struct db_wait before;
};

static bool
are_over(void *user)
{
	struct turns *turns = user;

	return turns->left-- <= 0 || (turns->before.wants_stop && turns->before.wants_stop(turns->before.user));
}

static int
read_ids(struct store *s, const struct posts_view *view, enum posts_sort sort, int64_t **ids, size_t *n, struct err *err)
{
	vec(int64_t) list = { 0 };
	struct compose c = { 0 };
	struct arena a = { 0 };
	struct posts_view_sql sql; /* and no heads: stories are not folded */
	sqlite3_stmt *st;
	int got = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT p.id");
	posts_view_from(&c, &a, view, true, &sql);
	compose_add(&c, " ORDER BY ");
	compose_add(&c, orders[sort]);
	compose_int(&c, " LIMIT ", POSTS_SORT_MAX + 1);
	st = compose_prepare(&c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = stmt_num(st, 0);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	if (!got && list.n > POSTS_SORT_MAX)
		got = err_set(err, ERR_USAGE, tr("more than %d posts are not sorted; a filter makes them fewer"), POSTS_SORT_MAX);
	if (got < 0)
		vec_free(&list);
	*ids = list.v;
	*n = list.n;
	return got;
}

int
posts_sort_ids(struct store *s, const struct posts_view *view, enum posts_sort sort, enum posts_sort_time time, int64_t **ids, size_t *n,
    struct err *err)
{
	struct turns turns = { TURNS, s->wait };
	struct err own = { 0 };
	int rc;

	if (time == POSTS_SORT_WHOLE)
		return read_ids(s, view, sort, ids, n, err);
	store_watch(s, are_over, &turns);
	rc = read_ids(s, view, sort, ids, n, &own);
	store_watch(s, turns.before.wants_stop, turns.before.user);
	if (rc < 0 && own.code == ERR_STOPPED && turns.left < 0)
		return 1;
	if (rc < 0 && err)
		*err = own;
	return rc;
}

int
posts_sort_rows(struct store *s, struct arena *a, const int64_t *ids, size_t n, struct posts_row **ret, struct err *err)
{
	*ret = arena_new(a, struct posts_row, n);
	for (size_t i = 0; i < n; i++)
		if (posts_get(s, a, ids[i], &(*ret)[i], err) < 0 && err->code != ERR_NOT_FOUND)
			return -1;
	return 0;
}
