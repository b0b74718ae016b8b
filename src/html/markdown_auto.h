/*
 * Addresses in Markdown that are links by themselves.
 */
#ifndef HTML_MARKDOWN_AUTO_H
#define HTML_MARKDOWN_AUTO_H

#include "base/arena.h"

/* The bytes of "<https://…>" or "<name@host>" that s begins with, and where it leads (in a); 0 for none. */
size_t markdown_auto_angle(struct arena *a, struct str s, struct str *url);

/*
 * The bytes of the web address whose ":" is text[colon], as people write one into running text: 0
 * for none. It starts at *start, not before from, and ends before marks of the sentence, brackets
 * around it and a Korean particle behind it.
 */
size_t markdown_auto_bare(struct str text, size_t from, size_t colon, size_t *start);

#endif
