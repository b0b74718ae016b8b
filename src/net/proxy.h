/*
 * Which proxy the environment names for a URL: http_proxy, https_proxy,
 * all_proxy and no_proxy, read as curl reads them. We choose and tell curl, so
 * that it is never in doubt whose address a connection has.
 */
#ifndef NET_PROXY_H
#define NET_PROXY_H

#include <stdbool.h>

#include "base/str.h"

/* The proxy for a host and a scheme (https or http); "" when it is reached directly. The text is the environment's. */
const char *proxy_of(struct str host, bool is_secure);

/* True when an entry of list (as in no_proxy: names, addresses, blocks like 10.0.0.0/8, or "*") stands for host. */
bool proxy_is_excepted(struct str list, struct str host);

#endif
