#include "ui/panes.h"

#include "base/tr.h"
#include "ui/app.h"

enum {
	AUTO_WIDE_COLS = 180,   /* room for a list and an article of full width */
	AUTO_STACKED_ROWS = 50, /* of which the article gets 32 */
	SIDEBAR_FROM_COLS = 160, SIDEBAR_MIN = 22, SIDEBAR_MAX = 26,
	LIST_MIN = 36, LIST_MAX = 90,
	LIST_MIN_ROWS = 5,
};

static bool
fits(enum panes_layout layout, int rows, int cols)
{
	return layout == PANES_WIDE ? cols >= PANES_WIDE_COLS : layout == PANES_STACKED ? rows >= PANES_STACKED_ROWS : true;
}

enum panes_layout
panes_fit(enum panes_layout wanted, int rows, int cols)
{
	if (wanted == PANES_AUTO)
		return cols >= AUTO_WIDE_COLS ? PANES_WIDE : rows >= AUTO_STACKED_ROWS ? PANES_STACKED : PANES_ONE;
	if (fits(wanted, rows, cols))
		return wanted;
	return wanted == PANES_WIDE && fits(PANES_STACKED, rows, cols) ? PANES_STACKED : PANES_ONE;
}

bool
panes_have_sidebar(enum panes_layout wanted, int cols)
{
	return wanted != PANES_ONE && cols >= PANES_SIDEBAR_COLS;
}

static int
between(int value, int min, int max)
{
	return value < min ? min : value > max ? max : value;
}

/* The sidebar takes its columns off a row of panes. */
static struct screen_box
take_sidebar(struct screen_box *body)
{
	struct screen_box sidebar = *body;

	sidebar.cols = between(body->cols / 7, SIDEBAR_MIN, SIDEBAR_MAX);
	body->col += sidebar.cols + 1;
	body->cols -= sidebar.cols + 1;
	return sidebar;
}

struct panes
panes_split(enum panes_layout layout, struct screen_box body)
{
	struct panes p = { .list = body, .article = body };

	if (layout == PANES_STACKED) {
		p.list.rows = between((body.rows - 1) / 3, LIST_MIN_ROWS, body.rows);
		p.article.row += p.list.rows + 1;
		p.article.rows -= p.list.rows + 1;
		if (body.cols >= PANES_SIDEBAR_COLS)
			p.sidebar = take_sidebar(&p.list);
		return p;
	}
	if (body.cols >= SIDEBAR_FROM_COLS)
		p.sidebar = take_sidebar(&body);
	p.list = p.article = body;
	p.list.cols = between(body.cols * 2 / 5, LIST_MIN, LIST_MAX);
	p.article.col += p.list.cols + 1;
	p.article.cols -= p.list.cols + 1;
	return p;
}

void
panes_cycle(struct app *app)
{
	static const char *const told[] = {
		[PANES_AUTO] = N_("layout: by the size of the screen"),
		[PANES_WIDE] = N_("layout: list and article side by side"),
		[PANES_STACKED] = N_("layout: the list above the article"),
		[PANES_ONE] = N_("layout: one pane"),
	};
	enum panes_layout next = app->layout == PANES_ONE ? PANES_AUTO : app->layout + 1;

	while (!fits(next, app->screen.rows, app->screen.cols))
		next++;
	app->layout = next;
	app_say(app, "%s", tr(told[next]));
}
