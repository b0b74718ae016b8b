/*
 * The same story in several feeds: posts that share a story_id. Two posts of
 * different feeds are the same story when they have one address (the link, an
 * id that is one, what the page calls canonical: store/full.h), or when one
 * is a copy of the other from the same two weeks and not of the same site. An
 * address or a text that two posts of one feed have says nothing. A story is
 * whatever hangs together by that, in whichever order its posts came, and
 * never holds two posts of one feed unless they have one address. Only views
 * go by it: no post changes.
 */
#ifndef STORE_STORY_H
#define STORE_STORY_H

#include "feed/feed.h"
#include "store/near.h"
#include "store/store.h"

/* A post as stories are found by. The texts are the caller's. */
struct story_post {
	int64_t id, feed_id;
	int64_t published; /* CLOCK_NONE when not known */
	struct str guid, link_key, title;
	struct str canonical; /* the address that its page names, in the form of link_key; may be empty */
	struct str text;   /* clean XHTML, or the excerpt where there is none */
};

/* Finds stories within one transaction. Zero-initialise with s set. */
struct story {
	struct store *s;
	struct near own, other; /* room that is used again and again */
	struct arena a;
	size_t compared;        /* texts, of which there is a limit: the transaction is to be short */
};

void story_free(struct story *st);

/* Before new posts are stored. */
int story_begin(struct story *st, struct err *err);

/* A post that is new: into the stories it belongs to. */
int story_enter(struct story *st, const struct story_post *post, struct err *err);

/* The text or link of a post has changed: it and the other posts of its story are looked at anew. */
int story_renew(struct story *st, int64_t id, struct err *err);

/* What a process that is gone knew of its last posts (store/trace.h): before others are entered. */
int story_catch_up(struct store *s, struct err *err);

/* Posts of a cache that was made before there were stories, the newest first: some of them in a transaction of its own. *is_done: none was left. */
int story_fill(struct store *s, bool *is_done, struct err *err);

/* After rows were copied from elsewhere: all posts are still to be looked at. */
int story_start_over(struct store *s, struct err *err);

#endif
