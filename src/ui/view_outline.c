#include "ui/view_outline.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "html/reading.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/status.h"
#include "ui/theme.h"
#include "ui/view_article.h"

enum { MINUTES_FROM = 30, LETTERS_FROM = 56, MINUTES_COLS = 8, LETTERS_COLS = 12 }; /* columns */

struct view_outline {
	struct view view;
	struct list list;
	struct narrow narrow;
	vec(size_t) rows; /* the sections shown */
	bool has_letters; /* is said of each: no title has to be cut for it */
};

static struct view_outline *
self(struct view *v)
{
	return (struct view_outline *)v;
}

static const struct doc *
doc_of(const struct view *v)
{
	return &view_article_get(v->app->views[APP_ARTICLE])->doc;
}

/* Lists the sections that are shown. */
static void
take_sections(struct view_outline *o)
{
	const struct doc *doc = doc_of(&o->view);

	o->rows.n = 0;
	for (size_t i = 0; i < doc->n_sections; i++)
		if (narrow_has(&o->narrow, &doc->sections[i].title, 1))
			*vec_add(&o->rows) = i;
	o->list.n = (int)o->rows.n;
	list_go(&o->list, o->list.at);
}

/* Puts the cursor on a section, or on the last one shown above it. */
static void
go_to(struct view_outline *o, int section)
{
	int row = 0;

	take_sections(o);
	while (row + 1 < o->list.n && (int)o->rows.v[row + 1] <= section)
		row++;
	list_go(&o->list, row);
}

static void
narrowed(struct view *v)
{
	struct view_outline *o = self(v);
	int section = o->list.at < (int)o->rows.n ? (int)o->rows.v[o->list.at] : 0;

	go_to(o, section);
}

static int
number_cols(const struct doc *doc)
{
	return doc->n_sections > 99 ? 4 : 3;
}

static int
indent_of(const struct doc_section *section)
{
	return 2 * (section->level - 1);
}

int
view_outline_rows(struct view *v)
{
	return (int)doc_of(v)->n_sections;
}

void
view_outline_open(struct view *v)
{
	(void)narrow_clear(&self(v)->narrow);
	go_to(self(v), view_article_section(v->app->views[APP_ARTICLE]));
}

void
view_outline_go(struct view *v, int number)
{
	(void)narrow_clear(&self(v)->narrow);
	go_to(self(v), number - 1);
}

int
view_outline_cols(struct view *v)
{
	const struct doc *doc = doc_of(v);
	int cols = 0;

	for (size_t i = 0; i < doc->n_sections; i++) {
		int wanted = indent_of(&doc->sections[i]) + width_str(doc->sections[i].title);

		if (wanted > cols)
			cols = wanted;
	}
	return 1 + number_cols(doc) + cols + 1 + LETTERS_COLS + MINUTES_COLS + 1;
}

/* How much there is to read, at the right: "1234 letters   3 min", or only the latter; returns the columns that are left. */
static int
draw_length(const struct doc_section *section, bool has_letters, struct screen *s, struct screen_box box)
{
	struct buf text = { 0 };
	int minutes = reading_section_minutes(section), end = box.col + box.cols - 1, left = end;

	if (minutes && box.cols >= MINUTES_FROM) {
		(void)buf_printf(&text, tr("%d min"), minutes);
		left = screen_put_right(s, box.row, end, MINUTES_COLS, THEME_COUNT, buf_str(&text));
	}
	if (has_letters) {
		buf_clear(&text);
		(void)buf_printf(&text, tr_n("%zu letter", "%zu letters", section->letters), section->letters);
		left = screen_put_right(s, box.row, end - MINUTES_COLS, box.cols / 3, THEME_COUNT, buf_str(&text));
	}
	buf_free(&text);
	return left - box.col;
}

/* The sign before the section that one is in. */
static struct str
here(void)
{
	return width_str(str_lit("▸")) == 1 ? str_lit("▸") : str_lit(">");
}

static void
draw_section(const struct view_outline *o, size_t index, bool is_here, struct screen *s, struct screen_box box)
{
	const struct doc *doc = doc_of(&o->view);
	const struct doc_section *section = &doc->sections[index];
	struct buf text = { 0 };
	int indent = indent_of(section);
	unsigned style = section->level == 1 ? THEME_TEXT : THEME_READ;

	box.cols = draw_length(section, o->has_letters, s, box);
	if (is_here)
		(void)screen_put(s, box.row, box.col, 1, THEME_MARKED, here());
	(void)buf_printf(&text, "%*zu ", number_cols(doc) - 1, index + 1);
	if (indent > box.cols / 3)
		indent = box.cols / 3;
	indent += 1 + screen_put(s, box.row, box.col + 1, number_cols(doc), THEME_COUNT, buf_str(&text));
	screen_fit(s, box.row, box.col + indent, box.cols - indent - 1, is_here ? style | THEME_BOLD : style, section->title);
	buf_free(&text);
}

static void
outline_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_outline *o = self(v);
	int here_now = view_article_section(v->app->views[APP_ARTICLE]);

	if (!has_focus)
		view_outline_open(v);
	take_sections(o);
	o->has_letters = box.cols >= LETTERS_FROM && box.cols >= view_outline_cols(v);
	list_show(&o->list, box.rows);
	if (!o->list.n)
		(void)screen_put(s, box.row, box.col + 2, box.cols - 2, THEME_MUTED, str_of(tr("No section has that.")));
	for (int i = 0; i < box.rows && o->list.top + i < o->list.n; i++) {
		int row = o->list.top + i;
		size_t index = o->rows.v[row];

		draw_section(o, index, (int)index == here_now, s, (struct screen_box){ box.row + i, box.col, 1, box.cols });
		if (row == o->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
}

static void
open_section(struct view_outline *o)
{
	struct app *app = o->view.app;

	if (o->list.at >= (int)o->rows.n)
		return;
	view_article_jump(app->views[APP_ARTICLE], o->rows.v[o->list.at]);
	app_focus(app, APP_ARTICLE);
}

static bool
outline_act(struct view *v, enum action action, int count)
{
	struct view_outline *o = self(v);

	(void)count;
	take_sections(o);
	if (list_act(&o->list, action, 0)) /* digits have put the cursor there already */
		return true;
	switch (action) {
	case ACTION_OPEN:
		open_section(o);
		return true;
	case ACTION_NARROW:
		narrow_ask(v->app, &o->narrow);
		return true;
	case ACTION_ALL_AGAIN:
		if (!narrow_clear(&o->narrow))
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
	take_sections(self(v));
}

static void
outline_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_outline *o = self(v);

	if (o->narrow.words.n)
		(void)buf_printf(left, tr("Outline: %.*s"), STR(buf_str(&o->narrow.words)));
	else
		(void)buf_puts(left, tr("Outline"));
	status_list(v->app, left, right, o->narrow.words.n ? tr("F: all") : tr("a number or j k, Enter: go there, /: find"), &o->list);
}

static void
outline_free(struct view *v)
{
	narrow_free(&self(v)->narrow);
	vec_free(&self(v)->rows);
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
	narrow_init(&o->narrow, &o->view, narrowed);
	return &o->view;
}
