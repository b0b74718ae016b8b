#include "sync/sync_store.h"

static int
merge_job(struct store *s, int64_t feed, struct sync_job *job, struct merge_count *count, struct err *err)
{
	struct merge *merge;

	if (job->feed.repairs & FEED_FIX_TRUNCATED)
		job->fetch.etag = job->fetch.last_modified = STR_NONE;
	if (merge_begin(s, feed, &merge, err) < 0)
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
	if (merge_job(s, feed->id, job, count, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return sync_rules_after(rules, s, feed, before, err);
}
