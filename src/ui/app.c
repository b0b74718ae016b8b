#include "ui/app.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/tr.h"
#include "store/posts_fold.h"
#include "text/josa.h"
#include "text/url.h"
#include "ui/cmdline.h"
#include "ui/command.h"
#include "ui/cramped.h"
#include "ui/input.h"
#include "ui/lost_key.h"
#include "ui/piping.h"
#include "ui/synced.h"
#include "ui/view_article.h"
#include "ui/view_catalog.h"
#include "ui/view_health.h"
#include "ui/view_help.h"
#include "ui/view_links.h"
#include "ui/view_messages.h"
#include "ui/view_outline.h"
#include "ui/view_posts.h"
#include "ui/view_posts_order.h"
#include "ui/view_sidebar.h"
#include "ui/view_tags.h"

static struct view *(*const makers[APP_VIEWS])(struct app *app) = {
	[APP_SIDEBAR] = view_sidebar_new,
	[APP_POSTS] = view_posts_new,
	[APP_ARTICLE] = view_article_new,
	[APP_OUTLINE] = view_outline_new,
	[APP_HELP] = view_help_new,
	[APP_CATALOG] = view_catalog_new,
	[APP_HEALTH] = view_health_new,
	[APP_TAGS] = view_tags_new,
	[APP_MESSAGES] = view_messages_new,
	[APP_LINKS] = view_links_new,
};

struct app *
app_new(struct store *store, const char *samples, int rows, int cols)
{
	const struct posts_view all = { 0 };
	struct app *app = mem_zalloc(1, sizeof *app);
	const char *fault;
	size_t at;

	app->store = store;
	app->samples = samples;
	app->text_cols = APP_TEXT_COLS;
	(void)row_format_parse(&app->row_arena, str_lit(ROW_FORMAT_USUAL), &app->row_format, &at, &fault);
	app->job = (struct job)JOB_INIT;
	app->fetching = (struct fetching)FETCHING_INIT;
	app->indexing = (struct indexing)INDEXING_INIT;
	app->adding = (struct adding)ADDING_INIT;
	app->feeder = (struct job)JOB_INIT;
	app->saving = (struct saving)SAVING_INIT;
	app->gallery = (struct gallery)GALLERY_INIT;
	app->importing = (struct importing)IMPORTING_INIT;
	keys_init(&app->keys);
	memory_read(&app->memory);
	history_read(app->histories);
	for (int i = 0; i < APP_VIEWS; i++)
		app->views[i] = makers[i](app);
	app->focus = APP_POSTS;
	screen_resize(&app->screen, rows, cols);
	app->version = store_version(store);
	indexing_look(app);
	app->views[APP_SIDEBAR]->ops->reload(app->views[APP_SIDEBAR]);
	if (!view_sidebar_start(app->views[APP_SIDEBAR]))
		view_posts_show(app->views[APP_POSTS], &all, str_of(tr("All")), str_lit("all"));
	return app;
}

void
app_free(struct app *app)
{
	view_article_close(app->views[APP_ARTICLE]);
	for (int i = 0; i < APP_VIEWS; i++)
		app->views[i]->ops->free(app->views[i]);
	job_stop(&app->job);
	fetching_free(&app->fetching);
	indexing_free(&app->indexing);
	adding_free(&app->adding);
	ime_free(&app->ime);
	gallery_free(&app->gallery);
	importing_free(&app->importing);
	keys_free(&app->keys);
	prompt_free(&app->prompt);
	live_free(&app->live);
	complete_free(&app->complete);
	for (int i = 0; i < HISTORY_KINDS; i++)
		history_free(&app->histories[i]);
	opened_free(&app->opened);
	outside_free(&app->outside);
	job_stop(&app->feeder);
	saving_free(&app->saving);
	saved_free(&app->saved);
	tagging_free(&app->tagging);
	trail_free(&app->trail);
	working_free(&app->working);
	browser_free(&app->browser);
	buf_free(&app->message);
	buf_free(&app->control);
	messages_free(&app->messages);
	memory_free(&app->memory);
	arena_free(&app->row_arena);
	screen_free(&app->screen);
	free(app);
}

void
app_set_views(struct app *app, const struct query_names *names)
{
	bool has_any = names->n_views || app->saved.names.n_views;

	saved_free(&app->saved);
	saved_open(&app->saved, names);
	if (!has_any)
		return;
	app->views[APP_SIDEBAR]->ops->reload(app->views[APP_SIDEBAR]);
	(void)view_sidebar_start(app->views[APP_SIDEBAR]); /* it may have been one of them */
}

void
app_settle(struct app *app)
{
	app->version = store_version_own(app->store, app->version);
}

static void
reload(struct app *app, void (*sidebar)(struct view *v))
{
	app->is_drawn = false;
	app->version = store_version(app->store); /* before: what is stored meanwhile is a change to show */
	indexing_look(app);
	for (int i = 0; i < APP_VIEWS; i++)
		(i == APP_SIDEBAR ? sidebar : app->views[i]->ops->reload)(app->views[i]);
}

void
app_reload(struct app *app)
{
	reload(app, app->views[APP_SIDEBAR]->ops->reload);
}

void
app_refresh(struct app *app)
{
	if (store_version(app->store) != app->version)
		reload(app, view_sidebar_follow);
}

void
app_tell(struct app *app, struct str text, bool is_error)
{
	struct buf masked = { 0 };

	app->is_drawn = false;
	url_mask_line(&masked, text);
	buf_clear(&app->message);
	josa_apply(&app->message, buf_str(&masked));
	buf_free(&masked);
	app->is_error = is_error;
	if (is_error || !app->asking) /* what is shown beside a prompt is part of it */
		messages_add(&app->messages, buf_str(&app->message), is_error, clock_now());
}

void
app_say(struct app *app, const char *format, ...)
{
	struct buf text = { 0 };
	va_list args;

	va_start(args, format);
	(void)buf_vprintf(&text, format, args);
	va_end(args);
	app_tell(app, buf_str(&text), false);
	buf_free(&text);
}

void
app_fail(struct app *app, const struct err *err)
{
	app_tell(app, str_of(err->text), true);
}

bool
app_is_split(const struct app *app)
{
	return panes_fit(app->layout, app->screen.rows, app->screen.cols) != PANES_ONE;
}

void
app_focus(struct app *app, enum app_view view)
{
	if ((view == APP_POSTS || view == APP_SIDEBAR) && !app_is_split(app))
		view_article_close(app->views[APP_ARTICLE]);
	if (view == APP_OUTLINE)
		view_outline_open(app->views[APP_OUTLINE]);
	app->focus = view;
}

void
app_open_post(struct app *app)
{
	const struct posts_row *row = view_posts_row(app->views[APP_POSTS]);
	struct err err = { 0 };

	if (!row && app->n_feeds)
		app_say(app, "%s", tr("there is no post here"));
	else if (!row)
		view_catalog_open(app->views[APP_CATALOG]);
	if (!row)
		return;
	if (view_article_open(app->views[APP_ARTICLE], posts_fold_first(row), view_posts_filtered(app->views[APP_POSTS])->words, &err) < 0) {
		app_fail(app, &err);
		return;
	}
	app->focus = APP_ARTICLE;
	opened_add(app);
	app_draw(app); /* lays it out: keys that are waiting may jump in it */
	app->is_drawn = true;
}

void
app_child_ended(struct app *app)
{
	struct err err = { 0 };
	int status;

	app->is_drawn = false;
	if (job_reap(&app->job, &status)) {
		app_refresh(app);
		synced_tell(app, status);
	}
	fetching_reap(app);
	indexing_reap(app);
	adding_reap(app);
	ime_reap(&app->ime);
	gallery_reap(app);
	importing_reap(app);
	saving_reap(app);
	piping_reap(app);
	if (browser_reap(&app->browser, &err) < 0)
		app_fail(app, &err);
	if (clipboard_reap(&app->clipboard, &err) < 0)
		app_fail(app, &err);
}

void
app_child_spoke(struct app *app)
{
	app->is_drawn = false;
	(void)job_read(&app->job);
	(void)job_read(&app->fetching.job);
	(void)job_read(&app->indexing.job);
	gallery_spoke(app);
	(void)job_read(&app->importing.job);
	(void)job_read(&app->saving.job);
}

bool
app_is_pasted(struct app *app, int32_t key)
{
	if (key == INPUT_PASTE_BEGIN || key == INPUT_PASTE_END) {
		app->is_pasting = key == INPUT_PASTE_BEGIN;
		return true;
	}
	return app->is_pasting;
}

static void
command_key(struct app *app, int32_t key)
{
	struct view *view = app->views[app->focus];
	const struct keys_binding *binding;
	int count;

	binding = keys_feed(&app->keys, view->ops->letter, key, &count);
	if (app->keys.n_lost) {
		app->is_astray = keys_is_question(&app->keys, key & ~INPUT_ALT); /* nor is what was typed behind it for its prompt a command */
		lost_key_tell(app);
	}
	if (!binding && app->focus == APP_OUTLINE && app->keys.count)
		view_outline_go(view, app->keys.count);
	else if (!binding && app->focus == APP_LINKS && app->keys.count)
		view_links_go(view, app->keys.count);
	if (binding && marking_refuses(app, binding->action))
		app->is_astray = keys_is_question(&app->keys, key);
	else if (binding && binding->action != ACTION_NONE)
		command_act(app, binding->action, count);
	else if (binding)
		cmdline_run_bound(app, buf_str(&binding->commands), count);
}

static void
take_key(struct app *app, int32_t key)
{
	int32_t latin[8];
	size_t n;

	if (cramped_takes(app, key))
		return;
	if (input_is_mouse(key)) {
		mouse_key(app, key);
		return;
	}
	if (app->asking) {
		ask_key(app, key);
		return;
	}
	if (app_is_pasted(app, key) || key == INPUT_NONE || app->is_astray)
		return;
	buf_clear(&app->message);
	if (working_takes(app, key) || saving_takes(app, key) ||
	    view_posts_order_takes(app->views[APP_POSTS], key) || link_hints_takes(app, key))
		return;
	n = keys_latin(&app->keys, key, latin);
	for (size_t i = 0; i < n; i++) {
		command_key(app, latin[i]);
		if (app->asking || app->is_astray)
			break; /* what is left of the syllable is no text for the prompt */
	}
	if (latin[0] != key && !app->has_hinted && !app->message.n) {
		app->has_hinted = true;
		app_say(app, "%s", tr("keys work with the Korean input method on, each a key late; ime-off-command in the config switches it off"));
	}
}

void
app_key(struct app *app, int32_t key)
{
	app->is_drawn = false;
	opened_mark(app);
	take_key(app, key);
	if (!app->asking)
		app->rows_meant = 0;
	if (!app->on_marked || app->asking || app->keys.count || app->keys.n_pending)
		return;
	app->on_marked--;
	app->is_drawn = false;
}

void
app_keys_end(struct app *app)
{
	app->is_astray = false;
	ime_follow(app);
	teaching_follow(app);
}

void
app_resize(struct app *app, int rows, int cols)
{
	app->is_drawn = false;
	screen_resize(&app->screen, rows, cols);
}
