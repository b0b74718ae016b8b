/*
 * How servers are asked: what the user says of the way to them and of himself.
 * Plain data; whoever makes it keeps it as long as requests with it are on their way.
 */
#ifndef NET_ACCESS_H
#define NET_ACCESS_H

#include <stdbool.h>

#include "base/str.h"

struct access_headers {
	const char *const *v; /* "Name: text" */
	size_t n;
};

struct access {
	const char *proxy;    /* its URL; "": none; NULL: as the environment says (net/proxy.h) */
	const char *no_proxy; /* hosts that proxy is not for, as in the environment's; NULL: the environment's */
	const char *ca_file;  /* of the authorities that are trusted; NULL: the system's */
	const char *agent;    /* User-Agent; NULL: ours */
	struct access_headers headers; /* for all hosts */

	/* What goes to one place only, its host and port, and over https where it has that; never to where that leads. */
	struct str home;      /* the URL of the place; empty: none */
	struct access_headers own_headers;
	struct str cookie;
	const char *user, *password; /* both or neither */
	bool is_internal;     /* home is an internal host, though its name does not say so */
};

#endif
