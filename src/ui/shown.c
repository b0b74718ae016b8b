#include "ui/shown.h"

#include "ui/app.h"
#include "ui/term.h"
#include "ui/term_mouse.h"
#include "ui/title.h"

/* Where it has changed. */
static void
set_title(struct shown *s)
{
	struct buf title = { 0 };

	if (s->app->has_title)
		title_of(s->app, &title);
	if (!str_eq(buf_str(&title), buf_str(&s->title)))
		term_set_title(buf_str(&title));
	buf_clear(&s->title);
	(void)buf_add(&s->title, buf_str(&title));
	buf_free(&title);
}

/* False where nothing has changed. */
static bool
draw(struct app *app)
{
	if (!app->is_drawn)
		app_draw(app);
	app->is_drawn = true;
	if (app->is_shown)
		return false;
	term_draw(&app->screen, &app->looks.theme);
	app->is_shown = true;
	return true;
}

void
shown_update(struct shown *s)
{
	struct app *app = s->app;

	term_mouse(!app->opts.has_no_mouse);
	if (s->links != app->links)
		term_set_links(app->links);
	if (app->wants_redraw)
		term_forget();
	app->is_drawn &= !app->wants_redraw && s->links == app->links;
	s->links = app->links;
	app->wants_redraw = false;
	if (app->gallery.wants_answer)
		term_send(str_lit(ANSWERS_QUESTION));
	app->gallery.wants_answer = false;
	if (draw(app))
		set_title(s);
}

void
shown_meanwhile(void *user)
{
	struct shown *s = user;

	if (term_is_busy())
		term_go_on();
	s->app->is_drawn = false;
	(void)draw(s->app);
}

void
shown_free(struct shown *s)
{
	buf_free(&s->title);
}
