/*
 * A line of the journal, a JSON object. Every line has "seq" (its number),
 * "time" and "do":
 *
 *	subscribe    "feed" (its permanent id), "url", "line" (the rest of its line in the feeds file)
 *	unsubscribe  the same
 *	move         "feed", "url" (the new one), "from"
 *	change       "parts": what was done, each to the posts that were not so already;
 *	             or "feeds" (store/line_feed.h), "tags" (store/line_tag.h), or several of them;
 *	             "with": the number of the first line of an action that has several, in all but
 *	             that one
 *	state        the same, of a snapshot or a restore: not to be undone;
 *	             or "act": subscribe, unsubscribe or move, with its members;
 *	             with "by": "rules" what rules did to new posts;
 *	             with "met": a list of feeds whose first fetch it was (store/met.h)
 *	undo, redo   "of" (the number of the line) and "parts", "feeds" and "tags", the exact inverse or the same again
 *	position     "feed", "post", "section", "letter"
 *	snapshot     all state before it is forgotten; the lines behind it have it
 *	cut          behind a snapshot: there were older actions than those it keeps
 *
 * "past" in a change or unsubscribe: it stands behind a snapshot that has what it did, and is
 * only there to be undone (0) or done again (the number of the line that undid it).
 *
 * A part is {"do": read|unread|star|unstar|hide|unhide|tag|untag|purge, "tag": …,
 * "posts": {feed: [post, …], …}}; a post is its identity, or for star and tag
 * [identity, title, link, date or null].
 */
#ifndef STORE_LINE_H
#define STORE_LINE_H

#include <jansson.h>
#include <stdint.h>

#include "base/buf.h"

/* In the order of their inverses: each even one and the odd one behind it. */
enum line_part {
	LINE_READ, LINE_UNREAD, LINE_STAR, LINE_UNSTAR, LINE_HIDE, LINE_UNHIDE, LINE_TAG, LINE_UNTAG,
	LINE_PURGE, /* has none */
	LINE_PARTS,
};

const char *line_part_name(enum line_part part);

/* LINE_PARTS for a name that is none. */
enum line_part line_part_of(const char *name);
enum line_part line_inverse(enum line_part part);

/* True for star and tag, whose posts carry title, link and date. */
bool line_is_keeping(enum line_part part);

/* Writing: {"seq":…,"time":…,"do":"…" — the caller adds members and the closing brace. */
void line_begin(struct buf *out, int64_t seq, const char *what);
void line_member(struct buf *out, const char *key, struct str value);
void line_number(struct buf *out, const char *key, int64_t value);

/* A JSON string. */
void line_text(struct buf *out, struct str s);

/* Reading. The texts are valid as long as the object; empty and 0 where there is none. */
json_t *line_parse(struct str text);
struct str line_str(const json_t *line, const char *key);
int64_t line_int(const json_t *line, const char *key);

/* The number of the first line of the action that a line is of. */
int64_t line_first(const json_t *line);

/* A post of a part that keeps. One of another part is its identity: line_text(). */
void line_kept_post(struct buf *out, struct str guid, struct str title, struct str link, int64_t published);

/* Appends the parts of a line as JSON, inverted for an undo: in reverse order, each its inverse. -1 when there are none. */
int line_parts(struct buf *out, const json_t *line, bool is_inverse);

/* How many posts a part of a line, or of a sum, is about. */
int64_t line_posts(const json_t *part);

/* Adds what a line did to a sum, an object for line_describe(): an action may have several lines. is_before: it stands before those that are in it. */
void line_sum(json_t *sum, const json_t *line, bool is_before);

/*
 * What the parts did, for a message of at most size bytes. All to the same number of posts: "+ai, read", and that number is
 * returned. Else "star (2 posts), read (5 posts)", and 0.
 */
int64_t line_describe(const json_t *line, char *text, size_t size);

#endif
