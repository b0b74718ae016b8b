#include "ui/view_posts_draw.h"

#include "ui/app.h"
#include "ui/listing_draw.h"
#include "ui/view_posts_impl.h"
#include "ui/view_posts_snippets.h"
#include "ui/view_sidebar.h"
#include "ui/welcome.h"

/* Of a list without posts, by what it would show. */
static enum welcome
empty_kind(const struct view_posts *p)
{
	enum sidebar_kind shown = view_sidebar_shown(p->view.app->views[APP_SIDEBAR])->kind;

	if (p->is_unread || p->hides_read)
		return WELCOME_NO_UNREAD;
	return shown == SIDEBAR_STARRED ? WELCOME_NO_STAR : shown == SIDEBAR_TAG ? WELCOME_NO_TAGGED : WELCOME_NO_POSTS;
}

static void
draw_empty(const struct view_posts *p, struct screen *s, struct screen_box box)
{
	const struct app *app = p->view.app;
	enum welcome what = empty_kind(p);

	if (p->filter.typed.n)
		what = WELCOME_NO_MATCH;
	else if (job_is_running(&app->job))
		what = WELCOME_SYNCING;
	else if (!app->n_feeds)
		what = WELCOME_NO_FEEDS;
	welcome_draw(what, buf_str(&p->trouble), s, box);
}

/* Loads what will be shown, and is shown where the list turns out shorter. */
static void
cover_screen(struct view_posts *p, int rows)
{
	struct err err;

	list_show(&p->list, rows);
	if (listing_cover(&p->listing, p->list.top, rows, &err) < 0)
		app_fail(p->view.app, &err);
	if (p->list.n == listing_total(&p->listing))
		return;
	p->list.n = listing_total(&p->listing);
	list_show(&p->list, rows);
}

void
view_posts_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_posts *p = view_posts_self(v);
	const struct listing_drawn drawn = { &v->app->row_format, &p->listing, &p->list, &p->marking, &p->filter, &p->kept };

	p->lines = view_posts_snippets_wanted(v, box.rows) ? LISTING_DRAW_SNIPPET_LINES : 1;
	p->list.lines = p->lines;
	cover_screen(p, box.rows / p->lines);
	if (p->list.n)
		listing_draw(s, box, &drawn, has_focus);
	else
		draw_empty(p, s, box);
}

void
view_posts_draw_as(struct view *v, struct str title)
{
	struct view_posts *p = view_posts_self(v);

	p->title = arena_dup(&p->what_arena, title);
}
