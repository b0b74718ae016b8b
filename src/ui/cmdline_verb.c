#include "ui/cmdline_verb.h"

#include <stdlib.h>

#include "base/tr.h"
#include "store/tag_words.h"
#include "ui/changes.h"
#include "ui/cmdline_set.h"
#include "ui/targets.h"
#include "ui/view_posts.h"

/* What a command is for, as typed. */
struct target {
	enum targets_scope kind;
	bool is_given;
	struct str query;
	size_t query_at;
};

static int
take_scope(struct cmdline_call *call, enum targets_scope kind, size_t at, struct target *ret, struct err *err)
{
	if (ret->is_given)
		return cmdline_call_fault(call, at, err, "%s", tr("a command is for one set of posts: one such word"));
	*ret = (struct target){ .kind = kind, .is_given = true };
	if (kind != TARGETS_QUERY)
		return 0;
	ret->query = cmdline_call_rest(call, &ret->query_at);
	if (!ret->query.n)
		return cmdline_call_fault(call, at, err, "%s", tr("a query is missing behind this word"));
	return 0;
}

/* -1 also where there are none. */
static int
find(struct cmdline_call *call, const struct target *target, int64_t **ids, size_t *n, struct err *err)
{
	size_t fault = 0;

	if (targets_ids(call->app, target->kind, target->query, ids, n, &fault, err) < 0) {
		call->fault = target->query_at + fault;
		return -1;
	}
	if (*n)
		return 0;
	if (target->kind == TARGETS_MARKED)
		return cmdline_call_fault(call, call->end, err, "%s", tr("no post is marked; v marks one"));
	return cmdline_call_fault(call, target->query_at, err, "%s", tr("there is no such post"));
}

static void
tell(struct app *app, const struct working *w)
{
	const struct state_change *change = &w->bulk.change;
	struct view *list = app->views[APP_POSTS];

	if (!w->bulk.changed) {
		app_say(app, "%s", tr("nothing changed: they are so already"));
		return;
	}
	if (change->hide != STATE_KEEP) {
		view_posts_unmark(list);
		list->ops->reload(list); /* they are of the list no more */
	}
	changes_tell(app, change, w->bulk.changed);
}

static int
run_change(struct cmdline_call *call, struct state_change change, struct err *err)
{
	struct target target = { 0 };
	int64_t *ids = NULL;
	enum targets_scope kind;
	struct str word;
	size_t at, n;
	int rc = 0;

	while (!rc && cmdline_call_word(call, &word, &at)) {
		if (targets_scope_find(word, &kind))
			rc = take_scope(call, kind, at, &target, err);
		else
			rc = cmdline_call_fault(call, at, err, tr("which posts? marked, below, above, all or query and what it finds; not ‘%.*s’"),
				STR(str_sub(word, 0, 60)));
	}
	if (!rc)
		rc = find(call, &target, &ids, &n, err);
	if (!rc)
		working_change(call->app, ids, n, &change, STR_NONE, tell);
	free(ids);
	return rc;
}

int
cmdline_verb_read(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .read = STATE_ON }, err);
}

int
cmdline_verb_unread(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .read = STATE_OFF }, err);
}

int
cmdline_verb_star(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .star = STATE_ON }, err);
}

int
cmdline_verb_unstar(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .star = STATE_OFF }, err);
}

int
cmdline_verb_hide(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .hide = STATE_ON }, err);
}

int
cmdline_verb_unhide(struct cmdline_call *call, struct err *err)
{
	return run_change(call, (struct state_change){ .hide = STATE_OFF }, err);
}

/* A line of the config about a tag has such words. */
static bool
is_definition(const struct cmdline_call *call)
{
	struct cmdline_call copy = *call;
	struct str word;
	size_t at;

	while (cmdline_call_word(&copy, &word, &at))
		if (str_starts(word, "alias=") || str_starts(word, "color="))
			return true;
	return false;
}

/* Where in a query the words of the change begin: behind "--", or at the first with a "+"; its length where there are none. */
static size_t
find_change(struct str query, size_t *query_end)
{
	struct str rest = query, word;

	while ((word = str_word(&rest)).n) {
		*query_end = (size_t)(word.p - query.p);
		if (str_is(word, "--"))
			return *query_end + word.n;
		if (*word.p == '+')
			return *query_end;
	}
	return *query_end = query.n;
}

static int
take_changes(struct cmdline_call *call, struct str words, size_t at, struct buf *typed, struct err *err)
{
	struct state_change unused;
	struct str rest = words, word;

	while ((word = str_word(&rest)).n) {
		if (tag_words_read(call->arena, word, &unused, err) < 0) {
			call->fault = at + (size_t)(word.p - words.p);
			return -1;
		}
		(void)buf_printf(typed, "%s%.*s", typed->n ? " " : "", STR(word));
	}
	return 0;
}

/* The words of the change in *typed; those of a query may stand before or behind them. */
static int
take_words(struct cmdline_call *call, struct target *target, struct buf *typed, struct err *err)
{
	enum targets_scope kind;
	struct str word;
	size_t at, from;

	while (cmdline_call_word(call, &word, &at)) {
		if (!targets_scope_find(word, &kind)) {
			if (take_changes(call, word, at, typed, err) < 0)
				return -1;
			continue;
		}
		if (take_scope(call, kind, at, target, err) < 0)
			return -1;
		if (kind != TARGETS_QUERY || typed->n)
			continue;
		from = find_change(target->query, &target->query.n);
		word = str_new(target->query.p + from, (size_t)(call->text.p + call->end - target->query.p) - from);
		if (take_changes(call, word, target->query_at + from, typed, err) < 0)
			return -1;
	}
	if (typed->n)
		return 0;
	return cmdline_call_fault(call, call->end, err, "%s", tr("which tags? +ai puts one on, -later takes one off"));
}

int
cmdline_verb_tag(struct cmdline_call *call, struct err *err)
{
	struct target target = { 0 };
	struct state_change change;
	struct buf typed = { 0 };
	int64_t *ids = NULL;
	size_t n;
	int rc;

	if (is_definition(call))
		return cmdline_set_config(call, "tag", err);
	rc = take_words(call, &target, &typed, err);
	if (!rc && tag_words_read(call->arena, buf_str(&typed), &change, err) < 0) {
		call->fault = call->end;
		rc = -1;
	}
	if (!rc)
		rc = find(call, &target, &ids, &n, err);
	if (!rc) {
		tagging_run(call->app, ids, n, &change, buf_str(&typed));
		view_posts_unmark(call->app->views[APP_POSTS]);
	}
	buf_free(&typed);
	free(ids);
	return rc;
}
