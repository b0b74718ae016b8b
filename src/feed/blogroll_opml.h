/*
 * OPML 1.0 and 2.0: outlines within outlines are folders, and with an address
 * feeds. A feed is filed under the tag of its folder (분류/하위) and those of its
 * "category". Other programs' ways of writing are taken too.
 */
#ifndef FEED_BLOGROLL_OPML_H
#define FEED_BLOGROLL_OPML_H

#include "feed/blogroll_entry.h"

/* Whether text, valid UTF-8, is OPML or the middle of it. */
bool blogroll_opml_is(struct str text);

/* Adds its feeds. Returns FEED_FIX_ bits. */
unsigned blogroll_opml_parse(struct blogroll_entries *e, struct str text);

#endif
