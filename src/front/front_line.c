#include "front/front_line.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "text/say.h"
#include "text/width.h"

enum {
	LINE_MS = 100,
	LINE_COLS = 80,
	LINE_ECHO = 2, /* what the terminal writes behind it where Ctrl-C is pressed: ^C */
};

static int
terminal_cols(void)
{
	struct winsize size;

	return !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col ? size.ws_col : LINE_COLS;
}

static bool
is_dumb(void)
{
	const char *term = getenv("TERM");

	return !term || !*term || !strcmp(term, "dumb");
}

/* Whether a terminal that becomes narrower breaks the lines that are there anew; xterm and its like cut them. */
static bool
is_reflowing(void)
{
	struct str term = str_of(getenv("TERM"));

	if (str_starts(term, "tmux") || str_starts(term, "screen"))
		return true;
	return !getenv("XTERM_VERSION") && !str_starts(term, "rxvt") && !str_starts(term, "linux");
}

static bool
is_in_background(void)
{
	pid_t front = tcgetpgrp(STDOUT_FILENO);

	return front > 0 && front != getpgrp();
}

int
front_line_cols(void)
{
	int cols = terminal_cols() - 1 - LINE_ECHO;

	return cols > 0 ? cols : 0;
}

bool
front_line_is_due(const struct front_line *line)
{
	return line->is_on && (!line->drawn_ms || clock_mono_ms() - line->drawn_ms >= LINE_MS);
}

static void
add_blanks(struct buf *out, int n)
{
	while (n-- > 0)
		(void)buf_putc(out, ' ');
}

/* Appends what takes the line off the screen and leaves the cursor in the first column. */
static void
add_clear(struct buf *out, const struct front_line *line)
{
	int cols = terminal_cols();
	int rows = is_reflowing() ? (line->cols - 1) / cols : 0;

	if (is_dumb()) {
		(void)buf_putc(out, '\r');
		add_blanks(out, line->cols + LINE_ECHO < cols ? line->cols + LINE_ECHO : cols - 1);
		(void)buf_putc(out, '\r');
	} else if (rows > 0) {
		(void)buf_printf(out, "\x1b[%dA\r\x1b[J", rows);
	} else {
		(void)buf_puts(out, "\r\x1b[K");
	}
}

static void
write_out(struct buf *out)
{
	say_raw(buf_str(out));
	(void)say_finish(NULL);
	buf_free(out);
}

void
front_line_draw(struct front_line *line, struct str text)
{
	struct buf out = { 0 };
	int cols = 0;

	if (!line->is_on || is_in_background())
		return;
	text = width_prefix(text, front_line_cols(), &cols);
	line->drawn_ms = clock_mono_ms();
	if (line->cols && line->of_cols == terminal_cols() && str_eq(text, buf_str(&line->text)))
		return;
	if (line->cols >= terminal_cols())
		add_clear(&out, line);
	(void)buf_putc(&out, '\r');
	(void)buf_add(&out, text);
	if (!is_dumb())
		(void)buf_puts(&out, "\x1b[K");
	else if (line->cols < terminal_cols())
		add_blanks(&out, line->cols - cols);
	line->cols = cols;
	line->of_cols = terminal_cols();
	buf_clear(&line->text);
	(void)buf_add(&line->text, text);
	write_out(&out);
}

void
front_line_clear(struct front_line *line)
{
	struct buf out = { 0 };

	buf_free(&line->text);
	if (!line->cols)
		return;
	add_clear(&out, line);
	line->cols = 0;
	line->drawn_ms = 0;
	write_out(&out);
}
