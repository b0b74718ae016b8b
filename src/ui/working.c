#include "ui/working.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/index_unseen.h"
#include "ui/app.h"
#include "ui/changes.h"
#include "ui/input.h"

enum { STEP_MS = 8 }; /* small undos are made together for so long */

void
working_free(struct working *w)
{
	bulk_end(&w->bulk, NULL);
	buf_free(&w->typed);
}

static bool
is_undo(const struct working *w)
{
	return w->bulk.undo.sum;
}

/* Takes what is shown anew, and frees. */
static void
end(struct app *app, struct state_undone *undone)
{
	struct working *w = &app->working;

	w->is_running = false;
	if (w->bulk.retag || (is_undo(w) && !w->left))
		app_reload(app); /* nobody knows which rows it was */
	else if (w->bulk.changed)
		changes_show(app, w->bulk.ids, (size_t)w->bulk.total);
	bulk_end(&w->bulk, undone);
	w->bulk = (struct bulk){ 0 };
}

static void
tell_undone(struct app *app, enum undo_way way, const struct state_undone *done)
{
	long long n = app->working.undone;
	struct buf text = { 0 };
	const char *what = done->what;

	if (done->posts > 1) { /* a single one is in sight */
		state_undone_tell(done, &text);
		what = buf_cstr(&text);
	}
	if (n > 1 && way == UNDO_BACK)
		app_say(app, tr("%lld changes undone, at last: %s (^R: redo)"), n, what);
	else if (n > 1)
		app_say(app, tr("%lld changes done again, at last: %s (u: undo)"), n, what);
	else if (done->is_behind_purge)
		app_say(app, tr("undone: %s (^R: redo); what was purged after it cannot be brought back"), what);
	else if (way == UNDO_BACK)
		app_say(app, tr("undone: %s (^R: redo)"), what);
	else
		app_say(app, tr("done again: %s (u: undo)"), what);
	buf_free(&text);
}

static void
begin_undo(struct app *app, enum undo_way way)
{
	bulk_undo(&app->working.bulk, app->store, way, &app->working.until);
	app->working.is_running = true;
}

static void
tell(struct app *app)
{
	struct working *w = &app->working;
	enum undo_way way = w->bulk.undo.way;

	if (is_undo(w)) {
		w->left--;
		w->undone++;
		end(app, &w->last);
		if (w->left)
			begin_undo(app, way);
		else
			tell_undone(app, way, &w->last);
		return;
	}
	w->tell(app, w);
	end(app, NULL);
}


/* Of several undos those before were done, and none is left. */
static bool
has_run_out(const struct working *w, const struct err *err)
{
	return is_undo(w) && w->undone && err->code == ERR_NOT_FOUND;
}

static int
step(struct app *app)
{
	struct working *w = &app->working;
	struct err err = { 0 };
	int rc = bulk_step(&w->bulk, &err);

	w->is_running = rc > 0;
	if (!rc)
		tell(app);
	if (rc < 0) {
		enum undo_way way = w->bulk.undo.way;
		bool is_over = has_run_out(w, &err);

		w->left = 0;
		end(app, NULL);
		if (is_over)
			tell_undone(app, way, &w->last);
		else
			app_fail(app, &err);
	}
	return rc;
}

static int
run(struct app *app)
{
	int64_t until = clock_mono_ms() + STEP_MS, left;
	int rc;

	do {
		left = app->working.left;
		rc = step(app);
	} while (app->working.left && app->working.left != left && clock_mono_ms() < until);
	app_settle(app);
	return rc;
}

void
working_step(struct app *app)
{
	(void)run(app);
}

/* What is done is shown, and undo takes it back. */
static void
stop(struct app *app)
{
	long long done = app->working.bulk.done, total = app->working.bulk.total, undone = app->working.undone;

	app->working.left = 0;
	end(app, NULL);
	if (undone && !total)
		app_say(app, tr("stopped after %lld changes; the same key goes on"), undone);
	else if (total)
		app_say(app, tr("stopped at %lld of %lld posts (u: undo)"), done, total);
	else
		app_say(app, tr("stopped at %lld posts; the same key goes on"), done);
}

/* Whether the next may begin: what runs comes to its end first. Where that fails, or Esc stops it, none does, as after any error. */
static bool
has_turn(struct app *app)
{
	while (app->working.is_running) {
		if (app->wants_stop && app->wants_stop(app->stop_user)) {
			stop(app);
			app->is_error = true;
			return false;
		}
		if (run(app) < 0)
			return false;
		if (app->working.is_running && app->show)
			app->show(app->shown);
	}
	return true;
}

bool
working_waits(struct app *app)
{
	const struct working *w = &app->working;

	return !w->is_running || !is_undo(w) || w->undone + w->left <= 1 || has_turn(app);
}

int
working_knows(struct app *app, const struct query *query, struct err *err)
{
	int64_t unseen;

	if (index_unseen(app->store, query, &unseen, err) < 0)
		return -1;
	if (unseen)
		return err_set(err, ERR_BUSY, tr("%lld posts wait for the search index, and nobody knows whether they are of this list; try again when they are in it"),
			(long long)unseen);
	return 0;
}

int
working_ids(struct app *app, const struct posts_view *what, int64_t **ids, size_t *n, struct err *err)
{
	int rc;

	store_watch(app->store, app->wants_stop, app->stop_user);
	rc = posts_ids(app->store, what, ids, n, err);
	store_watch(app->store, NULL, NULL);
	return rc;
}

int
working_find(struct app *app, const struct posts_view *what, int64_t **ids, size_t *n)
{
	struct err err;

	if (!working_knows(app, what->query, &err) && !working_ids(app, what, ids, n, &err))
		return 0;
	app_fail(app, &err);
	return -1;
}

void
working_change(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, struct str typed,
    void (*tell_change)(struct app *app, const struct working *w))
{
	struct working *w = &app->working;
	struct err err = { 0 };

	if (!has_turn(app))
		return;
	buf_clear(&w->typed);
	(void)buf_add(&w->typed, typed);
	w->tell = tell_change;
	if (bulk_change(&w->bulk, app->store, ids, n, change, &err) < 0) {
		end(app, NULL);
		app_fail(app, &err);
	} else
		working_step(app);
}

int
working_retag(struct app *app, struct str from, struct str to, void (*tell_change)(struct app *app, const struct working *w))
{
	struct working *w = &app->working;
	int rc;

	if (!has_turn(app))
		return -1;
	w->tell = tell_change;
	w->is_running = true;
	bulk_retag(&w->bulk, app->store, from, to);
	rc = step(app);
	app_settle(app);
	return rc < 0 ? -1 : 0;
}

void
working_undo(struct app *app, enum undo_way way, int64_t times)
{
	if (!has_turn(app))
		return;
	app->working.left = times;
	app->working.undone = 0;
	app->working.until = 0;
	begin_undo(app, way);
	working_step(app);
}

bool
working_takes(struct app *app, int32_t key)
{
	if (key != INPUT_ESC || !app->working.is_running)
		return false;
	stop(app);
	return true;
}

void
working_finish(struct app *app)
{
	while (app->working.is_running)
		working_step(app);
}

void
working_status(const struct working *w, bool is_wide, struct buf *out)
{
	long long done = w->bulk.done, total = w->bulk.total;
	bool is_back = w->bulk.undo.way == UNDO_BACK;

	if (!w->is_running)
		return;
	if (!is_undo(w) && is_wide)
		(void)buf_printf(out, tr("changing %lld/%lld, Esc stops"), done, total);
	else if (!is_undo(w))
		(void)buf_printf(out, tr("changing %lld%%"), done * 100 / total);
	else if (w->undone + w->left > 1 && is_wide)
		(void)buf_printf(out, is_back ? tr("undoing %lld/%lld, Esc stops") : tr("redoing %lld/%lld, Esc stops"), (long long)w->undone,
		    (long long)(w->undone + w->left));
	else if (is_back)
		(void)buf_printf(out, is_wide ? tr("undoing %lld…, Esc stops") : tr("undoing %lld…"), done);
	else
		(void)buf_printf(out, is_wide ? tr("redoing %lld…, Esc stops") : tr("redoing %lld…"), done);
}
