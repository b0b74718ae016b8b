#include "ui/view_posts_snippets.h"

#include "base/clock.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/view_posts_impl.h"

enum { ROWS_MIN = 10, SLICE_MS = 8 /* then they are drawn */ };

static const char memory_key[] = "snippets";

static bool
are_off(const struct app *app)
{
	return str_is(memory_get(&app->memory, memory_key), "off");
}

bool
view_posts_snippets_wanted(const struct view *v, int rows)
{
	const struct filter *filter = &view_posts_self(v)->filter;

	return rows >= ROWS_MIN && !filter->is_tried && !are_off(v->app) && snippets_has_words(filter->words);
}

void
view_posts_snippets_toggle(struct view *v)
{
	struct app *app = v->app;

	if (are_off(app)) {
		memory_drop(&app->memory, memory_key);
		app_say(app, "%s", tr("where words were found is shown below each post"));
	} else {
		memory_put(&app->memory, memory_key, str_lit("off"));
		app_say(app, "%s", tr("one row a post, also when words are looked for"));
	}
}

/* The first post in sight that has none yet, or NULL. */
static const struct posts_row *
find_due(const struct view_posts *p)
{
	if (p->lines < 2 || !p->view.app->boxes[APP_POSTS].rows)
		return NULL;
	for (int i = p->list.top; i < p->list.n && i < p->list.top + p->list.rows; i++) {
		const struct posts_row *row = listing_at(&p->listing, i, NULL);

		if (row && !snippets_find(&p->filter.snippets, row))
			return row;
	}
	return NULL;
}

bool
view_posts_snippets_due(const struct view *v)
{
	return find_due(view_posts_self(v)) != NULL;
}

void
view_posts_snippets_run(struct view *v, bool (*wants_stop)(void *user), void *user)
{
	struct view_posts *p = view_posts_self(v);
	int64_t until = clock_mono_ms() + SLICE_MS;
	const struct posts_row *row;
	struct err err;

	while ((row = find_due(p)) && !(wants_stop && wants_stop(user)) && clock_mono_ms() < until)
		if (snippets_make(&p->filter.snippets, v->app->store, &p->filter.match, row, &err) < 0)
			app_fail(v->app, &err);
}
