#include "ui/view_links.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/url.h"
#include "text/width.h"
#include "ui/article_anchor.h"
#include "ui/links.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/status.h"
#include "ui/theme.h"
#include "ui/view_article.h"

enum { HOST_FROM = 50, HOST_COLS = 24, ADDRESS_FROM = 100, NUMBER_COLS = 5, GAP = 2 };

struct view_links {
	struct view view;
	struct list list;
	struct narrow narrow;
	vec(size_t) rows; /* numbers of the links shown; 0: the page */
	int text_cols;    /* of the longest text of these */
};

static struct view_links *
self(struct view *v)
{
	return (struct view_links *)v;
}

static const struct article *
article_of(const struct view_links *l)
{
	return view_article_get(l->view.app->views[APP_ARTICLE]);
}

/* The text and the address of a row. */
static void
texts_of(const struct view_links *l, struct arena *a, size_t number, struct str ret[2])
{
	const struct article *article = article_of(l);
	struct buf address = { 0 };
	const struct doc_link *link = number ? &article->doc.links[number - 1] : NULL;

	url_show(&address, link ? link->url : article->post.link);
	ret[0] = link ? links_name(a, link) : article->post.title.n ? article->post.title : str_of(tr("(untitled)"));
	if (link && link->is_image)
		ret[0] = arena_printf(a, "[%s] %.*s", tr("image"), STR(ret[0]));
	ret[1] = arena_dup(a, buf_str(&address));
	buf_free(&address);
}

static void
take_links(struct view_links *l)
{
	const struct article *article = article_of(l);
	struct arena a = { 0 };
	struct str texts[2];

	l->rows.n = 0;
	l->text_cols = 0;
	for (size_t i = article->post.link.n ? 0 : 1; i <= article->doc.n_links; i++) {
		texts_of(l, &a, i, texts);
		if (!narrow_has(&l->narrow, texts, 2))
			continue;
		*vec_add(&l->rows) = i;
		if (width_str(texts[0]) > l->text_cols)
			l->text_cols = width_str(texts[0]);
	}
	l->list.n = (int)l->rows.n;
	list_go(&l->list, l->list.at);
	arena_free(&a);
}

static void
narrowed(struct view *v)
{
	take_links(self(v));
}

void
view_links_go(struct view *v, int number)
{
	struct view_links *l = self(v);
	int row = 0;

	(void)narrow_clear(&l->narrow);
	take_links(l);
	while (row + 1 < l->list.n && (int)l->rows.v[row + 1] <= number)
		row++;
	list_go(&l->list, row);
}

void
view_links_open(struct view *v)
{
	struct view_links *l = self(v);

	(void)narrow_clear(&l->narrow);
	take_links(l);
	if (!l->list.n) {
		app_say(v->app, "%s", tr("no links"));
		return;
	}
	l->list.at = l->list.top = 0;
	app_focus(v->app, APP_LINKS);
}

/* The columns of the texts: as many as the longest needs, as long as enough is left for where they lead. */
static int
text_cols(const struct view_links *l, int cols)
{
	int most = cols - NUMBER_COLS - 2;

	if (cols >= HOST_FROM)
		most -= GAP + (cols >= ADDRESS_FROM ? cols / 3 : HOST_COLS);
	return l->text_cols < most ? l->text_cols : most;
}

/* Where it leads: in this article, or to an address; of one that does not fit only the host where there is little room. */
static void
draw_target(const struct view_links *l, size_t number, struct str address, struct screen *s, struct screen_box box)
{
	const struct article *article = article_of(l);
	int section = number ? article_anchor_section(article, &article->doc.links[number - 1]) : -1;
	int used = NUMBER_COLS + 1 + text_cols(l, box.cols) + GAP, cols = box.cols - used - 1;
	bool is_whole = box.cols >= ADDRESS_FROM || width_str(address) <= cols || !url_is_web(address);
	struct buf text = { 0 };

	if (section >= 0)
		(void)buf_printf(&text, "§ %.*s", STR(article->doc.sections[section].title));
	else
		(void)buf_add(&text, is_whole ? address : url_host(address));
	screen_fit(s, box.row, box.col + used, cols, section >= 0 ? THEME_FEED : THEME_MUTED, buf_str(&text));
	buf_free(&text);
}

static void
draw_link(const struct view_links *l, size_t number, struct screen *s, struct screen_box box)
{
	const struct article *article = article_of(l);
	bool is_image = number && article->doc.links[number - 1].is_image;
	struct arena a = { 0 };
	struct str texts[2];

	texts_of(l, &a, number, texts);
	if (box.cols >= HOST_FROM)
		draw_target(l, number, texts[1], s, box);
	if (number)
		(void)screen_put_right(s, box.row, box.col + NUMBER_COLS, NUMBER_COLS, THEME_COUNT, arena_printf(&a, "%zu", number));
	screen_fit(s, box.row, box.col + NUMBER_COLS + 1, text_cols(l, box.cols), is_image ? THEME_CAPTION : number ? THEME_TEXT : THEME_TITLE,
		texts[0]);
	arena_free(&a);
}

static void
links_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_links *l = self(v);

	take_links(l);
	list_show(&l->list, box.rows);
	if (!l->list.n)
		(void)screen_put(s, box.row + 1, box.col + 2, box.cols - 2, THEME_MUTED, str_of(tr("No link has that.")));
	for (int i = 0; i < box.rows && l->list.top + i < l->list.n; i++) {
		int row = l->list.top + i;

		draw_link(l, l->rows.v[row], s, (struct screen_box){ box.row + i, box.col, 1, box.cols });
		if (row == l->list.at)
			screen_add_style(s, box.row + i, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
}

static bool
links_act(struct view *v, enum action action, int count)
{
	struct view_links *l = self(v);

	(void)count;
	take_links(l);
	if (list_act(&l->list, action, 0)) /* digits have put the cursor there already */
		return true;
	switch (action) {
	case ACTION_OPEN:
	case ACTION_BROWSER:
		if (l->list.at < (int)l->rows.n)
			links_open(v->app, (int)l->rows.v[l->list.at]);
		return true;
	case ACTION_NARROW:
		narrow_ask(v->app, &l->narrow);
		return true;
	case ACTION_ALL_AGAIN:
		if (!narrow_clear(&l->narrow))
			app_focus(v->app, APP_ARTICLE);
		return true;
	case ACTION_BACK:
	case ACTION_LEFT:
	case ACTION_LINKS:
		app_focus(v->app, APP_ARTICLE);
		return true;
	default:
		return false;
	}
}

static void
links_reload(struct view *v)
{
	if (v->app->focus == APP_LINKS)
		take_links(self(v));
}

static void
links_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_links *l = self(v);

	if (l->narrow.words.n)
		(void)buf_printf(left, tr("Links: %.*s"), STR(buf_str(&l->narrow.words)));
	else
		(void)buf_puts(left, tr("Links"));
	status_list(v->app, left, right, l->narrow.words.n ? tr("F: all") : tr("a number or j k, Enter: open, /: find"), &l->list);
}

static void
links_free(struct view *v)
{
	narrow_free(&self(v)->narrow);
	vec_free(&self(v)->rows);
	free(self(v));
}

struct list *
view_links_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops links_ops = { 'K', links_draw, links_act, links_reload, links_status, links_free };

struct view *
view_links_new(struct app *app)
{
	struct view_links *l = mem_zalloc(1, sizeof *l);

	l->view = (struct view){ &links_ops, app };
	narrow_init(&l->narrow, &l->view, narrowed);
	return &l->view;
}
