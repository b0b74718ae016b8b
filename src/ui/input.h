/*
 * From the bytes of a terminal to keys: UTF-8, the sequences of cursor and
 * function keys (xterm, rxvt, linux), bracketed paste, the mouse (SGR). Bytes may come in any
 * pieces. Nothing here waits: a lone Esc is told from a sequence, and from Alt with a key, by
 * input_timeout(), which the caller's poll() keeps; the rest of a sequence that is plainly
 * none of the keyboard's may come at any time.
 */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <stdint.h>

#include "base/buf.h"
#include "ui/answers.h"

/* A key is a code point (a control character for Ctrl) or one of these. */
enum {
	INPUT_UP = 0x110000, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, INPUT_HOME, INPUT_END, INPUT_PAGE_UP, INPUT_PAGE_DOWN,
	INPUT_INSERT, INPUT_DELETE, INPUT_BACK_TAB, INPUT_F1, INPUT_F2, INPUT_F3, INPUT_F4, INPUT_F5,
	INPUT_F6, INPUT_F7, INPUT_F8, INPUT_F9, INPUT_F10, INPUT_F11, INPUT_F12,
	INPUT_PASTE_BEGIN, INPUT_PASTE_END,
	INPUT_NONE, /* a sequence that means nothing to us */
	INPUT_ANSWER, /* of the terminal: struct input has it */
	INPUT_ESC = 0x1b, INPUT_ENTER = '\r', INPUT_TAB = '\t', INPUT_BACKSPACE = 0x7f,
	INPUT_ALT = 1 << 29, /* on a key of ASCII: pressed with Alt, which sends Esc before it */
};

enum { INPUT_ESC_MS = 25 };

enum input_mouse { INPUT_MOUSE_PRESS, INPUT_MOUSE_RELEASE, INPUT_MOUSE_UP, INPUT_MOUSE_DOWN };

/* Whether a key is an event of the mouse, and what of it: the left button, or the wheel. Rows and columns from 0. */
bool input_is_mouse(int32_t key);
enum input_mouse input_mouse(int32_t key, int *row, int *col);

struct input {
	struct buf pending; /* the start of a sequence or character */
	struct answers answer; /* INPUT_ANSWER */
};

void input_init(struct input *in);
void input_free(struct input *in);

/* Takes bytes from the terminal. */
void input_add(struct input *in, struct str bytes);

/* The next key, or false when the bytes so far hold no whole one. is_late: INPUT_ESC_MS have passed since the last byte. */
bool input_next(struct input *in, bool is_late, int32_t *key);

/* Whether bytes wait that are a key, or become one soon. */
bool input_waits(const struct input *in);

/* How long to wait for more bytes before asking with is_late; -1 when there is nothing pending. */
int input_timeout(const struct input *in);

#endif
