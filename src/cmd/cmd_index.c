#include "cmd/cmd_index.h"

#include <unistd.h>

#include "base/tr.h"
#include "store/index_unseen.h"
#include "text/say.h"

#define CLEAR "\r\x1b[K"

static void
show(int64_t left)
{
	struct buf line = { 0 };

	(void)buf_puts(&line, CLEAR);
	(void)buf_printf(&line, tr("search index: %lld posts left"), (long long)left);
	say_raw(buf_str(&line));
	(void)say_finish(NULL);
	buf_free(&line);
}

int
cmd_index_see(struct store *s, const struct query *query, struct err *err)
{
	bool is_shown = isatty(STDOUT_FILENO);
	int rc = index_unseen_finish(s, query, is_shown ? show : NULL, err);

	if (is_shown)
		say_raw(str_lit(CLEAR));
	return rc;
}

int
cmd_index_tell(struct store *s, const struct query *query, struct err *err)
{
	int64_t n;

	if (index_unseen(s, query, &n, err) < 0)
		return -1;
	if (n)
		say_err(tr("%lld posts wait for the index and were not searched; the next sync goes on with it"), (long long)n);
	return 0;
}
