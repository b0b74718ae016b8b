#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

enum { ARENA_CHUNK = 64 << 10, ARENA_ALIGN = _Alignof(max_align_t) };

struct arena_chunk {
	struct arena_chunk *next;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

static void
add_chunk(struct arena *a, size_t n)
{
	size_t size = n > ARENA_CHUNK ? n : ARENA_CHUNK;
	struct arena_chunk *chunk = mem_alloc(sizeof *chunk + size);

	chunk->next = a->chunks;
	chunk->size = size;
	a->chunks = chunk;
	a->at = chunk->bytes;
	a->end = chunk->bytes + size;
	a->total += size;
}

void *
arena_take(struct arena *a, size_t n)
{
	void *p;

	n = (n + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
	if (!a->chunks || (size_t)(a->end - a->at) < n)
		add_chunk(a, n);
	p = a->at;
	a->at += n;
	return p;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	return memset(arena_take(a, n), 0, n);
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size && count > (SIZE_MAX - ARENA_ALIGN) / size)
		return mem_realloc(NULL, count, size); /* ends the program */
	return arena_alloc(a, count * size);
}

char *
arena_cstr(struct arena *a, struct str s)
{
	char *copy = arena_take(a, s.n + 1);

	if (s.n)
		memcpy(copy, s.p, s.n);
	copy[s.n] = '\0';
	return copy;
}

struct str
arena_dup(struct arena *a, struct str s)
{
	return str_new(arena_cstr(a, s), s.n);
}

struct str
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	int n;
	char *p;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		return STR_NONE;
	p = arena_alloc(a, (size_t)n + 1);
	va_start(args, format);
	(void)vsnprintf(p, (size_t)n + 1, format, args);
	va_end(args);
	return str_new(p, (size_t)n);
}

struct arena_mark
arena_mark(const struct arena *a)
{
	return (struct arena_mark){ a->chunks, a->at };
}

void
arena_back(struct arena *a, struct arena_mark mark)
{
	while (a->chunks != mark.chunk) {
		struct arena_chunk *next = a->chunks->next;

		a->total -= a->chunks->size;
		free(a->chunks);
		a->chunks = next;
	}
	a->at = mark.at;
	a->end = mark.chunk ? mark.chunk->bytes + mark.chunk->size : NULL;
}

static void
free_chunks(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
}

void
arena_reset(struct arena *a)
{
	struct arena_chunk *keep = a->chunks;

	if (!keep)
		return;
	free_chunks(keep->next);
	keep->next = NULL;
	a->at = keep->bytes;
	a->end = keep->bytes + keep->size;
	a->total = keep->size;
	if (keep->size > ARENA_CHUNK)
		arena_free(a);
}

void
arena_free(struct arena *a)
{
	free_chunks(a->chunks);
	*a = (struct arena){ 0 };
}
