/*
 * What of a post tells whether another can be a copy of it: all but the texts.
 * Boilerplate is shared by many, and each new post is held against those that
 * have it: the last posts that were met are kept as long as the store is open.
 * A post that is entered anew is kept anew; what another process does meanwhile
 * is not seen: whoever finds a copy looks at the post itself.
 */
#ifndef STORE_STORY_HEAD_H
#define STORE_STORY_HEAD_H

#include "store/story.h"

struct story_head {
	struct story_post post; /* without guid, canonical and text */
	struct near near;       /* without the text */
};

/* The least of it, which is kept of more posts. */
struct story_brief {
	int64_t id, feed_id, published;
};

/* The store's until the next call; its id is 0 where there is no post with a text of its own. NULL when it cannot be read. */
const struct story_head *story_head_get(struct store *s, int64_t id, struct err *err);

/* The same of a post that is at hand, which is copied. */
void story_head_keep(struct store *s, const struct story_post *post, const struct near *near);

/* Of one that was met before; NULL where it is kept no more. */
const struct story_brief *story_head_brief(struct store *s, int64_t id);

/* Before new posts are stored: only who fills a young cache from the first one on is sure to meet all others. */
int story_head_begin(struct store *s, struct err *err);

/* Whether a post that has been kept, or one before all those, may have this link: who fills a new cache alone knows of most that none has. */
bool story_head_may_have_link(struct store *s, struct str link);

/* Posts are not what they were: a transaction was taken back, or links have another form. */
void story_head_forget(struct store *s);

#endif
