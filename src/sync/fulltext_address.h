/*
 * Where the page of a post is fetched from.
 */
#ifndef SYNC_FULLTEXT_ADDRESS_H
#define SYNC_FULLTEXT_ADDRESS_H

#include "base/buf.h"

/* Appends the address to ask for the post of a link: of platforms whose pages are only a frame around the text, that of the text. */
void fulltext_address(struct buf *out, struct str link);

/*
 * What is asked for the post of a link may end elsewhere: whether that is a home page (of any site, or site, that of the
 * feed, may be empty), and whether it is a folder that the link is in. Not where the link itself leads there.
 */
bool fulltext_address_is_home(struct str url, struct str link, struct str site);
bool fulltext_address_is_above(struct str url, struct str link);

/* What an answer of this Content-Type (may be empty) is instead of a page, as "no-page" of store/full_why.h has it; NULL: it can be a page. */
const char *fulltext_address_file(struct str content_type);

#endif
