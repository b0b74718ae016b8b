/*
 * Link cards: a box with title, words and picture that leads to another page,
 * a file or a place on a map. An article shows its title as a link.
 */
#ifndef HTML_TIDY_CARD_H
#define HTML_TIDY_CARD_H

#include "base/arena.h"
#include "html/dom.h"

/* The link and title of a card; false when it leads nowhere. */
bool tidy_card_link(struct arena *a, struct str base, const struct dom_node *card, struct str *url, struct str *title);

/* Whether a link is a card by what is in it: a heading and more, all of it short. */
bool tidy_card_is_link(const struct dom_node *link);

/* The caption below a card, NULL without one. */
const struct dom_node *tidy_card_caption(const struct dom_node *card);

/* The text below node as one line, in a. */
struct str tidy_card_text(struct arena *a, const struct dom_node *node);

#endif
