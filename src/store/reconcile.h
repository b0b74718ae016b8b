/*
 * The cache's feeds after the feeds file.
 */
#ifndef STORE_RECONCILE_H
#define STORE_RECONCILE_H

#include "store/store.h"
#include "store/subs.h"
#include "store/writing.h"

/* For others who write: or it is ERR_BUSY at once, and nothing is done. */
enum reconcile_wait { RECONCILE_WAITS, RECONCILE_AT_ONCE };

/* subs: the file as it was read, not lost. A store that is open for reading stays as it is. */
int reconcile_run(struct store *s, const struct subs *subs, enum reconcile_wait wait, struct err *err);

/* Whether there is nothing to do. */
int reconcile_look(struct store *s, const struct subs *subs, bool *is_same, struct err *err);

/*
 * The same inside an action. elements not NULL: what is new and what is gone is
 * applied without a line of its own, and appended there ({"do":…},…) for the
 * line that the caller has to write before writing_end().
 */
int reconcile_within(struct writing *w, const struct subs *subs, struct buf *elements, struct err *err);

#endif
