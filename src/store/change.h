/*
 * One action of the user on posts: what really changes, as a line of the
 * journal and onto the cache.
 */
#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H

#include "store/state.h"
#include "store/writing.h"

/*
 * Changes the posts by one line of the journal, in one transaction; the tag names are checked and in NFC. *first is the first
 * line of the action, which gets another one, or 0: then it becomes this one, unless nothing has changed.
 */
int change_run(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, int64_t *first,
    int64_t *changed, struct err *err);

/*
 * The same inside an action that has begun: onto the cache, and as parts of a line appended to parts; behind others a comma
 * comes first. The line is written by change_record(), or by the caller.
 */
int change_within(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, struct buf *parts,
    int64_t *changed, struct err *err);

/* What can be undone: the parts, which are on the cache already, as a line of the action that began with the line first; 0: an action of its own. */
int change_record(struct writing *w, struct str parts, int64_t first, struct err *err);

/* As state_pick(), with names that are checked. */
int change_pick(struct store *s, int64_t *ids, size_t *n, const struct state_change *what, struct err *err);

/* As state_set_position(). */
int change_position(struct store *s, int64_t id, int64_t section, int64_t letter, struct err *err);

#endif
