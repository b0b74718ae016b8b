/*
 * How far one is in an article, for the status line.
 */
#ifndef UI_ARTICLE_PROGRESS_H
#define UI_ARTICLE_PROGRESS_H

#include "ui/article_pane.h"

/* Appends "[1/3]  2/5  34%  4 min left": the place found, the section (-1: in none), how far one is, what is left to read. */
void article_progress_add(const struct article_pane *p, int section, struct buf *out);

#endif
