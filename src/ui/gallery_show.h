/*
 * The pictures of an article on the screen: their rows in its layout, and what
 * is in them.
 */
#ifndef UI_GALLERY_SHOW_H
#define UI_GALLERY_SHOW_H

#include "ui/article_pane.h"
#include "ui/picture.h"
#include "ui/screen.h"

enum { GALLERY_SHOW_MOST = 64 }; /* captions in sight */

/* Notes in the article how many rows each picture takes where it is cols wide. True when it has to be laid out anew. */
bool gallery_show_lay(struct app *app, struct article *article, int cols, int rows);

/* Draws what is in sight of them, beside the lines that are drawn already. */
void gallery_show(struct app *app, struct screen *s, struct screen_box box, const struct article_pane *pane);

/* The pictures whose captions or rows are in sight, each once; returns how many. */
size_t gallery_show_in_sight(struct app *app, struct picture *ret[GALLERY_SHOW_MOST]);

#endif
