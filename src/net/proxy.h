/*
 * Which proxy a URL is asked by: the user's, or the one that the environment
 * names in http_proxy, https_proxy, all_proxy and no_proxy, read as curl reads
 * them. We choose and tell curl, so that it is never in doubt whose address a
 * connection has.
 */
#ifndef NET_PROXY_H
#define NET_PROXY_H

#include <stdbool.h>

#include "base/str.h"
#include "net/access.h"

/* The proxy for a host and a scheme (https or http); "" when it is reached directly. access may be NULL. The text is access's or the environment's. */
const char *proxy_of(const struct access *access, struct str host, bool is_secure);

/* True when an entry of list (as in no_proxy: names, addresses, blocks like 10.0.0.0/8, or "*") stands for host. */
bool proxy_is_excepted(struct str list, struct str host);

#endif
