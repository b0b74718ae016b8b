/*
 * Paragraphs, headings and captions.
 */
#ifndef HTML_LAYOUT_PARA_H
#define HTML_LAYOUT_PARA_H

#include "html/layout_out.h"

/* Running text; a number or sign the author put in front of it hangs. */
void layout_para_add(struct layout_out *out, const struct doc_block *b);

/* A rule over the whole width. */
void layout_para_add_rule(struct layout_out *out);

#endif
