/*
 * Addresses that the terminal itself opens on a click (OSC 8): whether it does,
 * and how they are written.
 */
#ifndef UI_HYPERLINKS_H
#define UI_HYPERLINKS_H

#include "base/buf.h"

/* Auto: where the terminal is known to show them. */
enum hyperlinks_use { HYPERLINKS_AUTO, HYPERLINKS_ON, HYPERLINKS_OFF };

enum { HYPERLINKS_BYTES = 2000 }; /* of an address; common terminals take 2083 */

/* True where the environment names a terminal that is known to show them. type: TERM. */
bool hyperlinks_are_shown(const char *type);

/*
 * Appends an address as it may stand in a control string: bytes outside printable ASCII percent-encoded. False, and
 * nothing appended, for one that is not http, https or mailto, or that is too long.
 */
bool hyperlinks_encode(struct buf *out, struct str url);

#endif
