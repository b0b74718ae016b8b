/*
 * What a command is to work on: the words on its line, where "-" stands for
 * those on standard input, one a line, or with NUL between them as xargs -0
 * and find -print0 have it.
 */
#ifndef TEXT_OPERAND_H
#define TEXT_OPERAND_H

#include "base/arena.h"
#include "base/err.h"

/* All n words, those of standard input in the place of "-", in the arena; there, blanks around them and empty ones are left out. */
int operand_read(struct arena *a, char *const *words, int n, struct str **ret, size_t *n_ret, struct err *err);

#endif
