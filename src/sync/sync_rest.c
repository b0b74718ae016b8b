#include "sync/sync_rest.h"

#include "base/clock.h"
#include "store/index.h"
#include "store/met.h"
#include "store/story.h"

enum { TELL_MS = 100, STORIES_MS = 3000 };

int
sync_rest_step(struct sync_rest *rest, struct err *err)
{
	bool is_done = false;

	if (!rest->is_behind || rest->is_given_up)
		return 0;
	if (index_run(rest->store, INDEX_SLICE, &is_done, err) < 0) {
		if (err->code != ERR_BUSY)
			return -1;
		rest->is_given_up = true;
	}
	rest->is_behind = !is_done && !rest->is_given_up;
	return 0;
}

/* Says now and then how far it is. *most: how many posts have waited at once. */
static int
tell(const struct sync_rest *rest, int64_t *told_ms, int64_t *most, struct err *err)
{
	int64_t left;

	if (!rest->opts->state || clock_mono_ms() - *told_ms < TELL_MS)
		return 0;
	*told_ms = clock_mono_ms();
	if (index_behind(rest->store, &left, err) < 0)
		return -1;
	if (left > *most)
		*most = left;
	rest->opts->state(rest->opts->user, SYNC_STEP_INDEX, (size_t)(*most - left), (size_t)*most);
	return 0;
}

/* Looks for stories among the posts of a cache that knew none yet, for a while at each sync. */
static int
find_stories(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	int64_t end_ms = clock_mono_ms() + STORIES_MS;
	bool is_done = false;

	while (!is_done && !is_over(user) && clock_mono_ms() < end_ms)
		if (story_fill(rest->store, &is_done, err) < 0)
			return -1;
	return 0;
}

int
sync_rest_end(struct sync_rest *rest, bool (*is_over)(const void *user), const void *user, struct err *err)
{
	int64_t told_ms = clock_mono_ms(), most = 0;

	if (met_record(rest->store, err) < 0)
		return -1;
	while (rest->is_behind && !is_over(user))
		if (sync_rest_step(rest, err) < 0 || tell(rest, &told_ms, &most, err) < 0)
			return -1;
	return find_stories(rest, is_over, user, err);
}
