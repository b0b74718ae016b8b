#include "ui/cmdline_verb.h"

#include <stdlib.h>

#include "base/tr.h"
#include "store/tag_words.h"
#include "ui/changes.h"
#include "ui/cmdline.h"
#include "ui/cmdline_set.h"
#include "ui/targets.h"

/* What a command is for, as typed. */
struct target {
	enum targets_scope kind;
	bool is_given;
	struct str query;
	size_t query_at;
};

/* The changes of tags, as typed. */
struct words {
	struct buf text;
	struct str bare; /* the first of those without a sign */
	size_t bare_at;
	bool has_sign;   /* another has one */
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

	if (target->kind != TARGETS_QUERY && !strchr("LSAO", call->app->views[call->app->focus]->ops->letter))
		return cmdline_call_fault(call, 0, err, "%s", tr("the posts are not in sight here; q goes back to them"));
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

static int
take_scopes(struct cmdline_call *call, struct target *ret, struct err *err)
{
	enum targets_scope kind;
	struct str word;
	size_t at;

	while (cmdline_call_word(call, &word, &at)) {
		if (!targets_scope_find(word, &kind))
			return cmdline_call_fault(call, at, err, tr("which posts? marked, below, above, all or query and what it finds; not ‘%.*s’"),
				STR(str_sub(word, 0, 60)));
		if (take_scope(call, kind, at, ret, err) < 0)
			return -1;
	}
	return 0;
}

/* Of a command that is only looked through. */
static int
check_target(struct cmdline_call *call, const struct target *target, struct err *err)
{
	return target->kind == TARGETS_QUERY ? cmdline_call_query(call, target->query, target->query_at, err) : 0;
}

static int
run_change(struct cmdline_call *call, struct state_change change, struct err *err)
{
	struct target target = { 0 };
	int64_t *ids = NULL;
	size_t n;
	int rc = take_scopes(call, &target, err);

	if (!rc && call->is_check)
		return check_target(call, &target, err);
	if (!rc)
		rc = find(call, &target, &ids, &n, err);
	if (!rc)
		working_change(call->app, ids, n, &change, STR_NONE, changes_tell_done);
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
take_changes(struct cmdline_call *call, struct str words, size_t at, struct words *typed, struct err *err)
{
	struct state_change unused;
	struct str rest = words, word;

	while ((word = str_word(&rest)).n) {
		size_t place = at + (size_t)(word.p - words.p);

		if (str_find_char(word, ';') < word.n)
			return cmdline_call_fault(call, place + str_find_char(word, ';'), err, "%s", tr("a ‘;’ between commands stands before a blank, and no tag has one here"));
		if (tag_words_read(call->arena, word, &unused, err) < 0) {
			call->fault = place;
			return -1;
		}
		if (strchr("+-#", *word.p)) {
			typed->has_sign = true;
		} else if (!typed->bare.n) {
			typed->bare = word;
			typed->bare_at = place;
		}
		(void)buf_printf(&typed->text, "%s%.*s", typed->text.n ? " " : "", STR(word));
	}
	return 0;
}

/* A word that may have been in quotes, which do not make one tag of several words. */
static int
take_quotable(struct cmdline_call *call, struct str word, size_t at, struct words *typed, struct err *err)
{
	struct str rest = word;

	(void)str_word(&rest);
	if (rest.n)
		return cmdline_call_fault(call, at, err, "%s", tr("a tag has no space or comma in it"));
	return take_changes(call, word, at, typed, err);
}

/* One without a sign beside others with one is a scope that was mistyped, or nobody knows. */
static int
check_words(struct cmdline_call *call, const struct words *typed, struct err *err)
{
	if (!typed->has_sign || !typed->bare.n)
		return 0;
	return cmdline_call_fault(call, typed->bare_at, err, tr("‘%.*s’ is neither a tag with + or - nor posts: marked, below, above, all, query …"),
		STR(str_sub(typed->bare, 0, 60)));
}

/* The words of the change in *typed; those of a query may stand before or behind them. */
static int
take_words(struct cmdline_call *call, struct target *target, struct words *typed, struct err *err)
{
	enum targets_scope kind;
	struct str word;
	size_t at, from;

	while (cmdline_call_word(call, &word, &at)) {
		if (!targets_scope_find(word, &kind)) {
			if (take_quotable(call, word, at, typed, err) < 0)
				return -1;
			continue;
		}
		if (take_scope(call, kind, at, target, err) < 0)
			return -1;
		if (kind != TARGETS_QUERY || typed->text.n)
			continue;
		from = find_change(target->query, &target->query.n);
		word = str_new(target->query.p + from, (size_t)(call->text.p + call->end - target->query.p) - from);
		if (take_changes(call, word, target->query_at + from, typed, err) < 0)
			return -1;
	}
	return check_words(call, typed, err);
}

/* Posts and no tags: these are asked for. */
static int
ask_tags(struct cmdline_call *call, enum targets_scope kind, struct str posts)
{
	if (call->is_check)
		return 0;
	cmdline_ask_more(call->app, arena_printf(call->arena, "tag %.*s %s", STR(posts), kind == TARGETS_QUERY ? "-- " : ""));
	app_say(call->app, "%s", tr("which tags? +ai puts one on, -later takes one off"));
	return 0;
}

static int
change_tags(struct cmdline_call *call, const struct target *target, struct str typed, struct err *err)
{
	struct state_change change;
	int64_t *ids = NULL;
	size_t n;
	int rc = 0;

	if (tag_words_read(call->arena, typed, &change, err) < 0) {
		call->fault = call->end;
		return -1;
	}
	if (call->is_check)
		return check_target(call, target, err);
	rc = find(call, target, &ids, &n, err);
	if (!rc)
		tagging_run(call->app, ids, n, &change, typed);
	free(ids);
	return rc;
}

int
cmdline_verb_tag(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call whole = *call;
	struct target target = { 0 };
	struct words typed = { 0 };
	size_t at;
	int rc;

	if (is_definition(call))
		return cmdline_set_config(call, "tag", err);
	rc = take_words(call, &target, &typed, err);
	if (!rc && !typed.text.n)
		rc = ask_tags(call, target.kind, cmdline_call_rest(&whole, &at));
	else if (!rc)
		rc = change_tags(call, &target, buf_str(&typed.text), err);
	buf_free(&typed.text);
	return rc;
}
