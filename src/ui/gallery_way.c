#include "ui/gallery_way.h"

#include <stdlib.h>

#include "base/clock.h"
#include "ui/app.h"
#include "ui/mosaic.h"

enum { CELL_WIDTH = 8, CELL_HEIGHT = 16 }; /* where the terminal does not say */

static enum gallery_way
best_way(const struct gallery *g)
{
	if (g->answer.has_kitty)
		return GALLERY_KITTY;
	return g->answer.has_sixel ? GALLERY_SIXEL : GALLERY_SYMBOLS;
}

bool
gallery_way_choose(struct app *app)
{
	struct gallery *g = &app->gallery;
	bool needs_cell = !g->cell_width && (g->told == GALLERY_KITTY || g->told == GALLERY_SIXEL);

	if (g->way != GALLERY_AUTO)
		return true;
	if (!g->asked_ms && ((g->told == GALLERY_AUTO && !g->is_nested) || needs_cell)) {
		g->asked_ms = clock_mono_ms();
		g->wants_answer = true;
	}
	if (gallery_way_timeout(g) > 0)
		return false;
	g->answer.is_over = true;
	g->way = g->told == GALLERY_AUTO ? best_way(g) : g->told;
	if (g->way == GALLERY_SYMBOLS && app->looks.colors < THEME_256)
		g->way = GALLERY_NONE;
	return true;
}

int
gallery_way_timeout(const struct gallery *g)
{
	int64_t left = g->asked_ms + GALLERY_ANSWER_MS - clock_mono_ms();

	if (g->way != GALLERY_AUTO || !g->asked_ms || g->answer.is_over)
		return -1;
	return left > 0 ? (int)left : 0;
}

/* The first that is known. */
static int
known(int a, int b, int c)
{
	return a > 0 ? a : b > 0 ? b : c;
}

struct image_want
gallery_way_want(const struct gallery *g, int cols, int rows)
{
	bool is_mosaic = g->way == GALLERY_SYMBOLS || g->way == GALLERY_AUTO;
	struct image_want want = {
		.cols = cols > 1 ? cols : 1,
		.rows = rows > g->rows_most ? g->rows_most : rows > 1 ? rows : 1,
		.cell_width = known(g->cell_width, g->answer.cell_width, CELL_WIDTH),
		.cell_height = known(g->cell_height, g->answer.cell_height, CELL_HEIGHT),
		.parts_across = is_mosaic ? MOSAIC_ACROSS : 0,
		.parts_down = is_mosaic ? MOSAIC_DOWN : 0,
	};

	if (is_mosaic) { /* four pixels a cell: a picture is as large as on a plain screen, or little could be seen of it */
		want.cell_height = want.cell_height * CELL_WIDTH / want.cell_width;
		want.cell_width = CELL_WIDTH;
	}
	while (!image_fit_is_sound(&want) && want.rows > 1)
		want.rows--;
	return want;
}

void
gallery_way_set(struct gallery *g, const struct ui_opts *opts)
{
	const char *tmux = getenv("TMUX"), *screen = getenv("STY");

	g->when = (enum gallery_when)opts->images;
	if (g->told != (enum gallery_way)opts->image_protocol)
		g->way = GALLERY_AUTO;
	g->told = (enum gallery_way)opts->image_protocol;
	g->rows_most = opts->image_rows ? opts->image_rows : GALLERY_ROWS;
	g->viewer = opts->image_viewer;
	g->is_nested = (tmux && *tmux) || (screen && *screen);
}
