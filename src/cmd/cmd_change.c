#include "cmd/cmd_change.h"

#include "base/tr.h"
#include "store/tag_words.h"

int
cmd_change_parse(struct arena *a, struct str line, struct cmd_change *ret, struct err *err)
{
	struct str rest = line;

	*ret = (struct cmd_change){ 0 };
	if (tag_words_take(a, &rest, &ret->state, err) < 0)
		return -1;
	ret->words = str_trim(str_new(line.p, line.n - rest.n));
	ret->query = str_trim(rest);
	if (!tag_words_any(&ret->state))
		return err_set(err, ERR_USAGE, tr("which tags? sosik tag +ai -later QUERY"));
	if (!ret->query.n)
		return err_set(err, ERR_USAGE, tr("which posts? sosik tag %.*s QUERY; is:all for all of them"), STR(ret->words));
	if (str_ends(ret->words, " --"))
		ret->words = str_trim(str_sub(ret->words, 0, ret->words.n - 3));
	return 0;
}
