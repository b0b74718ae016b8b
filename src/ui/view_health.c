#include "ui/view_health.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/tr.h"
#include "store/posts.h"
#include "store/subscribe_line.h"
#include "text/url.h"
#include "ui/app.h"
#include "ui/command.h"
#include "ui/health_detail.h"
#include "ui/health_row.h"
#include "ui/job_start.h"
#include "ui/list.h"
#include "ui/narrow.h"
#include "ui/paragraph.h"
#include "ui/status.h"
#include "ui/theme.h"
#include "ui/view_sidebar_visit.h"

struct view_health {
	struct view view;
	struct list list;
	struct arena arena;
	struct health *all;           /* worst first */
	size_t n_all;
	const struct health **shown;  /* list.n of them: what the words find */
	size_t troubles;              /* of all: those that need somebody */
	struct narrow narrow;
	struct buf question;
	int64_t asked;                /* the feed that it is about */
	bool is_stale;                /* the cache has changed since it was read */
};

static struct view_health *
self(struct view *v)
{
	return (struct view_health *)v;
}

static const struct health *
current(const struct view_health *h)
{
	return h->list.at < h->list.n ? h->shown[h->list.at] : NULL;
}

/* Shows what the words find, the cursor on that feed where it is among them. */
static void
pick(struct view_health *h, int64_t feed_id)
{
	int at = h->list.at;

	h->list.n = 0;
	for (size_t i = 0; i < h->n_all; i++) {
		const struct feeds_row *feed = h->all[i].feed;

		if (!narrow_has(&h->narrow, (const struct str[]){ feed->name, feed->url, feed->site }, 3))
			continue;
		if (feed->id == feed_id)
			at = h->list.n;
		h->shown[h->list.n++] = &h->all[i];
	}
	list_go(&h->list, at);
}

static void
narrowed(struct view *v)
{
	struct view_health *h = self(v);

	h->list.at = h->list.top = 0;
	pick(h, 0);
}

static int
read(struct view_health *h, struct err *err)
{
	struct store *store = h->view.app->store;
	struct feeds_row *feeds;

	if (feeds_list(store, &h->arena, &feeds, &h->n_all, err) < 0)
		return -1;
	h->all = arena_new(&h->arena, struct health, h->n_all + 1);
	h->shown = arena_new(&h->arena, const struct health *, h->n_all + 1);
	for (size_t i = 0; i < h->n_all; i++)
		h->all[i].feed = &feeds[i];
	if (health_read(store, h->all, h->n_all, err) < 0)
		return -1;
	h->troubles = 0;
	while (h->troubles < h->n_all && h->all[h->troubles].state <= HEALTH_MOVED)
		h->troubles++;
	return 0;
}

/* Reads it anew where that is due; the cursor stays on its feed. */
static void
freshen(struct view_health *h)
{
	const struct health *at = current(h);
	int64_t id = at ? at->feed->id : 0;
	struct err err;

	if (!h->is_stale)
		return;
	h->is_stale = false;
	h->list.n = 0;
	arena_reset(&h->arena);
	if (read(h, &err) < 0) {
		h->n_all = 0;
		app_fail(h->view.app, &err);
	}
	pick(h, id);
}

void
view_health_open(struct view *v)
{
	struct view_health *h = self(v);

	h->is_stale = true;
	h->list.at = h->list.top = 0;
	h->list.n = 0;
	trail_open(v->app, APP_HEALTH);
}

static void
draw_rows(struct view_health *h, struct screen *s, struct screen_box box, bool has_focus)
{
	struct health_row w = health_row_columns(box.cols);
	struct name_apart all = { 0 };
	int64_t now = clock_now();

	health_row_head(s, box, &w);
	list_show(&h->list, box.rows - 1);
	for (int i = 0; i < box.rows - 1 && h->list.top + i < h->list.n; i++)
		*vec_add(&all.names) = h->shown[h->list.top + i]->feed->name;
	for (int i = 0; i < box.rows - 1 && h->list.top + i < h->list.n; i++) {
		int index = h->list.top + i, row = box.row + 1 + i;

		health_row_draw(s, (struct screen_box){ row, box.col, 1, box.cols }, &w, &all, h->shown[index], now);
		if (index == h->list.at)
			screen_add_style(s, row, box.col, box.cols, has_focus ? THEME_SELECTED : THEME_FAINT_SELECTED);
	}
	vec_free(&all.names);
}

static void
health_draw(struct view *v, struct screen *s, struct screen_box box, bool has_focus)
{
	struct view_health *h = self(v);
	int below = health_detail_rows(box.rows, box.cols);

	freshen(h);
	if (!h->list.n) {
		(void)paragraph_draw(s, (struct screen_box){ box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 }, THEME_TEXT,
			str_of(h->n_all ? tr("No feed matches. F shows all again.") : tr("There are no feeds yet. gc: catalogue")));
		return;
	}
	draw_rows(h, s, (struct screen_box){ box.row, box.col, box.rows - below, box.cols }, has_focus);
	health_detail_draw(s, (struct screen_box){ box.row + box.rows - below, box.col, below, box.cols }, current(h));
}

/* ---- what can be done about it */

static void
move(struct view_health *h, const struct feeds_row *feed)
{
	struct app *app = h->view.app;
	struct subscribe_move move = { .from = feed->url, .to = feed->moved_to };
	struct buf to = { 0 };
	struct err err = { 0 };

	url_mask(&to, feed->moved_to);
	if (!feed->moved_to.n || str_eq(feed->moved_to, feed->url))
		app_say(app, tr("‘%.*s’ has not moved"), STR(feed->name));
	else if (subscribe_line_move(app->store, &move, 1, &err) < 0)
		app_fail(app, &err);
	else if (move.outcome == SUBSCRIBE_TAKEN)
		app_say(app, tr("%s is subscribed already: x ends this one"), buf_cstr(&to));
	else if (move.outcome == SUBSCRIBE_BOUND)
		app_say(app, tr("%s was not taken: this feed has a login, cookie or header for the old host alone; take it out of the feeds file first"),
			buf_cstr(&to));
	else if (move.outcome == SUBSCRIBE_NOT_THERE)
		app_say(app, "%s", tr("the feed is not in the feeds file any more"));
	else {
		app_say(app, tr("moved to %s (u: undo)"), buf_cstr(&to));
		app_reload(app);
	}
	buf_free(&to);
}

/* With what of it stays: that is starred or tagged. */
static void
tell_removed(struct app *app, const struct feeds_row *feed)
{
	struct err err = { 0 };
	int64_t left;

	if (posts_count(app->store, &(struct posts_view){ .feed_id = feed->id }, &left, &err) < 0)
		app_fail(app, &err);
	else if (left)
		app_say(app, tr_n("unsubscribed from ‘%.*s’; %lld post with a star or a tag stays (u: undo)",
			"unsubscribed from ‘%.*s’; %lld posts with a star or a tag stay (u: undo)", (size_t)left), STR(feed->name), (long long)left);
	else
		app_say(app, tr("unsubscribed from ‘%.*s’ (u: undo)"), STR(feed->name));
}

static void
remove_feed(struct app *app, bool is_yes)
{
	struct view_health *h = self(app->views[APP_HEALTH]);
	const struct health *at;
	struct err err = { 0 };

	freshen(h);
	at = current(h);
	if (!is_yes || !at || at->feed->id != h->asked)
		app_say(app, "%s", tr("nothing was unsubscribed"));
	else if (subscribe_line_remove(app->store, &at->feed->url, 1, &err) < 0)
		app_fail(app, &err);
	else {
		tell_removed(app, at->feed);
		app_reload(app);
	}
}

static void
ask_remove(struct view_health *h, const struct feeds_row *feed)
{
	static const struct ask ask = { .chosen = remove_feed };

	h->asked = feed->id;
	buf_clear(&h->question);
	(void)buf_printf(&h->question, tr("Unsubscribe from ‘%.*s’? y/n: "), STR(feed->name));
	ask_open(h->view.app, &ask, buf_cstr(&h->question), STR_NONE);
}

/* What is done to the feed under the cursor; false for what is not about one. */
static bool
act_on(struct view_health *h, const struct health *at, enum action action)
{
	struct app *app = h->view.app;

	switch (action) {
	case ACTION_OPEN:
		view_sidebar_visit_feed(app->views[APP_SIDEBAR], at->feed->id);
		return true;
	case ACTION_SYNC_FEED:
		command_sync_feed(app, at->feed->id, at->state == HEALTH_PAUSED ? JOB_SYNC_FORCED : JOB_SYNC_POLITE);
		return true;
	case ACTION_ACCEPT_MOVE:
		move(h, at->feed);
		return true;
	case ACTION_UNSUBSCRIBE:
		ask_remove(h, at->feed);
		return true;
	case ACTION_BROWSER:
		browser_show(app, at->feed->site.n ? at->feed->site : at->feed->url);
		return true;
	default:
		return false;
	}
}

static bool
health_act(struct view *v, enum action action, int count)
{
	struct view_health *h = self(v);

	freshen(h);
	if (list_act(&h->list, action, count) || (current(h) && act_on(h, current(h), action)))
		return true;
	switch (action) {
	case ACTION_FILTER:
		narrow_ask(v->app, &h->narrow);
		return true;
	case ACTION_CLEAR_FILTER:
		(void)narrow_clear(&h->narrow);
		return true;
	case ACTION_BACK:
	case ACTION_LEFT:
		trail_close(v->app);
		return true;
	default:
		return action == ACTION_SYNC_FEED || action == ACTION_BROWSER; /* there is none */
	}
}

static void
health_reload(struct view *v)
{
	self(v)->is_stale = true;
}

static void
health_status(struct view *v, struct buf *left, struct buf *right)
{
	struct view_health *h = self(v);

	(void)buf_puts(left, tr("Feeds"));
	if (h->narrow.words.n)
		status_add(left, buf_str(&h->narrow.words));
	else if (h->troubles)
		(void)buf_printf(left, tr_n(" (%zu needs a look)", " (%zu need a look)", h->troubles), h->troubles);
	status_list(v->app, left, right, h->narrow.words.n ? tr("F: all, Enter: its posts, r: sync") : tr("Enter: its posts, r: sync, /: find"), &h->list);
}

static void
health_free(struct view *v)
{
	struct view_health *h = self(v);

	arena_free(&h->arena);
	narrow_free(&h->narrow);
	buf_free(&h->question);
	free(h);
}

struct list *
view_health_list(struct view *v)
{
	return &self(v)->list;
}

static const struct view_ops health_ops = { 'F', health_draw, health_act, health_reload, health_status, health_free };

struct view *
view_health_new(struct app *app)
{
	struct view_health *h = mem_zalloc(1, sizeof *h);

	h->view = (struct view){ &health_ops, app };
	narrow_init(&h->narrow, &h->view, narrowed);
	return &h->view;
}
