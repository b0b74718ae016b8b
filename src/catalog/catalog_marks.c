#include "catalog/catalog_marks.h"

#include "text/url.h"

void
catalog_marks_add(struct catalog_marks *m, struct str feed)
{
	struct buf key = { 0 };

	url_canonical(&key, feed);
	*map_at(&m->feeds, buf_str(&key)) = m;
	buf_free(&key);
}

bool
catalog_marks_has(const struct catalog_marks *m, struct str feed)
{
	struct buf key = { 0 };
	bool has;

	url_canonical(&key, feed);
	has = map_find(&m->feeds, buf_str(&key)) != NULL;
	buf_free(&key);
	return has;
}

void
catalog_marks_free(struct catalog_marks *m)
{
	map_free(&m->feeds);
}
