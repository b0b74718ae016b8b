/*
 * Checked reading of numbers. Nothing but digits, with a '-' in front where
 * min is below zero.
 */
#ifndef BASE_NUM_H
#define BASE_NUM_H

#include <stdint.h>

#include "base/str.h"

/* Sets *ret and returns true when the whole of s is a decimal number in min..max. */
bool num_parse(struct str s, int64_t min, int64_t max, int64_t *ret);

/* Takes the decimal digits (at most max_digits) at the start of *s; -1 where there is none. */
int64_t num_take(struct str *s, int max_digits);

/* The value of a hexadecimal digit, -1 for what is none. */
int num_hex(char c);

#endif
