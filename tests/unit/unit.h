/*
 * What every unit test includes first: cmocka and a check of slices.
 */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* Fails with both sides shown unless the slice is that text. */
static inline void
unit_assert_str(struct str got, const char *want, const char *file, int line)
{
	if (str_is(got, want))
		return;
	print_error("want ‘%s’\ngot  ‘%.*s’\n", want, STR(got));
	_fail(file, line);
}

#define assert_str(got, want) unit_assert_str((got), (want), __FILE__, __LINE__)

#endif
