/*
 * What an article says of its full text, and the same place in another text of
 * the post.
 */
#ifndef UI_ARTICLE_FULL_H
#define UI_ARTICLE_FULL_H

#include "ui/article.h"

/* For the head: that this is the text of the page, or a part of it; "" for the feed's. */
const char *article_full_which(const struct posts_row *post);

/* A post without any text: what to do. */
struct str article_full_above(const struct posts_row *post);

/* Appends lines that stand below the text: why there is no full text, or not all of it; how to get it. */
void article_full_below(const struct article *a, struct buf *out);

/* Makes a place in one article that of the same text in another one of the same post; false: it is not there, the place is that of the same block. */
bool article_full_place(const struct article *from, const struct article *to, struct article_place *place);

#endif
