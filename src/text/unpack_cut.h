/*
 * Of a packed body that was cut, what can be had: libdeflate gives all of it or nothing.
 */
#ifndef TEXT_UNPACK_CUT_H
#define TEXT_UNPACK_CUT_H

#include "text/unpack.h"

/* What the packed bytes are in: RFC 1952, RFC 1950, or nothing. */
enum unpack_wrap { UNPACK_WRAP_GZIP, UNPACK_WRAP_ZLIB, UNPACK_WRAP_NONE };

/* Appends what the bytes give. It is whole where only the sum and the size behind it are missing; nothing is appended when it is broken. */
enum unpacked unpack_cut(struct buf *out, struct str packed, enum unpack_wrap wrap);

#endif
