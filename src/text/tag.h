/*
 * Names of tags. A name is UTF-8 in NFC, without blanks, commas and what cannot
 * be shown, of at most TAG_LETTERS letters; "/" divides it into parts (언어/rust
 * stands under 언어). Two names are one tag when they are equal after Unicode's
 * full case folding, whatever the language: ẞ is ss, İ is i with a dot above and
 * no i, full-width letters are letters of their own. Names that begin with "c:"
 * are those of categories, which belong to the feeds.
 */
#ifndef TEXT_TAG_H
#define TEXT_TAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum { TAG_LETTERS = 128 }; /* what a person sees as one; LIMIT_TAG counts the bytes */

/* A name as it is typed, checked and in NFC. -1 with ERR_USAGE and the column in it. */
int tag_name(struct buf *out, struct str typed, struct err *err);

/* Checks names as they stand on a command line, each with or without "#". */
int tag_check(const char *const *typed, size_t n, struct err *err);

/* The same for a name that was good once and is in the journal: what is written down is kept, unless it cannot be shown. */
bool tag_keep(struct buf *out, struct str name);

/* The longest front of a name that is not too long. */
struct str tag_fit(struct str name);

/* Appends what is equal for names of one tag; of a category blanks, commas, "_" and "-" are one "-". */
void tag_key(struct buf *out, struct str name);

/* The same as a string of the arena. */
struct str tag_key_in(struct arena *a, struct str name);

/* Whether one of the names is the same tag as this one. */
bool tag_is_among(const struct str *names, size_t n, struct str name);

/* Whether a name is that of a category, "c:…" in any case. */
bool tag_is_category(struct str name);

/* What stands before the last "/", empty where there is none; and what stands behind it. */
struct str tag_parent(struct str name);
struct str tag_leaf(struct str name);

/* Whether key stands under parent, both of tag_key(). */
bool tag_is_under(struct str key, struct str parent);

#endif
