#include <inttypes.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_words.h"
#include "store/posts.h"
#include "store/query.h"
#include "text/opts.h"
#include "text/say.h"

int
cmd_count(int argc, char **argv, struct err *err)
{
	const struct opts table[] = { { 0 } };
	struct arena a = { 0 };
	struct store *s = NULL;
	struct query *query;
	int64_t n = 0;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	rc = query_parse(&a, cmd_words_join(&a, argc - at, argv + at), &query, err);
	if (!rc)
		rc = cmd_open_store(&s, STORE_READ, err);
	if (!rc)
		rc = posts_count(s, &(struct posts_view){ .query = query }, &n, err);
	if (!rc)
		say_out("%" PRId64, n);
	store_close(s);
	arena_free(&a);
	return rc;
}
