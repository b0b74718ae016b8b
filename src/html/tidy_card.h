/*
 * What an article shows of other places: link cards, videos, maps; and
 * formulas, whose source the page holds.
 */
#ifndef HTML_TIDY_CARD_H
#define HTML_TIDY_CARD_H

#include "base/arena.h"
#include "base/buf.h"
#include "html/dom.h"

/* The link and title of a card; false when it leads nowhere. */
bool tidy_card_link(struct arena *a, struct str base, const struct dom_node *card, struct str *url, struct str *title);

/* The same for an iframe, video or the like. */
bool tidy_card_media(struct arena *a, struct str base, const struct dom_node *node, struct str *url, struct str *title);

/* Appends the TeX source of a math element or a script that holds a formula; false when it is none. */
bool tidy_card_formula(struct buf *out, const struct dom_node *node);

#endif
