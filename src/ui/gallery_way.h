/*
 * By which way pictures are shown, and how large: what the user says, else what
 * the terminal does.
 */
#ifndef UI_GALLERY_WAY_H
#define UI_GALLERY_WAY_H

#include "ui/gallery.h"
#include "ui/ui.h"

/* What the user says of pictures; it may be called again. */
void gallery_way_set(struct gallery *g, const struct ui_opts *opts);

/* Whether it is known (gallery.way); else the terminal is to be asked. */
bool gallery_way_choose(struct app *app);

/* Milliseconds until the terminal's answer is waited for no longer; -1: it is not waited for. */
int gallery_way_timeout(const struct gallery *g);

/* The room for a picture in so many columns, rows at most, by the way that is used. */
struct image_want gallery_way_want(const struct gallery *g, int cols, int rows);

#endif
