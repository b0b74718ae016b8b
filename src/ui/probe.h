/*
 * Asking the terminal, at the start: how wide it draws East Asian ambiguous
 * characters ("※" is written and the cursor's place asked for, ECMA-48 CPR) and
 * what its ground is (xterm's OSC 11). One question and one wait for both; what
 * was written is wiped out.
 */
#ifndef UI_PROBE_H
#define UI_PROBE_H

#include <stdbool.h>
#include <termios.h>

#include "base/buf.h"

/* The question for the ground, to be written where probe_tells_ground(). */
#define PROBE_GROUND "\033]11;?\033\\"

enum { PROBE_MS = 100 };

enum probe_ground { PROBE_UNKNOWN, PROBE_DARK, PROBE_LIGHT };

struct probe {
	int ambiguous;     /* columns; 0: to be asked, 1 where no answer comes in time */
	bool asks_ground;
	enum probe_ground ground; /* by the terminal's answer, else by COLORFGBG */
	struct buf typed;  /* bytes that came and were no answer; the caller frees it */
};

/* type: TERM. settings: the terminal's, as they are put back. */
void probe_ask(struct probe *p, const char *type, const struct termios *settings);

/* Whether a terminal of that type may be asked for its ground. */
bool probe_tells_ground(const char *type);

/* The ground that a whole answer, "ESC ] 11 ; rgb:R/G/B" and its end, tells of; PROBE_UNKNOWN for what is none. */
enum probe_ground probe_ground_of(struct str answer);

/* Takes the answer "ESC [ row ; col R" out of bytes; the column, or 0 when it is not there yet. */
int probe_take_column(struct buf *bytes);

/* The same for "ESC ] 11 ; rgb:R/G/B" and its end. */
enum probe_ground probe_take_ground(struct buf *bytes);

#endif
