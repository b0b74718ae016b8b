/*
 * The terminal, by ncursesw: the grid goes to it, bytes of keys come from it.
 * With the files of its name the one place of curses. Whatever ends the program, the terminal is given
 * back: at the end, on signals by the loop, on a crash or lack of memory by a
 * handler that only writes and restores the line settings.
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/err.h"
#include "ui/hyperlinks.h"
#include "ui/probe.h"
#include "ui/screen.h"
#include "ui/theme.h"

/*
 * Takes the terminal (standard input and output). What is not known yet of *probe is asked of it, and bytes typed
 * meanwhile are in probe->typed.
 */
int term_open(struct probe *probe, struct err *err);
void term_close(void);

/* How many colours it has, as ui/theme.h counts them. */
int term_colors(void);

/* The size as the terminal has it now. */
void term_size(int *rows, int *cols);

/* After a change of size. */
void term_resize(int rows, int cols);

/*
 * Shows the grid: what differs from what is shown is written, in one piece (ui/term_out.h). After a change of theme: term_forget().
 * The grid is the terminal's from here on, and *s another one of the same size: what is in that is of long ago.
 */
void term_draw(struct screen *s, const struct theme *theme);

/* Shows again what was drawn last: what of its pictures is missing. */
void term_draw_rest(const struct theme *theme);

/* Whether cells that lead somewhere are made hyperlinks of the terminal; what is shown is drawn anew. */
void term_set_links(enum hyperlinks_use use);

/* Gives the terminal a title, clean text; its own comes back at the end, and for an empty one. */
void term_set_title(struct str title);

/* Sends bytes as they are, which must leave what is shown as it is: a control string. */
void term_send(struct str bytes);

/* Whether bytes of pictures wait for the terminal to take them; hands it some. */
bool term_is_busy(void);
void term_go_on(void);

/* Forgets what is shown, so that the next term_draw() writes all. */
void term_forget(void);

/* Gives the terminal to the shell, and takes it again. */
void term_suspend(void);
void term_resume(void);

#endif
