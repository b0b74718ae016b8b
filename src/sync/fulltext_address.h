/*
 * Where the page of a post is fetched from.
 */
#ifndef SYNC_FULLTEXT_ADDRESS_H
#define SYNC_FULLTEXT_ADDRESS_H

#include "base/buf.h"

/* Appends the address to ask for the post of a link: of platforms whose pages are only a frame around the text, that of the text. */
void fulltext_address(struct buf *out, struct str link);

/* Whether an answer of this Content-Type (may be empty) can be a page. *what: what it is instead, for a message. */
bool fulltext_address_is_page(struct str content_type, const char **what);

#endif
