#include "cmd/cmd_query.h"

#include "base/tr.h"
#include "conf/conf.h"
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
