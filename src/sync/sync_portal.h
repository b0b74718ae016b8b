/*
 * A network that answers in the place of the hosts that are asked: the login of
 * a hotel or a train. Several hosts then lead to one and the same place or page,
 * or none of them shows a certificate to be trusted, and none gives a feed.
 * Such an answer says nothing about a feed.
 */
#ifndef SYNC_SYNC_PORTAL_H
#define SYNC_SYNC_PORTAL_H

#include "base/vec.h"
#include "store/feeds.h"

/* An answer that may be the network's. */
struct sync_portal_answer {
	int64_t feed;
	struct str site;   /* platform of the feed's address: its hosts fail alike for reasons of their own */
	struct str place;  /* a host, the title of a page; empty: a certificate that is not to be trusted */
	bool is_title;
	bool is_login;     /* the page of one, in the place of a feed that came of late */
};

/* Zero-initialise, then sync_portal_begin(); free with sync_portal_free(). */
struct sync_portal {
	struct arena a;
	vec(struct sync_portal_answer) v;
	bool has_good; /* answers: then the others had reasons of their own */
	int64_t last_good; /* when one came before this sync; 0: none */
	size_t asked;      /* feeds, set before sync_portal_find(): where all of them have such answers a login is proof by itself */
	size_t n_own;      /* of these, for which sync_portal_own() held: they say nothing either way */
};

/* All feeds, as they were before the sync. */
void sync_portal_begin(struct sync_portal *p, const struct feeds_row *rows, size_t n);

/* A feed came, or 304. One of one's own network says nothing. */
void sync_portal_good(struct sync_portal *p, struct str url);

/* Whether a feed that failed with that code (text/feed_why.h) is known to do so by itself, whatever the network: not one for the two below then. */
bool sync_portal_own(struct sync_portal *p, const struct feeds_row *feed, struct str why);

/*
 * A feed failed: led_to is the host that answered or that a redirect named, title that of the page that came; both may be empty. is_login: it is that of a login.
 * Returns whether it may be the network's fault, as far as is known by now: it is the last of v then.
 */
bool sync_portal_odd(struct sync_portal *p, const struct feeds_row *feed, struct str led_to, struct str title, bool is_login);
bool sync_portal_untrusted(struct sync_portal *p, const struct feeds_row *feed);

/* Whether it is so. *place: whose answers they are, empty for the certificates; *n hosts. */
bool sync_portal_find(const struct sync_portal *p, struct str *place, size_t *n);

/* Appends the code (text/feed_why.h) of a feed that it answered for. */
void sync_portal_code(struct buf *out, struct str place);

/* sync_portal_find(), with all that follows: the failures of these feeds are taken back, with a code for what it was, and notice is told. */
int sync_portal_end(const struct sync_portal *p, struct store *s, void (*notice)(void *user, const char *text), void *user, struct err *err);

/* Appends it in words, particles settled: what place and n mean, see sync_portal_find(). */
void sync_portal_tell(struct buf *out, struct str place, size_t n);

void sync_portal_free(struct sync_portal *p);

#endif
