#include "ui/teaching.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/view_article.h"
#include "ui/view_posts.h"

/* When a key is of use. */
enum when { WHEN_LISTED, WHEN_IN_SECTIONS, WHEN_READING, WHEN_BACK };

/* Of one moment the first that is not known yet. */
static const struct {
	const char *name;
	enum when when;
	const char *text;
} hints[] = {
	{ "read", WHEN_LISTED, N_("Enter reads the post, q comes back, ? has all keys") },
	{ "sections", WHEN_IN_SECTIONS, N_("]] goes to the next section, Tab to the next unread post") },
	{ "unread", WHEN_READING, N_("Tab goes to the next unread post") },
	{ "tag", WHEN_BACK, N_("t tags the post: +ai -later; u undoes") },
	{ "filter", WHEN_BACK, N_("f shows only what is found: words, #tag, is:unread") },
	{ "sidebar", WHEN_BACK, N_("e goes to the sidebar: views, tags, feeds") },
};

static const char memory_key[] = "taught";

static bool
is_now(const struct app *app, enum when when)
{
	bool is_list = app->focus == APP_POSTS && view_posts_row(app->views[APP_POSTS]);

	switch (when) {
	case WHEN_IN_SECTIONS:
		return app->focus == APP_ARTICLE && view_article_get(app->views[APP_ARTICLE])->doc.n_sections > 0;
	case WHEN_READING: /* the hint on sections has it, too */
		return app->focus == APP_ARTICLE && !memory_has(&app->memory, memory_key, str_lit("sections"));
	case WHEN_BACK:
		return is_list && app->teaching.was_reading;
	default:
		return is_list;
	}
}

void
teaching_follow(struct app *app)
{
	bool is_told = !app->teaching.is_on || app->asking || app->message.n;

	for (size_t i = 0; i < sizeof hints / sizeof *hints && !is_told; i++) {
		if (!is_now(app, hints[i].when) || memory_has(&app->memory, memory_key, str_of(hints[i].name)))
			continue;
		app_say(app, "%s", tr(hints[i].text));
		memory_set(&app->memory, memory_key, str_of(hints[i].name), true);
		is_told = true;
	}
	app->teaching.was_reading = app->focus == APP_ARTICLE;
}

void
teaching_start(struct app *app)
{
	app->teaching.is_on = true;
	teaching_follow(app);
}
