/*
 * The posts of other feeds that are the same story as one post: by the
 * addresses it has, and by the text.
 */
#ifndef STORE_STORY_FIND_H
#define STORE_STORY_FIND_H

#include "base/buf.h"
#include "base/vec.h"
#include "store/stmt.h"
#include "store/story.h"

enum {
	STORY_ADDRESSES = 3,
	STORY_LINKS = 8, /* the LIMIT of STMT_STORY_BY_LINK */
	STORY_UNREAD = -1,
};

struct story_candidate {
	int64_t id, feed_id, story; /* story: 0 for none, STORY_UNREAD: it is still to be looked up */
};

struct story_rows {
	struct story_candidate *v;
	size_t n, cap;
};

/* A post whose text is a copy. */
struct story_copy {
	struct story_candidate post;
	uint64_t link; /* a hash of its address, 0 for none */
};

/* Zero-initialise with st and post set. */
struct story_find {
	struct story *st;
	const struct story_post *post;
	struct buf addresses[STORY_ADDRESSES]; /* the link, and the id and the page's own where those are others */
	struct story_rows same; /* posts that are of one story with it */
	vec(struct story_copy) copies;
	vec(int64_t) seen;      /* posts whose text has been compared */
	vec(int64_t) rivals;    /* posts of its own feed with one of its addresses or its text, which is nobody's then */
};

/* Fills same and rivals, and notes what others will find the post by. */
int story_find(struct story_find *f, struct err *err);

/* Notes the keys alone. */
void story_find_note(struct story_find *f);
void story_find_free(struct story_find *f);

/* Reads a post into the arena; ret->id is 0 when there is none with a text of its own. *story is 0 for none. */
int story_find_load(struct store *s, struct arena *a, int64_t id, struct story_post *ret, int64_t *story, struct err *err);

/* Adds the rows (id, feed, story) of a statement of a number. */
int story_find_rows(struct store *s, enum stmt which, int64_t number, struct story_rows *rows, struct err *err);

#endif
