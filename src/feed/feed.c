#include "feed/feed.h"

const char *
feed_format_name(enum feed_format format)
{
	static const char *const names[] = {
		[FEED_UNKNOWN] = "", [FEED_RSS_09X] = "rss-0.9x", [FEED_RSS_10] = "rss-1.0", [FEED_RSS_20] = "rss-2.0",
		[FEED_ATOM_03] = "atom-0.3", [FEED_ATOM_10] = "atom-1.0", [FEED_JSON] = "json-feed",
	};

	return names[format];
}
