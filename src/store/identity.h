/*
 * The keys under which two posts or two feeds are the same.
 */
#ifndef STORE_IDENTITY_H
#define STORE_IDENTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "feed/feed.h"

/* Counts up when identity_link() gives another form: posts that are stored are brought in line (store/relink.h). */
enum { IDENTITY_FORM = 1 };

/* Appends the form of a link under which posts are the same; nothing for what is no web link. */
void identity_link(struct buf *out, struct str link);

/* The host in such a form. */
struct str identity_host(struct str link_key);

/* Appends the form of a feed's address under which it is the same feed: also without the scheme. */
void identity_feed(struct buf *out, struct str url);

/* A hash of title and date, of the title alone where the post's identity is a hash: the date of such a post may be another one at each fetch. False when it is missing. */
bool identity_title(struct str guid, struct str title, int64_t published, int64_t *key);

/* Appends what names a post in its feed: its id, else its link, else "hash:" and a hash of title, date and text. */
void identity_post(struct buf *out, const struct post *post, struct str excerpt);

/* Whether that is a hash. */
bool identity_is_hash(struct str guid);

/* Appends to a post's identity what tells it from another post that has the same one: its link, or its title where the identity is the link. */
void identity_second(struct buf *out, const struct post *post);

/* Whether two posts of one time are one: a date on the full hour is often that of a day, or of a schedule. */
bool identity_is_exact(int64_t time);

/* Hashes one more text into h (start with 0); the same on every machine. */
uint64_t identity_hash(uint64_t h, struct str s);

/* A hash of a text alone, of a long one in an eighth of the time. */
uint64_t identity_text(struct str text);

/* Of several, in their order. */
uint64_t identity_texts(const struct str *texts, size_t n);

/* Whether it is that of a text, or what older versions kept in its place: identity_hash(0, text). */
bool identity_is_text(struct str text, uint64_t hash);

#endif
