#include "ui/live.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/cmdline_complete.h"
#include "ui/view_posts.h"

void
live_free(struct live *l)
{
	buf_free(&l->before);
	buf_free(&l->note);
}

static void
close_live(struct live *l)
{
	l->is_due = l->has_changed = false;
	buf_clear(&l->note);
}

static int
done(struct app *app, struct str text)
{
	struct arena a = { 0 };
	struct query_fault fault;
	struct query *query;
	int rc = view_posts_filter(app->views[APP_POSTS], text);

	if (rc < 0 && query_read(&a, text, &app->saved.names, &query, &fault) < 0)
		prompt_go(&app->prompt, fault.at);
	close_live(&app->live);
	arena_free(&a);
	return rc;
}

static void
typed(struct app *app, struct str text)
{
	(void)text; /* it is looked for when there is time */
	app->live.is_due = true;
}

static void
complete(struct app *app, int step)
{
	cmdline_complete_query(app, step);
	app->live.is_due = true;
}

static void
dropped(struct app *app)
{
	struct live *l = &app->live;

	if (l->has_changed && !view_posts_filter(app->views[APP_POSTS], buf_str(&l->before)) && l->offset >= 0)
		view_posts_go(app->views[APP_POSTS], &l->at, l->offset);
	close_live(l);
}

static struct history *
lines(struct app *app)
{
	return &app->histories[HISTORY_FILTERS];
}

static const struct ask ask_filter = { .done = done, .typed = typed, .tab = complete, .dropped = dropped, .history = lines };

void
live_ask(struct app *app)
{
	struct view *posts = app->views[APP_POSTS];
	struct str before = view_posts_filtered(posts)->typed;
	struct live *l = &app->live;

	close_live(l);
	buf_clear(&l->before);
	(void)buf_add(&l->before, before);
	l->offset = -1;
	if (view_posts_row(posts)) {
		l->at = listing_spot(view_posts_listing(posts), view_posts_at(posts));
		l->offset = view_posts_at(posts) - view_posts_top(posts);
	}
	ask_open(app, &ask_filter, tr("Filter: "), before);
}

static void
note(struct app *app, int found)
{
	struct buf *out = &app->live.note;
	int n = listing_total(view_posts_listing(app->views[APP_POSTS]));

	buf_clear(out);
	if (found > 0)
		(void)buf_printf(out, tr_n("%d post", "%d posts", (unsigned long)n), n);
	else if (!found)
		(void)buf_puts(out, tr("nothing yet"));
}

void
live_run(struct app *app, bool (*wants_stop)(void *user), void *user)
{
	struct str text = str_trim(buf_str(&app->prompt.text));
	struct live *l = &app->live;
	struct err err = { 0 };
	int found;

	l->is_due = false;
	store_watch(app->store, wants_stop, user);
	found = view_posts_try(app->views[APP_POSTS], text, &err);
	store_watch(app->store, NULL, NULL);
	if (found < 0 && err.code == ERR_STOPPED) {
		l->is_due = true;
		return;
	}
	l->has_changed |= found > 0;
	note(app, found);
}
