/*
 * What people give for an address: with blanks and brackets around it, without
 * a scheme, the name of a file, a word.
 */
#ifndef SYNC_GIVEN_H
#define SYNC_GIVEN_H

#include "base/arena.h"
#include "base/err.h"

/* The address as it is written into the feeds file, in a: with a scheme, without blanks and fragment. *is_guessed when the scheme is ours. ERR_USAGE, with words for what it is instead, when it is no web address. */
int given_read(struct arena *a, const char *text, struct str *ret, bool *is_guessed, struct err *err);

#endif
