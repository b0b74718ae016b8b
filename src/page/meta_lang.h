/*
 * The language of a page.
 */
#ifndef PAGE_META_LANG_H
#define PAGE_META_LANG_H

#include "html/dom.h"
#include "page/meta_bag.h"

/*
 * As BCP 47 has it ("ko", "en-US"), in a; empty where it is not known. What the
 * page claims counts unless its text is in the script of another language:
 * themes of blogs say "en" whatever is written with them.
 */
struct str meta_lang_choose(struct arena *a, const struct meta_bag *bag, const struct dom_node *root);

#endif
