/*
 * What a row of the headlines is made of, as bytes: rows with the same key look
 * the same.
 */
#ifndef UI_HEADLINE_KEY_H
#define UI_HEADLINE_KEY_H

#include "ui/headline.h"

/* Appends that of a row. */
void headline_key(struct buf *out, const struct posts_row *row, enum listing_kind kind, bool is_marked, const struct date_today *today);

/* Appends how all rows are laid out in so many columns. */
void headline_key_look(struct buf *out, const struct headline *h, int cols);

#endif
