#include <inttypes.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "store/posts.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"

static int
count(struct store *s, struct str text, int64_t *n, struct err *err)
{
	struct arena a = { 0 };
	struct query *query;
	int rc = cmd_query_parse(&a, text, &query, err);

	if (!rc)
		rc = cmd_query_count(s, &a, &(struct posts_view){ .query = query }, n, err);
	if (!rc)
		rc = cmd_index_tell(s, query, err);
	arena_free(&a);
	return rc;
}

/* A query that is wrong has "-", and null, in the place of its number. */
static void
tell(struct str query, bool is_known, int64_t n, bool is_json)
{
	json_t *object;

	if (!is_json && is_known)
		say_out("%" PRId64, n);
	else if (!is_json)
		say_out("%s", "-");
	if (!is_json)
		return;
	object = json_pack("{s:i}", "v", 1);
	json_out_text(object, "query", query);
	json_object_set_new(object, "posts", is_known ? json_integer(n) : json_null());
	cmd_json_out(object);
}

/* Each line of standard input is a query; an empty one finds all posts. Lines of numbers stand in the order of those of the queries. */
static int
count_batch(struct store *s, struct str text, bool is_json, struct err *err)
{
	struct str line;
	int status = 0;

	for (size_t number = 1; str_line(&text, &line); number++) {
		int64_t n = 0;
		int rc = count(s, str_trim(line), &n, err);

		if (rc < 0 && err->code != ERR_USAGE)
			return -1;
		if (rc < 0) {
			say_err(tr("standard input, line %zu: %s"), number, err->text);
			status = err_status(err->code);
		}
		tell(str_trim(line), !rc, n, is_json);
	}
	return status;
}

static int
run_batch(bool is_json, struct err *err)
{
	struct buf text = { 0 };
	struct store *s = NULL;
	int rc = file_read("-", LIMIT_BATCH_BYTES, &text, err);

	if (!rc)
		rc = cmd_open_store(&s, STORE_READ, err);
	if (!rc)
		rc = count_batch(s, buf_str(&text), is_json, err);
	store_close(s);
	buf_free(&text);
	return rc;
}

static int
run_words(int argc, char **argv, bool is_json, struct err *err)
{
	struct arena a = { 0 };
	struct store *s = NULL;
	struct str words = cmd_words_join(&a, argc, argv);
	int64_t n = 0;
	int rc = cmd_open_store(&s, STORE_READ, err);

	if (!rc)
		rc = count(s, words, &n, err);
	if (!rc)
		tell(words, true, n, is_json);
	store_close(s);
	arena_free(&a);
	return rc;
}

int
cmd_count(int argc, char **argv, struct err *err)
{
	bool is_json = false, is_batch = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a query"), 0, 0 },
		{ "batch", 0, OPTS_FLAG, &is_batch, NULL, N_("a query a line from standard input"), 0, 0 },
		{ 0 },
	};
	int n = cmd_words_query(argc, argv, table, err);

	if (n < 0)
		return -1;
	if (is_batch && n)
		return cmd_usage("count", err);
	return is_batch ? run_batch(is_json, err) : run_words(n, argv + 1, is_json, err);
}
