#include "ui/subscriptions.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "ui/app.h"

enum { AGAIN_MS = 100 }; /* others write for some milliseconds */

static void
tell(struct app *app, const struct subs *subs)
{
	struct err err;

	for (size_t i = 1; i < subs->n_problems; i++)
		messages_add(&app->messages, subs->problems[i], true, clock_now());
	if (!subs->n_problems)
		return;
	(void)err_set(&err, ERR_USAGE, "%.*s", STR(subs->problems[0]));
	app_fail(app, &err);
}

int
subscriptions_start(struct subscriptions *s, struct store *store, struct arena *a, struct subs *subs, struct err *err)
{
	int rc = feeds_take_now(store, a, subs, err);

	s->is_due = rc < 0 && err->code == ERR_BUSY;
	s->n_problems = subs->n_problems;
	return rc;
}

void
subscriptions_look(struct app *app)
{
	app->subscriptions.is_due = !store_check_write(app->store, NULL);
	app->subscriptions.at_ms = 0;
}

int
subscriptions_timeout(const struct subscriptions *s)
{
	int64_t left = s->at_ms - clock_mono_ms();

	return !s->is_due ? -1 : left > 0 ? (int)left : 0;
}

void
subscriptions_run(struct app *app)
{
	struct subscriptions *s = &app->subscriptions;
	struct arena a = { 0 };
	struct subs subs = { 0 };
	struct err err = { 0 };
	size_t before = s->n_problems;
	int rc = subscriptions_start(s, app->store, &a, &subs, &err);

	s->at_ms = clock_mono_ms() + AGAIN_MS;
	if (rc < 0 && !s->is_due)
		app_fail(app, &err);
	else if (subs.n_problems != before)
		tell(app, &subs);
	app_refresh(app);
	arena_free(&a);
}
