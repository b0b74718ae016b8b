#include "ui/preparing.h"

#include "base/clock.h"
#include "store/posts_fold.h"
#include "store/state.h"
#include "ui/app.h"
#include "ui/article.h"
#include "ui/list.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"

enum { WAIT_MS = 100 }; /* who starts a program often types on at once */

void
preparing_begin(struct preparing *p)
{
	p->at = clock_mono_ms() + WAIT_MS;
}

int
preparing_timeout(const struct preparing *p)
{
	int64_t left = p->at - clock_mono_ms();

	if (!p->at)
		return -1;
	return left < 0 ? 0 : (int)left;
}

/* All that is read of the post under the cursor when it is opened. What cannot be read is told then. */
static void
read_post(struct app *app)
{
	const struct posts_row *row = view_posts_row(app->views[APP_POSTS]);
	struct article article = { 0 };
	int64_t section, letter;
	struct feeds_row feed;
	struct err err;

	if (!row || article_load(&article, app->store, posts_fold_first(row), &err) < 0)
		return;
	(void)state_position(app->store, article.post.id, &section, &letter, &err);
	(void)feeds_get(app->store, &article.arena, article.post.feed_id, &feed, &err);
	article_free(&article);
}

static void
prepare_marks(struct app *app)
{
	state_prepare(app->store);
}

/* What is drawn is remembered (ui/kept.h); where the list stands in it is not. */
static void
draw(struct app *app, enum app_view view, struct list *list)
{
	struct list before = *list;
	struct screen s = { 0 };

	screen_resize(&s, app->screen.rows, app->screen.cols);
	app_draw_ahead(app, view, &s);
	screen_free(&s);
	*list = before;
}

static void
draw_list(struct app *app)
{
	draw(app, APP_POSTS, view_posts_list(app->views[APP_POSTS]));
}

static void
draw_sidebar(struct app *app)
{
	draw(app, APP_SIDEBAR, view_sidebar_list(app->views[APP_SIDEBAR]));
}

void
preparing_run(struct app *app)
{
	static void (*const steps[])(struct app *app) = { read_post, prepare_marks, draw_list, draw_sidebar };
	struct preparing *p = &app->preparing;

	if (preparing_timeout(p))
		return;
	if (!view_article_post(app->views[APP_ARTICLE])->id)
		steps[p->step++](app);
	else
		p->step = sizeof steps / sizeof steps[0]; /* it is there already */
	if (p->step == sizeof steps / sizeof steps[0])
		p->at = 0;
}
