/*
 * Links and pictures of Markdown in a line: "[label](address)".
 */
#ifndef HTML_TIDY_BRACKET_H
#define HTML_TIDY_BRACKET_H

#include "base/str.h"

struct tidy_bracket {
	size_t label, label_end, end; /* bytes of the line: the words, and one past all of it */
	struct str url;               /* an http(s) address */
	bool is_image;
};

/* The one that begins at s[at]; false when none does. Of a picture that links the label is its words, the url the link's. */
bool tidy_bracket_read(struct str s, size_t at, struct tidy_bracket *ret);

#endif
