#include "ui/subscriptions.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "ui/app.h"

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

void
subscriptions_take(struct app *app, size_t *n_problems)
{
	struct arena a = { 0 };
	struct subs subs = { 0 };
	struct err err = { 0 };

	if (store_check_write(app->store, NULL) < 0)
		return;
	if (subs_read(&a, &subs, &err) < 0 || feeds_reconcile(app->store, &subs, &err) < 0)
		app_fail(app, &err);
	else if (subs.n_problems != *n_problems)
		tell(app, &subs);
	*n_problems = subs.n_problems;
	app_reload(app);
	arena_free(&a);
}
