/*
 * What is looked up ahead in markup that is not well-formed, within a budget:
 * input that makes each look go far costs no more time than any other.
 */
#ifndef FEED_LENIENT_AHEAD_H
#define FEED_LENIENT_AHEAD_H

#include "base/str.h"

/* Starts as zeros. */
struct lenient_ahead {
	size_t looked;     /* bytes looked at */
	const char *bound; /* where what holds the open element goes on with something else, or how far it does not */
	bool has_bound;
};

/* True for an element of a post or a feed (parent) whose end tag is missing in rest, the input behind its start tag: that of the post, or the next part of the feed, comes first. False where that is too far away to tell. */
bool lenient_ahead_lacks_end(struct lenient_ahead *a, struct str rest, struct str parent, struct str qname);

/* The bytes of the declaration ("<!") at the start of rest: up to its end, or two where it has none before the next tag. */
size_t lenient_ahead_declaration(struct lenient_ahead *a, struct str rest);

#endif
