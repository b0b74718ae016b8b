/*
 * A change of many posts, or an undo, in slices: between two of them the
 * reader answers keys, and Esc stops it.
 */
#ifndef UI_WORKING_H
#define UI_WORKING_H

#include "store/bulk.h"
#include "store/posts.h"

struct app;

/* Zero-initialise. */
struct working {
	struct bulk bulk;
	bool is_running;
	int64_t left, undone; /* undos that are still to come; those that have been */
	int64_t until;        /* of them, as in undo_init() */
	struct state_undone last; /* of them */
	struct buf typed; /* of a change of tags */
	void (*tell)(struct app *app, const struct working *w);
};

void working_free(struct working *w);

/* Makes the first slice; more are left for working_step(). tell says in the end what was done. While another one runs it waits for its end; Esc stops both. */
void working_change(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, struct str typed,
    void (*tell)(struct app *app, const struct working *w));

/* The same of a tag and all under it, which get another name, or none where to is empty (store/retag.h); -1 when nothing was done, and told. */
int working_retag(struct app *app, struct str from, struct str to, void (*tell_change)(struct app *app, const struct working *w));

/* The same of so many undos, one behind the other, or as many as there are; what is shown is read anew at the end. */
void working_undo(struct app *app, enum undo_way way, int64_t times);

/* A change waits for the end of several undos: made between them it would be undone, too. False where that was stopped, or failed: told. */
bool working_waits(struct app *app);

/* Refused where posts wait for the index of which nobody knows whether the query (NULL: any) finds them. */
int working_knows(struct app *app, const struct query *query, struct err *err);

/* All posts of a view, which may be very many: Esc stops it. Free *ids with free(). */
int working_ids(struct app *app, const struct posts_view *what, int64_t **ids, size_t *n, struct err *err);

/*
 * The same for such a change: refused, and told, while some wait of which nobody knows whether it holds them. -1 then.
 * Free *ids with free().
 */
int working_find(struct app *app, const struct posts_view *what, int64_t **ids, size_t *n);

/* The next slice. */
void working_step(struct app *app);

/* True when the key stops it: what is done is shown, and undo takes it back. */
bool working_takes(struct app *app, int32_t key);

/* To its end. */
void working_finish(struct app *app);

/* Says how far it is, where one runs, in few cells or more. */
void working_status(const struct working *w, bool is_wide, struct buf *out);

#endif
