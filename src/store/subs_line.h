/*
 * One line of the feeds file: where its words are and what they say.
 */
#ifndef STORE_SUBS_LINE_H
#define STORE_SUBS_LINE_H

#include "base/buf.h"
#include "store/subs.h"

enum subs_line_kind {
	SUBS_LINE_URL, SUBS_LINE_NAME, SUBS_LINE_TAG, SUBS_LINE_OPTION, SUBS_LINE_COMMENT, SUBS_LINE_BAD,
	SUBS_LINE_OPEN, /* a value whose quote is not closed; at is the quote's place */
	SUBS_LINE_END,
};

/* A word with its place in the line (bytes). value has the quotes and the backslashes taken off, in the arena. */
struct subs_line_word {
	enum subs_line_kind kind;
	size_t at, n;
	struct str key, value;
};

/* The word at or behind *at, which is moved behind it; the first word of a line is its URL. */
struct subs_line_word subs_line_next(struct arena *a, struct str line, size_t *at);

/* The URL of a line, empty for a comment or blank line. */
struct str subs_line_url(struct arena *a, struct str line);

/* Appends key="value", quoted where it has to be. */
void subs_line_option(struct buf *out, struct str key, struct str value);

/* Appends what stands behind the URL: " name=… #tag key=value". */
void subs_line_rest(struct buf *out, const struct subs_feed *feed);

/* Takes those options off that hold a password or the like, or say what program is run; how many there were. */
size_t subs_line_drop_secrets(struct subs_feed *feed);
size_t subs_line_drop_programs(struct subs_feed *feed);

/* Appends what stands behind a URL, as in subs_line_rest(), without such secrets. */
void subs_line_open(struct buf *out, struct str rest);

/* Whether what stands behind a URL asks the same of its feed: that names and tags do not. */
bool subs_line_asks_same(struct str rest, struct str other);

/* Whether a tag is among them, in whatever case (nfc_fold()). */
bool subs_line_has_tag(const struct str *tags, size_t n, struct str tag);

#endif
