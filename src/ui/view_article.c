#include "ui/view_article.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/state.h"
#include "ui/app.h"
#include "ui/article_draw.h"
#include "ui/article_find.h"
#include "ui/article_fold.h"
#include "ui/article_full.h"
#include "ui/article_note.h"
#include "ui/theme.h"
#include "ui/view_posts.h"

enum { SHIFT_COLS = 8 };

struct view_article {
	struct view view;
	struct article article;
	size_t top;
	int rows, shift; /* rows shown; columns that long lines are scrolled by */
	int64_t section, letter; /* the place as the cache has it */
	struct article_place left[2]; /* where the text of the feed [0] and that of the page [1] were left for the other */
	bool has_left[2];
	struct article_note note; /* the last one gone to */
	bool is_open, is_placed; /* placed: top is that of a layout */
};

static struct view_article *
self(const struct view *v)
{
	union {
		const struct view *view;
		struct view_article *article;
	} u = { v };

	return u.article;
}

const struct posts_row *
view_article_post(const struct view *v)
{
	return &self(v)->article.post;
}

const struct article *
view_article_get(const struct view *v)
{
	return &self(v)->article;
}

static void
keep_place(struct view_article *a)
{
	int64_t section, letter;
	struct err err;

	if (!a->is_open || !a->article.cols)
		return;
	article_position(&a->article, a->top, &section, &letter);
	if (section == a->section && letter == a->letter)
		return;
	a->section = section;
	a->letter = letter;
	if (state_set_position(a->view.app->store, a->article.post.id, section, letter, &err) < 0)
		app_fail(a->view.app, &err);
	app_settle(a->view.app);
}

int
view_article_open(struct view *v, int64_t id, const struct query *words, struct err *err)
{
	struct view_article *a = self(v);
	int section;

	keep_place(a);
	if (article_load(&a->article, v->app->store, id, err) < 0)
		return -1;
	a->is_open = true;
	a->is_placed = false;
	a->top = 0;
	a->shift = 0;
	a->letter = 0;
	a->has_left[0] = a->has_left[1] = false;
	a->note = (struct article_note){ .is_there = false };
	section = article_find_section(&a->article, words);
	a->section = section + 1;
	return section < 0 ? state_position(v->app->store, id, &a->section, &a->letter, err) : 0;
}

void
view_article_close(struct view *v)
{
	struct view_article *a = self(v);

	keep_place(a);
	article_free(&a->article);
	a->is_open = false;
}

int
view_article_section(const struct view *v)
{
	return self(v)->is_open ? article_section_at(&self(v)->article, self(v)->top) : -1;
}

struct str
view_article_link(const struct view *v, int number)
{
	const struct article *a = &self(v)->article;

	if (!number)
		return a->post.link;
	return (size_t)number <= a->doc.n_links ? a->doc.links[number - 1].url : STR_NONE;
}

/* Scrolls; the last line stays at the bottom, or wherever a jump has brought it. */
static void
scroll(struct view_article *a, long by)
{
	long last = (long)a->article.n - a->rows, top = (long)a->top + by;

	if (last < (long)a->top && by > 0)
		last = (long)a->top;
	if (top > last)
		top = last;
	a->top = top > 0 ? (size_t)top : 0;
}

void
view_article_jump(struct view *v, size_t section)
{
	struct view_article *a = self(v);
	size_t line = article_section_line(&a->article, section);

	if (line != SIZE_MAX)
		a->top = line;
}

static void
lay_out(struct view_article *a, int cols)
{
	struct article_place place;

	if (a->article.cols == cols)
		return;
	if (a->is_placed) {
		place = article_place_of(&a->article, a->top);
		article_lay_out(&a->article, cols, a->view.app->wrap);
		a->top = article_line_of(&a->article, place);
		return;
	}
	article_lay_out(&a->article, cols, a->view.app->wrap);
	a->top = article_line_at(&a->article, a->section, a->letter);
	a->is_placed = true;
}

static void
step_section(struct view_article *a, int count, int direction)
{
	size_t line = a->top;

	while (count-- > 0 && line != SIZE_MAX) {
		line = article_next_heading(&a->article, line, direction);
		if (line != SIZE_MAX)
			a->top = line;
	}
	if (line != SIZE_MAX)
		return;
	if (direction < 0)
		a->top = 0;
	else
		app_say(a->view.app, "%s", a->article.doc.n_sections ? tr("last section") : tr("no sections"));
}

static void
goto_section(struct view_article *a, int count)
{
	if (!count)
		app_say(a->view.app, "%s", tr("type a number first: 3gs goes to section 3"));
	else if ((size_t)count > a->article.doc.n_sections)
		app_say(a->view.app, tr("there is no section %d"), count);
	else
		view_article_jump(&a->view, (size_t)count - 1);
}

static bool
act_scroll(struct view_article *a, enum action action, int count)
{
	int n = count ? count : 1, page = a->rows > 2 ? a->rows - 1 : 1;

	switch (action) {
	case ACTION_DOWN:
		scroll(a, n);
		return true;
	case ACTION_UP:
		scroll(a, -n);
		return true;
	case ACTION_HALF_DOWN:
		scroll(a, a->rows / 2);
		return true;
	case ACTION_HALF_UP:
		scroll(a, -(a->rows / 2));
		return true;
	case ACTION_PAGE_DOWN:
		scroll(a, (long)n * page);
		return true;
	case ACTION_PAGE_UP:
		scroll(a, -(long)n * page);
		return true;
	case ACTION_TOP:
		a->top = 0;
		return true;
	case ACTION_BOTTOM:
		a->top = 0;
		scroll(a, (long)a->article.n);
		return true;
	case ACTION_SCROLL_RIGHT:
		a->shift = article_draw_shift(&a->article, a->shift + n * SHIFT_COLS);
		return true;
	case ACTION_SCROLL_LEFT:
		a->shift = article_draw_shift(&a->article, a->shift - n * SHIFT_COLS);
		return true;
	default:
		return false;
	}
}

static bool
act_section(struct view_article *a, enum action action, int count)
{
	switch (action) {
	case ACTION_NEXT_SECTION:
		step_section(a, count ? count : 1, 1);
		return true;
	case ACTION_PREV_SECTION:
		step_section(a, count ? count : 1, -1);
		return true;
	case ACTION_GOTO_SECTION:
		goto_section(a, count);
		return true;
	case ACTION_NOTE:
		article_note_go(a->view.app, &a->article, &a->note, &a->top, a->rows, count);
		return true;
	case ACTION_OUTLINE:
		if (a->article.doc.n_sections)
			app_focus(a->view.app, APP_OUTLINE);
		else
			app_say(a->view.app, "%s", tr("no sections"));
		return true;
	case ACTION_FOLD:
		a->top = article_fold_toggle(&a->article, a->top, a->rows, a->view.app->wrap);
		return true;
	case ACTION_FOLD_ALL:
	case ACTION_UNFOLD_ALL:
		a->top = article_fold_sections(&a->article, a->top, action == ACTION_FOLD_ALL, a->view.app->wrap);
		return true;
	default:
		return false;
	}
}

static bool
article_act(struct view *v, enum action action, int count)
{
	struct view_article *a = self(v);
	int by = count ? count : 1;

	if (!a->is_open)
		return false;
	if (act_scroll(a, action, count) || act_section(a, action, count))
		return true;
	if (action == ACTION_LEFT && a->shift > 0)
		return act_scroll(a, ACTION_SCROLL_LEFT, count);
	switch (action) {
	case ACTION_BACK:
	case ACTION_LEFT:
		app_focus(v->app, APP_POSTS);
		return true;
	case ACTION_NEXT_POST:
	case ACTION_PREV_POST:
		if (view_posts_step(v->app->views[APP_POSTS], action == ACTION_NEXT_POST ? by : -by))
			app_open_post(v->app);
		else
			app_say(v->app, "%s", action == ACTION_NEXT_POST ? tr("this is the last post") : tr("this is the first post"));
		return true;
	default:
		return false;
	}
}

static void
article_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_article *a = self(v);
	int margin = box.cols >= 60 ? 3 : 2, cols = box.cols - 2 * margin;

	(void)has_focus;
	if (!a->is_open)
		return;
	if (cols > v->app->text_cols)
		cols = v->app->text_cols;
	a->rows = box.rows;
	lay_out(a, cols);
	if (a->top >= a->article.n)
		a->top = a->article.n ? a->article.n - 1 : 0;
	box.col += (box.cols - cols) / 2;
	box.cols = cols;
	article_draw_lines(s, box, &a->article, a->top, a->shift);
}

/* The other text of the post opens where it was left, else where it says the same, else at its top; it fills the screen. */
static size_t
line_in_other(struct view_article *a, const struct article *fresh, struct article_place place)
{
	bool is_page = fresh->post.full & POSTS_FULL_SHOWN;
	size_t last = fresh->n > (size_t)a->rows ? fresh->n - (size_t)a->rows : 0, line = 0;

	a->left[!is_page] = place;
	a->has_left[!is_page] = true;
	if (a->has_left[is_page])
		return article_line_of(fresh, a->left[is_page]);
	if (article_full_place(&a->article, fresh, &place))
		line = article_line_of(fresh, place);
	return line < last ? line : last;
}

/* The line at the top when another reading of the post takes the place of this one. */
static size_t
line_in(struct view_article *a, const struct article *fresh)
{
	struct article_place place = article_place_of(&a->article, a->top);

	if ((a->article.post.full ^ fresh->post.full) & POSTS_FULL_SHOWN)
		return line_in_other(a, fresh, place);
	(void)article_full_place(&a->article, fresh, &place);
	return article_line_of(fresh, place);
}

static void
article_reload(struct view *v)
{
	struct view_article *a = self(v);
	struct article fresh = { 0 };
	int cols = a->article.cols;
	struct err err;

	if (!a->is_open || article_load(&fresh, v->app->store, a->article.post.id, &err) < 0)
		return; /* what is shown stays readable, whatever became of the post */
	fresh.post.is_changed |= a->article.post.is_changed; /* as long as it is open */
	article_fold_take(&fresh, &a->article);
	if (cols) {
		article_lay_out(&fresh, cols, v->app->wrap);
		a->top = line_in(a, &fresh);
	}
	article_free(&a->article);
	a->article = fresh;
}

static void
article_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_article *a = self(v);
	int section = view_article_section(v);
	size_t seen = a->top + (size_t)a->rows;

	if (section >= 0)
		(void)buf_printf(left, "%d/%zu  %.*s", section + 1, a->article.doc.n_sections,
			STR(a->article.doc.sections[section].title));
	else
		(void)buf_add(left, a->article.post.title);
	if (a->article.n)
		(void)buf_printf(right, "%zu%%", seen >= a->article.n ? 100 : seen * 100 / a->article.n);
}

static void
article_done(struct view *v)
{
	view_article_close(v);
	free(self(v));
}

static const struct view_ops article_ops = { 'A', article_draw, article_act, article_reload, article_status, article_done };

struct view *
view_article_new(struct app *app)
{
	struct view_article *a = mem_zalloc(1, sizeof *a);

	a->view = (struct view){ &article_ops, app };
	return &a->view;
}
