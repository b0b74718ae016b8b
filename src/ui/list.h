/*
 * Cursor and scrolling of a list of rows, whatever the rows are.
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>

#include "ui/action.h"

struct list {
	int n;    /* rows of the list */
	int at;   /* the cursor; 0 when the list is empty */
	int top;  /* first row shown */
	int before; /* where the last jump began */
	int rows; /* shown at once, as of the last list_show() */
	int lines; /* of the screen that a row takes, for the mouse; 0: one */
};

/* Moves for the actions down … jump-back; false for others. count 0: not given. */
bool list_act(struct list *l, enum action action, int count);

/* Puts the cursor on a row, clamped. */
void list_go(struct list *l, int at);

/* Brings at and top into range for rows shown. Call before drawing. */
void list_show(struct list *l, int rows);

#endif
