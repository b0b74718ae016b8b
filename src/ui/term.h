/*
 * The terminal: the grid goes to it by ncursesw, bytes of keys come from it.
 * The one file of curses. Whatever ends the program, the terminal is given
 * back: at the end, on signals by the loop, on a crash or lack of memory by a
 * handler that only writes and restores the line settings.
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/err.h"
#include "ui/screen.h"

/*
 * Takes the terminal (standard input and output). ambiguous: columns of ambiguous characters, for
 * text/width.h; where 0, it is measured how wide the terminal draws them, and bytes typed meanwhile
 * are appended to *typed.
 */
int term_open(int ambiguous, struct buf *typed, struct err *err);
void term_close(void);

/* The size as the terminal has it now. */
void term_size(int *rows, int *cols);

/* After a change of size. */
void term_resize(int rows, int cols);

/* Shows the grid: rows that differ from what is shown are erased and written once. */
void term_draw(const struct screen *s);

/* Forgets what is shown, so that the next term_draw() writes all. */
void term_forget(void);

/* Gives the terminal to the shell, and takes it again. */
void term_suspend(void);
void term_resume(void);

#endif
