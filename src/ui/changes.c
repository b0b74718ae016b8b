#include "ui/changes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"

/* Rows that are read again one by one; for more the list is. */
enum { FEW = 64 };

/* Whether an action is for the post that is open, and not for the list. */
static bool
is_for_article(const struct app *app)
{
	return !app->on_marked && (app->focus == APP_ARTICLE || app->focus == APP_OUTLINE);
}

size_t
changes_targets(struct app *app, int64_t **ids)
{
	if (!is_for_article(app))
		return view_posts_targets(app->views[APP_POSTS], ids);
	*ids = mem_zalloc(1, sizeof **ids);
	**ids = view_article_post(app->views[APP_ARTICLE])->id;
	return 1;
}

void
changes_show(struct app *app, const int64_t *ids, size_t n)
{
	struct view *posts = app->views[APP_POSTS];

	app->is_drawn = false;
	if (n <= FEW)
		view_posts_refresh(posts, ids, n);
	else
		posts->ops->reload(posts);
	view_sidebar_follow(app->views[APP_SIDEBAR]);
	app->views[APP_ARTICLE]->ops->reload(app->views[APP_ARTICLE]);
	app_settle(app);
}

static int
apply(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed)
{
	struct err err = { 0 };

	*changed = 0;
	if (!n)
		return 0;
	if (!working_waits(app))
		return -1;
	if (state_apply(app->store, ids, n, change, changed, &err) < 0) {
		app_fail(app, &err);
		return -1;
	}
	return 0;
}

int
changes_apply(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed)
{
	if (apply(app, ids, n, change, changed) < 0)
		return -1;
	if (*changed)
		changes_show(app, ids, n);
	return 0;
}

void
changes_tell(struct app *app, const struct state_change *change, int64_t changed)
{
	const char *text;
	unsigned long n = (unsigned long)changed;

	if (change->read == STATE_ON)
		text = tr_n("%lld post marked read (u: undo)", "%lld posts marked read (u: undo)", n);
	else if (change->read == STATE_OFF)
		text = tr_n("%lld post marked unread (u: undo)", "%lld posts marked unread (u: undo)", n);
	else if (change->star == STATE_ON)
		text = tr_n("starred %lld post (u: undo)", "starred %lld posts (u: undo)", n);
	else if (change->star == STATE_OFF)
		text = tr_n("took the star off %lld post (u: undo)", "took the star off %lld posts (u: undo)", n);
	else if (change->hide == STATE_ON)
		text = tr_n("hid %lld post (u: undo); is:hidden finds it", "hid %lld posts (u: undo); is:hidden finds them", n);
	else
		text = tr_n("%lld post is shown again (u: undo)", "%lld posts are shown again (u: undo)", n);
	app_say(app, text, (long long)changed);
}

/* They are all told at the end, and what is hidden is of the list no more. */
void
changes_tell_done(struct app *app, const struct working *w)
{
	const struct state_change *change = &w->bulk.change;

	if (!w->bulk.changed) {
		app_say(app, "%s", tr("nothing changed: they are so already"));
		return;
	}
	if (change->hide != STATE_KEEP)
		view_posts_hidden(app->views[APP_POSTS], w->bulk.ids, (size_t)w->bulk.total);
	changes_tell(app, change, w->bulk.changed);
}

/* Many posts in slices, few at once, and told from so many on. */
static void
carry_out(struct app *app, const int64_t *ids, size_t n, const struct state_change *what, int64_t told_from)
{
	int64_t changed;

	if (n > CHANGES_AT_ONCE) {
		working_change(app, ids, n, what, STR_NONE, changes_tell_done);
	} else if (!changes_apply(app, ids, n, what, &changed) && changed >= told_from) {
		if (what->hide != STATE_KEEP)
			view_posts_hidden(app->views[APP_POSTS], ids, n);
		changes_tell(app, what, changed);
	}
}

/* Whether the change would leave all of them as they are; -1 with *err. */
static int
are_so(struct app *app, const int64_t *ids, size_t n, const struct state_change *what, bool *ret, struct err *err)
{
	int64_t some[CHANGES_AT_ONCE];

	*ret = true;
	for (size_t from = 0; from < n && *ret; from += CHANGES_AT_ONCE) {
		size_t left = n - from < CHANGES_AT_ONCE ? n - from : CHANGES_AT_ONCE;

		memcpy(some, ids + from, left * sizeof *some);
		if (state_pick(app->store, some, &left, what, err) < 0)
			return -1;
		*ret = !left;
		if (*ret && app->wants_stop && app->wants_stop(app->stop_user))
			return err_set(err, ERR_STOPPED, "%s", tr("stopped"));
	}
	return 0;
}

/* On for all that an action is for, unless they all are: then off, so that the same key twice is as before. */
static void
toggle(struct app *app, const struct state_change *on, const struct state_change *off, int64_t told_from)
{
	struct err err;
	int64_t *ids;
	bool are_on;
	size_t n = changes_targets(app, &ids);

	if (are_so(app, ids, n, on, &are_on, &err) < 0)
		app_fail(app, &err);
	else
		carry_out(app, ids, n, are_on ? off : on, told_from);
	free(ids);
}

void
changes_toggle_read(struct app *app)
{
	toggle(app, &(struct state_change){ .read = STATE_ON }, &(struct state_change){ .read = STATE_OFF }, 2);
}

void
changes_toggle_star(struct app *app)
{
	toggle(app, &(struct state_change){ .star = STATE_ON }, &(struct state_change){ .star = STATE_OFF }, 1);
}

void
changes_toggle_hide(struct app *app)
{
	toggle(app, &(struct state_change){ .hide = STATE_ON }, &(struct state_change){ .hide = STATE_OFF }, 1);
}

void
changes_read_and_go_on(struct app *app)
{
	int64_t *ids;
	size_t n = changes_targets(app, &ids);

	carry_out(app, ids, n, &(struct state_change){ .read = STATE_ON }, 2);
	free(ids);
	if (!view_posts_targets_marked(app->views[APP_POSTS]))
		(void)view_posts_step(app->views[APP_POSTS], app->rows_meant ? app->rows_meant : 1);
}

void
changes_read_view(struct app *app, const struct posts_view *view)
{
	const struct state_change change = { .read = STATE_ON };
	struct posts_view what = *view;
	int64_t *ids = NULL;
	size_t n;

	what.is_unread = true;
	if (working_find(app, &what, &ids, &n) < 0)
		return;
	if (n)
		working_change(app, ids, n, &change, STR_NONE, changes_tell_done);
	else
		app_say(app, "%s", tr("nothing unread here"));
	free(ids);
}

void
changes_read_all(struct app *app)
{
	changes_read_view(app, view_posts_what(app->views[APP_POSTS]));
}
