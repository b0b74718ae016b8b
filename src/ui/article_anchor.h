/*
 * Links from an article into itself: tables of contents by hand, "see above".
 */
#ifndef UI_ARTICLE_ANCHOR_H
#define UI_ARTICLE_ANCHOR_H

#include "ui/article.h"

/*
 * The section that an address leads to, when it is the post's own with a fragment that is made of a section's title, as
 * blogs make them: "#2-%EA%B5%AC%ED%98%84" for "2. 구현". -1 for any other: ids that say nothing are not kept.
 */
int article_anchor_section(const struct article *a, struct str url);

#endif
