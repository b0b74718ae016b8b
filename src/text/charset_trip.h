/*
 * Bytes of a charset that is known to UTF-8.
 */
#ifndef TEXT_CHARSET_TRIP_H
#define TEXT_CHARSET_TRIP_H

#include "base/mem.h"
#include "text/charset.h"

/* Bytes on their way. */
struct charset_trip {
	struct charset *set;
	struct str bytes;
	struct buf *out;
	struct mem_trail *behind; /* what has been read goes; NULL: all stays */
	bool is_trial;            /* only the bad places are wanted: out is emptied now and then */
	size_t bad;               /* places that were replaced */
};

/* The converters, or none of them. Never NULL. Free with charset_trip_free(). */
struct charset *charset_trip_open(bool has_converters);
void charset_trip_free(struct charset *set);

/* Reads the bytes as the charset of this name of ours; false when this system does not have it. */
bool charset_trip_run(struct charset_trip *trip, const char *name);

#endif
