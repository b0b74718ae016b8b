/*
 * A window of loaded rows over a view of posts, by key in both directions: a
 * list of any length costs what is looked at. Indexes count from the newest
 * post of the view.
 */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include "store/posts_sort.h"

/* Rows read beyond what was asked for, on either side. */
enum { ROWS_SLACK = 60 };

struct rows {
	struct store *store;
	struct posts_view what; /* its texts are the owner's */
	enum posts_sort sort;
	int64_t *order;         /* all numbers in it; NULL for the newest first, and before they are known */
	bool is_due;            /* the order is still to be read (rows_sorted_run()); what is there meanwhile is the newest first, the one before, or its beginning */
	bool is_part;           /* order is only its beginning */
	struct arena arena;
	struct posts_row *v;
	int base, n; /* v[0] is row base of the list */
	int total;
};

/* Zero-initialise with store and what set; counts and loads the first rows. */
int rows_open(struct rows *r, struct err *err);
void rows_free(struct rows *r);

/* Loads what is missing of [first, first + n), clamped to the list. */
int rows_cover(struct rows *r, int first, int n, struct err *err);

/* Counts and loads anew around a post that is, or was, in the list; *index is where it stood, then where it, or what took its place, stands. */
int rows_go(struct rows *r, const struct posts_key *key, int *index, struct err *err);

/* Where a row with this key stands, or what took its place. */
int rows_index(struct rows *r, const struct posts_key *key, int *index, struct err *err);

/* All posts of the rows from one to another, both of them too; stories whole. Free *ids with free(). */
int rows_range(struct rows *r, int from, int to, int64_t **ids, size_t *n, struct err *err);

/* A loaded row, or NULL; -1 for an id that is not loaded. */
struct posts_row *rows_at(const struct rows *r, int index);
int rows_find(const struct rows *r, int64_t id);

struct posts_key rows_key(const struct posts_row *row);

/* Moves *key to the next row with an unread post on that side of it, past the end to the other end. */
int rows_unread(struct rows *r, struct posts_key *key, enum posts_order order, bool *has_any, struct err *err);

/* Shows a post as read, whatever the cache says; false where no row looks otherwise for it. */
bool rows_show_read(struct rows *r, int64_t id);

/* Reads the rows of these posts anew where they are loaded. */
int rows_refresh(struct rows *r, const int64_t *ids, size_t n, struct err *err);

#endif
