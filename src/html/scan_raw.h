/*
 * The raw text of scripts, styles and the like on its way to the parser.
 */
#ifndef HTML_SCAN_RAW_H
#define HTML_SCAN_RAW_H

#include "html/scan_tag.h"
#include "html/standin.h"

/* Appends what stands between the start tag, whose text is given too, and its end tag; nothing of styles and long programs. */
void scan_raw_add(struct buf *out, struct standin *standins, const struct scan_tag *tag, struct str text, struct str raw);

#endif
