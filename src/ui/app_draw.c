#include "text/width.h"
#include "ui/app.h"
#include "ui/cramped.h"
#include "ui/sidebar_row.h"
#include "ui/status.h"
#include "ui/tag_paint.h"
#include "ui/theme.h"
#include "ui/view_article.h"
#include "ui/view_outline.h"

enum { OUTLINE_OVER_COLS = 62, OUTLINE_MARGINS = 6 /* with its borders */, OUTLINE_BESIDE_COLS = 48, ARTICLE_MARGINS = 7 };

static void
draw_view(struct app *app, enum app_view view, struct screen_box box)
{
	app->boxes[view] = box;
	app->views[view]->ops->draw(app->views[view], &app->screen, box, app->focus == view);
}

static const char *
border(void)
{
	return width_str(str_lit("│")) == 1 ? "│" : "|";
}

/* A line at the right of a pane. */
static void
draw_border(struct app *app, struct screen_box box)
{
	screen_rule(&app->screen, (struct screen_box){ box.row, box.col + box.cols, box.rows, 1 }, THEME_BORDER, border());
}

/* Two views with a line between them, the left one this wide. The right one is drawn first: what the left one marks depends on it. */
static void
draw_beside(struct app *app, enum app_view left, int cols, enum app_view right, struct screen_box body)
{
	draw_view(app, right, (struct screen_box){ body.row, body.col + cols + 1, body.rows, body.cols - cols - 1 });
	draw_view(app, left, (struct screen_box){ body.row, body.col, body.rows, cols });
	draw_border(app, (struct screen_box){ body.row, body.col, body.rows, cols });
}

/* As many columns as its titles need, but not more than most, and least whatever they need. */
static int
outline_cols(struct app *app, int least, int most)
{
	int cols = view_outline_cols(app->views[APP_OUTLINE]);

	if (cols > most)
		cols = most;
	return cols > least ? cols : least;
}

static void
draw_overlay(struct app *app, struct screen_box body)
{
	int most = body.cols - OUTLINE_MARGINS, least = most < OUTLINE_OVER_COLS ? most : OUTLINE_OVER_COLS;
	int rows = view_outline_rows(app->views[APP_OUTLINE]) + 2, cols = outline_cols(app, least, most) + 2;
	struct screen_box box = { body.row + 1, body.col + (body.cols - cols) / 2, rows, cols };

	if (box.rows > body.rows - 2)
		box.rows = body.rows - 2;
	screen_fill(&app->screen, box, THEME_TEXT);
	screen_pad(&app->screen, box.row, box.col, cols, THEME_BAR, str_of(tr(" Outline")));
	screen_fill(&app->screen, (struct screen_box){ box.row + box.rows - 1, box.col, 1, cols }, THEME_BAR);
	screen_rule(&app->screen, (struct screen_box){ box.row + 1, box.col, box.rows - 2, 1 }, THEME_BORDER, border());
	screen_rule(&app->screen, (struct screen_box){ box.row + 1, box.col + cols - 1, box.rows - 2, 1 }, THEME_BORDER, border());
	draw_view(app, APP_OUTLINE, (struct screen_box){ box.row + 1, box.col + 1, box.rows - 2, cols - 2 });
}

static void
draw_article(struct app *app, struct screen_box body)
{
	bool has_outline = view_outline_rows(app->views[APP_OUTLINE]) > 0;

	if (has_outline && body.cols >= APP_OUTLINE_COLS) {
		draw_beside(app, APP_OUTLINE, outline_cols(app, OUTLINE_BESIDE_COLS, body.cols - app->text_cols - ARTICLE_MARGINS), APP_ARTICLE, body);
		return;
	}
	draw_view(app, APP_ARTICLE, body);
	if (app->focus == APP_OUTLINE)
		draw_overlay(app, body);
}

/* A line above a pane. */
static void
draw_rule(struct app *app, struct screen_box box)
{
	bool is_plain = width_str(str_lit("─")) > 1;

	screen_rule(&app->screen, (struct screen_box){ box.row - 1, box.col, 1, box.cols }, THEME_BORDER, is_plain ? "-" : "─");
}

/* Where the list stands beside or above an article: no text of it touches the line between. */
static struct screen_box
list_box(enum panes_layout layout, const struct panes *p)
{
	struct screen_box list = p->list;

	list.cols -= layout == PANES_WIDE;
	return list;
}

/* The list and an open article; where the sidebar has no pane of its own it takes that of the list. */
static void
draw_split(struct app *app, enum panes_layout layout, struct screen_box body)
{
	struct panes p = panes_split(layout, body);
	bool has_sidebar = p.sidebar.cols;

	draw_article(app, p.article);
	draw_view(app, app->focus == APP_SIDEBAR && !has_sidebar ? APP_SIDEBAR : APP_POSTS, list_box(layout, &p));
	if (layout == PANES_STACKED)
		draw_rule(app, p.article);
	else
		draw_border(app, p.list);
	if (!has_sidebar)
		return;
	draw_view(app, APP_SIDEBAR, p.sidebar);
	draw_border(app, p.sidebar);
}

static struct screen_box
body_of(const struct screen *s)
{
	return (struct screen_box){ 1, 0, s->rows - 2, s->cols };
}

void
app_draw_ahead(struct app *app, enum app_view view, struct screen *s)
{
	enum panes_layout layout = panes_fit(app->layout, s->rows, s->cols);
	struct panes p = panes_split(layout, body_of(s));

	if (layout == PANES_ONE || (view == APP_SIDEBAR && !p.sidebar.cols))
		return;
	app->views[view]->ops->draw(app->views[view], s, view == APP_SIDEBAR ? p.sidebar : list_box(layout, &p), false);
}

static void
draw_body(struct app *app, struct screen_box body)
{
	enum panes_layout layout = panes_fit(app->layout, app->screen.rows, app->screen.cols);

	switch (app->focus) {
	case APP_SIDEBAR:
	case APP_POSTS:
		if (layout != PANES_ONE && view_article_post(app->views[APP_ARTICLE])->id)
			draw_split(app, layout, body);
		else if (panes_have_sidebar(app->layout, body.cols))
			draw_beside(app, APP_SIDEBAR, sidebar_row_cols(body.cols), APP_POSTS, body);
		else
			draw_view(app, app->focus, body);
		break;
	case APP_ARTICLE:
	case APP_OUTLINE:
		if (layout != PANES_ONE)
			draw_split(app, layout, body);
		else
			draw_article(app, body);
		break;
	default:
		draw_view(app, app->focus, body);
	}
}

/* The article alone, without bars; what is asked and said takes the last row all the same. */
static void
draw_zen(struct app *app)
{
	struct screen *s = &app->screen;
	const struct screen_box all = { 0, 0, s->rows, s->cols };

	draw_view(app, APP_ARTICLE, all);
	if (app->focus == APP_OUTLINE)
		draw_overlay(app, all);
	tag_paint(s, app->tags, app->n_tags);
	if (app->asking || app->message.n || app->keys.count || app->keys.n_pending)
		status_bottom(app, s);
}

void
app_draw(struct app *app)
{
	struct screen *s = &app->screen;

	app->is_shown = false;
	screen_clear(s);
	memset(app->boxes, 0, sizeof app->boxes);
	if (cramped_is(app)) {
		cramped_draw(app);
		return;
	}
	if (app->is_zen && (app->focus == APP_ARTICLE || app->focus == APP_OUTLINE)) {
		draw_zen(app);
		return;
	}
	draw_body(app, body_of(s));
	status_top(app, s);
	tag_paint(s, app->tags, app->n_tags);
	status_bottom(app, s);
}
