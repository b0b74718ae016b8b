/*
 * The entries of a list of feeds being read.
 */
#ifndef FEED_BLOGROLL_ENTRY_H
#define FEED_BLOGROLL_ENTRY_H

#include "base/buf.h"
#include "base/vec.h"
#include "feed/blogroll.h"

struct blogroll_entries {
	struct arena *a;
	vec(struct blogroll_feed) feeds;
	bool is_full; /* more than LIMIT_ROLL_FEEDS: the rest is left out */
};

/* Adds an entry of that address (as it stands there), settled: what is no web address makes it a problem. NULL when there is no room for more; valid until the next. */
struct blogroll_feed *blogroll_entry_add(struct blogroll_entries *e, struct str url, int64_t number);

/* Adds one that cannot be subscribed. */
void blogroll_entry_problem(struct blogroll_entries *e, enum blogroll_problem problem, struct str what, int64_t number);

/* Gives it what stands behind its address in a list of ours; one that is too long makes it a problem. */
void blogroll_entry_line(struct blogroll_entries *e, struct blogroll_feed *feed, struct str line);

/* Gives it a name, unless that says no more than the address. */
void blogroll_entry_name(struct blogroll_entries *e, struct blogroll_feed *feed, struct str name);

/* Gives it a tag, made one where it has blanks and the like; each once. */
void blogroll_entry_tag(struct blogroll_entries *e, struct blogroll_feed *feed, struct str name);

#endif
