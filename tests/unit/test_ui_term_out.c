/*
 * What goes to the terminal is fed to one (libvterm): whatever was on it, it
 * shows the grid then, cell by cell, with its colours.
 */
#include "unit.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>
/* They take names that the one above has. */
#include <curses.h>
#include <term.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "ui/term_out.h"
#include "ui/term_scroll.h"
#include "ui/term_style.h"

enum { GRID_ROWS = 14, GRID_COLS = 37, ROUNDS = 400, TEXTS = 9 };

static struct trial {
	VTerm *vt;
	VTermScreen *screen;
	struct term_out out;
	struct theme theme;
	struct screen grid, shown;
	bool is_cleared; /* and nothing drawn since */
	unsigned seed;
} t;

/* Has the terminal's description read, as ui/term.c does. */
static void
open_terminal(const char *type, enum color_theme theme)
{
	FILE *null = fopen("/dev/null", "r+");
	SCREEN *curses = null ? newterm(type, null, null) : NULL;
	int colors = THEME_PLAIN;

	assert_non_null(curses);
	if (has_colors()) {
		(void)start_color();
		(void)use_default_colors();
		colors = COLORS >= THEME_256 ? THEME_256 : THEME_8;
	}
	theme_make(&t.theme, theme, colors, NULL, 0);
	t.vt = vterm_new(GRID_ROWS, GRID_COLS);
	vterm_set_utf8(t.vt, 1);
	t.screen = vterm_obtain_screen(t.vt);
	vterm_screen_reset(t.screen, 1);
	screen_resize(&t.grid, GRID_ROWS, GRID_COLS);
	screen_resize(&t.shown, GRID_ROWS, GRID_COLS);
	t.is_cleared = true;
	t.seed = 1;
}

static unsigned
any(unsigned n)
{
	t.seed = t.seed * 1103515245u + 12345u;
	return (t.seed >> 16) % n;
}

static void
copy_grid(struct screen *to, const struct screen *from)
{
	memcpy(to->cells, from->cells, GRID_ROWS * GRID_COLS * sizeof *to->cells);
	buf_clear(&to->text);
	(void)buf_add(&to->text, buf_str(&from->text));
	to->links.n = 0;
	for (size_t i = 0; i < from->links.n; i++)
		*vec_add(&to->links) = from->links.v[i];
	to->tints.n = 0;
	for (size_t i = 0; i < from->tints.n; i++)
		*vec_add(&to->tints) = from->tints.v[i];
}

static void
draw(void)
{
	int changed[GRID_ROWS];

	term_out_begin(&t.out, &t.theme, true);
	for (int row = 0; row < GRID_ROWS; row++)
		changed[row] = t.is_cleared ? 0 : screen_row_differs(&t.grid, row, &t.shown, row);
	if (!t.is_cleared)
		term_scroll(&t.out, &t.grid, &t.shown, changed);
	for (int row = 0; row < GRID_ROWS; row++)
		if (changed[row] < GRID_COLS)
			term_out_row(&t.out, &t.grid, row, t.is_cleared ? TERM_THERE_CLEAR : TERM_THERE_SHOWN, &t.shown, changed[row]);
	term_out_end(&t.out, 3, 5);
	t.is_cleared = false;
	copy_grid(&t.shown, &t.grid);
	(void)vterm_input_write(t.vt, t.out.bytes.p, t.out.bytes.n);
}

/* Texts here and there, of any look, over those that are there. */
static void
change(void)
{
	static const char *const texts[TEXTS] = {
		"가", "나 다라", "x", "abc  defghijk", "│", "한글과 English, 漢字", "                         ", " ", "…끝",
	};
	static const unsigned bits[] = { 0, 0, THEME_SELECTED, THEME_FAINT_SELECTED, THEME_HIT, THEME_REVERSE };

	for (unsigned n = any(12); n--;) {
		unsigned style = any(THEME_ROLES) | bits[any(sizeof bits / sizeof *bits)];
		int row = (int)any(GRID_ROWS), col = (int)any(GRID_COLS);

		(void)screen_put(&t.grid, row, col, GRID_COLS, style, str_of(texts[any(TEXTS)]));
		if (!any(4))
			screen_fill(&t.grid, (struct screen_box){ row, col, 1, GRID_COLS }, style);
		if (!any(4))
			screen_put_tile(&t.grid, row, col, any(2) ? "▀" : " ", any(2) ? SCREEN_RGB | 0x5f87d7 : 0, SCREEN_RGB | (any(2) ? 0x5f0000 : 0xd7ffaf));
		if (!any(6))
			screen_put_link(&t.grid, row, col, (int)any(9), str_lit("https://a.example/글"));
	}
}

/* All rows but the first go up or down. */
static void
shift(int by)
{
	size_t n = (size_t)(GRID_ROWS - 1 - abs(by)) * GRID_COLS * sizeof *t.grid.cells;

	memmove(screen_at(&t.grid, by > 0 ? 1 : 1 - by, 0), screen_at(&t.grid, by > 0 ? 1 + by : 1, 0), n);
}

static uint32_t
letter_of(const struct screen_cell *cell)
{
	struct str cluster = screen_cluster(&t.grid, cell);
	int32_t cp = utf8_next(&cluster);

	return cp == ' ' ? 0 : (uint32_t)cp;
}

static int
number_of(const VTermColor *color)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
		return COLOR_DEFAULT;
	return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

/* Some terminals have no lines under coloured text. */
static bool
is_underlined(const struct theme_look *look)
{
	bool is_colored = look->fg >= 0 || look->bg >= 0;

	return look->attrs & THEME_UNDERLINE && !(is_colored && no_color_video > 0 && no_color_video & 2);
}

static void
check_cell(int row, int col)
{
	const struct screen_cell *cell = screen_at(&t.grid, row, col);
	struct theme_look look = term_style_of(&t.theme, &t.grid, cell);
	VTermScreenCell got;

	if (!cell->cols)
		return;
	(void)vterm_screen_get_cell(t.screen, (VTermPos){ row, col }, &got);
	assert_int_equal(got.chars[0] == ' ' ? 0 : got.chars[0], letter_of(cell));
	assert_int_equal(got.width, cell->cols);
	assert_int_equal(number_of(&got.bg), look.bg);
	assert_int_equal(got.attrs.reverse, (look.attrs & THEME_REVERSE) > 0);
	assert_int_equal(got.attrs.underline, is_underlined(&look));
	if (cell->n) {
		assert_int_equal(number_of(&got.fg), look.fg);
		assert_int_equal(got.attrs.bold, (look.attrs & THEME_BOLD) > 0);
	}
}

static void
check(void)
{
	VTermPos cursor;
	bool moves = auto_right_margin && !eat_newline_glitch;

	for (int row = 0; row < GRID_ROWS; row++)
		for (int col = 0; col < GRID_COLS; col++)
			if (!moves || row < GRID_ROWS - 1 || col < GRID_COLS - 3)
				check_cell(row, col);
	vterm_state_get_cursorpos(vterm_obtain_state(t.vt), &cursor);
	assert_int_equal(cursor.row, 3);
	assert_int_equal(cursor.col, 5);
}

static void
try_terminal(const char *type, enum color_theme theme)
{
	open_terminal(type, theme);
	for (int i = 0; i < ROUNDS; i++) {
		if (!any(3))
			shift((int)any(9) - 4);
		change();
		draw();
		check();
	}
}

/* In a process of its own: curses has one terminal, and keeps what it was asked of it. */
static void
shows_in(const char *type, enum color_theme theme)
{
	int status = -1;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (!pid) {
		try_terminal(type, theme);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* With a theme whose text has no ground of its own, and with one in which all has. */
static void
shows(const char *type)
{
	shows_in(type, COLOR_THEME_DARK);
	shows_in(type, COLOR_THEME_CONTRAST);
}

static void
the_terminal_shows_the_grid(void **state)
{
	static const char *const types[] = { "xterm-256color", "tmux-256color", "screen-256color", "screen", "linux", "xterm", "rxvt", "ansi" };

	(void)state;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		shows(types[i]);
}

static void
so_it_does_without_colours_and_with_little_else(void **state)
{
	(void)state;
	shows("xterm-mono");
	shows("vt100");
	shows("vt220");
}

static void
free_trial(void)
{
	vterm_free(t.vt);
	screen_free(&t.grid);
	screen_free(&t.shown);
	term_out_free(&t.out);
}

static void
fill_rows(int first)
{
	screen_clear(&t.grid);
	for (int row = 0; row < GRID_ROWS; row++) {
		char text[64];

		(void)snprintf(text, sizeof text, "%2d번째 줄에 있는 글 %d", first + row, (first + row) * 37);
		(void)screen_put(&t.grid, row, 0, GRID_COLS, row == 5 ? THEME_CURSOR : THEME_TEXT, str_of(text));
	}
}

static void
only_what_differs_is_written_and_rows_are_moved(void **state)
{
	(void)state;
	open_terminal("xterm-256color", COLOR_THEME_DARK);
	fill_rows(10);
	draw();
	(void)screen_put(&t.grid, 7, 4, 2, THEME_TEXT, str_lit("쨰"));
	draw();
	assert_non_null(strstr(t.out.bytes.p, "\033[8;5H쨰\033["));
	assert_null(strstr(t.out.bytes.p, "줄"));
	draw();
	assert_str(buf_str(&t.out.bytes), "\033[4;6H");
	fill_rows(11);
	draw();
	check();
	assert_non_null(strstr(t.out.bytes.p, "\033[1;14r\033[14;1H\n\033[1;14r"));
	assert_true(t.out.bytes.n < 400);
	free_trial();
}

static void
what_becomes_blank_is_erased_at_once(void **state)
{
	const char *first;

	(void)state;
	open_terminal("xterm-256color", COLOR_THEME_DARK);
	(void)screen_put(&t.grid, 4, 0, GRID_COLS, THEME_TEXT, str_lit("가      나      다"));
	draw();
	screen_fill(&t.grid, (struct screen_box){ 4, 4, 1, GRID_COLS - 4 }, THEME_MUTED);
	draw();
	check();
	first = strstr(t.out.bytes.p, "\033[K");
	assert_non_null(first);
	assert_null(strstr(first + 1, "\033[K"));
	assert_true(t.out.bytes.n < 30);
	free_trial();
}

static void
the_last_column_that_would_move_all_is_left_alone(void **state)
{
	(void)state;
	open_terminal("ansi", COLOR_THEME_DARK);
	(void)screen_put(&t.grid, 0, 0, GRID_COLS, THEME_TEXT, str_lit("첫 줄"));
	(void)screen_put(&t.grid, GRID_ROWS - 1, GRID_COLS - 3, GRID_COLS, THEME_TEXT, str_lit("x가"));
	draw();
	assert_null(strstr(t.out.bytes.p, "가"));
	check_cell(0, 0);
	check_cell(GRID_ROWS - 1, GRID_COLS - 3);
	free_trial();
}

/* Other tables have them one column wide, or one for each of what they are put together of. */
static void
behind_what_terminals_disagree_on_the_cursor_is_moved(void **state)
{
	(void)state;
	open_terminal("xterm-256color", COLOR_THEME_DARK);
	(void)screen_put(&t.grid, 2, 0, GRID_COLS, THEME_TEXT, str_lit("가👩나"));
	draw();
	assert_non_null(strstr(t.out.bytes.p, "가👩\033[3;5H나"));
	free_trial();
}

static void
links_have_one_number_whenever_they_are_written(void **state)
{
	const char *first;
	char number[64];

	(void)state;
	open_terminal("xterm-256color", COLOR_THEME_DARK);
	(void)screen_put(&t.grid, 2, 0, GRID_COLS, THEME_LINK, str_lit("한 주소"));
	screen_put_link(&t.grid, 2, 0, 7, str_lit("https://a.example/1"));
	draw();
	first = strstr(t.out.bytes.p, "\033]8;id=");
	assert_non_null(first);
	assert_non_null(strstr(first, ";https://a.example/1\033\\한 주소\033]8;;\033\\"));
	(void)snprintf(number, sizeof number, "%.*s", (int)(strchr(first + 8, ';') - first), first);
	(void)screen_put(&t.grid, 1, 0, GRID_COLS, THEME_LINK, str_lit("다른 것"));
	screen_put_link(&t.grid, 1, 0, 7, str_lit("javascript:alert(1)"));
	(void)screen_put(&t.grid, 2, 3, 4, THEME_LINK, str_lit("글자"));
	screen_put_link(&t.grid, 2, 3, 4, str_lit("https://a.example/1"));
	draw();
	assert_non_null(strstr(t.out.bytes.p, number));
	assert_null(strstr(t.out.bytes.p, "javascript"));
	free_trial();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_terminal_shows_the_grid),
		cmocka_unit_test(so_it_does_without_colours_and_with_little_else),
		cmocka_unit_test(only_what_differs_is_written_and_rows_are_moved),
		cmocka_unit_test(what_becomes_blank_is_erased_at_once),
		cmocka_unit_test(the_last_column_that_would_move_all_is_left_alone),
		cmocka_unit_test(behind_what_terminals_disagree_on_the_cursor_is_moved),
		cmocka_unit_test(links_have_one_number_whenever_they_are_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
