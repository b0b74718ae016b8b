#include "ui/cmdline_call.h"

#include <stdarg.h>

#include "base/buf.h"
#include "base/tr.h"
#include "query/query.h"
#include "text/quoted.h"
#include "ui/app.h"

/* The last byte of '…' that begins a word at `at`; `at` itself where it does not: an apostrophe. */
static size_t
single_quoted(struct str text, size_t at)
{
	size_t end = at + 1 + str_find_char(str_sub(text, at + 1, text.n), '\'');

	return (at && !str_is_space(text.p[at - 1])) || end >= text.n ? at : end;
}

size_t
cmdline_call_end(struct str text, size_t from)
{
	bool is_quoted = false;

	for (size_t i = from; i < text.n; i++) {
		if (text.p[i] == '\\')
			i++;
		else if (text.p[i] == '"')
			is_quoted = !is_quoted;
		else if (text.p[i] == '\'' && !is_quoted)
			i = single_quoted(text, i);
		else if (text.p[i] == ';' && !is_quoted && (i + 1 == text.n || str_is_space(text.p[i + 1])))
			return i;
	}
	return text.n;
}

bool
cmdline_call_word(struct cmdline_call *call, struct str *word, size_t *at)
{
	struct str text = str_sub(call->text, 0, call->end);
	struct buf value = { 0 };
	size_t quote;

	while (call->at < call->end && str_is_space(text.p[call->at]))
		call->at++;
	*at = call->at;
	if (call->at == call->end)
		return false;
	(void)quoted_take(&value, text, &call->at, &quote);
	*word = arena_dup(call->arena, buf_str(&value));
	buf_free(&value);
	return true;
}

bool
cmdline_call_is_open(const struct cmdline_call *call, size_t at)
{
	struct buf value = { 0 };
	size_t quote;
	bool is_open = !quoted_take(&value, str_sub(call->text, 0, call->end), &at, &quote);

	buf_free(&value);
	return is_open;
}

bool
cmdline_call_peek(const struct cmdline_call *call, struct str *word)
{
	struct cmdline_call copy = *call;
	size_t at;

	return cmdline_call_word(&copy, word, &at);
}

struct str
cmdline_call_rest(struct cmdline_call *call, size_t *at)
{
	while (call->at < call->end && str_is_space(call->text.p[call->at]))
		call->at++;
	*at = call->at;
	call->at = call->end;
	return str_trim(str_sub(call->text, *at, call->end));
}

int
cmdline_call_query(struct cmdline_call *call, struct str text, size_t at, struct err *err)
{
	const struct query_names *names = call->known ? call->known->names : &call->app->saved.names;
	struct query_fault fault;
	struct query *query;

	if (!text.n)
		return cmdline_call_fault(call, at, err, "%s", tr("a query is missing behind this word"));
	if (!query_read(call->arena, text, names, &query, &fault))
		return 0;
	return cmdline_call_fault(call, at + fault.at, err, "%s", fault.text);
}

int
cmdline_call_done(struct cmdline_call *call, struct err *err)
{
	struct str word;
	size_t at;

	if (!cmdline_call_word(call, &word, &at))
		return 0;
	return cmdline_call_fault(call, at, err, "%s", tr("nothing else may stand here"));
}

int
cmdline_call_fault(struct cmdline_call *call, size_t at, struct err *err, const char *format, ...)
{
	struct buf what = { 0 };
	va_list args;

	va_start(args, format);
	(void)buf_vprintf(&what, format, args);
	va_end(args);
	call->fault = at;
	(void)err_set(err, ERR_USAGE, "%s", buf_cstr(&what));
	buf_free(&what);
	return -1;
}
