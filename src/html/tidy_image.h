/*
 * Pictures in foreign HTML: their real address, whatever their page does to
 * load them late or through a service; and what is no picture.
 */
#ifndef HTML_TIDY_IMAGE_H
#define HTML_TIDY_IMAGE_H

#include "base/arena.h"
#include "html/dom.h"

enum tidy_image {
	TIDY_IMAGE_NONE,        /* counters, blanks: nothing to see */
	TIDY_IMAGE_STAND_IN,    /* an address, but of what is shown until the picture is loaded */
	TIDY_IMAGE_PICTURE,     /* *ret is empty where it cannot be shown */
	TIDY_IMAGE_LETTER,      /* an emoji or icon in a line: its alt stands for it */
	TIDY_IMAGE_FORMULA,     /* its alt is TeX */
};

/* What an img is, with its address in *ret, in a. */
enum tidy_image tidy_image_find(struct arena *a, struct str base, const struct dom_node *img, struct str *ret);

/* How large the picture of an img is, px; 0 where the page does not say. */
void tidy_image_size(const struct dom_node *img, int *width, int *height);

/* Whether an address ends as that of a picture does. */
bool tidy_image_is_file(struct str url);

/* Whether a link stands for the picture it leads to: it holds nothing, and a script would put the picture there. */
bool tidy_image_is_link(const struct dom_node *a);

#endif
