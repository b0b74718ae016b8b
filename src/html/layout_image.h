/*
 * An image as a line that tells what it shows and where it is.
 */
#ifndef HTML_LAYOUT_IMAGE_H
#define HTML_LAYOUT_IMAGE_H

#include "html/layout_out.h"

/*
 * "[image 3] alt (host, 640×480)" by the number of its link; "[image] alt" where it has no address to
 * open. Below it the rows of its picture. The alternative text is left out where the caption below says the same.
 */
void layout_image_add(struct layout_out *out, const struct doc_block *b, const struct doc_block *below);

#endif
