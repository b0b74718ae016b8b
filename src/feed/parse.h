/*
 * Bytes of a feed to struct feed and posts, one at a time.
 */
#ifndef FEED_PARSE_H
#define FEED_PARSE_H

#include "feed/feed.h"
#include "text/charset.h"

/* Where posts go, in the order of the feed. post is valid during the call; a value other than 0 ends the parse (FEED_FIX_LIMIT). */
struct parse_sink {
	int (*post)(void *user, const struct post *post);
	void *user;
};

struct parse_input {
	struct str bytes;        /* as fetched */
	struct str url;          /* base for links; may be empty */
	struct str content_type; /* HTTP, may be empty */
	int64_t now;
	bool is_spent;           /* the bytes are not needed any more: they may go as they are read, but for the first PARSE_KEPT of what is no feed */
};

enum { PARSE_KEPT = 1 << 20 };

/*
 * Parses a feed of any format. Feed-level values are in *feed (slices in a)
 * when it returns. What is no feed is told by the value returned; posts before
 * an error in the bytes are given all the same and only feed->repairs tells.
 */
enum feed_problem parse_feed(struct arena *a, struct charset *set, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed);

#endif
