#include "ui/view_posts_clear.h"

#include "ui/view_posts.h"
#include "ui/view_posts_impl.h"

void
view_posts_clear(struct view *v)
{
	struct view_posts *p = view_posts_self(v);
	struct listing_spot spot;

	if (marking_drop(&p->marking) || !p->filter.typed.n)
		return;
	if (!view_posts_row(v)) {
		(void)view_posts_filter(v, STR_NONE);
		return;
	}
	spot = listing_spot(&p->listing, p->list.at);
	if (!view_posts_filter(v, STR_NONE))
		view_posts_go(v, &spot, p->list.rows / 2); /* those around it are what is new */
}
