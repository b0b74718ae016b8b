#include "ui/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "store/moved.h"
#include "ui/demo.h"
#include "ui/idle.h"
#include "ui/input.h"
#include "ui/options.h"
#include "ui/overdue.h"
#include "ui/shown.h"
#include "ui/subscriptions.h"
#include "ui/term.h"
#include "ui/term_cell.h"
#include "ui/term_mouse.h"
#include "ui/watch.h"

enum {
	REFRESH_MS = 150, /* a sync changes the cache many times a second; the list follows at this pace */
	SETTLE_MS = 500,  /* whoever deletes the cache has deleted all its files by then */
};

enum { FD_TTY, FD_SIGNALS, FD_WATCH, FD_JOB, FD_JOB_ERR, FD_TEXTS, FD_TEXTS_ERR, FD_INDEX, FD_INDEX_ERR, FD_IMAGES, FD_IMAGES_ERR,
	FD_DECODING, FD_IMPORT, FD_IMPORT_ERR, FD_SAVING,
	FD_SCREEN, FDS };

struct loop {
	struct app *app;
	struct input input;
	struct signals *signals;
	struct watch watch;
	int64_t refresh_at; /* when a change of the cache is due to be shown, on the clock of clock_mono_ms(); CLOCK_NONE */
	int64_t refreshed_at, typed_at;
	int64_t look_at;    /* when it is due to be seen whether the cache is another */
	struct overdue overdue;
	struct shown shown;
	bool has_hung_up;
	bool has_news; /* to be shown before anything else is done */
};

static void
resize(struct loop *l)
{
	int rows, cols;

	term_size(&rows, &cols);
	term_resize(rows, cols);
	term_cell(&l->app->gallery.cell_width, &l->app->gallery.cell_height);
	app_resize(l->app, rows, cols);
}

/* Stops the whole job of the shell, as ^Z does anywhere else; goes on when it is continued. */
static void
suspend(struct loop *l)
{
	sigset_t stop;

	term_suspend();
	buf_clear(&l->shown.title);
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	(void)signal(SIGTSTP, SIG_DFL);
	(void)kill(0, SIGTSTP);
	(void)sigprocmask(SIG_UNBLOCK, &stop, NULL);
	(void)sigprocmask(SIG_BLOCK, &stop, NULL);
	term_resume();
	resize(l);
}

static void
take_signal(struct loop *l, int number)
{
	switch (number) {
	case SIGWINCH:
		resize(l);
		break;
	case SIGCHLD:
		app_child_ended(l->app);
		break;
	case SIGTSTP:
		l->app->wants_suspend = true;
		break;
	case SIGCONT: /* whoever had the terminal meanwhile may have changed it */
		term_resume();
		resize(l);
		break;
	default:
		l->signals->ended_by = number;
	}
}

static void
read_signals(struct loop *l)
{
	int number;

	while ((number = signals_next(l->signals)))
		take_signal(l, number);
}

static void
read_watch(struct loop *l)
{
	struct watch_news news;

	watch_read(&l->watch, &news);
	if (news.is_edited)
		subscriptions_look(l->app);
	if (news.is_written && l->refresh_at == CLOCK_NONE)
		l->refresh_at = l->refreshed_at + REFRESH_MS;
	if (news.is_moved)
		l->look_at = clock_mono_ms() + SETTLE_MS;
}

static bool
wants_end(const struct loop *l)
{
	return l->app->wants_quit && !saving_holds(l->app);
}

/* A key, or what the terminal answered. */
static void
take(struct loop *l, int32_t key)
{
	if (key != INPUT_ANSWER) {
		app_key(l->app, key);
		return;
	}
	l->app->is_drawn = false;
	if (l->input.answer.ground != PROBE_UNKNOWN)
		options_take_ground(l->app, l->input.answer.ground);
	else
		gallery_take_answer(l->app, &l->input.answer);
}

static void
read_keys(struct loop *l)
{
	bool is_late = clock_mono_ms() - l->typed_at >= INPUT_ESC_MS;
	int32_t key;

	while (!wants_end(l) && input_next(&l->input, is_late, &key)) {
		l->has_news = true;
		take(l, key);
		if (l->app->wants_suspend || outside_is_wanted(l->app))
			return;
	}
	if (!l->input.pending.n)
		app_keys_end(l->app);
}

static void
read_tty(struct loop *l)
{
	char bytes[4096];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);

	l->typed_at = clock_mono_ms();
	if (n > 0)
		input_add(&l->input, str_new(bytes, (size_t)n));
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		l->has_hung_up = true;
}

/* Whether Esc was pressed: it is taken, what stands before it is not. */
static bool
takes_esc(void *user)
{
	struct pollfd tty = { STDIN_FILENO, POLLIN, 0 };
	struct loop *l = user;
	struct buf *pending = &l->input.pending;

	if (poll(&tty, 1, 0) <= 0)
		return false;
	read_tty(l);
	if (!pending->n || pending->p[pending->n - 1] != INPUT_ESC)
		return false;
	buf_truncate(pending, pending->n - 1);
	return true;
}

/* Whether a key waits, or an Esc of which it is not known yet that it is one. */
static bool
has_key(void *user)
{
	struct pollfd tty = { STDIN_FILENO, POLLIN, 0 };
	const struct loop *l = user;

	return input_waits(&l->input) || poll(&tty, 1, 0) > 0;
}

/* Of two times to wait the shorter one; -1 is for ever. */
static int
sooner(int a, int b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

/* Milliseconds until then; -1 for never. */
static int
until(int64_t at)
{
	int64_t left = at == CLOCK_NONE ? -1 : at - clock_mono_ms();

	return at != CLOCK_NONE && left < 0 ? 0 : (int)left;
}

/* Milliseconds until something is due, -1 when nothing is. */
static int
timeout(const struct loop *l)
{
	int first = input_waits(&l->input) ? input_timeout(&l->input) : idle_timeout(l->app);

	return sooner(sooner(sooner(first, until(l->refresh_at)), until(l->look_at)), until(l->overdue.at));
}

static void
refresh_when_due(struct loop *l)
{
	if (l->refresh_at == CLOCK_NONE || clock_mono_ms() < l->refresh_at)
		return;
	l->refresh_at = CLOCK_NONE;
	l->refreshed_at = clock_mono_ms();
	app_refresh(l->app);
}

static void
show(struct loop *l)
{
	if (l->app->wants_suspend) {
		l->app->wants_suspend = false;
		suspend(l);
	}
	shown_update(&l->shown);
}

/* One that is busy, or in the middle of a line, is not taken away from who reads. */
static bool
is_occupied(const struct loop *l)
{
	const struct app *app = l->app;

	return app->asking || app->working.is_running || input_waits(&l->input) || app->keys.n_pending || app->keys.count ||
		job_is_running(&app->job) || job_is_running(&app->fetching.job) || job_is_running(&app->importing.job) ||
		job_is_running(&app->saving.job);
}

static void
look_when_due(struct loop *l)
{
	if (l->look_at == CLOCK_NONE || clock_mono_ms() < l->look_at)
		return;
	l->look_at = CLOCK_NONE;
	if (!moved_away(l->app->store))
		return;
	if (is_occupied(l))
		l->look_at = clock_mono_ms() + SETTLE_MS;
	else
		l->app->wants_reopen = true;
}

/* Whether one of our children did. */
static bool
has_spoken(const struct pollfd fds[FDS])
{
	for (int i = FD_JOB; i < FD_SCREEN; i++)
		if (fds[i].revents)
			return true;
	return false;
}

static int
wait_once(struct loop *l, struct err *err)
{
	struct pollfd fds[FDS] = {
		[FD_TTY] = { STDIN_FILENO, POLLIN, 0 },
		[FD_SIGNALS] = { l->signals->fd, POLLIN, 0 },
		[FD_WATCH] = { l->watch.fd, POLLIN, 0 },
		[FD_JOB] = { l->app->job.out, POLLIN, 0 },
		[FD_JOB_ERR] = { l->app->job.err, POLLIN, 0 },
		[FD_TEXTS] = { l->app->fetching.job.out, POLLIN, 0 },
		[FD_TEXTS_ERR] = { l->app->fetching.job.err, POLLIN, 0 },
		[FD_INDEX] = { l->app->indexing.job.out, POLLIN, 0 },
		[FD_INDEX_ERR] = { l->app->indexing.job.err, POLLIN, 0 },
		[FD_IMAGES] = { l->app->gallery.job.out, POLLIN, 0 },
		[FD_IMAGES_ERR] = { l->app->gallery.job.err, POLLIN, 0 },
		[FD_DECODING] = { l->app->gallery.decoding.out, POLLIN, 0 },
		[FD_IMPORT] = { l->app->importing.job.out, POLLIN, 0 },
		[FD_IMPORT_ERR] = { l->app->importing.job.err, POLLIN, 0 },
		[FD_SAVING] = { l->app->saving.job.out, POLLIN, 0 },
		[FD_SCREEN] = { term_is_busy() ? STDOUT_FILENO : -1, POLLOUT, 0 },
	};
	int n = poll(fds, FDS, timeout(l));

	l->has_news = n > 0;
	if (n < 0)
		return errno == EINTR ? 0 : err_errno(err, ERR_FAILED, "%s", tr("cannot wait for keys"));
	if (fds[FD_TTY].revents)
		read_tty(l);
	if (fds[FD_WATCH].revents)
		read_watch(l);
	if (fds[FD_SCREEN].revents) {
		term_go_on();
		term_draw_rest(&l->app->looks.theme);
	}
	if (has_spoken(fds))
		app_child_spoke(l->app);
	if (fds[FD_SIGNALS].revents)
		read_signals(l);
	read_keys(l);
	refresh_when_due(l);
	look_when_due(l);
	overdue_step(&l->overdue, l->app);
	if (!l->has_news && !has_key(l))
		idle_run(l->app, has_key, l);
	return 0;
}

/* Strings for the terminal, also of the last key. */
static void
send_control(struct app *app)
{
	term_send(buf_str(&app->control));
	buf_clear(&app->control);
}

static bool
goes_on(const struct loop *l)
{
	return !wants_end(l) && !l->app->wants_reopen && !l->signals->ended_by && !l->has_hung_up;
}

/* Gives the terminal to a program that the user wants to run; whether there was one. */
static bool
step_aside(struct loop *l)
{
	struct app *app = l->app;
	struct err err;

	if (!outside_is_wanted(app) && !app->wants_demo)
		return false;
	term_suspend();
	if (outside_is_wanted(app))
		outside_run(app, l->signals);
	else if (demo_run(l->signals, &err) < 0)
		app_fail(app, &err);
	app->wants_demo = false;
	signals_settle(l->signals);
	app_child_ended(app); /* one of another's may have ended meanwhile */
	term_resume();
	resize(l);
	return true;
}

int
loop_run(struct app *app, struct signals *signals, struct str typed, struct err *err)
{
	struct loop l = { .app = app, .signals = signals, .refresh_at = CLOCK_NONE, .look_at = CLOCK_NONE, .overdue = { CLOCK_NONE }, .shown = { .app = app, .links = HYPERLINKS_OFF } };
	int rc = 0;

	watch_open(&l.watch, store_wal_path(app->store));
	if (moved_away(app->store)) /* it has happened before somebody watched */
		l.look_at = clock_mono_ms() + SETTLE_MS;
	app->wants_stop = takes_esc;
	app->show = shown_meanwhile;
	app->shown = &l.shown;
	app->stop_user = &l;
	input_init(&l.input);
	input_add(&l.input, typed);
	resize(&l);
	read_keys(&l);
	preparing_begin(&app->preparing);
	while (!rc && goes_on(&l)) {
		if (step_aside(&l))
			continue;
		show(&l);
		rc = wait_once(&l, err);
		send_control(app);
	}
	app->wants_stop = NULL;
	app->show = NULL;
	input_free(&l.input);
	shown_free(&l.shown);
	watch_close(&l.watch);
	if (rc < 0)
		return -1;
	return l.has_hung_up ? SIGHUP : signals->ended_by;
}
