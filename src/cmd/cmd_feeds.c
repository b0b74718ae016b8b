#include "base/map.h"
#include "base/tr.h"
#include "base/vec.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_feeds_health.h"
#include "cmd/cmd_feeds_row.h"
#include "cmd/cmd_open.h"
#include "store/feeds.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"

/* What is listed. */
struct listing {
	struct store *store;
	struct arena arena;
	struct subs subs;
	vec(struct feeds_row) rows;
};

/* ---- how */

static void
tell_json(const struct feeds_row *row)
{
	cmd_json_out(cmd_feeds_row_json(row));
}

static void
tell(const struct feeds_row *row)
{
	struct buf line = { 0 };

	cmd_feeds_row_name(&line, row);
	buf_puts(&line, "  ");
	url_mask(&line, row->url);
	for (size_t i = 0; i < row->n_tags; i++)
		buf_printf(&line, " #%.*s", STR(row->tags[i]));
	say_out("%6lld/%-6lld  %s", (long long)row->unread, (long long)row->total, buf_cstr(&line));
	buf_free(&line);
}

/* Worst first; of feeds that were named all that is known. */
static int
tell_health(struct listing *l, bool is_json, bool is_named, struct err *err)
{
	void (*told)(const struct health *health) = is_json ? cmd_feeds_health_json : is_named ? cmd_feeds_health_record :
		cmd_feeds_health_line;
	struct health *all = arena_new(&l->arena, struct health, l->rows.n + 1);

	for (size_t i = 0; i < l->rows.n; i++)
		all[i].feed = &l->rows.v[i];
	if (health_read(l->store, all, l->rows.n, err) < 0)
		return -1;
	for (size_t i = 0; i < l->rows.n; i++)
		told(&all[i]);
	return 0;
}

/* ---- which */

/* A subscription that the cache does not know: it stands in the file only. */
static struct feeds_row
row_of(struct arena *a, const struct subs_feed *feed)
{
	struct feeds_row ret;
	struct buf label = { 0 };

	url_label(&label, feed->url);
	ret = (struct feeds_row){
		.url = feed->url, .name = feed->name.n ? feed->name : arena_dup(a, buf_str(&label)), .tags = feed->tags, .n_tags = feed->n_tags,
		.last_try = CLOCK_NONE, .last_ok = CLOCK_NONE, .held_until = CLOCK_NONE, .due = CLOCK_NONE,
	};
	buf_free(&label);
	return ret;
}

/* The file says what is subscribed, the cache what is known of it. */
static int
read_rows(struct listing *l, struct err *err)
{
	struct map by_url = { 0 };
	struct feeds_row *rows;
	size_t n;

	if (feeds_list(l->store, &l->arena, &rows, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*map_at(&by_url, rows[i].url) = &rows[i];
	for (size_t i = 0; i < l->subs.n; i++) {
		const struct feeds_row *row = map_find(&by_url, l->subs.feeds[i].url);

		*vec_add(&l->rows) = row ? *row : row_of(&l->arena, &l->subs.feeds[i]);
	}
	map_free(&by_url);
	return 0;
}

/* Marks those that a word names: "#tag" with all tags below it, or a feed. */
static int
mark(struct listing *l, struct str word, bool *is_wanted, struct err *err)
{
	bool is_tag = str_starts(word, "#"), has_any = false;
	const struct feeds_row *found;

	for (size_t i = 0; i < l->rows.n; i++) {
		const struct feeds_row *row = &l->rows.v[i];

		if (is_tag ? subs_has_tag(row->tags, row->n_tags, str_sub(word, 1, word.n)) : str_eq(row->url, word))
			has_any = is_wanted[i] = true;
	}
	if (has_any)
		return 0;
	if (is_tag)
		return err_set(err, ERR_NOT_FOUND, tr("no feed has the tag ‘%.*s’"), STR(str_sub(word, 1, 101)));
	if (feeds_choose(l->rows.v, l->rows.n, word, &found, err) < 0)
		return -1;
	is_wanted[found - l->rows.v] = true;
	return 0;
}

/* Leaves those that the words name. */
static int
pick(struct listing *l, char **words, int n_words, struct err *err)
{
	bool *is_wanted = arena_new(&l->arena, bool, l->rows.n + 1);
	size_t n = 0;

	for (int i = 0; i < n_words; i++)
		if (mark(l, str_of(words[i]), is_wanted, err) < 0)
			return -1;
	for (size_t i = 0; i < l->rows.n; i++)
		if (is_wanted[i])
			l->rows.v[n++] = l->rows.v[i];
	l->rows.n = n;
	return 0;
}

static int
list(struct listing *l, bool is_json, bool is_health, char **words, int n_words, struct err *err)
{
	if (cmd_open_both(&l->arena, &l->store, STORE_READ, &l->subs, err) < 0 || read_rows(l, err) < 0)
		return -1;
	if (n_words && pick(l, words, n_words, err) < 0)
		return -1;
	if (is_health && tell_health(l, is_json, n_words > 0, err) < 0)
		return -1;
	for (size_t i = 0; i < l->rows.n && !is_health; i++)
		(is_json ? tell_json : tell)(&l->rows.v[i]);
	if (!l->subs.n && !is_json)
		say_err("%s", tr("no feeds yet: ‘sosik catalog’ lists blogs to subscribe to, ‘sosik add’ takes an address"));
	return 0;
}

int
cmd_feeds(int argc, char **argv, struct err *err)
{
	bool is_json = false, is_health = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "health", 0, OPTS_FLAG, &is_health, NULL, N_("how the fetches of each went, the worst first"), 0, 0 },
		{ 0 },
	};
	struct listing l = { 0 };
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	rc = list(&l, is_json, is_health, argv + at, argc - at, err);
	store_close(l.store);
	vec_free(&l.rows);
	arena_free(&l.arena);
	return rc;
}
