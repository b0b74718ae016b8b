#include "base/clock.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "store/posts.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/wrap.h"

enum { PAGE = 200, FEED_COLS = 16 };

static void
tell_json(const struct posts_row *row)
{
	json_t *object = json_pack("{s:i, s:I, s:b, s:b}", "v", 1, "id", (json_int_t)row->id, "read", row->is_read, "starred",
		row->is_starred);

	cmd_json_text(object, "title", row->title);
	cmd_json_text(object, "feed", row->feed_name);
	cmd_json_text(object, "author", row->author);
	cmd_json_time(object, "published", row->published);
	cmd_json_text(object, "link", row->link);
	cmd_json_text(object, "excerpt", row->excerpt);
	cmd_json_texts(object, "tags", row->tags, row->n_tags);
	cmd_json_story(object, row);
	cmd_json_out(object);
}

static void
tell(const struct posts_row *row)
{
	struct buf line = { 0 };
	struct tm day;

	clock_local(row->published != CLOCK_NONE ? row->published : row->sort, &day);
	wrap_fit(&line, row->feed_name, FEED_COLS);
	buf_printf(&line, "  %.*s", STR(row->title));
	for (size_t i = 0; i < row->n_tags; i++)
		buf_printf(&line, " #%.*s", STR(row->tags[i]));
	say_out("%7lld %s%s %04d-%02d-%02d  %s", (long long)row->id, row->is_read ? " " : "●", row->is_starred ? "★" : " ",
		day.tm_year + 1900, day.tm_mon + 1, day.tm_mday, buf_cstr(&line));
	buf_free(&line);
}

/* Page by page, until max posts (0: all) are told. */
static int
list(struct store *s, const struct posts_view *view, int64_t max, bool is_json, struct err *err)
{
	struct arena a = { 0 };
	struct posts_key key, *from = NULL;
	struct posts_row *rows;
	size_t n = PAGE;
	int rc = 0;

	for (int64_t left = max ? max : INT64_MAX; left > 0 && n == PAGE; left -= (int64_t)n) {
		arena_reset(&a);
		rc = posts_page(s, &a, view, from, POSTS_OLDER, PAGE, &rows, &n, err);
		if (rc < 0)
			break;
		for (size_t i = 0; i < n && (int64_t)i < left; i++)
			(is_json ? tell_json : tell)(&rows[i]);
		if (n)
			key = (struct posts_key){ rows[n - 1].sort, rows[n - 1].id };
		from = &key;
	}
	arena_free(&a);
	return rc;
}

int
cmd_search(int argc, char **argv, struct err *err)
{
	bool is_json = false;
	int64_t max = 0;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "limit", 'n', OPTS_NUMBER, &max, N_("N"), N_("the newest ones only"), 1, 1000000000 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct store *s = NULL;
	struct query *query;
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (at == argc)
		return cmd_usage("search", err);
	rc = cmd_query_parse(&a, cmd_words_join(&a, argc - at, argv + at), &query, err);
	if (!rc)
		rc = cmd_open_store(&s, STORE_READ, err);
	if (!rc)
		rc = list(s, &(struct posts_view){ .query = query }, max, is_json, err);
	store_close(s);
	arena_free(&a);
	return rc;
}
