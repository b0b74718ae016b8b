#include "sync/sync_store.h"

/*
 * Whether what came is all that there is. A 304 to its validators would keep the rest away, so anything else has none:
 * a body that ended early, one that is broken and was not before, a feed without posts, which may be an error of its
 * server's, and what came in the name of another server (203).
 */
static bool
is_complete(const struct feeds_row *feed, const struct sync_job *job)
{
	unsigned repairs = job->feed.repairs, fresh = repairs & ~feed->repairs;

	return !(repairs & FEED_FIX_TRUNCATED) && !(fresh & FEED_FIX_MARKUP) && job->posts.n && job->fetch.status == 200;
}

static int
merge_job(struct store *s, const struct feeds_row *feed, struct sync_job *job, struct merge_count *count, struct err *err)
{
	struct merge *merge;

	if (!is_complete(feed, job))
		job->fetch.etag = job->fetch.last_modified = STR_NONE;
	if (merge_begin(s, feed->id, &merge, err) < 0)
		return -1;
	if (merge_posts(merge, job->posts.v, job->posts.n, err) < 0) {
		merge_drop(merge);
		return -1;
	}
	return merge_end(merge, &job->feed, &job->fetch, count, err);
}

int
sync_store(struct store *s, const struct feeds_row *feed, struct sync_job *job, const struct sync_rules *rules,
	struct merge_count *count, struct err *err)
{
	int64_t before = 0;

	if (sync_rules_before(rules, s, &before, err) < 0)
		return -1;
	if (merge_job(s, feed, job, count, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return sync_rules_after(rules, s, feed, before, err);
}
