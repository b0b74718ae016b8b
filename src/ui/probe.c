#include "ui/probe.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/num.h"

#define ASK_WIDTH "\r※"
#define ASK_COLUMN "\033[6n"
#define WIPE "\r\033[K"
#define GROUND "\033]11;rgb"

enum { ANSWER_MAX = 4096, HALF = 500 };

/* Takes n bytes out at a place. */
static void
take_out(struct buf *bytes, size_t at, size_t n)
{
	memmove(bytes->p + at, bytes->p + at + n, bytes->n - at - n);
	buf_truncate(bytes, bytes->n - n);
}

/* The column of an answer that begins at s, and its length in bytes. */
static int
parse_column(struct str s, size_t *n)
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
		int column = parse_column(str_sub(buf_str(bytes), at, bytes->n), &n);

		if (!column)
			continue;
		take_out(bytes, at, n);
		return column;
	}
	return 0;
}

/* ---- the ground */

/* Takes one to four hexadecimal digits; their part of the whole in thousandths, -1 for none. */
static int
take_part(struct str *s)
{
	int value = 0, most = 0, digit;

	for (int i = 0; i < 4 && s->n; i++) {
		char c = str_lower(*s->p);

		digit = str_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
		if (digit < 0)
			break;
		value = value << 4 | digit;
		most = most << 4 | 15;
		*s = str_sub(*s, 1, s->n);
	}
	return most ? value * 1000 / most : -1;
}

enum probe_ground
probe_ground_of(struct str s)
{
	static const int weights[] = { 299, 587, 114 }; /* of red, green and blue in how light it looks */
	int light = 0;

	if (!str_starts(s, GROUND))
		return PROBE_UNKNOWN;
	s = str_sub(s, strlen(GROUND), s.n);
	if (str_starts(s, "a"))
		s = str_sub(s, 1, s.n);
	for (int i = 0; i < 3; i++) {
		int part;

		if (!s.n || *s.p != (i ? '/' : ':'))
			return PROBE_UNKNOWN;
		s = str_sub(s, 1, s.n);
		part = take_part(&s);
		if (part < 0)
			return PROBE_UNKNOWN;
		light += part * weights[i] / 1000;
	}
	return light < HALF ? PROBE_DARK : PROBE_LIGHT;
}

/* Bytes up to the end of a control string: BEL, or ESC and a backslash; 0 when it has none. */
static size_t
string_length(struct str s)
{
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] == '\a')
			return i + 1;
		else if (s.p[i] == '\033')
			return i + 1 < s.n && s.p[i + 1] == '\\' ? i + 2 : 0;
	return 0;
}

enum probe_ground
probe_take_ground(struct buf *bytes)
{
	for (size_t at = 0; at < bytes->n; at++) {
		struct str s = str_sub(buf_str(bytes), at, bytes->n);
		size_t n = str_starts(s, GROUND) ? string_length(s) : 0;
		enum probe_ground ground;

		if (!n)
			continue;
		ground = probe_ground_of(s);
		take_out(bytes, at, n);
		return ground;
	}
	return PROBE_UNKNOWN;
}

/* What some terminals say in the environment: "letters;ground", numbers of the sixteen colours. */
static enum probe_ground
ground_of_variable(void)
{
	struct str rest = str_of(getenv("COLORFGBG")), last;
	int64_t color;

	while (str_cut(rest, ';', &last, &rest))
		continue;
	if (!num_parse(last, 0, 15, &color))
		return PROBE_UNKNOWN;
	return color == 7 || color > 8 ? PROBE_LIGHT : PROBE_DARK;
}

/* ---- asking */

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

/* The place of the cursor is asked for last: its answer, which every terminal gives, ends the wait for the other. */
static void
ask(struct probe *p, bool asks_ground, const struct termios *settings)
{
	struct termios quiet = *settings;
	struct buf question = { 0 };
	int column = 0;

	quiet.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	quiet.c_cc[VMIN] = 1;
	quiet.c_cc[VTIME] = 0;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &quiet) < 0)
		return;
	(void)buf_puts(&question, asks_ground ? PROBE_GROUND : "");
	(void)buf_puts(&question, p->ambiguous ? "" : ASK_WIDTH);
	(void)buf_puts(&question, ASK_COLUMN);
	if (write(STDOUT_FILENO, question.p, question.n) > 0)
		column = wait_for_column(&p->typed);
	(void)!write(STDOUT_FILENO, WIPE, sizeof WIPE - 1);
	(void)tcsetattr(STDIN_FILENO, TCSANOW, settings);
	p->ground = probe_take_ground(&p->typed);
	if (!p->ambiguous)
		p->ambiguous = column == 3 ? 2 : 1;
	buf_free(&question);
}

bool
probe_tells_ground(const char *type)
{
	return type && strcmp(type, "linux") != 0; /* the console writes what it does not know */
}

void
probe_ask(struct probe *p, const char *type, const struct termios *settings)
{
	bool asks_ground = p->asks_ground && probe_tells_ground(type);

	p->ground = PROBE_UNKNOWN;
	if (asks_ground || !p->ambiguous)
		ask(p, asks_ground, settings);
	if (p->ground == PROBE_UNKNOWN)
		p->ground = ground_of_variable();
	if (!p->ambiguous)
		p->ambiguous = 1;
}
