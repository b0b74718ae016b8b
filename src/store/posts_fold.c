#include "store/posts_fold.h"

#include "base/mem.h"
#include "base/vec.h"
#include "store/posts_view.h"
#include "store/query_plan.h"
#include "store/store_impl.h"

#define NAME "CASE WHEN f.name != '' THEN f.name WHEN f.title != '' THEN f.title ELSE f.host END"

struct posts_ids {
	vec(int64_t) v;
};

/* Which of two rows of a list stands first: the newer one. */
static bool
is_newer(const struct posts_key *a, const struct posts_key *b)
{
	return a->sort > b->sort || (a->sort == b->sort && a->id > b->id);
}

static void
add_tags(struct arena *a, struct posts_row *row, const struct posts_row *member)
{
	struct str *all = arena_new(a, struct str, row->n_tags + member->n_tags);

	memcpy(all, row->tags, row->n_tags * sizeof *all);
	row->tags = all;
	for (size_t i = 0; i < member->n_tags; i++) {
		bool is_there = false;

		for (size_t j = 0; j < row->n_tags; j++)
			is_there |= str_eq(row->tags[j], member->tags[i]);
		if (!is_there)
			row->tags[row->n_tags++] = member->tags[i];
	}
}

int
posts_fold_again(struct store *s, struct arena *a, struct posts_row *row, struct err *err)
{
	struct posts_member *members = row->members;
	size_t n = row->n_members;

	if (posts_get(s, a, row->id, row, err) < 0)
		return -1;
	row->members = members;
	row->n_members = n;
	for (size_t i = 0; i < n; i++) {
		struct posts_row member;

		if (posts_get(s, a, members[i].id, &member, err) < 0)
			return -1;
		members[i].is_read = member.is_read;
		row->is_read &= member.is_read;
		row->is_starred |= member.is_starred;
		add_tags(a, row, &member);
	}
	return 0;
}

/* All members of the story of ?1 that the view holds. */
static sqlite3_stmt *
prepare_members(struct store *s, struct compose *c, struct arena *a, const struct posts_view *view, struct err *err)
{
	if (query_plan(c, s, view, err) < 0)
		return NULL;
	compose_int(c, "SELECT p.id, " NAME ", p.is_read FROM post p INDEXED BY post_story_list"
	    " CROSS JOIN feed f ON f.id = p.feed_id WHERE p.story_id = ", 0);
	compose_add(c, " AND ");
	posts_view_has(c, a, view);
	compose_add(c, " ORDER BY p.sort DESC, p.id DESC");
	return compose_prepare(c, s, err);
}

static int
read_members(struct store *s, struct arena *a, sqlite3_stmt *st, struct posts_row *row, struct err *err)
{
	vec(struct posts_member) members = { 0 };
	int got;

	stmt_bind_int(st, 1, row->story_id);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(&members) = (struct posts_member){ stmt_num(st, 0), stmt_str(st, 1, a), stmt_num(st, 2) };
	if (!got && members.n > 1) {
		row->n_members = members.n;
		row->members = arena_new(a, struct posts_member, members.n);
		memcpy(row->members, members.v, members.n * sizeof *row->members);
		got = posts_fold_again(s, a, row, err);
	}
	vec_free(&members);
	return got;
}

int
posts_fold_rows(struct store *s, struct arena *a, const struct posts_view *view, struct posts_row *rows, size_t n,
    struct err *err)
{
	struct compose c = { 0 };
	sqlite3_stmt *st = NULL;
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++) {
		if (!rows[i].story_id)
			continue;
		if (!st && !(st = prepare_members(s, &c, a, view, err)))
			rc = -1;
		else
			rc = read_members(s, a, st, &rows[i], err);
	}
	(void)sqlite3_finalize(st);
	compose_free(&c);
	return rc;
}

/* " FROM …": the view's posts that are of stories. */
static void
compose_stories(struct compose *c, struct arena *a, const struct posts_view *view)
{
	compose_add(c, " FROM post p INDEXED BY post_story_list WHERE p.story_id IS NOT NULL AND ");
	posts_view_has(c, a, view);
}

int
posts_fold_count(struct store *s, const struct posts_view *view, const struct posts_key *newer_than, int64_t *ret,
    struct err *err)
{
	struct compose c = { 0 };
	struct arena a = { 0 };
	sqlite3_stmt *st;
	int rc = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT count(*) - count(DISTINCT p.story_id)");
	compose_stories(&c, &a, view);
	if (newer_than) {
		compose_int(&c, " AND (p.sort, p.id) > (", newer_than->sort);
		compose_int(&c, ", ", newer_than->id);
		compose_add(&c, ")");
	}
	st = compose_prepare(&c, s, err);
	if (st)
		rc = stmt_int(s, st, 0, ret, err);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return rc;
}

int64_t
posts_fold_first(const struct posts_row *row)
{
	for (size_t i = 0; i < row->n_members; i++)
		if (!row->members[i].is_read)
			return row->members[i].id;
	return row->id;
}

size_t
posts_fold_ids(const struct posts_row *row, int64_t **ids)
{
	size_t n = row->n_members ? row->n_members : 1;

	*ids = mem_zalloc(n, sizeof **ids);
	**ids = row->id;
	for (size_t i = 0; i < row->n_members; i++)
		(*ids)[i] = row->members[i].id;
	return n;
}

/* Adds the posts of a row to a list: all members of a story. */
static int
add_posts(struct store *s, sqlite3_stmt *members, int64_t id, int64_t story, struct posts_ids *list, struct err *err)
{
	int got = 0;

	if (!members || !story) {
		*vec_add(&list->v) = id;
		return 0;
	}
	stmt_bind_int(members, 1, story);
	while ((got = stmt_step(s, members, err)) > 0)
		*vec_add(&list->v) = stmt_num(members, 0);
	return got;
}

static sqlite3_stmt *
prepare_range(struct store *s, struct compose *c, struct arena *a, const struct posts_view *view,
    const struct posts_key *newer, const struct posts_key *older, struct err *err)
{
	const struct posts_key from = { newer->sort, newer->id + 1 }, to = { older->sort, older->id - 1 };
	struct posts_view_sql sql;

	if (query_plan(c, s, view, err) < 0)
		return NULL;
	compose_add(c, "SELECT p.id, p.story_id");
	posts_view_from(c, a, view, false, &sql);
	if (posts_view_folds(view))
		posts_view_heads(c, a, view);
	posts_view_beyond(c, &sql, &from, POSTS_OLDER);
	posts_view_beyond(c, &sql, &to, POSTS_NEWER);
	return compose_prepare(c, s, err);
}

int
posts_fold_range(struct store *s, const struct posts_view *view, const struct posts_key *newer,
    const struct posts_key *older, int64_t **ids, size_t *n, struct err *err)
{
	struct compose c = { 0 }, members_c = { 0 };
	sqlite3_stmt *st, *members = NULL;
	struct posts_ids list = { 0 };
	struct arena a = { 0 };
	int got = -1;

	st = prepare_range(s, &c, &a, view, newer, older, err);
	if (st && posts_view_folds(view) && !(members = prepare_members(s, &members_c, &a, view, err)))
		goto out;
	while (st && (got = stmt_step(s, st, err)) > 0)
		if (add_posts(s, members, stmt_num(st, 0), stmt_num(st, 1), &list, err) < 0) {
			got = -1;
			break;
		}
out:
	(void)sqlite3_finalize(st);
	(void)sqlite3_finalize(members);
	compose_free(&c);
	compose_free(&members_c);
	arena_free(&a);
	if (got < 0)
		vec_free(&list.v);
	*ids = list.v.v;
	*n = list.v.n;
	return got;
}

/* The nearest row beyond from, of what has been met so far. */
struct nearest {
	const struct posts_key *from; /* NULL: the end of the list */
	enum posts_order order;
	struct posts_key key;
	bool has_any;
};

static void
meet(struct nearest *n, const struct posts_key *key)
{
	bool is_older = n->order == POSTS_OLDER;

	if (n->from && !(is_older ? is_newer(n->from, key) : is_newer(key, n->from)))
		return;
	if (n->has_any && !(is_older ? is_newer(key, &n->key) : is_newer(&n->key, key)))
		return;
	n->key = *key;
	n->has_any = true;
}

/* Unread posts that are the newest of their story, or of none. */
static int
meet_heads(struct store *s, const struct posts_view *view, struct nearest *n, struct err *err)
{
	struct posts_view unread = *view;
	struct compose c = { 0 };
	struct arena a = { 0 };
	struct posts_view_sql sql;
	sqlite3_stmt *st;
	int got = -1;

	unread.is_unread = true;
	if (query_plan(&c, s, &unread, err) < 0)
		return -1;
	compose_add(&c, "SELECT p.sort, p.id");
	posts_view_from(&c, &a, &unread, false, &sql);
	if (posts_view_folds(view))
		posts_view_heads(&c, &a, view);
	if (n->from)
		posts_view_beyond(&c, &sql, n->from, n->order);
	posts_view_order(&c, &sql, n->order);
	compose_add(&c, " LIMIT 1");
	st = compose_prepare(&c, s, err);
	if (st && (got = stmt_step(s, st, err)) > 0)
		meet(n, &(struct posts_key){ stmt_num(st, 0), stmt_num(st, 1) });
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return got < 0 ? -1 : 0;
}

/* Stories with an unread post that is not the newest. */
static int
meet_stories(struct store *s, const struct posts_view *view, struct nearest *n, struct err *err)
{
	struct compose c = { 0 };
	struct arena a = { 0 };
	struct posts_key head = { 0 };
	int64_t story = 0;
	bool has_unread = false;
	sqlite3_stmt *st;
	int got = -1;

	if (query_plan(&c, s, view, err) < 0)
		return -1;
	compose_add(&c, "SELECT p.story_id, p.sort, p.id, p.is_read");
	compose_stories(&c, &a, view);
	compose_add(&c, " ORDER BY p.story_id, p.sort, p.id");
	st = compose_prepare(&c, s, err);
	while (st && (got = stmt_step(s, st, err)) > 0) {
		if (stmt_num(st, 0) != story) {
			if (has_unread)
				meet(n, &head);
			story = stmt_num(st, 0);
			has_unread = false;
		}
		head = (struct posts_key){ stmt_num(st, 1), stmt_num(st, 2) };
		has_unread |= !stmt_num(st, 3);
	}
	if (!got && has_unread)
		meet(n, &head);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return got;
}

int
posts_fold_unread(struct store *s, const struct posts_view *view, const struct posts_key *from,
    enum posts_order order, struct posts_key *key, bool *has_any, struct err *err)
{
	struct nearest n = { .from = from, .order = order };

	if (meet_heads(s, view, &n, err) < 0 || (posts_view_folds(view) && meet_stories(s, view, &n, err) < 0))
		return -1;
	*has_any = n.has_any;
	if (n.has_any)
		*key = n.key;
	return 0;
}

int
posts_fold_others(struct store *s, struct arena *a, const struct posts_row *row, struct posts_row **ret, size_t *n,
    struct err *err)
{
	vec(struct posts_row) others = { 0 };
	vec(int64_t) ids = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_STORY_SHOWN, err);
	int got = -1;

	*n = 0;
	if (!row->story_id)
		return 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, row->story_id);
	while ((got = stmt_step(s, st, err)) > 0)
		if (stmt_num(st, 0) != row->id)
			*vec_add(&ids) = stmt_num(st, 0);
	for (size_t i = 0; i < ids.n && !got; i++)
		got = posts_get(s, a, ids.v[i], vec_add(&others), err);
	if (!got) {
		*ret = arena_new(a, struct posts_row, others.n);
		if (others.n)
			memcpy(*ret, others.v, others.n * sizeof **ret);
		*n = others.n;
	}
	vec_free(&others);
	vec_free(&ids);
	return got;
}
