#include "sync/page_links.h"

/* A public page leads to no internal address. */
static bool
may_follow(struct str from, struct str to)
{
	struct url one, two;

	url_split(from, &one);
	url_split(to, &two);
	if (!url_is_internal_host(two.host))
		return true;
	return str_eq_icase(one.host, two.host) && str_eq(one.port, two.port);
}

/* "www." and "m." are the same site, and so is a host below the other's. */
static bool
is_same_site(struct str from, struct str to)
{
	struct str one = url_host(from), two = url_host(to);

	if (str_starts_icase(one, "www."))
		one = str_sub(one, 4, one.n);
	if (str_starts_icase(two, "www."))
		two = str_sub(two, 4, two.n);
	if (str_has(two, "feedburner.com") || str_eq_icase(one, two))
		return true;
	if (one.n > two.n)
		return str_eq_icase(str_sub(one, one.n - two.n, one.n), two) && one.p[one.n - two.n - 1] == '.';
	return one.n < two.n && str_eq_icase(str_sub(two, two.n - one.n, two.n), one) && two.p[two.n - one.n - 1] == '.';
}

void
page_links_pick(struct arena *a, const struct sync_job *page, enum record_link kind, enum url_feed rank, struct page_links *ret)
{
	for (size_t i = 0; i < page->links.n && ret->n < PAGE_LINKS_MAX; i++) {
		const struct sync_link *link = &page->links.v[i];
		size_t k = 0;

		if (link->kind != kind || !may_follow(page->url, link->url) ||
			(kind != RECORD_LINK_GO && url_feed_rank(link->url, link->title) != rank))
			continue;
		if (kind == RECORD_LINK_ANCHOR && !is_same_site(page->url, link->url))
			continue;
		while (k < ret->n && !url_feed_is_twin(ret->v[k].url, link->url))
			k++;
		if (k == ret->n)
			ret->v[ret->n++] = (struct page_link){ arena_dup(a, link->url), arena_dup(a, link->title) };
	}
}
