#include "ui/input.h"

#include "base/num.h"
#include "text/utf8.h"

enum { SEQUENCE_MAX = 32, BEGUN_MAX = 64, PENDING_MAX = 1 << 20 };

enum {
	MOUSE = 1 << 30, MOUSE_BITS = 12, MOUSE_MAX = (1 << MOUSE_BITS) - 1,
	MOUSE_MODIFIERS = 4 | 8 | 16, /* Shift, Alt and Ctrl while the wheel turns */
	MOUSE_WHEEL = 64,
};

/* "ESC [ X", "ESC O X". */
static const struct {
	char letter;
	int32_t key;
} by_letter[] = {
	{ 'A', INPUT_UP }, { 'B', INPUT_DOWN }, { 'C', INPUT_RIGHT }, { 'D', INPUT_LEFT }, { 'H', INPUT_HOME },
	{ 'F', INPUT_END }, { 'Z', INPUT_BACK_TAB }, { 'P', INPUT_F1 }, { 'Q', INPUT_F2 }, { 'R', INPUT_F3 },
	{ 'S', INPUT_F4 }, { 'M', INPUT_ENTER },
};

/* "ESC [ N ~". */
static const struct {
	int number;
	int32_t key;
} by_number[] = {
	{ 1, INPUT_HOME }, { 2, INPUT_INSERT }, { 3, INPUT_DELETE }, { 4, INPUT_END }, { 5, INPUT_PAGE_UP },
	{ 6, INPUT_PAGE_DOWN }, { 7, INPUT_HOME }, { 8, INPUT_END }, { 11, INPUT_F1 }, { 12, INPUT_F2 }, { 13, INPUT_F3 },
	{ 14, INPUT_F4 }, { 15, INPUT_F5 }, { 17, INPUT_F6 }, { 18, INPUT_F7 }, { 19, INPUT_F8 }, { 20, INPUT_F9 }, { 21, INPUT_F10 },
	{ 23, INPUT_F11 }, { 24, INPUT_F12 }, { 200, INPUT_PASTE_BEGIN }, { 201, INPUT_PASTE_END },
};

void
input_init(struct input *in)
{
	*in = (struct input){ .pending = BUF_CAPPED(PENDING_MAX) };
}

void
input_free(struct input *in)
{
	buf_free(&in->pending);
}

void
input_add(struct input *in, struct str bytes)
{
	(void)buf_add(&in->pending, bytes);
}

static int32_t
letter_key(char letter)
{
	for (size_t i = 0; i < sizeof by_letter / sizeof *by_letter; i++)
		if (by_letter[i].letter == letter)
			return by_letter[i].key;
	return INPUT_NONE;
}

static int32_t
number_key(struct str digits)
{
	int64_t number = num_take(&digits, 3);

	for (size_t i = 0; i < sizeof by_number / sizeof *by_number; i++)
		if (by_number[i].number == number)
			return by_number[i].key;
	return INPUT_NONE;
}

static void
take(struct input *in, size_t n)
{
	size_t rest = in->pending.n - n;

	memmove(in->pending.p, in->pending.p + n, rest);
	buf_truncate(&in->pending, rest);
}

/* ECMA-48: parameters 0x30-0x3f, intermediates 0x20-0x2f, a final byte 0x40-0x7e. Bytes of the sequence, 0 when it is not whole. */
static size_t
csi_length(struct str s)
{
	size_t n = 2;

	if (n < s.n && s.p[n] == 'M') /* the mouse of terminals that do not know SGR: three bytes behind it */
		return s.n >= 6 ? 6 : 0;
	if (n < s.n && s.p[n] == '[') /* the linux console's F1: ESC [ [ A */
		return s.n > 3 ? 4 : 0;
	while (n < s.n && n < SEQUENCE_MAX && s.p[n] >= 0x20 && s.p[n] <= 0x3f)
		n++;
	return n < s.n ? n + 1 : 0;
}

/* An event as a key: what it is, row and column in MOUSE_BITS each, above all code points. */
static int32_t
mouse_event(enum input_mouse what, int64_t row, int64_t col)
{
	return MOUSE | (int32_t)what << 2 * MOUSE_BITS | (int32_t)row << MOUSE_BITS | (int32_t)col;
}

/* "ESC [ < button ; column ; row M", or "m" for a release. Other buttons, and what is moved while one is down, are nothing. */
static int32_t
mouse_key(struct str s, bool is_press)
{
	int64_t button = num_take(&s, 4), col, row;
	struct str rest;

	(void)str_cut(s, ';', NULL, &rest);
	col = num_take(&rest, 5);
	(void)str_cut(rest, ';', NULL, &rest);
	row = num_take(&rest, 5);
	if (col < 1 || row < 1 || col > MOUSE_MAX || row > MOUSE_MAX)
		return INPUT_NONE;
	switch (button & ~MOUSE_MODIFIERS) {
	case 0:
		return button ? INPUT_NONE : mouse_event(is_press ? INPUT_MOUSE_PRESS : INPUT_MOUSE_RELEASE, row - 1, col - 1);
	case MOUSE_WHEEL:
	case MOUSE_WHEEL + 1:
		return mouse_event(button & 1 ? INPUT_MOUSE_DOWN : INPUT_MOUSE_UP, row - 1, col - 1);
	default:
		return INPUT_NONE;
	}
}

bool
input_is_mouse(int32_t key)
{
	return key & MOUSE;
}

enum input_mouse
input_mouse(int32_t key, int *row, int *col)
{
	*row = key >> MOUSE_BITS & MOUSE_MAX;
	*col = key & MOUSE_MAX;
	return (enum input_mouse)(key >> 2 * MOUSE_BITS & 3);
}

static int32_t
csi_key(struct str s)
{
	char final = s.p[s.n - 1];

	if (s.p[2] == 'M')
		return INPUT_NONE;
	if (s.p[2] == '<')
		return final == 'M' || final == 'm' ? mouse_key(str_sub(s, 3, s.n), final == 'M') : INPUT_NONE;
	if (s.n == 4 && s.p[2] == '[')
		return final >= 'A' && final <= 'E' ? INPUT_F1 + (final - 'A') : INPUT_NONE;
	if (final == '~' || final == '^' || final == '$')
		return number_key(str_sub(s, 2, s.n));
	return letter_key(final);
}

/* The strings of a terminal: APC, OSC, DCS. */
static int32_t
string_key(struct input *in, struct str s, size_t *n)
{
	*n = answers_string_length(s);
	return *n && answers_take_string(str_sub(s, 0, *n), &in->answer) ? INPUT_ANSWER : INPUT_NONE;
}

/* OSC: a number is behind it, which tells it from Esc and a "]" that were typed. */
static bool
is_command(struct str s)
{
	return s.n > 2 && s.p[1] == ']' && str_is_digit(s.p[2]);
}

/* Whether a string goes on: nothing in it ends it, or was typed behind one that is broken off. */
static bool
is_whole_so_far(struct str s)
{
	for (size_t i = 2; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 && (s.p[i] != INPUT_ESC || i + 1 < s.n))
			return false;
	return true;
}

/*
 * So much of what a terminal sends by itself has come that nobody typed it: over a slow line its rest may take its time,
 * and is no key then, either.
 */
static bool
is_begun(struct str s)
{
	if (s.n < 3 || s.n > BEGUN_MAX || s.p[0] != INPUT_ESC)
		return false;
	if (s.p[1] == '[')
		return s.p[2] >= 0x30 && s.p[2] <= 0x3f && !csi_length(s) && s.n < SEQUENCE_MAX;
	return (is_command(s) || str_starts(s, "\033_G")) && is_whole_so_far(s);
}

/*
 * Alt with a key of ASCII, which is Esc and that in one piece; 0 for none. What an input method commits when Esc
 * is pressed is beyond ASCII: that Esc is a key of its own.
 */
static int32_t
alt_key(char c)
{
	if (c == 0x08)
		c = INPUT_BACKSPACE;
	return (unsigned char)c < 0x80 && c != INPUT_ESC ? INPUT_ALT | c : 0;
}

/* The key at an Esc; bytes taken in *n, 0 when more must come. */
static int32_t
escape_key(struct input *in, struct str s, size_t *n)
{
	*n = 0;
	if (s.n < 2)
		return INPUT_NONE;
	if (s.p[1] == '[') {
		*n = csi_length(s);
		if (*n && answers_take_control(str_sub(s, 0, *n), &in->answer))
			return INPUT_ANSWER;
		return *n ? csi_key(str_sub(s, 0, *n)) : INPUT_NONE;
	}
	if (s.p[1] == 'O') {
		*n = s.n > 2 ? 3 : 0;
		return *n ? letter_key(s.p[2]) : INPUT_NONE;
	}
	if (s.p[1] == '_' || s.p[1] == 'P' || is_command(s))
		return string_key(in, s, n);
	if (s.p[1] == ']') { /* a number may follow */
		*n = s.n > 2;
		return INPUT_ESC;
	}
	*n = alt_key(s.p[1]) ? 2 : 1;
	return *n == 2 ? alt_key(s.p[1]) : INPUT_ESC;
}

/* Bytes that the character beginning with this one has. */
static size_t
utf8_length(unsigned char first)
{
	if (first >= 0xf0 && first <= 0xf4)
		return 4;
	if (first >= 0xe0)
		return first < 0xf0 ? 3 : 1;
	return first >= 0xc2 ? 2 : 1;
}

/* What an Esc is that nothing more came of: by itself and before a "]" no sequence is that short. */
static int32_t
late_key(struct str s, size_t *n)
{
	*n = s.n;
	if (s.n > 2)
		return INPUT_NONE;
	if (s.n == 2 && s.p[1] != ']')
		return alt_key(s.p[1]);
	*n = 1;
	return INPUT_ESC;
}

bool
input_next(struct input *in, bool is_late, int32_t *key)
{
	struct str s = buf_str(&in->pending), rest = s;
	size_t n;

	if (!s.n)
		return false;
	if (s.p[0] == INPUT_ESC) {
		*key = escape_key(in, s, &n);
		if (!n && (!is_late || is_begun(s)))
			return false;
		if (!n)
			*key = late_key(s, &n);
		take(in, n);
		return true;
	}
	if (s.n < utf8_length((unsigned char)s.p[0]) && !is_late)
		return false;
	*key = utf8_next(&rest);
	if (*key == UTF8_REPLACEMENT)
		*key = INPUT_NONE;
	if (*key == 0x08)
		*key = INPUT_BACKSPACE;
	take(in, s.n - rest.n);
	return true;
}

bool
input_waits(const struct input *in)
{
	return in->pending.n && !is_begun(buf_str(&in->pending));
}

int
input_timeout(const struct input *in)
{
	return input_waits(in) ? INPUT_ESC_MS : -1;
}
