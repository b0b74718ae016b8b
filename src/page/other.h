/*
 * What stands where a page was expected and is none: feeds, documents, images,
 * archives.
 */
#ifndef PAGE_OTHER_H
#define PAGE_OTHER_H

#include "base/str.h"
#include "page/page_kind.h"

/*
 * What the bytes are, of which text is the valid UTF-8 that was made: by what they begin with, else by how
 * much of the text is controls. PAGE_ARTICLE for what may well be a page or a text.
 */
enum page_kind other_find(struct str bytes, struct str text);

#endif
