/*
 * The Link header (RFC 8288), as far as feeds are named in it.
 */
#ifndef NET_HTTP_LINK_H
#define NET_HTTP_LINK_H

#include <stdbool.h>

#include "base/str.h"

struct http_link {
	struct str target, rel, type, title; /* slices of the header; quotes are off, escapes are left */
};

/* Takes the next link off *rest; false at the end. */
bool http_link_next(struct str *rest, struct http_link *ret);

#endif
