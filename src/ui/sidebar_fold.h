/*
 * Folding what others stand under in the sidebar; at is the cursor, which
 * stays in sight. The next sidebar_read() shows it.
 */
#ifndef UI_SIDEBAR_FOLD_H
#define UI_SIDEBAR_FOLD_H

#include "ui/sidebar.h"

/* Folds what the cursor is on or stands under, or unfolds it; false where that is nothing. */
bool sidebar_fold_at(const struct sidebar *b, struct app *app, int *at);

/* Folds all, or unfolds them. */
void sidebar_fold_all(const struct sidebar *b, struct app *app, int *at, bool is_folded);

#endif
