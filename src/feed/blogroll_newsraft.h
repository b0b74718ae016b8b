/*
 * newsraft's feeds: sections (@ name), feeds with a "name", and settings of
 * both, < reload-period 60; … >, in older versions [60] and {60}.
 */
#ifndef FEED_BLOGROLL_NEWSRAFT_H
#define FEED_BLOGROLL_NEWSRAFT_H

#include "feed/blogroll_entry.h"

void blogroll_newsraft_parse(struct blogroll_entries *e, struct str text);

#endif
