/*
 * Links inside of a page that are no part of its text: the sign beside a
 * heading, the way back from a footnote, tables of contents.
 */
#ifndef HTML_TIDY_NOTE_H
#define HTML_TIDY_NOTE_H

#include "html/dom.h"

/* Whether a link in a heading only leads to it: by its class (is_known), or because it shows nothing but a sign. */
bool tidy_note_is_anchor(const struct dom_node *a, bool is_known);

/* Whether a link only leads from a footnote back to where it is named: "↩", "[본문으로]". */
bool tidy_note_is_way_back(const struct dom_node *a);

/* Whether all links in a box lead to places in the page, and nearly all of its text is linked or it is only a title. */
bool tidy_note_is_contents(const struct dom_node *box);

#endif
