#include "ui/trail.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"

static void
free_list(struct trail_list *l)
{
	if (!l)
		return;
	arena_free(&l->arena);
	marks_free(&l->marks);
	free(l);
}

void
trail_free(struct trail *t)
{
	while (t->n)
		free_list(t->steps[--t->n].list);
}

static struct trail_list *
list_now(struct app *app)
{
	struct view *posts = app->views[APP_POSTS];
	struct marking *marking = view_posts_marking(posts);
	struct trail_list *l = mem_zalloc(1, sizeof *l);

	l->entry = sidebar_copy(&l->arena, view_sidebar_shown(app->views[APP_SIDEBAR]));
	l->typed = arena_dup(&l->arena, view_posts_filtered(posts)->typed);
	l->is_search = view_posts_is_search(posts);
	l->offset = -1;
	if (view_posts_row(posts)) {
		l->spot = listing_spot(view_posts_listing(posts), view_posts_at(posts));
		l->offset = view_posts_at(posts) - view_posts_top(posts);
	}
	(void)marking_settle(app); /* a range, too */
	l->marks = marking->marks;
	marking->marks = (struct marks){ 0 };
	return l;
}

static struct trail_step *
push(struct app *app)
{
	struct trail *t = &app->trail;
	bool is_of_article = app->focus == APP_ARTICLE || app->focus == APP_OUTLINE || app->focus == APP_LINKS;

	if (t->n == TRAIL_MAX) {
		free_list(t->steps[0].list);
		memmove(t->steps, t->steps + 1, --t->n * sizeof *t->steps);
	}
	t->steps[t->n] = (struct trail_step){ .view = app->focus,
		.post_id = is_of_article ? view_article_post(app->views[APP_ARTICLE])->id : 0 };
	return &t->steps[t->n++];
}

/* Forgets the steps from `at` on; the one before them leads to what the list showed then. */
static void
cut(struct trail *t, size_t at)
{
	struct trail_step *last = at ? &t->steps[at - 1] : NULL;

	for (size_t i = at; i < t->n; i++) {
		struct trail_step *step = &t->steps[i];

		if (last && !last->list)
			last->list = step->list;
		else
			free_list(step->list);
	}
	t->n = at;
}

void
trail_open(struct app *app, enum app_view view)
{
	struct trail *t = &app->trail;
	size_t i = 0;

	if (app->focus == view)
		return;
	while (i < t->n && t->steps[i].view != view)
		i++;
	if (i < t->n)
		cut(t, i);
	else
		(void)push(app);
	app_focus(app, view);
}

void
trail_close(struct app *app)
{
	if (!trail_back(app))
		app_focus(app, APP_POSTS);
}

void
trail_keep(struct app *app)
{
	push(app)->list = list_now(app);
}

void
trail_pick(struct app *app)
{
	struct trail *t = &app->trail;
	struct trail_list *first = NULL;

	for (size_t i = 0; i < t->n && !first; i++) {
		first = t->steps[i].list;
		t->steps[i].list = NULL;
	}
	trail_free(t);
	t->steps[t->n++] = (struct trail_step){ .view = app->focus == APP_SIDEBAR ? APP_SIDEBAR : APP_POSTS,
		.list = first ? first : list_now(app) };
}

void
trail_picked(struct app *app)
{
	const struct sidebar_entry *now = view_sidebar_shown(app->views[APP_SIDEBAR]), *first = &app->trail.steps[0].list->entry;

	if (now->kind == first->kind && now->feed_id == first->feed_id && (now->kind == SIDEBAR_ALL || str_eq(now->name, first->name)))
		trail_free(&app->trail);
}

static void
show_list(struct app *app, struct trail_list *l)
{
	struct view *posts = app->views[APP_POSTS];

	if (!view_sidebar_return(app->views[APP_SIDEBAR], &l->entry))
		return;
	if (l->typed.n && (l->is_search ? view_posts_search : view_posts_filter)(posts, l->typed) < 0)
		return;
	if (l->offset >= 0)
		view_posts_go(posts, &l->spot, l->offset);
	marks_free(&view_posts_marking(posts)->marks);
	view_posts_marking(posts)->marks = l->marks;
	l->marks = (struct marks){ 0 };
}

/* False after the error has been told: it may be gone. */
static bool
has_article(struct app *app, int64_t post_id)
{
	struct view *article = app->views[APP_ARTICLE];
	const struct query *words = view_posts_filtered(app->views[APP_POSTS])->words; /* the list is again that of then */
	struct err err = { 0 };

	if (view_article_post(article)->id == post_id || !view_article_return(article, post_id, words, &err))
		return true;
	app_fail(app, &err);
	return false;
}

bool
trail_back(struct app *app)
{
	struct trail *t = &app->trail;
	struct list *sidebar = view_sidebar_list(app->views[APP_SIDEBAR]);
	struct trail_step step;
	int at;

	if (!t->n)
		return false;
	step = t->steps[--t->n];
	at = sidebar->at;
	if (step.list)
		show_list(app, step.list);
	if (step.view == APP_SIDEBAR)
		sidebar->at = at; /* to pick the next one from there */
	free_list(step.list);
	app_focus(app, !step.post_id || has_article(app, step.post_id) ? step.view : APP_POSTS);
	return true;
}

enum app_view
trail_before(const struct app *app)
{
	return app->trail.n ? app->trail.steps[app->trail.n - 1].view : APP_POSTS;
}
