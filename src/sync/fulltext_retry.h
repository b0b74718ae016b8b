/*
 * When a page that gave no text is asked for again.
 */
#ifndef SYNC_FULLTEXT_RETRY_H
#define SYNC_FULLTEXT_RETRY_H

#include "store/full.h"

/* How often it may fail in a row: then it is given up. */
int64_t fulltext_retry_max(enum full_how how);

/* Whether it is time by now, for one that is not given up; a try in the future is that of a clock that was wrong. */
bool fulltext_retry_is_due(enum full_how how, int64_t fails, int64_t tried, int64_t now);

#endif
