/*
 * Code blocks: never broken, tabs already blanks, words and strings told apart
 * by role; lines that are too long scroll, all of a block together.
 */
#ifndef HTML_LAYOUT_CODE_H
#define HTML_LAYOUT_CODE_H

#include "html/layout_out.h"

/*
 * The language stands above where it is named, or is beyond doubt; a mere guess only colours. Code
 * right below other code has a label in any case, or the two would be read as one.
 */
void layout_code_add(struct layout_out *out, const struct doc_block *b, bool is_below_code);

#endif
