/*
 * What we need of HTTP's headers (RFC 9110, 9111).
 */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "text/unpack.h"

/* The headers of one answer; strings are in the arena given to http_line(). */
struct http {
	int status;
	struct str content_type, etag, last_modified, location;
	struct str links; /* all Link headers, joined by "," */
	struct str retry_after, cache_control, expires, date, age;
	int codings;                  /* of the body, one over another */
	bool is_coding_strange;       /* one of them is none that we asked for, */
	bool is_packed_otherwise;     /* and it is no word for something else: brotli, say */
	enum unpack_coding coding;    /* the last that is not */
};

/* Takes one header line, with or without its line end. A status line begins the answer anew. */
void http_line(struct http *h, struct arena *a, struct str line);

/* What is to be sent back the next time, empty where it would make an answer of 304 for ever: an ETag "*" stands for any version, and a Last-Modified that is still to come for all until then. */
struct str http_etag(const struct http *h);
struct str http_last_modified(const struct http *h, int64_t now);

/* Until when the server wants to be left alone: Retry-After of an answer that may be another one later, at most LIMIT_HELD_S after now; CLOCK_NONE when it does not say. */
int64_t http_held_until(const struct http *h, int64_t now);

/* For how many seconds an answer (200, 304) is fresh, by max-age or Expires, at most LIMIT_HELD_S; 0 when it does not say. */
int64_t http_fresh_s(const struct http *h, int64_t now);

#endif
