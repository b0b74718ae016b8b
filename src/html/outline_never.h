/*
 * Lines that are never headings, whatever they look like.
 */
#ifndef HTML_OUTLINE_NEVER_H
#define HTML_OUTLINE_NEVER_H

#include "base/str.h"

/* Captions, hash tags, addresses, greetings, prices and the like. */
bool outline_never_heading(struct str text);

/* What a note in a quote is called: "Note", "Warning". */
bool outline_never_label(struct str text);

/* What not even an h1 makes a heading: signs only, an address, a caption. */
bool outline_never_title(struct str text);

/* Where a generator would have put a table of contents: "[TOC]". */
bool outline_never_placeholder(struct str text);

#endif
