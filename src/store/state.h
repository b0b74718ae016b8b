/*
 * What the user did to posts: read, star, hide, tags. Every change is a line
 * in the journal first, fsynced, and then applied to the cache; each can be
 * undone, across restarts.
 */
#ifndef STORE_STATE_H
#define STORE_STATE_H

#include "base/buf.h"
#include "store/store.h"

enum state_set { STATE_KEEP, STATE_ON, STATE_OFF };

struct state_change {
	enum state_set read, star, hide;
	const struct str *add, *remove; /* tag names as typed (text/tag.h), without "#" or "+" */
	size_t n_add, n_remove;
};

/*
 * Changes these posts in one action, many of them in slices (store/bulk.h). *changed (may be NULL): posts that were not so
 * already, also where it was stopped; with none no action is written.
 */
int state_apply(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed, struct err *err);

/* Makes ready what marking a post as read asks of the cache, so that the first one takes no longer than the others. Nothing is written. */
void state_prepare(struct store *s);

/* Keeps those of the n posts, in their order, that it would change; nothing is. The cache may be open for reading only. */
int state_pick(struct store *s, int64_t *ids, size_t *n, const struct state_change *change, struct err *err);

/* Checks the tag names of a change; *ret is the same change with the names as they are kept, in the arena. */
int state_check(struct arena *a, const struct state_change *change, struct state_change *ret, struct err *err);

/*
 * Aliases in a change that is checked become the names of their tags (store/alias.h), in the arena. ERR_USAGE where a tag is put on
 * and taken off at once.
 */
int state_resolve(struct store *s, struct arena *a, struct state_change *change, struct err *err);

/* What an undo or redo did, for the message. */
struct state_undone {
	char what[160]; /* "+ai", "read", "unsubscribe …" */
	int64_t posts;
	char title[160];      /* of the only post; empty when it was about others */
	bool is_behind_purge; /* after it posts were deleted, which nothing takes back; told once */
};

/* What it was for people: "+ai (3 posts)", "star (‘title’)". Appends to out. */
void state_undone_tell(const struct state_undone *done, struct buf *out);

/* Undoes the newest action not yet undone (redo: does the newest undone again) by a journal line with the inverse. ERR_NOT_FOUND when there is none. */
int state_undo(struct store *s, struct state_undone *ret, struct err *err);
int state_redo(struct store *s, struct state_undone *ret, struct err *err);

/* Where the reader was in an article: the section's index and the letter in it, by post. Journaled now and then, not at each key. */
int state_set_position(struct store *s, int64_t id, int64_t section, int64_t letter, struct err *err);
int state_position(struct store *s, int64_t id, int64_t *section, int64_t *letter, struct err *err);

/* All tags in use with their kept counts, most used first. */
struct state_tag {
	struct str name;
	int64_t total, unread;
};
int state_tags(struct store *s, struct arena *a, struct state_tag **ret, size_t *n, struct err *err);

/* All state that cannot be fetched again as journal lines, one call each, and back. with_secrets: URLs with their passwords. */
int state_dump(struct store *s, bool with_secrets, int (*line)(void *user, struct str text), void *user, struct err *err);
int state_restore(struct store *s, struct str lines, int64_t *applied, struct err *err);

#endif
