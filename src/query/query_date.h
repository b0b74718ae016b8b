/*
 * Dates of queries: 2025-02, 2025년 2월 5일, 7d, 3개월, 어제, 2025-02..2025-03.
 */
#ifndef QUERY_QUERY_DATE_H
#define QUERY_QUERY_DATE_H

#include <stdint.h>

#include "base/str.h"

/*
 * Reads one date in the user's zone as its first and last second: a year, a month, a day, a minute; of "7d"
 * the day that was that long ago, of "3h" the moment. *is_ago tells these two from the others. False when it is none.
 */
bool query_date_point(struct str value, int64_t now, int64_t *first, int64_t *last, bool *is_ago);

/* Reads a date or "a..b", either of which may be missing, or "7d" for the time since. False when it is none. */
bool query_date_range(struct str value, int64_t now, int64_t *first, int64_t *last);

/* Cuts "a..b" and "a~b". False when there is no such mark. */
bool query_date_cut(struct str value, struct str *from, struct str *to);

#endif
