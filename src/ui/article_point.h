/*
 * What of an article is at a place on the screen.
 */
#ifndef UI_ARTICLE_POINT_H
#define UI_ARTICLE_POINT_H

#include "ui/article.h"

/* The number of the link in a line at a column of the text, 0 for none. Long lines are scrolled by shift. */
int article_point_link(const struct article *a, size_t line, int col, int shift);

/* Whether a line is the heading of a section that has a sign there: it folds by one in the margin (col < 0), and unfolds anywhere. */
bool article_point_folds(const struct article *a, size_t line, int col);

#endif
