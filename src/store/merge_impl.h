/*
 * What the parts of a merge share (store/merge.h).
 */
#ifndef STORE_MERGE_IMPL_H
#define STORE_MERGE_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "store/category.h"
#include "store/fresh.h"
#include "store/merge_match.h"
#include "store/merge_row.h"
#include "store/merge_source.h"
#include "store/story.h"

/* A post that may be one under another identity: decided when all others have been seen. */
struct later {
	struct merge_post given;
	struct post post;
};

/* A post that is no row yet. */
struct adding {
	struct merge_post given;
	struct merge_row row;
};

enum { MERGE_TOGETHER = 10 }; /* rows of STMT_POST_ADD_MANY: posts that most feeds have at least */

struct merge {
	struct store *s;
	int64_t feed;
	int64_t now;
	struct merge_match match;
	struct merge_source source;
	struct story story;
	struct category_names names;
	struct merge_count count;
	struct fresh_run fresh; /* of those added: the others were stubs */
	struct arena a;
	vec(struct later) later;
	struct map links; /* of posts without an id that wait: m, or the map where several have it */
	struct adding adding[MERGE_TOGETHER];
	size_t n_adding;
};

#endif
