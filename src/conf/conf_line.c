#include "conf/conf_line.h"

#include <stdarg.h>
#include <string.h>

#include "base/tr.h"
#include "query/query_rule.h"
#include "text/quoted.h"
#include "text/utf8.h"

const char *
conf_line_where(const struct conf_line *line, const char *file, size_t number)
{
	return strcmp(line->file, file) ? arena_printf(line->arena, "%s:%zu", file, number).p : arena_printf(line->arena, tr("line %zu"), number).p;
}

void
conf_line_problem(struct conf_line *line, size_t at, const char *format, ...)
{
	size_t column = utf8_count(str_sub(line->text, 0, at)) + 1;
	struct buf what = { 0 };
	va_list args;

	line->is_bad = true;
	if (line->problems->list.n >= CONF_PROBLEMS && !line->is_typed) {
		line->problems->n_more++;
		return;
	}
	va_start(args, format);
	(void)buf_vprintf(&what, format, args);
	va_end(args);
	*vec_add(&line->problems->list) = (struct conf_problem){
		.text = arena_printf(line->arena, "%s:%zu:%zu: %s", line->file, line->number, column, buf_cstr(&what)),
		.what = arena_dup(line->arena, buf_str(&what)), .number = line->number, .at = at, .order = line->order, .is_typed = line->is_typed,
	};
	buf_free(&what);
}

/* True where a word begins. */
static bool
skip_to_word(struct conf_line *line)
{
	struct str text = line->text;

	while (line->at < text.n && str_is_space(text.p[line->at]))
		line->at++;
	if (line->at == text.n)
		return false;
	if (text.p[line->at] != '#')
		return true;
	return line->at > 0 && line->at + 1 < text.n && !str_is_space(text.p[line->at + 1]);
}

static bool
take_value(struct conf_line *line, struct conf_word *ret)
{
	struct buf value = { 0 };
	size_t quote;
	bool is_whole;

	ret->value_at = line->at;
	is_whole = quoted_take(&value, line->text, &line->at, &quote);
	if (!is_whole)
		conf_line_problem(line, quote, "%s", tr("this quote is not closed"));
	ret->value = arena_dup(line->arena, buf_str(&value));
	buf_free(&value);
	return is_whole;
}

bool
conf_line_word(struct conf_line *line, struct conf_word *ret)
{
	if (line->is_bad || !skip_to_word(line))
		return false;
	*ret = (struct conf_word){ .at = line->at };
	return take_value(line, ret);
}

bool
conf_line_option(struct conf_line *line, struct conf_word *ret)
{
	size_t end;

	if (line->is_bad || !skip_to_word(line))
		return false;
	*ret = (struct conf_word){ .at = line->at };
	for (end = line->at; end < line->text.n && (str_is_alpha(line->text.p[end]) || line->text.p[end] == '-'); end++)
		;
	if (end == line->at || end == line->text.n || line->text.p[end] != '=') {
		conf_line_problem(line, line->at, "%s", tr("expected name=value"));
		return false;
	}
	ret->key = str_sub(line->text, line->at, end);
	line->at = end + 1;
	return take_value(line, ret);
}

void
conf_line_rest(struct conf_line *line, struct conf_word *ret)
{
	struct str rest;

	while (line->at < line->text.n && str_is_space(line->text.p[line->at]))
		line->at++;
	*ret = (struct conf_word){ .at = line->at, .value_at = line->at };
	rest = str_sub(line->text, line->at, line->text.n);
	ret->value = str_trim(str_sub(rest, 0, query_rule_comment(rest)));
	line->at = line->text.n;
}
