/*
 * What became of a transfer, in words.
 */
#ifndef NET_OUTCOME_H
#define NET_OUTCOME_H

#include "net/transfer.h"

/* Fills class and err of t->answer from how curl ended, what we broke off and the HTTP status. */
void outcome_tell(struct transfer *t, CURLcode code);

#endif
