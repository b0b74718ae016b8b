/*
 * The time of a day and its zone, behind or without a date.
 */
#ifndef TEXT_DATE_TIME_H
#define TEXT_DATE_TIME_H

#include "base/str.h"

struct date_fields {
	int year, month, day, day_of_year;
	int hour, minute, second;
	int zone_min;
	bool has_time, has_zone;
	bool has_t;    /* the T of ISO 8601 before the time */
	bool is_night; /* 밤 12:30 is of the next day */
};

/* Takes blanks and commas off the start. */
void date_time_blanks(struct str *s);

/* How many digits stand at the start. */
size_t date_time_digits(struct str s);

/* Takes min to max digits; false, with nothing taken, when there are fewer, or more where min < max. */
bool date_time_number(struct str *s, int min, int max, int *ret);

/* Takes the time, with what stands between it and the date; sets has_time. */
void date_time_take(struct str *s, struct date_fields *f);

/* Takes the zone: "KST", "GMT+9", "+09:00 (KST)"; sets has_zone. */
void date_time_zone(struct str *s, struct date_fields *f);

/* Whether a time may stand somewhere in s. */
bool date_time_is_in(struct str s);

/* Whether there is such a day and time; 24:00 and a leap second are. Programs that write a T also count on: 23:59:75. */
bool date_time_is_valid(const struct date_fields *f);

#endif
