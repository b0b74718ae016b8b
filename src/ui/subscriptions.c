#include "ui/subscriptions.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/tr.h"
#include "store/feeds.h"
#include "store/identity.h"
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

/* The same for the same feeds, in whatever order. */
static uint64_t
sum_up(const struct feeds_row *feeds, size_t n)
{
	uint64_t sum = n;

	for (size_t i = 0; i < n; i++)
		sum += identity_hash(0, feeds[i].uid);
	return sum;
}

void
subscriptions_edit(struct app *app)
{
	struct subscriptions *s = &app->subscriptions;
	struct arena a = { 0 };
	struct feeds_row *feeds;
	struct err err;
	size_t n;

	s->is_edited = !feeds_list(app->store, &a, &feeds, &n, &err);
	if (s->is_edited)
		s->before = sum_up(feeds, n);
	arena_free(&a);
}

void
subscriptions_edited(struct app *app)
{
	if (app->subscriptions.is_edited)
		subscriptions_look(app);
}

/* How many of the feeds are not among the others. */
static size_t
count_other(const struct feeds_row *feeds, size_t n, const struct feeds_row *others, size_t n_others)
{
	struct map known = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < n_others; i++)
		*map_at(&known, others[i].uid) = &known;
	for (size_t i = 0; i < n; i++)
		count += !map_find(&known, feeds[i].uid);
	map_free(&known);
	return count;
}

static void
tell_changes(struct app *app, size_t come, size_t gone, bool is_others_too)
{
	struct buf text = { 0 };

	if (come)
		(void)buf_printf(&text, tr("%zu subscribed"), come);
	if (gone)
		(void)buf_printf(&text, come ? tr(", %zu unsubscribed") : tr("%zu unsubscribed"), gone);
	if (text.n)
		(void)buf_puts(&text, tr(" (u: undo)"));
	if (text.n && is_others_too)
		(void)buf_puts(&text, tr("; others have changed the feeds file while it was edited: see whether their lines are there"));
	if (text.n)
		app_say(app, "%s", buf_cstr(&text));
	buf_free(&text);
}

/* Takes the file. */
static int
take(struct app *app, struct arena *a, struct subs *subs, struct err *err)
{
	struct subscriptions *s = &app->subscriptions;
	struct feeds_row *before, *after;
	size_t n_before, n_after;

	if (feeds_list(app->store, a, &before, &n_before, err) < 0 || subscriptions_start(s, app->store, a, subs, err) < 0 ||
	    feeds_list(app->store, a, &after, &n_after, err) < 0)
		return -1;
	tell_changes(app, count_other(after, n_after, before, n_before), count_other(before, n_before, after, n_after),
		s->is_edited && s->before != sum_up(before, n_before));
	s->is_edited = false;
	return 0;
}

void
subscriptions_run(struct app *app)
{
	struct subscriptions *s = &app->subscriptions;
	struct arena a = { 0 };
	struct subs subs = { 0 };
	struct err err = { 0 };
	size_t before = s->n_problems;
	int rc = take(app, &a, &subs, &err);

	s->at_ms = clock_mono_ms() + AGAIN_MS;
	if (rc < 0 && !s->is_due)
		app_fail(app, &err);
	else if (subs.n_problems != before)
		tell(app, &subs);
	app_refresh(app);
	arena_free(&a);
}
