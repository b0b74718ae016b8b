#include "sync/sync_offer.h"

#include "base/tr.h"
#include "sync/platform.h"
#include "sync/sync_names.h"
#include "text/quoted.h"

enum { OFFER_MAX = 3 }; /* addresses in a line */

/* What the rule of its platform says of the address of a page. */
static void
add_by_platform(struct sync_job *job, struct str url, struct page_links *links)
{
	struct platform platform;

	platform_find(&job->arena, url, &platform);
	if (platform.n_feeds && !str_eq(platform.feeds[0], url))
		links->v[links->n++] = (struct page_link){ .url = platform.feeds[0] };
}

static void
drop_subscribed(struct subscribed *subs, struct str url, struct page_links *links)
{
	size_t kept = 0;

	for (size_t i = 0; i < links->n; i++)
		if (!subscribed_find(subs, links->v[i].url, url).n)
			links->v[kept++] = links->v[i];
	links->n = kept;
}

/* A feed that was one once keeps its posts and marks at its new address. */
static bool
was_a_feed(const struct feeds_row *feed)
{
	return feed->last_ok != CLOCK_NONE;
}

static void
add_addresses(struct buf *text, const struct page_links *links)
{
	for (size_t i = 0; i < links->n && i < OFFER_MAX; i++)
		(void)buf_printf(text, " %.*s", STR(links->v[i].url));
}

static void
offer_new(struct buf *text, const struct feeds_row *feed, const struct page_links *links)
{
	struct buf word = { 0 };

	if (was_a_feed(feed)) {
		quoted_put(&word, sync_names_call(feed));
		(void)buf_printf(text, tr("; to take its posts along to its feed: sosik move --to %.*s %.*s"), STR(links->v[0].url), STR(buf_str(&word)));
		buf_free(&word);
		return;
	}
	(void)buf_puts(text, tr("; to subscribe to its feed: sosik add"));
	add_addresses(text, links);
}

void
sync_offer(struct buf *text, struct sync_job *job, const struct feeds_row *feed, struct subscribed *subs, struct page_links *links)
{
	struct str shown = url_mask_in(&job->arena, feed->url), known;

	page_links_pick(&job->arena, job, RECORD_LINK_FEED, URL_FEED_MAIN, links);
	if (!links->n && job->problem == FEED_IS_HTML)
		add_by_platform(job, feed->url, links);
	if (!links->n)
		return;
	known = subscribed_find(subs, links->v[0].url, feed->url);
	if (known.n) {
		links->n = 0;
		(void)buf_printf(text, tr("; its feed is subscribed already, as %.*s: sosik remove %.*s"), STR(url_mask_in(&job->arena, known)),
			STR(shown));
		return;
	}
	drop_subscribed(subs, feed->url, links);
	/* add takes the page's own line for that of its feed, where a platform's rule says so. */
	if (!subscribed_find(subs, links->v[0].url, STR_NONE).n) {
		offer_new(text, feed, links);
		return;
	}
	(void)buf_printf(text, tr("; its feed is at another address: sosik remove %.*s && sosik add"), STR(shown));
	add_addresses(text, links);
}

const char *
sync_offer_code(const struct feeds_row *feed)
{
	return was_a_feed(feed) ? "html-moved" : "html-feed";
}
