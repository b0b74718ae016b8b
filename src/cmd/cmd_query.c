#include "cmd/cmd_query.h"

#include "base/tr.h"
#include "conf/conf.h"

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
