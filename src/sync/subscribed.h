/*
 * What the feeds file holds already, under any form of its address.
 */
#ifndef SYNC_SUBSCRIBED_H
#define SYNC_SUBSCRIBED_H

#include "store/subs.h"

/* The address under which the feed of url is subscribed already, leaving the line of the address but (may be empty) aside; empty when it is not. */
struct str subscribed_find(const struct subs *subs, struct str url, struct str but);

#endif
