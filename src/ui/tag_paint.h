/*
 * The colours that the config gives to tags, on a screen that has been drawn:
 * wherever a tag stands in the colour of tags, it gets its own.
 */
#ifndef UI_TAG_PAINT_H
#define UI_TAG_PAINT_H

#include "ui/screen.h"
#include "ui/ui.h"

/* Of the tag, else of the nearest above it that has one; -1 for none. */
int tag_paint_color(const struct ui_tag *tags, size_t n, struct str name);

void tag_paint(struct screen *s, const struct ui_tag *tags, size_t n);

#endif
