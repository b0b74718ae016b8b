#include "ui/saved.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "store/posts.h"

enum {
	SAVED_PAUSE_MS = 200, /* after a key: the next one is likely to come */
	SAVED_REST = 9,       /* times as long as the counts took they rest: a sync changes the cache all the time */
};

void
saved_open(struct saved *v, const struct query_names *names)
{
	*v = (struct saved){ .names = *names };
	v->counts = mem_zalloc(names->n_views ? names->n_views : 1, sizeof *v->counts);
	for (size_t i = 0; i < names->n_views; i++)
		v->counts[i] = (struct saved_count){ -1, 0, -1 };
}

void
saved_free(struct saved *v)
{
	free(v->counts);
	*v = (struct saved){ 0 };
}

/* The first that is not right; their number when all are. */
static size_t
find_old(const struct saved *v, int64_t version)
{
	size_t i = 0;

	while (i < v->names.n_views && v->counts[i].version == version)
		i++;
	return i;
}

int
saved_timeout(const struct saved *v, int64_t version)
{
	int64_t left;

	if (find_old(v, version) == v->names.n_views)
		return -1;
	left = v->due_ms - clock_mono_ms();
	return left > 0 ? (int)left : 0;
}

static int
count(struct store *store, const struct query_names *names, struct str text, struct saved_count *ret, struct err *err)
{
	struct posts_view what = { 0 };
	struct arena a = { 0 };
	struct query *query;
	int rc = query_parse(&a, text, names, &query, err); /* anew: "today" is another day than it was */

	what.query = query;
	if (!rc)
		rc = posts_count(store, &what, &ret->posts, err);
	what.is_unread = true;
	if (!rc)
		rc = posts_count(store, &what, &ret->unread, err);
	arena_free(&a);
	return rc;
}

void
saved_count(struct saved *v, struct store *store, int64_t version, bool (*wants_stop)(void *user), void *user)
{
	struct saved_count got = { -1, 0, version };
	int64_t began = clock_mono_ms();
	size_t at = find_old(v, version);
	struct err err = { 0 };

	if (saved_timeout(v, version) != 0)
		return;
	store_watch(store, wants_stop, user);
	if (count(store, &v->names, v->names.views[at].text, &got, &err) < 0)
		got.posts = -1;
	store_watch(store, NULL, NULL);
	v->spent_ms += clock_mono_ms() - began;
	if (err.code == ERR_STOPPED) {
		v->due_ms = clock_mono_ms() + SAVED_PAUSE_MS;
		return;
	}
	v->counts[at] = got;
	if (find_old(v, version) == v->names.n_views) {
		v->due_ms = clock_mono_ms() + v->spent_ms * SAVED_REST;
		v->spent_ms = 0;
	}
}
