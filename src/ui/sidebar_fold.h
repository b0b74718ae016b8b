/*
 * Folding what others stand under in the sidebar; at is the cursor, which
 * stays in sight. The next sidebar_read() shows it.
 */
#ifndef UI_SIDEBAR_FOLD_H
#define UI_SIDEBAR_FOLD_H

#include "ui/sidebar.h"

/* Folds what the cursor is on or stands under, or unfolds it; false where that is nothing. */
bool sidebar_fold_at(const struct sidebar *b, struct app *app, int *at);

/* Whether one of the entries is folded. */
bool sidebar_fold_has_any(const struct sidebar *b);

/* Folds all entries, or unfolds them. */
void sidebar_fold_all(const struct sidebar *b, struct app *app, int *at, bool is_folded);

#endif
