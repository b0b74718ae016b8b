/*
 * HTML that needs no parser: known elements, each with its end tag where it
 * belongs, as editors write most posts.
 */
#ifndef HTML_DOM_SIMPLE_H
#define HTML_DOM_SIMPLE_H

#include "html/dom.h"

/* The tree that dom_parse() gives, all in a, and whether it is cut; NULL for html in which anything is unusual. */
struct dom_node *dom_simple(struct arena *a, struct str html, bool *is_cut);

#endif
