/*
 * Lengths of queries: >5m, <2000, 3m..10m, 10분, 500자..
 */
#ifndef QUERY_QUERY_LEN_H
#define QUERY_QUERY_LEN_H

#include <stdint.h>

#include "base/str.h"

/*
 * Reads a length as a range of seconds (*is_time) or letters, both ends of it included and open ones
 * INT64_MIN or INT64_MAX. False when it is none, or a time on one side and letters on the other.
 */
bool query_len_read(struct str value, int64_t *from, int64_t *to, bool *is_time);

#endif
