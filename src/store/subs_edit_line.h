/*
 * One edit in one line of the feeds file. All that it is not about stays as it
 * stands: blanks, comments, words that are not understood.
 */
#ifndef STORE_SUBS_EDIT_LINE_H
#define STORE_SUBS_EDIT_LINE_H

#include "store/subs_edit.h"

/* The line, with its line end, after one edit, in the arena; empty when it goes. */
struct str subs_edit_line(struct arena *a, struct str line, const struct subs_edit *edit);

#endif
