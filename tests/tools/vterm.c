/*
 * A terminal for tests (libvterm) that shows what tmux does not: colours as
 * they came, hyperlinks, the modes that are on.
 *
 *	vterm ROWS COLS PROGRAM [WORD…] <<END
 *	see TEXT         until it is on the screen, ten seconds at most
 *	type TEXT        \e, \r and \\ are what they are in C
 *	size ROWS COLS
 *	ground R/G/B     what it answers when it is asked for its ground
 *	signal NUMBER    to the program
 *	text             the rows
 *	colors ROW       "FG BG text" for each run of the row; a colour is #rrggbb or "-"
 *	links            "URL<TAB>text" for each hyperlink, by rows
 *	copied           what OSC 52 brought, as it came
 *	title            what OSC 2 brought, or what it was before
 *	modes            the numbers of the private modes that are on
 *	raw FILE         the bytes that came so far, as they came, into a file
 *	wait             until the program has ended; its status
 *	END
 */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/num.h"
#include "text/utf8.h"

enum { WAIT_MS = 10000, ROWS_MAX = 200, COLS_MAX = 400, LINKS_MAX = 256, MODES_MAX = 4096 };

static struct {
	VTerm *vt;
	VTermScreen *screen;
	int fd, rows, cols;
	pid_t pid;
	struct buf in;                        /* read and not fed yet */
	struct buf all;                       /* read since the start */
	char *links[LINKS_MAX];               /* addresses; 0 is none */
	int link, n_links;                    /* the one that is open */
	short at[ROWS_MAX][COLS_MAX];
	bool modes[MODES_MAX];
	char copied[1 << 18], title[1024], kept_title[1024], ground[64];
} t;

static int
on_damage(VTermRect r, void *user)
{
	(void)user;
	for (int row = r.start_row; row < r.end_row && row < ROWS_MAX; row++)
		for (int col = r.start_col; col < r.end_col && col < COLS_MAX; col++)
			t.at[row][col] = (short)t.link;
	return 1;
}

static void
send_all(const char *p, size_t n)
{
	while (n) {
		ssize_t sent = write(t.fd, p, n);

		if (sent <= 0)
			return;
		p += sent;
		n -= (size_t)sent;
	}
}

static void
feed(const char *p, size_t n)
{
	char answer[256];
	size_t got;

	vterm_input_write(t.vt, p, n);
	vterm_screen_flush_damage(t.screen);
	while ((got = vterm_output_read(t.vt, answer, sizeof answer)) > 0)
		send_all(answer, got);
}

/* The number of an address, a new one where it is new. */
static int
link_number(struct str url)
{
	if (!url.n)
		return 0;
	for (int i = 1; i <= t.n_links; i++)
		if (str_is(url, t.links[i]))
			return i;
	if (t.n_links + 1 >= LINKS_MAX)
		return 0;
	t.links[++t.n_links] = strndup(url.p, url.n);
	return t.n_links;
}

/* A control string without its beginning and end. */
static void
take_string(struct str s)
{
	struct str params;

	if (str_starts(s, "8;") && str_cut(str_sub(s, 2, s.n), ';', &params, &s))
		t.link = link_number(s);
	else if (str_starts(s, "52;c;"))
		(void)snprintf(t.copied, sizeof t.copied, "%.*s", STR(str_sub(s, 5, s.n)));
	else if (str_starts(s, "2;") || str_starts(s, "0;"))
		(void)snprintf(t.title, sizeof t.title, "%.*s", STR(str_sub(s, 2, s.n)));
	else if (str_is(s, "11;?") && *t.ground)
		send_all(t.ground, strlen(t.ground));
}

static void
take_modes(struct str s, bool is_on)
{
	struct str one;

	for (bool more = true; more;) {
		int64_t number;

		more = str_cut(s, ';', &one, &s);
		if (num_parse(one, 0, MODES_MAX - 1, &number))
			t.modes[number] = is_on;
	}
}

/* Bytes of the sequence that begins s, taken; 0 when it is not whole, 1 for one that is the emulator's affair alone. */
static size_t
take_sequence(struct str s)
{
	size_t n = 2;

	if (s.n < 2)
		return 0;
	if (s.p[1] == '[') {
		while (n < s.n && (unsigned char)s.p[n] < 0x40)
			n++;
		if (n >= s.n)
			return 0;
		if (str_is(str_sub(s, 2, n + 1), "22;2t"))
			memcpy(t.kept_title, t.title, sizeof t.title);
		if (str_is(str_sub(s, 2, n + 1), "23;2t"))
			memcpy(t.title, t.kept_title, sizeof t.title);
		if (s.p[2] == '?' && (s.p[n] == 'h' || s.p[n] == 'l'))
			take_modes(str_sub(s, 3, n), s.p[n] == 'h');
		return 1;
	}
	if (s.p[1] != ']')
		return 1;
	while (n < s.n && s.p[n] != '\a' && s.p[n] != '\033')
		n++;
	if (n >= s.n || (s.p[n] == '\033' && n + 1 >= s.n))
		return 0;
	take_string(str_sub(s, 2, n));
	return s.p[n] == '\a' ? n + 1 : n + 2;
}

/* Strings are ours, all else the emulator's. */
static void
take_output(void)
{
	size_t done = 0, fed = 0;

	while (done < t.in.n) {
		size_t n = 1;

		if (t.in.p[done] == '\033') {
			if (done > fed) /* what a link lies on is drawn before it ends */
				feed(t.in.p + fed, done - fed);
			fed = done;
			n = take_sequence(str_sub(buf_str(&t.in), done, t.in.n));
			if (!n)
				break;
			if (n > 1)
				fed = done + n;
		}
		done += n;
	}
	if (done > fed)
		feed(t.in.p + fed, done - fed);
	memmove(t.in.p, t.in.p + done, t.in.n - done);
	buf_truncate(&t.in, t.in.n - done);
}

/* Reads what comes within so many milliseconds; false at the end. */
static bool
read_some(int ms)
{
	struct pollfd fd = { t.fd, POLLIN, 0 };
	char bytes[65536];
	ssize_t n;

	if (poll(&fd, 1, ms) <= 0)
		return true;
	n = read(t.fd, bytes, sizeof bytes);
	if (n <= 0)
		return false;
	(void)buf_add_bytes(&t.in, bytes, (size_t)n);
	(void)buf_add_bytes(&t.all, bytes, (size_t)n);
	take_output();
	return true;
}

/* ---- what is on the screen */

static bool
cell_at(int row, int col, VTermScreenCell *cell)
{
	return vterm_screen_get_cell(t.screen, (VTermPos){ row, col }, cell) && cell->chars[0] != (uint32_t)-1;
}

static void
add_cell(struct buf *out, const VTermScreenCell *cell)
{
	if (!cell->chars[0])
		(void)buf_putc(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		utf8_add(out, (int32_t)cell->chars[i]);
}

static void
row_text(struct buf *out, int row)
{
	VTermScreenCell cell;

	for (int col = 0; col < t.cols; col++)
		if (cell_at(row, col, &cell))
			add_cell(out, &cell);
	while (out->n && out->p[out->n - 1] == ' ')
		buf_truncate(out, out->n - 1);
}

static bool
shows(const char *text)
{
	struct buf out = { 0 };
	bool is_there = false;

	for (int row = 0; row < t.rows && !is_there; row++) {
		buf_clear(&out);
		row_text(&out, row);
		is_there = str_has(buf_str(&out), text);
	}
	buf_free(&out);
	return is_there;
}

static void
see(const char *text)
{
	int64_t end = clock_mono_ms() + WAIT_MS;

	while (!shows(text) && clock_mono_ms() < end)
		if (!read_some(100))
			break;
	if (!shows(text))
		printf("not seen: %s\n", text);
	while (read_some(0)) { /* the rest of the frame */
		struct pollfd fd = { t.fd, POLLIN, 0 };

		if (poll(&fd, 1, 50) <= 0)
			break;
	}
}

static void
print_text(void)
{
	struct buf out = { 0 };

	for (int row = 0; row < t.rows; row++) {
		row_text(&out, row);
		(void)buf_putc(&out, '\n');
	}
	printf("%s", buf_cstr(&out));
	buf_free(&out);
}

static void
color_name(char name[16], VTermColor color)
{
	bool is_default = VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color);

	vterm_screen_convert_color_to_rgb(t.screen, &color);
	if (is_default)
		(void)snprintf(name, 16, "-");
	else
		(void)snprintf(name, 16, "#%02x%02x%02x", color.rgb.red, color.rgb.green, color.rgb.blue);
}

static void
print_colors(int row)
{
	struct buf out = { 0 };
	char before[64] = "";
	VTermScreenCell cell;

	for (int col = 0; col < t.cols; col++) {
		char fg[16], bg[16], both[64];

		if (!cell_at(row, col, &cell))
			continue;
		color_name(fg, cell.fg);
		color_name(bg, cell.bg);
		(void)snprintf(both, sizeof both, "%s %s ", fg, bg);
		if (strcmp(both, before))
			(void)buf_printf(&out, "%s%s", *before ? "\n" : "", both);
		(void)snprintf(before, sizeof before, "%s", both);
		add_cell(&out, &cell);
	}
	printf("%s\n", buf_cstr(&out));
	buf_free(&out);
}

static void
print_links(void)
{
	struct buf out = { 0 };
	VTermScreenCell cell;

	for (int row = 0; row < t.rows; row++)
		for (int col = 0, before = 0; col < t.cols; before = t.at[row][col++]) {
			int link = t.at[row][col];

			if (before && link != before)
				(void)buf_putc(&out, '\n');
			if (link && link != before)
				(void)buf_printf(&out, "%s\t", t.links[link]);
			if (link && cell_at(row, col, &cell))
				add_cell(&out, &cell);
		}
	printf("%s%s", buf_cstr(&out), out.n && out.p[out.n - 1] != '\n' ? "\n" : "");
	buf_free(&out);
}

static void
print_modes(void)
{
	for (int i = 0; i < MODES_MAX; i++)
		if (t.modes[i])
			printf("%d ", i);
	printf("\n");
}

/* ---- commands */

static void
write_raw(const char *path)
{
	FILE *f = fopen(path, "w");

	if (!f || fwrite(t.all.p, 1, t.all.n, f) != t.all.n || fclose(f))
		printf("not written: %s\n", path);
}

static void
type(const char *text)
{
	for (; *text; text++) {
		char c = *text;

		if (c == '\\' && text[1]) {
			c = *++text;
			c = c == 'e' ? '\033' : c == 'r' ? '\r' : c;
		}
		send_all(&c, 1);
	}
}

static void
resize(const char *text)
{
	struct winsize size = { 0 };

	if (sscanf(text, "%d %d", &t.rows, &t.cols) != 2 || t.rows > ROWS_MAX || t.cols > COLS_MAX)
		exit(2);
	size.ws_row = (unsigned short)t.rows;
	size.ws_col = (unsigned short)t.cols;
	vterm_set_size(t.vt, t.rows, t.cols);
	(void)ioctl(t.fd, TIOCSWINSZ, &size);
}

static void
wait_end(void)
{
	int64_t end = clock_mono_ms() + WAIT_MS;
	int status = 0;

	while (clock_mono_ms() < end && read_some(100))
		continue;
	if (waitpid(t.pid, &status, clock_mono_ms() < end ? 0 : WNOHANG) != t.pid)
		printf("has not ended\n");
	else
		printf("status %d\n", WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
	t.pid = 0;
}

static void
run_command(char *line)
{
	char *rest = strchr(line, ' ');

	if (rest)
		*rest++ = '\0';
	else
		rest = line + strlen(line);
	if (!strcmp(line, "see"))
		see(rest);
	else if (!strcmp(line, "type"))
		type(rest);
	else if (!strcmp(line, "size"))
		resize(rest);
	else if (!strcmp(line, "ground"))
		(void)snprintf(t.ground, sizeof t.ground, "\033]11;rgb:%s\033\\", rest);
	else if (!strcmp(line, "signal"))
		(void)kill(t.pid, atoi(rest));
	else if (!strcmp(line, "text"))
		print_text();
	else if (!strcmp(line, "colors"))
		print_colors(atoi(rest));
	else if (!strcmp(line, "links"))
		print_links();
	else if (!strcmp(line, "copied"))
		printf("%s\n", t.copied);
	else if (!strcmp(line, "title"))
		printf("%s\n", t.title);
	else if (!strcmp(line, "modes"))
		print_modes();
	else if (!strcmp(line, "raw"))
		write_raw(rest);
	else if (!strcmp(line, "wait"))
		wait_end();
	else
		printf("no such command: %s\n", line);
}

static void
start(char **argv)
{
	static const VTermScreenCallbacks callbacks = { .damage = on_damage };
	struct winsize size = { .ws_row = (unsigned short)t.rows, .ws_col = (unsigned short)t.cols };

	t.pid = forkpty(&t.fd, NULL, NULL, &size);
	if (t.pid < 0)
		exit(2);
	if (!t.pid) {
		(void)execvp(argv[0], argv);
		_exit(127);
	}
	t.vt = vterm_new(t.rows, t.cols);
	vterm_set_utf8(t.vt, 1);
	t.screen = vterm_obtain_screen(t.vt);
	vterm_screen_enable_altscreen(t.screen, 1);
	vterm_screen_set_callbacks(t.screen, &callbacks, NULL);
	vterm_screen_set_damage_merge(t.screen, VTERM_DAMAGE_CELL);
	vterm_screen_reset(t.screen, 1);
}

int
main(int argc, char **argv)
{
	char line[4096];

	if (argc < 4 || (t.rows = atoi(argv[1])) < 1 || t.rows > ROWS_MAX || (t.cols = atoi(argv[2])) < 1 || t.cols > COLS_MAX) {
		fprintf(stderr, "usage: vterm ROWS COLS PROGRAM [WORD…] <COMMANDS\n");
		return 2;
	}
	start(argv + 3);
	while (fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (*line)
			run_command(line);
		fflush(stdout);
	}
	if (t.pid) {
		(void)kill(t.pid, SIGKILL);
		(void)waitpid(t.pid, NULL, 0);
	}
	return 0;
}
