#include "ui/cmdline.h"

#include "base/num.h"
#include "base/tr.h"
#include "text/utf8.h"
#include "ui/action_names.h"
#include "ui/app.h"
#include "ui/ask.h"
#include "ui/cmdline_complete.h"
#include "ui/cmdline_go.h"
#include "ui/cmdline_set.h"
#include "ui/cmdline_source.h"
#include "ui/cmdline_table.h"
#include "ui/cmdline_verb.h"
#include "ui/command.h"

static const struct ask asked;

static int
answer(struct app *app, struct str text)
{
	struct err err = { 0 };
	size_t fault = 0;

	if (!cmdline_run(app, text, 0, &fault, &err))
		return 0;
	app_fail(app, &err);
	ask_open(app, &asked, ":", text); /* one of its commands may have answered another question */
	prompt_go(&app->prompt, fault);
	return -1;
}

static struct history *
lines(struct app *app)
{
	return &app->histories[HISTORY_COMMANDS];
}

static void
typed(struct app *app, struct str text)
{
	(void)text;
	cmdline_complete_hint(app);
}

static const struct ask asked = { .done = answer, .typed = typed, .tab = cmdline_complete, .history = lines };

void
cmdline_ask(struct app *app)
{
	ask_open(app, &asked, ":", STR_NONE);
}

void
cmdline_ask_more(struct app *app, struct str text)
{
	ask_open(app, &asked, ":", text);
}

static int
refuse_name(struct cmdline_call *call, size_t at, struct str name, struct err *err)
{
	const char *near = cmdline_table_near(name);

	name = utf8_prefix(name, 40);
	if (near)
		return cmdline_call_fault(call, at, err, tr("there is no command ‘%.*s’; is ‘%s’ meant?"), STR(name), near);
	return cmdline_call_fault(call, at, err, call->app ? tr("there is no command ‘%.*s’; Tab shows them") :
		tr("there is no command ‘%.*s’; sosik(1) lists them"), STR(name));
}

/* The count behind an action, if any. */
static int
take_count(struct cmdline_call *call, enum action action, int64_t *count, struct err *err)
{
	struct str word;
	size_t at;

	if (cmdline_call_word(call, &word, &at) && !num_parse(word, 1, KEYS_COUNT_MAX, count))
		return cmdline_call_fault(call, at, err, tr("%s takes a number and nothing else"), action_names_shown(action));
	return cmdline_call_done(call, err);
}

/* Whether it is the option of the action's name that is meant: "layout wide". */
static bool
is_option(const struct cmdline_call *call, enum action action)
{
	struct str word;
	int64_t unused;

	return cmdline_set_has_name(action) && cmdline_call_peek(call, &word) && !num_parse(word, 1, KEYS_COUNT_MAX, &unused);
}

static int
run_action(struct cmdline_call *call, enum action action, struct err *err)
{
	int64_t count = call->count;

	if (is_option(call, action))
		return cmdline_set_named(call, keys_info(action)->name, err);
	if (take_count(call, action, &count, err) < 0)
		return -1;
	return call->is_check ? 0 : cmdline_go_act(call, action, (int)count, err);
}

/* ":12" goes to the row; in an article to the section. */
static int
run_number(struct cmdline_call *call, int64_t number, struct err *err)
{
	if (cmdline_call_done(call, err) < 0)
		return -1;
	if (!call->is_check)
		command_act(call->app, call->app->focus == APP_ARTICLE ? ACTION_GOTO_SECTION : ACTION_TOP, (int)number);
	return 0;
}

static int
run_one(struct cmdline_call *call, struct err *err)
{
	const struct cmdline_command *command;
	enum action action;
	struct str name, more;
	int64_t number;
	size_t at;

	if (!cmdline_call_word(call, &name, &at))
		return 0;
	if (num_parse(name, 1, INT64_MAX, &number))
		return run_number(call, number < KEYS_COUNT_MAX ? number : KEYS_COUNT_MAX, err);
	command = cmdline_table_find(name);
	if (command && command->words == CMDLINE_BIND)
		call->end = call->text.n; /* what it binds may be several commands */
	if (command && (command->action == ACTION_NONE || cmdline_call_peek(call, &more)))
		return call->is_check && !command->can_check ? 0 : command->run(call, err);
	action = command ? command->action : cmdline_table_action(name);
	return action == ACTION_NONE ? refuse_name(call, at, name, err) : run_action(call, action, err);
}

/* Whether there is something that the commands behind this one should not go on from. */
static bool
has_stopped(const struct app *app)
{
	return app->asking || app->wants_quit || (app->message.n && app->is_error);
}

int
cmdline_run(struct app *app, struct str text, int count, size_t *fault, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	for (size_t at = 0; at < text.n && !rc; at++) {
		struct cmdline_call call = { .app = app, .arena = &a, .text = text, .at = at, .end = cmdline_call_end(text, at), .count = count };

		rc = run_one(&call, err);
		at = call.end;
		if (rc < 0 && fault)
			*fault = call.fault;
		if (has_stopped(app))
			break;
	}
	arena_free(&a);
	return rc;
}

void
cmdline_run_bound(struct app *app, struct str commands, int count)
{
	struct buf text = { 0 };
	struct err err = { 0 };
	bool is_one = cmdline_call_end(commands, 0) == commands.n;
	int times = is_one || !count ? 1 : count, rc = 0;

	app->rows_meant = is_one ? count : 0;
	(void)buf_add(&text, commands); /* they may bind their own keys anew */
	while (times-- > 0 && !rc && !has_stopped(app) && !(app->wants_stop && app->wants_stop(app->stop_user)))
		rc = cmdline_run(app, buf_str(&text), is_one ? count : 0, NULL, &err);
	if (rc < 0)
		app_fail(app, &err);
	buf_free(&text);
}

int
cmdline_check(struct str text, const struct cmdline_known *known, size_t *fault, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	for (size_t at = 0; at < text.n && !rc; at++) {
		struct cmdline_call call = { .known = known, .is_check = true, .arena = &a, .text = text, .at = at, .end = cmdline_call_end(text, at) };

		rc = run_one(&call, err);
		at = call.end;
		*fault = call.fault;
	}
	arena_free(&a);
	return rc;
}
