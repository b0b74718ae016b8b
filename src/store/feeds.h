/*
 * Feeds in the cache: their permanent ids, addresses, state of fetching and
 * kept counts.
 */
#ifndef STORE_FEEDS_H
#define STORE_FEEDS_H

#include "feed/feed.h"
#include "store/store.h"
#include "store/subs.h"

enum feeds_status {
	FEEDS_ACTIVE,
	FEEDS_HIDDEN, /* no longer subscribed; its posts are kept */
	FEEDS_GONE,   /* answered 410: paused */
};

struct feeds_row {
	int64_t id;
	struct str uid;   /* permanent random id, as the journal names it */
	struct str url;
	struct str name;  /* the user's, else the feed's title, else the address as url_label() has it */
	struct str site;  /* homepage */
	enum feeds_status status;
	int64_t total, unread; /* posts */
	struct str *tags; /* of the subscription */
	size_t n_tags;
	/* fetching */
	struct str etag, last_modified;
	int64_t last_try, last_ok, held_until; /* CLOCK_NONE; held_until: by Retry-After of the feed or, in feeds_list(), of its host or platform */
	int64_t fails;    /* in a row */
	struct str error; /* of the last try, "" when it went well */
	unsigned repairs; /* FEED_FIX_ bits of the last good fetch */
	int64_t due;      /* when `sync --due` asks it again; CLOCK_NONE: at once */
	int64_t http;     /* status of the last try, 0: there was no answer */
	struct str moved_to; /* where it leads to for good, "" for nowhere; to be offered after FEEDS_MOVED_DAYS */
	int64_t moved_days;  /* on which a good fetch said so, one after another */
	int64_t gap_s;    /* between two posts, of late; 0: not known */
};

enum { FEEDS_MOVED_DAYS = 3 };

/* All feeds that are not hidden, in the order of the feeds file. */
int feeds_list(struct store *s, struct arena *a, struct feeds_row **rows, size_t *n, struct err *err);

int feeds_get(struct store *s, struct arena *a, int64_t id, struct feeds_row *ret, struct err *err);

/* By URL, permanent id, exact name, or a unique part of the name or URL; ERR_NOT_FOUND else. */
int feeds_find(struct store *s, struct arena *a, struct str what, struct feeds_row *ret, struct err *err);

/* The same among these; *ret is one of them. */
int feeds_choose(const struct feeds_row *rows, size_t n, struct str what, const struct feeds_row **ret, struct err *err);

/* The tags of its line in the feeds file, in their order; in the arena. */
int feeds_tags(struct store *s, struct arena *a, int64_t id, struct str **ret, size_t *n, struct err *err);

/*
 * Reads the feeds file and brings the cache in line with it: new lines are subscribed (a journal line), missing ones hidden (in one action),
 * known ones come back with all their posts and state. Where the file is lost the cache stays, and *ret is what it has (store/feeds_lost.h).
 * Cheap when nothing changed. A store that is open for reading stays as it is.
 */
int feeds_take(struct store *s, struct arena *a, struct subs *ret, struct err *err);

/* The same without waiting for another process that writes: ERR_BUSY then, and nothing is done. */
int feeds_take_now(struct store *s, struct arena *a, struct subs *ret, struct err *err);

/* Whether feeds_take() has nothing to do, as far as can be seen. */
bool feeds_are_taken(struct store *s);

/* A feed was seen at this address: it is not gone. Its own title is what one without a title is called by until it is fetched. */
int feeds_entitle(struct store *s, struct str url, struct str title, struct err *err);

/* What a fetch found out about a feed, stored by merge_end() or, without new posts, by feeds_fetched(). */
struct feeds_fetch {
	int status;                    /* HTTP, 0 when there was no answer */
	struct str etag, last_modified;
	int64_t unread;                /* of a first fetch, see store/met.h; 0: all */
	struct str moved_to;           /* permanent redirect, may be empty */
	int64_t held_until;            /* by Retry-After; CLOCK_NONE */
	int64_t fresh_s;               /* by Expires or max-age; 0 */
	bool is_elsewhere;             /* 410 is not about the feed's own address: it does not pause it */
	bool is_excused;               /* the fault of our own network: it counts as no try, and the feed stays due */
	struct str error;              /* one line; empty: went well (304 too) */
};
int feeds_fetched(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err);

/* How many feeds have moved for good, by FEEDS_MOVED_DAYS. */
int feeds_count_moved(struct store *s, int64_t *n, struct err *err);

/* Takes the last failure of a feed back, in the caller's transaction: it was no try, and why is the code of what it was (text/feed_why.h). */
int feeds_excuse(struct store *s, int64_t id, struct str why, struct err *err);

#endif
