#include "ui/targets.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "store/posts_fold.h"
#include "ui/changes.h"
#include "ui/rows.h"
#include "ui/view_posts.h"
#include "ui/view_posts_order.h"

enum { PAGE = 500 };

struct ids {
	vec(int64_t) list;
};

static const struct {
	struct two_names names;
	const char *sign;
	enum targets_scope kind;
} words[] = {
	{ { "marked", "고름" }, NULL, TARGETS_MARKED }, { { "below", "아래" }, NULL, TARGETS_BELOW }, { { "above", "위" }, NULL, TARGETS_ABOVE },
	{ { "all", "전체" }, "%", TARGETS_ALL }, { { "query", "질의" }, NULL, TARGETS_QUERY }, { { "here", "여기" }, ".", TARGETS_HERE },
};

enum { WORDS = sizeof words / sizeof *words };

bool
targets_scope_find(struct str word, enum targets_scope *ret)
{
	for (size_t i = 0; i < WORDS; i++)
		if (two_names_is(&words[i].names, word) || (words[i].sign && str_is(word, words[i].sign))) {
			*ret = words[i].kind;
			return true;
		}
	return false;
}

const struct two_names *
targets_word(size_t i)
{
	return i < WORDS ? &words[i].names : NULL;
}

/* Frees what it takes. */
static void
add(struct ids *ids, int64_t *posts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*vec_add(&ids->list) = posts[i];
	free(posts);
}

/* The posts of rows, all members of a story that is folded in one. */
static void
add_row(struct ids *ids, const struct posts_row *row)
{
	int64_t *members;
	size_t n = posts_fold_ids(row, &members);

	add(ids, members, n);
}

/* The rows beyond a key on that side, page by page; Esc stops. */
static int
add_beyond(struct app *app, const struct posts_view *what, struct posts_key from, enum posts_order order, struct ids *ids, struct err *err)
{
	struct arena a = { 0 };
	size_t n = PAGE;
	int rc = 0;

	while (n == PAGE && !rc) {
		struct posts_row *rows;

		arena_reset(&a);
		rc = posts_page(app->store, &a, what, &from, order, PAGE, &rows, &n, err);
		for (size_t i = 0; i < n && !rc; i++)
			add_row(ids, &rows[i]);
		if (!rc && n)
			from = rows_key(&rows[order == POSTS_OLDER ? n - 1 : 0]);
		if (!rc && app->wants_stop && app->wants_stop(app->stop_user))
			rc = err_set(err, ERR_STOPPED, "%s", tr("stopped"));
	}
	arena_free(&a);
	return rc;
}

/* The posts of the cursor's row, and those on that side in an unfolded story. */
static void
add_own(struct view *list, enum posts_order order, struct ids *ids)
{
	int64_t *posts;
	size_t n = listing_ids(view_posts_listing(list), view_posts_at(list), order, &posts);

	add(ids, posts, n);
}

/* As add_beyond(), in a list that is sorted. */
static int
add_sorted(struct view *list, enum posts_order order, struct ids *ids, struct err *err)
{
	int64_t *posts;
	size_t n;

	if (listing_beyond(view_posts_listing(list), view_posts_at(list), order, &posts, &n, err) < 0)
		return -1;
	add(ids, posts, n);
	return 0;
}

static int
beyond(struct app *app, enum posts_order order, struct ids *ids, struct err *err)
{
	struct view *list = app->views[APP_POSTS];
	struct listing *listing = view_posts_listing(list);
	const struct posts_view *what = view_posts_what(list);

	if (!view_posts_row(list))
		return 0;
	if (working_knows(app, what->query, err) < 0 || view_posts_order_whole(list, err) < 0)
		return -1;
	if (!view_posts_row(list))
		return 0;
	add_own(list, order, ids);
	if (listing->rows.order)
		return add_sorted(list, order, ids, err);
	return add_beyond(app, what, listing_spot(listing, view_posts_at(list)).key, order, ids, err);
}

static int
found_by(struct app *app, struct str text, int64_t **ids, size_t *n, size_t *fault, struct err *err)
{
	struct arena a = { 0 };
	struct posts_view what = { 0 };
	struct query_fault wrong;
	struct query *query;
	int rc = query_read(&a, text, &app->saved.names, &query, &wrong);

	if (rc < 0) {
		*fault = wrong.at;
		rc = err_set(err, ERR_USAGE, "%s", wrong.text);
	} else {
		what.query = query;
		rc = working_knows(app, query, err);
	}
	if (!rc)
		rc = working_ids(app, &what, ids, n, err);
	arena_free(&a);
	return rc;
}

int
targets_ids(struct app *app, enum targets_scope kind, struct str query, int64_t **ids, size_t *n, size_t *fault, struct err *err)
{
	struct view *list = app->views[APP_POSTS];
	struct ids found = { 0 };
	int rc = 0;

	*ids = NULL;
	*n = 0;
	switch (kind) {
	case TARGETS_HERE:
		*n = changes_targets(app, ids);
		return 0;
	case TARGETS_MARKED:
		if (view_posts_targets_marked(list))
			*n = view_posts_targets(list, ids);
		return 0;
	case TARGETS_ALL:
		if (working_knows(app, view_posts_what(list)->query, err) < 0)
			return -1;
		return working_ids(app, view_posts_what(list), ids, n, err);
	case TARGETS_QUERY:
		return found_by(app, query, ids, n, fault, err);
	default:
		rc = beyond(app, kind == TARGETS_BELOW ? POSTS_OLDER : POSTS_NEWER, &found, err);
	}
	if (rc < 0)
		vec_free(&found.list);
	*ids = found.list.v;
	*n = found.list.n;
	return rc;
}
