/*
 * The full text of a post: what was found on its page, kept beside the text of
 * its feed. Only cache: it can be fetched again. A sync that brings another text
 * of the feed leaves it, unless the feed now has clearly more to say.
 */
#ifndef STORE_FULL_H
#define STORE_FULL_H

#include "store/store.h"

/* How the last look at the page went. The numbers are stored. */
enum full_how {
	FULL_FINE,
	FULL_PART,       /* it goes on where it could not be fetched */
	FULL_SHORTER,    /* less than the feed has: kept, but not shown */
	/* and without a text: */
	FULL_UNREACHED,  /* no connection, or none that can be trusted */
	FULL_HTTP,       /* an HTTP status that is an error */
	FULL_MISSING,    /* 404, 410, or a page that says so */
	FULL_REFUSED,    /* it leads to where we do not go */
	FULL_LIMIT,      /* larger, slower or with more redirects than we take */
	FULL_NO_PAGE,    /* a picture, a PDF: no page */
	FULL_NO_ARTICLE, /* a page without an article that could be told */
	FULL_LOGIN,
	FULL_CONSENT,
	FULL_CHALLENGE,
	FULL_OTHER,      /* an article that is not this post's */
	FULL_BROKEN,     /* the worker failed at it */
	FULL_HOWS
};

/* A text is shorter than the feed's when it has fewer of its letters: boilerplate is dropped from pages, too. */
enum { FULL_SHORTER_PERCENT = 80 };

/* The word for programs: "fine", "part", "login". */
const char *full_word(enum full_how how);

/* What the cache has; strings are in the arena it was read into. */
struct full {
	enum full_how how;
	struct str error;     /* why the last try brought none, or not all: a code of store/full_why.h; "" when it went well */
	struct str url;       /* where the text came from; empty without one */
	int64_t tried, fetched; /* CLOCK_NONE: never; fetched: the text that is there */
	int64_t held_until;   /* its server wants to be left alone till then; CLOCK_NONE */
	int64_t fails;        /* in a row */
	int64_t letters, pages;
	bool is_part;         /* the text that is there is */
	bool is_shown;        /* instead of the feed's */
	bool is_wanted;       /* a sync is to fetch it, or to try again (store/full_wanted.h) */
};

/* A page that has been read. */
struct full_text {
	struct str xhtml, url;
	struct str canonical; /* the address that the page says is the post's: empty when it is none to go by */
	struct str author;    /* as the page says: shown where the feed gave none */
	int64_t published;    /* likewise; CLOCK_NONE */
	int64_t letters, pages;
	enum full_how how;    /* FULL_FINE, FULL_PART or FULL_SHORTER */
	bool is_part;         /* of FULL_PART, and of FULL_SHORTER where it broke off */
	struct str error;     /* of FULL_PART and FULL_SHORTER: a code of store/full_why.h */
};

/* All zero, with CLOCK_NONE for the times, for a post whose page was never asked for. */
int full_get(struct store *s, struct arena *a, int64_t post, struct full *ret, struct err *err);

/* The text that was fetched, the feed's own; empty when there is none. */
int full_page_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err);
int full_feed_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err);

/* Stores a text, in a transaction of its own, and what the page says of the story the post is of. A part takes the place of no whole text. Nothing happens for a post that is gone. */
int full_store(struct store *s, int64_t post, const struct full_text *text, struct err *err);

/* Notes a try that brought no text, error as above; one that is there stays. */
int full_fail(struct store *s, int64_t post, enum full_how how, struct str error, int64_t held_until, struct err *err);

/* Shows the text of the page (where there is one), or the feed's, as the user chose: no sync changes that. *is_page: which it is now. */
int full_show(struct store *s, int64_t post, bool wants_page, bool *is_page, struct err *err);

#endif
