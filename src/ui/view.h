/*
 * What every view of the reader can do. A view is a struct that begins with
 * struct view; the app owns it.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "ui/action.h"
#include "ui/screen.h"

struct app;
struct list;
struct view;

enum app_view {
	APP_SIDEBAR, APP_POSTS, APP_ARTICLE, APP_OUTLINE, APP_HELP, APP_CATALOG, APP_HEALTH, APP_TAGS, APP_MESSAGES, APP_LINKS, APP_VIEWS
};

struct view_ops {
	char letter; /* of the action table */
	void (*draw)(struct view *v, struct screen *s, struct screen_box box, bool has_focus);
	/* False for an action that the view leaves to the app. count 0: not given. */
	bool (*act)(struct view *v, enum action action, int count);
	/* The cache has changed: reads what is shown anew, keeping the place. */
	void (*reload)(struct view *v);
	/* What the last row says: at the left what is shown, at the right where one is. */
	void (*status)(struct view *v, struct buf *left, struct buf *right);
	void (*free)(struct view *v);
};

struct view {
	const struct view_ops *ops;
	struct app *app;
};

#endif
