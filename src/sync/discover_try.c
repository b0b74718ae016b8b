#include "sync/discover_impl.h"

#include "base/limits.h"
#include "base/tr.h"
#include "sync/usual.h"
#include "text/url.h"

/* ---- taking a feed */

/* url was asked for and is a feed. A temporary redirect leaves the address as it was. */
int
discover_try_take(struct discover *d, struct str url, const struct visit *visit, struct err *err)
{
	const struct sync_job *job = visit->job;
	struct platform platform;

	platform_find(&d->arena, url, &platform);
	if (platform_is_nobody(url, job->feed.title, job->posts.n)) {
		d->is_over = true;
		return err_set(err, ERR_NOT_FOUND, tr("there is no such blog"));
	}
	found_add(&d->found, visit->moved_to.n ? visit->moved_to : url, visit->url, job,
		platform.is_empty_off && !job->posts.n);
	return 0;
}

/* The same for an address that we made up or a page named: it has to be a feed of posts. */
static int
take_posts(struct discover *d, struct str url, const struct visit *visit, struct err *err)
{
	if (found_is_comments(visit->job, url))
		return err_set(err, ERR_FORMAT, tr("this feed has only comments"));
	return discover_try_take(d, url, visit, err);
}

/* 0 when url is a feed of posts; it is taken. */
int
discover_try_feed(struct discover *d, struct str url, struct err *err)
{
	struct visit visit;
	int rc = -1;

	visit_url(d->desk, url, NULL, NULL, &visit);
	if (visit.got == VISIT_FEED)
		rc = take_posts(d, url, &visit, err);
	else
		*err = visit.err;
	d->is_over |= visit.is_unreachable;
	d->is_unsafe |= visit.is_unsafe;
	visit_free(&visit);
	return rc;
}

/* ---- a platform's rule */

int
discover_try_platform(struct discover *d, struct str url, const struct platform *platform, struct err *err)
{
	struct err late;

	for (size_t i = 0; i < platform->n_feeds; i++) {
		if (d->is_over && err->code != ERR_NETWORK)
			return -1;
		d->is_over = false;
		if (discover_try_feed(d, platform->feeds[i], i ? &late : err) < 0)
			continue;
		for (size_t k = 0; d->opts.is_all && k < platform->n_more; k++)
			(void)discover_try_feed(d, platform->more[k], &late);
		return 0;
	}
	/* Another host of the platform's may be there. */
	if (err->code == ERR_NETWORK && !str_eq_icase(url_host(platform->feeds[0]), url_host(url)))
		d->is_over = false;
	return -1;
}

/* ---- the catalogue */

int
discover_try_catalog(struct discover *d, struct str url, struct err *err)
{
	struct str feeds[PLATFORM_FEEDS];
	size_t n = sync_catalog_feeds(&d->catalog, url, feeds, PLATFORM_FEEDS);
	int rc = -1;

	for (size_t i = 0; i < n && rc < 0 && !d->is_over; i++)
		rc = discover_try_feed(d, feeds[i], err);
	d->is_over = false;
	return rc;
}

/* ---- a news site */

/* How the home of a news site on NDsoft's system links to its articles. */
static const char *const news_marks[] = { "\"/news/articleView.html?idxno=", NULL };

const char *const *
discover_try_marks(void)
{
	return news_marks;
}

/* A page with such links is of a site whose articles have a rule. */
int
discover_try_news(struct discover *d, const struct visit *page, struct err *err)
{
	struct platform platform;
	struct buf article = BUF_CAPPED(LIMIT_URL);
	struct err late;
	int rc = -1;

	if (page->job->marks != news_marks || !page->job->code.n)
		return -1;
	url_resolve(&article, page->url, str_lit("/news/articleView.html"));
	platform_find(&d->arena, buf_str(&article), &platform);
	rc = discover_try_platform(d, page->url, &platform, &late);
	d->is_over = false;
	if (rc < 0)
		*err = late;
	buf_free(&article);
	return rc;
}

/* ---- a page's links */

/* A link of a page; an ordinary one may lead to a list of the site's feeds. */
static int
try_link(struct discover *d, struct str url, enum record_link kind, struct err *err)
{
	struct visit visit;
	int rc = -1;

	visit_url(d->desk, url, NULL, NULL, &visit);
	d->is_over |= visit.is_unreachable;
	if (visit.got == VISIT_FEED) {
		rc = take_posts(d, url, &visit, err);
	} else if (visit.got == VISIT_PAGE && kind == RECORD_LINK_ANCHOR && d->depth < DISCOVER_DEPTH) {
		d->depth++;
		*err = visit.err;
		rc = discover_try_named(d, &visit, RECORD_LINK_FEED, err) == 0 ? 0 : discover_try_named(d, &visit, RECORD_LINK_ANCHOR, err);
		d->depth--;
	} else {
		*err = visit.err;
	}
	visit_free(&visit);
	return rc;
}

/* The main feeds of the page but for the one that was taken; where a link of it led to a page that names them, they are named already. */
static void
name_others(struct discover *d, const struct page_links *links, size_t n_main, size_t taken, struct found_feed *feed)
{
	struct str *others = arena_new(&d->arena, struct str, n_main);

	if (feed->others)
		return;
	for (size_t i = 0; i < n_main; i++)
		if (i != taken)
			others[feed->n_others++] = links->v[i].url;
	feed->others = others;
}

/* Takes of the links, of which the first n_main are main feeds, those that are wanted. */
static int
try_links(struct discover *d, struct str page, const struct page_links *links, enum record_link kind, size_t n_main,
	struct err *err)
{
	bool is_taken[PAGE_LINKS_MAX] = { false }, is_chosen = false;
	size_t had = d->found.feeds.n, first = 0;
	struct err last = { 0 };

	if (!d->opts.is_all && d->opts.choose && links->n > 1) {
		if (d->opts.idle)
			d->opts.idle(d->opts.idler, true);
		d->opts.choose(d->opts.user, page, links, is_taken);
		is_chosen = true;
	}
	for (size_t i = 0; i < links->n; i++) {
		if (is_chosen ? !is_taken[i] : i >= n_main || (!d->opts.is_all && d->found.feeds.n > had))
			continue;
		if (try_link(d, links->v[i].url, kind, &last) == 0)
			first = i;
		else if (is_chosen)
			*err = last;
	}
	if (d->found.feeds.n > had) {
		if (!is_chosen && !d->opts.is_all)
			name_others(d, links, n_main, first, &d->found.feeds.v[had]);
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

int
discover_try_named(struct discover *d, const struct visit *page, enum record_link kind, struct err *err)
{
	struct page_links links = { 0 };
	size_t n_main;

	page_links_pick(&d->arena, page->job, kind, URL_FEED_MAIN, &links);
	n_main = links.n;
	if (n_main)
		page_links_pick(&d->arena, page->job, kind, URL_FEED_PART, &links);
	return n_main ? try_links(d, page->url, &links, kind, n_main, err) : -1;
}

/* The feed of a part, where there is none of the whole. */
int
discover_try_parts(struct discover *d, const struct visit *page, struct err *err)
{
	struct page_links links = { 0 };
	size_t had = d->found.feeds.n;

	page_links_pick(&d->arena, page->job, RECORD_LINK_FEED, URL_FEED_PART, &links);
	if (!links.n || try_links(d, page->url, &links, RECORD_LINK_FEED, links.n, err) < 0)
		return -1;
	for (size_t i = had; i < d->found.feeds.n; i++)
		d->found.feeds.v[i].is_part = true;
	return 0;
}

/* ---- a guess */

int
discover_try_usual(struct discover *d, struct str page, struct str generator, struct err *err)
{
	struct str paths[USUAL_MAX];
	size_t n = usual_paths(&d->arena, page, generator, paths);
	struct err last;

	for (size_t i = 0; i < n && !d->is_over; i++)
		if (discover_try_feed(d, paths[i], &last) == 0)
			return 0;
	if (d->is_over)
		*err = last;
	return -1;
}
