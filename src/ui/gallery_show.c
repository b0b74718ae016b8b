#include "ui/gallery_show.h"

#include "base/tr.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/gallery_way.h"
#include "ui/mosaic.h"
#include "ui/theme.h"
#include "ui/view_article.h"

enum { NEST_COLS = 4, COLS_LEAST = 10, ROWS_LEAST = 3, ROWS_AROUND = 2, NOTE_GAP = 2, NOTE_LEAST = 12 };

/* The address of a block's picture; empty where it has none. */
static struct str
url_of(const struct doc *doc, size_t block)
{
	const struct doc_block *b = block < doc->n ? &doc->blocks[block] : NULL;

	return b && b->kind == DOC_IMAGE && b->link && b->link <= doc->n_links ? doc->links[b->link - 1].url : STR_NONE;
}

static bool
has_rows(const struct picture *p)
{
	return p && p->head.fit.rows && (p->state == PICTURE_SHOWN || p->state == PICTURE_KEPT || p->state == PICTURE_DECODING);
}

/* ---- in the layout */

static bool
is_same(const struct image_want *a, const struct image_want *b)
{
	return a->cols == b->cols && a->rows == b->rows && a->cell_width == b->cell_width && a->cell_height == b->cell_height &&
		a->parts_across == b->parts_across && a->parts_down == b->parts_down;
}

/* A picture that stands in two places has the room of the narrower one. */
static void
note_room(picture_list *all, const struct article *article, int cols, int rows)
{
	for (size_t i = 0; i < all->n; i++)
		all->v[i]->cols = 0;
	for (size_t i = 0; i < article->doc.n; i++) {
		const struct doc_block *b = &article->doc.blocks[i];
		struct picture *p = picture_find(all, url_of(&article->doc, i));
		int left = cols - NEST_COLS * (b->quote + b->list + b->details);

		if (!p)
			continue;
		left = left > COLS_LEAST ? left : COLS_LEAST;
		p->cols = !p->cols || left < p->cols ? left : p->cols;
		p->rows = rows - ROWS_AROUND > ROWS_LEAST ? rows - ROWS_AROUND : ROWS_LEAST;
	}
}

/* What the author did not say of its size; true when that is new. */
static bool
note_size(struct doc_block *b, const struct picture *p)
{
	if (!p || p->state != PICTURE_SHOWN || (b->width && b->height))
		return false;
	b->width = p->head.width;
	b->height = p->head.height;
	return true;
}

bool
gallery_show_lay(struct app *app, struct article *article, int cols, int rows)
{
	struct gallery *g = &app->gallery;
	bool is_new = false;

	if (!g->all.n)
		return false;
	note_room(&g->all, article, cols, rows);
	for (size_t i = 0; i < g->all.n; i++) {
		struct picture *p = g->all.v[i];
		struct image_want want = gallery_way_want(g, p->cols, p->rows);

		if (p->state == PICTURE_SHOWN && p->cols && !is_same(&want, &p->made))
			p->state = PICTURE_KEPT;
	}
	for (size_t i = 0; i < article->doc.n; i++) {
		const struct picture *p = picture_find(&g->all, url_of(&article->doc, i));
		uint16_t n = has_rows(p) ? (uint16_t)p->head.fit.rows : 0;

		is_new |= n != article->picture_rows[i];
		is_new |= note_size(&article->doc.blocks[i], p);
		article->picture_rows[i] = n;
	}
	return is_new;
}

/* ---- on the screen */

static void
draw_tiles(struct screen *s, struct screen_box at, const struct picture *p, int row)
{
	int stride = p->head.fit.width * 3;
	const unsigned char *rgb = p->pixels + (size_t)row * MOSAIC_DOWN * (size_t)stride;

	for (int x = 0; x < p->head.fit.cols && x < at.cols; x++, rgb += MOSAIC_ACROSS * 3) {
		struct mosaic_tile tile = mosaic_tile(rgb, stride);

		screen_put_tile(s, at.row, at.col + x, tile.glyph, SCREEN_RGB | tile.fg, SCREEN_RGB | tile.bg);
	}
}

static void
draw_raw(const struct gallery *g, struct screen *s, struct screen_box at, const struct picture *p, int row)
{
	screen_put_raw(s, &(struct screen_raw){
		.way = g->way == GALLERY_KITTY ? SCREEN_KITTY : SCREEN_SIXEL,
		.id = p->id,
		.rgb = p->pixels,
		.width = p->head.fit.width,
		.height = p->head.fit.height,
		.col_width = p->made.cell_width,
		.row_height = p->made.cell_height,
		.is_guessed = !g->cell_width && !g->answer.cell_width,
		.row = at.row,
		.col = at.col,
		.rows = 1,
		.cols = p->head.fit.cols < at.cols ? p->head.fit.cols : at.cols,
		.first = row,
	});
}

/* at: what is right of the bars before the line. */
static void
draw_row(const struct gallery *g, struct screen *s, struct screen_box at, const struct picture *p, int row)
{
	if (!p->pixels || row >= p->head.fit.rows || at.cols < 1)
		return;
	if (p->made.parts_across)
		draw_tiles(s, at, p, row);
	else
		draw_raw(g, s, at, p, row);
}

/* Behind a caption: what becomes of its picture. */
static void
draw_note(struct screen *s, struct screen_box at, const struct picture *p)
{
	struct str text = str_of(p->why);

	if (p->state == PICTURE_WANTED || p->state == PICTURE_FETCHING || p->state == PICTURE_KEPT || p->state == PICTURE_DECODING)
		text = has_rows(p) ? STR_NONE : str_of(tr("coming…"));
	else if (p->state != PICTURE_FAILED && p->state != PICTURE_SHOWN)
		text = STR_NONE;
	if (text.n && at.cols >= NOTE_LEAST)
		screen_fit(s, at.row, at.col, at.cols, p->state == PICTURE_FAILED ? THEME_ERROR : THEME_MUTED, text);
}

static void
draw_line(const struct gallery *g, struct screen *s, struct screen_box box, const struct article_pane *pane, size_t line, struct picture *p)
{
	const struct layout_line *l = &pane->article.lines[line];
	int cols = layout_line_cols(l);
	struct screen_box at = { box.row, box.col + cols, 1, box.cols - cols };
	bool is_last = line + 1 >= pane->article.n || l[1].block != l->block || l[1].picture;

	if (l->picture) {
		draw_row(g, s, at, p, l->picture - 1);
	} else if (is_last) {
		at.col += NOTE_GAP;
		at.cols -= NOTE_GAP;
		draw_note(s, at, p);
	}
}

/* The picture that a line is of, or NULL. */
static struct picture *
picture_at(struct gallery *g, const struct article *article, size_t line)
{
	struct str url = url_of(&article->doc, article->lines[line].block);

	if (!url.n)
		return NULL;
	return g->when == GALLERY_ALWAYS && g->told != GALLERY_NONE ? picture_get(&g->all, url) : picture_find(&g->all, url);
}

void
gallery_show(struct app *app, struct screen *s, struct screen_box box, const struct article_pane *pane)
{
	struct gallery *g = &app->gallery;
	bool is_due = false;

	g->frame++;
	for (int i = 0; i < box.rows && pane->top + (size_t)i < pane->article.n; i++) {
		struct screen_box row = { box.row + i, box.col, 1, box.cols };
		struct picture *p = picture_at(g, &pane->article, pane->top + (size_t)i);

		if (!p)
			continue;
		p->seen = g->frame;
		if (p->state == PICTURE_NEW && g->when == GALLERY_ALWAYS)
			p->state = PICTURE_WANTED;
		if (p->state == PICTURE_SHOWN && !p->pixels)
			p->state = PICTURE_KEPT;
		is_due |= p->state == PICTURE_WANTED || p->state == PICTURE_KEPT;
		draw_line(g, s, row, pane, pane->top + (size_t)i, p);
	}
	if (is_due)
		gallery_go(app);
}

size_t
gallery_show_in_sight(struct app *app, struct picture *ret[GALLERY_SHOW_MOST])
{
	const struct article_pane *pane = view_article_pane(app->views[APP_ARTICLE]);
	size_t end = pane->top + (size_t)pane->rows, n = 0;

	for (size_t i = pane->top; i < end && i < pane->article.n && n < GALLERY_SHOW_MOST; i++) {
		struct str url = url_of(&pane->article.doc, pane->article.lines[i].block);
		struct picture *p = url.n ? picture_get(&app->gallery.all, url) : NULL;
		bool is_there = !p;

		for (size_t k = 0; k < n && !is_there; k++)
			is_there = ret[k] == p;
		if (!is_there)
			ret[n++] = p;
	}
	return n;
}
