/*
 * What an address says of the way that led to it, and nothing of the page:
 * parameters that count readers, services that pass them on.
 */
#ifndef TEXT_URL_TRACK_H
#define TEXT_URL_TRACK_H

#include "base/buf.h"

/* Whether a parameter of an address of that host (may be empty) only says how a reader came. */
bool url_track_is(struct str host, struct str name, struct str value);

/*
 * Appends a web address without what only tracks: the page a known service would pass on to, its tracking parameters
 * and "#:~:text=" off. Other parameters and fragments stay as they are written.
 */
void url_track_strip(struct buf *out, struct str url);

/* Appends the decoded value of the first parameter of that name in a query ("a=1&b=2"); nothing without one. */
void url_track_parameter(struct buf *out, struct str query, const char *name);

#endif
