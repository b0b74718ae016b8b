#include "sync/discover.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/tr.h"
#include "sync/page_links.h"
#include "sync/platform.h"
#include "sync/sync_catalog.h"
#include "sync/usual.h"
#include "sync/visit.h"
#include "text/url.h"

enum { DISCOVER_DEPTH = 3 }; /* pages that only lead on to others */

struct discover {
	struct discover_opts opts;
	struct visit_desk *desk;
	struct arena arena; /* of one search */
	struct found found;
	int depth;
	bool is_over;          /* asking on is of no use: err has been set */
	bool is_refused;       /* the address itself leads to where we do not go */
};

int
discover_open(struct discover **ret, const struct discover_opts *opts, struct err *err)
{
	struct discover *d = mem_zalloc(1, sizeof *d);

	d->opts = *opts;
	if (visit_open(&d->desk, &opts->fetch, err) < 0) {
		discover_close(d);
		return -1;
	}
	*ret = d;
	return 0;
}

/* ---- taking a feed */

/* url was asked for and is a feed. A temporary redirect leaves the address as it was. */
static int
take(struct discover *d, struct str url, const struct visit *visit, struct err *err)
{
	const struct sync_job *job = visit->job;
	struct platform platform;

	platform_find(&d->arena, url, &platform);
	if (platform.is_empty_nobody && !job->feed.title.n && !job->posts.n) {
		d->is_over = true;
		return err_set(err, ERR_NOT_FOUND, tr("there is no such blog"));
	}
	found_add(&d->found, visit->moved_to.n ? visit->moved_to : url, visit->url, job,
		platform.is_empty_off && !job->posts.n);
	return 0;
}

/* 0 when url, which we made up or a page named, is a feed of posts; it is taken. */
static int
try_feed(struct discover *d, struct str url, struct err *err)
{
	struct visit visit;
	int rc = -1;

	visit_url(d->desk, url, NULL, NULL, &visit);
	if (visit.got != VISIT_FEED)
		*err = visit.err;
	else if (found_is_comments(visit.job, url))
		err_set(err, ERR_FORMAT, tr("this feed has only comments"));
	else
		rc = take(d, url, &visit, err);
	d->is_over |= visit.is_unreachable;
	visit_free(&visit);
	return rc;
}

/* ---- a platform's rule */

static int
try_platform(struct discover *d, struct str url, const struct platform *platform, struct err *err)
{
	struct err late;

	for (size_t i = 0; i < platform->n_feeds; i++) {
		if (d->is_over && err->code != ERR_NETWORK)
			return -1;
		d->is_over = false;
		if (try_feed(d, platform->feeds[i], i ? &late : err) < 0)
			continue;
		for (size_t k = 0; d->opts.is_all && k < platform->n_more; k++)
			(void)try_feed(d, platform->more[k], &late);
		return 0;
	}
	/* Another host of the platform's may be there. */
	if (err->code == ERR_NETWORK && !str_eq_icase(url_host(platform->feeds[0]), url_host(url)))
		d->is_over = false;
	return -1;
}

/* ---- the catalogue */

static int
try_catalog(struct discover *d, struct str url, struct err *err)
{
	struct str feeds[PLATFORM_FEEDS];
	size_t n = sync_catalog_feeds(&d->arena, url, feeds, PLATFORM_FEEDS);
	int rc = -1;

	for (size_t i = 0; i < n && rc < 0 && !d->is_over; i++)
		rc = try_feed(d, feeds[i], err);
	d->is_over = false;
	return rc;
}

/* ---- a page's links */

/* Takes of the links, of which the first n_main are main feeds, those that are wanted. */
static int
try_links(struct discover *d, struct str page, const struct page_links *links, size_t n_main, struct err *err)
{
	bool is_taken[PAGE_LINKS_MAX] = { false }, is_chosen = false;
	size_t had = d->found.feeds.n;
	struct err last = { 0 };

	if (!d->opts.is_all && d->opts.choose && links->n > 1) {
		d->opts.choose(d->opts.user, page, links, is_taken);
		is_chosen = true;
	}
	for (size_t i = 0; i < links->n; i++) {
		if (is_chosen ? !is_taken[i] : i >= n_main || (!d->opts.is_all && d->found.feeds.n > had))
			continue;
		if (try_feed(d, links->v[i].url, &last) < 0 && is_chosen)
			*err = last;
	}
	if (d->found.feeds.n > had) {
		if (!is_chosen && !d->opts.is_all)
			d->found.feeds.v[had].n_others = n_main - 1;
		return 0;
	}
	if (is_chosen) {
		d->is_over = true;
		return last.code ? -1 : err_set(err, ERR_NOT_FOUND, tr("none was chosen"));
	}
	d->is_over = false;
	if (links->n)
		err_set(err, ERR_FORMAT, tr("none of the feeds that this page names can be read: %s"), last.text);
	return -1;
}

static int
try_named(struct discover *d, const struct visit *page, enum record_link kind, struct err *err)
{
	struct page_links links = { 0 };
	size_t n_main;

	page_links_pick(&d->arena, page->job, kind, URL_FEED_MAIN, &links);
	n_main = links.n;
	if (n_main)
		page_links_pick(&d->arena, page->job, kind, URL_FEED_PART, &links);
	return n_main ? try_links(d, page->url, &links, n_main, err) : -1;
}

/* The feed of a part, where there is none of the whole. */
static int
try_parts(struct discover *d, const struct visit *page, struct err *err)
{
	struct page_links links = { 0 };
	size_t had = d->found.feeds.n;

	page_links_pick(&d->arena, page->job, RECORD_LINK_FEED, URL_FEED_PART, &links);
	if (!links.n || try_links(d, page->url, &links, links.n, err) < 0)
		return -1;
	for (size_t i = had; i < d->found.feeds.n; i++)
		d->found.feeds.v[i].is_part = true;
	return 0;
}

/* ---- a guess */

static int
try_usual(struct discover *d, struct str page, struct str generator, struct err *err)
{
	struct str paths[USUAL_MAX];
	size_t n = usual_paths(&d->arena, page, generator, paths);
	struct err last;

	for (size_t i = 0; i < n && !d->is_over; i++)
		if (try_feed(d, paths[i], &last) == 0)
			return 0;
	if (d->is_over)
		*err = last;
	return -1;
}

/* ---- the search */

static int find(struct discover *d, struct str url, struct err *err);

/* A page that is only a way to another. */
static int
go_on(struct discover *d, const struct visit *page, struct err *err)
{
	struct page_links links = { 0 };
	struct err last;

	page_links_pick(&d->arena, page->job, RECORD_LINK_GO, URL_FEED_MAIN, &links);
	for (size_t i = 0; i < links.n && d->depth < DISCOVER_DEPTH && !d->is_over; i++)
		if (find(d, links.v[i].url, &last) == 0)
			return 0;
	if (d->is_over)
		*err = last;
	return -1;
}

/* A page that we were led to and whose address has a rule of its own. */
static int
follow_redirect(struct discover *d, struct str asked, struct str landed, struct err *err)
{
	struct platform platform;

	if (str_eq_icase(url_host(asked), url_host(landed)) || d->depth >= DISCOVER_DEPTH)
		return -1;
	platform_find(&d->arena, landed, &platform);
	return platform.name ? find(d, arena_dup(&d->arena, landed), err) : -1;
}

static int
search_page(struct discover *d, struct str url, const struct visit *page, struct err *err)
{
	struct err why = { 0 };

	if (follow_redirect(d, url, page->url, err) == 0 || try_named(d, page, RECORD_LINK_FEED, &why) == 0)
		return 0;
	if (d->is_over)
		goto over;
	if (go_on(d, page, err) == 0 || try_named(d, page, RECORD_LINK_ANCHOR, err) == 0)
		return 0;
	if (!d->is_over && try_usual(d, page->url, page->job->feed.generator, err) == 0)
		return 0;
	if (!d->is_over && try_parts(d, page, err) == 0)
		return 0;
	if (d->is_over && err->code)
		return -1;
over:
	if (why.code)
		*err = why;
	else
		err_set(err, ERR_FORMAT, tr("this page names no feed, and none is where feeds usually are; "
			"with --no-check an address is taken as it is"));
	return -1;
}

/* Looks at the address itself. */
static int
search(struct discover *d, struct str url, struct err *err)
{
	struct visit visit;
	struct err late = { 0 };
	int rc = -1;

	visit_url(d->desk, url, NULL, NULL, &visit);
	*err = visit.err;
	d->is_refused |= visit.is_refused;
	if (visit.got == VISIT_FEED)
		rc = take(d, url, &visit, err);
	else if (visit.got == VISIT_PAGE)
		rc = search_page(d, url, &visit, err);
	else if (visit.is_missing || visit.got == VISIT_NEITHER)
		rc = follow_redirect(d, url, visit.url, &late) == 0 ? 0 : try_usual(d, visit.url, STR_NONE, &late);
	visit_free(&visit);
	return rc;
}

/* A feed's code in a page of its platform; the page may name the feed itself, too. */
static int
search_code(struct discover *d, struct str url, struct platform *platform, struct err *err)
{
	struct visit visit;
	int rc = -1;

	visit_url(d->desk, platform->page, platform->marks, platform->code_start, &visit);
	*err = visit.err;
	d->is_over = visit.is_unreachable;
	if (visit.got == VISIT_PAGE && visit.job->code.n) {
		platform_use_code(&d->arena, url, visit.job->code, platform);
		rc = try_platform(d, url, platform, err);
	}
	if (rc < 0 && visit.got == VISIT_PAGE && !d->is_over)
		rc = search_page(d, platform->page, &visit, err);
	visit_free(&visit);
	return rc;
}

static int
find(struct discover *d, struct str url, struct err *err)
{
	struct platform platform;
	int rc;

	d->depth++;
	platform_find(&d->arena, url, &platform);
	/* A feed of a platform's, of a tag for example, is meant as it is. */
	if (platform.name && url_feed_is_like(url)) {
		struct visit visit;

		visit_url(d->desk, url, NULL, NULL, &visit);
		rc = visit.got == VISIT_FEED ? take(d, url, &visit, err) : -1;
		visit_free(&visit);
		if (rc == 0 || d->is_over)
			return rc;
	}
	if (platform.why)
		return err_set(err, ERR_NOT_FOUND, "%s", tr(platform.why));
	if (platform.page.n)
		return search_code(d, url, &platform, err);
	if (platform.n_feeds && (try_platform(d, url, &platform, err) == 0 || d->is_over))
		return d->found.feeds.n ? 0 : -1;
	if (!platform.name && try_catalog(d, url, err) == 0)
		return 0;
	return search(d, url, err);
}

int
discover_find(struct discover *d, struct str url, const struct found_feed **feeds, size_t *n, struct err *err)
{
	d->depth = 0;
	d->is_over = d->is_refused = false;
	found_clear(&d->found);
	arena_reset(&d->arena);
	visit_begin(d->desk);
	if (find(d, arena_dup(&d->arena, url), err) < 0 || !d->found.feeds.n)
		return -1;
	*feeds = d->found.feeds.v;
	*n = d->found.feeds.n;
	return 0;
}

bool
discover_is_refused(const struct discover *d)
{
	return d->is_refused;
}

void
discover_close(struct discover *d)
{
	if (!d)
		return;
	visit_close(d->desk);
	found_free(&d->found);
	arena_free(&d->arena);
	free(d);
}
