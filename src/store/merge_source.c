#include "store/merge_source.h"

int
merge_source_begin(struct merge_source *m, struct store *s, int64_t feed, const struct source *was, struct err *err)
{
	bool is_current;

	if (!was->has_key)
		return 0;
	if (source_is_current(s, feed, was, &is_current, err) < 0)
		return -1;
	m->was = was;
	m->is_stale = !is_current;
	return 0;
}

void
merge_source_note(struct merge_source *m, uint64_t hash, int64_t post)
{
	if (m->was && hash)
		*vec_add(&m->posts) = (struct source_post){ hash, post };
}

void
merge_source_known(struct merge_source *m, const struct merge_post *given)
{
	const struct source_post *known = given->known;
	size_t *place = arena_new(&m->a, size_t, 1);

	m->has_twice |= !known->post;
	*place = given->place;
	*map_at(&m->places, map_number(&known->post)) = place;
	merge_source_note(m, known->hash, known->post);
}

bool
merge_source_meets(struct merge_source *m, int64_t post, const struct merge_post *given, bool *is_before)
{
	const size_t *place = map_find(&m->places, map_number(&post));

	if (!place || !post)
		return false;
	m->has_met = true;
	*is_before = given->place < *place;
	return true;
}

bool
merge_source_is_unclear(const struct merge_source *m)
{
	size_t n = 0;

	for (size_t i = 0; m->has_twice && i < m->was->n; i++)
		n += m->was->posts[i].post != 0;
	return m->has_met || (m->has_twice && m->places.n - 1 < n);
}

static int
by_hash(const void *a, const void *b)
{
	uint64_t x = ((const struct source_post *)a)->hash, y = ((const struct source_post *)b)->hash;

	return (x > y) - (x < y);
}

/* In the order of hashes, each once: a post that stands twice as it is has one. */
static void
sort(struct merge_source *m)
{
	size_t n = 0;

	qsort(m->posts.v, m->posts.n, sizeof *m->posts.v, by_hash);
	for (size_t i = 0; i < m->posts.n; i++)
		if (!n || m->posts.v[n - 1].hash != m->posts.v[i].hash)
			m->posts.v[n++] = m->posts.v[i];
		else if (!m->posts.v[n - 1].post)
			m->posts.v[n - 1].post = m->posts.v[i].post;
	m->posts.n = n;
}

int
merge_source_end(struct merge_source *m, struct store *s, int64_t feed, struct err *err)
{
	struct source is;

	if (!m->was || m->is_stale || !m->posts.n)
		return 0;
	if (merge_source_is_unclear(m))
		return source_set(s, feed, NULL, err);
	sort(m);
	is = *m->was;
	is.posts = m->posts.v;
	is.n = m->posts.n;
	return source_set(s, feed, &is, err);
}

void
merge_source_clear(struct merge_source *m)
{
	vec_free(&m->posts);
	map_free(&m->places);
	arena_free(&m->a);
}
