/*
 * How often a feed wants to be asked, as it says itself.
 */
#ifndef FEED_TEMPO_H
#define FEED_TEMPO_H

#include <stdint.h>

#include "base/str.h"

/* The bit of feed.skip for the text of an <hour> of skipHours (0 to 24, GMT) or a <day> of skipDays (in English); 0 for another text. */
unsigned tempo_hour(struct str text);
unsigned tempo_day(struct str text);

/* Minutes between two updates by <ttl> and by sy:updatePeriod with sy:updateFrequency, the longer; -1 when neither says it. */
int64_t tempo_minutes(struct str ttl, struct str period, struct str frequency);

#endif
