#include "sync/sync_add.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "store/subscribe.h"
#include "sync/platform.h"
#include "text/url.h"

struct sync_add {
	struct sync_add_opts opts;
	struct discover *discover; /* NULL when nothing is checked */
	struct arena arena;        /* of one address */
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

/* ---- what was given */

/* What people copy along with an address: blanks, quotes, brackets. */
static struct str
bare(struct str text)
{
	static const char opening[] = "<\"'([", closing[] = ">\"')],";

	text = str_trim(text);
	while (text.n && strchr(opening, text.p[0]))
		text = str_sub(text, 1, text.n);
	while (text.n && strchr(closing, text.p[text.n - 1]))
		text.n--;
	return text;
}

/* Takes the scheme off *text: that of the address, or "https" with *is_guessed where it does not tell. */
static struct str
take_scheme(struct str *text, bool *is_guessed)
{
	struct str scheme = str_lit("https"), rest;

	if (str_starts_icase(*text, "view-source:"))
		*text = str_sub(*text, strlen("view-source:"), text->n);
	*is_guessed = true;
	if (str_starts_icase(*text, "feed:"))
		*text = str_sub(*text, strlen("feed:"), text->n);
	if (str_starts_icase(*text, "http:/") || str_starts_icase(*text, "https:/")) {
		str_cut(*text, ':', &scheme, &rest);
		*text = rest;
		*is_guessed = false;
	}
	while (str_starts(*text, "/"))
		*text = str_sub(*text, 1, text->n);
	return scheme;
}

/* "mailto:x", "ftp://x", but not a host with a port. */
static bool
is_of_other_scheme(struct str text)
{
	static const char *const schemes[] = { "http", "https", "feed", "view-source" };
	struct str scheme, rest;

	if (!str_cut(text, ':', &scheme, &rest) || str_has(scheme, ".") || str_has(scheme, "/"))
		return false;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_is_icase(scheme, schemes[i]))
			return false;
	return !rest.n || !str_is_digit(rest.p[0]);
}

/* The address as it is written into the feeds file: with a scheme, without blanks and fragment. */
static int
read_url(struct arena *a, const char *text, struct str *ret, bool *is_guessed, struct err *err)
{
	struct buf url = BUF_CAPPED(LIMIT_URL);
	struct str rest = bare(str_of(text)), scheme;

	if (rest.n && !str_has(rest, ".") && !str_has(rest, "/") && !str_has(rest, ":") && !str_is_icase(rest, "localhost"))
		return err_set(err, ERR_USAGE, tr("‘%.100s’ is not a web address; ‘sosik catalog %.100s’ looks for blogs of that name"),
			text, text);
	if (is_of_other_scheme(rest))
		return err_set(err, ERR_USAGE, tr("‘%.200s’ is not a web address"), text);
	scheme = take_scheme(&rest, is_guessed);
	rest = str_sub(rest, 0, str_find_char(rest, '#'));
	url_resolve(&url, STR_NONE, arena_printf(a, "%.*s://%.*s", STR(scheme), STR(rest)));
	*ret = arena_dup(a, buf_str(&url));
	if (ret->n && !url.full && url_is_web(*ret)) {
		buf_free(&url);
		return 0;
	}
	buf_free(&url);
	return err_set(err, ERR_USAGE, tr("‘%.200s’ is not a web address"), text);
}

/* ---- what is subscribed */

/* The address under which the feed of url is subscribed already; empty when it is not. */
static struct str
find_subscribed(const struct sync_add *add, struct str url)
{
	struct buf want = { 0 }, have = { 0 };
	struct str ret = STR_NONE;

	platform_identity(&want, url);
	for (size_t i = 0; i < add->subs.n && !ret.n; i++) {
		buf_clear(&have);
		platform_identity(&have, add->subs.feeds[i].url);
		if (str_eq(buf_str(&want), buf_str(&have)))
			ret = add->subs.feeds[i].url;
	}
	buf_free(&want);
	buf_free(&have);
	return ret;
}

static int
check_new(const struct sync_add *add, struct str url, struct err *err)
{
	struct str known = find_subscribed(add, url);
	struct buf shown = { 0 };

	if (!known.n)
		return 0;
	url_mask(&shown, known);
	if (str_eq(known, url))
		err_set(err, ERR_FAILED, tr("%.*s is subscribed already"), STR(buf_str(&shown)));
	else
		err_set(err, ERR_FAILED, tr("its feed is subscribed already, as %.*s"), STR(buf_str(&shown)));
	buf_free(&shown);
	return -1;
}

/* An action of its own, so that undo takes it back. That the title is known at once is a comfort: no reason to fail. */
static int
add_line(const struct subs_feed *feed, struct str title, struct err *err)
{
	enum subscribe_outcome outcome;
	struct subscribe what = { .feeds = feed, .n = 1, .outcomes = &outcome };
	struct store *store = NULL;
	int rc = store_open(&store, STORE_WRITE, NULL, err);

	if (!rc)
		rc = subscribe_add(store, &what, err);
	if (!rc && outcome != SUBSCRIBE_NEW)
		rc = err_set(err, ERR_FAILED, tr("%.*s is subscribed already"), STR(feed->url));
	if (!rc && title.n)
		(void)feeds_entitle(store, feed->url, title, NULL);
	store_close(store);
	return rc;
}

static int
subscribe(struct sync_add *add, const struct found_feed *found, struct err *err)
{
	const struct sync_add_opts *opts = &add->opts;
	struct subs_feed feed = { .url = found->url, .name = str_of(opts->name), .n_tags = opts->n_tags };

	if (check_new(add, found->url, err) < 0 || (found->final.n && check_new(add, found->final, err) < 0))
		return -1;
	feed.tags = arena_new(&add->arena, struct str, opts->n_tags + 1);
	for (size_t i = 0; i < opts->n_tags; i++) {
		struct str tag = str_of(opts->tags[i]);

		feed.tags[i] = str_starts(tag, "#") ? str_sub(tag, 1, tag.n) : tag;
	}
	if (add_line(&feed, found->title, err) < 0)
		return -1;
	if (opts->added)
		opts->added(opts->user, found);
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

static int
discover(struct sync_add *add, struct str url, bool is_guessed, struct err *err)
{
	const struct found_feed *feeds;
	struct err secure;
	size_t n;

	if (discover_find(add->discover, url, &feeds, &n, err) == 0)
		return subscribe_all(add, feeds, n, err);
	if (!is_guessed || (err->code != ERR_NETWORK && !discover_is_refused(add->discover)))
		return -1;
	/* Nobody said https, and nobody is there, or it sends us to http: old boards have only that. */
	secure = *err;
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
	if (read_url(&add->arena, text, &url, &is_guessed, err) < 0 || subs_read(&add->arena, &add->subs, err) < 0)
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
