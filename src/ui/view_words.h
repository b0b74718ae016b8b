/*
 * What the views are called that are there without being saved.
 */
#ifndef UI_VIEW_WORDS_H
#define UI_VIEW_WORDS_H

#include "ui/sidebar.h"
#include "ui/two_names.h"

/* NULL behind the last. */
const struct two_names *view_words_at(size_t i);

/* Whether it is one of them, by any name that its state has in a query. */
bool view_words_find(struct str name, enum sidebar_kind *ret);

/* Whether two words are the one name that is written with a blank in Korean ("안 읽음"), and no view with a query. */
bool view_words_find_apart(struct str text, enum sidebar_kind *ret);

#endif
