/*
 * What a fetched page turned out to be, and how to say so.
 */
#ifndef PAGE_PAGE_KIND_H
#define PAGE_PAGE_KIND_H

enum page_kind {
	PAGE_ARTICLE,
	PAGE_NONE,      /* no article was found: a list, a shell that a script fills, nothing */
	PAGE_LOGIN,     /* a login, a password, members only */
	PAGE_CONSENT,   /* cookies are asked for first */
	PAGE_CHALLENGE, /* a test whether a person reads */
	PAGE_GONE,      /* it says that there is no such article (any more) */
	PAGE_GO,        /* only a way to another address */
	PAGE_FEED,      /* no page: a feed */
	PAGE_PDF,
	PAGE_IMAGE,
	PAGE_OTHER,     /* other bytes that are no text */
};

/* What to tell the person, in their language; "" for PAGE_ARTICLE. */
const char *page_kind_text(enum page_kind kind);

#endif
