/*
 * The door and the choke point. Foreign text becomes valid UTF-8 in NFC
 * without controls, escape sequences, bidi overrides and invisible characters
 * when it comes in (the worker) and once more before it goes out (text/say.h,
 * ui/screen.h). Rules: no ESC, C0, C1, DEL; whole escape sequences go; ZWSP,
 * BOM, soft hyphen, variation selectors, joiners, tag characters and directional
 * marks go, but for what belongs to an emoji (text/emoji.h; what cells show of it:
 * wrap_show()); at most 8 combining marks a base.
 */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdint.h>

#include "base/buf.h"

/* Appends s as one line: every run of white space (also U+3000, U+2028; not U+00A0) is one space, none at the ends. */
void clean_line(struct buf *out, struct str s);

/* Appends s without folding or trimming blanks: for a piece of running text. Line ends and tabs become a space each. */
void clean_inline(struct buf *out, struct str s);

/* The same without a copy where nothing changes: s itself, else what is made of it in scratch. */
struct str clean_inlined(struct buf *scratch, struct str s);

/*
 * Appends s as lines: "\n" stays (also for \r\n), tabs go to the next multiple of 4 columns, other
 * rules as above. For code and plain text.
 */
void clean_text(struct buf *out, struct str s);

/* Whether a character acts where it should be shown: C0, DEL, C1, separators of lines, what turns the direction of text around. */
bool clean_is_control(int32_t cp);

/* The same and what is never seen (marks of byte order, tags, annotations), but for what emoji are joined by. */
bool clean_is_hidden(int32_t cp);

/* True when clean_text() would change nothing: for checks of what the worker answered. */
bool clean_is(struct str s);

#endif
