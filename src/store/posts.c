#include "store/posts.h"

#include "base/clock.h"
#include "base/num.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/category.h"
#include "store/identity.h"
#include "store/posts_fold.h"
#include "store/posts_view.h"
#include "store/query_plan.h"
#include "store/store_impl.h"
#include "text/nfc.h"
#include "text/url_track.h"

enum { DAY_S = 86400 };

/* The bits, and above them the letters of the text. */
static void
read_full(int64_t full, struct posts_row *row)
{
	row->full = (unsigned)full & (2 * POSTS_FULL_FAILED - 1);
	if (!(row->full & POSTS_FULL_SHOWN))
		return;
	row->has_text = true;
	row->letters = full / (2 * POSTS_FULL_FAILED);
}

/* Links are stored as feeds give them, since by those posts are known; whoever reads wants the address of the page. */
static struct str
without_trackers(struct arena *a, struct str link)
{
	struct buf plain = { 0 };

	url_track_strip(&plain, link);
	if (!str_eq(buf_str(&plain), link))
		link = arena_dup(a, buf_str(&plain));
	buf_free(&plain);
	return link;
}

/* In the order of STMT_POST_COLUMNS. */
static void
read_row(sqlite3_stmt *st, struct arena *a, struct posts_row *row)
{
	int at = 0;

	*row = (struct posts_row){ .id = stmt_num(st, at++) };
	row->feed_id = stmt_num(st, at++);
	row->title = stmt_str(st, at++, a);
	row->feed_name = stmt_str(st, at++, a);
	row->author = stmt_str(st, at++, a);
	row->link = without_trackers(a, stmt_str(st, at++, a));
	row->excerpt = stmt_str(st, at++, a);
	row->published = stmt_time(st, at++);
	row->sort = stmt_num(st, at++);
	row->is_read = stmt_num(st, at++) != 0;
	row->is_starred = stmt_num(st, at++);
	row->is_hidden = stmt_num(st, at++);
	row->is_stub = stmt_num(st, at++);
	row->is_left = stmt_num(st, at++);
	row->is_changed = stmt_num(st, at++);
	row->has_text = stmt_num(st, at++);
	row->letters = stmt_num(st, at++);
	row->story_id = stmt_num(st, at++);
	read_full(stmt_num(st, at++), row);
	row->seconds = stmt_num(st, at++);
	row->sections = stmt_num(st, at++);
}

int64_t
posts_time(const struct posts_row *row)
{
	bool is_past = row->published != CLOCK_NONE && row->published <= row->sort + DAY_S;

	return is_past ? row->published : row->sort;
}

void
posts_source(struct buf *out, const struct posts_row *row)
{
	(void)(row->is_left ? buf_printf(out, tr("(ended) %.*s"), STR(row->feed_name)) : buf_add(out, row->feed_name));
}

static int
read_tags(struct store *s, struct arena *a, struct posts_row *row, struct err *err)
{
	vec(struct str) tags = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_POST_TAGS, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, row->id);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(&tags) = stmt_str(st, 0, a);
	row->n_tags = tags.n;
	row->tags = arena_new(a, struct str, tags.n);
	for (size_t i = 0; i < tags.n; i++)
		row->tags[i] = tags.v[i];
	vec_free(&tags);
	return got;
}

static void
compose_page(struct compose *c, struct arena *a, const struct posts_view *view, const struct posts_key *from,
    enum posts_order order, size_t max)
{
	struct posts_view_sql sql;

	compose_add(c, "SELECT " STMT_POST_COLUMNS);
	posts_view_from(c, a, view, true, &sql);
	if (posts_view_folds(view))
		posts_view_heads(c, a, view);
	if (from)
		posts_view_beyond(c, &sql, from, order);
	posts_view_order(c, &sql, order);
	compose_int(c, " LIMIT ", (int64_t)max);
}

/* Newest first in both orders. */
static struct posts_row *
copy_rows(struct arena *a, const struct posts_row *rows, size_t n, enum posts_order order)
{
	struct posts_row *copy = arena_new(a, struct posts_row, n);

	for (size_t i = 0; i < n; i++)
		copy[order == POSTS_OLDER ? i : n - 1 - i] = rows[i];
	return copy;
}

int
posts_page(struct store *s, struct arena *a, const struct posts_view *view, const struct posts_key *from,
    enum posts_order order, size_t max, struct posts_row **rows, size_t *n, struct err *err)
{
	vec(struct posts_row) list = { 0 };
	struct compose c = { 0 };
	sqlite3_stmt *st;
	int got = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_page(&c, a, view, from, order, max);
	st = compose_prepare(&c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0)
		read_row(st, a, vec_add(&list));
	(void)sqlite3_finalize(st);
	for (size_t i = 0; i < list.n && !got; i++)
		got = read_tags(s, a, &list.v[i], err);
	if (!got && posts_view_folds(view))
		got = posts_fold_rows(s, a, view, list.v, list.n, err);
	if (!got) {
		*rows = copy_rows(a, list.v, list.n, order);
		*n = list.n;
	}
	compose_free(&c);
	vec_free(&list);
	return got;
}

/* The statement that reads a kept count of the view; STMT_COUNT where none is kept. */
static enum stmt
kept_count(const struct posts_view *view)
{
	if (view->query || view->since || view->is_starred || (view->feed_id && view->tag.n))
		return STMT_COUNT;
	if (view->feed_id)
		return view->is_unread ? STMT_COUNT_FEED_UNREAD : STMT_COUNT_FEED;
	if (view->tag.n)
		return view->is_unread ? STMT_COUNT_TAG_UNREAD : STMT_COUNT_TAG;
	return view->is_unread ? STMT_COUNT_UNREAD : STMT_COUNT_ALL;
}

static int
read_kept(struct store *s, enum stmt which, const struct posts_view *view, int64_t *ret, struct err *err)
{
	struct buf key = { 0 };
	sqlite3_stmt *st = stmt_get(s, which, err);
	int rc;

	if (!st)
		return -1;
	nfc_fold(&key, view->tag);
	if (view->feed_id)
		stmt_bind_int(st, 1, view->feed_id);
	else if (view->tag.n)
		stmt_bind_str(st, 1, buf_str(&key));
	rc = stmt_int(s, st, 0, ret, err);
	buf_free(&key);
	return rc;
}

static int
count(struct store *s, const struct posts_view *view, const struct posts_key *newer_than, int64_t *ret, struct err *err)
{
	struct compose c = { 0 };
	struct arena a = { 0 };
	struct posts_view_sql sql;
	sqlite3_stmt *st;
	int rc = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT count(*)");
	posts_view_from(&c, &a, view, false, &sql);
	if (newer_than)
		posts_view_beyond(&c, &sql, newer_than, POSTS_NEWER);
	st = compose_prepare(&c, s, err);
	if (st)
		rc = stmt_int(s, st, 0, ret, err);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return rc;
}

static int
without_folded(struct store *s, const struct posts_view *view, const struct posts_key *newer_than, int64_t *n,
    struct err *err)
{
	int64_t folded = 0;

	if (posts_view_folds(view) && posts_fold_count(s, view, newer_than, &folded, err) < 0)
		return -1;
	*n -= folded;
	return 0;
}

int
posts_count(struct store *s, const struct posts_view *view, int64_t *ret, struct err *err)
{
	enum stmt kept = kept_count(view);
	int rc = kept == STMT_COUNT ? count(s, view, NULL, ret, err) : read_kept(s, kept, view, ret, err);

	return rc < 0 ? -1 : without_folded(s, view, NULL, ret, err);
}

int
posts_rank(struct store *s, const struct posts_view *view, const struct posts_key *key, int64_t *ret, struct err *err)
{
	return count(s, view, key, ret, err) < 0 ? -1 : without_folded(s, view, key, ret, err);
}

int
posts_get(struct store *s, struct arena *a, int64_t id, struct posts_row *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_GET, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	if (!got)
		return err_set(err, ERR_NOT_FOUND, tr("there is no post %lld"), (long long)id);
	read_row(st, a, ret);
	stmt_done(st);
	if (read_tags(s, a, ret, err) < 0)
		return -1;
	return category_list(s, a, id, &ret->categories, &ret->n_categories, err);
}

int
posts_text(struct store *s, struct arena *a, int64_t id, struct str *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TEXT_GET, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(s, st, err);
	if (got < 0)
		return -1;
	*ret = got ? stmt_str(st, 0, a) : STR_NONE;
	stmt_done(st);
	return 0;
}

int
posts_ids(struct store *s, const struct posts_view *view, int64_t **ids, size_t *n, struct err *err)
{
	vec(int64_t) list = { 0 };
	struct compose c = { 0 };
	struct arena a = { 0 };
	struct posts_view_sql sql;
	sqlite3_stmt *st;
	int got = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT p.id");
	posts_view_from(&c, &a, view, false, &sql);
	posts_view_order(&c, &sql, POSTS_OLDER);
	st = compose_prepare(&c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = stmt_num(st, 0);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	if (got < 0) {
		vec_free(&list);
		return -1;
	}
	*ids = list.v;
	*n = list.n;
	return 0;
}

/* By number, or by a link's canonical form; *id is 0 when there is none. */
static int
look_up(struct store *s, int64_t number, struct str link, int64_t *id, struct err *err)
{
	struct buf key = { 0 };
	sqlite3_stmt *st = stmt_get(s, number ? STMT_POST_EXISTS : STMT_POST_BY_LINK, err);
	int rc;

	if (!st)
		return -1;
	identity_link(&key, link);
	if (number)
		stmt_bind_int(st, 1, number);
	else
		stmt_bind_str(st, 1, buf_str(&key));
	rc = stmt_int(s, st, 0, id, err);
	buf_free(&key);
	return rc;
}

int
posts_find(struct store *s, struct str what, int64_t *id, struct err *err)
{
	struct str number = str_starts(what, "id:") ? str_sub(what, 3, what.n) : what, page;
	bool is_number = num_parse(number, 1, INT64_MAX, id);

	if (look_up(s, is_number ? *id : 0, what, id, err) < 0)
		return -1;
	/* A link copied from the browser may hold a place in the page. */
	if (!*id && str_cut(what, '#', &page, NULL) && look_up(s, 0, page, id, err) < 0)
		return -1;
	if (!*id)
		return err_set(err, ERR_NOT_FOUND, tr("there is no post ‘%.*s’"), STR(what));
	return 0;
}

int
posts_seen(struct store *s, int64_t id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_SEEN, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return stmt_run(s, st, err);
}
