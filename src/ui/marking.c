#include "ui/marking.h"

#include <stdlib.h>

#include "base/tr.h"
#include "query/query.h"
#include "ui/app.h"
#include "ui/cmdline_complete.h"
#include "ui/needs_post.h"
#include "ui/view_posts.h"
#include "ui/view_posts_order.h"

static struct marking *
of_app(struct app *app)
{
	return view_posts_marking(app->views[APP_POSTS]);
}

bool
marking_has(const struct marking *m, const struct posts_row *row, int index, int at)
{
	int first = m->from_index < at ? m->from_index : at, last = m->from_index < at ? at : m->from_index;

	return (m->has_range && index >= first && index <= last) || marks_has(&m->marks, row->id);
}

/* The marks that a range adds to: those beyond it. 0 where it cannot be read. */
static size_t
count_beyond(const struct marking *m, struct listing *listing, int at)
{
	int64_t *ids;
	struct err err;
	size_t n, count = m->marks.ids.n;

	if (listing_range(listing, m->from_index < at ? m->from_index : at, m->from_index < at ? at : m->from_index, &ids, &n, &err) < 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		count -= marks_has(&m->marks, ids[i]);
	free(ids);
	return count;
}

size_t
marking_count(const struct marking *m, struct listing *listing, int at)
{
	int rows = at < m->from_index ? m->from_index - at : at - m->from_index;

	if (!m->has_range)
		return m->marks.ids.n;
	return (size_t)rows + 1 + (m->marks.ids.n ? count_beyond(m, listing, at) : 0);
}

int
marking_reload(struct marking *m, struct listing *listing, struct err *err)
{
	return m->has_range ? listing_find(listing, &m->from, &m->from_index, err) : 0;
}

bool
marking_drop(struct marking *m)
{
	bool has_any = m->has_range || m->marks.ids.n;

	if (!m->has_range)
		marks_clear(&m->marks);
	m->has_range = false;
	return has_any;
}

/* All posts from the start of the range to the cursor. */
static int
read_range(const struct marking *m, struct view *posts, int64_t **ids, size_t *n, struct err *err)
{
	int at = view_posts_at(posts), from = m->from_index;

	return listing_range(view_posts_listing(posts), from < at ? from : at, from < at ? at : from, ids, n, err);
}

size_t
marking_settle(struct app *app)
{
	struct view *posts = app->views[APP_POSTS];
	struct marking *m = of_app(app);
	int64_t *ids;
	struct err err;
	size_t n;

	if (!m->has_range)
		return m->marks.ids.n;
	if (view_posts_order_whole(posts, &err) < 0 || read_range(m, posts, &ids, &n, &err) < 0) {
		app_fail(app, &err);
		return m->marks.ids.n;
	}
	m->has_range = false;
	marks_add(&m->marks, ids, n);
	free(ids);
	return m->marks.ids.n;
}

static void
tell(struct app *app)
{
	size_t n = of_app(app)->marks.ids.n;

	if (n)
		app_say(app, tr_n("%zu post marked (Esc: none)", "%zu posts marked (Esc: none)", n), n);
	else
		app_say(app, "%s", tr("nothing is marked"));
}

static void
mark_rows(struct app *app, int count)
{
	struct view *posts = app->views[APP_POSTS];

	for (int i = 0; i < (count ? count : 1); i++) {
		const struct posts_row *row = view_posts_row(posts);

		if (row)
			marks_toggle_row(&of_app(app)->marks, row);
		if (!view_posts_step(posts, 1))
			return;
	}
}

/* Begins a range at the cursor; the same key ends it. */
static void
range(struct app *app)
{
	struct view *posts = app->views[APP_POSTS];
	struct marking *m = of_app(app);

	if (m->has_range) {
		(void)marking_settle(app);
		if (!m->has_range)
			tell(app);
	} else if (view_posts_row(posts)) {
		m->has_range = true;
		m->from_index = view_posts_at(posts);
		m->from = listing_spot(view_posts_listing(posts), m->from_index);
		app_say(app, "%s", tr("marking from here to the cursor; V again keeps it, Esc drops it"));
	}
}

/* The posts that a view holds; false after the error has been told. */
static bool
find(struct app *app, const struct posts_view *what, int64_t **ids, size_t *n)
{
	struct err err;
	int rc = working_ids(app, what, ids, n, &err);

	if (rc < 0)
		app_fail(app, &err);
	return rc == 0;
}

/* All that is shown, or nothing where all of it is marked; or what is not marked. */
static void
mark_all(struct app *app, bool is_inverted)
{
	struct marks *marks = &of_app(app)->marks;
	int64_t *ids = NULL;
	size_t n = 0, marked = marking_settle(app);

	if (of_app(app)->has_range || !find(app, view_posts_what(app->views[APP_POSTS]), &ids, &n))
		return;
	if (is_inverted)
		marks_invert(marks, ids, n);
	else
		marks_add(marks, ids, n);
	if (!is_inverted && marks->ids.n == marked)
		marks_clear(marks);
	free(ids);
	tell(app);
}

/* None is an error: commands behind this one are meant for what it finds. */
static void
mark_these(struct app *app, const int64_t *ids, size_t n)
{
	struct err err;

	if (n) {
		marks_add(&of_app(app)->marks, ids, n);
		app_say(app, tr_n("the query finds %zu post; marked: %zu", "the query finds %zu posts; marked: %zu", n), n,
			of_app(app)->marks.ids.n);
	} else {
		(void)err_set(&err, ERR_NOT_FOUND, "%s", tr("there is no such post"));
		app_fail(app, &err);
	}
}

static int
mark_found(struct app *app, struct str text)
{
	struct posts_view what = *view_posts_what(app->views[APP_POSTS]);
	struct arena a = { 0 };
	struct query_fault fault;
	struct query *query;
	int64_t *ids = NULL;
	struct err err;
	size_t n = 0;
	int rc = query_read(&a, text, &app->saved.names, &query, &fault);

	if (rc < 0) {
		(void)err_set(&err, ERR_USAGE, "%s", fault.text);
		app_fail(app, &err);
		prompt_go(&app->prompt, fault.at);
	} else if (str_trim(text).n) {
		what.query = query_and(&a, view_posts_filtered(app->views[APP_POSTS])->query, query);
		(void)marking_settle(app);
		if (find(app, &what, &ids, &n))
			mark_these(app, ids, n);
		free(ids);
	}
	arena_free(&a);
	return rc;
}

static struct history *
lines(struct app *app)
{
	return &app->histories[HISTORY_FILTERS];
}

static const struct ask ask_query = { .done = mark_found, .tab = cmdline_complete_query, .history = lines };

static void
tell_none(struct app *app)
{
	app_say(app, "%s", tr("nothing is marked; v in the list marks a row"));
}

static void
on_marked(struct app *app)
{
	app->on_marked = 2;
	if (!marking_settle(app))
		tell_none(app);
}

bool
marking_refuses(struct app *app, enum action action)
{
	if (!app->on_marked || view_posts_targets_marked(app->views[APP_POSTS]))
		return false;
	if (action != ACTION_NONE && action != ACTION_COMMAND && !needs_post_acts(action))
		return false;
	tell_none(app);
	return true;
}

bool
marking_act(struct app *app, enum action action, int count)
{
	switch (action) {
	case ACTION_MARK:
		if (of_app(app)->has_range)
			range(app);
		else
			mark_rows(app, count);
		return true;
	case ACTION_MARK_RANGE:
		range(app);
		return true;
	case ACTION_MARK_ALL:
	case ACTION_MARK_OTHERS:
		mark_all(app, action == ACTION_MARK_OTHERS);
		return true;
	case ACTION_ON_MARKED:
		on_marked(app);
		return true;
	case ACTION_MARK_QUERY:
		ask_open(app, &ask_query, tr("Mark what this finds: "), STR_NONE);
		return true;
	default:
		return false;
	}
}
