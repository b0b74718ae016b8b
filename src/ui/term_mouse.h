/*
 * Whether the terminal tells of clicks and of the wheel (SGR 1006). Past curses, which knows nothing of it.
 */
#ifndef UI_TERM_MOUSE_H
#define UI_TERM_MOUSE_H

#include <stdbool.h>

/* Off at first. */
void term_mouse(bool is_on);

/* While someone else has the terminal, and afterwards. */
void term_mouse_pause(void);
void term_mouse_resume(void);

#endif
