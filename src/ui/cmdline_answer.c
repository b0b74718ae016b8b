#include "ui/cmdline_answer.h"

#include "base/tr.h"
#include "text/argv.h"
#include "ui/app.h"
#include "ui/ask.h"
#include "ui/cmdline_go.h"
#include "ui/command.h"

/* Where the action asks nothing it has told why. */
static int
answer(struct cmdline_call *call, enum action action, struct str text, struct err *err)
{
	struct app *app = call->app;

	if (cmdline_go_act(call, action, call->count, err) < 0)
		return -1;
	if (app->asking)
		ask_answer(app, text);
	return 0;
}

static int
answer_rest(struct cmdline_call *call, enum action action, struct err *err)
{
	size_t at;

	return answer(call, action, cmdline_call_rest(call, &at), err);
}

/* A name of a file may stand in quotes, as Tab writes one with blanks. */
static int
answer_file(struct cmdline_call *call, enum action action, struct err *err)
{
	struct cmdline_call copy = *call;
	struct str word, more;
	size_t at;

	if (!cmdline_call_word(&copy, &word, &at) || call->text.p[at] != '"' || cmdline_call_peek(&copy, &more))
		return call->is_check ? 0 : answer_rest(call, action, err);
	if (call->is_check)
		return cmdline_call_is_open(call, at) ? cmdline_call_fault(call, at, err, "%s", tr("this quote is not closed")) : 0;
	return answer(call, action, word, err);
}

int
cmdline_answer_pipe(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call copy = *call;
	const char *const *unused;
	struct str program;
	size_t at, fault = 0;

	if (!call->is_check)
		return answer_rest(call, ACTION_PIPE, err);
	program = cmdline_call_rest(&copy, &at);
	if (argv_split(call->arena, program, &unused, &fault, err) < 0) {
		call->fault = at + fault;
		return -1;
	}
	return 0;
}

int
cmdline_answer_save(struct cmdline_call *call, struct err *err)
{
	return answer_file(call, ACTION_SAVE, err);
}

int
cmdline_answer_find(struct cmdline_call *call, struct err *err)
{
	return answer_rest(call, ACTION_FIND, err);
}

int
cmdline_answer_narrow(struct cmdline_call *call, struct err *err)
{
	return answer_rest(call, ACTION_NARROW, err);
}

int
cmdline_answer_mark(struct cmdline_call *call, struct err *err)
{
	struct cmdline_call copy = *call;
	size_t at;
	struct str query = cmdline_call_rest(&copy, &at);

	return call->is_check ? cmdline_call_query(call, query, at, err) : answer_rest(call, ACTION_MARK_QUERY, err);
}

int
cmdline_answer_import(struct cmdline_call *call, struct err *err)
{
	return answer_file(call, ACTION_IMPORT, err);
}

int
cmdline_answer_catalog(struct cmdline_call *call, struct err *err)
{
	if (cmdline_go_act(call, ACTION_CATALOG, 0, err) < 0)
		return -1;
	return answer_rest(call, ACTION_FILTER, err);
}
