/*
 * The lines above and below the text of an article: title, where it is from,
 * date, tags; addresses of the page and of the links.
 */
#ifndef UI_ARTICLE_AROUND_H
#define UI_ARTICLE_AROUND_H

#include "base/vec.h"
#include "ui/article.h"

typedef vec(struct layout_line) article_around_lines;

/* Each appends to *lines, at most cols columns wide; what they hold is in a->line_arena. */
void article_around_head(article_around_lines *lines, struct article *a, int cols, enum wrap_mode wrap);
void article_around_tail(article_around_lines *lines, struct article *a, int cols, enum wrap_mode wrap);

#endif
