/*
 * When a page that gave no text is asked for again.
 */
#ifndef STORE_FULL_RETRY_H
#define STORE_FULL_RETRY_H

#include "store/full.h"

/* How often it may fail in a row: then it is given up. */
int64_t full_retry_max(enum full_how how);

/* From when on, for one that is not given up; CLOCK_NONE: at once. */
int64_t full_retry_at(enum full_how how, int64_t fails, int64_t tried);

/* Whether it is time by now, for one that is not given up; a try in the future is that of a clock that was wrong. */
bool full_retry_is_due(enum full_how how, int64_t fails, int64_t tried, int64_t now);

#endif
