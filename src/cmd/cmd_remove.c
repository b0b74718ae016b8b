#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "store/posts.h"
#include "store/subscribe_line.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

/* Of the n rows those of these names, each once, in *picked; names that are none are told, the last one by *err. Returns how many there are. */
static size_t
pick(struct arena *a, const struct feeds_row *rows, size_t n, char **names, struct feeds_row **picked, struct err *err)
{
	bool *is_picked = arena_new(a, bool, n);
	size_t n_picked = 0;

	*picked = arena_new(a, struct feeds_row, n);
	for (; *names; names++) {
		const struct feeds_row *row;

		if (feeds_choose(rows, n, str_of(*names), &row, err) < 0) {
			say_err("%s", err->text);
			continue;
		}
		if (!is_picked[row - rows])
			(*picked)[n_picked++] = *row;
		is_picked[row - rows] = true;
	}
	return n_picked;
}

/* What of theirs is starred or tagged stays, and is not looked for there. */
static int
tell_left(struct store *s, const struct feeds_row *rows, size_t n, struct err *err)
{
	int64_t left = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t posts;

		if (posts_count(s, &(struct posts_view){ .feed_id = rows[i].id }, &posts, err) < 0)
			return -1;
		left += posts;
	}
	if (left)
		say_out(tr_n("%lld post with a star or a tag stays in the lists; it does not count as unread",
			"%lld posts with a star or a tag stay in the lists; they do not count as unread", (size_t)left), (long long)left);
	return 0;
}

/* All of them in one action. */
static int
remove_all(struct store *s, struct arena *a, const struct feeds_row *rows, size_t n, struct err *err)
{
	struct str *urls = arena_new(a, struct str, n);
	struct buf shown = { 0 };

	for (size_t i = 0; i < n; i++)
		urls[i] = rows[i].url;
	if (n && subscribe_line_remove(s, urls, n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		buf_clear(&shown);
		url_mask(&shown, rows[i].url);
		say_out(tr("unsubscribed: %.*s (%.*s)"), STR(rows[i].name), STR(buf_str(&shown)));
	}
	buf_free(&shown);
	return tell_left(s, rows, n, err);
}

int
cmd_remove(int argc, char **argv, struct err *err)
{
	bool is_all = false;
	const struct opts table[] = {
		{ "all", 0, OPTS_FLAG, &is_all, NULL, N_("every feed"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	struct store *s = NULL;
	struct subs subs;
	struct feeds_row *rows;
	struct err wrong = { 0 };
	int at = opts_read(argc, argv, table, err), rc = -1;
	size_t n;

	if (at < 0)
		return -1;
	if (is_all == (at < argc))
		return cmd_usage("remove", err);
	if (cmd_open_both(&a, &s, STORE_WRITE, &subs, err) < 0 || feeds_list(s, &a, &rows, &n, err) < 0)
		goto out;
	if (!is_all)
		n = pick(&a, rows, n, argv + at, &rows, &wrong);
	if (!remove_all(s, &a, rows, n, err))
		rc = err_status(wrong.code);
out:
	store_close(s);
	arena_free(&a);
	return rc;
}
