/*
 * Events from markup that is not well-formed: tags are matched as far as they
 * can be, end tags that match nothing are passed over, references nobody
 * knows stay text.
 */
#ifndef FEED_LENIENT_H
#define FEED_LENIENT_H

#include "feed/events.h"

/* Gives the events of bytes (UTF-8). What is open where they end is not closed: EVENTS_TRUNCATED. */
enum events_end lenient_events(struct str bytes, const struct events_sink *sink);

#endif
