/*
 * An arena for what one test makes, empty again behind it.
 */
#ifndef ARENA_FIXTURE_H
#define ARENA_FIXTURE_H

#include "unit.h"

#include "base/arena.h"

static struct arena arena;

static inline int
empty_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

#endif
