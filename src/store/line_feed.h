/*
 * What was done to feeds by one action: the "feeds" of a line of the journal,
 * a list of
 *
 *	{"do": subscribe|unsubscribe, "feed": its permanent id, "url": …, "line": …}
 *	{"do": tag|untag, "feed": …, "url": …, "tags": "a b", "among": all tags of the line in their order, of old lines not there}
 *	{"do": rename, "feed": …, "url": …, "from": …, "name": …}
 *	{"do": retag, "feed": …, "url": …, "from": "a b", "name": "c d", "tags": those whose new name it had, and which are gone}
 *	{"do": move, "feed": …, "url": the new one, "from": …}
 *	{"do": move-back, the same}, of undo: it was never there
 *	{"do": adopt, "feed": …, "from": the id of one that is unsubscribed, whose "posts" it gets, "url", "line": that one's,
 *	             which loses them; where a line was changed by hand from that one's address: "at", what it was changed to, and
 *	             "seq", the number of the line by which that one ended}
 *	{"do": release, the same}, of undo
 *
 * Tags and names of a feed stand in the feeds file alone: theirs are here for
 * undo. Beside "feeds" a line may have "lines" (store/subs_place.h).
 */
#ifndef STORE_LINE_FEED_H
#define STORE_LINE_FEED_H

#include "store/line.h"

/* In the order of their inverses, as enum line_part; the inverse of a rename or retag is one, from and name exchanged. */
enum line_feed { LINE_SUBSCRIBE, LINE_UNSUBSCRIBE, LINE_FEED_TAG, LINE_FEED_UNTAG, LINE_FEED_RENAME, LINE_FEED_MOVE, LINE_FEED_MOVE_BACK, LINE_FEED_RETAG, LINE_FEED_ADOPT, LINE_FEED_RELEASE, LINE_FEEDS };

const char *line_feed_name(enum line_feed what);

/* LINE_FEEDS for a name that is none. */
enum line_feed line_feed_of(struct str name);
enum line_feed line_feed_inverse(enum line_feed what);

/* Appends one, behind another with a comma; key is "line" or, of a move, "from". */
void line_feed_add(struct buf *out, enum line_feed what, struct str uid, struct str url, struct str key, struct str value);

/* Tags "a b"; among: all of the line, with them, in their order; empty: nobody knows. */
void line_feed_add_tags(struct buf *out, enum line_feed what, struct str uid, struct str url, struct str tags, struct str among);

void line_feed_add_rename(struct buf *out, struct str uid, struct str url, struct str from, struct str name);
void line_feed_add_retag(struct buf *out, struct str uid, struct str url, struct str from, struct str name, struct str tags);

/* Of an adopt or release; posts: a JSON list of their identities. */
struct line_feed_adopt {
	struct str feed, from, url, line, posts, at;
	int64_t seq;
};
void line_feed_add_adopt(struct buf *out, enum line_feed what, const struct line_feed_adopt *adopt);

/* Whether an adopt is among them: what was done to posts is part of that. */
bool line_feed_adopts(const json_t *feeds);

/* What they did, for people: "subscribe https://…", "subscribe 3 feeds". */
void line_feed_describe(struct buf *out, const json_t *feeds);

#endif
