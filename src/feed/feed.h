/*
 * A feed and its posts as the parsers give them and the worker sends them.
 * Strings are slices into the arena of whoever made them.
 */
#ifndef FEED_FEED_H
#define FEED_FEED_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"

struct enclosure {
	struct str url, type;
	int64_t length; /* bytes, -1 when not known */
};

struct post {
	struct str id;     /* the feed's own identifier (guid, atom:id), may be empty */
	struct str title;  /* plain text, one line */
	bool is_title_made; /* it has none of its own: the start of its text, or its link */
	struct str link;   /* absolute */
	struct str author; /* plain text */
	int64_t published, updated; /* CLOCK_NONE when not known */
	struct str summary, content; /* HTML, links as written; may be empty */
	struct str comments;
	struct str base;   /* where relative links of its HTML start, when the feed says (xml:base); else empty: the feed's URL */
	struct str *categories;
	size_t n_categories;
	struct enclosure *enclosures;
	size_t n_enclosures;
};

enum feed_format {
	FEED_UNKNOWN, FEED_RSS_09X, FEED_RSS_10, FEED_RSS_20, FEED_ATOM_03, FEED_ATOM_10, FEED_JSON,
};

/* What had to be mended to read the bytes: bits of feed.repairs. */
enum {
	FEED_FIX_CHARSET = 1 << 0,    /* wrong label or ill-formed bytes */
	FEED_FIX_CONTROL = 1 << 1,    /* control characters taken out */
	FEED_FIX_ENTITY = 1 << 2,     /* undefined entities, raw & */
	FEED_FIX_PROLOG = 1 << 3,     /* junk before <?xml */
	FEED_FIX_MARKUP = 1 << 4,     /* not well-formed: read on */
	FEED_FIX_TRUNCATED = 1 << 5,  /* ended early; whole items kept */
	FEED_FIX_LIMIT = 1 << 6,      /* a limit was reached; the rest left out */
};

enum { FEED_SKIP_DAYS = 24 };

struct feed {
	enum feed_format format;
	char encoding[32];  /* what was decoded from, lower case */
	unsigned repairs;   /* 0: the bytes were well formed */
	struct str title, subtitle, author, rights, generator; /* plain text */
	struct str link, id, language, image;
	int64_t updated;    /* CLOCK_NONE */
	int64_t ttl_min;    /* minutes between two updates, -1 when not given */
	int64_t skip;       /* when it wants to be left alone, GMT: bits 0 to 23 the hours, from FEED_SKIP_DAYS on the days, Sunday first */
};

/* Why bytes are no feed. The worker sends the number, the parent has the words. */
enum feed_problem {
	FEED_OK,
	FEED_EMPTY,     /* no bytes, or blanks only */
	FEED_IS_HTML,   /* a page where a feed should be */
	FEED_IS_JSON,   /* some other JSON: a list of posts as an interface for programs has it, or what it says of an error */
	FEED_IS_OTHER,  /* some other XML or text */
	FEED_TOO_LARGE, /* after unpacking or decoding */
	FEED_BROKEN,    /* looked like a feed, but not one item or title could be read */
};

/* "rss-2.0" … for the JSON form; "" for FEED_UNKNOWN. */
const char *feed_format_name(enum feed_format format);

#endif
