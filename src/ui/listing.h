/*
 * The rows of a list as they are shown: stories are one row each, until they
 * are unfolded; then their posts stand below one another. Indexes are those of
 * the list on the screen.
 */
#ifndef UI_LISTING_H
#define UI_LISTING_H

#include "base/vec.h"
#include "ui/rows.h"

/* A story that is unfolded: its row of struct rows, and its posts, that row's own first. */
struct listing_story {
	int at;
	struct posts_row *posts;
	int n;
};

/* A row as it is found again when the list has been read anew. */
struct listing_spot {
	struct posts_key key; /* for a post of an unfolded story that of its story's row */
	int64_t post;
};

/* Zero-initialise with rows.store and rows.what set. */
struct listing {
	struct rows rows;
	struct arena arena;
	vec(struct listing_story) open; /* by at */
};

/* How a row stands in the list. */
enum listing_kind {
	LISTING_POST,   /* by itself */
	LISTING_FOLDED, /* for all posts of its story */
	LISTING_HEAD,   /* the first post of an unfolded story */
	LISTING_MEMBER, /* one of the others below it */
};

/* As rows_open(): all stories are folded. */
int listing_open(struct listing *l, struct err *err);
void listing_free(struct listing *l);

int listing_total(const struct listing *l);

/* Loads what is missing of [first, first + n). */
int listing_cover(struct listing *l, int first, int n, struct err *err);

/* A loaded row, or NULL; *kind (may be NULL) is what it stands for. */
struct posts_row *listing_at(const struct listing *l, int index, enum listing_kind *kind);

struct listing_spot listing_spot(const struct listing *l, int index);

/* As rows_go(), *index being where it stood. Stories that are still there stay unfolded. */
int listing_go(struct listing *l, const struct listing_spot *spot, int *index, struct err *err);

/* The same in the order that is due, as rows_sorted_run(). */
int listing_sort(struct listing *l, const struct listing_spot *spot, int *index, struct err *err);

/* Where it stands now, or what took its place. */
int listing_find(struct listing *l, const struct listing_spot *spot, int *index, struct err *err);

/* All posts of the rows from one index to another, both of them too: stories whole that are folded. Free *ids with free(). */
int listing_range(struct listing *l, int from, int to, int64_t **ids, size_t *n, struct err *err);

/* The posts of a loaded row; of the unfolded story that it is in also those on that side of it. Free *ids with free(). */
size_t listing_ids(const struct listing *l, int index, enum posts_order order, int64_t **ids);

/* All posts on that side of a row, and of the unfolded story that it is in, which is not among them. Free *ids with free(). */
int listing_beyond(struct listing *l, int index, enum posts_order order, int64_t **ids, size_t *n, struct err *err);

/* Moves *index to the next unread post, or story with one, on that side, past the end to the other end. */
int listing_unread(struct listing *l, int *index, enum posts_order order, bool *has_any, struct err *err);

/* Unfolds the story at index, or folds it; *index stays on the story. 1, 0 when there is none, -1 with *err. */
int listing_toggle(struct listing *l, int *index, struct err *err);

/* As rows_show_read(). */
bool listing_show_read(struct listing *l, int64_t id);

/* As rows_refresh(). */
int listing_refresh(struct listing *l, const int64_t *ids, size_t n, struct err *err);

#endif
