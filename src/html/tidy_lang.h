/*
 * The language of code, as editors and highlighters note it in attributes.
 */
#ifndef HTML_TIDY_LANG_H
#define HTML_TIDY_LANG_H

#include "base/arena.h"
#include "html/dom.h"

/* The name noted at node, in it or around it, in lower case in a; empty where nothing is. */
struct str tidy_lang_find(struct arena *a, const struct dom_node *node);

#endif
