/*
 * Why a feed could not be fetched or read. The cache has a code, so that
 * whoever looks is told in their own language:
 *
 *	CODE [what it is about]     "no-host blog.example", "status 404"
 */
#ifndef TEXT_FEED_WHY_H
#define TEXT_FEED_WHY_H

#include "base/buf.h"

/* Appends what a code says, in one line whose particles are settled. What is no code is a sentence of an older sosik, and stays as it is. */
void feed_why_text(struct buf *out, struct str why);

/* Appends what to do about it, behind that: "; …", or nothing; name is what the feed is called. Not for a feed that wants to be left alone: then that is to wait. */
void feed_why_advice(struct buf *out, struct str why, struct str name);

/* The code alone, without what it is about, for programs: "" for what is no code. Part of why. */
struct str feed_why_reason(struct str why);

/* The words of a code that is about nothing else; "" for what is none. */
const char *feed_why_plain(const char *code);

#endif
