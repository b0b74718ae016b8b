#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_bulk.h"
#include "cmd/cmd_change.h"
#include "cmd/cmd_feed_tags.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "store/posts.h"
#include "text/operand.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/tag.h"

/* Posts by name. */
struct named {
	struct str *v;
	size_t n;
	bool is_dry;
};

enum { SHOWN = 5 }; /* titles of a dry run */

/* The newest of what a change would be for. */
static int
show_some(struct store *s, struct arena *a, const int64_t *ids, size_t n, struct err *err)
{
	size_t shown = n > SHOWN ? SHOWN : n;
	struct posts_row row;

	for (size_t i = 0; i < shown; i++) {
		if (posts_get(s, a, ids[i], &row, err) < 0)
			return -1;
		say_out("%9lld  %.*s  (%.*s)", (long long)row.id, STR(row.title.n ? row.title : str_of(tr("(untitled)"))), STR(row.feed_name));
	}
	if (n > shown)
		say_out(tr_n("           … and %zu more", "           … and %zu more", n - shown), n - shown);
	return 0;
}

/* Changes the posts and says how many were not so. A dry run says and shows them only. */
static int
change_posts(struct store *s, struct arena *a, int64_t *ids, size_t n, const struct cmd_change *change, bool is_dry, struct err *err)
{
	int64_t changed = 0;
	int rc = is_dry ? state_pick(s, ids, &n, &change->state, err) : 0;

	if (!rc && !is_dry && n)
		rc = cmd_bulk_apply(s, ids, n, &change->state, &changed, err);
	if (rc < 0)
		return -1;
	if (is_dry)
		changed = (int64_t)n;
	say_out(tr_n("%lld post: %.*s", "%lld posts: %.*s", (unsigned long)changed), (long long)changed, STR(change->words));
	for (size_t i = 0; i < change->state.n_remove && !changed; i++)
		cmd_feed_tags_tell(change->state.remove[i]);
	return is_dry ? show_some(s, a, ids, n, err) : 0;
}

/* One line of "+ai -later [--] QUERY". */
static int
tag_line(struct store *s, struct str line, bool is_dry, struct err *err)
{
	struct arena a = { 0 };
	struct cmd_change change;
	struct posts_view view = { 0 };
	struct query *query;
	int64_t *ids = NULL;
	size_t n = 0;
	int rc = cmd_change_parse(&a, line, &change, err);

	if (!rc)
		rc = cmd_query_check(change.query, err);
	if (!rc)
		rc = cmd_query_parse(&a, change.query, &query, err);
	if (!rc)
		rc = (is_dry ? cmd_index_tell : cmd_index_see)(s, query, err);
	if (!rc) {
		view.query = query;
		rc = posts_ids(s, &view, &ids, &n, err);
	}
	if (!rc)
		rc = change_posts(s, &a, ids, n, &change, is_dry, err);
	free(ids);
	arena_free(&a);
	return rc;
}

/* Each line of standard input, "#" and blank ones left out; a line that fails is told and the others count. */
static int
tag_batch(struct store *s, struct str text, bool is_dry, struct err *err)
{
	struct str line;
	int rc = 0;

	for (size_t number = 1; str_line(&text, &line); number++) {
		line = str_trim(line);
		if (!line.n || *line.p == '#' || !tag_line(s, line, is_dry, err))
			continue;
		if (err->code == ERR_IO || err->code == ERR_CACHE || err->code == ERR_STOPPED)
			return -1;
		say_err(tr("standard input, line %zu: %s"), number, err->text);
		rc = err_status(err->code);
	}
	return rc;
}

static int
run_batch(bool is_dry, struct err *err)
{
	struct buf text = BUF_CAPPED(LIMIT_BATCH_BYTES);
	struct store *s = NULL;
	int rc = file_read("-", LIMIT_BATCH_BYTES, &text, err);

	if (!rc)
		rc = cmd_open_store(&s, is_dry ? STORE_READ : STORE_WRITE, err);
	if (!rc)
		rc = tag_batch(s, buf_str(&text), is_dry, err);
	store_close(s);
	buf_free(&text);
	return rc;
}

/* "+ai", "-later"; not "--", nor "-" for standard input. */
static int
count_changes(int argc, char **argv)
{
	int n = 0;

	while (n < argc && strchr("+-", argv[n][0]) && argv[n][1] && strcmp(argv[n], "--"))
		n++;
	return n;
}

/* The posts by their names; one that there is not is told, and the others count. */
static int
find_named(struct store *s, const struct str *names, size_t n, int64_t *ids, size_t *found, struct err *err)
{
	int status = 0;

	for (size_t i = 0; i < n; i++)
		if (!posts_find(s, names[i], &ids[*found], err)) {
			++*found;
		} else if (err->code != ERR_NOT_FOUND) {
			return -1;
		} else {
			say_err("%s", err->text);
			status = err_status(err->code);
		}
	return status;
}

static int
tag_named(struct store *s, struct arena *a, const struct cmd_change *change, const struct named *named, struct err *err)
{
	int64_t *ids = arena_new(a, int64_t, named->n);
	size_t n = 0;
	int status = find_named(s, named->v, named->n, ids, &n, err);

	if (status >= 0 && change_posts(s, a, ids, n, change, named->is_dry, err) < 0)
		return -1;
	return status;
}

/* "+ai -later POST…": the same for posts that are named as for show. */
static int
run_named(int argc, char **argv, bool is_dry, struct err *err)
{
	struct arena a = { 0 };
	struct named named = { .is_dry = is_dry };
	struct cmd_change change;
	struct store *s = NULL;
	int at = count_changes(argc, argv), rc;
	struct str words = cmd_words_join(&a, at, argv);

	/* There is no query to read: it stands for the posts. */
	rc = cmd_change_parse(&a, arena_printf(&a, "%.*s -- is:all", STR(words)), &change, err);
	at += at < argc && !strcmp(argv[at], "--");
	if (!rc && at == argc)
		rc = err_set(err, ERR_USAGE, tr("which posts? sosik tag --ids %.*s POST…; - reads them from standard input"), STR(words));
	if (!rc)
		rc = operand_read(&a, argv + at, argc - at, &named.v, &named.n, err);
	if (!rc)
		rc = cmd_open_store(&s, is_dry ? STORE_READ : STORE_WRITE, err);
	if (!rc)
		rc = tag_named(s, &a, &change, &named, err);
	store_close(s);
	arena_free(&a);
	return rc;
}

/* Whether all words of it are changes. */
static bool
is_changes(struct str words)
{
	bool is = true;

	while (words.n && is) {
		struct str word;

		str_cut(words, ' ', &word, &words);
		is = !word.n || strchr("+-", *word.p);
	}
	return is;
}

/* A change in quotes with a blank in it, beside others, is meant as one name, which it cannot be. Alone it is a whole line. */
static int
check_names(int argc, char **argv, struct err *err)
{
	struct buf name = { 0 };
	int n = argc > 1 ? count_changes(argc, argv) : 0, rc = 0;

	for (int i = 0; i < n && !rc; i++)
		if (!is_changes(str_of(argv[i])))
			rc = tag_name(&name, str_of(argv[i] + 1), err);
	buf_free(&name);
	return rc;
}

static int
run_words(int argc, char **argv, bool is_dry, struct err *err)
{
	struct arena a = { 0 };
	struct cmd_change check;
	struct store *s = NULL;
	struct str line = cmd_words_join(&a, argc, argv);
	int rc = check_names(argc, argv, err);

	if (!rc)
		rc = cmd_change_parse(&a, line, &check, err); /* before the cache is made */
	if (!rc)
		rc = cmd_query_check(check.query, err);
	if (!rc)
		rc = cmd_open_store(&s, is_dry ? STORE_READ : STORE_WRITE, err);
	if (!rc)
		rc = tag_line(s, line, is_dry, err);
	store_close(s);
	arena_free(&a);
	return rc;
}

/* Options may stand everywhere before a "--", which stays: it tells changes from the query. Leaves the other words at argv[1..n]; returns n, or -1. */
static int
take_options(int argc, char **argv, const struct opts *table, struct err *err)
{
	int n = 0, at = 1;

	while (at < argc && strcmp(argv[at], "--")) {
		int used = 1;

		/* "-later" is a tag to take away: but for the -n of other commands only words with two dashes can be options. */
		if (strcmp(argv[at], "-n") && !str_starts(str_of(argv[at]), "--"))
			argv[++n] = argv[at];
		else
			used = opts_one(argc - at + 1, argv + at - 1, table, err) - 1;
		if (used < 0)
			return -1;
		at += used;
	}
	for (at += !n; at < argc; at++)
		argv[++n] = argv[at];
	return n;
}

int
cmd_tag(int argc, char **argv, struct err *err)
{
	bool is_batch = false, is_dry = false, is_named = false;
	const struct opts table[] = {
		{ "batch", 0, OPTS_FLAG, &is_batch, NULL, N_("such lines from standard input"), 0, 0 },
		{ "ids", 0, OPTS_FLAG, &is_named, NULL, N_("posts are named, as for show, instead of a query"), 0, 0 },
		{ "dry-run", 'n', OPTS_FLAG, &is_dry, NULL, N_("say what would be changed, and change nothing"), 0, 0 },
		{ 0 },
	};
	int n = take_options(argc, argv, table, err);

	if (n < 0)
		return -1;
	if (is_batch && is_named)
		return cmd_usage("tag", err);
	if (is_batch)
		return !n ? run_batch(is_dry, err) : cmd_usage("tag", err);
	if (!n)
		return cmd_usage("tag", err);
	return (is_named ? run_named : run_words)(n, argv + 1, is_dry, err);
}
