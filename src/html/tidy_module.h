/*
 * What Naver's editor keeps in scripts beside the text: formulas, videos.
 */
#ifndef HTML_TIDY_MODULE_H
#define HTML_TIDY_MODULE_H

#include "base/arena.h"
#include "html/dom.h"

enum tidy_module_kind { TIDY_MODULE_NONE, TIDY_MODULE_FORMULA, TIDY_MODULE_VIDEO, TIDY_MODULE_FRAME };

struct tidy_module {
	enum tidy_module_kind kind;
	struct str text;             /* the formula's TeX; the video's title, may be empty */
	struct str url;              /* of the video's first picture, may be empty */
	const struct dom_node *frame; /* an iframe */
};

/* Reads the data-module attribute of a script. All in a. */
void tidy_module_read(struct arena *a, const struct dom_node *script, struct tidy_module *ret);

#endif
