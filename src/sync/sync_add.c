#include "sync/sync_add.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "store/subscribe.h"
#include "sync/given.h"
#include "sync/platform.h"
#include "sync/subscribed.h"
#include "text/url.h"

enum { ADD_OTHERS = 3 }; /* feeds of a page that are named in a line */

struct sync_add {
	struct sync_add_opts opts;
	struct discover *discover; /* NULL when nothing is checked */
	struct arena arena;        /* of one address */
	bool is_plain;             /* http stands in for an https that is not there */
	struct subs subs;
};

int
sync_add_open(struct sync_add **ret, const struct sync_add_opts *opts, struct err *err)
{
	struct sync_add *add = mem_zalloc(1, sizeof *add);

	add->opts = *opts;
	if (!opts->is_unchecked && discover_open(&add->discover, &opts->discover, err) < 0) {
		sync_add_close(add);
		return -1;
	}
	*ret = add;
	return 0;
}

/* ---- what is subscribed */

/* is_other: known is not what was given. Whoever wants it called otherwise is told where. */
static int
tell_known(const struct sync_add *add, bool is_other, struct str known, struct err *err)
{
	bool is_asked = add->opts.name || add->opts.n_tags;
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
check_new(const struct sync_add *add, struct str url, struct err *err)
{
	struct str known = subscribed_find(&add->subs, url, STR_NONE);

	if (!known.n)
		return 0;
	return tell_known(add, !str_eq(known, url), known, err);
}

static int
open_store(const struct sync_add_opts *opts, struct store **ret, struct err *err)
{
	if (opts->open)
		return opts->open(opts->user, ret, STORE_WRITE, NULL, err);
	return store_open(ret, STORE_WRITE, NULL, err);
}

/* An action of its own, so that undo takes it back. That the title is known at once is a comfort: no reason to fail. */
static int
add_line(const struct sync_add *add, const struct subs_feed *feed, struct str title, struct err *err)
{
	enum subscribe_outcome outcome;
	struct subscribe what = { .feeds = feed, .n = 1, .outcomes = &outcome };
	struct store *store = NULL;
	int rc = open_store(&add->opts, &store, err);

	if (!rc)
		rc = subscribe_add(store, &what, err);
	if (!rc && outcome != SUBSCRIBE_NEW)
		rc = tell_known(add, false, feed->url, err);
	if (!rc && title.n)
		(void)feeds_entitle(store, feed->url, title, NULL);
	store_close(store);
	return rc;
}

/* The page of a feed that is subscribed already may name others, which may be what was meant. */
static void
name_others(const struct found_feed *found, struct err *err)
{
	struct buf text = { 0 };

	if (!found->n_others)
		return;
	(void)buf_printf(&text, tr_n("%s; --all also takes the %zu other feed that the page names:",
		"%s; --all also takes the %zu other feeds that the page names:", found->n_others), err->text, found->n_others);
	for (size_t i = 0; i < found->n_others && i < ADD_OTHERS; i++)
		(void)buf_printf(&text, " %.*s", STR(found->others[i]));
	if (found->n_others > ADD_OTHERS)
		(void)buf_puts(&text, " …");
	err_set(err, err->code, "%s", buf_cstr(&text));
	buf_free(&text);
}

static int
subscribe(struct sync_add *add, const struct found_feed *found, struct err *err)
{
	const struct sync_add_opts *opts = &add->opts;
	struct subs_feed feed = { .url = found->url, .name = str_of(opts->name), .n_tags = opts->n_tags };
	struct found_feed told = *found;

	if (check_new(add, found->url, err) < 0 || (found->final.n && check_new(add, found->final, err) < 0)) {
		name_others(found, err);
		return -1;
	}
	feed.tags = arena_new(&add->arena, struct str, opts->n_tags + 1);
	for (size_t i = 0; i < opts->n_tags; i++) {
		struct str tag = str_of(opts->tags[i]);

		feed.tags[i] = str_starts(tag, "#") ? str_sub(tag, 1, tag.n) : tag;
	}
	if (add_line(add, &feed, found->title, err) < 0)
		return -1;
	told.is_plain = add->is_plain && str_starts_icase(found->url, "http:");
	if (opts->added)
		opts->added(opts->user, &told);
	return 0;
}

/* Several feeds of one page: those that are new are subscribed; an error only when none is. */
static int
subscribe_all(struct sync_add *add, const struct found_feed *feeds, size_t n, struct err *err)
{
	struct err first = { 0 };
	size_t n_added = 0;

	if (n > 1 && add->opts.name)
		return err_set(err, ERR_USAGE, tr("--name goes with one feed, and here are %zu"), n);
	for (size_t i = 0; i < n; i++) {
		if (subscribe(add, &feeds[i], err) == 0) {
			n_added++;
			continue;
		}
		if (err->code != ERR_FAILED)
			return -1;
		if (!first.code)
			first = *err;
	}
	if (n_added)
		return 0;
	*err = first;
	return -1;
}

/* Somebody is there whom https does not trust: it is for the user to say http. A platform's feeds are there by https only. */
static void
advise_http(struct sync_add *add, struct str url, struct err *err)
{
	struct platform platform;
	struct err why = *err;

	platform_find(&add->arena, url, &platform);
	if (!platform.name)
		err_set(err, why.code, tr("%s; with http:// before it, it is fetched without protection"), why.text);
}

static int
discover(struct sync_add *add, struct str url, bool is_guessed, struct err *err)
{
	const struct found_feed *feeds;
	struct err secure;
	size_t n;

	add->is_plain = false;
	if (discover_find(add->discover, url, &feeds, &n, err) == 0)
		return subscribe_all(add, feeds, n, err);
	if (is_guessed && err->code == ERR_NETWORK && discover_is_unsafe(add->discover)) {
		advise_http(add, url, err);
		return -1;
	}
	if (!is_guessed || (err->code != ERR_NETWORK && !discover_is_refused(add->discover)))
		return -1;
	/* Nobody said https, and nobody is there, or it sends us to http: old boards have only that. */
	secure = *err;
	add->is_plain = true;
	url = arena_printf(&add->arena, "http%.*s", STR(str_sub(url, strlen("https"), url.n)));
	if (discover_find(add->discover, url, &feeds, &n, err) == 0)
		return subscribe_all(add, feeds, n, err);
	if (err->code == ERR_NETWORK)
		*err = secure;
	return -1;
}

int
sync_add_one(struct sync_add *add, const char *text, struct err *err)
{
	struct found_feed as_it_is = { 0 };
	struct str url;
	bool is_guessed = false;

	arena_reset(&add->arena);
	if (given_read(&add->arena, text, &url, &is_guessed, err) < 0 || subs_read(&add->arena, &add->subs, err) < 0)
		return -1;
	if (add->opts.is_unchecked) {
		as_it_is.url = url;
		return subscribe(add, &as_it_is, err);
	}
	if (!add->opts.discover.is_all && check_new(add, url, err) < 0)
		return -1;
	return discover(add, url, is_guessed, err);
}

void
sync_add_close(struct sync_add *add)
{
	if (!add)
		return;
	discover_close(add->discover);
	arena_free(&add->arena);
	free(add);
}
