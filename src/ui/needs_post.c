#include "ui/needs_post.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/view_posts.h"

static const enum action needing[] = {
	ACTION_FOLD, ACTION_TOGGLE_READ, ACTION_READ_NEXT, ACTION_READ_ALL, ACTION_STAR, ACTION_HIDE, ACTION_TAG, ACTION_TAG_ALL, ACTION_REPEAT,
	ACTION_MARK, ACTION_MARK_RANGE, ACTION_MARK_ALL, ACTION_MARK_OTHERS, ACTION_FULLTEXT, ACTION_BROWSER, ACTION_BROWSER_READ,
	ACTION_YANK_LINK, ACTION_YANK_TITLE, ACTION_YANK_MARKDOWN, ACTION_PIPE, ACTION_SAVE,
};

bool
needs_post_told(struct app *app, enum action action)
{
	size_t i = 0;

	while (i < sizeof needing / sizeof *needing && needing[i] != action)
		i++;
	if (i == sizeof needing / sizeof *needing || app->focus != APP_POSTS)
		return false;
	if (view_posts_row(app->views[APP_POSTS]) || view_posts_marks(app->views[APP_POSTS]))
		return false;
	app_say(app, "%s", tr("there is no post here"));
	return true;
}
