/*
 * Headings without numbers: lines of one style are accepted or rejected
 * together.
 */
#ifndef HTML_OUTLINE_GROUP_H
#define HTML_OUTLINE_GROUP_H

#include "html/outline_line.h"

/* Marks the lines that are headings by "#", size, sign, bracket, bold, emoji, quote or a fixed word. */
void outline_group_find(struct outline_text *text);

#endif
