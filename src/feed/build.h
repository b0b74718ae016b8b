/*
 * Events to a feed and its posts.
 */
#ifndef FEED_BUILD_H
#define FEED_BUILD_H

#include "feed/events.h"
#include "feed/korean.h"
#include "feed/parse.h"

struct build;

/* Feed-level strings go to a; posts to sink, but not the first skip ones (they were given before). korean tells whether a date without a zone is KST; it stays the caller's. */
struct build *build_new(struct arena *a, const struct parse_input *in, const struct parse_sink *sink, struct feed *feed, struct korean *korean, size_t skip);

/* Where events go. */
struct events_sink build_sink(struct build *b);

/* The text of the events is needed no more behind its first bytes once it is certain that it is a feed: what has been read goes from then on. */
void build_spend(struct build *b, struct str text);

/* Posts met so far, those skipped included. */
size_t build_count(const struct build *b);

/* True when the end was asked for by a limit or by the sink. */
bool build_is_full(const struct build *b);

/* Settles feed-level values and frees. */
void build_free(struct build *b);

#endif
