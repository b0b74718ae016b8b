#include "ui/view_posts_fold.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/view_posts.h"
#include "ui/view_posts_impl.h"

static void
fold(struct view_posts *p)
{
	int index = p->list.at, got;
	struct err err;

	if (!view_posts_row(&p->view))
		return;
	got = listing_toggle(&p->listing, &index, &err);
	if (got < 0)
		app_fail(p->view.app, &err);
	if (!got)
		app_say(p->view.app, "%s", tr("this post is in one feed only"));
	if (got <= 0)
		return;
	p->list.n = listing_total(&p->listing);
	list_go(&p->list, index);
	p->has_moved = true;
}

/* Whether stories are rows. */
static void
fold_all(struct view_posts *p, bool is_folded)
{
	p->listing.rows.what.is_folded = is_folded;
	p->has_moved = true;
	p->view.ops->reload(&p->view);
}

bool
view_posts_fold_act(struct view *v, enum action action)
{
	if (action != ACTION_FOLD && action != ACTION_FOLD_ALL && action != ACTION_UNFOLD_ALL)
		return false;
	if (action == ACTION_FOLD)
		fold(view_posts_self(v));
	else
		fold_all(view_posts_self(v), action == ACTION_FOLD_ALL);
	return true;
}
