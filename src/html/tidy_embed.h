/*
 * Players that velog writes as a line of text: "!youtube[ID]", and so for
 * twitter, codesandbox and codepen. Its feeds and the state of its pages hold
 * the line as it was typed.
 */
#ifndef HTML_TIDY_EMBED_H
#define HTML_TIDY_EMBED_H

#include "html/draft.h"

/* Lines of nothing else become a link to the page of the player; not in code. */
void tidy_embed(struct draft *parts);

#endif
