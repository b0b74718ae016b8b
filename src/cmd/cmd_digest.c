#include "cmd/cmd_digest.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/num.h"
#include "base/tr.h"
#include "base/vec.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_digest_part.h"
#include "cmd/cmd_format.h"
#include "cmd/cmd_index.h"
#include "cmd/cmd_open.h"
#include "cmd/cmd_query.h"
#include "cmd/cmd_words.h"
#include "query/query_date.h"
#include "store/feeds.h"
#include "text/opts.h"

enum { POSTS = 1000, COLS = 72 };

struct asked {
	const char *since, *format_name, *by, *wrap;
	enum cmd_format format;
	int64_t max, cols;
	bool is_quiet, is_json;
	struct str query;
};

/* ---- how it is written */

static void (*const formats[CMD_FORMATS])(const struct cmd_digest *d) = {
	[CMD_FORMAT_TEXT] = cmd_digest_text,
	[CMD_FORMAT_MARKDOWN] = cmd_digest_page_markdown,
	[CMD_FORMAT_HTML] = cmd_digest_page_html,
	[CMD_FORMAT_JSON] = cmd_digest_json,
};

/* ---- since when */

/* "36h", "1d", "2w" to the second, so that one a day leaves nothing out and repeats nothing; else as dates of queries. */
static int
read_since(const char *text, int64_t now, int64_t *ret, struct err *err)
{
	static const struct {
		char letter;
		int64_t seconds;
	} units[] = { { 'h', 3600 }, { 'd', 86400 }, { 'w', 7 * 86400 } };
	struct str value = str_of(text);
	int64_t n, last;

	for (size_t i = 0; value.n && i < sizeof units / sizeof *units; i++)
		if (value.p[value.n - 1] == units[i].letter && num_parse(str_sub(value, 0, value.n - 1), 1, 100000, &n)) {
			*ret = now - n * units[i].seconds;
			return 0;
		}
	if (query_date_range(value, now, ret, &last) && *ret > 0)
		return 0;
	return err_set(err, ERR_USAGE, tr("--since takes a time such as 12h, 1d, 2w, or a date, not ‘%.80s’"), text);
}

/* ---- groups */

struct grouping {
	struct arena *a;
	struct cmd_digest *d;
	struct map by_key;  /* to an index + 1, as a pointer */
	struct map feeds;   /* by id, to struct feeds_row */
	vec(struct cmd_digest_group) groups;
};

static struct cmd_digest_group *
group_at(struct grouping *g, struct str key, struct str name)
{
	void **at = map_at(&g->by_key, arena_dup(g->a, key));

	if (!*at) {
		*vec_add(&g->groups) = (struct cmd_digest_group){ .name = name, .posts = arena_new(g->a, size_t, g->d->n) };
		*at = (void *)(uintptr_t)g->groups.n;
	}
	return &g->groups.v[(uintptr_t)*at - 1];
}

/* The first tag of a post, else of its feed; empty where neither has one. */
static struct str
tag_of(const struct grouping *g, const struct posts_row *row)
{
	const struct feeds_row *feed = map_find(&g->feeds, map_number(&row->feed_id));

	if (row->n_tags)
		return row->tags[0];
	return feed && feed->n_tags ? feed->tags[0] : STR_NONE;
}

static void
add_post(struct grouping *g, size_t at, bool by_tag)
{
	const struct posts_row *row = &g->d->rows[at];
	struct str tag = by_tag ? tag_of(g, row) : STR_NONE;
	struct cmd_digest_group *group;

	if (!by_tag)
		group = group_at(g, map_number(&row->feed_id), row->feed_name);
	else
		group = group_at(g, tag, tag.n ? arena_printf(g->a, "#%.*s", STR(tag)) : str_of(tr("(no tag)")));
	group->posts[group->n++] = at;
}

/* What has no tag stands last. */
static void
put_groups(struct grouping *g)
{
	void *untagged = map_find(&g->by_key, STR_NONE);
	size_t last = untagged ? (uintptr_t)untagged - 1 : SIZE_MAX;

	g->d->groups = arena_new(g->a, struct cmd_digest_group, g->groups.n);
	for (size_t i = 0; i < g->groups.n; i++)
		if (i != last)
			g->d->groups[g->d->n_groups++] = g->groups.v[i];
	if (untagged)
		g->d->groups[g->d->n_groups++] = g->groups.v[last];
}

static int
group(struct store *s, struct arena *a, struct cmd_digest *d, bool by_tag, struct err *err)
{
	struct grouping g = { .a = a, .d = d };
	struct feeds_row *feeds;
	struct map seen = { 0 };
	size_t n;

	if (feeds_list(s, a, &feeds, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*map_at(&g.feeds, map_number(&feeds[i].id)) = &feeds[i];
	for (size_t i = 0; i < d->n; i++) {
		void **feed = map_at(&seen, map_number(&d->rows[i].feed_id));

		d->n_feeds += !*feed;
		*feed = d;
		d->seconds += 60 * cmd_digest_part_minutes(&d->rows[i]);
		add_post(&g, i, by_tag);
	}
	put_groups(&g);
	map_free(&seen);
	map_free(&g.by_key);
	map_free(&g.feeds);
	vec_free(&g.groups);
	return 0;
}

/* ---- the command */

static int
gather(struct arena *a, const struct asked *asked, struct cmd_digest *d, struct err *err)
{
	struct posts_view view = { .is_folded = true, .since = d->since };
	struct query *query = NULL;
	struct store *s = NULL;
	int64_t all = 0;
	int rc = cmd_open_store(&s, STORE_READ, err);

	if (!rc)
		rc = cmd_query_parse(a, asked->query, &query, err);
	view.query = query;
	if (!rc)
		rc = posts_page(s, a, &view, NULL, POSTS_OLDER, (size_t)asked->max, &d->rows, &d->n, err);
	if (!rc && (int64_t)d->n == asked->max)
		rc = posts_count(s, &view, &all, err);
	if (!rc)
		rc = group(s, a, d, !strcmp(asked->by, "tag"), err);
	if (!rc)
		rc = cmd_index_tell(s, query, err);
	d->left = all > (int64_t)d->n ? all - (int64_t)d->n : 0;
	store_close(s);
	return rc;
}

static int
check(struct asked *asked, struct err *err)
{
	if (cmd_format_read(asked->format_name, &asked->format, err) < 0)
		return -1;
	if (strcmp(asked->by, "feed") && strcmp(asked->by, "tag"))
		return err_set(err, ERR_USAGE, tr("--by takes feed or tag, not ‘%.80s’"), asked->by);
	return 0;
}

/* Mails are read in 72 columns, whatever the terminal is that they are made in. */
static int
write_digest(const struct asked *asked, struct err *err)
{
	struct arena a = { 0 };
	struct cmd_digest d = { .now = clock_now() };
	int rc = read_since(asked->since, d.now, &d.since, err);

	if (!rc)
		rc = cmd_article_look(asked->cols, asked->wrap, &d.look, err);
	if (!rc)
		rc = gather(&a, asked, &d, err);
	if (!rc && (d.n || !asked->is_quiet))
		formats[asked->format](&d);
	arena_free(&a);
	return rc;
}

int
cmd_digest(int argc, char **argv, struct err *err)
{
	struct asked asked = { .since = "1d", .format_name = "text", .by = "feed", .max = POSTS, .cols = COLS };
	const struct opts table[] = {
		{ "since", 0, OPTS_TEXT, &asked.since, N_("SINCE"), N_("from when on: 12h, 1d (the default), 2w, a date"), 0, 0 },
		{ "format", 'f', OPTS_TEXT, &asked.format_name, N_("FORMAT"), N_("text, markdown, html or json"), 0, 0 },
		{ "json", 0, OPTS_FLAG, &asked.is_json, NULL, N_("the same as --format json"), 0, 0 },
		{ "by", 0, OPTS_TEXT, &asked.by, N_("feed|tag"), N_("how it is divided"), 0, 0 },
		{ "limit", 'n', OPTS_NUMBER, &asked.max, N_("N"), N_("the newest ones only"), 1, 100000 },
		{ "quiet", 'q', OPTS_FLAG, &asked.is_quiet, NULL, N_("print nothing where nothing is new"), 0, 0 },
		{ "width", 'w', OPTS_NUMBER, &asked.cols, N_("COLS"), N_("columns of text"), CMD_ARTICLE_MIN, CMD_ARTICLE_MAX },
		{ "wrap", 0, OPTS_TEXT, &asked.wrap, N_("WRAP"), N_("where lines break: word or syllable"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	int n = cmd_words_query(argc, argv, table, err), rc;

	if (n < 0)
		return -1;
	if (asked.is_json)
		asked.format_name = "json";
	if (check(&asked, err) < 0)
		return -1;
	asked.query = cmd_words_join(&a, n, argv + 1);
	rc = write_digest(&asked, err);
	arena_free(&a);
	return rc;
}
