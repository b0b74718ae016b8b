#include "ui/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "ui/demo.h"
#include "ui/idle.h"
#include "ui/input.h"
#include "ui/options.h"
#include "ui/subscriptions.h"
#include "ui/term.h"
#include "ui/term_cell.h"
#include "ui/term_mouse.h"
#include "ui/title.h"
#include "ui/watch.h"

enum { REFRESH_MS = 150 }; /* a sync changes the cache many times a second; the list follows at this pace */

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
	enum hyperlinks_use links; /* as the terminal has been told */
	struct buf title;          /* the same */
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
	buf_clear(&l->title);
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
	bool is_written, is_edited;

	watch_read(&l->watch, &is_written, &is_edited);
	if (is_edited)
		subscriptions_look(l->app);
	if (is_written && l->refresh_at == CLOCK_NONE)
		l->refresh_at = l->refreshed_at + REFRESH_MS;
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

/* Milliseconds until something is due, -1 when nothing is. */
static int
timeout(const struct loop *l)
{
	int first = input_waits(&l->input) ? input_timeout(&l->input) : idle_timeout(l->app);
	int64_t left;

	if (l->refresh_at == CLOCK_NONE)
		return first;
	left = l->refresh_at - clock_mono_ms();
	return sooner(first, left < 0 ? 0 : (int)left);
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

/* The title of the terminal, where it has changed. */
static void
show_title(struct loop *l)
{
	struct buf title = { 0 };

	if (l->app->has_title)
		title_of(l->app, &title);
	if (!str_eq(buf_str(&title), buf_str(&l->title)))
		term_set_title(buf_str(&title));
	buf_clear(&l->title);
	(void)buf_add(&l->title, buf_str(&title));
	buf_free(&title);
}

/* What has changed goes to the terminal; false where nothing has. */
static bool
draw(struct loop *l)
{
	struct app *app = l->app;

	if (!app->is_drawn)
		app_draw(app);
	app->is_drawn = true;
	if (app->is_shown)
		return false;
	term_draw(&app->screen, &app->looks.theme);
	app->is_shown = true;
	return true;
}

static void
show_meanwhile(void *user)
{
	struct loop *l = user;

	if (term_is_busy())
		term_go_on();
	l->app->is_drawn = false;
	(void)draw(l);
}

static void
show(struct loop *l)
{
	struct app *app = l->app;

	if (app->wants_suspend) {
		app->wants_suspend = false;
		suspend(l);
	}
	term_mouse(!app->opts.has_no_mouse);
	if (l->links != app->links)
		term_set_links(app->links);
	if (app->wants_redraw)
		term_forget();
	app->is_drawn &= !app->wants_redraw && l->links == app->links;
	l->links = app->links;
	app->wants_redraw = false;
	if (app->gallery.wants_answer)
		term_send(str_lit(ANSWERS_QUESTION));
	app->gallery.wants_answer = false;
	if (draw(l))
		show_title(l);
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
	return !wants_end(l) && !l->signals->ended_by && !l->has_hung_up;
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
	struct loop l = { .app = app, .signals = signals, .refresh_at = CLOCK_NONE, .links = HYPERLINKS_OFF };
	int rc = 0;

	watch_open(&l.watch, store_wal_path(app->store));
	app->wants_stop = takes_esc;
	app->show = show_meanwhile;
	app->stop_user = &l;
	input_init(&l.input);
	input_add(&l.input, typed);
	resize(&l);
	read_keys(&l);
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
	buf_free(&l.title);
	watch_close(&l.watch);
	if (rc < 0)
		return -1;
	return l.has_hung_up ? SIGHUP : signals->ended_by;
}
