/*
 * The grammar of dates: a table of forms for the day, then time and zone.
 */
#ifndef TEXT_DATE_READ_H
#define TEXT_DATE_READ_H

#include <stdint.h>

#include "base/str.h"

struct date_now {
	int64_t now;
	int zone_min;
	bool is_clockless; /* no time of a day stands in the text */
};

/* Where the date stands. */
enum date_place {
	DATE_ALONE,   /* the text is nothing else: any form counts */
	DATE_IN_TEXT, /* in a line: only forms that nothing else looks like */
};

/* Takes a date off the start of *s; CLOCK_NONE, and *s as it was, when none stands there. */
int64_t date_read(struct str *s, const struct date_now *now, enum date_place place);

#endif
