/*
 * Tags as such in the cache: other names, two that become one. The steps of an
 * action (store/retag.h) and of its line in the journal.
 */
#ifndef STORE_APPLY_TAG_H
#define STORE_APPLY_TAG_H

#include "store/line.h"
#include "store/store.h"

struct apply_tag_move {
	struct str from, to;
};

/* Gives each tag its new name, all at once. One that is there already and is not moved takes the posts of the one that comes. */
int apply_tag_moves(struct store *s, const struct apply_tag_move *moves, size_t n, struct err *err);

/* The posts of tag one get tag other instead; tag one is gone. */
int apply_tag_join(struct store *s, int64_t one, int64_t other, struct err *err);

/* The "tags" of a line of the journal. */
int apply_tag_line(struct store *s, const json_t *line, struct err *err);

#endif
