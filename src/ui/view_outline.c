#include "ui/view_outline.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "html/reading.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/theme.h"
#include "ui/view_article.h"

enum { MINUTES_FROM = 30 /* columns */ };

struct view_outline {
	struct view view;
	struct list list;
};

static struct view_outline *
self(struct view *v)
{
	return (struct view_outline *)v;
}

static const struct doc *
doc_of(struct view *v)
{
	return &view_article_get(v->app->views[APP_ARTICLE])->doc;
}

int
view_outline_rows(struct view *v)
{
	return (int)doc_of(v)->n_sections;
}

void
view_outline_sync(struct view *v)
{
	struct view_outline *o = self(v);

	o->list.n = view_outline_rows(v);
	list_go(&o->list, view_article_section(v->app->views[APP_ARTICLE]));
}

void
view_outline_go(struct view *v, int number)
{
	self(v)->list.n = view_outline_rows(v);
	list_go(&self(v)->list, number - 1);
}

/* How long it takes, at the right; returns the columns that are left. */
static int
draw_minutes(const struct doc_section *section, struct screen *s, struct screen_box box)
{
	struct buf text = { 0 };
	int minutes = reading_section_minutes(section), cols;

	if (!minutes || box.cols < MINUTES_FROM)
		return box.cols;
	(void)buf_printf(&text, tr("%d min"), minutes);
	cols = width_str(buf_str(&text));
	(void)screen_put(s, box.row, box.col + box.cols - cols - 1, cols, THEME_COUNT, buf_str(&text));
	buf_free(&text);
	return box.cols - cols - 1;
}

static void
draw_section(const struct doc *doc, int index, struct screen *s, struct screen_box box)
{
	const struct doc_section *section = &doc->sections[index];
	struct buf text = { 0 };
	int indent = 2 * (section->level - 1), number_cols = doc->n_sections > 99 ? 4 : 3;
	unsigned style = section->level == 1 ? THEME_TEXT : THEME_READ;

	box.cols = draw_minutes(section, s, box);
	(void)buf_printf(&text, "%*d ", number_cols - 1, index + 1);
	if (indent > box.cols / 3)
		indent = box.cols / 3;
	indent += 1 + screen_put(s, box.row, box.col + 1, number_cols, THEME_COUNT, buf_str(&text));
	screen_fit(s, box.row, box.col + indent, box.cols - indent - 1, style, section->title);
	buf_free(&text);
}

static void
outline_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_outline *o = self(v);
	const struct doc *doc = doc_of(v);

	if (!has_focus)
		view_outline_sync(v);
	o->list.n = (int)doc->n_sections;
	list_show(&o->list, box.rows);
	for (int i = 0; i < box.rows && o->list.top + i < o->list.n; i++) {
		int index = o->list.top + i;

		draw_section(doc, index, s, (struct screen_box){ box.row + i, box.col, 1, box.cols });
		if (index == o->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
}

static bool
outline_act(struct view *v, enum action action, int count)
{
	struct view_outline *o = self(v);

	(void)count;
	o->list.n = view_outline_rows(v);
	if (list_act(&o->list, action, 0)) /* digits have put the cursor there already */
		return true;
	switch (action) {
	case ACTION_OPEN:
		view_article_jump(v->app->views[APP_ARTICLE], (size_t)o->list.at);
		app_focus(v->app, APP_ARTICLE);
		return true;
	case ACTION_BACK:
	case ACTION_LEFT:
		app_focus(v->app, APP_ARTICLE);
		return true;
	default:
		return false;
	}
}

static void
outline_reload(struct view *v)
{
	self(v)->list.n = view_outline_rows(v);
}

static void
outline_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_outline *o = self(v);

	(void)buf_puts(left, tr("Outline: a number or j k, Enter goes there"));
	(void)buf_printf(right, "%d/%d", o->list.at + 1, o->list.n);
}

static void
outline_free(struct view *v)
{
	free(self(v));
}

struct list *
view_outline_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops outline_ops = { 'O', outline_draw, outline_act, outline_reload, outline_status, outline_free };

struct view *
view_outline_new(struct app *app)
{
	struct view_outline *o = mem_zalloc(1, sizeof *o);

	o->view = (struct view){ &outline_ops, app };
	return &o->view;
}
