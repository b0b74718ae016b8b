/*
 * Going to what stands in the sidebar from elsewhere, also to what is out of
 * sight there.
 */
#ifndef UI_VIEW_SIDEBAR_VISIT_H
#define UI_VIEW_SIDEBAR_VISIT_H

#include "ui/view.h"

/* Shows the posts of a feed, and goes there; "back" returns from there. */
void view_sidebar_visit_feed(struct view *v, int64_t feed_id);

/* The same for the posts of a tag. */
void view_sidebar_visit_tag(struct view *v, struct str name);

#endif
