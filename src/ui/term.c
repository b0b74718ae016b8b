#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/tr.h"
#include "text/width.h"
#include "ui/kitty.h"
#include "ui/term_back.h"
#include "ui/term_entry.h"
#include "ui/term_mouse.h"
#include "ui/term_out.h"
#include "ui/term_raw.h"
#include "ui/term_scroll.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define TITLE_KEEP "\033[22;2t"
#define TITLE_BACK "\033[23;2t"
#define LINK_OFF "\033]8;;\033\\"

/* One terminal a process. */
static struct {
	SCREEN *curses;
	struct screen shown; /* what the terminal shows */
	struct term_raw raw; /* and the pictures on it */
	bool has_shown;
	int colors;
	struct termios saved;
	bool has_title;    /* of ours */
	bool has_links;    /* that it shows */
	struct term_out out;
} term;

/* Past curses, when it has written what it has. */
static void
write_all(struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(STDOUT_FILENO, bytes.p, bytes.n);

		if (n < 0 && errno == EAGAIN) {
			struct pollfd fd = { STDOUT_FILENO, POLLOUT, 0 };

			(void)poll(&fd, 1, -1);
		}
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return;
		bytes = str_sub(bytes, n > 0 ? (size_t)n : 0, bytes.n);
	}
}

static bool
wants_colors(void)
{
	const char *no_color = getenv("NO_COLOR");

	return !no_color || !*no_color;
}

static void
set_colors(bool is_direct)
{
	static const int steps[] = { THEME_256, THEME_16, THEME_8 };

	term.colors = THEME_PLAIN;
	if (!wants_colors() || !has_colors() || start_color() == ERR)
		return;
	(void)use_default_colors();
	for (size_t i = 0; i < sizeof steps / sizeof *steps && !term.colors; i++)
		if (COLORS >= steps[i])
			term.colors = steps[i];
	if (is_direct)
		term.colors = THEME_DIRECT;
}

/* With a description that has all colours, where the terminal does. */
static bool
start_direct(const char *name)
{
	struct buf entry = { 0 };
	char *own = getenv("TERMINFO");

	if (own)
		own = mem_dup(own, strlen(own));
	if (wants_colors() && term_entry_direct(name, &entry) && !setenv("TERMINFO", buf_cstr(&entry), 1))
		term.curses = newterm(NULL, stdout, stdin);
	if (own)
		(void)setenv("TERMINFO", own, 1);
	else
		(void)unsetenv("TERMINFO");
	free(own);
	buf_free(&entry);
	return term.curses;
}

/* What is written goes out as it is: looking for ends of lines in it is a third of what a frame takes the system. */
static void
set_plain_output(void)
{
	struct termios now;

	if (tcgetattr(STDOUT_FILENO, &now) < 0)
		return;
	now.c_oflag &= ~(tcflag_t)OPOST;
	(void)tcsetattr(STDOUT_FILENO, TCSADRAIN, &now);
	(void)def_prog_mode();
}

static void
set_modes(void)
{
	(void)raw();
	(void)noecho();
	(void)nonl();
	(void)intrflush(stdscr, FALSE);
	(void)keypad(stdscr, FALSE);
	(void)leaveok(stdscr, FALSE);
	(void)scrollok(stdscr, FALSE);
	(void)idlok(stdscr, FALSE);
	set_plain_output();
	(void)putp(PASTE_ON);
	term_mouse_resume();
	(void)fflush(stdout);
}

static int
refuse(const char *name, struct err *err)
{
	if (!*name)
		return err_set(err, ERR_USAGE, "%s", tr("TERM does not say what the terminal is; TERM=xterm-256color fits most"));
	return err_set(err, ERR_USAGE, tr("the reader cannot use a terminal of type ‘%s’; TERM names it"), name);
}

/* Curses has less than frames need where it finds its way with less (ui/term_out.h). */
static int
check_terminal(const char *name, struct err *err)
{
	if (cursor_address && clear_screen)
		return 0;
	(void)endwin();
	return refuse(name, err);
}

int
term_open(struct probe *probe, struct err *err)
{
	const char *name = getenv("TERM");
	bool is_direct;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_USAGE, "%s", tr("the reader needs a terminal; see ‘sosik help’ for the commands"));
	if (!name || !*name || !strcmp(name, "dumb"))
		return refuse(name ? name : "", err);
	if (tcgetattr(STDIN_FILENO, &term.saved) < 0)
		return err_errno(err, ERR_FAILED, "%s", tr("cannot read the terminal's settings"));
	probe_ask(probe, name, &term.saved);
	width_set_ambiguous(probe->ambiguous);
	is_direct = start_direct(name);
	if (!is_direct)
		term.curses = newterm(NULL, stdout, stdin);
	if (!term.curses)
		return err_set(err, ERR_FAILED, tr("the terminal type ‘%s’ is not known; TERM names it, xterm-256color fits most"), name);
	if (check_terminal(name, err) < 0)
		return -1;
	term_back_begin(&term.saved);
	term_back_add(PASTE_OFF);
	set_colors(is_direct);
	set_modes();
	term_forget();
	return 0;
}

void
term_close(void)
{
	if (!term.curses)
		return;
	term_raw_close(&term.raw, STDOUT_FILENO);
	term_set_title(STR_NONE);
	(void)putp(PASTE_OFF);
	(void)endwin();
	term_mouse_pause();
	delscreen(term.curses);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.saved);
	term_back_end();
	screen_free(&term.shown);
	term_out_free(&term.out);
	term.curses = NULL;
}

void
term_suspend(void)
{
	term_raw_forget(&term.raw, STDOUT_FILENO);
	term_set_title(STR_NONE);
	(void)putp(PASTE_OFF);
	(void)endwin();
	term_mouse_pause();
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.saved);
}

/* Curses clears the screen; it also takes it over, where it has not yet. */
static void
take_screen(void)
{
	(void)clearok(stdscr, TRUE);
	(void)refresh();
}

void
term_resume(void)
{
	(void)reset_prog_mode();
	set_modes();
	term_forget();
	take_screen();
}

int
term_colors(void)
{
	return term.colors;
}

void
term_size(int *rows, int *cols)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col) {
		*rows = LINES;
		*cols = COLS;
		return;
	}
	*rows = size.ws_row;
	*cols = size.ws_col;
}

void
term_resize(int rows, int cols)
{
	(void)resize_term(rows, cols);
	term_forget();
}

void
term_set_links(enum hyperlinks_use use)
{
	term.has_links = use == HYPERLINKS_ON || (use == HYPERLINKS_AUTO && hyperlinks_are_shown(getenv("TERM")));
	if (term.has_links)
		term_back_add(LINK_OFF);
	term_forget();
}

void
term_set_title(struct str title)
{
	struct buf bytes = { 0 };

	if (title.n && !term.has_title)
		(void)buf_puts(&bytes, TITLE_KEEP);
	if (title.n)
		(void)buf_printf(&bytes, "\033]2;%.*s\033\\", STR(title));
	else if (term.has_title)
		(void)buf_puts(&bytes, TITLE_BACK);
	if (title.n)
		term_back_add(TITLE_BACK);
	term.has_title = title.n > 0;
	term_send(buf_str(&bytes));
	buf_free(&bytes);
}

void
term_send(struct str bytes)
{
	(void)fflush(stdout);
	write_all(bytes);
}

void
term_forget(void)
{
	term_raw_forget(&term.raw, STDOUT_FILENO);
	term.has_shown = false;
}

/* From which column on each row is to be written, and whether anything is. Where nothing is, pictures that are on their way are not disturbed. */
static bool
find_changed(const struct screen *s, int *changed)
{
	bool has_any;

	if (term.shown.rows != s->rows || term.shown.cols != s->cols) {
		screen_resize(&term.shown, s->rows, s->cols);
		term.has_shown = false;
	}
	has_any = !term.has_shown || s->cursor_row != term.shown.cursor_row || s->cursor_col != term.shown.cursor_col;
	for (int row = 0; row < s->rows; row++) {
		changed[row] = term.has_shown ? screen_row_differs(s, row, &term.shown, row) : 0;
		has_any |= changed[row] < s->cols;
	}
	return has_any || !term_raw_shows(&term.raw, s);
}

static void
draw_rows(struct term_out *out, const struct screen *s, int *changed)
{
	bool *stale = mem_zalloc((size_t)s->rows, sizeof *stale);

	if (term.has_shown && !s->n_raws && !term.raw.shown.n)
		term_scroll(out, s, &term.shown, changed);
	term_raw_before(&term.raw, s, stale, STDOUT_FILENO);
	for (int row = 0; row < s->rows; row++) {
		if (!term.has_shown)
			term_out_row(out, s, row, TERM_THERE_CLEAR, NULL, 0);
		else if (stale[row])
			term_out_row(out, s, row, TERM_THERE_STALE, NULL, 0);
		else if (changed[row] < s->cols)
			term_out_row(out, s, row, TERM_THERE_SHOWN, &term.shown, changed[row]);
	}
	free(stale);
}

static void
show_changed(const struct screen *s, const struct theme *theme, int *changed)
{
	int row = s->cursor_row, col = s->cursor_col;

	if (!term.has_shown)
		take_screen();
	(void)curs_set(row >= 0);
	if (row < 0 || col >= s->cols)
		col = row < 0 ? 0 : s->cols - 1;
	if (row < 0)
		row = s->rows - 1;
	term_out_begin(&term.out, theme, term.has_links);
	draw_rows(&term.out, s, changed);
	term_out_end(&term.out, row, col);
	write_all(buf_str(&term.out.bytes));
	term.has_shown = true;
	term_raw_after(&term.raw, s);
	if (term.raw.has_kitty)
		term_back_add(KITTY_CLEAR);
}

void
term_draw(struct screen *s, const struct theme *theme)
{
	int *changed = mem_zalloc((size_t)s->rows, sizeof *changed);
	struct screen before;

	if (find_changed(s, changed))
		show_changed(s, theme, changed);
	before = term.shown;
	term.shown = *s;
	*s = before;
	free(changed);
}

void
term_draw_rest(const struct theme *theme)
{
	int *changed = mem_zalloc((size_t)term.shown.rows, sizeof *changed);

	if (find_changed(&term.shown, changed))
		show_changed(&term.shown, theme, changed);
	free(changed);
}

bool
term_is_busy(void)
{
	return term_raw_is_busy(&term.raw);
}

void
term_go_on(void)
{
	term_raw_step(&term.raw, STDOUT_FILENO);
}
