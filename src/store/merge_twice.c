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

/* Whether two posts of one identity are one: an id that all posts have says nothing, nor does a link that several have. */
static bool
is_alike(const struct post *a, const struct post *b)
{
	if (str_eq(a->title, b->title))
		return true;
	return a->id.n ? !a->link.n || is_same_link(a->link, b->link) : a->published == b->published && identity_is_exact(a->published);
}

/* Whether it is seen again; one of an identity that another post has is noted under a second one. */
static bool
is_seen(struct map *seen, const struct merge_post *given, const struct post **slot)
{
	const struct post *post = given->post, **first;
	struct buf key = { 0 };
	void **at;

	if (!post->id.n)
		identity_post(&key, post, given->excerpt);
	at = map_at(seen, post->id.n ? post->id : buf_str(&key));
	first = *at;
	if (first && !is_alike(post, *first)) {
		buf_clear(&key);
		identity_post(&key, post, given->excerpt);
		identity_second(&key, post);
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
		is_twice[i] = !posts[i].known && is_seen(&seen, &posts[i], &slots[i]);
	map_free(&seen);
	free(slots);
}
