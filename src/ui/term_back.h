/*
 * Gives the terminal back whatever ends the program: on a crash and on lack of
 * memory, where nothing else is possible, by bytes made ready before.
 */
#ifndef UI_TERM_BACK_H
#define UI_TERM_BACK_H

#include <termios.h>

/* From now on. settings: those of the terminal before us. Curses is open. */
void term_back_begin(const struct termios *settings);

/* Bytes more that are written first: what ends a mode of the terminal that is not curses' own. The same ones are added once. */
void term_back_add(const char *bytes);

/* The terminal has been given back. */
void term_back_end(void);

#endif
