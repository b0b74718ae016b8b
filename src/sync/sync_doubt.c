#include "sync/sync_doubt.h"

static const struct page_links *
copy_links(struct arena *a, const struct page_links *from)
{
	struct page_links *to = arena_new(a, struct page_links, 1);

	to->n = from->n;
	for (size_t i = 0; i < from->n; i++) {
		to->v[i].url = arena_dup(a, from->v[i].url);
		to->v[i].title = arena_dup(a, from->v[i].title);
	}
	return to;
}

void
sync_doubt_add(struct sync_doubt *d, size_t visit, size_t answer, const struct sync_event *event)
{
	struct sync_event copy = *event;

	copy.why = arena_dup(&d->a, event->why);
	copy.text = arena_dup(&d->a, str_of(event->text)).p;
	copy.feeds = event->feeds && event->feeds->n ? copy_links(&d->a, event->feeds) : NULL;
	*vec_add(&d->v) = (struct sync_doubted){ visit, answer, copy };
}

void
sync_doubt_free(struct sync_doubt *d)
{
	vec_free(&d->v);
	arena_free(&d->a);
}
