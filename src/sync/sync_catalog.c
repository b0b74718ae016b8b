#include "sync/sync_catalog.h"

#include "catalog/catalog.h"
#include "text/url.h"

size_t
sync_catalog_feeds(struct arena *a, struct str url, struct str *ret, size_t max)
{
	struct buf want = { 0 }, have = { 0 };
	struct catalog catalog = { 0 };
	size_t n = 0;

	if (catalog_read(a, &catalog, NULL) < 0)
		return 0;
	url_canonical(&want, url);
	for (size_t i = 0; i < catalog.n && n < max; i++) {
		buf_clear(&have);
		url_canonical(&have, catalog.rows[i].site);
		if (have.n && str_eq(buf_str(&want), buf_str(&have)))
			ret[n++] = catalog.rows[i].feed;
	}
	buf_free(&want);
	buf_free(&have);
	return n;
}
