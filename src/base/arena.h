/*
 * An allocator whose memory is freed all at once: one arena a trip (one feed,
 * one article, one list page). Nothing in it is freed by itself.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena_chunk;

/* Zero-initialise: struct arena a = { 0 }; */
struct arena {
	struct arena_chunk *chunks;
	char *at, *end;
	size_t total; /* bytes held, for limits and tests */
};

/* n bytes, zeroed, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *a, size_t n);

/* The same, not initialised. */
void *arena_take(struct arena *a, size_t n);

/* An array of count elements, zeroed: arena_new(a, struct post, 3). */
#define arena_new(a, type, count) ((type *)arena_array((a), (count), sizeof(type)))
void *arena_array(struct arena *a, size_t count, size_t size);

/* A copy of s with a NUL behind it. */
struct str arena_dup(struct arena *a, struct str s);
char *arena_cstr(struct arena *a, struct str s);

/* printf into the arena. */
struct str arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Where an arena stands; arena_back() forgets all that was allocated since. */
struct arena_mark {
	struct arena_chunk *chunk;
	char *at;
};

struct arena_mark arena_mark(const struct arena *a);
void arena_back(struct arena *a, struct arena_mark mark);

/* Forgets all that was allocated, keeping one chunk for the next trip. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#endif
