#include "sync/sync_store.h"

#include <string.h>

#include "base/clock.h"
#include "store/replaced.h"

enum {
	STORE_BYTES = 2 << 20,   /* of posts: some hundred */
	STORE_WAIT_MS = 100,
	STORE_HOLD_MS = 100,     /* of work in one transaction, where nobody waits for it: pages that all feeds change are written once */
};

int
sync_store_know(struct store *s, const struct feeds_row *feed, struct sync_job *job, bool is_anew, struct err *err)
{
	struct source *source = &job->source;
	uint64_t was;

	if (source_get(s, &job->arena, feed->id, source, err) < 0)
		return -1;
	was = source->body;
	source->body = source_body(source, unpack_content(buf_str(&job->body), job->coding), job->url, job->content_type);
	if (is_anew)
		source->n = 0;
	return !is_anew && job->fetch.status == 200 && was == source->body;
}

int
sync_store_add(struct sync_store *list, struct sync_job *job, const struct feeds_row *feed)
{
	if (!list->feeds.n)
		list->since_ms = clock_mono_ms();
	*vec_add(&list->feeds) = (struct sync_stored){ .job = job, .feed = feed };
	list->bytes += job->arena.total;
	return 0;
}

int
sync_store_wait_ms(const struct sync_store *list, int most_ms)
{
	int64_t left = list->since_ms + STORE_WAIT_MS - clock_mono_ms();

	if (!list->feeds.n)
		return most_ms;
	return list->bytes >= STORE_BYTES || left < 0 ? 0 : left < most_ms ? (int)left : most_ms;
}

/*
 * Whether what came is all that there is. A 304 to its validators would keep the rest away, so anything else has none:
 * a body that ended early, one that is broken and was not before, a feed without posts, which may be an error of its
 * server's, and what came in the name of another server (203).
 */
static bool
is_complete(const struct feeds_row *feed, const struct sync_job *job)
{
	unsigned repairs = job->feed.repairs, fresh = repairs & ~feed->repairs;

	return job->unpacked == UNPACK_WHOLE && !(repairs & FEED_FIX_TRUNCATED) && !(fresh & FEED_FIX_MARKUP) && job->posts.n && job->fetch.status == 200;
}

/* It is asked for again, and looked at even if it comes as it is. */
static void
forget_body(struct sync_job *job)
{
	job->fetch.etag = job->fetch.last_modified = STR_NONE;
	job->source.body = 0;
}

static int
merge_job(struct store *s, struct sync_stored *one, struct err *err)
{
	struct sync_job *job = one->job;
	struct merge *merge;

	if (!is_complete(one->feed, job))
		forget_body(job);
	if (merge_begin(s, one->feed->id, &merge, err) < 0)
		return -1;
	if (merge_source(merge, &job->source, err) < 0 || merge_posts(merge, job->posts.v, job->posts.n, err) < 0) {
		merge_drop(merge);
		return -1;
	}
	return merge_end(merge, &job->feed, &job->fetch, &one->count, err);
}

static int
store_one(struct store *s, struct sync_stored *one, const struct sync_rules *rules, struct err *err)
{
	int64_t before = 0;

	one->job->fetch.unread = rules->wish.unread;
	if (sync_rules_before(rules, s, &before, err) < 0 || merge_job(s, one, err) < 0)
		return -1;
	return sync_rules_after(rules, s, one->feed->id, before, one->feed->last_ok == CLOCK_NONE && !one->is_met, err);
}

/* In one transaction, at most max; behind the feed at which another process began to wait it ends. */
static size_t
store_some(struct sync_store *list, size_t max, struct store *s, const struct sync_rules *rules, struct sync_pool *pool, struct err *err)
{
	int64_t began_ms;
	size_t n = 0;

	store_let_in(s);
	if (store_begin(s, err) < 0)
		return 0;
	began_ms = clock_cpu_ms();
	do {
		if (store_one(s, &list->feeds.v[n], rules, err) < 0) {
			store_rollback(s);
			return 0;
		}
		n++;
		sync_pool_serve(pool);
	} while (n < max && !store_is_wanted(s) && clock_cpu_ms() - began_ms < STORE_HOLD_MS);
	return store_commit(s, err) < 0 ? 0 : n;
}

/* What comes by an address that was changed by hand may be a feed that is there: that is written in an action of its own, so it is the first of the list. Returns how many can be stored. */
static size_t
meet_replaced(struct sync_store *list, struct store *s, struct err *err)
{
	struct sync_stored *one = list->feeds.v;
	size_t n = 0, told = list->told.n;
	int64_t feed;

	if (replaced_to(s, &feed, err) < 0)
		return 0;
	while (n < list->feeds.n && one[n].feed->id != feed)
		n++;
	if (n)
		return n;
	if (replaced_meet(s, one->job->posts.v, one->job->posts.n, &list->told, err) < 0)
		return 0;
	one->is_met |= list->told.n > told;
	return list->feeds.n;
}

size_t
sync_store_run(struct sync_store *list, struct store *s, const struct sync_rules *rules, struct sync_pool *pool, struct err *err)
{
	size_t most = meet_replaced(list, s, err), n = most ? store_some(list, most, s, rules, pool, err) : 0;

	/* One that cannot be stored is no reason to lose those before it. */
	return n || most < 2 ? n : store_some(list, 1, s, rules, pool, err);
}

void
sync_store_drop(struct sync_store *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		list->bytes -= list->feeds.v[i].job->arena.total;
		sync_pool_free_job(list->feeds.v[i].job);
	}
	list->feeds.n -= n;
	if (list->feeds.n)
		memmove(list->feeds.v, list->feeds.v + n, list->feeds.n * sizeof *list->feeds.v);
}

void
sync_store_free(struct sync_store *list)
{
	sync_store_drop(list, list->feeds.n);
	buf_free(&list->told);
	vec_free(&list->feeds);
}
