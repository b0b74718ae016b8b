#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_change.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_words.h"
#include "store/posts.h"
#include "store/query.h"
#include "text/opts.h"
#include "text/say.h"

/* One line of "+ai -later [--] QUERY": finds the posts, changes them, says how many. */
static int
tag_line(struct store *s, struct str line, struct err *err)
{
	struct arena a = { 0 };
	struct cmd_change change;
	struct query *query;
	int64_t *ids = NULL, changed = 0;
	size_t n = 0;
	int rc = cmd_change_parse(&a, line, &change, err);

	if (!rc)
		rc = query_parse(&a, change.query, &query, err);
	if (!rc)
		rc = posts_ids(s, &(struct posts_view){ .query = query }, &ids, &n, err);
	if (!rc && n)
		rc = state_apply(s, ids, n, &change.state, &changed, err);
	if (!rc)
		say_out(tr_n("%lld post: %.*s", "%lld posts: %.*s", (unsigned long)changed), (long long)changed, STR(change.words));
	free(ids);
	arena_free(&a);
	return rc;
}

/* Each line of standard input, "#" and blank ones left out; a line that fails is told and the others count. */
static int
tag_batch(struct store *s, struct str text, struct err *err)
{
	struct str line;
	int rc = 0;

	for (size_t number = 1; str_line(&text, &line); number++) {
		line = str_trim(line);
		if (!line.n || *line.p == '#' || !tag_line(s, line, err))
			continue;
		if (err->code == ERR_IO || err->code == ERR_CACHE || err->code == ERR_STOPPED)
			return -1;
		say_err(tr("standard input, line %zu: %s"), number, err->text);
		rc = err_status(err->code);
	}
	return rc;
}

static int
run_batch(struct err *err)
{
	struct buf text = BUF_CAPPED(LIMIT_BATCH_BYTES);
	struct store *s = NULL;
	int rc = file_read("-", LIMIT_BATCH_BYTES, &text, err);

	if (!rc)
		rc = cmd_open_store(&s, STORE_WRITE, err);
	if (!rc)
		rc = tag_batch(s, buf_str(&text), err);
	store_close(s);
	buf_free(&text);
	return rc;
}

static int
run_words(int argc, char **argv, struct err *err)
{
	struct arena a = { 0 };
	struct cmd_change check;
	struct store *s = NULL;
	struct str line = cmd_words_join(&a, argc, argv);
	int rc = cmd_change_parse(&a, line, &check, err); /* before the cache is made */

	if (!rc)
		rc = cmd_open_store(&s, STORE_WRITE, err);
	if (!rc)
		rc = tag_line(s, line, err);
	store_close(s);
	arena_free(&a);
	return rc;
}

int
cmd_tag(int argc, char **argv, struct err *err)
{
	bool is_batch = false;
	const struct opts table[] = {
		{ "batch", 0, OPTS_FLAG, &is_batch, NULL, N_("such lines from standard input"), 0, 0 },
		{ 0 },
	};

	/* "-later" is a tag to take away: only a word with two dashes can be an option. */
	if (argc > 1 && str_starts(str_of(argv[1]), "--") && opts_read(2, argv, table, err) < 0)
		return -1;
	if (is_batch)
		return argc == 2 ? run_batch(err) : cmd_usage("tag", err);
	if (argc < 2)
		return cmd_usage("tag", err);
	return run_words(argc - 1, argv + 1, err);
}
