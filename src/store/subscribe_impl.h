/*
 * An action on feeds on its way: what its kinds share.
 */
#ifndef STORE_SUBSCRIBE_IMPL_H
#define STORE_SUBSCRIBE_IMPL_H

#include "base/map.h"
#include "base/vec.h"
#include "store/subs_edit.h"
#include "store/subscribe.h"
#include "store/subscribe_parts.h"
#include "store/writing.h"

struct subscribing {
	struct store *s;
	struct arena a;
	struct writing w;
	struct subs_edit_file file;
	struct subs subs;          /* what the file says before */
	struct map feeds;          /* by key (identity_feed()) -> struct listed */
	vec(struct subs_edit) edits;
	struct buf elements, lines; /* of the action's line; the places of lines that go */
	struct buf as;             /* what it is called, where that is not told by them (store/line_tag.h) */
	struct buf parts;          /* of it, what is on the cache already */
	int64_t first;             /* the number of that line, 0 before it is written */
	struct subscribe_placed *placed;
	size_t n_placed;
	struct subscribe_count count;
};

/* A feed of the file, or one that comes into it. */
struct listed {
	const struct subs_feed *feed;
	bool is_new;
	int64_t id; /* in the cache, 0 until it is asked for */
	struct str uid;
};

/* Takes the locks, reads the feeds file and brings the cache in line with it. Zero-initialise g but for its store; subscribe_end() ends it when it went well. */
int subscribe_begin(struct subscribing *g, struct err *err);

/* Makes g->edits: the cache after the file as it shall be, then the file, then the line of the action. */
int subscribe_carry_out(struct subscribing *g, const struct subscribe *what, struct err *err);

/* Sets number and permanent id of a feed. */
int subscribe_look_up(struct subscribing *g, struct listed *feed, struct err *err);

/* Gives the locks back; with rc below 0 the file is as it was. Returns rc. */
int subscribe_end(struct subscribing *g, int rc, struct err *err);
void subscribe_clear(struct subscribing *g);

#endif
