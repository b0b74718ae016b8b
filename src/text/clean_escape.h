/*
 * Escape sequences of terminals (ECMA-48), as they may stand in foreign text.
 */
#ifndef TEXT_CLEAN_ESCAPE_H
#define TEXT_CLEAN_ESCAPE_H

#include "base/str.h"

/*
 * Bytes of the whole sequence that the control character (ESC or C1) at the start of s begins; only
 * those of that character when nothing well-formed follows. s is not empty.
 */
size_t clean_escape_len(struct str s);

#endif
