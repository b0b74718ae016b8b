#include "ui/opened.h"

#include "base/clock.h"
#include "store/state.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"

enum { AGAIN_MS = 200 };

void
opened_add(struct app *app)
{
	const struct posts_row *post = view_article_post(app->views[APP_ARTICLE]);

	if (post->is_read && !post->is_changed && !post->is_left)
		return;
	if (!post->is_read) {
		(void)view_posts_show_read(app->views[APP_POSTS], post->id);
		view_sidebar_show_read(app->views[APP_SIDEBAR], post);
	}
	*vec_add(&app->opened.posts) = (struct posts_row){ .id = post->id, .feed_id = post->feed_id, .is_read = post->is_read,
		.is_starred = post->is_starred, .is_changed = post->is_changed, .is_left = post->is_left };
	app->opened.again_at = 0;
}

/* It is shown already, unless others have changed something meanwhile: then it is drawn once more. */
static int
mark_read(struct app *app, const struct posts_row *post, struct err *err)
{
	const struct state_change change = { .read = STATE_ON };

	if (state_apply(app->store, &post->id, 1, &change, NULL, err) < 0)
		return -1;
	if (view_posts_show_read(app->views[APP_POSTS], post->id) || view_sidebar_read(app->views[APP_SIDEBAR], post))
		app->is_drawn = false;
	view_article_set_read(app->views[APP_ARTICLE], post->id);
	return 0;
}

static int
mark_seen(struct app *app, const struct posts_row *post, struct err *err)
{
	if (posts_seen(app->store, post->id, err) < 0)
		return -1;
	view_posts_refresh(app->views[APP_POSTS], &post->id, 1);
	app->is_drawn = false;
	return 0;
}

static int
mark(struct app *app, const struct posts_row *post, struct err *err)
{
	if ((!post->is_read || post->is_left) && mark_read(app, post, err) < 0)
		return -1;
	return post->is_changed ? mark_seen(app, post, err) : 0;
}

/* What could not be done is shown as it is. */
static void
fail(struct app *app, const struct posts_row *post, const struct err *err)
{
	changes_show(app, &post->id, 1);
	app_fail(app, err);
}

static void
mark_all(struct app *app)
{
	struct opened *o = &app->opened;
	struct err err = { 0 };
	size_t n = 0;

	while (n < o->posts.n && (mark(app, &o->posts.v[n], &err) == 0 || err.code != ERR_BUSY)) {
		if (err.code)
			fail(app, &o->posts.v[n], &err);
		err.code = ERR_NONE;
		n++;
	}
	for (size_t i = n; i < o->posts.n; i++)
		o->posts.v[i - n] = o->posts.v[i];
	o->posts.n -= n;
	o->again_at = o->posts.n ? clock_mono_ms() + AGAIN_MS : 0;
	if (n)
		app_settle(app);
}

void
opened_mark(struct app *app)
{
	if (!app->opened.posts.n)
		return;
	store_hurry(app->store, true);
	mark_all(app);
	store_hurry(app->store, false);
}

void
opened_finish(struct app *app)
{
	if (app->opened.posts.n)
		mark_all(app);
}

int
opened_timeout(const struct opened *o)
{
	int64_t left = o->again_at ? o->again_at - clock_mono_ms() : 0;

	if (!o->posts.n)
		return -1;
	return left < 0 ? 0 : (int)left;
}

void
opened_free(struct opened *o)
{
	vec_free(&o->posts);
}
