/*
 * The mouse: the wheel scrolls what is under it, a click goes where it points, a second one in the same place
 * opens. Only a press and a release in one cell are a click: what is dragged is nothing to us.
 */
#ifndef UI_MOUSE_H
#define UI_MOUSE_H

#include <stdbool.h>
#include <stdint.h>

struct app;

enum { MOUSE_WHEEL_ROWS = 3, MOUSE_DOUBLE_MS = 400 };

/* Zero-initialise. */
struct mouse {
	int row, col;        /* of the last press */
	bool is_down;
	int64_t clicked_ms;  /* when the last click was, on the clock of clock_mono_ms(); 0: it was a second one */
	int clicked_row, clicked_col;
	int bar_unread, bar_sync; /* columns of the first row where its parts begin; the name is before both */
};

/* Takes an event of ui/input.h. While something is asked for it does nothing. */
void mouse_key(struct app *app, int32_t key);

#endif
