#include "ui/probe.h"

#include <poll.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/num.h"
#include "text/width.h"

#define PROBE_QUESTION "\r※\033[6n"
#define PROBE_WIPE "\r\033[K"

enum { ANSWER_MAX = 4096 };

/* The column of an answer that begins at s, and its length in bytes. */
static int
parse_answer(struct str s, size_t *n)
{
	struct str rest = s;
	int64_t column;

	if (!str_starts(rest, "\033["))
		return 0;
	rest = str_sub(rest, 2, rest.n);
	if (num_take(&rest, 5) < 0 || !str_starts(rest, ";"))
		return 0;
	rest = str_sub(rest, 1, rest.n);
	column = num_take(&rest, 5);
	if (column < 1 || !str_starts(rest, "R"))
		return 0;
	*n = s.n - rest.n + 1;
	return (int)column;
}

int
probe_take_column(struct buf *bytes)
{
	for (size_t at = 0; at < bytes->n; at++) {
		size_t n;
		int column = parse_answer(str_sub(buf_str(bytes), at, bytes->n), &n);

		if (!column)
			continue;
		memmove(bytes->p + at, bytes->p + at + n, bytes->n - at - n);
		buf_truncate(bytes, bytes->n - n);
		return column;
	}
	return 0;
}

static int
wait_for_column(struct buf *bytes)
{
	int64_t end = clock_mono_ms() + PROBE_MS;
	int column = 0;

	while (!column) {
		int64_t left = end - clock_mono_ms();
		struct pollfd fd = { STDIN_FILENO, POLLIN, 0 };
		char chunk[256];
		ssize_t n;

		if (left <= 0 || bytes->n > ANSWER_MAX || poll(&fd, 1, (int)left) <= 0)
			return 0;
		n = read(STDIN_FILENO, chunk, sizeof chunk);
		if (n <= 0)
			return 0;
		(void)buf_add_bytes(bytes, chunk, (size_t)n);
		column = probe_take_column(bytes);
	}
	return column;
}

void
probe_ambiguous(const struct termios *settings, struct buf *typed)
{
	struct termios quiet = *settings;
	int column = 0;

	quiet.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	quiet.c_cc[VMIN] = 1;
	quiet.c_cc[VTIME] = 0;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &quiet) < 0)
		return;
	if (write(STDOUT_FILENO, PROBE_QUESTION, sizeof PROBE_QUESTION - 1) > 0)
		column = wait_for_column(typed);
	(void)!write(STDOUT_FILENO, PROBE_WIPE, sizeof PROBE_WIPE - 1);
	width_set_ambiguous(column == 3 ? 2 : 1);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, settings);
}
