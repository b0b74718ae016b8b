#include "sync/page_links.h"

#include "text/url.h"
#include "text/url_near.h"

/* Feeds of many sites live at one service. */
static bool
is_of_site(struct str page, struct str feed)
{
	return str_has(url_host(feed), "feedburner.com") || url_near_site(page, feed);
}

void
page_links_pick(struct arena *a, const struct sync_job *page, enum record_link kind, enum url_feed rank, struct page_links *ret)
{
	for (size_t i = 0; i < page->links.n && ret->n < PAGE_LINKS_MAX; i++) {
		const struct sync_link *link = &page->links.v[i];
		size_t k = 0;

		if (link->kind != kind || !url_near_may_lead(page->url, link->url) ||
			(kind != RECORD_LINK_GO && url_feed_rank(link->url, link->title) != rank))
			continue;
		if (kind == RECORD_LINK_ANCHOR && !is_of_site(page->url, link->url))
			continue;
		while (k < ret->n && !url_feed_is_twin(ret->v[k].url, link->url))
			k++;
		if (k == ret->n)
			ret->v[ret->n++] = (struct page_link){ arena_dup(a, link->url), arena_dup(a, link->title) };
	}
}
