#include "sync/sync_store.h"

int
sync_store_know(struct store *s, const struct feeds_row *feed, struct sync_job *job, bool is_anew, struct err *err)
{
	struct source *source = &job->source;
	uint64_t was;

	if (source_get(s, &job->arena, feed->id, source, err) < 0)
		return -1;
	was = source->body;
	source->body = source_body(source, buf_str(&job->body), job->url, job->content_type);
	if (is_anew)
		source->n = 0;
	return !is_anew && job->fetch.status == 200 && was == source->body;
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

	return !(repairs & FEED_FIX_TRUNCATED) && !(fresh & FEED_FIX_MARKUP) && job->posts.n && job->fetch.status == 200;
}

/* It is asked for again, and looked at even if it comes as it is. */
static void
forget_body(struct sync_job *job)
{
	job->fetch.etag = job->fetch.last_modified = STR_NONE;
	job->source.body = 0;
}

static int
merge_job(struct store *s, const struct feeds_row *feed, struct sync_job *job, struct merge_count *count, struct err *err)
{
	struct merge *merge;

	if (!is_complete(feed, job))
		forget_body(job);
	if (merge_begin(s, feed->id, &merge, err) < 0)
		return -1;
	if (merge_source(merge, &job->source, err) < 0 || merge_posts(merge, job->posts.v, job->posts.n, err) < 0) {
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
