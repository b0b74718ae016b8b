/*
 * Every limit of sosik in one place, each with its reason. Sizes are bytes
 * unless the name says otherwise. A test stands behind each of them.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
	/* What the network may hand us, counted after unpacking. */
	LIMIT_FEED_BYTES = 16 << 20, /* largest real feed seen: 6 MB */
	LIMIT_PAGE_BYTES = 2 << 20,  /* largest real article page seen: 1.4 MB */
	LIMIT_PAGES = 10,            /* of one article */
	LIMIT_PAGE_WAYS = 3,         /* pages that only lead on to the article */
	LIMIT_HEADER_BYTES = 64 << 10,
	LIMIT_REDIRECTS = 10,
	LIMIT_TRANSFER_S = 20,       /* a whole transfer */
	LIMIT_TRANSFER_LARGE_S = 60, /* one that is large and moving */
	LIMIT_SILENCE_S = 10,        /* below LIMIT_SILENCE_BPS for this long */
	LIMIT_SILENCE_BPS = 100,
	LIMIT_PER_HOST = 2, /* connections at once: what browsers of old and feed hosts accept */
	LIMIT_PER_PLATFORM = 4, /* at once on all blogs of one: they are one server */
	LIMIT_FEED_GAP_MS = 100, /* between two feeds of one host or platform: with two connections hardly more come anyway */
	LIMIT_PAGE_GAP_MS = 300, /* between two pages of one host: two or three a second is what a quick reader asks */
	LIMIT_DISCOVER = 24, /* addresses asked for one `sosik add` */
	LIMIT_HELD_S = 24 * 3600, /* Retry-After, Expires and max-age count for a day at most */

	/* What the XML parser takes. */
	LIMIT_XML_DEPTH = 256,
	LIMIT_XML_TEXT = 4 << 20, /* one text node */
	LIMIT_XML_ATTRS = 512,
	LIMIT_FEED_ITEMS = 5000, /* of one fetch */
	LIMIT_ROLL_FEEDS = 20000, /* of one imported list: the largest list of Korean blogs has 2,100 */

	/* What the HTML parser takes; gumbo is quadratic in depth and attributes. */
	LIMIT_ITEM_HTML = 1 << 20, /* one post's HTML; the rest is cut with a mark */
	LIMIT_HTML_TAGS = 60000,
	LIMIT_HTML_DEPTH = 256, /* deeper is flattened */
	LIMIT_HTML_ATTRS = 256, /* of one element */
	LIMIT_TABLE_SPAN = 100, /* colspan, rowspan */
	LIMIT_LINKS_SHOWN = 1000,

	/* What one record between worker and parent may hold. */
	LIMIT_RECORD = 8 << 20,
	LIMIT_RECORD_FIELDS = 512,
	LIMIT_ANSWER = 32 << 20, /* all records of one job: twice the largest feed, for markup that is escaped again */
	LIMIT_TITLE = 4 << 10,
	LIMIT_NAME = 1 << 10, /* author, category, identifier of a feed's own */
	LIMIT_GUID = 4 << 10,
	LIMIT_URL = 4 << 10,
	LIMIT_ROLL_LINE = 16 << 10, /* a line of the feeds file in a list */
	LIMIT_CATEGORIES = 64,
	LIMIT_CATEGORIES_KEPT = 24, /* of one post in the cache: more is what a shop says for search engines */
	LIMIT_ENCLOSURES = 32,

	/* Pictures. */
	LIMIT_IMAGE_BYTES = 8 << 20,      /* of a file: what cameras make */
	LIMIT_IMAGE_PIXELS = 40 << 20,    /* of one: 240 MB in a JPEG that comes in several scans, 160 in others that have to be held */
	LIMIT_IMAGE_SIDE = 65535,
	LIMIT_IMAGE_SHOWN = 2 << 20,      /* pixels of what is made of it for a terminal: 6 MB */
	LIMIT_IMAGE_CACHE = 200 << 20,    /* of all files that are kept */
	LIMIT_IMAGE_CPU_S = 3,            /* to decode one: the largest take about one */
	LIMIT_IMAGE_WALL_S = 20,
	LIMIT_IMAGE_MEMORY_MB = 320,

	/* The worker process. */
	LIMIT_WORKER_CPU_S = 10,
	LIMIT_WORKER_WALL_S = 15,
	LIMIT_WORKER_MEMORY_MB = 512,

	/* What the user's rules start at the end of a sync; the rest waits for the next one. */
	LIMIT_RULE_NOTES = 5,     /* of `notify`; one more says how many there were: a desktop shows no more */
	LIMIT_RULE_PROGRAMS = 200, /* of `exec` */
	LIMIT_PROGRAM_S = 30,     /* one that still runs then is ended */
	LIMIT_PASSWORD_S = 30,    /* of a password command: long enough to be asked for another password */
	LIMIT_PASSWORD = 4 << 10, /* what it writes */
	LIMIT_PASSWORDS = 8,      /* of these commands at once */

	/* The pages of posts that one sync asks for; the rest waits for the next one. */
	LIMIT_FULL_FIRST = 10,    /* of a feed's posts at its first sync, the newest: archives are not for reading offline */
	LIMIT_FULL_FEED = 20,     /* of one feed: more than one publishes in a day */
	LIMIT_FULL_HOST = 100,    /* of one host or platform: half a minute at LIMIT_PAGE_GAP_MS */
	LIMIT_FULL_RUN = 300,
	LIMIT_FULL_JOBS = 8,      /* at once: their bytes are held in memory, LIMIT_PAGE_BYTES each at the most */
	LIMIT_FULL_DEAD = 2,      /* pages of a host that nobody could be reached for: then it is let be */

	/* Files of ours. */
	LIMIT_SUBS_BYTES = 4 << 20,     /* the feeds file */
	LIMIT_CONF_BYTES = 1 << 20,     /* the config file: ten thousand lines */
	LIMIT_RULE = 2 << 10,           /* one selector of a `site` line in it */
	LIMIT_CATALOG_BYTES = 4 << 20,  /* the catalogue of blogs: 2,000 rows take 180 KB */
	LIMIT_JOURNAL_LINE = 64 << 20,  /* a bulk action is one line */
	LIMIT_DUMP_BYTES = 512 << 20,   /* `sosik restore`: a million posts with tags take 300 MB */
	LIMIT_BATCH_BYTES = 64 << 20,   /* `sosik tag --batch`: a line for each of 500,000 posts */
	LIMIT_JOURNAL_SHORT = 1 << 20,  /* shorter is never compacted: not worth the work */
	LIMIT_TAG = 512, /* 128 letters of four bytes */
	LIMIT_VIEW_NAME = 128,
	LIMIT_UNDO_POSTS = 1000000,
};

#endif
