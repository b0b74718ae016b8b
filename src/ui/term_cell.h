/*
 * How large the terminal's cells are.
 */
#ifndef UI_TERM_CELL_H
#define UI_TERM_CELL_H

/* Pixels of a cell; 0 where the terminal does not say. */
void term_cell(int *width, int *height);

#endif
