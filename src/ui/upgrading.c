#include "ui/upgrading.h"

#include <poll.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tr.h"
#include "ui/paragraph.h"
#include "ui/term.h"

enum { MOMENT_MS = 200, FRAME_MS = 250 /* its clock goes on */, CTRL_C = 3, MARGIN = 2, TEXT_COLS = 60, ROOMY_ROWS = 12 };

static const char hangul_q[] = "ㅂ"; /* q with the input method on */

static int64_t
since(int64_t ms)
{
	return clock_mono_ms() - ms;
}

/* A paragraph below another; returns the row behind it. */
static int
put(struct screen *s, int row, unsigned style, const char *text)
{
	int cols = s->cols - 2 * MARGIN < TEXT_COLS ? s->cols - 2 * MARGIN : TEXT_COLS;

	if (row >= s->rows)
		return row;
	return row + 1 + paragraph_draw(s, (struct screen_box){ row, MARGIN, s->rows - row, cols }, style, str_of(text));
}

static void
draw(struct upgrading *u)
{
	struct screen *s = &u->screen;
	long long seconds = since(u->began_ms) / 1000;
	struct buf line = { 0 };
	int row;

	screen_clear(s);
	screen_fill(s, (struct screen_box){ 0, 0, 1, s->cols }, THEME_BAR);
	(void)screen_put(s, 0, 1, s->cols - 2, THEME_NAME, str_of(tr("sosik")));
	row = put(s, s->rows < ROOMY_ROWS ? 1 : 2, THEME_TEXT, tr("The cache is of an older sosik and is brought up to this one."));
	if (u->step)
		(void)buf_printf(&line, tr("step %d of %d"), u->step, u->steps);
	else
		(void)buf_puts(&line, tr("first a copy of it is made"));
	(void)buf_printf(&line, " · %lld:%02lld", seconds / 60, seconds % 60);
	row = put(s, row, THEME_KEY, buf_cstr(&line));
	(void)put(s, row, THEME_MUTED, tr("With many posts this takes minutes, once. q stops it; the next start goes on from there, and nothing is lost."));
	s->cursor_row = -1;
	term_draw(s, &u->looks.theme);
	u->drawn_ms = clock_mono_ms();
	buf_free(&line);
}

static void
resize(struct upgrading *u)
{
	int rows, cols;

	term_size(&rows, &cols);
	term_resize(rows, cols);
	screen_resize(&u->screen, rows, cols);
	draw(u);
}

/* Without a terminal it goes on unseen. */
static void
begin(struct upgrading *u)
{
	tr_use(u->opts->language);
	u->is_open = !term_open(u->probe, NULL);
	if (!u->is_open)
		return;
	(void)signals_open(&u->signals, NULL);
	u->looks = (struct looks){ .ground = u->probe->ground, .colors = term_colors(), .paints = u->opts->paints, .n = u->opts->n_paints };
	looks_choose(&u->looks, u->opts->theme);
	resize(u);
}

static void
read_keys(struct upgrading *u)
{
	char bytes[256];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
	struct str keys = str_new(bytes, n > 0 ? (size_t)n : 0);

	u->wants_quit |= str_find_char(keys, 'q') < keys.n || str_find_char(keys, CTRL_C) < keys.n || str_has(keys, hangul_q) || !n;
}

static void
read_signals(struct upgrading *u)
{
	int number;

	while ((number = signals_next(&u->signals)))
		if (number == SIGWINCH || number == SIGCONT)
			resize(u);
		else if (number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT)
			u->ended_by = number;
}

static bool
wants_stop(void *user)
{
	struct upgrading *u = user;
	struct pollfd fds[] = { { STDIN_FILENO, POLLIN, 0 }, { 0, POLLIN, 0 } };

	if (!u->is_open && u->steps && since(u->began_ms) >= MOMENT_MS && !u->drawn_ms) {
		u->drawn_ms = 1; /* it is tried once */
		begin(u);
	}
	if (!u->is_open)
		return false;
	fds[1].fd = u->signals.fd;
	if (poll(fds, 2, 0) > 0) {
		if (fds[0].revents)
			read_keys(u);
		if (fds[1].revents)
			read_signals(u);
	}
	if (since(u->drawn_ms) >= FRAME_MS)
		draw(u);
	return u->wants_quit || u->ended_by;
}

static void
take_step(void *user, int step, int steps)
{
	struct upgrading *u = user;

	u->step = step;
	u->steps = steps;
	if (u->is_open)
		draw(u);
}

int
upgrading_open(struct upgrading *u, struct store **ret, char notice[256], struct err *err)
{
	const struct store_opening how = { take_step, wants_stop, u };
	int rc;

	u->began_ms = clock_mono_ms();
	rc = store_open_told(ret, STORE_EITHER, &how, notice, err);
	if (u->is_open)
		signals_close(&u->signals);
	screen_free(&u->screen);
	if (rc < 0 && err->code == ERR_STOPPED)
		(void)err_set(err, ERR_STOPPED, "%s", tr("stopped; the next start goes on with the cache, and nothing is lost"));
	return rc;
}
