#include "sync/sync_catalog.h"

#include "catalog/catalog.h"
#include "text/url.h"

/* A feed of a home; there may be several. */
struct sync_catalog_feed {
	struct str url;
	struct sync_catalog_feed *next;
};

/* The last row comes first here, so that the first row is the first of its home at the end. */
static void
read_catalog(struct sync_catalog *c)
{
	struct catalog catalog = { 0 };
	struct buf site = { 0 };

	c->is_read = true;
	if (catalog_read(&c->arena, &catalog, NULL) < 0)
		return;
	for (size_t i = catalog.n; i > 0; i--) {
		struct sync_catalog_feed *feed = arena_new(&c->arena, struct sync_catalog_feed, 1);
		void **at;

		buf_clear(&site);
		url_canonical(&site, catalog.rows[i - 1].site);
		at = map_at(&c->sites, buf_str(&site));
		*feed = (struct sync_catalog_feed){ catalog.rows[i - 1].feed, *at };
		*at = feed;
	}
	buf_free(&site);
}

size_t
sync_catalog_feeds(struct sync_catalog *c, struct str url, struct str *ret, size_t max)
{
	const struct sync_catalog_feed *feed;
	struct buf site = { 0 };
	size_t n = 0;

	if (!c->is_read)
		read_catalog(c);
	url_canonical(&site, url);
	feed = site.n ? map_find(&c->sites, buf_str(&site)) : NULL;
	for (; feed && n < max; feed = feed->next)
		ret[n++] = feed->url;
	buf_free(&site);
	return n;
}

void
sync_catalog_free(struct sync_catalog *c)
{
	map_free(&c->sites);
	arena_free(&c->arena);
}
