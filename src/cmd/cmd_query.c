#include "cmd/cmd_query.h"

#include "base/tr.h"
#include "conf/conf.h"
#include "store/hits.h"
#include "store/posts.h"
#include "text/say.h"

int
cmd_query_parse(struct arena *a, struct str text, struct query **ret, struct err *err)
{
	struct conf conf = { 0 };

	(void)conf_read(a, &conf, NULL); /* without it there are no views */
	return query_parse(a, text, &conf.names, ret, err);
}

int
cmd_query_check(struct str text, struct err *err)
{
	struct str rest = text, word;
	bool has_numbers = true;

	while (has_numbers && (word = str_word(&rest)).n)
		has_numbers = str_is(word, "-") || (word.n && str_digits(word) == word.n);
	if (!has_numbers || !text.n)
		return 0;
	return err_set(err, ERR_USAGE, tr("‘%.*s’ is looked for in texts; posts are named as id:4,12, or behind ‘sosik tag --ids’ (a number in texts: \"404\")"),
		STR(str_sub(text, 0, 40)));
}

void
cmd_query_tell_retry(const struct retry *retry)
{
	struct buf text = { 0 };

	if (!retry->n)
		return;
	retry_text(&text, retry);
	say_err(tr("nothing found as it is written; looked for %s"), buf_cstr(&text));
	buf_free(&text);
}

void
cmd_query_tell_blank(const struct query *query)
{
	struct str from;

	if (hits_blank(query, &from))
		say_err(tr("‘%.*s’ cannot be looked for: posts are searched by letters and digits"), STR(from));
}

/* The word or field with a value at this place as it is written: between blanks or brackets that stand in no quotes. */
static struct str
written(struct str text, size_t at)
{
	struct str rest;
	bool is_quoted = false;

	while (at > 0 && text.p[at - 1] != ' ' && text.p[at - 1] != '(')
		at--;
	rest = str_sub(text, at, text.n);
	for (size_t i = 0; i < rest.n; i++) {
		is_quoted ^= rest.p[i] == '"';
		if (!is_quoted && (rest.p[i] == ' ' || rest.p[i] == ')'))
			return str_sub(rest, 0, i);
	}
	return rest;
}

int
cmd_query_tell_alone(struct store *s, struct str text, const struct query *query, struct err *err)
{
	for (size_t i = 0; query->kind == QUERY_AND && i < query->n; i++) {
		struct posts_view alone = { .query = query->parts[i] };
		bool has_any;

		if (query->parts[i]->n || (i && query->parts[i]->at <= query->parts[i - 1]->at))
			continue;
		if (hits_any(s, &alone, &has_any, err) < 0)
			return -1;
		if (!has_any)
			say_err(tr("nothing found: ‘%.*s’ alone finds nothing"), STR(written(text, query->parts[i]->at)));
	}
	return 0;
}

int
cmd_query_count(struct store *s, struct arena *a, struct posts_view *view, int64_t *n, struct err *err)
{
	struct retry retry;

	if (posts_count(s, view, n, err) < 0)
		return -1;
	if (*n || !view->query)
		return 0;
	cmd_query_tell_blank(view->query);
	if (retry_find(s, a, view, &retry, err) < 0)
		return -1;
	cmd_query_tell_retry(&retry);
	if (!retry.query)
		return 0;
	view->query = retry.query;
	return posts_count(s, view, n, err);
}
