/*
 * Whether one page may lead us on to another address.
 */
#ifndef TEXT_URL_NEAR_H
#define TEXT_URL_NEAR_H

#include "base/str.h"

/* Of one site: "www." and "m." count for nothing, and a host below the other's is of its site. */
bool url_near_site(struct str a, struct str b);

/* Of one host and port. */
bool url_near_host(struct str a, struct str b);

/* A public page leads to no internal address; one of an internal host may to that host and port. */
bool url_near_may_lead(struct str from, struct str to);

#endif
