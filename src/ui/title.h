/*
 * What the terminal's title says of the reader.
 */
#ifndef UI_TITLE_H
#define UI_TITLE_H

#include "base/buf.h"

struct app;

enum { TITLE_BYTES = 200 };

/* Appends it, one line of clean text: the article that is open, else how many posts are unread. */
void title_of(const struct app *app, struct buf *out);

#endif
