#include "ui/cmdline_bind.h"

#include "base/tr.h"
#include "base/vec.h"
#include "query/query_rule.h"
#include "ui/action_names.h"
#include "ui/app.h"
#include "ui/cmdline.h"
#include "ui/cmdline_table.h"

/* Letters as in ui/action.h. */
static const struct {
	struct two_names names;
	char letter;
} views[] = {
	{ { "list", "목록" }, 'L' }, { { "sidebar", "사이드바" }, 'S' }, { { "article", "글" }, 'A' }, { { "outline", "목차" }, 'O' },
	{ { "help", "도움말" }, 'H' }, { { "catalog", "블로그목록" }, 'C' }, { { "feeds", "피드" }, 'F' }, { { "tags", "태그" }, 'T' },
	{ { "messages", "메시지" }, 'M' }, { { "links", "링크" }, 'K' },
};

enum { VIEWS = sizeof views / sizeof *views };

/* What is bound, and where. */
struct bind {
	struct keys_binding binding;
	struct str keys; /* as typed */
	size_t keys_at;
	bool is_named;   /* a view was */
};

const struct two_names *
cmdline_bind_view(size_t i)
{
	return i < VIEWS ? &views[i].names : NULL;
}

char
cmdline_bind_letter(struct str name)
{
	for (size_t i = 0; i < VIEWS; i++)
		if (two_names_is(&views[i].names, name))
			return views[i].letter;
	return '\0';
}

/* The view that the word is a slip of, or NULL. */
static const char *
view_near(struct str word)
{
	const char *ret = NULL;
	int best = word.n > 3 ? 3 : 2;

	for (size_t i = 0; i < VIEWS; i++) {
		const char *near = two_names_near(&views[i].names, word, &best);

		ret = near ? near : ret;
	}
	return ret;
}

/* Takes "[VIEW] KEYS", the keys behind some of ours; views is one letter, or empty where no view is named. */
static int
take_keys(const struct keys *keys, struct cmdline_call *call, const char *before, struct bind *ret, struct err *err)
{
	struct keys_binding *b = &ret->binding;
	struct str word, unknown;

	if (!cmdline_call_word(call, &word, &ret->keys_at))
		return cmdline_call_fault(call, call->end, err, "%s", tr("the keys are missing: bind VIEW KEYS COMMAND"));
	b->views[0] = cmdline_bind_letter(word);
	ret->is_named = b->views[0];
	if (b->views[0] && !cmdline_call_word(call, &word, &ret->keys_at))
		return cmdline_call_fault(call, call->end, err, "%s", tr("the keys are missing: bind VIEW KEYS COMMAND"));
	if (cmdline_call_is_open(call, ret->keys_at))
		return cmdline_call_fault(call, ret->keys_at, err, "%s", tr("this quote is not closed; as a key it is \\\""));
	ret->keys = word;
	b->n = keys_parse(keys, arena_printf(call->arena, "%s%.*s", before, STR(word)), b->keys);
	unknown = keys_unknown(word);
	if (unknown.n)
		return cmdline_call_fault(call, ret->keys_at, err, tr("there is no key ‘%.*s’; there are <C-x> or ^X, <A-x>, <F1> to <F12>, <Space>, <Up> and such"), STR(str_sub(unknown, 0, 40)));
	if (b->n)
		return 0;
	return cmdline_call_fault(call, ret->keys_at, err, tr("keys are up to %d: gg, ^X, <F2>, <Space>"), KEYS_SEQUENCE);
}

/* The views that no name was said of: those of the action, or all. */
static void
take_views(struct keys_binding *b)
{
	size_t n = 0;

	if (*b->views)
		return;
	if (b->action != ACTION_NONE) {
		memcpy(b->views, keys_info(b->action)->views, strlen(keys_info(b->action)->views));
		return;
	}
	for (size_t i = 0; i < VIEWS; i++)
		b->views[n++] = views[i].letter;
}

/* The action that the text is, without anything behind it; ACTION_NONE where it is another command, or several. */
static enum action
only_action(struct str text)
{
	const struct cmdline_command *command;

	if (str_has(text, " "))
		return ACTION_NONE;
	command = cmdline_table_find(text);
	return command ? command->action : cmdline_table_action(text);
}

/* What cannot be bound may be so as the keys are the slip of a view: then that is told instead. */
static void
tell_view(struct cmdline_call *call, const struct bind *bind, struct err *err)
{
	const char *near = bind->is_named ? NULL : view_near(bind->keys);

	if (near)
		(void)cmdline_call_fault(call, bind->keys_at, err, tr("there is no view ‘%.*s’; is ‘%s’ meant?"), STR(bind->keys), near);
}

static int
take_commands(struct cmdline_call *call, struct bind *ret, struct err *err)
{
	struct keys_binding *b = &ret->binding;
	struct str text;
	size_t at, fault = 0;

	text = cmdline_call_rest(call, &at);
	text = str_trim(str_sub(text, 0, query_rule_comment(text)));
	if (!text.n)
		return cmdline_call_fault(call, call->end, err, "%s", tr("what the keys are for is missing: bind VIEW KEYS COMMAND"));
	if (cmdline_check(text, call->known, &fault, err) < 0) {
		call->fault = at + fault;
		tell_view(call, ret, err);
		return -1;
	}
	b->action = only_action(text);
	if (b->action != ACTION_NONE && *b->views && !strchr(keys_info(b->action)->views, *b->views))
		return cmdline_call_fault(call, at, err, tr("%s is not for this view"), action_names_shown(b->action));
	if (b->action == ACTION_NONE)
		(void)buf_add(&b->commands, text);
	take_views(b);
	return 0;
}

/* What a binding is for, as a person would type it. */
static const char *
what_is(const struct keys_binding *b)
{
	return b->action != ACTION_NONE ? keys_info(b->action)->name : b->commands.p;
}

/* Keys that begin others would never let them be typed. */
static int
check_clash(const struct keys *keys, struct cmdline_call *call, const struct bind *bind, struct err *err)
{
	const struct keys_binding *b = &bind->binding, *other = NULL;
	struct buf name = { 0 };

	for (const char *view = b->views; *view && !other; view++) {
		other = keys_longer(keys, *view, b->keys, b->n);
		for (int n = 1; n < b->n && !other; n++)
			other = keys_find(keys, *view, b->keys, n);
	}
	if (!other)
		return 0;
	keys_name(other->keys, other->n, &name);
	if (other->n > b->n)
		(void)cmdline_call_fault(call, bind->keys_at, err, tr("these keys begin ‘%s’ (%s), which could not be typed any more; unbind that first"),
			buf_cstr(&name), what_is(other));
	else
		(void)cmdline_call_fault(call, bind->keys_at, err, tr("these keys begin with ‘%s’ (%s), so that they could not be typed; unbind that first"),
			buf_cstr(&name), what_is(other));
	tell_view(call, bind, err);
	buf_free(&name);
	return -1;
}

static int
bind_behind(struct keys *keys, struct cmdline_call *call, const char *before, struct err *err)
{
	struct bind bind = { 0 };
	int rc = take_keys(keys, call, before, &bind, err);

	if (!rc)
		rc = take_commands(call, &bind, err);
	if (!rc && !call->is_check)
		rc = check_clash(keys, call, &bind, err);
	if (!rc && !call->is_check)
		keys_bind(keys, &bind.binding);
	buf_free(&bind.binding.commands);
	return rc;
}

static int
bind_keys(struct keys *keys, struct cmdline_call *call, struct err *err)
{
	return bind_behind(keys, call, "", err);
}

static int
bind_macro(struct keys *keys, struct cmdline_call *call, struct err *err)
{
	return bind_behind(keys, call, ",", err);
}

static int
unbind_keys(struct keys *keys, struct cmdline_call *call, struct err *err)
{
	struct bind bind = { 0 };
	struct keys_binding *b = &bind.binding;
	bool has_any = false, is_named;

	if (take_keys(keys, call, "", &bind, err) < 0 || cmdline_call_done(call, err) < 0)
		return -1;
	if (call->is_check)
		return 0;
	is_named = *b->views;
	take_views(b);
	for (const char *view = b->views; *view; view++)
		has_any |= keys_unbind(keys, *view, b->keys, b->n);
	if (has_any)
		return 0;
	return cmdline_call_fault(call, bind.keys_at, err, is_named ? tr("‘%.*s’ has no command there") : tr("‘%.*s’ has no command"), STR(bind.keys));
}

static const struct {
	const char *command;
	int (*run)(struct keys *keys, struct cmdline_call *call, struct err *err);
} ways[] = {
	{ "bind", bind_keys }, { "unbind", unbind_keys }, { "macro", bind_macro },
};

static int
run_line(struct keys *keys, const char *command, struct cmdline_call *call, struct err *err)
{
	size_t i = 0;

	while (strcmp(ways[i].command, command))
		i++;
	return ways[i].run(keys, call, err);
}

/* text is what is said of the words. */
static int
run_typed(struct cmdline_call *call, const char *command, const char *text, struct err *err)
{
	struct str words = str_trim(str_sub(call->text, call->at, call->end));
	struct app *app = call->app;
	struct cmdline_known known;

	if (!call->known) {
		known = (struct cmdline_known){ &app->saved.names, app->opts.config, &app->keys };
		call->known = &known;
	}
	if (run_line(call->known->keys, command, call, err) < 0)
		return -1;
	if (!call->is_check && !app->sourcing)
		app_say(call->app, text, STR(words));
	return 0;
}

int
cmdline_bind_run(struct cmdline_call *call, struct err *err)
{
	return run_typed(call, "bind", tr("bound until the reader ends: %.*s"), err);
}

int
cmdline_bind_macro(struct cmdline_call *call, struct err *err)
{
	return run_typed(call, "macro", tr("bound behind ‘,’ until the reader ends: %.*s"), err);
}

int
cmdline_bind_unrun(struct cmdline_call *call, struct err *err)
{
	return run_typed(call, "unbind", tr("not bound any more until the reader ends: %.*s"), err);
}

size_t
cmdline_bind_lines(struct arena *a, const struct cmdline_known *known, const struct ui_bind *binds, size_t n, struct ui_bind_fault **ret)
{
	struct ui_bind_fault *faults = arena_new(a, struct ui_bind_fault, n);
	size_t n_faults = 0;

	for (size_t i = 0; i < n; i++) {
		struct cmdline_call call = { .known = known, .arena = a, .text = binds[i].line, .at = binds[i].at, .end = binds[i].line.n };
		struct err err = { 0 };

		if (run_line(known->keys, binds[i].command, &call, &err) < 0)
			faults[n_faults++] = (struct ui_bind_fault){ i, call.fault, arena_dup(a, str_of(err.text)) };
	}
	*ret = faults;
	return n_faults;
}

void
cmdline_bind_all(struct app *app)
{
	const struct cmdline_known known = { &app->opts.names, app->opts.config, &app->keys };
	struct ui_bind_fault *faults;
	struct arena a = { 0 };

	(void)cmdline_bind_lines(&a, &known, app->opts.binds, app->opts.n_binds, &faults);
	arena_free(&a);
}
