/*
 * What we need of HTTP's headers (RFC 9110, 9111).
 */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"

/* The headers of one answer; strings are in the arena given to http_line(). */
struct http {
	int status;
	struct str content_type, etag, last_modified, location;
	struct str links; /* all Link headers, joined by "," */
	struct str retry_after, cache_control, expires, date, age;
	int codings; /* of the body, one over another */
};

/* Takes one header line, with or without its line end. A status line begins the answer anew. */
void http_line(struct http *h, struct arena *a, struct str line);

/* Until when the server wants to be left alone: Retry-After of 403, 429 and 503, at most LIMIT_HELD_S after now; CLOCK_NONE when it does not say. */
int64_t http_held_until(const struct http *h, int64_t now);

/* For how many seconds an answer (200, 304) is fresh, by max-age or Expires, at most LIMIT_HELD_S; 0 when it does not say. */
int64_t http_fresh_s(const struct http *h, int64_t now);

#endif
