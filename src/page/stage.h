/*
 * Where pages usually keep their article: selectors from the surest to the
 * vaguest.
 */
#ifndef PAGE_STAGE_H
#define PAGE_STAGE_H

#include "html/dom.h"

/* The element that the surest selector with enough text in it names; NULL where none does. */
struct dom_node *stage_find(struct dom_node *root);

#endif
