#include "sync/discover_impl.h"

#include <stdlib.h>

#include "base/tr.h"
#include "text/url.h"

int
discover_open(struct discover **ret, const struct discover_opts *opts, struct err *err)
{
	const struct visit_opts visit = { .fetch = &opts->fetch, .at_login = opts->at_login, .idle = opts->idle, .idler = opts->idler };
	struct discover *d = mem_zalloc(1, sizeof *d);

	d->opts = *opts;
	if (visit_open(&d->desk, &visit, err) < 0) {
		discover_close(d);
		return -1;
	}
	*ret = d;
	return 0;
}

/* ---- the search */

static int find(struct discover *d, struct str url, struct err *err);

/* A page that is only a way to another. */
static int
go_on(struct discover *d, const struct visit *page, struct err *err)
{
	struct page_links links = { 0 };
	bool was_inner = d->is_inner;
	struct err last;
	int rc = -1;

	page_links_pick(&d->arena, page->job, RECORD_LINK_GO, URL_FEED_MAIN, &links);
	for (size_t i = 0; i < links.n && rc < 0 && d->depth < DISCOVER_DEPTH && !d->is_over; i++) {
		d->is_inner = str_eq_icase(url_host(page->url), url_host(links.v[i].url));
		rc = find(d, links.v[i].url, &last);
	}
	d->is_inner = was_inner;
	if (rc == 0)
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

	if (follow_redirect(d, url, page->url, err) == 0 || discover_try_named(d, page, RECORD_LINK_FEED, &why) == 0)
		return 0;
	if (d->is_over)
		goto over;
	if (discover_try_news(d, page, err) == 0 || go_on(d, page, err) == 0 || discover_try_named(d, page, RECORD_LINK_ANCHOR, err) == 0)
		return 0;
	if (!d->is_over && !d->is_inner && discover_try_usual(d, page->url, page->job->feed.generator, err) == 0)
		return 0;
	if (!d->is_over && discover_try_parts(d, page, err) == 0)
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

/* A feed of the same host for a page that is not there is a guess, unless it is of what stands at that path. */
static bool
is_guess(const struct discover *d, const struct visit *page)
{
	struct str path = page->url;
	struct url url;

	url_split(path, &url);
	while (str_ends(path, "/"))
		path.n--;
	return page->is_gone && url.path.n > 1 && d->found.feeds.n && !str_eq(str_sub(d->found.feeds.v[0].url, 0, path.n), path);
}

/* Looks at the address itself. */
static int
search(struct discover *d, struct str url, struct err *err)
{
	struct visit visit;
	struct err late = { 0 };
	int rc = -1;

	visit_url(d->desk, url, discover_try_marks(), "", &visit);
	*err = visit.err;
	d->is_refused |= visit.is_refused;
	d->is_unsafe |= visit.is_unsafe;
	if (visit.got == VISIT_FEED) {
		rc = discover_try_take(d, url, &visit, err);
	} else if (visit.got == VISIT_PAGE) {
		rc = search_page(d, url, &visit, err);
	} else if (visit.is_missing || visit.got == VISIT_NEITHER) {
		rc = follow_redirect(d, url, visit.url, &late);
		if (rc < 0 && !d->is_inner)
			rc = discover_try_usual(d, visit.url, STR_NONE, &late);
		d->is_instead = rc == 0 && d->depth == 1 && is_guess(d, &visit);
	}
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
	d->is_unsafe |= visit.is_unsafe;
	if (visit.got == VISIT_PAGE && visit.job->code.n) {
		platform_use_code(&d->arena, url, visit.job->code, platform);
		rc = discover_try_platform(d, url, platform, err);
	}
	if (rc < 0 && visit.got == VISIT_PAGE && !d->is_over)
		rc = search_page(d, platform->page, &visit, err);
	visit_free(&visit);
	return rc;
}

static int
find_here(struct discover *d, struct str url, struct err *err)
{
	struct platform platform;
	int rc;

	platform_find(&d->arena, url, &platform);
	/* A feed of a platform's, of a tag for example, is meant as it is. */
	if (platform.name && url_feed_is_like(url)) {
		struct visit visit;

		visit_url(d->desk, url, NULL, NULL, &visit);
		rc = visit.got == VISIT_FEED ? discover_try_take(d, url, &visit, err) : -1;
		visit_free(&visit);
		if (rc == 0 || d->is_over)
			return rc;
	}
	if (platform.why)
		return err_set(err, ERR_NOT_FOUND, "%s", tr(platform.why));
	if (platform.page.n)
		return search_code(d, url, &platform, err);
	if (platform.n_feeds && (discover_try_platform(d, url, &platform, err) == 0 || d->is_over))
		return d->found.feeds.n ? 0 : -1;
	if (!platform.name && discover_try_catalog(d, url, err) == 0)
		return 0;
	return search(d, url, err);
}

static int
find(struct discover *d, struct str url, struct err *err)
{
	int rc;

	d->depth++;
	rc = find_here(d, url, err);
	d->depth--;
	return rc;
}

/* A feed for another address than the one that was meant, of which *err tells, is taken by who says so. */
static int
check_instead(struct discover *d, struct str given, struct err *err)
{
	struct str feed = d->found.feeds.v[0].url;
	struct buf shown = { 0 };
	struct err why = *err;

	if (d->opts.agree && d->opts.idle)
		d->opts.idle(d->opts.idler, true);
	if (d->opts.agree && d->opts.agree(d->opts.user, given, why.text, feed))
		return 0;
	url_mask(&shown, feed);
	err_set(err, why.code, d->opts.agree ? tr("%s; not the feed that was found instead, %s") :
		tr("%s; found instead: ‘sosik add %s’ subscribes to that"), why.text, buf_cstr(&shown));
	buf_free(&shown);
	return -1;
}

int
discover_find(struct discover *d, struct str url, const struct found_feed **feeds, size_t *n, struct err *err)
{
	d->depth = 0;
	d->is_over = d->is_refused = d->is_unsafe = d->is_inner = d->is_instead = false;
	found_clear(&d->found);
	arena_reset(&d->arena);
	visit_begin(d->desk);
	if (find(d, arena_dup(&d->arena, url), err) < 0 || !d->found.feeds.n)
		return -1;
	if (d->is_instead && check_instead(d, url, err) < 0)
		return -1;
	*feeds = d->found.feeds.v;
	*n = d->found.feeds.n;
	return 0;
}

void
discover_ahead(struct discover *d, struct str url)
{
	if (url_feed_is_like(url))
		visit_ahead(d->desk, url);
}

void
discover_done(struct discover *d, struct str url)
{
	visit_done(d->desk, url);
}

bool
discover_is_refused(const struct discover *d)
{
	return d->is_refused;
}

bool
discover_is_unsafe(const struct discover *d)
{
	return d->is_unsafe;
}

void
discover_close(struct discover *d)
{
	if (!d)
		return;
	visit_close(d->desk);
	found_free(&d->found);
	sync_catalog_free(&d->catalog);
	arena_free(&d->arena);
	free(d);
}
