/*
 * sfeed's sfeedrc: a shell's program, of which only the calls of feed with
 * plain words are read: feed "name" "address" ….
 */
#ifndef FEED_BLOGROLL_SFEED_H
#define FEED_BLOGROLL_SFEED_H

#include "feed/blogroll_entry.h"

void blogroll_sfeed_parse(struct blogroll_entries *e, struct str text);

#endif
