/*
 * Links from an article into itself: tables of contents by hand, "see above".
 */
#ifndef UI_ARTICLE_ANCHOR_H
#define UI_ARTICLE_ANCHOR_H

#include "ui/article.h"

/*
 * The section that a link leads to, when its address is the post's own with a fragment that is made of a section's title, as
 * blogs make them: "#2-%EA%B5%AC%ED%98%84" for "2. 구현", "#구현-1" for the second one that is called so. Ids are not kept: where
 * the fragment is another, the link's own text is to be the title, with its number or without. -1 for any other link.
 */
int article_anchor_section(const struct article *a, const struct doc_link *link);

#endif
