/*
 * The answer to "which of these?".
 */
#ifndef SYNC_CHOICE_H
#define SYNC_CHOICE_H

#include "base/str.h"

/*
 * Reads an answer: nothing or y is the first, a all, n or q none, else numbers
 * like "1,3 5-7"; letters also as they come with the Korean input method on,
 * and as words. Marks those of the n in is_taken, which was all false; false,
 * with nothing marked, for what cannot be understood.
 */
bool choice_read(struct str answer, size_t n, bool *is_taken);

#endif
