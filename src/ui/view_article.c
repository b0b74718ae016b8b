#include "ui/view_article.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/state.h"
#include "ui/app.h"
#include "ui/article_draw.h"
#include "ui/article_point.h"
#include "ui/article_fold.h"
#include "ui/article_full.h"
#include "ui/article_pane.h"
#include "ui/article_progress.h"
#include "ui/command.h"
#include "ui/finding.h"
#include "ui/gallery_show.h"
#include "ui/links.h"
#include "ui/theme.h"
#include "ui/view_links.h"
#include "ui/view_posts.h"

struct view_article {
	struct view view;
	struct article_pane pane;
	int margin; /* columns between the box of the view and the text */
	int64_t section, letter; /* the place as the cache has it */
	struct article_place left[2]; /* where the text of the feed [0] and that of the page [1] were left for the other */
	bool has_left[2];
	bool is_open;
	bool is_at_words; /* opened there, and not drawn yet */
	bool is_end_told; /* that one is at the end, by the last key */
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
	return &self(v)->pane.article.post;
}

void
view_article_set_read(struct view *v, int64_t id)
{
	struct posts_row *post = &self(v)->pane.article.post;

	post->is_read |= post->id == id;
}

const struct article *
view_article_get(const struct view *v)
{
	return &self(v)->pane.article;
}

struct article_pane *
view_article_pane(struct view *v)
{
	return &self(v)->pane;
}

static void
keep_place(struct view_article *a)
{
	int64_t section, letter;
	struct err err;

	if (!a->is_open || !a->pane.article.cols)
		return;
	article_position(&a->pane.article, a->pane.anchor, &section, &letter);
	if (section == a->section && letter == a->letter)
		return;
	a->section = section;
	a->letter = letter;
	if (state_set_position(a->view.app->store, a->pane.article.post.id, section, letter, &err) < 0)
		app_fail(a->view.app, &err);
	app_settle(a->view.app);
}

int
view_article_open(struct view *v, int64_t id, const struct query *words, struct err *err)
{
	struct view_article *a = self(v);
	int section;

	keep_place(a);
	if (article_load(&a->pane.article, v->app->store, id, err) < 0)
		return -1;
	gallery_forget(&v->app->gallery);
	a->is_open = true;
	article_search_free(&a->pane.search);
	a->is_end_told = false;
	a->pane.is_placed = false;
	a->pane.top = 0;
	a->pane.shift = 0;
	a->letter = 0;
	a->has_left[0] = a->has_left[1] = false;
	a->pane.note = (struct article_note){ .is_there = false };
	section = finding_begin(v->app, words, &a->is_at_words);
	a->section = section + 1;
	return !a->is_at_words ? state_position(v->app->store, id, &a->section, &a->letter, err) : 0;
}

int
view_article_return(struct view *v, int64_t id, const struct query *words, struct err *err)
{
	struct view_article *a = self(v);

	if (view_article_open(v, id, words, err) < 0)
		return -1;
	a->is_at_words = false;
	return state_position(v->app->store, id, &a->section, &a->letter, err);
}

void
view_article_close(struct view *v)
{
	struct view_article *a = self(v);

	keep_place(a);
	gallery_forget(&v->app->gallery);
	article_free(&a->pane.article);
	article_search_free(&a->pane.search);
	a->is_open = false;
}

void
view_article_sight(const struct view *v, size_t *top, size_t *rows)
{
	const struct article_pane *pane = &self(v)->pane;

	*top = pane->top;
	*rows = (size_t)pane->rows;
}

int
view_article_section(const struct view *v)
{
	return self(v)->is_open ? article_section_at(&self(v)->pane.article, self(v)->pane.top) : -1;
}

struct str
view_article_link(const struct view *v, int number)
{
	const struct article *a = &self(v)->pane.article;

	if (!number)
		return a->post.link;
	return (size_t)number <= a->doc.n_links ? a->doc.links[number - 1].url : STR_NONE;
}

void
view_article_jump(struct view *v, size_t section)
{
	article_pane_jump(&self(v)->pane, section);
}

static void
open_outline(struct view_article *a)
{
	if (a->pane.article.doc.n_sections)
		app_focus(a->view.app, APP_OUTLINE);
	else
		app_say(a->view.app, "%s", tr("no sections"));
}

static void
tell_end(struct app *app)
{
	const struct posts_row *next = view_posts_next_unread(app->views[APP_POSTS]);

	if (!next)
		app_say(app, "%s", tr("the end; nothing else is unread here"));
	else
		app_say(app, tr("the end; a page down again: %.*s"), STR(next->title.n ? next->title : str_of(tr("(untitled)"))));
}

/* A page down at the end: told at first; once more is the next unread post. */
static bool
goes_on(struct view_article *a, enum action action)
{
	bool was_told = a->is_end_told;

	a->is_end_told = action == ACTION_PAGE_DOWN && article_pane_is_at_end(&a->pane);
	if (!a->is_end_told)
		return false;
	if (was_told)
		command_run(a->view.app, ACTION_NEXT_UNREAD, 0);
	else
		tell_end(a->view.app);
	return true;
}

static bool
article_act(struct view *v, enum action action, int count)
{
	struct view_article *a = self(v);
	int by = count ? count : 1;

	if (!a->is_open)
		return false;
	if (action != ACTION_NEXT_MATCH && action != ACTION_PREV_MATCH)
		buf_clear(&a->pane.search.missing);
	if (goes_on(a, action))
		return true;
	if (article_pane_act(&a->pane, v->app, action, count))
		return true;
	if (action == ACTION_LEFT && a->pane.shift > 0)
		return article_pane_act(&a->pane, v->app, ACTION_SCROLL_LEFT, count);
	switch (action) {
	case ACTION_OUTLINE:
		open_outline(a);
		return true;
	case ACTION_LINKS:
		view_links_open(v->app->views[APP_LINKS]);
		return true;
	case ACTION_ZEN:
		v->app->is_zen = !v->app->is_zen;
		return true;
	case ACTION_HINTS:
		link_hints_show(v->app);
		return true;
	case ACTION_FIND:
		finding_ask(v->app);
		return true;
	case ACTION_NEXT_MATCH:
	case ACTION_PREV_MATCH:
		return finding_step(v->app, action == ACTION_NEXT_MATCH ? by : -by);
	case ACTION_END_FIND:
		article_search_set(&a->pane.search, &a->pane.article, STR_NONE);
		return true;
	case ACTION_BACK:
		view_article_close(v);
		app_focus(v->app, APP_POSTS);
		return true;
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
	struct article_pane *p = &a->pane;
	int margin = box.cols >= 60 ? 3 : 2, cols = box.cols - 2 * margin;

	(void)has_focus;
	if (!a->is_open)
		return;
	if (cols > v->app->text_cols)
		cols = v->app->text_cols;
	p->rows = box.rows;
	if (gallery_show_lay(v->app, &p->article, cols, box.rows))
		p->article.cols = 0;
	article_pane_lay_out(p, cols, v->app->wrap, a->section, a->letter);
	if (a->is_at_words)
		finding_show(v->app);
	a->is_at_words = false;
	if (p->top >= p->article.n)
		p->top = p->article.n ? p->article.n - 1 : 0;
	a->margin = (box.cols - cols) / 2;
	box.col += a->margin;
	box.cols = cols;
	article_draw_lines(s, box, &p->article, p->top, p->shift);
	gallery_show(v->app, s, box, p);
	article_search_draw(&p->search, s, box, &p->article, p->top, p->shift);
	link_hints_draw(&v->app->link_hints, s, box, p);
}

/* The other text of the post opens where it was left, else where it says the same, else at its top; it fills the screen. */
static struct article_place
place_in_other(struct view_article *a, const struct article *fresh, struct article_place place)
{
	bool is_page = fresh->post.full & POSTS_FULL_SHOWN;
	size_t last = fresh->n > (size_t)a->pane.rows ? fresh->n - (size_t)a->pane.rows : 0, line = 0;

	a->left[!is_page] = place;
	a->has_left[!is_page] = true;
	if (a->has_left[is_page])
		return a->left[is_page];
	if (article_full_place(&a->pane.article, fresh, &place))
		line = article_line_of(fresh, place);
	return article_place_of(fresh, line < last ? line : last);
}

/* What is at the top when another reading of the post takes the place of this one. */
static struct article_place
place_in(struct view_article *a, const struct article *fresh)
{
	struct article_place place = a->pane.anchor;

	if ((a->pane.article.post.full ^ fresh->post.full) & POSTS_FULL_SHOWN)
		return place_in_other(a, fresh, place);
	(void)article_full_place(&a->pane.article, fresh, &place);
	return place;
}

static void
article_reload(struct view *v)
{
	struct view_article *a = self(v);
	struct article fresh = { 0 };
	int cols = a->pane.article.cols;
	struct article_place place = { 0 };
	struct err err;

	if (!a->is_open || article_load(&fresh, v->app->store, a->pane.article.post.id, &err) < 0)
		return; /* what is shown stays readable, whatever became of the post */
	fresh.post.is_changed |= a->pane.article.post.is_changed; /* as long as it is open */
	article_fold_take(&fresh, &a->pane.article);
	if (cols) {
		article_lay_out(&fresh, cols, v->app->wrap);
		place = place_in(a, &fresh);
	}
	article_free(&a->pane.article);
	a->pane.article = fresh;
	article_search_again(&a->pane.search, &a->pane.article);
	if (cols)
		article_pane_put(&a->pane, place);
}

static void
article_status(struct view *v, struct buf *left, struct buf *right)
{
	const struct article *a = view_article_get(v);
	int section = view_article_section(v);

	if (v->app->link_hints.is_on)
		(void)buf_puts(left, tr("Open a link by its letters; Esc: none"));
	else if (section >= 0)
		(void)buf_printf(left, "§ %.*s", STR(a->doc.sections[section].title));
	else
		(void)buf_add(left, a->post.title);
	if (a->n)
		article_progress_add(&self(v)->pane, section, right);
}

static void
article_done(struct view *v)
{
	view_article_close(v);
	free(self(v));
}

void
view_article_click(struct view *v, int row, int col)
{
	struct view_article *a = self(v);
	struct article_pane *p = &a->pane;
	size_t line = p->top + (size_t)row;
	int link;

	if (!a->is_open)
		return;
	col -= a->margin;
	link = article_point_link(&p->article, line, col, p->shift);
	if (link) {
		links_open(v->app, link);
	} else if (article_point_folds(&p->article, line, col)) {
		line = article_fold_here(&p->article, line, 1, ARTICLE_FOLD_TOGGLE, v->app->wrap);
		article_pane_go(p, line > (size_t)row ? line - (size_t)row : 0);
	}
}

static const struct view_ops article_ops = { 'A', article_draw, article_act, article_reload, article_status, article_done };

struct view *
view_article_new(struct app *app)
{
	struct view_article *a = mem_zalloc(1, sizeof *a);

	a->view = (struct view){ &article_ops, app };
	return &a->view;
}
