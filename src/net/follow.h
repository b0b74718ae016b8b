/*
 * Where a transfer goes on to when curl is through with a hop: by a redirect,
 * or to the same place in another way. Used by net/transfer.c only.
 */
#ifndef NET_FOLLOW_H
#define NET_FOLLOW_H

#include "net/transfer.h"

/* Makes ready for the next hop; false when there is none, or none that we take: t->breach says which. */
bool follow(struct transfer *t, CURLcode code);

#endif
