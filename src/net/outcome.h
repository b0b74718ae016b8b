/*
 * What became of a transfer, in words.
 */
#ifndef NET_OUTCOME_H
#define NET_OUTCOME_H

#include "net/transfer.h"

/* Fills class and err of t->answer from how curl ended, what we broke off and the HTTP status. */
void outcome_tell(struct transfer *t, CURLcode code);

/* The same for one that did not begin: nothing came, as the code says (text/feed_why.h). */
void outcome_unasked(struct transfer *t, const char *code, bool is_about_host);

/* The same for a body that came well and could not be unpacked. */
void outcome_unpacked(struct transfer *t, enum unpacked rc);

#endif
