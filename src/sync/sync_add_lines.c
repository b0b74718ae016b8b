#include "sync/sync_add_lines.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "store/subscribe.h"
#include "text/url.h"

enum {
	LINES_WAIT_MS = 500, /* for whoever looks on, and all that a kill takes */
	LINES_WAIT_TIMES = 8 /* as long as writing took, where that is more: with many feeds, on a slow disk */
};

void
sync_add_lines_put(struct sync_add_lines *l, const struct found_feed *feed)
{
	struct found_feed *kept = vec_add(&l->feeds);

	*kept = *feed;
	kept->url = arena_dup(&l->arena, feed->url);
	kept->title = arena_dup(&l->arena, feed->title);
	kept->final = STR_NONE;
	kept->others = NULL;
	if (l->feeds.n == 1)
		l->since_ms = clock_mono_ms();
}

int
sync_add_lines_known(const struct sync_add_opts *opts, bool is_other, struct str known, struct err *err)
{
	bool is_asked = opts->name || opts->n_tags;
	struct buf shown = { 0 };
	struct err told;

	url_mask(&shown, known);
	if (is_other)
		err_set(&told, ERR_FAILED, tr("its feed is subscribed already, as %.*s"), STR(buf_str(&shown)));
	else
		err_set(&told, ERR_FAILED, tr("‘%.*s’ is subscribed already"), STR(buf_str(&shown)));
	(void)err_set(err, told.code, is_asked ? tr("%s; ‘sosik rename’ gives it a name, its tags stand in the feeds file") : "%s", told.text);
	buf_free(&shown);
	return -1;
}

static int
open_store(const struct sync_add_opts *opts, struct store **ret, struct err *err)
{
	if (opts->open)
		return opts->open(opts->user, ret, STORE_WRITE, NULL, err);
	return store_open(ret, STORE_WRITE, NULL, err);
}

/* The same tags and name for each. */
static struct subs_feed *
lines_of(struct sync_add_lines *l, const struct found_feed *feeds, size_t n)
{
	struct subs_feed *ret = arena_new(&l->arena, struct subs_feed, n);
	struct str *tags = arena_new(&l->arena, struct str, l->opts->n_tags);

	for (size_t i = 0; i < l->opts->n_tags; i++) {
		struct str tag = str_of(l->opts->tags[i]);

		tags[i] = str_starts(tag, "#") ? str_sub(tag, 1, tag.n) : tag;
	}
	for (size_t i = 0; i < n; i++)
		ret[i] = (struct subs_feed){ .url = feeds[i].url, .name = str_of(l->opts->name), .tags = tags, .n_tags = l->opts->n_tags };
	return ret;
}

static void
tell_one(const struct sync_add_opts *opts, const struct found_feed *feed, enum subscribe_outcome outcome)
{
	struct err err;

	if (outcome == SUBSCRIBE_NEW && opts->added)
		opts->added(opts->user, feed);
	if (outcome == SUBSCRIBE_NEW || !opts->refused)
		return;
	(void)sync_add_lines_known(opts, false, feed->url, &err);
	opts->refused(opts->user, STR_NONE, &err);
}

/* That the titles are known at once is a comfort: no reason to fail. */
static void
entitle(struct store *store, const struct found_feed *feeds, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (feeds[i].title.n)
			(void)feeds_entitle(store, feeds[i].url, feeds[i].title, NULL);
}

static int
try_write(struct sync_add_lines *l, const struct found_feed *feeds, size_t n, struct err *err)
{
	enum subscribe_outcome *outcomes = arena_new(&l->arena, enum subscribe_outcome, n);
	struct subscribe what = { .feeds = lines_of(l, feeds, n), .n = n, .outcomes = outcomes, .action = &l->action };
	struct store *store = NULL;
	int rc = open_store(l->opts, &store, err);

	if (!rc)
		rc = subscribe_add(store, &what, err);
	if (!rc)
		entitle(store, feeds, n);
	store_close(store);
	for (size_t i = 0; i < n && !rc; i++)
		tell_one(l->opts, &feeds[i], outcomes[i]);
	return rc;
}

/* One that the file cannot hold must not keep the others out. */
static void
write_some(struct sync_add_lines *l, const struct found_feed *feeds, size_t n)
{
	struct err err = { 0 };
	bool is_of_one;

	if (try_write(l, feeds, n, &err) == 0)
		return;
	is_of_one = err.code == ERR_USAGE || err.code == ERR_LIMIT;
	for (size_t i = 0; i < n && n > 1 && is_of_one; i++)
		write_some(l, &feeds[i], 1);
	if ((n == 1 || !is_of_one) && l->opts->refused)
		l->opts->refused(l->opts->user, n == 1 ? feeds->url : STR_NONE, &err);
}

void
sync_add_lines_write(struct sync_add_lines *l)
{
	int64_t began_ms = clock_mono_ms();

	if (!l->feeds.n)
		return;
	write_some(l, l->feeds.v, l->feeds.n);
	l->took_ms = clock_mono_ms() - began_ms;
	l->feeds.n = 0;
	arena_reset(&l->arena);
}

void
sync_add_lines_look(struct sync_add_lines *l)
{
	int64_t wait_ms = l->took_ms * LINES_WAIT_TIMES;

	if (l->feeds.n && clock_mono_ms() - l->since_ms >= (wait_ms > LINES_WAIT_MS ? wait_ms : LINES_WAIT_MS))
		sync_add_lines_write(l);
}

void
sync_add_lines_free(struct sync_add_lines *l)
{
	vec_free(&l->feeds);
	arena_free(&l->arena);
}
