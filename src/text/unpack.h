/*
 * Bodies as they come over the network, packed by gzip or deflate (RFC 1950 to
 * 1952): unpacked at once when they have come, up to a limit.
 */
#ifndef TEXT_UNPACK_H
#define TEXT_UNPACK_H

#include "base/buf.h"

enum unpack_coding { UNPACK_NONE, UNPACK_GZIP, UNPACK_DEFLATE };

enum unpacked {
	UNPACK_WHOLE,
	UNPACK_CUT,    /* its beginning: the end did not come */
	UNPACK_BROKEN, /* it is not packed so, or was changed on the way */
	UNPACK_LARGE,  /* more than body->max */
};

/* What is to be asked for: Accept-Encoding. */
#define UNPACK_CODINGS "gzip, deflate"

/* Whether there is something to read. */
static inline bool
unpack_is_readable(enum unpacked rc)
{
	return rc == UNPACK_WHOLE || rc == UNPACK_CUT;
}

/* The coding of this name; false for one that is none of ours. */
bool unpack_coding(struct str name, enum unpack_coding *ret);

/*
 * Puts what is packed into the place of the body, which is empty when it fails. Bytes behind what is packed are left out.
 * Many servers, and proxies before them, send a length that is too short: what came is read all the same.
 */
enum unpacked unpack(struct buf *body, enum unpack_coding coding);

/* The same, into the memory of room where there is enough of it; the body may have taken it then, and room be empty. */
enum unpacked unpack_into(struct buf *body, enum unpack_coding coding, struct buf *room);

/* How much it is unpacked, about: a gzip says so at its end, which may not be true. */
size_t unpack_size(struct str packed, enum unpack_coding coding);

/* Those of the packed body that tell one content from another: a gzip begins with the time at which it was packed. */
struct str unpack_content(struct str packed, enum unpack_coding coding);

#endif
