#include "ui/view_help.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/keys.h"
#include "ui/list.h"
#include "ui/theme.h"

struct view_help {
	struct view view;
	struct list list;
};

/* The parts of the list: keys that only this view has, others that it has, and the rest. */
enum part { PART_OWN, PART_HERE, PART_ELSEWHERE };

enum { KEYS_COLS = 22, NAME_COLS = 14, NAMES_FROM = 90 };

/* What stands after the keys. */
static const char *const notes[] = {
	"",
	N_("A number before a key is a count: 5j, 3gs, 2o."),
	N_("All keys work while the Korean input method is on."),
	N_("In a prompt: Enter takes the line, Esc drops it, Tab completes a tag."),
};

static struct view_help *
self(struct view *v)
{
	return (struct view_help *)v;
}

void
view_help_open(struct view *v)
{
	struct view_help *h = self(v);

	h->list = (struct list){ .rows = h->list.rows };
	v->app->help_from = v->app->focus;
	app_focus(v->app, APP_HELP);
}

static void
draw_action(enum action action, struct screen *s, struct screen_box box)
{
	const struct keys_info *info = keys_info(action);
	int col = box.col + 2;

	screen_fit(s, box.row, col, KEYS_COLS, THEME_KEY, str_of(info->keys));
	col += KEYS_COLS + 1;
	if (box.cols >= NAMES_FROM) {
		screen_fit(s, box.row, col, NAME_COLS, THEME_MUTED, str_of(info->name));
		col += NAME_COLS + 1;
	}
	screen_fit(s, box.row, col, box.col + box.cols - col, THEME_TEXT, str_of(tr(info->help)));
}

/* Whether an action of these views has its place in this part of the list. */
static bool
is_in(enum part part, const char *views, char view)
{
	bool is_here = strchr(views, view) != NULL, is_own = is_here && !views[1];

	/* The list is where one starts: its own keys stand among the others, as the table has them. */
	if (part == PART_OWN)
		return is_own && view != 'L';
	return part == PART_HERE ? is_here && !(is_own && view != 'L') : !is_here;
}

/* The actions in the order in which they are of use in the view from which help was opened. */
static int
order_actions(const struct app *app, enum action order[ACTION_COUNT])
{
	char view = app->views[app->help_from]->ops->letter;
	int n = 0;

	for (enum part part = PART_OWN; part <= PART_ELSEWHERE; part++)
		for (enum action action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
			if (is_in(part, keys_info(action)->views, view))
				order[n++] = action;
	return n;
}

static void
help_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_help *h = self(v);
	enum action order[ACTION_COUNT];
	int actions = order_actions(v->app, order);

	(void)has_focus;
	h->list.n = actions + (int)(sizeof notes / sizeof *notes);
	list_show(&h->list, box.rows);
	for (int i = 0; i < box.rows && h->list.top + i < h->list.n; i++) {
		int index = h->list.top + i;
		struct screen_box row = { box.row + i, box.col, 1, box.cols };

		if (index < actions)
			draw_action(order[index], s, row);
		else if (*notes[index - actions])
			screen_fit(s, row.row, row.col + 2, row.cols - 2, THEME_TEXT, str_of(tr(notes[index - actions])));
		if (index == h->list.at)
			screen_add_style(s, row.row, row.col, row.cols, THEME_SELECTED);
	}
}

static bool
help_act(struct view *v, enum action action, int count)
{
	if (list_act(&self(v)->list, action, count))
		return true;
	if (action != ACTION_BACK && action != ACTION_LEFT)
		return false;
	app_focus(v->app, v->app->help_from);
	return true;
}

static void
help_reload(struct view *v)
{
	(void)v;
}

static void
help_status(struct view *v, struct buf *left, struct buf *right)
{
	(void)buf_puts(left, tr("Keys: q goes back"));
	(void)buf_printf(right, "%d/%d", self(v)->list.at + 1, self(v)->list.n);
}

static void
help_free(struct view *v)
{
	free(self(v));
}

static const struct view_ops help_ops = { 'H', help_draw, help_act, help_reload, help_status, help_free };

struct view *
view_help_new(struct app *app)
{
	struct view_help *h = mem_zalloc(1, sizeof *h);

	h->view = (struct view){ &help_ops, app };
	return &h->view;
}
