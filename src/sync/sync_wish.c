#include "sync/sync_wish.h"

static const char *const fulls[] = { [SYNC_FULL_AUTO] = "auto", [SYNC_FULL_ALWAYS] = "always", [SYNC_FULL_NEVER] = "never" };

static void
take_full(struct sync_wish *wish, struct str value)
{
	for (size_t i = 0; i < sizeof fulls / sizeof *fulls; i++)
		if (str_is(value, fulls[i]))
			wish->full = (enum sync_wish_full)i;
}

struct sync_wish
sync_wish_of(const struct subs_feed *feed, const struct sync_wish *all)
{
	struct sync_wish wish = *all;

	for (size_t i = 0; feed && i < feed->n_options; i++)
		if (str_is(feed->options[i].key, "fulltext"))
			take_full(&wish, feed->options[i].value);
	return wish;
}
