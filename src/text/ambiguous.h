/*
 * Characters that are wide in East Asian fonts and narrow in others (UAX #11,
 * class A, of Unicode 14): what a terminal has two columns for when it is told
 * to. libunistring has such a table by charset only, where all that is not
 * ASCII counts as wide, which no terminal does.
 */
#ifndef TEXT_AMBIGUOUS_H
#define TEXT_AMBIGUOUS_H

#include <stdbool.h>
#include <stdint.h>

/* Those that combine with the one before are none. */
bool ambiguous_is(int32_t cp);

#endif
