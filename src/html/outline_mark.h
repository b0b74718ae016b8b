/*
 * The number at the start of a line: "1.", "(가)", "Ⅱ.", "제3장", "Step 4".
 */
#ifndef HTML_OUTLINE_MARK_H
#define HTML_OUTLINE_MARK_H

#include "html/outline_line.h"

/* Sets *ret, whose class is OUTLINE_MARK_NONE where there is none; returns the text without it. */
struct str outline_mark_find(struct str text, struct outline_mark *ret);

#endif
