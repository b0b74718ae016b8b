/*
 * Folding sections and details of an article. Lines are made anew; each gives
 * the line that is to be at the top of the screen then.
 */
#ifndef UI_ARTICLE_FOLD_H
#define UI_ARTICLE_FOLD_H

#include "ui/article.h"

enum article_folding { ARTICLE_FOLD_TOGGLE, ARTICLE_FOLD_CLOSE, ARTICLE_FOLD_OPEN };

/* Folds or unfolds what the line at the top is in, details or a section; where it is in none, the first in the rows below. */
size_t article_fold_here(struct article *a, size_t top, int rows, enum article_folding how, enum wrap_mode wrap);

/* Folds or unfolds all sections. */
size_t article_fold_sections(struct article *a, size_t top, bool folded, enum wrap_mode wrap);

/* Unfolds all that hides a block; false when nothing did. */
bool article_fold_open(struct article *a, size_t block, enum wrap_mode wrap);

/* Takes over the folds of another text of the post, where it has the same sections and blocks. */
void article_fold_take(struct article *a, const struct article *from);

#endif
