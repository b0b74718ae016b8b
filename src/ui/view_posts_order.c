#include "ui/view_posts_order.h"

#include "base/tr.h"
#include "ui/app.h"
#include "ui/input.h"
#include "ui/order_memory.h"
#include "ui/status.h"
#include "ui/view_posts.h"
#include "ui/view_posts_impl.h"

static const char *const names[POSTS_SORTS] = {
	[POSTS_SORT_NEWEST] = N_("newest first"),
	[POSTS_SORT_OLDEST] = N_("oldest first"),
	[POSTS_SORT_UNREAD] = N_("unread first"),
	[POSTS_SORT_FEED] = N_("by feed"),
	[POSTS_SORT_TITLE] = N_("by title"),
	[POSTS_SORT_TIME] = N_("shortest first"),
	[POSTS_SORT_RANK] = N_("best first"),
};

/* Reads the list again as it is to be now. -1 after the error has been told; then nothing has changed. */
static int
read_again(struct view_posts *p)
{
	const struct posts_row *row = view_posts_row(&p->view);
	int index = p->list.at, offset = p->list.at - p->list.top;
	struct listing_spot spot;
	struct err err;
	int rc;

	p->marking.has_range = false;
	if (row)
		spot = listing_spot(&p->listing, index);
	rc = row ? listing_go(&p->listing, &spot, &index, &err) : listing_open(&p->listing, &err);
	if (rc < 0) {
		app_fail(p->view.app, &err);
		return -1;
	}
	p->list.n = listing_total(&p->listing);
	list_go(&p->list, index);
	p->list.top = p->list.at - offset;
	p->has_moved = true;
	return 0;
}

/* Whether it looks for words in texts; those of an author make no post better than another. */
static bool
has_words(const struct query *query)
{
	bool has = query && query->kind == QUERY_TEXT && query->columns != QUERY_IN_AUTHOR;

	for (size_t i = 0; query && i < query->n && !has && query->kind != QUERY_NOT; i++)
		has = has_words(query->parts[i]);
	return has;
}

static bool
can_be(const struct view_posts *p, enum posts_sort sort)
{
	return sort != POSTS_SORT_RANK || has_words(p->filter.query);
}

/* Whose order it is: that of all searches, or of the list that is shown, filtered or not; *usual where it was given none. */
static struct str
list_name(const struct view_posts *p, enum posts_sort *usual)
{
	bool is_search = p->is_search && has_words(p->filter.words);

	*usual = is_search ? POSTS_SORT_RANK : POSTS_SORT_NEWEST;
	return is_search ? str_lit("search") : p->name;
}

/* The list has it again the next time. */
static void
keep(struct view_posts *p)
{
	enum posts_sort usual;
	struct str name = list_name(p, &usual);

	order_memory_put(&p->view.app->memory, name, p->listing.rows.sort, usual);
}

void
view_posts_order_follow(struct view_posts *p)
{
	enum posts_sort usual;
	struct str name = list_name(p, &usual);

	p->listing.rows.sort = order_memory_find(&p->view.app->memory, name, usual);
	if (!can_be(p, p->listing.rows.sort))
		view_posts_order_reset(p);
}

/* The next order, or the one that is counted out. */
static void
sort(struct view_posts *p, int count)
{
	struct rows *rows = &p->listing.rows;
	enum posts_sort before = rows->sort;

	if (count > POSTS_SORTS) {
		app_say(p->view.app, tr("there are %d orders"), POSTS_SORTS);
		return;
	}
	if (!can_be(p, (enum posts_sort)(count - 1))) {
		app_say(p->view.app, "%s", tr("the best come first where words are looked for: f or :search"));
		return;
	}
	rows->sort = (enum posts_sort)((count ? count - 1 : (int)before + 1) % POSTS_SORTS);
	if (!can_be(p, rows->sort))
		view_posts_order_reset(p);
	if (!read_again(p)) {
		keep(p);
		app_say(p->view.app, tr("order: %s"), tr(names[rows->sort]));
		return;
	}
	rows->sort = before;
	(void)listing_open(&p->listing, NULL);
}

bool
view_posts_order_due(const struct view *v)
{
	return view_posts_self(v)->listing.rows.is_due;
}

/* As it was before the order was asked for. */
static void
give_up(struct view_posts *p)
{
	view_posts_order_reset(p);
	p->listing.rows.is_due = false;
	(void)read_again(p);
}

/* Reads the order that is due; the cursor stays on its post, or at the start. */
static int
run(struct view_posts *p, bool (*wants_stop)(void *user), void *user, struct err *err)
{
	struct store *store = p->view.app->store;
	int index = p->list.at, offset = p->list.at - p->list.top, rc;
	struct listing_spot spot = listing_spot(&p->listing, view_posts_row(&p->view) ? index : -1);

	store_watch(store, wants_stop, user);
	rc = listing_sort(&p->listing, &spot, &index, err);
	store_watch(store, NULL, NULL);
	if (rc < 0)
		return -1;
	(void)marking_reload(&p->marking, &p->listing, NULL);
	p->list.n = listing_total(&p->listing);
	list_go(&p->list, p->has_moved ? index : 0);
	p->list.top = p->has_moved ? p->list.at - offset : 0;
	return 0;
}

void
view_posts_order_run(struct view *v, bool (*wants_stop)(void *user), void *user)
{
	struct view_posts *p = view_posts_self(v);
	struct err err;

	if (!run(p, wants_stop, user, &err) || err.code == ERR_STOPPED)
		return; /* it goes on when no key waits */
	give_up(p);
	app_fail(v->app, &err);
}

int
view_posts_order_whole(struct view *v, struct err *err)
{
	struct view_posts *p = view_posts_self(v);

	return p->listing.rows.is_part ? run(p, v->app->wants_stop, v->app->stop_user, err) : 0;
}

bool
view_posts_order_takes(struct view *v, int32_t key)
{
	struct view_posts *p = view_posts_self(v);

	if (key != INPUT_ESC || !p->listing.rows.is_due)
		return false;
	give_up(p);
	app_say(v->app, "%s", tr("stopped; the newest come first"));
	return true;
}

static void
hide_read(struct view_posts *p)
{
	struct posts_view *what = &p->listing.rows.what;

	if (p->is_unread) {
		app_say(p->view.app, "%s", tr("this view has unread posts only"));
		return;
	}
	p->hides_read = !p->hides_read;
	what->is_unread = p->hides_read;
	if (!read_again(p))
		app_say(p->view.app, "%s", p->hides_read ? tr("read posts are left out; zu shows them again") : tr("read posts are shown, too"));
}

bool
view_posts_order_act(struct view *v, enum action action, int count)
{
	struct view_posts *p = view_posts_self(v);

	if (action != ACTION_SORT && action != ACTION_HIDE_READ)
		return false;
	if (action == ACTION_SORT)
		sort(p, count);
	else
		hide_read(p);
	return true;
}

void
view_posts_order_show(const struct view_posts *p, struct buf *out)
{
	if (p->listing.rows.sort != POSTS_SORT_NEWEST)
		status_add(out, str_of(tr(names[p->listing.rows.sort])));
	if (p->listing.rows.sort != POSTS_SORT_NEWEST && p->listing.rows.is_due)
		(void)buf_puts(out, "…");
	if (p->hides_read && !p->is_unread)
		status_add(out, str_of(tr("without read ones")));
}

void
view_posts_order_reset(struct view_posts *p)
{
	p->listing.rows.sort = POSTS_SORT_NEWEST;
}
