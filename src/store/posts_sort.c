#include "store/posts_sort.h"

#include <stdlib.h>

#include "base/ids.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/posts_fold.h"
#include "store/posts_sort_best.h"
#include "store/posts_view.h"
#include "store/query_plan.h"
#include "store/store_impl.h"

#define NEWEST "p.sort DESC, p.id DESC"

enum {
	TURNS = 10, /* of SQLite's machine, as store_watch() counts them: all together some milliseconds */
	PAGE = 500, /* rows whose posts are looked up together */
};

static const char *const orders[POSTS_SORTS] = {
	[POSTS_SORT_NEWEST] = NEWEST,
	[POSTS_SORT_OLDEST] = "p.sort, p.id",
	[POSTS_SORT_UNREAD] = NEWEST, /* of either part */
	[POSTS_SORT_FEED] = "CASE WHEN f.name != '' THEN f.name WHEN f.title != '' THEN f.title ELSE f.host END COLLATE NOCASE, " NEWEST,
	[POSTS_SORT_TITLE] = "p.title COLLATE NOCASE, " NEWEST,
	[POSTS_SORT_TIME] = "p.seconds = 0, p.seconds, " NEWEST,
	[POSTS_SORT_RANK] = NEWEST,
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

struct found {
	vec(int64_t) ids;
};

/* "(…)": whether all that stand for a row are read. */
static void
add_is_read(struct compose *c, struct arena *a, const struct posts_view *view)
{
	compose_add(c, "(p.is_read != 0");
	if (posts_view_folds(view))
		posts_view_story_has_no(c, a, view, "q.is_read = 0");
	compose_add(c, ")");
}

/* "SELECT p.id FROM …": the rows of the view, without order. */
static int
add_rows(struct compose *c, struct store *s, struct arena *a, const struct posts_view *view, struct err *err)
{
	struct posts_view_sql sql;

	if (query_plan(c, s, view, err) < 0)
		return -1;
	compose_add(c, "SELECT p.id");
	posts_view_from(c, a, view, true, &sql);
	if (posts_view_folds(view))
		posts_view_heads(c, a, view);
	return 0;
}

/* What the statement lists and is not among some. */
static int
add_listed(struct store *s, struct compose *c, const struct ids *without, struct found *found, struct err *err)
{
	sqlite3_stmt *st = compose_prepare(c, s, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		if (!ids_has(without, stmt_num(st, 0)))
			*vec_add(&found->ids) = stmt_num(st, 0);
	(void)sqlite3_finalize(st);
	return got;
}

/* Adds all rows in their order to those that come before them. */
static int
add_sorted(struct store *s, const struct posts_view *view, enum posts_sort sort, struct found *found, struct err *err)
{
	struct ids first = { 0 };
	struct compose c = { 0 };
	struct arena a = { 0 };
	int rc = add_rows(&c, s, &a, view, err);

	for (size_t i = 0; i < found->ids.n; i++)
		ids_add(&first, found->ids.v[i]);
	ids_settle(&first);
	if (!rc) {
		compose_add(&c, " ORDER BY ");
		if (sort == POSTS_SORT_UNREAD) {
			add_is_read(&c, &a, view);
			compose_add(&c, ", ");
		}
		compose_add(&c, orders[sort]);
		compose_int(&c, " LIMIT ", POSTS_SORT_MAX + 1);
		rc = add_listed(s, &c, &first, found, err);
	}
	if (!rc && found->ids.n > POSTS_SORT_MAX)
		rc = err_set(err, ERR_USAGE, tr("more than %d posts are not sorted; a filter makes them fewer"), POSTS_SORT_MAX);
	compose_free(&c);
	arena_free(&a);
	ids_free(&first);
	return rc;
}

/* As long as a frame has room for it: 1 when that is over. What was there before is left then. */
static int
add_in_time(struct store *s, const struct posts_view *view, enum posts_sort sort, struct found *found, struct err *err)
{
	struct turns turns = { TURNS, s->wait };
	size_t before = found->ids.n;
	struct err own = { 0 };
	int rc;

	store_watch(s, are_over, &turns);
	rc = add_sorted(s, view, sort, found, &own);
	store_watch(s, turns.before.wants_stop, turns.before.user);
	if (rc < 0 && own.code == ERR_STOPPED && turns.left < 0) {
		found->ids.n = before;
		return 1;
	}
	if (rc < 0 && err)
		*err = own;
	return rc;
}

static int
add_best(struct store *s, const struct posts_view *view, struct found *found, bool *is_all, struct err *err)
{
	int64_t best[HITS_MAX];
	size_t n;

	if (posts_sort_best(s, view, best, &n, is_all, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*vec_add(&found->ids) = best[i];
	return 0;
}

int
posts_sort_ids(struct store *s, const struct posts_view *view, enum posts_sort sort, enum posts_sort_time time, int64_t **ids, size_t *n,
    struct err *err)
{
	struct found found = { 0 };
	bool is_all = false;
	int rc = sort == POSTS_SORT_RANK ? add_best(s, view, &found, &is_all, err) : 0;

	if (!rc && !is_all)
		rc = (time == POSTS_SORT_NOW ? add_in_time : add_sorted)(s, view, sort, &found, err);
	if (rc < 0)
		vec_free(&found.ids);
	*ids = found.ids.v;
	*n = found.ids.n;
	return rc;
}

int
posts_sort_rows(struct store *s, struct arena *a, const struct posts_view *view, const int64_t *ids, size_t n, struct posts_row **ret,
    struct err *err)
{
	*ret = arena_new(a, struct posts_row, n);
	for (size_t i = 0; i < n; i++)
		if (posts_get(s, a, ids[i], &(*ret)[i], err) < 0 && err->code != ERR_NOT_FOUND)
			return -1;
	return posts_view_folds(view) ? posts_fold_rows(s, a, view, *ret, n, err) : 0;
}

int
posts_sort_unread(struct store *s, const struct posts_view *view, int64_t **ids, size_t *n, struct err *err)
{
	const struct ids none = { 0 };
	struct found found = { 0 };
	struct compose c = { 0 };
	struct arena a = { 0 };
	int rc = add_rows(&c, s, &a, view, err);

	if (!rc) {
		compose_add(&c, " AND NOT ");
		add_is_read(&c, &a, view);
		rc = add_listed(s, &c, &none, &found, err);
	}
	compose_free(&c);
	arena_free(&a);
	if (rc < 0)
		vec_free(&found.ids);
	*ids = found.ids.v;
	*n = found.ids.n;
	return rc;
}

/* What of each row is needed to fold it. */
static int
read_stories(struct store *s, const int64_t *ids, size_t n, struct posts_row *rows, struct err *err)
{
	struct compose c = { 0 };
	sqlite3_stmt *st;
	int got = 0;

	compose_int(&c, "SELECT story_id FROM post WHERE id = ", 0);
	st = compose_prepare(&c, s, err);
	for (size_t i = 0; st && i < n && got >= 0; i++) {
		stmt_bind_int(st, 1, ids[i]);
		got = stmt_step(s, st, err);
		rows[i] = (struct posts_row){ .id = ids[i], .story_id = got > 0 ? stmt_num(st, 0) : 0 };
		(void)sqlite3_reset(st);
	}
	(void)sqlite3_finalize(st);
	compose_free(&c);
	return st && got >= 0 ? 0 : -1;
}

static void
add_posts(const struct posts_row *row, struct found *found)
{
	int64_t *ids;
	size_t n = posts_fold_ids(row, &ids);

	for (size_t i = 0; i < n; i++)
		*vec_add(&found->ids) = ids[i];
	free(ids);
}

int
posts_sort_posts(struct store *s, const struct posts_view *view, const int64_t *ids, size_t n, int64_t **all, size_t *n_all, struct err *err)
{
	struct found found = { 0 };
	struct arena a = { 0 };
	int rc = 0;

	for (size_t at = 0; at < n && !rc; at += PAGE) {
		size_t n_page = n - at < PAGE ? n - at : PAGE;
		struct posts_row *rows;

		arena_reset(&a);
		rows = arena_new(&a, struct posts_row, n_page);
		rc = read_stories(s, ids + at, n_page, rows, err);
		if (!rc && posts_view_folds(view))
			rc = posts_fold_rows(s, &a, view, rows, n_page, err);
		for (size_t i = 0; i < n_page && !rc; i++)
			add_posts(&rows[i], &found);
	}
	arena_free(&a);
	if (rc < 0)
		vec_free(&found.ids);
	*all = found.ids.v;
	*n_all = found.ids.n;
	return rc;
}
