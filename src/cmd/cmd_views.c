#include <inttypes.h>

#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_conf.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "store/posts.h"
#include "text/json_out.h"
#include "text/opts.h"
#include "text/say.h"

static void
tell(const struct query_view *view, int64_t n, bool is_json)
{
	json_t *object;

	if (!is_json) {
		say_out("%7" PRId64 "  %.*s  %.*s", n, STR(view->name), STR(view->text));
		return;
	}
	object = json_pack("{s:i, s:I}", "v", 1, "posts", (json_int_t)n);
	json_out_text(object, "name", view->name);
	json_out_text(object, "query", view->text);
	cmd_json_out(object);
}

static int
count(struct store *s, struct arena *a, const struct query_names *names, const struct query_view *view, struct query **query, int64_t *n,
    struct err *err)
{
	if (query_parse(a, view->text, names, query, err) < 0)
		return -1;
	return posts_count(s, &(struct posts_view){ .query = *query }, n, err);
}

static int
list(struct arena *a, const struct conf *conf, bool is_json, struct err *err)
{
	size_t n_views = conf->names.n_views;
	struct query **queries = arena_new(a, struct query *, n_views);
	struct store *s = NULL;
	int64_t n;
	int rc = cmd_open_store(&s, STORE_READ, err);

	for (size_t i = 0; i < n_views && !rc; i++) {
		rc = count(s, a, &conf->names, &conf->names.views[i], &queries[i], &n, err);
		if (!rc)
			tell(&conf->names.views[i], n, is_json);
	}
	if (!rc && n_views)
		rc = cmd_index_tell(s, query_join(a, QUERY_OR, queries, n_views), err);
	store_close(s);
	return rc;
}

int
cmd_views(int argc, char **argv, struct err *err)
{
	bool is_json = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct conf conf;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (at < argc)
		return cmd_usage("views", err);
	rc = cmd_conf_read(&a, &conf, err);
	if (!rc)
		rc = list(&a, &conf, is_json, err);
	arena_free(&a);
	return rc;
}
