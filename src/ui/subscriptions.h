/*
 * The feeds file, which is edited while the reader is open: what it says comes
 * into the cache when no key waits, and nobody who writes is waited for.
 */
#ifndef UI_SUBSCRIPTIONS_H
#define UI_SUBSCRIPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/store.h"
#include "store/subs.h"

struct app;

/* Zero-initialise. */
struct subscriptions {
	bool is_due;       /* it is to be taken */
	int64_t at_ms;     /* not before; on the clock of clock_mono_ms() */
	size_t n_problems; /* of the file, when it was taken last */
	bool is_edited;    /* in an editor that the reader has started */
	uint64_t before;   /* what was subscribed when that began */
};

/* Takes the file as it is when the reader starts; *subs in the arena. ERR_BUSY where another writes: then it is due. */
int subscriptions_start(struct subscriptions *s, struct store *store, struct arena *a, struct subs *subs, struct err *err);

/* It may be another one now. */
void subscriptions_look(struct app *app);

/* An editor gets the file; has ended. */
void subscriptions_edit(struct app *app);
void subscriptions_edited(struct app *app);

/* Milliseconds until it is to be taken, -1 for not at all. */
int subscriptions_timeout(const struct subscriptions *s);

/*
 * Takes it into the cache and shows it. How many feeds have come and gone by that is told, and what is wrong in it where there are more or
 * fewer such lines than there were; after an editor also that others have changed it meanwhile, whose lines may be lost.
 */
void subscriptions_run(struct app *app);

#endif
