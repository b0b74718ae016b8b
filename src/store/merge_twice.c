#include "store/merge_twice.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "store/identity.h"

static bool
is_same_link(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	bool is_same;

	identity_link(&x, a);
	identity_link(&y, b);
	is_same = str_eq(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	return is_same;
}

/* Whether it is seen again; one of an identity that another post has is noted under identity and link. */
static bool
is_seen(struct map *seen, const struct merge_post *given, const struct post **slot)
{
	const struct post *post = given->post, **first;
	struct buf key = { 0 };
	void **at;

	identity_post(&key, post, given->excerpt);
	at = map_at(seen, buf_str(&key));
	first = *at;
	if (first && post->link.n && !is_same_link((*first)->link, post->link) && !str_eq((*first)->title, post->title)) {
		(void)buf_putc(&key, '\n');
		identity_link(&key, post->link);
		at = map_at(seen, buf_str(&key));
		first = *at;
	}
	*slot = post;
	if (!first)
		*at = slot;
	buf_free(&key);
	return first != NULL;
}

void
merge_twice(const struct merge_post *posts, size_t n, bool *is_twice)
{
	const struct post **slots = mem_zalloc(n ? n : 1, sizeof *slots);
	struct map seen = { 0 };

	for (size_t i = 0; i < n; i++)
		is_twice[i] = is_seen(&seen, &posts[i], &slots[i]);
	map_free(&seen);
	free(slots);
}
