/*
 * Asking the terminal how wide it draws East Asian ambiguous characters: "※"
 * is written, the cursor's place asked for (ECMA-48 CPR) and both wiped out.
 */
#ifndef UI_PROBE_H
#define UI_PROBE_H

#include <termios.h>

#include "base/buf.h"

enum { PROBE_MS = 100 };

/* Tells text/width.h 1 or 2; 1 where no answer comes in time. settings: the terminal's, as they are put back. Other bytes that came are appended to *typed. */
void probe_ambiguous(const struct termios *settings, struct buf *typed);

/* Takes the answer "ESC [ row ; col R" out of bytes; the column, or 0 when it is not there yet. */
int probe_take_column(struct buf *bytes);

#endif
