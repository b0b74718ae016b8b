#include "ui/ui.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/cmdline_bind.h"
#include "ui/command.h"
#include "ui/loop.h"
#include "ui/options.h"
#include "ui/signals.h"
#include "ui/term.h"
#include "ui/upgrading.h"

enum { STATUS_SIGNAL = 128, NOTICE_SIZE = 256 };

/* The feeds file may have been edited since the last time; what is wrong in it is told, and the rest counts. Returns how many of its problems *trouble says. */
static size_t
take_subscriptions(struct subscriptions *s, struct store *store, struct arena *a, struct subs *subs, struct err *trouble)
{
	struct err err = { 0 };

	if (subscriptions_start(s, store, a, subs, &err) < 0 && !s->is_due) {
		*trouble = err;
		return 0;
	}
	if (subs->n_problems == 1)
		(void)err_set(trouble, ERR_USAGE, "%.*s", STR(subs->problems[0]));
	else if (subs->n_problems > 1)
		(void)err_set(trouble, ERR_USAGE, tr_n("%.*s (%zu more: gm)", "%.*s (%zu more: gm)", subs->n_problems - 1),
			STR(subs->problems[0]), subs->n_problems - 1);
	return subs->n_problems > 0;
}

/* The terminal is open, and stays so where *is_moved: the cache is another. */
static int
run_on_terminal(const struct ui_opts *opts, struct store *store, const struct probe *probe, const char *notice, bool *is_moved, struct err *err)
{
	struct arena a = { 0 };
	struct subs subs = { 0 };
	struct err trouble = { 0 };
	struct subscriptions taken = { 0 };
	struct signals signals;
	struct app *app;
	int rows, cols, rc;
	size_t told;

	term_size(&rows, &cols);
	if (opts->trouble.n)
		(void)err_set(&trouble, ERR_USAGE, "%.*s", STR(opts->trouble));
	told = take_subscriptions(&taken, store, &a, &subs, &trouble);
	app = app_new(store, opts->samples, rows, cols);
	app->subscriptions = taken;
	app->looks.ground = probe->ground;
	app->looks.colors = term_colors();
	app->program = "/proc/self/exe";
	options_take(app, opts);
	cmdline_bind_all(app);
	for (size_t i = opts->n_problems == 1 && !subs.n_problems; i < opts->n_problems; i++) /* a single one is in the last row */
		messages_add(&app->messages, opts->problems[i], true, clock_now());
	for (size_t i = told; i < subs.n_problems; i++)
		messages_add(&app->messages, subs.problems[i], true, clock_now());
	arena_free(&a);
	if (trouble.code)
		app_fail(app, &trouble);
	if (*notice)
		app_say(app, "%s", notice);
	if (opts->starts_sync)
		command_sync(app, false);
	teaching_start(app);
	rc = signals_open(&signals, err);
	if (!rc)
		rc = loop_run(app, &signals, buf_str(&probe->typed), err);
	opened_finish(app);
	if (!rc)
		working_finish(app); /* who leaves has not stopped it */
	(void)history_write(app->histories, NULL);
	(void)memory_write(&app->memory, NULL); /* where it cannot be kept, comfort is all that is lost */
	*is_moved = !rc && app->wants_reopen;
	if (!*is_moved)
		term_close();
	signals_close(&signals);
	app_free(app);
	return rc;
}

/* As often as the cache is another file, from the beginning; what was wrong at the start has been told. */
static int
run(const struct ui_opts *opts, struct store **store, struct probe *probe, char notice[NOTICE_SIZE], struct err *err)
{
	struct ui_opts again = *opts;
	bool is_moved;
	int rc = run_on_terminal(opts, *store, probe, notice, &is_moved, err);

	again.starts_sync = false;
	again.trouble = STR_NONE;
	again.n_problems = 0;
	while (!rc && is_moved) {
		store_close(*store);
		*store = NULL;
		buf_clear(&probe->typed);
		*notice = '\0';
		rc = store_open(store, STORE_EITHER, notice, err);
		if (!*notice)
			(void)snprintf(notice, NOTICE_SIZE, "%s", tr("the cache was another file all at once; it has been opened anew"));
		if (!rc)
			rc = options_add_aliases(*store, &again, err);
		if (!rc)
			rc = run_on_terminal(&again, *store, probe, notice, &is_moved, err);
		else
			term_close();
	}
	return rc;
}

int
ui_run(const struct ui_opts *opts, struct err *err)
{
	struct probe probe = { .ambiguous = opts->ambiguous, .asks_ground = opts->theme == COLOR_THEME_AUTO };
	struct upgrading upgrading = { .opts = opts, .probe = &probe };
	char notice[NOTICE_SIZE] = "";
	struct store *store = NULL;
	int rc = upgrading_open(&upgrading, &store, notice, err);
	bool is_open = upgrading.is_open;

	if (!rc)
		rc = options_add_aliases(store, opts, err);
	if (!rc && !is_open)
		rc = term_open(&probe, err);
	is_open |= !rc;
	if (!rc)
		rc = run(opts, &store, &probe, notice, err);
	else if (is_open)
		term_close();
	store_close(store);
	buf_free(&probe.typed);
	if (upgrading.ended_by)
		return STATUS_SIGNAL + upgrading.ended_by;
	return rc > 0 ? STATUS_SIGNAL + rc : rc;
}

size_t
ui_check_binds(struct arena *a, const struct ui_bind *binds, size_t n, const struct query_names *names, const struct ui_config *config,
    struct ui_bind_fault **ret)
{
	struct keys keys;
	const struct cmdline_known known = { names, config, &keys };
	size_t n_faults;

	*ret = NULL;
	if (!n)
		return 0;
	keys_init(&keys);
	n_faults = cmdline_bind_lines(a, &known, binds, n, ret);
	keys_free(&keys);
	return n_faults;
}
