#include "ui/cmdline_go.h"

#include "base/num.h"
#include "base/tr.h"
#include "query/query.h"
#include "text/nfc.h"
#include "ui/action_names.h"
#include "ui/app.h"
#include "ui/cmdline_set.h"
#include "ui/command.h"
#include "ui/order_words.h"
#include "ui/view_help.h"
#include "ui/view_posts.h"
#include "ui/view_sidebar.h"
#include "ui/view_words.h"

enum { UNDO_MAX = 100 };

int
cmdline_go_act(struct cmdline_call *call, enum action action, int count, struct err *err)
{
	struct app *app = call->app;

	if (!strchr(keys_info(action)->views, app->views[app->focus]->ops->letter))
		return cmdline_call_fault(call, 0, err, tr("%s is not for what is shown here"), action_names_shown(action));
	command_act(app, action, count);
	return 0;
}

int
cmdline_go_filter(struct cmdline_call *call, struct err *err)
{
	size_t at;
	struct str query = cmdline_call_rest(call, &at);

	if (cmdline_call_query(call, query, at, err) < 0)
		return -1;
	if (call->is_check)
		return 0;
	if (!strchr("LSAO", call->app->views[call->app->focus]->ops->letter))
		trail_keep(call->app); /* the list is out of sight */
	app_focus(call->app, APP_POSTS);
	(void)view_posts_filter(call->app->views[APP_POSTS], query); /* what fails there has been told */
	return 0;
}

int
cmdline_go_search(struct cmdline_call *call, struct err *err)
{
	size_t at;
	struct str query = cmdline_call_rest(call, &at);

	if (cmdline_call_query(call, query, at, err) < 0)
		return -1;
	if (call->is_check)
		return 0;
	trail_keep(call->app);
	(void)view_sidebar_return(call->app->views[APP_SIDEBAR], &(struct sidebar_entry){ .kind = SIDEBAR_ALL });
	app_focus(call->app, APP_POSTS);
	(void)view_posts_search(call->app->views[APP_POSTS], query);
	return 0;
}

static int
show_view(struct cmdline_call *call, struct str name, size_t at, struct err *err)
{
	struct app *app = call->app;
	const struct query_names *names = call->known ? call->known->names : &app->saved.names;
	enum sidebar_kind kind = SIDEBAR_SAVED;
	size_t i = 0;

	while (i < names->n_views && !nfc_same(names->views[i].name, name))
		i++;
	if (i == names->n_views && !view_words_find(name, &kind))
		return cmdline_call_fault(call, at, err, tr("there is no view ‘%.*s’; view NAME QUERY makes one"), STR(str_sub(name, 0, 60)));
	if (!call->is_check)
		(void)view_sidebar_show(app->views[APP_SIDEBAR], kind, i < names->n_views ? names->views[i].name : name);
	return 0;
}

/* "NAME QUERY". */
static int
save_view(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call copy = *call;
	struct str name, query;
	size_t at;

	if (!call->is_check)
		return cmdline_set_config(call, "view", err);
	(void)cmdline_call_word(&copy, &name, &at);
	query = cmdline_call_rest(&copy, &at);
	return cmdline_call_query(call, query, at, err);
}

int
cmdline_go_view(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call copy = *call, whole = *call;
	struct str name, more;
	enum sidebar_kind kind;
	size_t at;

	if (!cmdline_call_word(&copy, &name, &at))
		return cmdline_call_fault(call, call->end, err, "%s", tr("the name of the view is missing: view NAME QUERY"));
	if (!cmdline_call_peek(&copy, &more))
		return show_view(call, name, at, err);
	name = cmdline_call_rest(&whole, &at);
	if (view_words_find_apart(name, &kind))
		return show_view(call, name, at, err);
	return save_view(call, err);
}

/* The number of the order, as the key takes it. */
static int
take_order(struct cmdline_call *call, int64_t *number, struct err *err)
{
	enum posts_sort sort;
	struct str word;
	size_t at;

	if (!cmdline_call_word(call, &word, &at))
		return 0;
	if (order_words_find(word, &sort))
		*number = (int64_t)sort + 1;
	else if (!num_parse(word, 1, POSTS_SORTS, number))
		return cmdline_call_fault(call, at, err, tr("there is no order ‘%.*s’; there are newest, oldest, unread, feed, title, time and rank"),
			STR(str_sub(word, 0, 60)));
	return cmdline_call_done(call, err);
}

int
cmdline_go_sort(struct cmdline_call *call, struct err *err)
{
	int64_t number = 0;

	if (take_order(call, &number, err) < 0)
		return -1;
	return call->is_check ? 0 : cmdline_go_act(call, ACTION_SORT, (int)number, err);
}

static int
open_number(struct app *app, int number)
{
	if (app->focus == APP_ARTICLE) {
		command_act(app, ACTION_BROWSER, number);
		return 0;
	}
	command_act(app, ACTION_TOP, number);
	command_act(app, ACTION_OPEN, 0);
	return 0;
}

int
cmdline_go_open(struct cmdline_call *call, struct err *err)
{
	struct app *app = call->app;
	struct str word;
	int64_t number;
	size_t at;

	if (!cmdline_call_word(call, &word, &at) || cmdline_call_done(call, err) < 0)
		return -1;
	if (num_parse(word, 1, KEYS_COUNT_MAX, &number))
		return open_number(app, (int)number);
	if (browser_open(app, word, err) < 0) {
		call->fault = at;
		return -1;
	}
	browser_tell(app, word);
	return 0;
}

int
cmdline_go_help(struct cmdline_call *call, struct err *err)
{
	struct view *help = call->app->views[APP_HELP];
	size_t at;

	(void)err;
	view_help_open(help);
	view_help_find(help, cmdline_call_rest(call, &at));
	return 0;
}

static int
undo(struct cmdline_call *call, enum undo_way way, struct err *err)
{
	struct str word;
	int64_t times;
	size_t at;

	if (!cmdline_call_word(call, &word, &at) || !num_parse(word, 1, UNDO_MAX, &times))
		return cmdline_call_fault(call, at, err, tr("how many times? 1 to %d"), UNDO_MAX);
	if (cmdline_call_done(call, err) < 0)
		return -1;
	if (!call->is_check)
		working_undo(call->app, way, times);
	return 0;
}

int
cmdline_go_undo(struct cmdline_call *call, struct err *err)
{
	return undo(call, UNDO_BACK, err);
}

int
cmdline_go_redo(struct cmdline_call *call, struct err *err)
{
	return undo(call, UNDO_AGAIN, err);
}
