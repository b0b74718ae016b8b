/*
 * Ways that the user names by hand: "HOST:PORT:ADDRESS[:PORT]", as in curl's
 * --resolve and --connect-to. For tests, and where DNS tells us something else.
 */
#ifndef NET_ROUTE_H
#define NET_ROUTE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

struct route {
	struct str host, port; /* "*": any host */
	const char *to;        /* for CURLOPT_CONNECT_TO */
};

/* Reads one; strings are in a. An address of IPv6 stands in brackets. ERR_USAGE for what is none. */
int route_read(struct arena *a, struct str text, struct route *ret, struct err *err);

/* Reads n of them, into *ret in a. */
int route_read_all(struct arena *a, const char *const *texts, size_t n, struct route **ret, struct err *err);

/* The first for this host and port, or NULL. */
const struct route *route_find(const struct route *routes, size_t n, struct str host, struct str port);

#endif
