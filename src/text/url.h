/*
 * URLs (RFC 3986), as far as a reader needs them.
 */
#ifndef TEXT_URL_H
#define TEXT_URL_H

#include "base/arena.h"
#include "base/buf.h"

struct url {
	struct str scheme, user, host, port, path, query, fragment; /* slices of the text; no delimiters */
	bool has_authority, has_query, has_fragment;
};

/* Splits text; false when it has no scheme (a relative reference: scheme is empty, the rest is set). */
bool url_split(struct str text, struct url *ret);

/* Appends ref resolved against base (RFC 3986 5.2), with blanks at the ends and line breaks inside removed, spaces and non-ASCII bytes percent-encoded except valid UTF-8 (kept as it is), backslashes in what is http(s) turned into slashes. A base that is empty leaves ref as it is. */
void url_resolve(struct buf *out, struct str base, struct str ref);

/* Whether text is an address of the web that url_resolve() leaves as it is, whatever the base, as most links are; false where that is not sure. */
bool url_is_settled(struct str text);

/* http or https with a host; and that or mailto. What is false is never opened. */
bool url_is_web(struct str text);
bool url_is_safe(struct str text);

/* The host in lower case's slice, without port and user; empty when there is none. */
struct str url_host(struct str text);

/* Appends the form under which two links are the same post: tracking parameters (utm_*, fbclid, fromRss, trackingCode, source=rss-…, ref=rss, session ids) and places in the page (#comment-1) off, host in lower case, m., www. and amp. off, default port, index.html and final "/" off, http as https, one way of percent-encoding, one address for posts of sites that have several (text/url_site.h). Other parameters and fragments stay. What is no web link stays as it is. */
void url_canonical(struct buf *out, struct str text);

/* What the address of a feed, and the title it is linked by, say of its posts. */
enum url_feed {
	URL_FEED_MAIN,
	URL_FEED_PART,     /* of one category, tag or author */
	URL_FEED_COMMENTS, /* what readers wrote */
};
enum url_feed url_feed_rank(struct str url, struct str title);

/* Whether an address looks like that of a feed. */
bool url_feed_is_like(struct str url);

/* Whether two addresses differ only in the format they name (rss.xml, atom.xml, feed.json). */
bool url_feed_is_twin(struct str a, struct str b);

/* Appends a host with labels that are not ASCII as "xn--…" (RFC 3492); what is no UTF-8 as it is. */
void url_host_ascii(struct buf *out, struct str host);

/* Appends text as it goes over the wire: bytes that are not ASCII percent-encoded behind the host, which stays as it is. */
void url_wire(struct buf *out, struct str text);

/*
 * Appends text as people read it: letters and digits of other scripts that are percent-encoded
 * behind the host as themselves, where they cannot deceive. It leads to the same place.
 */
void url_show(struct buf *out, struct str text);

/* Appends text with a password in it replaced by "***"; url_mask() also the values of parameters that are one ("?key=", "&token="). */
void url_mask_login(struct buf *out, struct str text);
void url_mask(struct buf *out, struct str text);
struct str url_mask_in(struct arena *a, struct str text); /* the same, in a */

/* As url_mask() for the addresses in a line of text. */
void url_mask_line(struct buf *out, struct str line);

/* Appends what to call the place where it has no name: the address without scheme, login and final "/". */
void url_label(struct buf *out, struct str text);

/* True for a host that is a loopback, private, link-local or otherwise internal address or name. */
bool url_is_internal_host(struct str host);

#endif
