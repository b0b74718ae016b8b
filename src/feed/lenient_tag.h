/*
 * The tags of markup that is not well-formed: how they are read, and what
 * their names say of where they may stand.
 */
#ifndef FEED_LENIENT_TAG_H
#define FEED_LENIENT_TAG_H

#include "base/str.h"

/* Takes a name, with its prefix, off *s; empty when none stands there. */
struct str lenient_tag_name(struct str *s);

/* Takes the value behind a "=", in either quotes or none. */
struct str lenient_tag_value(struct str *s);

/* Where the ">" of the tag at the start of s stands, or the "<" that comes before it, quotes respected when they close; s.n when there is none. */
size_t lenient_tag_end(struct str s);

/* Where the end tag of that name (in any case) stands in s, cut off behind the name or not; s.n when it does not. */
size_t lenient_tag_find_end(struct str s, struct str name);

/* item, entry; what holds them: rss, channel, feed, RDF, items. */
bool lenient_tag_is_post(struct str qname);
bool lenient_tag_is_container(struct str qname);

/* Elements of HTML that are always empty; those that end where the next one of their kind begins. */
bool lenient_tag_is_void(struct str qname);
bool lenient_tag_is_repeated(struct str qname);

/* Elements of a post or a feed that never stand in one another. */
bool lenient_tag_is_beside(struct str qname);

/* Any element of feeds or lists: its tag is meant as one even when its ">" is missing. */
bool lenient_tag_is_known(struct str qname);

#endif
