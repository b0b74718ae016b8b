#include "ui/needs_post.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/view_posts.h"

static const enum action acting[] = {
	ACTION_TOGGLE_READ, ACTION_READ_NEXT, ACTION_READ_ALL, ACTION_STAR, ACTION_HIDE, ACTION_TAG, ACTION_TAG_ALL, ACTION_REPEAT,
	ACTION_FULLTEXT, ACTION_BROWSER, ACTION_BROWSER_READ, ACTION_YANK_LINK, ACTION_YANK_TITLE, ACTION_YANK_MARKDOWN, ACTION_PIPE, ACTION_SAVE,
};

static const enum action others[] = { ACTION_FOLD, ACTION_MARK, ACTION_MARK_RANGE, ACTION_MARK_ALL, ACTION_MARK_OTHERS };

static bool
is_among(const enum action *actions, size_t n, enum action action)
{
	for (size_t i = 0; i < n; i++)
		if (actions[i] == action)
			return true;
	return false;
}

bool
needs_post_acts(enum action action)
{
	return is_among(acting, sizeof acting / sizeof *acting, action);
}

bool
needs_post_told(struct app *app, enum action action)
{
	if (app->focus != APP_POSTS || (!needs_post_acts(action) && !is_among(others, sizeof others / sizeof *others, action)))
		return false;
	if (view_posts_row(app->views[APP_POSTS]) || view_posts_targets_marked(app->views[APP_POSTS]))
		return false;
	app_say(app, "%s", tr("there is no post here"));
	return true;
}
