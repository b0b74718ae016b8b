/*
 * Where the tags of HTML begin and end, as its tokenizer has it (HTML 13.2.5).
 */
#ifndef HTML_SCAN_TAG_H
#define HTML_SCAN_TAG_H

#include "html/dom.h"

enum { SCAN_TAG_VALUES = 8, SCAN_TAG_LONG = 12 };

struct scan_tag {
	enum dom_tag tag;
	struct str name;   /* as written */
	size_t end;        /* one past its ">" */
	size_t n_attrs;
	bool is_end;       /* "</name>" */
	bool is_self_closing;
	struct str values[SCAN_TAG_VALUES]; /* in quotes and without references, of SCAN_TAG_LONG bytes and more; the first ones */
	size_t n_values;
};

/* Reads the tag at s[at], which is "<" or "</" and a letter; false when s ends in it. */
bool scan_tag_read(struct str s, size_t at, struct scan_tag *ret);

/* One past what is no tag at s[at] = "<!", "<?" or "</": a comment, a declaration, junk. */
size_t scan_tag_skip(struct str s, size_t at);

/* Where "</name" and the end of a name first stands at or after at, or s.n. */
size_t scan_tag_find_end(struct str s, size_t at, struct str name);

#endif
