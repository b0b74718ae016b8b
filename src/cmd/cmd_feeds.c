#include <unistd.h>

#include "base/map.h"
#include "base/tr.h"
#include "cmd/cmd_all.h"
#include "cmd/cmd_json.h"
#include "cmd/cmd_open.h"
#include "store/feeds_trouble.h"
#include "text/date.h"
#include "text/feed_why.h"
#include "text/opts.h"
#include "text/say.h"
#include "text/url.h"
#include "text/width.h"
#include "text/wrap.h"

enum { NAME_COLS = 24 };

/* What had to be mended to read a feed, by FEED_FIX_ bit. */
static const struct {
	unsigned bit;
	const char *code, *words;
} repairs[] = {
	{ FEED_FIX_CHARSET, "charset", N_("wrong character set") },
	{ FEED_FIX_CONTROL, "control", N_("control characters") },
	{ FEED_FIX_ENTITY, "entity", N_("undefined entities") },
	{ FEED_FIX_PROLOG, "prolog", N_("text before the XML") },
	{ FEED_FIX_MARKUP, "markup", N_("not well-formed") },
	{ FEED_FIX_TRUNCATED, "truncated", N_("ended early") },
	{ FEED_FIX_LIMIT, "limit", N_("larger than a limit") },
};

static void
tell_json(const struct feeds_row *row)
{
	json_t *object = json_pack("{s:i, s:I, s:I, s:I, s:b}", "v", 1, "total", (json_int_t)row->total, "unread",
		(json_int_t)row->unread, "fails", (json_int_t)row->fails, "gone", row->status == FEEDS_GONE);
	json_t *mended = json_array();
	struct buf why = { 0 };

	cmd_json_text(object, "id", row->uid);
	cmd_json_text(object, "url", row->url);
	cmd_json_text(object, "name", row->name);
	cmd_json_text(object, "site", row->site);
	cmd_json_texts(object, "tags", row->tags, row->n_tags);
	cmd_json_time(object, "last_try", row->last_try);
	cmd_json_time(object, "last_ok", row->last_ok);
	cmd_json_time(object, "held_until", row->held_until);
	feed_why_text(&why, row->error);
	cmd_json_text(object, "error", buf_str(&why));
	buf_free(&why);
	for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++)
		if (row->repairs & repairs[i].bit)
			json_array_append_new(mended, json_string(repairs[i].code));
	json_object_set_new(object, "repairs", mended);
	cmd_json_out(object);
}

/* The name in its column; only a terminal has a reason to cut one that is longer, unless it is but the address. */
static void
add_name(struct buf *line, const struct feeds_row *row)
{
	size_t n = row->name.n;
	bool is_address = n <= row->url.n && str_eq(str_sub(row->url, row->url.n - n, row->url.n), row->name);

	if (width_str(row->name) > NAME_COLS && !is_address && !isatty(STDOUT_FILENO))
		buf_add(line, row->name);
	else
		wrap_fit_name(line, row->name, NAME_COLS);
}

static void
tell(const struct feeds_row *row)
{
	struct buf line = { 0 };

	add_name(&line, row);
	buf_puts(&line, "  ");
	url_mask(&line, row->url);
	for (size_t i = 0; i < row->n_tags; i++)
		buf_printf(&line, " #%.*s", STR(row->tags[i]));
	say_out("%6lld/%-6lld  %s", (long long)row->unread, (long long)row->total, buf_cstr(&line));
	buf_free(&line);
}

static void
add_condition(struct buf *line, const struct feeds_row *row)
{
	bool is_first = true;

	if (row->status == FEEDS_GONE || row->error.n)
		feeds_trouble(line, row);
	else
		buf_puts(line, row->last_ok == CLOCK_NONE ? tr("not fetched yet") : tr("fine"));
	for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++)
		if (row->repairs & repairs[i].bit) {
			buf_puts(line, is_first ? tr("; mended: ") : ", ");
			buf_puts(line, tr(repairs[i].words));
			is_first = false;
		}
}

static void
tell_health(const struct feeds_row *row)
{
	struct buf line = { 0 }, when = { 0 };

	if (row->last_ok != CLOCK_NONE)
		date_list(&when, row->last_ok, clock_now());
	add_name(&line, row);
	buf_puts(&line, "  ");
	wrap_fit(&line, buf_str(&when), 13);
	buf_puts(&line, "  ");
	add_condition(&line, row);
	say_out("%s", buf_cstr(&line));
	buf_free(&when);
	buf_free(&line);
}

/* A subscription that no sync has seen yet: it stands in the file only. */
static void
row_of(struct arena *a, const struct subs_feed *feed, struct feeds_row *ret)
{
	struct buf label = { 0 };

	url_label(&label, feed->url);
	*ret = (struct feeds_row){
		.url = feed->url, .name = feed->name.n ? feed->name : arena_dup(a, buf_str(&label)), .tags = feed->tags, .n_tags = feed->n_tags,
		.last_try = CLOCK_NONE, .last_ok = CLOCK_NONE, .held_until = CLOCK_NONE,
	};
	buf_free(&label);
}

/* The file says what is subscribed, the cache what is known of it. */
static int
list(struct arena *a, void (*told)(const struct feeds_row *row), struct err *err)
{
	struct store *s = NULL;
	struct subs subs;
	struct map by_url = { 0 };
	struct feeds_row *rows, fresh;
	size_t n;

	if (cmd_open_subs(a, &subs, err) < 0 || cmd_open_store(&s, STORE_READ, err) < 0)
		return -1;
	if (feeds_list(s, a, &rows, &n, err) < 0) {
		store_close(s);
		return -1;
	}
	for (size_t i = 0; i < n; i++)
		*map_at(&by_url, rows[i].url) = &rows[i];
	for (size_t i = 0; i < subs.n; i++) {
		const struct feeds_row *row = map_find(&by_url, subs.feeds[i].url);

		if (!row)
			row_of(a, &subs.feeds[i], &fresh);
		told(row ? row : &fresh);
	}
	map_free(&by_url);
	if (!subs.n && told != tell_json)
		say_err("%s", tr("no feeds yet: ‘sosik catalog’ lists blogs to subscribe to, ‘sosik add’ takes an address"));
	store_close(s);
	return 0;
}

int
cmd_feeds(int argc, char **argv, struct err *err)
{
	bool is_json = false, is_health = false;
	const struct opts table[] = {
		{ "json", 0, OPTS_FLAG, &is_json, NULL, N_("one JSON object a line"), 0, 0 },
		{ "health", 0, OPTS_FLAG, &is_health, NULL, N_("how the last fetch of each went"), 0, 0 },
		{ 0 },
	};
	struct arena a = { 0 };
	int at = opts_read(argc, argv, table, err), rc;

	if (at < 0)
		return -1;
	if (at < argc)
		return cmd_usage("feeds", err);
	rc = list(&a, is_json ? tell_json : is_health ? tell_health : tell, err);
	arena_free(&a);
	return rc;
}
