#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/tr.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/term_entry.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

/* One terminal a process; a signal handler needs what gives it back. */
static struct {
	SCREEN *curses;
	struct screen shown; /* what the terminal shows */
	bool has_shown;
	int colors;
	struct termios saved;
	bool has_saved;
	char restore[256]; /* bytes that end what we began */
	size_t restore_n;
} term;

/* Async-signal-safe. */
static void
give_back(void)
{
	if (!term.has_saved)
		return;
	(void)!write(STDOUT_FILENO, term.restore, term.restore_n);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.saved);
}

static void
on_crash(int number)
{
	give_back();
	(void)raise(number); /* the default action: SA_RESETHAND */
}

static void
catch_crashes(void)
{
	static const int numbers[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT };
	struct sigaction action = { .sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND | SA_NODEFER };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction old;

		/* a sanitizer's handler tells more than the bare end */
		if (!sigaction(numbers[i], NULL, &old) && old.sa_handler == SIG_DFL)
			(void)sigaction(numbers[i], &action, NULL);
	}
}

static int
add_restore(int c)
{
	if (term.restore_n < sizeof term.restore)
		term.restore[term.restore_n++] = (char)c;
	return c;
}

/* The capabilities that undo what curses did, without their padding. */
static void
prepare_restore(void)
{
	static const char *const names[] = { "sgr0", "cnorm", "rmcup" };

	term.restore_n = 0;
	for (const char *p = PASTE_OFF; *p; p++)
		(void)add_restore(*p);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char name[8];
		const char *value;

		(void)snprintf(name, sizeof name, "%s", names[i]);
		value = tigetstr(name);
		if (value && value != (char *)-1)
			(void)tputs(value, 1, add_restore);
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
	(void)putp(PASTE_ON);
	(void)fflush(stdout);
}

int
term_open(struct probe *probe, struct err *err)
{
	const char *name = getenv("TERM");
	bool is_direct;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_USAGE, "%s", tr("the reader needs a terminal; see ‘sosik help’ for the commands"));
	if (!name || !*name || !strcmp(name, "dumb"))
		return err_set(err, ERR_USAGE, tr("the reader cannot use a terminal of type ‘%s’"), name ? name : "");
	if (tcgetattr(STDIN_FILENO, &term.saved) < 0)
		return err_errno(err, ERR_FAILED, "%s", tr("cannot read the terminal's settings"));
	probe_ask(probe, name, &term.saved);
	width_set_ambiguous(probe->ambiguous);
	is_direct = start_direct(name);
	if (!is_direct)
		term.curses = newterm(NULL, stdout, stdin);
	if (!term.curses)
		return err_set(err, ERR_FAILED, tr("the terminal type ‘%s’ is not known"), name);
	prepare_restore();
	term.has_saved = true;
	mem_set_hook(give_back);
	catch_crashes();
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
	(void)putp(PASTE_OFF);
	(void)endwin();
	delscreen(term.curses);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.saved);
	mem_set_hook(NULL);
	screen_free(&term.shown);
	term.curses = NULL;
	term.has_saved = false;
}

void
term_suspend(void)
{
	(void)putp(PASTE_OFF);
	(void)endwin();
	(void)tcsetattr(STDIN_FILENO, TCSANOW, &term.saved);
}

void
term_resume(void)
{
	(void)reset_prog_mode();
	set_modes();
	term_forget();
	(void)clearok(stdscr, TRUE);
	(void)refresh();
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
	(void)clearok(stdscr, TRUE);
}

void
term_forget(void)
{
	term.has_shown = false;
	if (term.curses)
		(void)clearok(stdscr, TRUE);
}

static attr_t
to_attrs(unsigned attrs)
{
	static const struct {
		unsigned ours;
		attr_t theirs;
	} table[] = {
		{ THEME_BOLD, A_BOLD }, { THEME_ITALIC, A_ITALIC }, { THEME_UNDERLINE, A_UNDERLINE }, { THEME_REVERSE, A_REVERSE },
		{ THEME_DIM, A_DIM },
	};
	attr_t result = A_NORMAL;

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (attrs & table[i].ours)
			result |= table[i].theirs;
	return result;
}

static bool
is_alike(const struct screen_cell *a, const struct screen_cell *b)
{
	return a->style == b->style && a->fg == b->fg && a->bg == b->bg;
}

/* The darkest of blues are numbers of the palette for the terminal: they lose what is too little to be seen. */
static int
to_number(int color)
{
	if (color < COLOR_RGB)
		return color;
	color = color_to_rgb(color);
	return color < TERM_ENTRY_PALETTE ? TERM_ENTRY_PALETTE : color;
}

static void
use_style(const struct theme *theme, const struct screen_cell *cell)
{
	struct theme_look look = theme_look(theme, cell->style);
	int pair;

	if (cell->fg)
		look.fg = theme_fit(theme, (int)cell->fg);
	if (cell->bg)
		look.bg = theme_fit(theme, (int)cell->bg);
	pair = look.fg >= 0 || look.bg >= 0 ? alloc_pair(to_number(look.fg), to_number(look.bg)) : 0;

	pair = pair > 0 ? pair : 0;
	(void)attr_set(to_attrs(look.attrs), 0, &pair);
}

/* Writes cells [from, to) of a row, all of one style and colour. */
static void
write_run(const struct screen *s, const struct theme *theme, int row, int from, int to)
{
	wchar_t wide[64];
	int n = 0;

	use_style(theme, screen_at(s, row, from));
	(void)move(row, from);
	for (int col = from; col < to; col++) {
		const struct screen_cell *cell = screen_at(s, row, col);
		struct str cluster = cell->cols ? screen_cluster(s, cell) : STR_NONE;
		int32_t cp;

		while ((cp = utf8_next(&cluster)) >= 0) {
			wide[n++] = (wchar_t)cp;
			if (n == (int)(sizeof wide / sizeof *wide)) {
				(void)addnwstr(wide, n);
				n = 0;
			}
		}
	}
	if (n)
		(void)addnwstr(wide, n);
}

static void
write_row(const struct screen *s, const struct theme *theme, int row)
{
	(void)attr_set(A_NORMAL, 0, NULL);
	(void)move(row, 0);
	(void)clrtoeol();
	for (int from = 0, to; from < s->cols; from = to) {
		for (to = from + 1; to < s->cols && is_alike(screen_at(s, row, to), screen_at(s, row, from)); to++)
			continue;
		write_run(s, theme, row, from, to);
	}
}

static void
remember(const struct screen *s)
{
	size_t n = (size_t)s->rows * (size_t)s->cols;

	if (term.shown.rows != s->rows || term.shown.cols != s->cols)
		screen_resize(&term.shown, s->rows, s->cols);
	memcpy(term.shown.cells, s->cells, n * sizeof *s->cells);
	buf_clear(&term.shown.text);
	(void)buf_add(&term.shown.text, buf_str(&s->text));
	term.has_shown = true;
}

void
term_draw(const struct screen *s, const struct theme *theme)
{
	for (int row = 0; row < s->rows; row++)
		if (!term.has_shown || !screen_row_eq(s, &term.shown, row))
			write_row(s, theme, row);
	remember(s);
	(void)curs_set(s->cursor_row >= 0);
	if (s->cursor_row >= 0)
		(void)move(s->cursor_row, s->cursor_col < s->cols ? s->cursor_col : s->cols - 1);
	else
		(void)move(s->rows - 1, 0);
	(void)refresh();
}
