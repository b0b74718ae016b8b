/*
 * The records that sosik-worker and its parent exchange over one socket pair:
 *
 *	length (4 bytes, little endian, of all that follows) kind (1)
 *	then fields: tag (1) length (4) bytes
 *
 * Numbers are 8 bytes, little endian, two's complement. Both sides refuse a
 * record or field over its limit; the parent trusts nothing else either
 * (worker/client.h).
 */
#ifndef WORKER_RECORD_H
#define WORKER_RECORD_H

#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "page/rule.h"

enum record_kind {
	/* parent to worker: one JOB, any number of DATA, one RUN */
	RECORD_JOB = 1, RECORD_DATA, RECORD_RUN,
	/* worker to parent: READY once; then for each job UNPACKED?, FEED_LINK*, (POST or KNOWN)*, ENTRY*, ARTICLE?, PROBED?, DONE */
	RECORD_READY = 16, RECORD_POST, RECORD_ARTICLE, RECORD_FEED_LINK, RECORD_DONE, RECORD_PROBED, RECORD_ENTRY, RECORD_KNOWN,
	RECORD_UNPACKED,
};

enum record_field {
	RECORD_TASK = 1, /* number, enum record_task */
	RECORD_URL, RECORD_CONTENT_TYPE, RECORD_NOW, RECORD_BYTES,
	RECORD_ID, RECORD_TITLE, RECORD_LINK, RECORD_AUTHOR, RECORD_PUBLISHED, RECORD_UPDATED,
	RECORD_SUMMARY, RECORD_CONTENT, /* RECORD_RAW only: HTML with absolute links */
	RECORD_XHTML, RECORD_EXCERPT, RECORD_IMAGE, RECORD_LETTERS, RECORD_IS_CUT,
	RECORD_CATEGORY, /* repeated */
	RECORD_ENCLOSURE_URL, RECORD_ENCLOSURE_TYPE, RECORD_ENCLOSURE_LENGTH, /* repeated, in this order */
	RECORD_COMMENTS,
	RECORD_PROBLEM, /* DONE: enum feed_problem */
	RECORD_FORMAT, RECORD_ENCODING, RECORD_REPAIRS, RECORD_SUBTITLE, RECORD_LANGUAGE, RECORD_RIGHTS,
	RECORD_GENERATOR, RECORD_TTL,
	RECORD_OPEN, RECORD_SOCKET, RECORD_EXEC, RECORD_DESCRIPTORS, /* PROBED: three errno values and a count */
	RECORD_KIND,                   /* FEED_LINK: enum record_link */
	RECORD_MARK, RECORD_CODE_START, /* JOB: what stands before a code in a page (repeated), and what that begins with */
	RECORD_CODE,                   /* DONE of a page: the code */
	RECORD_LINE, RECORD_EVERY, RECORD_PLACE, RECORD_NUMBER, RECORD_WHY, /* ENTRY, beside URL, TITLE and CATEGORY */
	RECORD_ROLL_FORMAT, /* DONE of a list: enum blogroll_format */
	RECORD_PAGE_KIND, RECORD_BYLINE, RECORD_IS_TEASER, RECORD_SITE, RECORD_NEXT, RECORD_GO, /* ARTICLE of a page (page/page.h); DONE of one where a feed should be has its PAGE_KIND */
	RECORD_RULE_HOST, RECORD_RULE,  /* JOB of a page: a rule of the user's (page/rule.h), its selectors from RECORD_RULE + RULE_CONTENT on */
	RECORD_RULE_LAST = RECORD_RULE + RULE_FIELDS - 1,
	RECORD_SKIP,                    /* DONE of a feed, beside TTL */
	RECORD_KEY, RECORD_HASHES, /* JOB of a feed: what its posts were made from (worker/known.h), hashes of 8 bytes that rise */
	RECORD_SOURCE, /* POST: what it was made from. KNOWN has its place in RECORD_HASHES as RECORD_NUMBER */
	RECORD_CODING, /* JOB: enum unpack_coding, that its bytes are packed by; RECORD_PACKED_MOST at the most when they are unpacked */
	RECORD_HOW,    /* UNPACKED: enum unpacked, where it is not UNPACK_WHOLE */
	RECORD_FIELDS_END,
};

/* How a page names a feed: as one, by a link that looks like one; or what it is only a way to. */
enum record_link { RECORD_LINK_FEED, RECORD_LINK_ANCHOR, RECORD_LINK_GO };

enum record_task {
	RECORD_FEED = 1, /* a feed: posts with clean XHTML */
	RECORD_RAW,      /* a feed: posts with their HTML, for `sosik parse` */
	RECORD_HTML,     /* a post's HTML to clean XHTML: ARTICLE */
	RECORD_TEXT,     /* plain text to clean XHTML: ARTICLE */
	RECORD_MARKDOWN, /* a post in Markdown to clean XHTML: ARTICLE */
	RECORD_ROLL,     /* a list of feeds, its name as the URL: ENTRY */
	RECORD_PAGE,     /* a page to its article: ARTICLE */
	RECORD_PROBE,    /* what the jail lets through: PROBED */
};

/* More is for the parent to unpack, which weighs what its workers take at once. */
enum { RECORD_PACKED_MOST = 256 << 10 };

/* The argument of a worker that needs no converters (charset_is_plain()). */
#define RECORD_PLAIN "plain"

/* A record being read: fields are slices into the bytes it was found in. */
struct record {
	enum record_kind kind;
	struct str rest; /* fields not yet taken */
};

/* Starts a record in *b; record_end() sets its length. Returns where it starts. */
size_t record_begin(struct buf *b, enum record_kind kind);
void record_add(struct buf *b, enum record_field field, struct str value);
void record_add_number(struct buf *b, enum record_field field, int64_t value);
void record_end(struct buf *b, size_t start);

/* Takes the first whole record off *bytes: 1, 0 when it is not whole yet, -1 when it breaks the rules. */
int record_take(struct str *bytes, struct record *ret);

/* Takes the next field: 1, 0 at the end, -1 when it breaks the rules. */
int record_field(struct record *record, enum record_field *field, struct str *value);
bool record_number(struct str value, int64_t *ret);

#endif
