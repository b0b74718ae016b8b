#include "sync/sync_ask.h"

#include "base/limits.h"
#include "sync/platform.h"

/* False when it can never be asked. */
static bool
ask_one(struct sync_ask *ask, size_t visit, struct err *why)
{
	const struct feeds_row *feed = ask->feeds[visit];
	struct fetch_request request = { .url = feed->url, .cookie = str_of(platform_cookie(feed->url)),
		.max_bytes = LIMIT_FEED_BYTES, .takes_packed = true, .user = &ask->feeds[visit] };
	enum sync_access_when when = sync_access_ask(&ask->access, feed->url, visit, &request.access, why);

	if (!ask->is_forced) {
		request.etag = feed->etag;
		request.last_modified = feed->last_modified;
	}
	if (when == SYNC_ACCESS_NOW)
		fetch_add(ask->fetch, &request);
	return when != SYNC_ACCESS_NEVER;
}

/* The next one: in order, and then those that a password has come for. */
static bool
take(struct sync_ask *ask, size_t *visit)
{
	if (ask->next == ask->n)
		return sync_access_next(&ask->access, visit);
	*visit = ask->next++;
	return true;
}

bool
sync_ask_next(struct sync_ask *ask, size_t *visit, struct err *why)
{
	while (take(ask, visit))
		if (!ask_one(ask, *visit, why))
			return true;
	return false;
}

bool
sync_ask_pending(const struct sync_ask *ask)
{
	return ask->next < ask->n || ask->access.waiting;
}
